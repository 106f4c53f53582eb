// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/referral_document.h"

#include "ui/text/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

QString say(const char *text) { return QCoreApplication::translate("print", text); }

/// ISO days inside stored values read as people write them.
QString readable(const QString &value)
{
    static const QRegularExpression iso(u"\\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b"_s);
    QString text;
    qsizetype from = 0;
    for (auto it = iso.globalMatch(value); it.hasNext();) {
        const auto match = it.next();
        const QString day = words::isoDate(match.captured());
        text += value.mid(from, match.capturedStart() - from) + (day.isEmpty() ? match.captured() : day);
        from = match.capturedEnd();
    }
    return text + value.mid(from);
}

void addSection(Document &document, const ReferralSection &section)
{
    document.add(heading(words::labelFor(section.category)));
    for (const auto &[label, value] : section.lines)
        document.add(text({{words::label(label.toUtf8().constData()) + u"  "_s, true, false}, {readable(value)}}, 9.5, 4));
    if (!section.rows.isEmpty()) {
        Table rows;
        for (const QString &column : section.columns) {
            rows.head.append(words::label(column.toUtf8().constData()));
            rows.shares.append(1.0 / qreal(section.columns.size()));
        }
        for (const QStringList &row : section.rows) {
            QList<Runs> cells;
            for (const QString &cell : row)
                cells.append(Runs{{words::label(readable(cell).toUtf8().constData())}});
            rows.rows.append(cells);
        }
        document.add(table(rows));
    }
    if (section.lines.isEmpty() && section.rows.isEmpty() && section.note.isEmpty())
        document.add(text({{say("Nothing recorded."), false, true}}));
    if (!section.note.isEmpty())
        document.add(text({{words::note(section.note), true, false}}));
}

} // namespace

Document referralDocument(const ReferralContent &content)
{
    Document document;
    document.title = say("Referral");
    const QString reference = content.number.isEmpty() ? say("preview") : content.number;
    document.footLeft = say("Ref %1 · contains sensitive personal data").arg(reference);
    document.footMiddle = content.person;
    document.add(sideBySide(
        together({text({{say("Referral"), true, false}}, 17, 2),
            text({{say("To %1").arg(content.agency) + u" · "_s + words::date(content.preparedOn) + u" · "_s + say("Ref %1").arg(reference),
                     false, true}},
                9.5, 0)}),
        rightText(content.hostel + u'\n' + content.hostelAddress + u'\n' + content.hostelTelephone), 0.66));
    Runs who{{content.person, true, false}};
    if (!content.pronouns.isEmpty())
        who.append({u", "_s + content.pronouns, false, false});
    if (!content.born.isEmpty()) {
        const auto born = PartialDate::fromText(content.born);
        who.append({u", "_s + say("born %1").arg(born ? words::partialDate(*born) : content.born), false, false});
    }
    document.add(text(who, 11, 4));
    const QStringList days = content.basis.split(u'|');
    document.add(
        text({{say("%1 agreed on %2 that we share this with %3, until %4. Prepared by %5.")
                     .arg(content.person, words::isoDate(days.value(0)), content.agency, words::isoDate(days.value(1)), content.preparedBy),
                 false, true}},
            8.5, 8));
    document.add(together({heading(say("Why")), text({{content.reason}})}));
    for (const ReferralSection &section : content.sections)
        addSection(document, section);
    return document;
}

} // namespace keywork::print
