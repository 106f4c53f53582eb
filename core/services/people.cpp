// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/people.h"

#include "core/base/text.h"
#include "core/domain/care_plan.h"
#include "core/rules/stage_movement.h"
#include "core/services/visibility.h"
#include "core/storage/query.h"
#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kPresent
    = QStringLiteral("SELECT person_id FROM stay WHERE withdrawn_at IS NULL AND arrived_on IS NOT NULL AND arrived_on <= ? "
                     "AND (left_on IS NULL OR left_on > ?)");
const QString kExpected = QStringLiteral("SELECT person_id FROM stay WHERE withdrawn_at IS NULL AND arrived_on IS NULL AND left_on IS NULL "
                                         "AND decision NOT IN ('declined', 'withdrew')");
const QString kStayed = QStringLiteral("SELECT person_id FROM stay WHERE withdrawn_at IS NULL AND left_on IS NOT NULL");

struct Condition {
    QString sql; ///< over person.id
    QList<QVariant> values;
};

Condition conditionFor(ResidentGroup group, QDate today, Id<Staff> self)
{
    const QString day = today.toString(Qt::ISODate);
    switch (group) {
    case ResidentGroup::HereNow:
        return {u"id IN (%1)"_s.arg(kPresent), {day, day}};
    case ResidentGroup::MyKeywork:
        return {u"keyworker_id = ? AND id IN (%1)"_s.arg(kPresent), {self.value, day, day}};
    case ResidentGroup::Expected:
        return {u"id IN (%1)"_s.arg(kExpected), {}};
    case ResidentGroup::Left:
        return {u"id IN (%1) AND id NOT IN (%2) AND id NOT IN (%3)"_s.arg(kStayed, kPresent, kExpected), {day, day}};
    }
    return {};
}

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

template <class T> Result<QHash<qint64, QList<Kept<T>>>> byPerson(Database &database, const Condition &people)
{
    const RecordType &type = recordType<T>();
    const auto rows
        = Table(database, type)
              .listWhere(u"person_id IN (SELECT id FROM person WHERE %1) AND withdrawn_at IS NULL"_s.arg(people.sql), people.values);
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

/// Without the snapshots, which are large.
Result<QHash<qint64, PlanStanding>> planStandings(Database &database, const Condition &people, const Clock &clock)
{
    QHash<qint64, PlanStanding> standings;
    Query query(database,
        u"SELECT v.person_id, v.version_number, v.state, v.issued_at, v.review_on, s.kind, s.on_day FROM care_plan_version v "
        "LEFT JOIN sign_off s ON s.id = (SELECT max(id) FROM sign_off WHERE version_id = v.id AND withdrawn_at IS NULL) "
        "WHERE v.withdrawn_at IS NULL AND v.person_id IN (SELECT id FROM person WHERE %1) ORDER BY v.version_number"_s.arg(people.sql));
    if (Done done = query.bind(people.values).run(); !done)
        return done.error();
    while (query.next()) {
        PlanStanding &standing = standings[query.number(0)];
        standing.version = int(query.number(1));
        standing.isDraft = query.text(2) == QLatin1String(codeOf(VersionState::Draft));
        if (standing.isDraft)
            continue;
        standing.issuedVersion = standing.version;
        standing.signOff = query.text(5);
        standing.onDay = standing.signOff.isEmpty() ? clock.local(fromStoredText(query.text(3))).date()
                                                    : QDate::fromString(query.text(6), Qt::ISODate);
        const QDate review = QDate::fromString(query.text(4), Qt::ISODate);
        standing.reviewOn = review.isValid() ? std::optional(review) : std::nullopt;
    }
    if (Done done = query.finished(); !done)
        return done.error();
    return standings;
}

Stay withoutDetail(const Stay &stay)
{
    Stay rest;
    rest.personId = stay.personId;
    rest.referredOn = stay.referredOn;
    rest.decision = stay.decision;
    rest.expectedOn = stay.expectedOn;
    rest.arrivedOn = stay.arrivedOn;
    rest.roomId = stay.roomId;
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

} // namespace

People::People(Records &records)
    : m_records(records)
{
    // One room, one person: asked wherever a stay is saved.
    records.addLookup(recordType<Stay>(), [this](const Row &row, qint64 self) -> Result<Violations> {
        const auto stay = recordType<Stay>().fromRow(row);
        return stay ? stayConflicts(*stay, {self}) : Result<Violations>(Violations());
    });
}

Result<QList<ResidentLine>> People::linesWhere(const QString &condition, const QList<QVariant> &values, int limit, QDate today) const
{
    Database &database = m_records.database();
    const Condition people{condition, values};
    if (!m_records.session().may(Act::Read, Category::Identity))
        return Error{ErrorKind::NotPermitted, {}, {}};
    const auto rows = Table(database, recordType<Person>())
                          .listWhere(condition + u" AND withdrawn_at IS NULL ORDER BY id DESC LIMIT %1"_s.arg(limit), values);
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
            if (seesAlerts && alert.value.holdsOn(today))
                line.alerts.append(alert.value);
        std::stable_sort(line.alerts.begin(), line.alerts.end(), [](const Alert &a, const Alert &b) { return urgency(a) < urgency(b); });
        lines.append(line);
    }
    std::sort(lines.begin(), lines.end(), [](const ResidentLine &a, const ResidentLine &b) {
        return QString::localeAwareCompare(a.person.value.displayName(), b.person.value.displayName()) < 0;
    });
    return lines;
}

Result<QList<ResidentLine>> People::residents(ResidentGroup group, QDate on) const
{
    const QDate day = on.isValid() ? on : m_records.today();
    const Condition condition = conditionFor(group, day, m_records.session().staff());
    return linesWhere(condition.sql, condition.values, 500, day);
}

Result<ResidentLine> People::line(Id<Person> person) const
{
    auto lines = linesWhere(u"id = ?"_s, {person.value}, 1, m_records.today());
    if (!lines)
        return lines.error();
    if (lines->isEmpty())
        return Error{ErrorKind::NotFound, {}, {}};
    return lines->first();
}

Result<std::array<int, 4>> People::groupSizes() const
{
    std::array<int, 4> sizes{};
    for (size_t i = 0; i < sizes.size(); ++i) {
        const Condition condition = conditionFor(ResidentGroup(i), m_records.today(), m_records.session().staff());
        const auto count = valueOf(
            m_records.database(), u"SELECT count(*) FROM person WHERE withdrawn_at IS NULL AND "_s + condition.sql, condition.values);
        if (!count)
            return count.error();
        sizes[i] = count->toInt();
    }
    return sizes;
}

Result<Violations> People::stayConflicts(const Stay &stay, Id<Stay> self) const
{
    Violations violations;
    if (!stay.arrivedOn || stay.leftOn)
        return violations;
    const auto other = [&](const QString &column, qint64 value) {
        return valueOf(m_records.database(),
            u"SELECT count(*) FROM stay WHERE withdrawn_at IS NULL AND arrived_on IS NOT NULL AND left_on IS NULL AND id <> ? AND "_s
                + column + u" = ?"_s,
            {self.value, value});
    };
    const auto present = other(u"person_id"_s, stay.personId.value);
    if (!present)
        return present.error();
    if (present->toInt() > 0)
        violations.append({u"arrived_on"_s, Rule::AlreadyHere, {}});
    if (stay.roomId) {
        const auto taken = other(u"room_id"_s, stay.roomId.value);
        if (!taken)
            return taken.error();
        if (taken->toInt() > 0)
            violations.append({u"room_id"_s, Rule::RoomTaken, {}});
    }
    return violations;
}

Result<Kept<Person>> People::takeIn(const Person &person, const Stay &stay)
{
    Violations violations = m_records.check(toRow(person));
    Stay checked = stay;
    checked.personId.value = 1; // stands for the person who is about to get an id
    for (Violation violation : m_records.check(toRow(checked))) {
        violation.column.prepend(u"stay."_s);
        violations.append(violation);
    }
    checked.personId = {};
    const auto conflicts = stayConflicts(checked, {});
    if (!conflicts)
        return conflicts.error();
    for (Violation violation : *conflicts) {
        violation.column.prepend(u"stay."_s);
        violations.append(violation);
    }
    if (!violations.isEmpty())
        return invalid(violations);
    std::optional<Kept<Person>> kept;
    Done done = m_records.together([&]() -> Done {
        auto added = m_records.add(person);
        if (!added)
            return added.error();
        checked.personId = added->id;
        if (auto stayed = m_records.add(checked); !stayed)
            return stayed.error();
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
