// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/presence.h"

#include "core/domain/health.h"
#include "core/domain/house.h"
#include "core/domain/nights_away.h"
#include "core/domain/restriction.h"
#include "core/domain/room.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/statements.h"
#include "tests/support/trust.h"

namespace keywork::test::services_presence_test {

using namespace Qt::StringLiterals;

namespace {

const QDate kArrived(2026, 9, 1);

PresenceState stateOf(TestHostel &hostel, Id<Person> person)
{
    const auto one = need(hostel.services().presence.of(person));
    REQUIRE(one.has_value());
    return one->state;
}

Violations refusal(const auto &result)
{
    REQUIRE_FALSE(bool(result));
    REQUIRE(result.error().kind == ErrorKind::Invalid);
    return result.error().violations;
}

} // namespace

TEST_CASE("One word of the desk says that somebody is in or out, and a mis-press is taken back")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(kArrived).in(hostel);
    Presence &presence = hostel.services().presence;
    CHECK(stateOf(hostel, ben.id).where == Whereabouts::NotKnown); // arrived two weeks ago, nothing said since
    need(presence.put(ben.id, DeskDirection::In));
    CHECK(stateOf(hostel, ben.id).where == Whereabouts::In);
    hostel.clock.set(kNow.addSecs(60));
    const auto out = need(presence.put(ben.id, DeskDirection::Out, kNow.addSecs(7200)));
    hostel.reopen(); // durable at once
    CHECK(stateOf(hostel, ben.id).where == Whereabouts::Out);
    CHECK(stateOf(hostel, ben.id).expectedBack == kNow.addSecs(7200));
    need(hostel.services().presence.takeBack(out, u"pressed by mistake"_s));
    CHECK(stateOf(hostel, ben.id).where == Whereabouts::In);
    CHECK(stateOf(hostel, ben.id).since == kNow);
}

TEST_CASE("Out while away, out while out, out before arriving and out in the future are refused, whatever screen it comes from")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(kArrived).in(hostel);
    Services &on = hostel.services();
    need(on.presence.put(ben.id, DeskDirection::Out));
    CHECK(refusal(on.presence.put(ben.id, DeskDirection::Out)) == Violations{{u"direction"_s, Rule::OutAlready, u"2026-09-14T09:42"_s}});
    const DeskMovement early{ben.id, hostel.clock.startOf(kArrived.addDays(-1)), DeskDirection::In, {}, {}};
    CHECK(refusal(on.records.add(early)) == Violations{{u"at"_s, Rule::OutsideTheStay, {}}});
    const DeskMovement later{ben.id, kNow.addSecs(600), DeskDirection::In, {}, {}};
    CHECK(refusal(on.records.add(later)) == Violations{{u"at"_s, Rule::InTheFuture, {}}});
    hostel.clock.set(kNow.addDays(2)); // the last word is too old: nobody knows, so out is no contradiction
    need(on.presence.put(ben.id, DeskDirection::Out));

    const auto mia = aPerson().called(u"Mia"_s, u"Moss"_s).arrived(kArrived).in(hostel);
    need(on.records.add(NightsAway{.personId = mia.id, .fromOn = QDate(2026, 9, 15), .expectedOn = QDate(2026, 9, 20)}));
    CHECK(stateOf(hostel, mia.id).where == Whereabouts::Away);
    CHECK(refusal(on.presence.put(mia.id, DeskDirection::Out)) == Violations{{u"direction"_s, Rule::OutWhileAway, u"2026-09-15"_s}});
    need(on.presence.put(mia.id, DeskDirection::In));
    CHECK(stateOf(hostel, mia.id).where == Whereabouts::In);
    hostel.clock.set(kNow.addDays(2).addSecs(60));
    need(on.presence.put(mia.id, DeskDirection::Out)); // seen in meanwhile
    CHECK(stateOf(hostel, mia.id).where == Whereabouts::Away);
}

TEST_CASE("Whoever goes for some nights goes past the desk on their first day")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(kArrived).in(hostel);
    need(hostel.services().presence.put(ben.id, DeskDirection::In));
    need(hostel.services().records.add(NightsAway{.personId = ben.id, .fromOn = QDate(2026, 9, 15), .expectedOn = QDate(2026, 9, 18)}));
    hostel.clock.set(kNow.addSecs(17 * 3600)); // 02:42 of the day on which they go
    CHECK(stateOf(hostel, ben.id).where == Whereabouts::In);
    hostel.clock.set(kNow.addSecs(22 * 3600));
    need(hostel.services().presence.put(ben.id, DeskDirection::Out));
    CHECK(stateOf(hostel, ben.id).where == Whereabouts::Away);
}

TEST_CASE("The reason of being away is told to whoever may read it, and of a closed record nobody is told")
{
    TestHostel hostel;
    const auto room = need(hostel.services().records.add(Room{.name = u"7"_s}));
    const auto ben = aPerson().arrived(kArrived, room.id).in(hostel);
    const auto mia = aPerson().called(u"Mia"_s, u"Moss"_s).arrived(kArrived).in(hostel);
    for (const auto &person : {ben.id, mia.id})
        need(hostel.services().records.add(
            HospitalStay{.personId = person, .admittedOn = QDate(2026, 9, 10), .hospital = u"Kingston General"_s}));
    need(hostel.services().records.add(Restriction{ben.id, u"a colleague's brother"_s, kArrived, {}}));
    makeMember(hostel, u"Tomi Okoro"_s, Role::Relief);
    makeMember(hostel, u"Vik Volunteer"_s, Role::Volunteer);
    signInWith(hostel, u"Tomi Okoro"_s, kTheirs);
    const auto all = need(hostel.services().presence.everybody());
    REQUIRE(all.size() == 2);
    for (const PersonPresence &one : all) {
        const bool isClosed = one.line.person.id == ben.id;
        CHECK(one.line.isClosed == isClosed);
        CHECK(one.state.where == Whereabouts::Away);
        CHECK(one.awayWhy == (isClosed ? QString() : u"hospital"_s));
    }
    const auto in = need(hostel.services().presence.put(ben.id, DeskDirection::In)); // whoever stands at the desk sees them
    CHECK(stateOf(hostel, ben.id).where == Whereabouts::In);
    CHECK(need(hostel.services().records.of<DeskMovement>("person_id", ben.id)).isEmpty());
    CHECK(refusal(hostel.services().records.add(DeskMovement{mia.id, kNow, DeskDirection::Out, {}, {}})).size() == 1);
    need(hostel.services().presence.takeBack(in, u"pressed by mistake"_s));
    CHECK(stateOf(hostel, ben.id).where == Whereabouts::Away);

    signInWith(hostel, u"Vik Volunteer"_s, kTheirs);
    CHECK(need(hostel.services().presence.everybody()).size() == 2);
    CHECK(need(hostel.services().presence.of(mia.id))->awayWhy.isEmpty());
    CHECK(kindOfError(hostel.services().presence.put(mia.id, DeskDirection::In)) == ErrorKind::NotPermitted);
}

TEST_CASE("However many people are here, where they are is read with the same statements")
{
    TestHostel hostel;
    Services &on = hostel.services();
    aPerson().arrived(kArrived).in(hostel);
    const auto ask = [&] { need(on.presence.everybody()); };
    ask();
    const int one = statementsOf(on.records.database(), ask);
    for (int i = 0; i < 12; ++i) {
        const auto person = aPerson().called(u"Person %1"_s.arg(i), u"Of many"_s).arrived(kArrived).in(hostel);
        need(on.presence.put(person.id, i % 2 ? DeskDirection::In : DeskDirection::Out));
    }
    CHECK(statementsOf(on.records.database(), ask) == one);
    auto house = need(on.records.all<House>()).first();
    house.value.presenceHours = 2;
    need(on.records.amend(house));
    hostel.clock.set(kNow.addSecs(3 * 3600));
    for (const PersonPresence &each : need(on.presence.everybody()))
        CHECK(each.state.where == Whereabouts::NotKnown);
}

} // namespace keywork::test::services_presence_test
