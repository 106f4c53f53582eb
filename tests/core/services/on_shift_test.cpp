// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/shifts.h"

#include "core/domain/house.h"
#include "core/domain/naloxone_watch.h"
#include "core/domain/staff_health.h"
#include "tests/core/services/watch/watching.h"
#include "tests/support/kits.h"
#include "tests/support/trust.h"

namespace keywork::test::on_shift_test {

namespace {

const QString kEveryDay = u"1_mon,2_tue,3_wed,4_thu,5_fri,6_sat,7_sun"_s;

Result<Kept<ShiftPattern>> addShift(TestHostel &hostel, const QString &name, QTime from, QTime until)
{
    return hostel.services().records.add(ShiftPattern{.name = name, .startsAt = from, .endsAt = until, .weekdays = kEveryDay});
}

/// The only thing that is wrong.
Violation wrongWith(const auto &result)
{
    REQUIRE_FALSE(bool(result));
    REQUIRE(result.error().violations.size() == 1);
    return result.error().violations.first();
}

QDateTime now(TestHostel &hostel) { return hostel.services().records.clock().now(); }

} // namespace

TEST_CASE("A shift of zero hours and one that begins with another are refused, one over another for a while is asked about")
{
    TestHostel hostel;
    need(addShift(hostel, u"Early"_s, {7, 30}, {15, 0}));
    CHECK(wrongWith(addShift(hostel, u"Nothing"_s, {9, 0}, {9, 0})) == Violation{u"ends_at"_s, Rule::ZeroHours, {}});
    CHECK(wrongWith(addShift(hostel, u"Also early"_s, {7, 30}, {12, 0})) == Violation{u"starts_at"_s, Rule::ShiftsOverlap, u"Early"_s});
    const auto late = addShift(hostel, u"Late"_s, {14, 30}, {22, 0});
    CHECK(wrongWith(late) == Violation{u"ends_at"_s, Rule::Unlikely, kShiftsOverlap});
    need(addShift(hostel, u"Night"_s, {22, 0}, {7, 30}));
    CHECK(need(hostel.services().shifts.patterns()).size() == 2);
}

TEST_CASE("Whoever is signed in comes on with one press until the end of the shift, once, and goes off")
{
    TestHostel hostel;
    Shifts &shifts = hostel.services().shifts;
    CHECK_FALSE(shifts.offered()); // no shifts on file
    need(addShift(hostel, u"Whole day"_s, {0, 0}, {23, 59}));
    const auto offered = shifts.offered();
    REQUIRE(offered);
    CHECK(shifts.nameNow() == u"Whole day");
    const auto on = need(shifts.comeOn(offered->pattern, offered->until));
    CHECK(on.value.untilAt == offered->until);
    CHECK_FALSE(shifts.offered());
    REQUIRE(need(shifts.onNow()).size() == 1);
    CHECK(wrongWith(shifts.comeOn(offered->pattern, offered->until)) == Violation{u"from_at"_s, Rule::OnShiftAlready, {}});
    hostel.clock.set(now(hostel).addSecs(60));
    need(shifts.goOff());
    CHECK(need(shifts.onNow()).isEmpty());
    CHECK(kindOfError(shifts.goOff()) == ErrorKind::NotFound);
}

TEST_CASE("Whoever said no end is on shift for twelve hours, and hours that end before they begin are refused")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto marlon = need(records.add(Staff{.name = u"Marlon Otis"_s}));
    OnShift on{.staffId = marlon.id, .fromAt = now(hostel).addSecs(-12 * 3600 + 60)};
    need(records.add(on));
    CHECK(need(hostel.services().shifts.onNow()).size() == 1);
    hostel.clock.set(now(hostel).addSecs(60));
    CHECK(need(hostel.services().shifts.onNow()).isEmpty());
    on.fromAt = now(hostel);
    on.untilAt = on.fromAt;
    CHECK(wrongWith(records.add(on)) == Violation{u"until_at"_s, Rule::ZeroHours, {}});
    on.untilAt = on.fromAt.addSecs(-1);
    CHECK(wrongWith(records.add(on)) == Violation{u"until_at"_s, Rule::EndsBeforeStart, {}});
    on.untilAt = on.fromAt.addSecs(25 * 3600);
    CHECK(wrongWith(records.add(on)) == Violation{u"until_at"_s, Rule::Unlikely, kLongShift});
}

TEST_CASE("On call is whoever began last, else what the house says")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    auto house = need(records.all<House>()).first();
    house.value.onCall = u"Duty manager, 020 7946 0000"_s;
    need(records.amend(house));
    Shifts &shifts = hostel.services().shifts;
    CHECK(need(shifts.onCall()).told() == u"Duty manager, 020 7946 0000");
    const auto priya = need(records.add(Staff{.name = u"Priya Nair"_s}));
    OnCall call{.staffId = priya.id, .telephone = u"07700 900123"_s, .fromAt = now(hostel).addSecs(-3600)};
    call.untilAt = now(hostel).addSecs(3600);
    need(records.add(call));
    CHECK(need(shifts.onCall()).told() == u"Priya Nair, 07700 900123");
    CHECK(wrongWith(records.add(OnCall{.telephone = u"1"_s, .fromAt = now(hostel)})) == Violation{u"staff_id"_s, Rule::Required, {}});
    hostel.clock.set(now(hostel).addSecs(3601));
    CHECK(need(shifts.onCall()).told() == u"Duty manager, 020 7946 0000");
}

TEST_CASE("Somebody alone who was not heard from is an emergency for everybody, with whom to ring, until a word comes")
{
    TestHostel hostel;
    makeMember(hostel, u"Vera Long"_s, Role::Volunteer);
    Records &records = hostel.services().records;
    const auto sam = need(records.add(Staff{.name = u"Sam Ode"_s, .telephone = u"07700 900456"_s}));
    const auto lone
        = need(records.add(LoneWorking{.staffId = sam.id, .place = u"Station Road"_s, .fromAt = now(hostel), .everyMinutes = 30}));
    hostel.clock.set(now(hostel).addSecs(1800));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"lone_overdue"_s));
    hostel.clock.set(now(hostel).addSecs(61));
    const WatchItem line = lineOf(hostel, u"lone_overdue"_s);
    CHECK(line.name == u"Sam Ode");
    CHECK(line.pressing() == Pressing::Emergency);
    CHECK(line.places.value(u"number"_s) == u"07700 900456");
    CHECK(line.places.value(u"late"_s) == u"1");
    need(hostel.services().shifts.heardFrom(lone.id, LoneWord::Telephone));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"lone_overdue"_s));
    CHECK(wrongWith(records.add(LoneCheckIn{.loneId = lone.id, .at = lone.value.fromAt.addSecs(-1)})).rule == Rule::EndsBeforeStart);
    hostel.clock.set(now(hostel).addSecs(3600));
    signInWith(hostel, u"Vera Long"_s, kTheirs);
    CHECK(dueOn(hostel, kToday).contains(u"lone_overdue"_s));
    need(hostel.services().shifts.isBack(lone.id));
    CHECK(need(hostel.services().shifts.alone()).isEmpty());
}

TEST_CASE("Naloxone training is asked of whoever is on shift, once anybody said who that is")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    aKit(hostel, aPlace(hostel, u"Reception"_s, 1).id, u"1"_s);
    const auto trained = need(records.add(Staff{.name = u"Marlon Otis"_s}));
    const auto other = need(records.add(Staff{.name = u"Ana Ruiz"_s}));
    need(records.add(NaloxoneTraining{.staffId = trained.id, .onDay = QDate(2026, 9, 1)}));
    const auto who = [&] { return lineOf(hostel, u"naloxone_untrained"_s).places.value(u"who"_s); };
    CHECK(who() == u"you");
    need(records.add(OnShift{.staffId = other.id, .fromAt = now(hostel)}));
    CHECK(who() == u"shift");
    need(records.add(OnShift{.staffId = trained.id, .fromAt = now(hostel)}));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"naloxone_untrained"_s));
    CHECK(need(hostel.services().shifts.trainedOnShift()) == QList<QString>{u"Marlon Otis"_s});
}

TEST_CASE("The team's vaccinations are read by managers and whoever they are about, and by nobody else")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto other = need(records.add(Staff{.name = u"Ana Ruiz"_s}));
    StaffHealth theirs{.staffId = other.id, .what = {u"hepatitis_b"_s}, .offeredOn = QDate(2026, 8, 1)};
    theirs.nextOn = kToday;
    need(records.add(theirs));
    theirs.answer = StaffHealthAnswer::Declined;
    theirs.what = {u"health_check"_s};
    need(records.add(theirs)); // declined is an answer, and nothing is asked for again
    CHECK(need(records.all<StaffHealth>()).size() == 2);
    CHECK(lineOf(hostel, u"staff_health_due"_s).name == u"Ana Ruiz");
    signInAs(hostel, u"Kit Lowe"_s, Role::Keyworker);
    Records &theirRecords = hostel.services().records;
    CHECK(need(theirRecords.all<StaffHealth>()).isEmpty());
    CHECK(need(theirRecords.count(recordType<StaffHealth>())) == 0);
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"staff_health_due"_s));
    CHECK_FALSE(theirRecords.mayAdd(recordType<StaffHealth>()));
}

TEST_CASE("A member of the team reads their own vaccinations and changes none")
{
    TestHostel hostel;
    const auto kit = need(hostel.services().records.add(Staff{.name = u"Kit Lowe"_s, .role = Role::SupportWorker}));
    StaffHealth own{.staffId = kit.id, .what = {u"hepatitis_a"_s}, .offeredOn = QDate(2026, 8, 1), .answer = StaffHealthAnswer::Had};
    CHECK(wrongWith(hostel.services().records.add(own)) == Violation{u"done_on"_s, Rule::Required, {}});
    own.doneOn = QDate(2026, 8, 3);
    own.nextOn = kToday;
    need(hostel.services().records.add(own));
    need(hostel.services().accounts.give(kit, u"correct-horse-staple"_s));
    hostel.hostel.reset();
    auto opened = hostel.file->signIn(u"Kit Lowe"_s, u"correct-horse-staple"_s);
    hostel.hostel = std::move(need(opened));
    auto seen = need(hostel.services().records.all<StaffHealth>());
    REQUIRE(seen.size() == 1);
    seen.first().value.nextOn.reset();
    CHECK(kindOfError(hostel.services().records.amend(seen.first())) == ErrorKind::NotPermitted);
}

} // namespace keywork::test::on_shift_test
