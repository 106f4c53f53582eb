// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/stay_letters.h"

#include "core/domain/money.h"
#include "core/domain/stay.h"
#include "core/services/records/records.h"
#include "core/storage/table.h"
#include "core/storage/watching.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

template <class T> Result<QList<Kept<T>>> allOfPerson(const RecordReader &records, Id<Person> person)
{
    const auto rows = rowsOfPeople(records.database(), recordType<T>(), {person.value});
    if (!rows)
        return rows.error();
    QList<Kept<T>> found;
    for (const KeptRow &row : *rows) {
        const auto one = asKind<T>(row);
        if (!one)
            return one.error();
        found.append(*one);
    }
    return found;
}

Result<House> houseForLetters(const RecordReader &records)
{
    const auto houses = records.all<House>();
    return houses ? Result(houses->isEmpty() ? House() : houses->first().value) : houses.error();
}

/// By the charge that began last and holds on the day.
bool paysByMonth(const QList<Kept<RentCharge>> &charges, QDate day)
{
    const Kept<RentCharge> *latest = nullptr;
    for (const Kept<RentCharge> &one : charges)
        if (one.value.fromOn <= day && (!one.value.untilOn || *one.value.untilOn >= day)
            && (!latest || one.value.fromOn > latest->value.fromOn))
            latest = &one;
    return latest && latest->value.per == RentPer::Month;
}

QDate letterDayIn(const Row &row, const QString &column) { return QDate::fromString(row.text(column), Qt::ISODate); }

bool isGivenNow(const Row &row, const Row *before)
{
    const QString given = row.text(u"given_on"_s);
    return !given.isEmpty() && (!before || before->text(u"given_on"_s) != given);
}

/// The last day to appeal as it follows from the day of giving.
QString appealDay(const Row &row, const House &house)
{
    return appealUntil(letterDayIn(row, u"given_on"_s), int(house.appealDays), BankHolidays::of(house.nation)).toString(Qt::ISODate);
}

/// Whether it is still the day that followed from an earlier day of giving, which nobody chose.
bool isAppealDayOf(const Row &before, const Row &row, const House &house)
{
    return !before.text(u"given_on"_s).isEmpty() && row.text(u"appeal_until"_s) == appealDay(before, house);
}

/// What follows from giving it, written once and again when another day is said.
void completeLetter(const Records &records, Row &row, const std::optional<Row> &before)
{
    if (!isGivenNow(row, before ? &*before : nullptr))
        return;
    const auto house = houseForLetters(records);
    if (row.value(u"decided_by_id"_s).toLongLong() == 0)
        row.set(u"decided_by_id"_s, records.session().staff().value);
    if (house && (row.text(u"appeal_until"_s).isEmpty() || (before && isAppealDayOf(*before, row, *house))))
        row.set(u"appeal_until"_s, appealDay(row, *house));
}

/// Safety plans of the stay in which the notice is given: one of an earlier stay says nothing of this one.
Result<QList<Kept<LeavingSafetyPlan>>> plansOfThisStay(const Records &records, const Row &notice)
{
    const Id<Person> person{notice.value(u"person_id"_s).toLongLong()};
    auto plans = allOfPerson<LeavingSafetyPlan>(records, person);
    const auto stays = allOfPerson<Stay>(records, person);
    if (!plans || !stays)
        return plans ? stays.error() : plans.error();
    for (const Kept<Stay> &stay : *stays)
        if (stay.value.isHereOn(letterDayIn(notice, u"given_on"_s)))
            plans->removeIf([&stay](const Kept<LeavingSafetyPlan> &plan) { return plan.value.madeOn < *stay.value.arrivedOn; });
    return plans;
}

void completeNotice(const Records &records, Row &row, const std::optional<Row> &before)
{
    completeLetter(records, row, before);
    if (!isGivenNow(row, before ? &*before : nullptr))
        return;
    const auto ground = noticeGroundOf(records, {row.value(u"person_id"_s).toLongLong()}, letterDayIn(row, u"given_on"_s));
    const bool isKnown = ground && ground->occupancy;
    row.set(u"occupancy"_s, isKnown ? QVariant(codeOf(ground->occupancy->value.kind)) : QVariant());
    const auto plans = plansOfThisStay(records, row);
    const auto plan = plans ? latestLeavingPlan(*plans, letterDayIn(row, u"given_on"_s)) : std::nullopt;
    row.set(u"plan_id"_s, plan ? QVariant(plan->id.value) : QVariant());
    row.set(u"earliest_on"_s, isKnown && ground->earliest ? QVariant(ground->earliest->toString(Qt::ISODate)) : QVariant());
}

/// The letter as it was before this save; none: a new one.
std::optional<Row> letterBefore(const Records &records, const Row &row, qint64 self)
{
    if (self == 0)
        return {};
    const auto kept = Table(records.database(), *row.type).find(self);
    return kept ? std::optional(kept->row) : std::nullopt;
}

Result<Violations> letterProblems(const Records &records, const Row &row, const std::optional<Row> &before)
{
    Violations found;
    if (!isGivenNow(row, before ? &*before : nullptr))
        return found;
    if (!records.session().may(Act::Manage, row.type->category))
        found.append({u"given_on"_s, Rule::ManagerGives, {}});
    const auto stays = allOfPerson<Stay>(records, {row.value(u"person_id"_s).toLongLong()});
    if (!stays)
        return stays.error();
    const QDate given = letterDayIn(row, u"given_on"_s);
    if (std::none_of(stays->cbegin(), stays->cend(), [given](const Kept<Stay> &stay) { return stay.value.isHereOn(given); }))
        found.append({u"given_on"_s, Rule::NotHereThen, {}});
    return found;
}

/// Without one nothing is given; afterwards Today asks for it.
Done addPlanProblems(const Records &records, const Row &row, Violations &found)
{
    if (row.value(u"plan_id"_s).toLongLong() > 0)
        return {};
    const auto plans = plansOfThisStay(records, row);
    if (!plans)
        return plans.error();
    found.append({u"given_on"_s, Rule::SafetyPlanFirst, plans->isEmpty() ? QString() : u"later"_s});
    return {};
}

Result<Violations> noticeProblems(const Records &records, const Row &row, qint64 self)
{
    const auto before = letterBefore(records, row, self);
    auto found = letterProblems(records, row, before);
    if (!found || row.text(u"given_on"_s).isEmpty())
        return found;
    const auto kind = fromCode<OccupancyKind>(row.text(u"occupancy"_s));
    if (!kind)
        found->append({u"given_on"_s, Rule::OccupancyUnknown, {}});
    else if (!noticeRuleOf(*kind).isKnown() && row.text(u"advice"_s).trimmed().isEmpty())
        found->append({u"advice"_s, Rule::AdviceFirst, {}});
    if (const QString earliest = row.text(u"earliest_on"_s); !earliest.isEmpty() && row.text(u"ends_on"_s) < earliest)
        found->append({u"ends_on"_s, Rule::Unlikely, kNoticeTooShort});
    if (isGivenNow(row, before ? &*before : nullptr))
        if (Done plan = addPlanProblems(records, row, *found); !plan)
            return plan.error();
    return found;
}

} // namespace

Result<NoticeGround> noticeGroundOf(const RecordReader &records, Id<Person> person, QDate given)
{
    const auto occupancies = allOfPerson<OccupancyRight>(records, person);
    const auto charges = allOfPerson<RentCharge>(records, person);
    const auto house = houseForLetters(records);
    if (!occupancies || !charges || !house)
        return !occupancies ? occupancies.error() : !charges ? charges.error() : house.error();
    NoticeGround ground{occupancyOn(*occupancies, given), {}};
    if (ground.occupancy)
        ground.earliest = earliestLeaving(
            ground.occupancy->value.kind, given, {int(house->noticeDays), paysByMonth(*charges, given), BankHolidays::of(house->nation)});
    return ground;
}

void addStayLetterChecks(Records &records)
{
    records.addCompleting(
        recordType<StayWarning>(), [&records](Row &row, const std::optional<Row> &before) { completeLetter(records, row, before); });
    records.addCompleting(
        recordType<StayNotice>(), [&records](Row &row, const std::optional<Row> &before) { completeNotice(records, row, before); });
    records.addLookup(recordType<StayWarning>(),
        [&records](const Row &row, qint64 self) { return letterProblems(records, row, letterBefore(records, row, self)); });
    records.addLookup(recordType<StayNotice>(), [&records](const Row &row, qint64 self) { return noticeProblems(records, row, self); });
}

} // namespace keywork
