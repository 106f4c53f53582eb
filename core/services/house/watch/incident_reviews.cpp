// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "core/rules/incident_review.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/incident_reading.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// One line for all that happened from `first` on, and until `last`: each alone would hide what else is due.
Result<QList<WatchItem>> unreviewedBetween(const WatchFacts &facts, std::optional<QDate> first, QDate last)
{
    const auto rows = incidentsToReview(facts.database());
    if (!rows)
        return rows.error();
    WatchItem item;
    qint64 count = 0;
    SharedWithClosed shared(facts.records().closed(), facts.database());
    for (const KeptRow &row : *rows) { // the latest first
        const QDate day = facts.clock().local(fromStoredText(row.row.text(u"happened_at"_s))).date();
        if (day > last || (first && day < *first) || !facts.records().maySee(*row.row.type, row.id, shared))
            continue; // whoever need not know can't review it, and is told no number
        ++count;
        item.day = day;
        item.places.insert(u"number"_s, row.row.text(u"number"_s));
    }
    item.places.insert(u"count"_s, QString::number(count));
    return count > 0 ? QList<WatchItem>{item} : QList<WatchItem>();
}

Result<QList<WatchItem>> incidentLongDue(const WatchFacts &facts)
{
    return unreviewedBetween(facts, {}, facts.today().addDays(-kUnreviewedDays));
}

Result<QList<WatchItem>> incidentReviewDue(const WatchFacts &facts)
{
    const auto houses = facts.records().all<House>();
    if (!houses)
        return houses.error();
    const qint64 days = houses->isEmpty() ? House().incidentReviewDays : houses->first().value.incidentReviewDays;
    return unreviewedBetween(facts, facts.today().addDays(1 - kUnreviewedDays), facts.today().addDays(-days));
}

Result<QList<WatchItem>> incidentMonthDue(const WatchFacts &facts)
{
    const auto month = monthToReview(facts.today());
    if (!month)
        return QList<WatchItem>();
    const Clock &clock = facts.clock();
    const auto isDue
        = isMonthUnreviewed(facts.database(), *month, clock.startOf(*month), clock.startOf(month->addDays(month->daysInMonth())));
    if (!isDue)
        return isDue.error();
    return *isDue ? QList<WatchItem>{WatchItem{.day = *month}} : QList<WatchItem>();
}

} // namespace

/// Additions, "Overdose, incidents, supplies": unreviewed for 45 days on Today.
extern const WatchRule incidentUnreviewedLong{
    .code = "incident_unreviewed_long",
    .category = Category::Risk,
    .mayKnow = managesPeople,
    .pressing = Pressing::Now,
    .title = QT_TRANSLATE_NOOP("watch", "Incidents"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Not reviewed for 45 days or longer: {count}. The first is {number}, {date}."),
    .press = QT_TRANSLATE_NOOP("watch", "Review"),
    .opens = "incidents",
    .opensTab = "review",
    .due = incidentLongDue,
};

/// The house's own number of days (House::incidentReviewDays).
extern const WatchRule incidentUnreviewed{
    .code = "incident_unreviewed",
    .category = Category::Risk,
    .mayKnow = managesPeople,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Incidents"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Waiting for review: {count}. The first is {number}, {day}."),
    .press = QT_TRANSLATE_NOOP("watch", "Review"),
    .opens = "incidents",
    .opensTab = "review",
    .due = incidentReviewDue,
};

/// A monthly review looks at all incidents (additions.md, as above).
extern const WatchRule incidentMonthUnreviewed{
    .code = "incident_month",
    .category = Category::Risk,
    .mayKnow = managesPeople,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Incidents"),
    .sentence = QT_TRANSLATE_NOOP("watch", "The incidents of the month from {date} on were not looked at together yet."),
    .press = QT_TRANSLATE_NOOP("watch", "Review"),
    .opens = "incidents",
    .opensTab = "months",
    .due = incidentMonthDue,
};

} // namespace keywork
