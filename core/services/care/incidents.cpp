// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/incidents.h"

#include "core/base/text.h"
#include "core/domain/overdose.h"
#include "core/services/records/records.h"
#include "core/storage/incident_reading.h"
#include "core/storage/table.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Filter amongIncidents(const QList<qint64> &ids) { return {u"incident_id"_s, Filter::Comparison::In, idList(ids)}; }

QList<qint64> idsOfRows(const QList<KeptRow> &rows)
{
    QList<qint64> ids;
    for (const KeptRow &row : rows)
        ids.append(row.id);
    return ids;
}

Filter happenedSince(const QDateTime &from) { return {u"happened_at"_s, Filter::Comparison::AtLeast, toStoredText(from)}; }
Filter happenedBefore(const QDateTime &until) { return {u"happened_at"_s, Filter::Comparison::Before, toStoredText(until)}; }
Filter isNearMiss() { return {u"kind"_s, Filter::Comparison::Equals, u"near_miss"_s}; }

template <class T> Done readParts(const Records &records, Id<Incident> id, QList<Kept<T>> &into)
{
    auto parts = records.of<T>("incident_id", id);
    if (!parts)
        return parts.error();
    into = std::move(*parts);
    return {};
}

/// Whoever pressed the steps of an emergency while it went on was there, whether or not anybody wrote them down.
Result<bool> pressedLive(Database &database, Id<Incident> incident, Id<Staff> member)
{
    const auto steps
        = Table(database, recordType<OverdoseStep>()).list({.filters = {{u"incident_id"_s, Filter::Comparison::Equals, incident.value}}});
    if (!steps)
        return steps.error();
    return std::any_of(steps->cbegin(), steps->cend(),
        [&](const KeptRow &step) { return step.createdBy == member.value && !step.row.value(u"elapsed_ms"_s).isNull(); });
}

} // namespace

Incidents::Incidents(Records &records)
    : m_records(records)
{
    records.addLookup(recordType<IncidentReview>(), [this](const Row &row, qint64 self) { return reviewProblems(row, self); });
    records.addLookup(recordType<FoundItem>(), [this](const Row &row, qint64 self) { return bagProblems(row, self); });
    records.addLookup(recordType<DeathStep>(), [this](const Row &row, qint64 self) { return stepProblems(row, self); });
    records.addCompleting(recordType<IncidentMonth>(), [this](Row &row, const std::optional<Row> &before) { completeMonth(row, before); });
}

/// One bag may hold what was found in one incident; a bag of another one that has the same number is another bag, or a slip.
Result<Violations> Incidents::bagProblems(const Row &row, qint64 self) const
{
    const QString bag = row.text(u"bag_number"_s).trimmed();
    if (bag.isEmpty())
        return Violations();
    const auto rows
        = Table(m_records.database(), recordType<FoundItem>()).list({.filters = {{u"bag_number"_s, Filter::Comparison::Contains, bag}}});
    if (!rows)
        return rows.error();
    for (const KeptRow &other : *rows) {
        const qint64 incident = other.row.value(u"incident_id"_s).toLongLong();
        if (other.id == self || incident == row.value(u"incident_id"_s).toLongLong()
            || folded(other.row.text(u"bag_number"_s)) != folded(bag))
            continue;
        const auto where = Table(m_records.database(), recordType<Incident>()).find(incident);
        QStringList said{other.row.text(u"number"_s), where ? where->row.text(u"number"_s) : QString(), other.row.text(u"kept_where"_s)};
        said.removeAll(QString());
        return Violations{{u"bag_number"_s, Rule::OnFileAlready, said.join(u", "_s)}};
    }
    return Violations();
}

bool Incidents::mayReview() const { return m_records.mayAdd(recordType<IncidentReview>()); }

Result<QList<IncidentLine>> Incidents::linesOf(const QList<KeptRow> &rows) const
{
    const QList<qint64> ids = idsOfRows(rows);
    const auto reviews = m_records.all<IncidentReview>({.filters = {amongIncidents(ids)}});
    const auto questions = m_records.all<IncidentQuestion>({.filters = {amongIncidents(ids)}});
    const auto people = m_records.all<IncidentPerson>({.filters = {amongIncidents(ids)}});
    if (!reviews || !questions || !people)
        return !reviews ? reviews.error() : !questions ? questions.error() : people.error();
    QSet<qint64> reviewed, asked;
    for (const Kept<IncidentReview> &review : *reviews)
        if (review.value.isFinished())
            reviewed.insert(review.value.incidentId.value);
    for (const Kept<IncidentQuestion> &question : *questions)
        if (question.value.isOpen())
            asked.insert(question.value.incidentId.value);
    QHash<qint64, qsizetype> named;
    for (const Kept<IncidentPerson> &one : *people)
        ++named[one.value.incidentId.value];
    QList<IncidentLine> lines;
    for (const KeptRow &row : rows) {
        const auto incident = asKind<Incident>(row);
        if (!incident)
            return incident.error();
        const QList<IncidentGap> gaps = incidentGaps(incident->value, named.value(row.id));
        lines.append({*incident, incidentStateOf(reviewed.contains(row.id), asked.contains(row.id), gaps)});
    }
    return lines;
}

Result<QList<IncidentLine>> Incidents::toReview() const
{
    const auto found = m_records.mayRead(recordType<Incident>()) ? incidentsToReview(m_records.database())
                                                                 : Result<QList<KeptRow>>(Error{ErrorKind::NotPermitted, {}, {}});
    if (!found)
        return found.error();
    const auto seen = m_records.some(recordType<Incident>(), idsOfRows(*found)); // as whoever is signed in may see them
    if (!seen)
        return seen.error();
    QHash<qint64, KeptRow> byId;
    for (const KeptRow &row : *seen)
        byId.insert(row.id, row);
    QList<KeptRow> rows;
    for (const KeptRow &row : *found)
        if (byId.contains(row.id))
            rows.append(byId.value(row.id));
    return linesOf(rows);
}

Result<QList<IncidentLine>> Incidents::latest(int atMost) const
{
    const auto rows = m_records.list(recordType<Incident>(), {.orderBy = u"happened_at"_s, .descending = true, .limit = atMost});
    return rows ? linesOf(*rows) : rows.error();
}

Result<std::optional<Kept<IncidentReview>>> Incidents::reviewOf(Id<Incident> id) const
{
    const auto reviews = m_records.of<IncidentReview>("incident_id", id);
    if (!reviews)
        return reviews.error();
    return reviews->isEmpty() ? std::optional<Kept<IncidentReview>>() : reviews->first();
}

Result<WholeIncident> Incidents::whole(Id<Incident> id) const
{
    const auto incident = m_records.one(id);
    if (!incident)
        return incident.error();
    WholeIncident whole;
    whole.incident = *incident;
    const auto review = reviewOf(id);
    if (!review)
        return review.error();
    whole.review = *review;
    for (const Done &read : {readParts(m_records, id, whole.people), readParts(m_records, id, whole.services),
             readParts(m_records, id, whole.found), readParts(m_records, id, whole.told), readParts(m_records, id, whole.actions),
             readParts(m_records, id, whole.questions), readParts(m_records, id, whole.deathSteps)})
        if (!read)
            return read.error();
    const bool isAsked = std::any_of(
        whole.questions.cbegin(), whole.questions.cend(), [](const Kept<IncidentQuestion> &one) { return one.value.isOpen(); });
    whole.gaps = incidentGaps(incident->value, whole.people.size());
    whole.state = incidentStateOf(whole.review && whole.review->value.isFinished(), isAsked, whole.gaps);
    return whole;
}

Result<QList<Kept<IncidentAction>>> Incidents::openActions() const
{
    const auto found = m_records.mayRead(recordType<IncidentAction>()) ? incidentActionsOpen(m_records.database())
                                                                       : Result<QList<KeptRow>>(Error{ErrorKind::NotPermitted, {}, {}});
    if (!found)
        return found.error();
    return m_records.all<IncidentAction>(
        {.filters = {{u"id"_s, Filter::Comparison::In, idList(idsOfRows(*found))}}, .orderBy = u"due_on"_s});
}

Result<IncidentNumbers> Incidents::numbers() const
{
    const Clock &clock = m_records.clock();
    const QDate today = m_records.today();
    const Filter inMonth = happenedSince(clock.startOf(QDate(today.year(), today.month(), 1)));
    const auto month = m_records.count(recordType<Incident>(), {.filters = {inMonth}});
    const auto nearMisses = m_records.count(recordType<Incident>(), {.filters = {inMonth, isNearMiss()}});
    const auto waiting = toReview();
    const auto actions = openActions();
    if (!month || !nearMisses || !waiting || !actions)
        return !month ? month.error() : !nearMisses ? nearMisses.error() : !waiting ? waiting.error() : actions.error();
    return IncidentNumbers{qint64(waiting->size()), qint64(actions->size()), *month, *nearMisses};
}

qint64 Incidents::waiting() const
{
    const auto count = mayReview() ? countToReview(m_records.database()) : Result<qint64>(qint64(0));
    return count ? *count : 0;
}

Result<Kept<IncidentReview>> Incidents::keep(Id<Incident> id, const IncidentReview &review)
{
    const auto onFile = reviewOf(id);
    if (!onFile)
        return onFile.error();
    IncidentReview wanted = review;
    wanted.incidentId = id;
    if (!*onFile)
        return m_records.add(wanted);
    Kept<IncidentReview> kept = **onFile;
    if (!wanted.finishedOn) { // who finished it is not typed
        wanted.finishedOn = kept.value.finishedOn;
        wanted.reviewedById = kept.value.reviewedById;
    }
    kept.value = wanted;
    return m_records.amend(kept);
}

Result<Kept<IncidentReview>> Incidents::finish(Id<Incident> id, const IncidentReview &review)
{
    IncidentReview finished = review;
    finished.reviewedById = m_records.session().staff();
    finished.finishedOn = m_records.today();
    return keep(id, finished);
}

/// Of a finished one, past what the reader may see: who was in it decides, whoever reads it.
Result<Violations> Incidents::reviewProblems(const Row &row, qint64 self) const
{
    const auto review = recordType<IncidentReview>().fromRow(row);
    if (!review)
        return Error{ErrorKind::Damaged, u"incident_review"_s, {}};
    const QList<Filter> ofIncident{{u"incident_id"_s, Filter::Comparison::Equals, review->incidentId.value}};
    Database &database = m_records.database();
    const auto reviews = Table(database, recordType<IncidentReview>()).list({.filters = ofIncident});
    if (!reviews)
        return reviews.error();
    for (const KeptRow &other : *reviews)
        if (other.id != self)
            return Violations{{u"learned"_s, Rule::SaidTwice, {}}};
    Violations violations;
    if (review->withId) {
        const auto member = Table(database, recordType<Staff>()).find(review->withId.value);
        const auto with = member ? asKind<Staff>(*member) : Result<Kept<Staff>>(member.error());
        const QDate day = review->finishedOn.value_or(m_records.today());
        if (!with || member->withdrawnAt || with->value.role != Role::Manager || with->value.hasLeft(day))
            violations.append({u"with_id"_s, Rule::AnotherPerson, {}});
    }
    if (!review->isFinished())
        return violations;
    const auto rows = Table(database, recordType<IncidentPerson>()).list({.filters = ofIncident});
    const auto another = m_records.anotherManager();
    if (!rows || !another)
        return rows ? another.error() : rows.error();
    QList<IncidentPerson> people;
    for (const KeptRow &one : *rows)
        if (const auto part = recordType<IncidentPerson>().fromRow(one.row))
            people.append(*part);
    const auto pressed = pressedLive(database, review->incidentId, review->reviewedById);
    if (!pressed)
        return pressed.error();
    if (*pressed)
        people.append({.incidentId = review->incidentId, .who = InvolvedWho::Staff, .staffId = review->reviewedById});
    return violations + reviewerProblems(review->reviewedById, review->withId, people, *another);
}

Result<Violations> Incidents::stepProblems(const Row &row, qint64 self) const
{
    const auto steps = Table(m_records.database(), recordType<DeathStep>())
                           .list({.filters = {{u"incident_id"_s, Filter::Comparison::Equals, row.value(u"incident_id"_s)},
                                      {u"step"_s, Filter::Comparison::Equals, row.value(u"step"_s)}}});
    if (!steps)
        return steps.error();
    const bool isSaid = std::any_of(steps->cbegin(), steps->cend(), [self](const KeptRow &one) { return one.id != self; });
    return isSaid ? Violations{{u"step"_s, Rule::SaidTwice, {}}} : Violations();
}

/// Counted when it is looked at, and anew only when another month is meant.
void Incidents::completeMonth(Row &row, const std::optional<Row> &before) const
{
    const QDate day = QDate::fromString(row.text(u"month_on"_s), Qt::ISODate);
    if (!day.isValid())
        return;
    const QDate first(day.year(), day.month(), 1);
    row.set(u"month_on"_s, first.toString(Qt::ISODate));
    if (before && before->text(u"month_on"_s) == row.text(u"month_on"_s))
        return;
    const Clock &clock = m_records.clock();
    const QList<Filter> inIt{happenedSince(clock.startOf(first)), happenedBefore(clock.startOf(first.addDays(first.daysInMonth())))};
    Table incidents(m_records.database(), recordType<Incident>());
    const auto all = incidents.count({.filters = inIt});
    const auto nearMisses = incidents.count({.filters = inIt + QList<Filter>{isNearMiss()}});
    row.set(u"incidents"_s, all ? *all : qint64(0));
    row.set(u"near_misses"_s, nearMisses ? *nearMisses : qint64(0));
}

} // namespace keywork
