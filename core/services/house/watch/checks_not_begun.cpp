// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/overdose.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching_emergency.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kChecksAskedHours = 24; // house rule: after that the report and its review ask
constexpr int kLongestChecksRungMinutes = 15; // as of an overdue check

/// Whoever finished while nobody was signed in, put it aside or had a second emergency never saw the form of the checks.
Result<QList<WatchItem>> checksNotBegunDue(const WatchFacts &facts)
{
    QList<WatchItem> items;
    if (facts.today() != facts.clock().today())
        return items;
    const auto rows = staysWithoutChecks(facts.database(), facts.clock().now().addSecs(-kChecksAskedHours * 3600));
    if (!rows)
        return rows.error();
    QList<qint64> incidents;
    for (const KeptRow &row : *rows)
        incidents.append(row.row.value(u"incident_id"_s).toLongLong());
    const auto people
        = incidents.isEmpty() ? Result<QHash<qint64, Id<Person>>>(QHash<qint64, Id<Person>>()) : affectedIn(facts.database(), incidents);
    if (!people)
        return people.error();
    SharedWithClosed shared(facts.records().closed(), facts.database());
    for (const KeptRow &row : *rows) {
        const auto step = asKind<OverdoseStep>(row);
        if (!step)
            return step.error();
        const Id<Incident> incident = step->value.incidentId;
        if (!facts.records().maySee(recordType<Incident>(), incident.value, shared))
            continue;
        const QDateTime at = facts.clock().local(step->value.happenedAt);
        WatchItem item{.subject = {QString::fromLatin1(recordType<Incident>().table), incident.value, people->value(incident.value)},
            .day = at.date()};
        item.since = step->value.happenedAt;
        facts.changeAt(step->value.happenedAt.addSecs(kChecksAskedHours * 3600).addMSecs(1));
        item.places.insert(u"time"_s, at.toString(u"HH:mm"_s));
        items.append(item);
    }
    return items;
}

} // namespace

/// domain.md, "Incidents": chose not to go opens timed checks with a named watcher.
extern const WatchRule checksNotBegun{
    .code = "checks_not_begun",
    .category = Category::Risk,
    .pressing = Pressing::Emergency,
    .longestRungMinutes = kLongestChecksRungMinutes,
    .title = QT_TRANSLATE_NOOP("watch", "No checks begun"),
    .sentence = QT_TRANSLATE_NOOP(
        "watch", "After an overdose somebody chose not to go to hospital, {time}. Begin timed checks, and say who keeps watch."),
    .press = QT_TRANSLATE_NOOP("watch", "Check"),
    .opens = "checks",
    .due = checksNotBegunDue,
};

} // namespace keywork
