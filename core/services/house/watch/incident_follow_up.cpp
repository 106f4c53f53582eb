// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/incident_review.h"
#include "core/services/house/watch/risks_reviewed.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/services/records/names.h"
#include "core/storage/incident_reading.h"
#include "core/storage/table.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// The incidents that these rows are parts of; what may not be seen is left out, as their lines are then.
Result<QHash<qint64, Row>> incidentsNamedIn(const WatchFacts &facts, const QList<KeptRow> &rows)
{
    QList<qint64> ids;
    for (const KeptRow &row : rows)
        ids.append(row.row.value(u"incident_id"_s).toLongLong());
    return ids.isEmpty() ? QHash<qint64, Row>() : namesOf(facts.records(), recordType<Incident>(), ids);
}

/// A line about each row whose incident may be seen, which `complete` fills in.
Result<QList<WatchItem>> ofIncidentParts(const WatchFacts &facts, const Result<QList<KeptRow>> &rows,
    const std::function<bool(const KeptRow &row, const Row &incident, WatchItem &item)> &complete)
{
    if (!rows)
        return rows.error();
    const auto incidents = incidentsNamedIn(facts, *rows);
    if (!incidents)
        return incidents.error();
    QList<WatchItem> items;
    for (const KeptRow &row : *rows) {
        const auto incident = incidents->constFind(row.row.value(u"incident_id"_s).toLongLong());
        if (incident == incidents->constEnd())
            continue;
        WatchItem item{.subject = {QString::fromLatin1(row.row.type->table), row.id, {}}};
        item.places.insert(u"number"_s, incident->text(u"number"_s));
        if (complete(row, *incident, item))
            items.append(item);
    }
    return items;
}

/// As whoever is signed in may see them: an owner who is not of the team is a name that somebody typed.
Result<QList<KeptRow>> actionsPastTheirDay(const WatchFacts &facts)
{
    const auto rows = incidentActionsOpen(facts.database(), facts.today());
    if (!rows)
        return rows.error();
    QList<qint64> ids;
    for (const KeptRow &row : *rows)
        ids.append(row.id);
    return ids.isEmpty() ? QList<KeptRow>() : facts.records().some(recordType<IncidentAction>(), ids);
}

/// Those of others only managers are told of.
Result<QList<WatchItem>> incidentActionsDue(const WatchFacts &facts)
{
    if (!facts.team())
        return facts.team().error();
    const Session &session = facts.records().session();
    return ofIncidentParts(facts, actionsPastTheirDay(facts), [&](const KeptRow &row, const Row &, WatchItem &item) {
        const qint64 owner = row.row.value(u"owner_id"_s).toLongLong();
        if (owner != session.staff().value && !managesPeople(session))
            return false;
        item.day = QDate::fromString(row.row.text(u"due_on"_s), Qt::ISODate);
        const auto member = facts.team()->constFind(owner);
        item.places.insert(u"who"_s, member == facts.team()->constEnd() ? row.row.text(u"owner_other"_s) : member->value.name);
        return true;
    });
}

/// Of the incident its number alone, which whoever logged it was told: also for those who may only add.
Result<QList<WatchItem>> incidentDetailDue(const WatchFacts &facts)
{
    const auto rows = incidentQuestionsOf(facts.database(), facts.records().session().staff());
    if (!rows)
        return rows.error();
    QList<qint64> ids;
    for (const KeptRow &row : *rows)
        ids.append(row.row.value(u"incident_id"_s).toLongLong());
    const auto incidents
        = ids.isEmpty() ? Result<QList<KeptRow>>(QList<KeptRow>()) : Table(facts.database(), recordType<Incident>()).some(ids);
    if (!incidents)
        return incidents.error();
    QHash<qint64, QString> numbers;
    for (const KeptRow &incident : *incidents)
        numbers.insert(incident.id, incident.row.text(u"number"_s));
    QList<WatchItem> items;
    for (const KeptRow &row : *rows) {
        WatchItem item{.subject = {u"incident_question"_s, row.id, {}}, .day = facts.clock().local(row.createdAt).date()};
        item.places.insert(u"number"_s, numbers.value(row.row.value(u"incident_id"_s).toLongLong()));
        items.append(item);
    }
    return items;
}

Result<QList<WatchItem>> foundItemsDue(const WatchFacts &facts)
{
    // A moment of that day: of a day to come or gone, its end.
    const QDateTime now = facts.today() == facts.clock().today() ? facts.clock().now() : facts.clock().startOf(facts.today().addDays(1));
    return ofIncidentParts(facts, foundItemsOpen(facts.database(), now), [&](const KeptRow &row, const Row &, WatchItem &item) {
        const auto found = recordType<FoundItem>().fromRow(row.row);
        if (!found)
            return false;
        const qint64 hours = hoursHere(*found, now);
        // The sentence says the hours, so each of them is another one.
        facts.changeAt(found->foundAt.addSecs(3600 * std::max<qint64>(hours + 1, kFoundItemHours)));
        if (hours < kFoundItemHours)
            return false;
        item.day = facts.clock().local(found->foundAt).date();
        item.places.insert(u"item"_s, found->number);
        item.places.insert(u"hours"_s, QString::number(hours));
        return true;
    });
}

/// Of those who are here, by the house's days: just after midnight the stored moment still bears the day before.
Result<QList<WatchItem>> selfHarmReviewDue(const WatchFacts &facts)
{
    const auto people = facts.peopleHere();
    const auto reviewed = people ? risksReviewed(facts, *people, u"self_harm"_s) : Result<QHash<qint64, QDate>>(people.error());
    if (!reviewed)
        return reviewed.error();
    return ofIncidentParts(
        facts, partsInIntended(facts.database(), *people), [&](const KeptRow &row, const Row &incident, WatchItem &item) {
            const Id<Person> person{row.row.value(u"person_id"_s).toLongLong()};
            item.day = facts.clock().local(fromStoredText(incident.text(u"happened_at"_s))).date();
            item.subject.person = person;
            return item.day <= facts.today() && reviewed->value(person.value) < item.day;
        });
}

} // namespace

/// Domain, "Incidents": actions with owner and date; past it they stand on Today.
extern const WatchRule incidentActionOverdue{
    .code = "incident_action",
    .category = Category::Risk,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "After an incident"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{number}: what {who} took on was to be done by {day}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n things to do after incidents"),
    .opens = "incidents",
    .opensTab = "review",
    .due = incidentActionsDue,
};

/// Who may only add is asked as well; a colleague or the manager writes their answer down.
extern const WatchRule incidentDetailAsked{
    .code = "incident_detail_asked",
    .category = Category::Identity,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Asked of you"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{number}: a manager asked you for more detail, {day}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n incidents you are asked about"),
    .opens = "incidents",
    .opensTab = "review",
    .due = incidentDetailDue,
};

/// Additions, "Overdose, incidents, supplies": found drugs on Today at 24 hours.
extern const WatchRule foundItemStillHere{
    .code = "found_item",
    .category = Category::Risk,
    .pressing = Pressing::Today,
    .canWait = false,
    .title = QT_TRANSLATE_NOOP("watch", "Found items"),
    .sentence
    = QT_TRANSLATE_NOOP("watch", "{item} ({number}): {hours} hours since it was found, and two names or where it went are missing."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n found items still here"),
    .opens = "incidents",
    .opensTab = "found",
    .due = foundItemsDue,
};

/// Domain, "Incidents": intentional opens the self-harm review.
extern const WatchRule selfHarmReview{
    .code = "self_harm_review",
    .category = Category::Risk,
    .pressing = Pressing::Now,
    .title = QT_TRANSLATE_NOOP("watch", "Self-harm"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{number}, {day}, is thought to be intentional: look at the risk of self-harm with them."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n risks of self-harm to look at"),
    .opensTab = "risk",
    .due = selfHarmReviewDue,
};

} // namespace keywork
