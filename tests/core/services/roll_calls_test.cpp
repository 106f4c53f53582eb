// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/roll_calls.h"

#include "core/domain/nights_away.h"
#include "core/domain/restriction.h"
#include "core/domain/room.h"
#include "core/domain/shift.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/statements.h"
#include "tests/support/trust.h"

namespace keywork::test::roll_calls_test {

using namespace Qt::StringLiterals;

namespace {

const QDate kCame(2026, 9, 1);

/// A house of three, one of whom gets out with help, with a visitor and a contractor.
struct AHouse {
    TestHostel hostel;
    Kept<Room> ground = need(on().records.add(Room{.name = u"1"_s, .floor = u"Ground"_s}));
    Kept<Room> first = need(on().records.add(Room{.name = u"11"_s, .floor = u"First"_s}));
    Kept<Person> ben = with(aPerson().arrived(kCame, ground.id), u"Alone, like everybody"_s);
    Kept<Person> mia = with(aPerson().called(u"Mia"_s, u"Moss"_s).arrived(kCame, first.id), u"Oxygen: two people, evac chair"_s);
    Kept<Person> una = aPerson().called(u"Una"_s, u"Ash"_s).arrived(kCame).in(hostel);

    AHouse()
    {
        need(on().presence.put(ben.id, DeskDirection::In));
        need(on().presence.put(una.id, DeskDirection::Out));
        need(on().records.add(Visitor{.name = u"Carol Webb"_s, .personId = ben.id, .cameAt = kNow}));
        need(on().records.add(Contractor{.firm = u"City Lifts"_s, .whatFor = u"Door"_s, .where = u"Lift"_s, .cameAt = kNow}));
    }
    Services &on() { return hostel.services(); }
    Kept<Person> with(PersonBuilder builder, const QString &plan)
    {
        builder.stay.escapePlan = plan;
        return builder.in(hostel);
    }
    RollCallNow now() { return need(on().rollCalls.read(*need(on().rollCalls.running()))); }
    Id<RollCallLine> lineOf(const QString &name)
    {
        for (const RollLine &line : now().lines)
            if (line.entry.name == name)
                return line.line.id;
        return {};
    }
};

QStringList namesOnRoll(const RollCallNow &now)
{
    QStringList names;
    for (const RollLine &line : now.lines)
        names.append(line.entry.name);
    return names;
}

} // namespace

TEST_CASE("A roll call is written down as it begins, whoever needs help first, and ticks are durable with their time and name")
{
    AHouse house;
    const auto call = need(house.on().rollCalls.begin());
    CHECK(need(house.on().rollCalls.begin()) == call); // a second press is the same one
    const RollCallNow now = house.now();
    CHECK(namesOnRoll(now) == QStringList{u"Mia Moss"_s, u"Ben Barker"_s, u"Una Ash"_s, kManager, u"Carol Webb"_s, u"City Lifts"_s});
    CHECK(now.lines.first().help == u"Oxygen: two people, evac chair");
    CHECK(now.lines.first().entry.where == Whereabouts::NotKnown);
    CHECK(now.lines.at(2).entry.where == Whereabouts::Out);
    CHECK(now.count == RollCount{5, 0, 0});
    house.hostel.clock.set(kNow.addSecs(90));
    need(house.on().rollCalls.tick(house.lineOf(u"Mia Moss"_s), true));
    house.hostel.reopen();
    const RollCallNow after = house.now();
    CHECK(after.count == RollCount{5, 1, 0});
    CHECK(after.lines.first().line.value.tickedAt == kNow.addSecs(90));
    CHECK(after.lines.first().tickedBy == kManager);
    need(house.on().rollCalls.tick(house.lineOf(u"Mia Moss"_s), false));
    CHECK(house.now().count.accounted == 0);
}

TEST_CASE("Whoever is on shift stands on the roll call, once, whether or not they pressed at the desk")
{
    AHouse house;
    const auto tomi = makeMember(house.hostel, u"Tomi Okoro"_s, Role::Relief);
    need(house.on().records.add(OnShift{.staffId = tomi.id, .fromAt = kNow.addSecs(-3600), .untilAt = kNow.addSecs(3600)}));
    CHECK(namesOnRoll(need(house.on().rollCalls.asOfNow())).count(u"Tomi Okoro"_s) == 1);
    need(house.on().frontDesk.staffCame(tomi.id));
    CHECK(namesOnRoll(need(house.on().rollCalls.asOfNow())).count(u"Tomi Okoro"_s) == 1);
    house.hostel.clock.set(kNow.addSecs(7200));
    CHECK(namesOnRoll(need(house.on().rollCalls.asOfNow())).count(u"Tomi Okoro"_s) == 1); // the desk did not see them go
}

TEST_CASE("It ends with what it was, stays as it is then, and shows who was not accounted for")
{
    AHouse house;
    const auto call = need(house.on().rollCalls.begin());
    const auto ben = house.lineOf(u"Ben Barker"_s);
    need(house.on().rollCalls.tick(ben, true));
    CHECK(kindOfError(house.on().rollCalls.end(call, RollCallKind::NotSaid, {}, {})) == ErrorKind::Invalid);
    need(house.on().rollCalls.end(call, RollCallKind::Drill, u"Car park"_s, u"Back stairs were slow"_s));
    CHECK_FALSE(need(house.on().rollCalls.running()));
    CHECK(kindOfError(house.on().rollCalls.tick(ben, false)) == ErrorKind::NotAllowedNow);
    need(house.on().presence.put(house.una.id, DeskDirection::In)); // what changes later changes nothing of the list
    const RollCallNow read = need(house.on().rollCalls.read(call));
    CHECK(read.count == RollCount{5, 1, 0});
    CHECK(read.call->value.assembled == u"Car park");
    CHECK(need(house.on().rollCalls.begin()) != call);
}

TEST_CASE("Everybody on a shift may call the roll and tick, and of a closed record name, room and the way out are told")
{
    AHouse house;
    need(house.on().records.add(Restriction{house.mia.id, u"a colleague's sister"_s, kCame, {}}));
    for (const Role role : {Role::Relief, Role::Volunteer, Role::PeerSupporter})
        makeMember(house.hostel, u"Member "_s + QLatin1String(codeOf(role)), role);
    makeMember(house.hostel, u"An Auditor"_s, Role::Auditor);
    for (const Role role : {Role::Relief, Role::Volunteer, Role::PeerSupporter}) {
        signInWith(house.hostel, u"Member "_s + QLatin1String(codeOf(role)), kTheirs);
        const auto call = need(house.on().rollCalls.begin());
        const RollCallNow now = house.now();
        CHECK(now.lines.first().entry.name == u"Mia Moss");
        CHECK(now.lines.first().entry.room == u"11");
        CHECK(now.lines.first().help.contains(u"Oxygen"));
        for (const RollLine &line : now.lines)
            need(house.on().rollCalls.tick(line.line.id, true));
        CHECK(house.now().count.missing() == 0);
        need(house.on().rollCalls.end(call, RollCallKind::Drill, u"Car park"_s, {}));
    }
    signInWith(house.hostel, u"An Auditor"_s, kTheirs);
    CHECK(kindOfError(house.on().rollCalls.begin()) == ErrorKind::NotPermitted);
    CHECK(kindOfError(house.on().rollCalls.asOfNow()) == ErrorKind::NotPermitted);
}

TEST_CASE("Whoever is away stands on it as away, and sixty people are read with as many statements as three")
{
    AHouse house;
    need(house.on().records.add(NightsAway{.personId = house.ben.id, .fromOn = QDate(2026, 9, 14), .expectedOn = QDate(2026, 9, 20)}));
    const auto ask = [&] { need(house.on().rollCalls.asOfNow()); };
    ask();
    const int three = statementsOf(house.on().records.database(), ask);
    for (int i = 0; i < 20; ++i)
        aPerson().called(u"Person %1"_s.arg(i), u"Of many"_s).arrived(kCame).in(house.hostel);
    CHECK(statementsOf(house.on().records.database(), ask) == three);
    const RollCallNow now = need(house.on().rollCalls.asOfNow());
    CHECK_FALSE(now.call);
    for (const RollLine &line : now.lines)
        if (line.entry.name == u"Ben Barker")
            CHECK(line.entry.where == Whereabouts::In); // put in today, after the day they go began
    CHECK(need(house.on().records.count(recordType<RollCall>())) == 0);
}

} // namespace keywork::test::roll_calls_test
