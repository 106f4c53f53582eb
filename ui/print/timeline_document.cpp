// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/timeline_document.h"

#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/text/timeline_words.h"
#include "ui/text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

Table tableOf(const QList<SaidLine> &lines, const Clock &clock)
{
    Table rows;
    rows.shares = {0.18, 0.08, 0.54, 0.20};
    rows.head = {say("Day"), say("Time"), say("What happened"), say("Kind")};
    QString before;
    for (const SaidLine &said : lines) {
        const QString day = words::timelineDay(said.line, clock);
        const bool isFirst = day != before;
        before = day;
        rows.rows.append(
            QList<Runs>{Runs{{isFirst ? day : QString(), true, false}}, Runs{{words::timelineTime(said.line, clock), false, true}},
                Runs{{said.sentence}}, Runs{{words::label(said.line.record.row.type->title), false, true}}});
        rows.firstOfGroup.append(isFirst);
    }
    return rows;
}

} // namespace

Result<Document> timelineDocument(const Services &services, Id<Person> person, const QStringList &filter, const QList<SaidLine> &lines)
{
    if (Done open = services.records.checkOpen(person.value); !open)
        return open.error();
    const auto who = services.records.one(person);
    if (!who)
        return who.error();
    auto document = housePaper(services, say("Timeline"), filter.join(u'\n'), whoseIs(who->value));
    if (!document)
        return document;
    document->title = say("Timeline");
    if (lines.isEmpty())
        document->add(text({{say("Nothing stands here.")}}));
    else
        document->add(table(tableOf(lines, services.records.clock())));
    return document;
}

} // namespace keywork::print
