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

/// An alert of which only the kind is known, to ask who may read such a one.
Row rowOfKind(const QString &kind)
{
    Row row = emptyRow(recordType<Alert>());
    row.set(u"kind"_s, kind);
    return row;
}

ResidentsReader readerOf(const Records &records, QDate today)
{
    QStringList unseen;
    for (const ChoiceOption &kind : records.choices().options(QString::fromLatin1(recordType<Alert>().fieldNamed(u"kind"_s)->list)))
        if (!records.mayReadRow(rowOfKind(kind.code)))
            unseen.append(kind.code);
    return {today, records.session().staff().value, records.closed().people(), unseen};
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

Result<ResidentsRequest> People::readable(ResidentsRequest request) const
{
    const Session &session = m_records.session();
    const bool seesStage = session.may(Act::Read, Category::SubstanceUse);
    const bool seesAlerts = session.may(Act::Read, recordType<Alert>().category);
    const bool seesPlan = session.may(Act::Read, Category::CarePlan);
    const bool refused = (request.order == ResidentOrder::Stage && !seesStage) || (request.order == ResidentOrder::Alerts && !seesAlerts)
        || (request.order == ResidentOrder::Review && !seesPlan);
    if (refused || !session.may(Act::Read, Category::Identity))
        return Error{ErrorKind::NotPermitted, {}, {}};
    if (!seesStage)
        request.stages.clear();
    if (!seesAlerts)
        request.alertKinds.clear();
    if (!request.alertKinds.isEmpty()) {
        request.alertKinds.removeIf([this](const QString &kind) { return !m_records.mayReadRow(rowOfKind(kind)); });
        if (request.alertKinds.isEmpty())
            request.alertKinds.append(QString()); // what may not be read finds nobody
    }
    return request;
}

QDate People::dayOf(const ResidentsRequest &request) const { return request.on.isValid() ? request.on : m_records.today(); }

Result<ResidentWindow> People::residents(const ResidentsRequest &request) const
{
    const auto wanted = readable(request);
    if (!wanted)
        return wanted.error();
    const auto places = residentPlaces(m_records.database(), *wanted, readerOf(m_records, dayOf(*wanted)));
    if (!places)
        return places.error();
    QList<qint64> people;
    for (const ResidentPlace &place : *places)
        people.append(place.person);
    auto lines = linesOf(people, dayOf(*wanted));
    if (!lines)
        return lines.error();
    const bool isLast = request.limit == 0 || places->size() < request.limit;
    return ResidentWindow{std::move(*lines), isLast ? std::nullopt : std::optional(places->last())};
}

Result<QList<ResidentLine>> People::residents(ResidentGroup group, QDate on) const
{
    auto all = residents(ResidentsRequest{.group = group, .on = on});
    return all ? Result<QList<ResidentLine>>(std::move(all->lines)) : all.error();
}

Result<qint64> People::count(const ResidentsRequest &request) const
{
    const auto wanted = readable(request);
    return wanted ? residentCount(m_records.database(), *wanted, readerOf(m_records, dayOf(*wanted))) : Result<qint64>(wanted.error());
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

Result<std::array<int, 4>> People::groupSizes() const
{
    if (!m_records.session().may(Act::Read, Category::Identity))
        return Error{m_records.session().refusal(), {}, {}};
    return residentGroupSizes(m_records.database(), readerOf(m_records, m_records.today()));
}

Result<QList<Stay>> People::staysMeeting(const Nights &nights, const QString &column, qint64 value, Id<Stay> self) const
{
    QList<Filter> filters{{column, Filter::Comparison::Equals, value}, {u"id"_s, Filter::Comparison::NotEquals, self.value},
        {u"arrived_on"_s, Filter::Comparison::IsPresent}};
    if (nights.until)
        filters.append({u"arrived_on"_s, Filter::Comparison::Before, nights.until->toString(Qt::ISODate)});
    const QList<Filter> stillThen{{u"left_on"_s, Filter::Comparison::IsAbsent},
        {u"left_on"_s, Filter::Comparison::AtLeast, nights.from.addDays(1).toString(Qt::ISODate)}};
    const auto rows
        = Table(m_records.database(), recordType<Stay>()).list({.filters = filters, .orderBy = u"arrived_on"_s, .anyOf = stillThen});
    if (!rows)
        return rows.error();
    QList<Stay> stays;
    for (const KeptRow &row : *rows)
        if (const auto stay = asKind<Stay>(row))
            stays.append(stay->value);
        else
            return stay.error();
    return stays;
}

Result<std::optional<Stay>> People::standingStay(Id<Stay> stay) const
{
    const auto row = stay ? Table(m_records.database(), recordType<Stay>()).find(stay.value) : Result<KeptRow>(KeptRow());
    if (!row)
        return row.error();
    if (row->id == 0 || row->withdrawnAt)
        return std::optional<Stay>();
    const auto kept = asKind<Stay>(*row);
    return kept ? Result<std::optional<Stay>>(kept->value) : kept.error();
}

Result<std::optional<Violation>> People::firstClash(
    const Stay &stay, const Nights &mine, Nights (Stay::*held)() const, const QString &column, qint64 value, Id<Stay> self) const
{
    const auto others = staysMeeting(mine, column, value, self);
    if (!others)
        return others.error();
    for (const Stay &other : *others) {
        const auto night = firstCommonNight(mine, (other.*held)());
        if (!night)
            continue;
        const QString said = stay.leftOn || other.leftOn ? night->toString(Qt::ISODate) : QString();
        if (column == u"room_id")
            return std::optional(Violation{column, Rule::RoomTaken, said});
        const bool lastsTooLong = stay.leftOn && *other.arrivedOn > *stay.arrivedOn;
        return std::optional(Violation{lastsTooLong ? u"left_on"_s : u"arrived_on"_s, Rule::AlreadyHere, said});
    }
    return std::optional<Violation>();
}

Result<Violations> People::stayConflicts(const Stay &stay, Id<Stay> self) const
{
    Violations violations;
    if (!stay.arrivedOn || stay.nights().isNone())
        return violations;
    // What stood so before is not asked about again: a file with an earlier clash must let everybody leave.
    const auto stored = standingStay(self);
    if (!stored)
        return stored.error();
    const Stay before = stored->value_or(Stay());
    const bool stoodHere = before.arrivedOn && before.personId == stay.personId && holdsAll(before.nights(), stay.nights());
    if (stay.personId && !stoodHere) {
        const auto clash = firstClash(stay, stay.nights(), &Stay::nights, u"person_id"_s, stay.personId.value, self);
        if (!clash)
            return clash.error();
        if (*clash)
            violations.append(**clash);
    }
    const Nights inRoom = stay.nightsInRoom();
    const bool stoodInRoom = before.arrivedOn && before.roomId == stay.roomId && holdsAll(before.nightsInRoom(), inRoom);
    if (stay.roomId && !inRoom.isNone() && !stoodInRoom) {
        const auto clash = firstClash(stay, inRoom, &Stay::nightsInRoom, u"room_id"_s, stay.roomId.value, self);
        if (!clash)
            return clash.error();
        if (*clash)
            violations.append(**clash);
    }
    return violations;
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

Result<Kept<Stay>> People::saveStay(const std::optional<Kept<Stay>> &before, const Stay &stay)
{
    const auto conflicts = stayConflicts(stay, before ? before->id : Id<Stay>());
    if (!conflicts)
        return conflicts.error();
    Violations violations = m_records.check(toRow(stay));
    violations += *conflicts;
    if (!violations.isEmpty())
        return invalid(violations);
    if (!before)
        return m_records.add(stay);
    Kept<Stay> edited = *before;
    edited.value = stay;
    return m_records.amend(edited);
}

Result<QList<Kept<Room>>> People::freeRooms(Id<Room> alsoThis) const
{
    const auto rooms = m_records.all<Room>();
    if (!rooms)
        return rooms.error();
    const auto stays = m_records.all<Stay>(
        {.filters = {{u"arrived_on"_s, Filter::Comparison::IsPresent}, {u"left_on"_s, Filter::Comparison::IsAbsent}}});
    if (!stays)
        return stays.error();
    QList<Kept<Room>> free;
    for (const Kept<Room> &room : *rooms) {
        const bool taken
            = std::any_of(stays->cbegin(), stays->cend(), [&](const Kept<Stay> &stay) { return stay.value.roomId == room.id; });
        if (room.id == alsoThis || (!taken && !room.value.outOfUse))
            free.append(room);
    }
    return free;
}

} // namespace keywork
