// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/incident.h"
#include "core/domain/overdose.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching_emergency.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kLookedAfterHours = 24; // house rule: for a whole day somebody is asked who looks in

/// The step was pressed and no checks followed, as when it was pressed on the locked screen: nobody was asked then.
Result<QList<WatchItem>> uncheckedAfterOverdoseDue(const WatchFacts &facts)
{
    const QDateTime now = facts.clock().now();
    const auto rows = choseNotToGoUnchecked(facts.database(), now.addSecs(-kLookedAfterHours * 3600), now);
    if (!rows)
        return rows.error();
    const QString incidents = QString::fromLatin1(recordType<Incident>().table);
    QList<WatchItem> items;
    SharedWithClosed shared(facts.records().closed(), facts.database());
    for (const KeptRow &row : *rows) {
        const qint64 incident = row.row.value(u"incident_id"_s).toLongLong();
        if (!facts.records().maySee(recordType<Incident>(), incident, shared))
            continue;
        WatchItem item{.subject = {incidents, incident, {}}};
        const QDateTime at = facts.clock().local(fromStoredText(row.row.text(u"happened_at"_s)));
        item.day = at.date();
        item.places.insert(u"time"_s, at.toString(u"HH:mm"_s));
        items.append(item);
    }
    return items;
}

} // namespace

/// Domain, "Incidents": who chose not to go is looked in on at set times, by somebody who is named.
extern const WatchRule uncheckedAfterOverdose{
    .code = "chose_not_to_go",
    .category = Category::Risk,
    .pressing = Pressing::Now,
    .canWait = false,
    .title = QT_TRANSLATE_NOOP("watch", "After an overdose"),
    .sentence = QT_TRANSLATE_NOOP(
        "watch", "Chose not to go to hospital, {day} {time}, and no timed checks are on file. Who looks in on them, and how often?"),
    .due = uncheckedAfterOverdoseDue,
};

} // namespace keywork
