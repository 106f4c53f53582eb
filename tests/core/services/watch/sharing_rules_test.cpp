// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/watch/watch_rule.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/referrals.h"
#include "tests/core/services/watch/watching.h"

namespace keywork::test::sharing_rules_test {

namespace {

struct Shared {
    TestHostel hostel;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    Kept<Agency> agency = anAgency(hostel);

    void agreeUntil(QDate until)
    {
        auto given = agreement(ben.id, agency.id);
        given.untilOn = until;
        need(hostel.services().agreements.record(given, {Category::Identity}));
    }
    void leave()
    {
        auto stay = *need(hostel.services().people.line(ben.id)).stay;
        stay.value.leftOn = kToday;
        stay.value.destination = {u"friends"_s};
        need(hostel.services().people.saveStay(stay, stay.value));
    }
};

} // namespace

TEST_CASE("An agreement shows two weeks before it ends, and four weeks after it lapsed")
{
    Shared shared;
    const QDate until(2026, 11, 2);
    shared.agreeUntil(until);
    checkEdges(shared.hostel, u"agreement_ending"_s, until,
        {{-kAgreementWarningDays - 1, false}, {-kAgreementWarningDays, true}, {-kAgreementWarningDays + 1, true}, {0, true}, {1, false}});
    checkEdges(
        shared.hostel, u"agreement_lapsed"_s, until, {{-1, false}, {0, false}, {1, true}, {kLapsedDays, true}, {kLapsedDays + 1, false}});
    const WatchItem line = lineOf(shared.hostel, u"agreement_ending"_s, until);
    CHECK(line.places.value(u"agency"_s) == shared.agency.value.name);
    CHECK(line.name == u"Ben Barker"_s);
}

TEST_CASE("Only the latest word to an agency is watched, each agency for itself, and only of those who are here")
{
    Shared shared;
    shared.agreeUntil(kToday.addDays(3));
    const auto other = anAgency(shared.hostel, u"StepAhead"_s);
    auto second = agreement(shared.ben.id, other.id);
    second.untilOn = kToday.addDays(5);
    need(shared.hostel.services().agreements.record(second, {Category::Identity}));
    CHECK(dueOn(shared.hostel, kToday).count(u"agreement_ending"_s) == 2);
    shared.agreeUntil(kToday.addDays(100)); // asked again meanwhile
    CHECK(lineOf(shared.hostel, u"agreement_ending"_s).places.value(u"agency"_s) == u"StepAhead"_s);
    second.state = AgreementState::Refused;
    second.untilOn.reset();
    need(shared.hostel.services().agreements.record(second, {}));
    checkEdges(shared.hostel, u"agreement_ending"_s, kToday, {{0, false}});
    second.state = AgreementState::Given;
    second.untilOn = kToday.addDays(5);
    need(shared.hostel.services().agreements.record(second, {Category::Identity}));
    checkEdges(shared.hostel, u"agreement_ending"_s, kToday, {{0, true}});
    shared.leave();
    checkEdges(shared.hostel, u"agreement_ending"_s, kToday, {{-1, true}, {0, false}});
}

TEST_CASE("Who could not decide is asked again from the day that was agreed")
{
    Shared shared;
    auto undecided = agreement(shared.ben.id, shared.agency.id);
    undecided.state = AgreementState::CouldNotDecide;
    undecided.untilOn.reset();
    undecided.askAgainOn = kToday.addDays(7);
    need(shared.hostel.services().agreements.record(undecided, {}));
    checkEdges(shared.hostel, u"ask_about_sharing"_s, kToday.addDays(7), {{-1, false}, {0, true}, {1, true}, {400, true}});
    shared.agreeUntil(kToday.addDays(100));
    checkEdges(shared.hostel, u"ask_about_sharing"_s, kToday.addDays(7), {{0, false}});
}

TEST_CASE("An open referral shows from the day on which they were to be asked, also of somebody who left")
{
    Shared shared;
    shared.agreeUntil(kToday.addDays(200));
    auto wish = wishFor(shared.ben.id, shared.agency.id, {Category::Identity});
    wish.chaseOn = kToday.addDays(10);
    const auto sent = need(sendTo(shared.hostel, wish));
    checkEdges(shared.hostel, u"referral_unanswered"_s, kToday.addDays(10), {{-1, false}, {0, true}, {1, true}});
    shared.leave();
    const WatchItem line = lineOf(shared.hostel, u"referral_unanswered"_s, kToday.addDays(10));
    CHECK(line.name == u"Ben Barker"_s);
    CHECK(line.room.isEmpty());
    checkEdges(shared.hostel, u"referral_unanswered"_s, kToday.addDays(28), {{-1, true}, {0, false}, {400, false}}); // long ago
    CHECK(line.subject == WatchSubject{u"referral"_s, sent.referral.id.value, shared.ben.id});
    need(shared.hostel.services().referrals.follow(
        sent.referral.id, {.state = ReferralState::FirstSeen, .onDay = kToday, .askAgainOn = kToday}));
    checkEdges(shared.hostel, u"referral_unanswered"_s, kToday.addDays(10), {{0, false}, {1, false}});
}

TEST_CASE("What left without agreement waits for a manager and for what was not written down, each for itself")
{
    Shared shared;
    auto wish = wishFor(shared.ben.id, shared.agency.id, {Category::Identity});
    wish.lawful = LawfulReason{.because = u"unconscious"_s};
    const auto sent = need(sendTo(shared.hostel, wish));
    const auto reason = need(shared.hostel.services().records.one(sent.disclosure.value.lawfulId));
    CHECK(lineOf(shared.hostel, u"lawful_reason_unreviewed"_s).day == kToday);
    CHECK(lineOf(shared.hostel, u"lawful_reason_incomplete"_s).subject.record == reason.id.value);
    auto reviewed = need(shared.hostel.services().referrals.review(reason, LawfulReview::Right, u"right"_s));
    checkEdges(shared.hostel, u"lawful_reason_unreviewed"_s, kToday, {{0, false}});
    checkEdges(shared.hostel, u"lawful_reason_incomplete"_s, kToday, {{0, true}});
    reviewed.value.told = PersonTold::Told;
    need(shared.hostel.services().records.amend(reviewed));
    checkEdges(shared.hostel, u"lawful_reason_incomplete"_s, kToday, {{0, false}});
}

TEST_CASE("A word that is marked as entered in error is told to a manager, opens nothing, and is over with the next one")
{
    Shared shared;
    shared.agreeUntil(kToday.addDays(100)); // wide, and standing
    auto refusal = agreement(shared.ben.id, shared.agency.id);
    refusal.state = AgreementState::Refused;
    refusal.untilOn.reset();
    const auto refused = need(shared.hostel.services().agreements.record(refusal, {}));
    checkEdges(shared.hostel, u"agreement_in_error"_s, kToday, {{0, false}});
    Records &records = shared.hostel.services().records;
    need(records.withdraw(recordType<SharingAgreement>(), refused.id.value, refused.version, u"a slip of mine"_s));
    const WatchItem line = lineOf(shared.hostel, u"agreement_in_error"_s);
    CHECK(line.day == kToday);
    CHECK(line.subject == WatchSubject{u"sharing_agreement"_s, refused.id.value, shared.ben.id});
    CHECK(line.places.value(u"agency"_s) == shared.agency.value.name);
    checkEdges(shared.hostel, u"agreement_ending"_s, kToday.addDays(100), {{0, false}}); // what was said before is over
    const auto scope = need(shared.hostel.services().agreements.scope(shared.ben.id, shared.agency.id, kToday));
    CHECK(scope.categories.empty());
    REQUIRE(scope.agreement);
    CHECK(scope.agreement->withdrawn);
    CHECK(kindOfError(sendTo(shared.hostel, wishFor(shared.ben.id, shared.agency.id, {Category::Identity}))) == ErrorKind::NotAgreed);
    CHECK(kindOfError(records.reinstate(recordType<SharingAgreement>(), refused.id.value)) == ErrorKind::NotAllowedNow);
    shared.leave();
    CHECK(dueOn(shared.hostel, kToday).contains(u"agreement_in_error"_s)); // also when they have left
    shared.agreeUntil(kToday.addDays(90));
    checkEdges(shared.hostel, u"agreement_in_error"_s, kToday, {{0, false}});
    need(sendTo(shared.hostel, wishFor(shared.ben.id, shared.agency.id, {Category::Identity})));
    signInAs(shared.hostel, u"Sam Reed"_s, Role::SupportWorker);
    CHECK_FALSE(dueOn(shared.hostel, kToday).contains(u"agreement_in_error"_s));
}

} // namespace keywork::test::sharing_rules_test
