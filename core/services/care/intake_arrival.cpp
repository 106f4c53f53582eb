// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/intake.h"

#include "core/services/records/people.h"
#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork {

/// Once a stay has its first day of arrival, the arrival is open, said with the same entry of the history.
void Intake::openArrival(Row &stay, const std::optional<Row> &before) const
{
    constexpr int kTypedInAfterDays = 7; // a stay that began longer ago is typed in from paper: nobody is to be settled in anew
    const bool isFirst = !before || isBlank(before->value(u"arrived_on"_s));
    const QDate arrived = QDate::fromString(stay.text(u"arrived_on"_s), Qt::ISODate);
    if (!isFirst || !arrived.isValid() || !isBlank(stay.value(u"left_on"_s)))
        return;
    if (arrived.daysTo(m_records.today()) <= kTypedInAfterDays)
        stay.set(u"arrival_open"_s, qint64(1));
}

Result<std::optional<Arrival>> Intake::arrivalOf(Id<Person> person) const
{
    const auto stays = m_records.all<Stay>({.filters = {{u"person_id"_s, Filter::Comparison::Equals, person.value}}, .orderBy = u"id"_s});
    const auto who = m_records.one(person);
    if (!stays)
        return stays.error();
    if (!who)
        return who.error();
    std::optional<Kept<Stay>> telling;
    for (const Kept<Stay> &stay : *stays) // planned or going on before what is over, then the one that was told of last
        if (!stay.value.notComing && (!telling || !stay.value.leftOn || telling->value.leftOn))
            telling = stay;
    if (!telling)
        return std::optional<Arrival>();
    Arrival arrival{*telling, *who, {}, {}, {}};
    if (m_records.mayRead(recordType<ArrivalStep>())) {
        const auto steps = m_records.all<ArrivalStep>(
            {.filters = {{u"stay_id"_s, Filter::Comparison::Equals, telling->id.value}}, .orderBy = u"position"_s});
        if (!steps)
            return steps.error();
        arrival.steps = *steps;
    }
    if (m_records.mayRead(recordType<StayCondition>())) {
        const auto conditions = m_records.of<StayCondition>("stay_id", telling->id);
        if (!conditions)
            return conditions.error();
        arrival.conditions = *conditions;
    }
    QList<ArrivalStep> steps;
    for (const Kept<ArrivalStep> &step : std::as_const(arrival.steps))
        steps.append(step.value);
    QStringList toShow;
    for (const ChoiceOption &item : m_records.choices().options(u"induction_item"_s))
        if (!item.retired)
            toShow.append(item.code);
    const auto mayRead = [this](Category category) { return m_records.session().may(Act::Read, category); };
    arrival.gaps = arrivalGaps(telling->value, steps, who->value, toShow, mayRead);
    return std::optional(arrival);
}

Result<Kept<Stay>> Intake::plan(Id<Person> person)
{
    const auto known = arrivalOf(person);
    if (!known)
        return known.error();
    if (*known && !(*known)->stay.value.leftOn)
        return (*known)->stay;
    Stay planned;
    planned.personId = person;
    planned.referredOn = m_records.today();
    return m_records.add(planned);
}

Result<Kept<Stay>> Intake::arrive(const Kept<Stay> &planned, QDate day, std::optional<QTime> time, Id<Room> room)
{
    Kept<Stay> stay = planned;
    stay.value.arrivedOn = day;
    stay.value.arrivedTime = time;
    stay.value.roomId = room;
    return m_people.saveStay(planned, stay.value);
}

Result<Kept<Stay>> Intake::finishArrival(Id<Stay> stay)
{
    auto known = m_records.one(stay);
    if (!known)
        return known;
    known->value.arrivalOpen = false;
    return m_records.amend(*known);
}

Done Intake::stepDone(Id<ArrivalStep> step)
{
    auto known = m_records.one(step);
    if (!known)
        return known.error();
    known->value.doneAt = m_records.clock().now();
    const auto saved = m_records.amend(*known);
    return saved ? Done() : Done(saved.error());
}

} // namespace keywork
