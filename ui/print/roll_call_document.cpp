// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/roll_call_document.h"

#include "core/base/text.h"
#include "core/services/records/records.h"
#include "core/services/sharing/disclosures.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/text/words.h"
#include "ui/text/words_desk.h"

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

constexpr qsizetype kLongestHelp = 300; // characters: more stands in the record

bool isHelpFirst(const RollLine &line) { return line.entry.sort == RollSort::Resident && line.entry.needsHelp; }

/// The heading under which somebody stands; one table each.
QString sectionOf(const RollLine &line)
{
    if (isHelpFirst(line))
        return say("Help these people first");
    switch (line.entry.sort) {
    case RollSort::Staff:
        return say("Staff");
    case RollSort::Visitor:
        return say("Visitors");
    case RollSort::Contractor:
        return say("Contractors");
    case RollSort::Resident:
        break;
    }
    const QString where = QStringList{line.entry.building, line.entry.floor}.join(u" "_s).trimmed();
    return where.isEmpty() ? say("Residents") : where;
}

QString placeOnRoll(const RollLine &line) { return line.entry.sort == RollSort::Resident ? words::roomOnRoll(line.entry) : line.told; }

Table rollTable(bool isHelp)
{
    Table rows;
    rows.shares = isHelp ? QList<qreal>{0.3, 0.17, 0.12, 0.41} : QList<qreal>{0.46, 0.34, 0.2};
    rows.head = isHelp ? QStringList{say("There"), say("Room"), say("In or out"), say("How they get out")}
                       : QStringList{say("There"), say("Where"), say("In or out")};
    return rows;
}

void addRollRow(Table &rows, const RollLine &line)
{
    const bool isLooked = isLookedFor(line.entry);
    const QString state = line.entry.sort == RollSort::Resident ? words::labelFor(line.entry.where) : say("In");
    const QString place
        = isHelpFirst(line) ? (line.entry.room.isEmpty() ? QString() : line.entry.room + u" "_s + line.entry.floor) : placeOnRoll(line);
    QList<Runs> cells{Runs{{toTick(words::whoOnRoll(line), line.entry.isTicked), isLooked, !isLooked}}, Runs{{place}},
        Runs{{state, line.entry.where == Whereabouts::NotKnown, false}}};
    if (isHelpFirst(line))
        cells.append(Runs{{atMost(line.help, kLongestHelp)}});
    rows.rows.append(cells);
    rows.firstOfGroup.append(true);
}

} // namespace

Result<Document> rollCallPaper(const Services &services, const RollCallNow &now)
{
    const Clock &clock = services.records.clock();
    const QString began = words::moment(clock.local(now.at));
    const QString kind = now.call ? words::labelFor(now.call->value.kind) : say("Not begun: who would be called now");
    auto paper = housePaper(services, say("Roll call"), began + u" · "_s + kind, {});
    if (!paper)
        return paper;
    paper->title = say("Roll call");
    paper->footMiddle = say("Roll call %1").arg(began) + u" · "_s + say("sensitive personal data");
    paper->add(text({{words::rollCountTold(now.count), true, false}}, 12, 6));
    paper->add(
        text({{say("Not known: look for them as for those who are in. Where people come together: ________________________")}}, 10, 6));
    QString section;
    Table rows;
    const auto close = [&] {
        if (!rows.rows.isEmpty())
            paper->add(table(rows));
    };
    for (const RollLine &line : now.lines) {
        if (const QString title = sectionOf(line); title != section) {
            close();
            section = title;
            rows = rollTable(isHelpFirst(line));
            rows.title = section;
            rows.continuedWord = say("continued");
            paper->add(heading(section));
        }
        addRollRow(rows, line);
    }
    close();
    paper->add(signatureLines(say("Called by"), say("Ended at")));
    return paper;
}

Disclosure rollCallDisclosure(const RollCallNow &now)
{
    Disclosure about;
    about.kind = DisclosureKind::RollCall;
    about.recipient = say("whoever empties the building");
    about.basis = DisclosureBasis::HouseWork;
    about.sections = codesOf({Category::Identity, Category::Housing});
    about.residents = now.residentNumbers.join(u',');
    return about;
}

} // namespace keywork::print
