// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/incident.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching_emergency.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kStillRunningHours = 12; // house rule: nobody ended it, so it is written up

Result<QList<WatchItem>> overdoseToWriteUpDue(const WatchFacts &facts)
{
    const QDateTime before = facts.clock().now().addSecs(-kStillRunningHours * 3600);
    const auto rows = overdosesToWriteUp(facts.database(), before);
    const auto running = firstRunningSince(facts.database(), before);
    if (!rows || !running)
        return rows ? running.error() : rows.error();
    if (running->isValid())
        facts.changeAt(running->addSecs(kStillRunningHours * 3600).addMSecs(1));
    QList<WatchItem> items;
    SharedWithClosed shared(facts.records().closed(), facts.database());
    for (const KeptRow &row : *rows) {
        if (!facts.records().maySee(*row.row.type, row.id, shared))
            continue;
        WatchItem item{.subject = {QString::fromLatin1(recordType<Incident>().table), row.id, {}}};
        item.day = facts.clock().local(fromStoredText(row.row.text(u"happened_at"_s))).date();
        item.places.insert(u"number"_s, row.row.text(u"number"_s));
        items.append(item);
    }
    return items;
}

} // namespace

/// Product, B5: it becomes the incident report; somebody has to write it.
extern const WatchRule overdoseToWriteUp{
    .code = "overdose_to_write_up",
    .category = Category::Risk,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "To be written up"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{number}: Overdose — act now was used {day}. The report is still to be written up."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n overdoses to write up"),
    .due = overdoseToWriteUpDue,
};

} // namespace keywork
