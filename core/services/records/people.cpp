// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/people.h"

#include "core/base/text.h"
#include "core/domain/care_plan.h"
#include "core/rules/stage_movement.h"
#include "core/services/records/records.h"
#include "core/services/records/visibility.h"
#include "core/storage/residents.h"
#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// The stay that says where the person is now: the present one, else the expected one, else the last.
std::optional<Kept<Stay>> tellingStay(const QList<Kept<Stay>> &stays, QDate today)
{
    std::optional<Kept<Stay>> best;
    const auto rank = [&](const Stay &stay) { return stay.isHereOn(today) ? 2 : stay.isExpected() ? 1 : 0; };
    for (const Kept<Stay> &stay : stays)
        if (!best || rank(stay.value) > rank(best->value)
            || (rank(stay.value) == rank(best->value) && stay.value.referredOn > best->value.referredOn))
            best = stay;
    return best;
}

int urgency(const Alert &alert) { return alert.priority.code == u"urgent" ? 0 : alert.priority.code == u"watch" ? 1 : 2; }

template <class T> Result<QHash<qint64, QList<Kept<T>>>> byPerson(Database &database, const QList<qint64> &people)
{
    const auto rows
        = Table(database, recordType<T>()).list({.filters = {{{}, Filter::Comparison::OfPeople, idList(people)}}, .orderBy = u"id"_s});
    if (!rows)
        return rows.error();
    QHash<qint64, QList<Kept<T>>> grouped;
    for (const KeptRow &row : *rows)
        if (auto record = asKind<T>(row))
            grouped[row.row.value(u"person_id"_s).toLongLong()].append(*record);
        else
            return record.error();
    return grouped;
}

Result<QHash<qint64, PlanStanding>> planStandings(const Database &database, const QList<qint64> &people, const Clock &clock)
{
    const auto lines = planLines(database, people);
    if (!lines)
        return lines.error();
    QHash<qint64, PlanStanding> standings;
    for (const PlanLine &line : *lines) {
        PlanStanding &standing = standings[line.person];
        standing.version = line.version;
        standing.isDraft = line.state == QLatin1String(codeOf(VersionState::Draft));
        if (standing.isDraft)
            continue;
        standing.issuedVersion = line.version;
        standing.signOff = line.signOff;
        standing.onDay = line.signOff.isEmpty() ? clock.local(line.issuedAt).date() : QDate::fromString(line.signedOn, Qt::ISODate);
        const QDate review = QDate::fromString(line.reviewOn, Qt::ISODate);
        standing.reviewOn = review.isValid() ? std::optional(review) : std::nullopt;
    }
    return standings;
}

Stay withoutDetail(const Stay &stay)
{
    Stay rest;
    rest.personId = stay.personId;
    rest.referredOn = stay.referredOn;
    rest.notComing = stay.notComing;
    rest.expectedOn = stay.expectedOn;
    rest.arrivedOn = stay.arrivedOn;
    rest.roomId = stay.roomId;
    rest.roomSince = stay.roomSince;
    rest.leftOn = stay.leftOn;
    return rest;
}

template <class T> QHash<qint64, QString> namesOf(const QList<Kept<T>> &records)
{
    QHash<qint64, QString> names;
    for (const Kept<T> &record : records)
        names.insert(record.id.value, record.value.name);
    return names;
}

/// The row as that person's own.
Row belongingTo(Row row, qint64 person)
{
    if (const Field *owner = row.type->tiedBy(Tie::Owner))
        row.set(QString::fromLatin1(owner->column), person);
    return row;
}

/// Violations of one of several rows that are kept together, under its table.
Violations ofTable(const RecordType &type, Violations violations)
{
    for (Violation &violation : violations)
        violation.column.prepend(QLatin1String(type.table) + u'.');
    return violations;
}

} // namespace

People::People(Records &records)
    : m_records(records)
{
    // One room, one person, on every night: asked wherever a stay is saved or comes back.
    records.addLookup(recordType<Stay>(), [this](const Row &row, qint64 self) -> Result<Violations> {
        const auto stay = recordType<Stay>().fromRow(row);
        return stay ? stayConflicts(*stay, {self}) : Result<Violations>(Violations());
    });
}

Result<QList<ResidentLine>> People::linesOf(const QList<qint64> &people, QDate today) const
{
    Database &database = m_records.database();
    if (!m_records.session().may(Act::Read, Category::Identity))
        return Error{ErrorKind::NotPermitted, {}, {}};
    const auto rows = Table(database, recordType<Person>()).list({.filters = {{u"id"_s, Filter::Comparison::In, idList(people)}}});
    if (!rows)
        return rows.error();
    const auto stays = byPerson<Stay>(database, people);
    const auto stages = byPerson<StageEntry>(database, people);
    const auto alerts = byPerson<Alert>(database, people);
    const auto plans = planStandings(database, people, m_records.clock());
    const auto rooms = m_records.all<Room>({.withWithdrawn = true});
    const auto staff = m_records.all<Staff>({.withWithdrawn = true});
    if (!stays || !stages || !alerts || !plans || !rooms || !staff)
        return Error{ErrorKind::Storage, u"residents"_s, {}};
    const auto roomNames = namesOf(*rooms);
    const auto staffNames = namesOf(*staff);
    const bool seesStage = m_records.session().may(Act::Read, Category::SubstanceUse);
    const bool seesPlan = m_records.session().may(Act::Read, Category::CarePlan);
    // A clock that was set back hides no alert.
    const QDate latest = today == m_records.today() ? m_records.latestDay() : today;
    const bool seesAlerts = m_records.session().may(Act::Read, recordType<Alert>().category);

    QList<ResidentLine> lines;
    for (const KeptRow &row : *rows) {
        KeptRow readable = row;
        const bool isClosed = m_records.closed().isClosed(row.id);
        readable.row
            = readablePart(m_records.closed().visiblePart(recordType<Person>(), row.id, row.row).value_or(row.row), m_records.session());
        const auto person = asKind<Person>(readable);
        if (!person)
            return person.error();
        ResidentLine line{*person, {}, {}, {}, {}, {}, {}, isClosed};
        line.stay = tellingStay(stays->value(row.id), today);
        if (isClosed && line.stay)
            line.stay->value = withoutDetail(line.stay->value);
        const bool hasRoom = line.stay && (line.stay->value.isHereOn(today) || line.stay->value.isExpected());
        line.room = hasRoom ? roomNames.value(line.stay->value.roomId.value) : QString();
        line.keyworker = staffNames.value(line.person.value.keyworkerId.value);
        if (isClosed) {
            lines.append(line);
            continue;
        }
        if (seesPlan)
            line.plan = plans->value(row.id);
        if (seesStage)
            line.stage = presentStage(stages->value(row.id));
        for (const Kept<Alert> &alert : alerts->value(row.id))
            if (seesAlerts && m_records.mayReadRow(toRow(alert.value)) && alert.value.holdsWithin(today, latest))
                line.alerts.append(alert.value);
        std::stable_sort(line.alerts.begin(), line.alerts.end(), [](const Alert &a, const Alert &b) { return urgency(a) < urgency(b); });
        lines.append(line);
    }
    QHash<qint64, qsizetype> places; // as they were asked for
    for (const qint64 person : people)
        places.insert(person, places.size());
    std::sort(lines.begin(), lines.end(),
        [&](const ResidentLine &a, const ResidentLine &b) { return places.value(a.person.id.value) < places.value(b.person.id.value); });
    return lines;
}

Result<ResidentLine> People::line(Id<Person> person) const
{
    auto lines = linesOf({person.value}, m_records.today());
    if (!lines)
        return lines.error();
    if (lines->isEmpty())
        return Error{ErrorKind::NotFound, {}, {}};
    return lines->first();
}

Result<QList<ResidentLine>> People::lines(const QList<Id<Person>> &people) const
{
    QList<qint64> ids;
    for (const Id<Person> person : people)
        ids.append(person.value);
    return linesOf(ids, m_records.today());
}

void People::addOffers(Offers &offers) const
{
    offers.addRule(recordType<Room>(), [this](qint64 alsoThis) -> Result<QList<KeptRow>> {
        const auto rooms = freeRooms({alsoThis});
        if (!rooms)
            return rooms.error();
        QList<KeptRow> rows;
        for (const Kept<Room> &room : *rooms)
            rows.append(untyped(room));
        return rows;
    });
    offers.addRule(recordType<Person>(), [this](qint64) -> Result<QList<KeptRow>> {
        const auto here = residents(ResidentGroup::HereNow);
        if (!here)
            return here.error();
        QList<KeptRow> rows;
        for (const ResidentLine &line : *here)
            rows.append(untyped(line.person));
        return rows;
    });
}

Result<Kept<Person>> People::takeIn(const Person &person, const Stay &stay, const QList<Row> &also)
{
    const QList<Row> rows = QList<Row>{toRow(stay)} + also;
    Violations violations = m_records.check(toRow(person));
    for (const Row &row : rows)
        violations += ofTable(*row.type, m_records.check(belongingTo(row, 1))); // the person who is about to get an id
    const auto conflicts = stayConflicts(stay, {});
    if (!conflicts)
        return conflicts.error();
    violations += ofTable(recordType<Stay>(), *conflicts);
    if (!violations.isEmpty())
        return invalid(violations);
    std::optional<Kept<Person>> kept;
    Done done = m_records.together([&]() -> Done {
        auto added = m_records.add(person);
        if (!added)
            return added.error();
        for (const Row &row : rows)
            if (auto with = m_records.add(belongingTo(row, added->id.value)); !with) {
                Error error = with.error();
                error.violations = ofTable(*row.type, error.violations);
                return error;
            }
        kept = *added;
        return {};
    });
    if (!done)
        return done.error();
    return *kept;
}

Result<Kept<Person>> People::byNumber(const QString &number) const
{
    auto found = m_records.all<Person>({.filters = {{u"number"_s, Filter::Comparison::Equals, number.trimmed().toUpper()}}});
    if (!found)
        return found.error();
    if (found->isEmpty())
        return Error{ErrorKind::NotFound, number, {}};
    return found->first();
}

} // namespace keywork
