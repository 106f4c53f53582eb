// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/domain/house.h"
#include "core/domain/keywork.h"
#include "core/domain/leaving_plan.h"
#include "core/domain/nights_away.h"
#include "core/domain/risk.h"
#include "core/services/care/away_reading.h"
#include "tests/core/services/watch/watching.h"

namespace keywork::test::away_rules_test {

namespace {

/// Somebody said where they go next, and nothing else: what is left is asked by its own line.
void saidWhereTo(TestHostel &hostel, Id<Person> person, LeavingFrom from, QDate day)
{
    need(hostel.services().records.add(LeavingPlan{.personId = person, .from = from, .onDay = day, .housing = HousingNext::BackHere}));
}

Kept<HospitalStay> inHospital(TestHostel &hostel, Id<Person> person, QDate from, std::optional<QDate> until)
{
    return need(hostel.services().records.add(HospitalStay{
        .personId = person, .admittedOn = from, .dischargedOn = until, .hospital = u"Kingston General"_s, .doseGiven = DoseGiven::Yes}));
}

Kept<CustodySpell> inCustody(TestHostel &hostel, Id<Person> person, QDate from, std::optional<QDate> until, const QString &dose = {})
{
    CustodySpell spell;
    spell.personId = person;
    spell.fromOn = from;
    spell.untilOn = until;
    spell.place = u"HMP Westgate"_s;
    spell.doseGiven = {dose};
    return need(hostel.services().records.add(spell));
}

Kept<KeyworkSession> withThem(TestHostel &hostel, Id<Person> person, QDate day, KeyworkOutcome outcome, NaloxoneTalk naloxone = {})
{
    KeyworkSession session;
    session.personId = person;
    session.staffId = hostel.services().records.session().staff();
    session.startsAt = hostel.clock.startOf(day).addSecs(8 * 3600);
    session.outcome = outcome;
    if (session.isHeld())
        session.minutes = 30;
    session.naloxone = naloxone;
    return need(hostel.services().records.add(session));
}

} // namespace

TEST_CASE("A time away ends with the night before the day of coming back")
{
    struct Case {
        QDate from;
        std::optional<QDate> back;
        std::optional<QDate> last;
        bool isAway;
    };
    const QDate monday(2026, 9, 14);
    const QList<Case> cases{
        {monday, monday.addDays(1), monday, true},
        {monday, monday, {}, false}, // back on the same day: no night
        {monday, monday.addDays(7), monday.addDays(6), true},
        {QDate(2028, 2, 28), QDate(2028, 3, 1), QDate(2028, 2, 29), true},
    };
    for (const Case &one : cases) {
        INFO("case " << &one - cases.constData());
        const AwaySpell spell{AwayWhy::Custody, one.from, one.back};
        REQUIRE(spell.days().has_value() == one.isAway);
        CHECK(spell.holdsOn(one.from) == one.isAway);
        CHECK_FALSE(spell.holdsOn(*one.back));
        if (one.isAway)
            CHECK(spell.days()->until == one.last);
    }
    CHECK(AwaySpell{AwayWhy::Hospital, monday, {}}.holdsOn(monday.addYears(1)));
}

TEST_CASE("Keywork waits while somebody is in hospital or custody, and those days are not counted; the line says so")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 20)).in(hostel);
    withThem(hostel, ben.id, QDate(2026, 8, 24), KeyworkOutcome::Held);
    checkEdges(hostel, u"no_keywork"_s, QDate(2026, 8, 24), {{13, false}, {14, true}});
    CHECK_FALSE(lineOf(hostel, u"no_keywork"_s).places.contains(u"away_days"_s));
    auto stay = inHospital(hostel, ben.id, QDate(2026, 8, 30), {});
    checkEdges(hostel, u"no_keywork"_s, QDate(2026, 8, 24), {{14, false}, {21, false}});
    stay.value.dischargedOn = QDate(2026, 9, 4); // the nights of 30 August to 3 September: five
    need(hostel.services().records.amend(stay));
    checkEdges(hostel, u"no_keywork"_s, QDate(2026, 8, 24), {{18, false}, {19, true}});
    inCustody(hostel, ben.id, QDate(2026, 9, 8), QDate(2026, 9, 9), u"yes"_s);
    checkEdges(hostel, u"no_keywork"_s, QDate(2026, 8, 24), {{19, false}, {20, true}});
    const WatchItem item = lineOf(hostel, u"no_keywork"_s);
    CHECK(item.day == QDate(2026, 8, 25)); // 14 counted days on 14 September
    CHECK(item.places.value(u"away_days"_s) == u"6"_s);
    CHECK(item.places.value(u"away"_s) == u"hospital,custody"_s);
}

TEST_CASE("Whoever may not read about the court is told that somebody was away, and not why")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 20)).in(hostel);
    inCustody(hostel, ben.id, QDate(2026, 8, 30), QDate(2026, 9, 2), u"yes"_s);
    inHospital(hostel, ben.id, QDate(2026, 9, 14), {});
    CHECK(lineOf(hostel, u"away_now"_s).places.value(u"away"_s) == u"hospital"_s);
    signInAs(hostel, u"Una Support"_s, Role::SupportWorker);
    CHECK(lineOf(hostel, u"back_again"_s).places.value(u"away"_s).isEmpty());
    CHECK(lineOf(hostel, u"away_now"_s).places.value(u"away"_s) == u"hospital"_s);
    hostel.reopen();
    signInAs(hostel, u"Vera Volunteer"_s, Role::Volunteer);
    const WatchItem item = lineOf(hostel, u"away_now"_s);
    CHECK(item.places.value(u"away"_s).isEmpty());
    CHECK(item.day == kToday);
}

TEST_CASE("After how many days without keywork Today says so is the house's to set")
{
    TestHostel hostel;
    aPerson().arrived(QDate(2026, 9, 1)).in(hostel);
    checkEdges(hostel, u"no_keywork"_s, QDate(2026, 9, 1), {{13, false}, {14, true}});
    auto house = need(hostel.services().records.all<House>()).first();
    CHECK(house.value.keyworkDays == 14);
    house.value.keyworkDays = 21;
    house = need(hostel.services().records.amend(house));
    checkEdges(hostel, u"no_keywork"_s, QDate(2026, 9, 1), {{14, false}, {20, false}, {21, true}});
    house.value.keyworkDays = 0;
    CHECK(kindOfError(hostel.services().records.amend(house)) == ErrorKind::Invalid);
}

TEST_CASE("A session that was missed while they were away is none that they missed")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    withThem(hostel, ben.id, QDate(2026, 9, 4), KeyworkOutcome::Missed);
    withThem(hostel, ben.id, QDate(2026, 9, 11), KeyworkOutcome::Missed);
    CHECK(dueOn(hostel, kToday).contains(u"keywork_missed"_s));
    inHospital(hostel, ben.id, QDate(2026, 9, 10), QDate(2026, 9, 12));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"keywork_missed"_s));
}

TEST_CASE("Whoever is back is talked with about tolerance and naloxone, for 28 days or until it was done")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const QDate back(2026, 9, 7);
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    withThem(hostel, ben.id, QDate(2026, 8, 20), KeyworkOutcome::Held, NaloxoneTalk::Took); // before: it says nothing about now
    inCustody(hostel, ben.id, QDate(2026, 9, 1), back, u"no"_s);
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"back_again"_s)); // asked in one line with where to next
    saidWhereTo(hostel, ben.id, LeavingFrom::Custody, back);
    checkEdges(hostel, u"back_again"_s, back, {{-1, false}, {0, true}, {27, true}, {28, false}});
    CHECK(lineOf(hostel, u"back_again"_s).places.value(u"asks"_s) == u"tolerance,naloxone"_s);
    SECTION("a session that talked about both")
    {
        const auto session = withThem(hostel, ben.id, QDate(2026, 9, 9), KeyworkOutcome::Held, NaloxoneTalk::NotNow);
        CHECK(lineOf(hostel, u"back_again"_s).places.value(u"asks"_s) == u"tolerance"_s);
        KeyworkMessage message;
        message.sessionId = session.id;
        message.personId = ben.id;
        message.message = {u"after_a_break"_s};
        need(records.add(message));
        CHECK_FALSE(dueOn(hostel, kToday).contains(u"back_again"_s));
    }
    SECTION("a level that was recorded, naloxone offered")
    {
        need(records.add(
            OverdoseLevel{.personId = ben.id, .reason = u"out of custody"_s, .reviewOn = kToday.addDays(9), .naloxoneOffered = {u"no"_s}}));
        CHECK(lineOf(hostel, u"back_again"_s).places.value(u"asks"_s) == u"naloxone"_s);
        need(records.add(OverdoseLevel{
            .personId = ben.id, .reason = u"out of custody"_s, .reviewOn = kToday.addDays(9), .naloxoneOffered = {u"yes"_s}}));
        CHECK_FALSE(dueOn(hostel, kToday).contains(u"back_again"_s));
    }
    SECTION("away again, and back again: asked anew")
    {
        withThem(hostel, ben.id, QDate(2026, 9, 9), KeyworkOutcome::Held, NaloxoneTalk::Took);
        inHospital(hostel, ben.id, QDate(2026, 9, 10), QDate(2026, 9, 13));
        saidWhereTo(hostel, ben.id, LeavingFrom::Hospital, QDate(2026, 9, 13));
        CHECK(lineOf(hostel, u"back_again"_s).day == QDate(2026, 9, 13));
        CHECK(lineOf(hostel, u"back_again"_s).places.value(u"asks"_s) == u"tolerance,naloxone"_s);
    }
}

TEST_CASE("Whoever is back from custody is asked whether the substitute dose was given there; not known is an answer")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    auto spell = inCustody(hostel, ben.id, QDate(2026, 9, 1), {});
    checkEdges(hostel, u"custody_dose_unasked"_s, kToday, {{0, false}}); // still there
    spell.value.untilOn = QDate(2026, 9, 7);
    spell = need(hostel.services().records.amend(spell));
    checkEdges(hostel, u"custody_dose_unasked"_s, kToday, {{0, false}}); // asked in the line about coming out
    CHECK(lineOf(hostel, u"leaving_unasked"_s).places.contains(u"dose_there"_s));
    saidWhereTo(hostel, ben.id, LeavingFrom::Custody, QDate(2026, 9, 7));
    checkEdges(hostel, u"custody_dose_unasked"_s, QDate(2026, 9, 7), {{-1, false}, {0, true}, {27, true}, {28, false}});
    CHECK(lineOf(hostel, u"custody_dose_unasked"_s).day == QDate(2026, 9, 7));
    spell.value.doseGiven = {u"not_known"_s};
    need(hostel.services().records.amend(spell));
    checkEdges(hostel, u"custody_dose_unasked"_s, QDate(2026, 9, 7), {{0, false}});
}

TEST_CASE("What came of a hearing is asked from the next day, of one that was put off from the day after that")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    Hearing one;
    one.personId = ben.id;
    one.startsAt = hostel.clock.startOf(QDate(2026, 9, 10)).addSecs(10 * 3600);
    one.court = u"Westgate"_s;
    one.why = u"Review"_s;
    auto hearing = need(records.add(one));
    checkEdges(hostel, u"hearing_outcome"_s, QDate(2026, 9, 10), {{0, false}, {1, true}, {91, true}, {92, false}});
    CHECK(lineOf(hostel, u"hearing_outcome"_s).places.value(u"court"_s) == u"Westgate"_s);
    hearing.value.nextOn = QDate(2026, 9, 24);
    hearing = need(records.amend(hearing));
    checkEdges(hostel, u"hearing_outcome"_s, QDate(2026, 9, 24), {{-10, false}, {0, false}, {1, true}});
    one.startsAt = hostel.clock.startOf(QDate(2026, 9, 24)).addSecs(10 * 3600);
    auto second = need(records.add(one));
    CHECK(lineOf(hostel, u"hearing_outcome"_s, QDate(2026, 9, 25)).subject.record == second.id.value); // once
    second.value.outcome = u"Order goes on"_s;
    need(records.amend(second));
    checkEdges(hostel, u"hearing_outcome"_s, QDate(2026, 9, 24), {{1, false}, {30, false}});
}

TEST_CASE("The safety plan that counts is looked at again on its day")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    SafetyPlan plan{
        .personId = ben.id, .madeOn = QDate(2026, 8, 10), .whatHelps = u"Music"_s, .onSheet = {u"no"_s}, .reviewOn = QDate(2026, 9, 20)};
    need(records.add(plan));
    checkEdges(hostel, u"safety_plan_review"_s, QDate(2026, 9, 20), {{-1, false}, {0, true}, {20, true}});
    plan.madeOn = QDate(2026, 9, 12);
    plan.reviewOn = {};
    need(records.add(plan));
    checkEdges(hostel, u"safety_plan_review"_s, QDate(2026, 9, 20), {{0, false}, {20, false}});
}

TEST_CASE("Nights elsewhere pause keywork until the day that was said; who is not back then is asked after at once")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 20)).in(hostel);
    withThem(hostel, ben.id, QDate(2026, 8, 24), KeyworkOutcome::Held);
    NightsAway nights{.personId = ben.id, .fromOn = QDate(2026, 9, 4), .expectedOn = QDate(2026, 9, 3), .why = {u"family_friends"_s}};
    CHECK(kindOfError(records.add(nights)) == ErrorKind::Invalid);
    nights.expectedOn = QDate(2026, 9, 8);
    auto kept = need(records.add(nights));
    checkEdges(hostel, u"no_keywork"_s, QDate(2026, 8, 24), {{14, false}, {17, false}, {18, true}}); // four nights
    checkEdges(hostel, u"away_now"_s, QDate(2026, 9, 4), {{-1, false}, {0, true}, {3, true}, {4, false}});
    checkEdges(hostel, u"not_back_yet"_s, QDate(2026, 9, 8), {{0, false}, {1, true}, {6, true}});
    CHECK(lineOf(hostel, u"not_back_yet"_s).day == QDate(2026, 9, 8));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"back_again"_s)); // nobody was given a dose there
    kept.value.backOn = QDate(2026, 9, 6);
    need(records.amend(kept));
    checkEdges(hostel, u"not_back_yet"_s, QDate(2026, 9, 8), {{1, false}, {6, false}});
    checkEdges(hostel, u"no_keywork"_s, QDate(2026, 8, 24), {{15, false}, {16, true}}); // two nights
}

TEST_CASE("Whoever is there at night may say that somebody is back")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 20)).in(hostel);
    const auto kept = need(
        hostel.services().records.add(NightsAway{.personId = ben.id, .fromOn = QDate(2026, 9, 12), .expectedOn = QDate(2026, 9, 16)}));
    signInAs(hostel, u"Rae Relief"_s, Role::Relief);
    CHECK(dueOn(hostel, kToday).contains(u"away_now"_s));
    auto back = need(hostel.services().records.one(kept.id));
    back.value.backOn = kToday;
    need(hostel.services().records.amend(back));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"away_now"_s));
}

} // namespace keywork::test::away_rules_test
