// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/roll_call.h"

#include "tests/support/catch.h"

#include <QRandomGenerator>
#include <QStringList>
#include <algorithm>

namespace keywork::test::rules_roll_call_test {

using namespace Qt::StringLiterals;

namespace {

RollEntry lives(const QString &floor, const QString &room, Whereabouts where, bool needsHelp = false)
{
    return {.where = where, .floor = floor, .room = room, .name = room, .needsHelp = needsHelp};
}

RollEntry other(RollSort sort, const QString &name) { return {.sort = sort, .name = name}; }

QStringList inOrder(const QList<RollEntry> &entries)
{
    QStringList names;
    for (const qsizetype place : rollOrder(entries))
        names.append(entries[place].name);
    return names;
}

} // namespace

TEST_CASE("Who needs help stands first, then floor by floor those who are in, then staff, visitors and contractors")
{
    using W = Whereabouts;
    const QList<RollEntry> house{other(RollSort::Contractor, u"Lift"_s), other(RollSort::Visitor, u"Carol"_s),
        lives(u"2"_s, u"21"_s, W::In), other(RollSort::Staff, u"Priya"_s), lives(u"1"_s, u"12"_s, W::Away), lives(u"1"_s, u"10"_s, W::In),
        lives(u"1"_s, u"9"_s, W::In), lives(u"1"_s, u"11"_s, W::Out), lives(u"1"_s, u"13"_s, W::NotKnown),
        lives(u"3"_s, u"31"_s, W::Out, true), lives(u"3"_s, u"32"_s, W::NotKnown, true), lives(u"2"_s, u"22"_s, W::In, true)};
    const QStringList expected{
        u"22"_s, u"32"_s, u"31"_s, u"9"_s, u"10"_s, u"13"_s, u"11"_s, u"12"_s, u"21"_s, u"Priya"_s, u"Carol"_s, u"Lift"_s};
    CHECK(inOrder(house) == expected);
    QList<RollEntry> shuffled = house;
    QRandomGenerator chance(3);
    for (int i = 0; i < 50; ++i) {
        std::shuffle(shuffled.begin(), shuffled.end(), chance);
        CHECK(inOrder(shuffled) == expected);
    }
}

TEST_CASE("Whoever is out or away is missed by nobody, and counts apart when they are seen")
{
    using W = Whereabouts;
    QList<RollEntry> house{lives(u"1"_s, u"1"_s, W::In), lives(u"1"_s, u"2"_s, W::NotKnown), lives(u"1"_s, u"3"_s, W::Out),
        lives(u"1"_s, u"4"_s, W::Away), other(RollSort::Staff, u"Priya"_s), other(RollSort::Visitor, u"Carol"_s)};
    CHECK(rollCount(house) == RollCount{4, 0, 0});
    CHECK(rollCount(house).missing() == 4);
    house[0].isTicked = house[2].isTicked = true;
    CHECK(rollCount(house) == RollCount{4, 1, 1});
    for (RollEntry &entry : house)
        entry.isTicked = true;
    CHECK(rollCount(house).missing() == 0);
    CHECK(rollCount({}) == RollCount{});
}

TEST_CASE("A plan for getting out counts unless it says alone, and an alarm that is not heard or seen counts as well")
{
    for (const QString &alone : {u""_s, u"  "_s, u"Alone, like everybody."_s, u"alone"_s, u"None"_s, u"No help needed"_s})
        CHECK_FALSE(needsHelpToGetOut(alone));
    for (const QString &plan : {u"Oxygen at night, two people and the evac chair"_s, u"Hoist"_s, u"Alone, but slowly on the stairs"_s})
        CHECK(needsHelpToGetOut(plan));
    for (const QString &heard : {u"Deaf in one ear"_s, u"Hard of hearing; lip-reads"_s, u"BSL"_s, u"Registered blind"_s})
        CHECK(mayMissAlarm(heard));
    for (const QString &other : {u""_s, u"Reads with difficulty, large print"_s, u"Heard of us from outreach"_s})
        CHECK_FALSE(mayMissAlarm(other));
}

} // namespace keywork::test::rules_roll_call_test
