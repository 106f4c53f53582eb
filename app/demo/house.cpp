// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "core/services/house/first_steps.h"
#include "core/services/records/records.h"

#include "core/base/anniversary.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

constexpr int kStaying = 2; ///< of the team, through all years
constexpr int kBedsPerKeyworker = 7;

Done addToTeam(DemoHouse &house, const QString &name)
{
    auto member = house.services.records.add(Staff{name, Role::Keyworker, u"020 7946 0111"_s, {}, {}});
    if (member)
        house.team.append(*member);
    return onlyDone(member);
}

Done open(DemoHouse &house)
{
    const int beds = bedsOf(house.wish);
    const QJsonArray names = house.list(u"staff");
    for (int i = 0; i < std::max(4, beds / kBedsPerKeyworker); ++i)
        if (i < names.size())
            if (Done added = addToTeam(house, names.at(i).toString()); !added)
                return added;
    for (int i = 1; i <= beds; ++i) {
        auto room = house.services.records.add(
            Room{QString::number(i), u"Main house"_s, i <= beds / 2 ? u"Ground"_s : u"First"_s, i < 4, false, {}});
        if (!room)
            return room.error();
        house.rooms.append(room->id);
    }
    // A house that has worked for years has its first hour behind it.
    const auto all = allOf<FirstStep>();
    return house.services.firstSteps.putAway({all.begin(), all.end()});
}

/// Whoever leaves hands their residents to a colleague.
Done handOver(DemoHouse &house, Id<Staff> from, DemoRandom &random)
{
    for (const DemoResidentPtr &resident : std::as_const(house.present)) {
        auto person = house.services.records.one(resident->id);
        if (!person)
            return person.error();
        if (person->value.keyworkerId != from)
            continue;
        person->value.keyworkerId = house.someone(random).id;
        if (auto amended = house.services.records.amend(*person); !amended)
            return amended.error();
    }
    return {};
}

Done changeTeam(DemoHouse &house, const QString &next, DemoRandom &random)
{
    Kept<Staff> leaving = house.team.takeAt(kStaying);
    leaving.value.leftOn = house.today();
    if (auto left = house.services.records.amend(leaving); !left)
        return left.error();
    Done added = addToTeam(house, next);
    return added ? handOver(house, leaving.id, random) : added;
}

} // namespace

/// Rooms and team; from the third year on somebody leaves and somebody comes each year.
Done house(DemoDay &day)
{
    if (day.isFirst())
        return open(day.house);
    const QDate start = day.house.calendar.start();
    const int year = day.date.year() - start.year();
    const QJsonArray names = day.house.list(u"staff");
    const auto next = names.size() - 1 - year;
    if (year < 2 || day.date != yearsAfter(start, year, MonthEnd::LastDay) || next < day.house.team.size())
        return {};
    day.at(10, [&house = day.house, &random = day.random, name = names.at(next).toString()] { return changeTeam(house, name, random); });
    return {};
}

} // namespace keywork::demo
