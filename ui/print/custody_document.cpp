// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/custody_document.h"

#include "core/services/care/custody.h"
#include "core/services/records/records.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/text/words.h"
#include "ui/text/words_custody.h"

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

Runs custodyCell(const QString &words, bool bold = false) { return Runs{{words, bold, false}}; }

QString numberOrNothing(const std::optional<qint64> &number) { return number ? QString::number(*number) : QString(); }

} // namespace

QList<QStringList> custodyRows(const HeldPage &page, const Services &services)
{
    QList<QStringList> rows;
    for (const CustodyLine &line : page.state.lines) {
        const QDateTime at = services.records.clock().local(line.entry.value.doneAt);
        const QString adjusted = line.adjusted.value_or(0) == 0 ? QString() : words::withSign(*line.adjusted);
        rows.append({words::date(at.date()) + u' ' + words::time(at), words::custodyWhat(line, page, services), numberOrNothing(line.in),
            numberOrNothing(line.out), adjusted, line.balance ? QString::number(*line.balance) : say("not counted"),
            words::signedBy(line, page, services)});
    }
    return rows;
}

Result<Document> custodyRegister(const Services &services, Id<HeldMedicine> medicine)
{
    const auto page = services.custody.page(medicine);
    if (!page)
        return page.error();
    const HeldMedicine &held = page->medicine.value;
    const auto who = services.records.one(held.personId);
    if (!who)
        return who.error();
    auto begun = housePaper(services, say("Register of medicine held"), held.called(), whoseIs(who->value));
    if (!begun)
        return begun;
    Document document = *begun;
    document.title = say("Register of medicine held");
    document.add(text({{say("%1, counted in: %2. Its locked place: %3.")
                              .arg(words::labelFor(held.form), words::labelFor(held.unit).toLower(), held.place)}},
        10.5, 3));
    document.add(text({{say("Held now: %1.").arg(words::heldNow(*page)), true, false}}, 10.5, 3));
    for (const QString &line : words::stillToDo(*page, services))
        document.add(text({{line, true, false}}, 10, 2));
    Table lines;
    lines.shares = {0.14, 0.37, 0.06, 0.06, 0.08, 0.10, 0.19};
    lines.head = {say("When"), say("What"), say("In"), say("Out"), say("Other"), say("Balance"), say("By")};
    lines.title = held.called();
    lines.continuedWord = say("continued");
    constexpr qsizetype kBalance = 5;
    for (const QStringList &row : custodyRows(*page, services)) {
        QList<Runs> cells;
        for (qsizetype i = 0; i < row.size(); ++i)
            cells.append(custodyCell(row.at(i), i == kBalance));
        lines.rows.append(cells);
        lines.firstOfGroup.append(true);
    }
    document.add(table(lines));
    document.add(text({{say("Balance is the line above, plus In, less Out, with what stands under Other: a count that differed, or a "
                            "correction. Nothing is taken out of this register; what was wrong is told by a later line."),
                          false, true}},
        9.5, 8));
    document.add(signatureLines(say("Counted by"), say("Second name")));
    return document;
}

} // namespace keywork::print
