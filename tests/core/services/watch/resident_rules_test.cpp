// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/care_plans.h"
#include "core/services/care/stages.h"
#include "core/services/house/attention.h"
#include "core/services/house/watch/watch_rule.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "tests/core/services/watch/watching.h"

namespace keywork::test::resident_rules_test {

namespace {

/// Ben's plan, issued on the hostel's day.
Kept<CarePlanVersion> issuedPlan(TestHostel &hostel, Id<Person> ben)
{
    need(hostel.services().plans.startDraft(ben));
    return need(hostel.services().plans.issue(ben));
}

void say(TestHostel &hostel, const Kept<CarePlanVersion> &plan, SignOffKind kind)
{
    SignOff said;
    said.versionId = plan.id;
    said.personId = plan.value.personId;
    said.kind = kind;
    said.onDay = kToday;
    said.fingerprint = plan.value.fingerprint;
    if (kind == SignOffKind::TooUnwell)
        said.askAgainOn = kToday.addDays(3);
    need(hostel.services().plans.signOff(said));
}

} // namespace

TEST_CASE("A plan's review shows from the day after it was due")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto plan = issuedPlan(hostel, ben.id);
    REQUIRE(plan.value.reviewOn);
    checkEdges(hostel, u"plan_review_overdue"_s, *plan.value.reviewOn, {{-1, false}, {0, false}, {1, true}, {60, true}});
    CHECK(lineOf(hostel, u"plan_review_overdue"_s, plan.value.reviewOn->addDays(1)).day == *plan.value.reviewOn);
}

TEST_CASE("A plan waits for a signature from the day it was printed until something is said to it")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto plan = issuedPlan(hostel, ben.id);
    const WatchItem line = lineOf(hostel, u"plan_not_signed"_s);
    CHECK(line.day == kToday);
    CHECK(line.places.value(u"version"_s) == u"1"_s);
    say(hostel, plan, SignOffKind::Waiting);
    checkEdges(hostel, u"plan_not_signed"_s, kToday, {{0, true}});
    say(hostel, plan, SignOffKind::TooUnwell);
    checkEdges(hostel, u"plan_not_signed"_s, kToday, {{0, false}});
    CHECK(lineOf(hostel, u"plan_ask_again"_s).day == kToday);
    say(hostel, plan, SignOffKind::SignedOnPaper);
    checkEdges(hostel, u"plan_ask_again"_s, kToday, {{0, false}});
    checkEdges(hostel, u"plan_not_signed"_s, kToday, {{0, false}});
}

TEST_CASE("A missing plan and a missing stage show a week after arrival, until they are there or the person left")
{
    TestHostel hostel;
    const QDate arrived(2026, 9, 10);
    const auto ben = aPerson().arrived(arrived).in(hostel);
    for (const QString &code : {u"no_plan"_s, u"no_stage"_s})
        checkEdges(hostel, code, arrived, {{0, false}, {kSettlingInDays - 1, false}, {kSettlingInDays, true}, {kSettlingInDays + 1, true}});
    issuedPlan(hostel, ben.id);
    checkEdges(hostel, u"no_plan"_s, arrived, {{kSettlingInDays, false}});
    StageEntry entry{
        ben.id, arrived, Stage::ChaoticEngaging, HousingPosition::SupportedHousing, u"seen"_s, {1}, Agreement::Agrees, {}, {}, {}};
    need(hostel.services().stages.record(entry));
    checkEdges(hostel, u"no_stage"_s, arrived, {{kSettlingInDays, false}});

    const auto lena = aPerson().called(u"Lena"_s, u"Fox"_s).arrived(QDate(2026, 8, 1)).in(hostel);
    checkEdges(hostel, u"no_plan"_s, kToday, {{0, true}});
    auto stay = *need(hostel.services().people.line(lena.id)).stay;
    stay.value.leftOn = kToday;
    stay.value.destination = {u"friends"_s};
    need(hostel.services().people.saveStay(stay, stay.value));
    checkEdges(hostel, u"no_plan"_s, kToday, {{-1, true}, {0, false}, {1, false}});
}

TEST_CASE("Who has no keyworker shows from the day of arrival")
{
    TestHostel hostel;
    auto ben = aPerson().arrived(QDate(2026, 9, 10)).in(hostel);
    checkEdges(hostel, u"no_keyworker"_s, QDate(2026, 9, 10), {{-1, false}, {0, true}, {1, true}});
    ben.value.keyworkerId = hostel.services().records.session().staff();
    need(hostel.services().records.amend(ben));
    checkEdges(hostel, u"no_keyworker"_s, QDate(2026, 9, 10), {{0, false}, {1, false}});
}

TEST_CASE("Who was taken in with a few words shows until each question has an answer, or a reason why there is none")
{
    TestHostel hostel;
    const QDate arrived(2026, 9, 10);
    auto builder = aPerson().arrived(arrived);
    builder.person.familyName.clear();
    builder.stay.referredOn = arrived;
    auto ben = builder.in(hostel);
    checkEdges(hostel, u"record_unfinished"_s, arrived, {{-1, false}, {0, true}, {9, true}});
    const auto open = [&] { return lineOf(hostel, u"record_unfinished"_s).places.value(u"fields"_s); };
    CHECK(open() == u"person.family_name person.born_on person.allergies_known");
    ben.value.familyName = u"Barker"_s;
    ben.value.notSaid.reasons = {{u"born_on"_s, NotSaidReason::PrefersNot}, {u"allergies_known"_s, NotSaidReason::NotAsked}};
    ben = need(hostel.services().records.amend(ben));
    CHECK(open() == u"person.allergies_known"); // "not asked yet" is no answer
    ben.value.notSaid.reasons[u"allergies_known"_s] = NotSaidReason::DoesNotKnow;
    need(hostel.services().records.amend(ben));
    checkEdges(hostel, u"record_unfinished"_s, arrived, {{0, false}, {9, false}}); // that he has no room the arrival says
}

TEST_CASE("Who was referred before they came is not taken in with a few words, and nobody is told of what they may not read")
{
    TestHostel hostel;
    auto planned = aPerson().arrived(QDate(2026, 9, 10));
    planned.stay.referredOn = QDate(2026, 9, 9);
    planned.in(hostel);
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"record_unfinished"_s));
    auto unplanned = aPerson().called(u"Lena"_s, u"Fox"_s).arrived(QDate(2026, 9, 10));
    unplanned.stay.referredOn = QDate(2026, 9, 10);
    unplanned.in(hostel);
    signInAs(hostel, u"Una Door"_s, Role::Volunteer);
    CHECK(lineOf(hostel, u"record_unfinished"_s).places.value(u"fields"_s) == u"person.born_on");
}

TEST_CASE("Who is expected shows from that day on, until they arrive or decide against it")
{
    TestHostel hostel;
    const QDate expected(2026, 9, 12);
    auto builder = aPerson();
    builder.stay.expectedOn = expected;
    const auto ben = builder.in(hostel);
    checkEdges(hostel, u"expected_today"_s, expected, {{-1, false}, {0, true}, {1, true}});
    const auto stay = *need(hostel.services().people.line(ben.id)).stay;
    auto arrived = stay.value;
    arrived.arrivedOn = expected;
    const auto here = need(hostel.services().people.saveStay(stay, arrived));
    checkEdges(hostel, u"expected_today"_s, expected, {{0, false}, {1, false}});
    auto notComing = stay.value;
    notComing.notComing = true;
    need(hostel.services().people.saveStay(here, notComing));
    checkEdges(hostel, u"expected_today"_s, expected, {{0, false}, {1, false}});
}

TEST_CASE("Alike pressing lines stand in the order of the rules, then the longest waiting first")
{
    TestHostel hostel;
    aPerson().called(u"Ann"_s, u"Late"_s).arrived(QDate(2026, 9, 2)).in(hostel);
    aPerson().called(u"Zoe"_s, u"Early"_s).arrived(QDate(2026, 8, 2)).in(hostel);
    QStringList lines;
    for (const WatchItem &item : need(hostel.services().attention.today()))
        lines.append(item.code() + u' ' + item.name);
    CHECK(lines
        == QStringList{u"no_keyworker Ann Late"_s, u"no_keyworker Zoe Early"_s, u"no_plan Zoe Early"_s, u"no_plan Ann Late"_s,
            u"no_stage Zoe Early"_s, u"no_stage Ann Late"_s, u"no_keywork Zoe Early"_s});
}

} // namespace keywork::test::resident_rules_test
