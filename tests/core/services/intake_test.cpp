// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/retention.h"
#include "core/services/care/intake.h"
#include "core/services/records/families.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/records/undo.h"
#include "tests/support/services.h"
#include "tests/support/trust.h"

namespace keywork::test::intake_test {

using namespace Qt::StringLiterals;

namespace {

const QDate kToday(2026, 9, 14); // of the hostel's clock

Person somebody(const QString &given = u"Ben"_s)
{
    Person person;
    person.givenName = given;
    person.familyName = u"Barker"_s;
    return person;
}

ReferralIn of(QDate day)
{
    ReferralIn referral;
    referral.receivedOn = day;
    referral.how = ReferralInHow::Telephone;
    referral.source = {u"drug_service"_s};
    referral.reason = u"sofa surfing"_s;
    return referral;
}

KeptRow fresh(const Row &row)
{
    KeptRow kept;
    kept.row = row;
    return kept;
}

struct Intaken {
    TestHostel hostel;
    Kept<Room> seven = need(records().add(Room{u"7"_s, {}, {}, false, false, {}}));

    Services &services() { return hostel.services(); }
    Records &records() { return hostel.services().records; }
    Intake &intake() { return hostel.services().intake; }
    Kept<ReferralIn> referred(const QString &given = u"Ben"_s) { return need(intake().refer(somebody(given), of(QDate(2026, 9, 1)))); }
    Result<Kept<ReferralIn>> decide(Kept<ReferralIn> referral, ReferralInState state, const QString &why = u"fits"_s)
    {
        referral = need(records().one(referral.id));
        referral.value.state = state;
        referral.value.decidedWhy = why;
        return intake().save(referral, {});
    }
    QList<Kept<Stay>> stays(const Kept<ReferralIn> &referral) { return need(records().of<Stay>("person_id", referral.value.personId)); }
    ReferralInState state(const Kept<ReferralIn> &referral) { return need(records().one(referral.id)).value.state; }
    CriteriaVersion publish(const QStringList &wordings, const QString &note = {})
    {
        Family family{fresh(toRow(EntryCriteria{.fromOn = kToday, .note = note})), {}};
        for (const QString &wording : wordings)
            family.parts.append(fresh(toRow(EntryCriterion{.wording = wording})));
        need(services().families.save(family, {}));
        return *need(intake().criteria());
    }
};

} // namespace

TEST_CASE("A referral and the person it is about are kept together, or neither is")
{
    Intaken at;
    const auto kept = at.referred();
    CHECK(kept.value.number == u"RI-0001");
    CHECK(kept.value.personName == u"Ben Barker");
    CHECK(need(at.records().one(kept.value.personId)).value.givenName == u"Ben");
    CHECK(at.stays(kept).isEmpty()); // no room waits for somebody who is not accepted
    const auto people = need(at.records().all<Person>()).size();
    const auto tomorrow = at.intake().refer(somebody(u"Ada"_s), of(kToday.addDays(1)));
    REQUIRE(kindOfError(tomorrow) == ErrorKind::Invalid);
    CHECK(tomorrow.error().violations == Violations{{u"referral.received_on"_s, Rule::InTheFuture, {}}});
    auto nobody = somebody();
    nobody.givenName.clear();
    CHECK(kindOfError(at.intake().refer(nobody, of(kToday))) == ErrorKind::Invalid);
    CHECK(need(at.records().all<Person>()).size() == people);
    CHECK(need(at.records().all<ReferralIn>()).size() == 1);
}

TEST_CASE("Not offering a place needs a reason; a decision is dated and keeps the version of the criteria it was made by")
{
    Intaken at;
    const auto version = at.publish({u"Is 18 or over"_s});
    const auto kept = at.referred();
    const auto without = at.decide(kept, ReferralInState::Declined, {});
    REQUIRE(kindOfError(without) == ErrorKind::Invalid);
    CHECK(without.error().violations == Violations{{u"decided_why"_s, Rule::ReasonNeeded, {}}});
    CHECK(at.state(kept) == ReferralInState::New);
    const auto declined = need(at.decide(kept, ReferralInState::Declined, u"needs nursing at night"_s));
    CHECK(declined.value.decidedOn == kToday);
    CHECK(declined.value.criteriaId == version.version.id);
    at.hostel.clock.set(kNow.addDays(2));
    at.publish({u"Is 18 or over"_s, u"Needs what we can give"_s});
    CHECK(need(at.decide(declined, ReferralInState::Declined, u"needs nursing day and night"_s)).value.criteriaId == version.version.id);
    // Taken up again it is open, and decided by nothing.
    const auto again = need(at.decide(declined, ReferralInState::ContactMade, {}));
    CHECK_FALSE(again.value.decidedOn);
    CHECK_FALSE(again.value.criteriaId);
}

TEST_CASE("Accepting plans a stay, changing one's mind takes it back, and undo takes back both at once")
{
    Intaken at;
    const auto kept = at.referred();
    need(at.decide(kept, ReferralInState::Accepted));
    REQUIRE(at.stays(kept).size() == 1);
    CHECK(at.stays(kept).first().value.isExpected());
    CHECK(at.stays(kept).first().value.referredOn == QDate(2026, 9, 1));
    CHECK(need(at.services().people.groupSizes())[size_t(ResidentGroup::Expected)] == 1);
    need(at.decide(kept, ReferralInState::Withdrew, u"found a room elsewhere"_s));
    CHECK(at.stays(kept).first().value.notComing);
    CHECK(need(at.services().people.groupSizes())[size_t(ResidentGroup::Expected)] == 0);
    need(at.services().undo.last(u"a test"_s));
    CHECK(at.state(kept) == ReferralInState::Accepted);
    CHECK_FALSE(at.stays(kept).first().value.notComing);
    need(at.services().undo.last(u"a test"_s)); // and once more
    CHECK(at.state(kept) == ReferralInState::Withdrew);
    CHECK(at.stays(kept).first().value.notComing);
    need(at.decide(kept, ReferralInState::Accepted));
    CHECK(at.stays(kept).size() == 1);
}

TEST_CASE("The arrival says that somebody arrived, whoever takes them in; nobody says it by hand")
{
    Intaken at;
    const auto kept = at.referred();
    const auto byHand = at.decide(kept, ReferralInState::Arrived);
    REQUIRE(kindOfError(byHand) == ErrorKind::Invalid);
    CHECK(byHand.error().violations.contains(Violation{u"state"_s, Rule::SaidByArriving, {}}));
    need(at.decide(kept, ReferralInState::Accepted));
    signInAs(at.hostel, u"Rita Relief"_s, Role::Relief); // 02:00, and nobody else is there
    CHECK(kindOfError(at.records().one(kept.id)) == ErrorKind::NotPermitted);
    auto arrival = *need(at.intake().arrivalOf(kept.value.personId));
    const auto here = need(at.intake().arrive(arrival.stay, kToday, QTime(2, 0), at.seven.id));
    CHECK(here.value.arrivalOpen);
    arrival = *need(at.intake().arrivalOf(kept.value.personId));
    CHECK(arrival.gaps.contains(ArrivalGap::Licence));
    CHECK_FALSE(arrival.gaps.contains(ArrivalGap::Room));
    signInWith(at.hostel, kManager, kPassword);
    CHECK(at.state(kept) == ReferralInState::Arrived);
    CHECK(need(at.intake().arrivalOf(kept.value.personId))->gaps.contains(ArrivalGap::GpPractice));
    signInAs(at.hostel, u"Vera Volunteer"_s, Role::Volunteer); // who may not know the practice is not told that it is missing
    const auto seen = *need(at.intake().arrivalOf(kept.value.personId));
    CHECK(seen.gaps.contains(ArrivalGap::Licence));
    CHECK_FALSE(seen.gaps.contains(ArrivalGap::GpPractice));
    signInWith(at.hostel, kManager, kPassword);
    const auto refused = at.decide(kept, ReferralInState::Declined);
    REQUIRE(kindOfError(refused) == ErrorKind::Invalid);
    auto stay = at.stays(kept).first();
    stay.value.arrivedOn = {}; // it was somebody else
    need(at.records().amend(stay));
    CHECK(at.state(kept) == ReferralInState::Accepted);
}

TEST_CASE("Nobody arrives before the referral, into a room that is taken, or twice; nothing of it is kept")
{
    Intaken at;
    const auto ben = at.referred();
    need(at.decide(ben, ReferralInState::Accepted));
    const auto ann = at.referred(u"Ann"_s);
    need(at.decide(ann, ReferralInState::Accepted));
    const auto planned = at.stays(ben).first();
    const auto early = at.intake().arrive(planned, QDate(2026, 8, 31), {}, at.seven.id);
    REQUIRE(kindOfError(early) == ErrorKind::Invalid);
    CHECK(early.error().violations == Violations{{u"arrived_on"_s, Rule::BeforeReferral, u"2026-09-01"_s}});
    need(at.intake().arrive(planned, kToday, QTime(9, 0), at.seven.id));
    const auto taken = at.intake().arrive(at.stays(ann).first(), kToday, QTime(9, 30), at.seven.id);
    REQUIRE(kindOfError(taken) == ErrorKind::Invalid);
    CHECK(taken.error().violations == Violations{{u"room_id"_s, Rule::RoomTaken, {}}});
    CHECK_FALSE(at.stays(ann).first().value.arrivedOn);
    CHECK(at.state(ann) == ReferralInState::Accepted);
    const auto again = need(at.intake().refer(ben.value.personId, of(kToday)));
    need(at.decide(again, ReferralInState::Accepted));
    Kept<Stay> second;
    for (const Kept<Stay> &stay : at.stays(ben))
        if (stay.value.referralInId == again.id)
            second = stay;
    const auto twice = at.intake().arrive(second, kToday, {}, {});
    REQUIRE(kindOfError(twice) == ErrorKind::Invalid);
    CHECK(twice.error().violations == Violations{{u"arrived_on"_s, Rule::AlreadyHere, {}}});
    CHECK(at.state(again) == ReferralInState::Accepted);
}

TEST_CASE("A place on the waiting list is one referral's, until that one leaves the list")
{
    Intaken at;
    auto ben = at.referred();
    ben.value.state = ReferralInState::WaitingList;
    ben.value.waitingPlace = 1;
    ben = need(at.intake().save(ben, {}));
    CHECK(ben.value.waitingSince == kToday);
    auto ann = at.referred(u"Ann"_s);
    ann.value.state = ReferralInState::WaitingList;
    ann.value.waitingPlace = 1;
    const auto same = at.intake().save(ann, {});
    REQUIRE(kindOfError(same) == ErrorKind::Invalid);
    CHECK(same.error().violations == Violations{{u"waiting_place"_s, Rule::PlaceTaken, u"RI-0001"_s}});
    need(at.decide(ben, ReferralInState::Accepted));
    CHECK_FALSE(need(at.records().one(ben.id)).value.waitingPlace); // it falls free
    need(at.intake().save(ann, {}));
}

TEST_CASE("A criterion that was put otherwise keeps its words on old referrals; the same words keep their answer")
{
    Intaken at;
    const auto first = at.publish({u"Is 18 or over"_s, u"Needs help we can give"_s});
    auto ben = at.referred();
    CriterionAnswer met{.criterionId = first.criteria.at(0).id, .answer = CriterionAnswered::Met};
    CriterionAnswer waived{.criterionId = first.criteria.at(1).id, .answer = CriterionAnswered::Waived};
    const auto without = at.intake().save(ben, {met, waived});
    REQUIRE(kindOfError(without) == ErrorKind::Invalid);
    CHECK(without.error().violations == Violations{{u"1/why"_s, Rule::ReasonNeeded, {}}});
    CHECK(need(at.records().all<CriterionAnswer>()).isEmpty()); // nor the first
    waived.why = u"ok"_s;
    const auto withoutWords = at.intake().save(ben, {met, waived});
    REQUIRE(kindOfError(withoutWords) == ErrorKind::Invalid);
    CHECK(withoutWords.error().violations == Violations{{u"1/why"_s, Rule::SaysTooLittle, {}}});
    waived.why = u"the nurse comes in"_s;
    ben = need(at.intake().save(ben, {met, waived}));
    const auto answers = need(at.records().all<CriterionAnswer>({.orderBy = u"id"_s}));
    REQUIRE(answers.size() == 2);
    CHECK(answers.at(1).value.waivedById == at.records().session().staff());
    CHECK(answers.at(1).value.personId == ben.value.personId);

    const auto second = at.publish({u"Is 18 or over"_s, u"Needs help that we or a nurse can give"_s}, u"a nurse comes in"_s);
    const auto lines = need(at.intake().criteriaAt(ben));
    REQUIRE(lines.size() == 3);
    CHECK(lines.at(0).criterion.id == second.criteria.at(0).id);
    CHECK(lines.at(0).answer.answer == CriterionAnswered::Met);
    CHECK(lines.at(1).criterion.value.wording == u"Needs help that we or a nurse can give");
    CHECK(lines.at(1).answer.answer == CriterionAnswered::NotKnown);
    CHECK(lines.at(2).isEarlier);
    CHECK(lines.at(2).criterion.value.wording == u"Needs help we can give");
    CHECK(lines.at(2).answer.why == u"the nurse comes in");

    auto ann = at.referred(u"Ann"_s); // decided by the second, read by the second for ever
    ann.value.state = ReferralInState::Accepted;
    ann = need(at.intake().save(ann, {CriterionAnswer{.criterionId = second.criteria.at(1).id, .answer = CriterionAnswered::Met}}));
    at.publish({u"Is 21 or over"_s});
    const auto read = need(at.intake().criteriaAt(ann));
    REQUIRE(read.size() == 2);
    CHECK(read.at(0).criterion.value.wording == u"Is 18 or over");
    CHECK(read.at(1).answer.answer == CriterionAnswered::Met);
    auto stored = first.criteria.at(0);
    stored.value.wording = u"Is 25 or over"_s;
    CHECK(kindOfError(at.records().amend(stored)) == ErrorKind::NotAllowedNow);
}

TEST_CASE("A criterion that would keep people out for drug or alcohol use is asked about, and no other")
{
    for (const QString &wording : {u"Does not use drugs"_s, u"Sober for four weeks"_s, u"Has finished detox"_s, u"No INJECTING in rooms"_s,
             u"On a script"_s, u"Does not drink"_s}) {
        INFO(wording.toStdString());
        CHECK(turnsOnSubstanceUse(wording));
    }
    for (const QString &wording : {u"Is 18 or over"_s, u"Has nowhere safe to live"_s, u"Needs support that this house can give"_s,
             u"Has a local connection, or can't safely go where there is one"_s, u"Can reach and use a room here"_s}) {
        INFO(wording.toStdString());
        CHECK_FALSE(turnsOnSubstanceUse(wording));
    }
    Intaken at;
    at.publish({u"Is 18 or over"_s});
    Family family{fresh(toRow(EntryCriteria{.fromOn = kToday})), {fresh(toRow(EntryCriterion{.wording = u"Does not use drugs"_s}))}};
    const auto asked = at.services().families.save(family, {});
    REQUIRE(kindOfError(asked) == ErrorKind::Invalid);
    CHECK(asked.error().violations == Violations{{u"0/wording"_s, Rule::Unlikely, kSubstanceUseAlone}});
    CHECK(need(at.records().all<EntryCriteria>()).size() == 1); // nothing half kept
    need(at.records().withConfirmed({{u"entry_criterion"_s, u"wording"_s, u"Does not use drugs"_s}},
        [&] { return at.services().families.save(family, {}) ? Done() : Done(Error{}); }));
    CHECK(need(at.intake().criteria())->criteria.first().value.wording == u"Does not use drugs");
}

TEST_CASE("What came before anybody was on file is accepted only once somebody is")
{
    Intaken at;
    ReferralIn file = of(kToday);
    file.personName = u"Ann Old"_s;
    file.how = ReferralInHow::File;
    const auto kept = need(at.records().add(file));
    const auto early = at.decide(kept, ReferralInState::Accepted);
    REQUIRE(kindOfError(early) == ErrorKind::Invalid);
    CHECK(early.error().violations == Violations{{u"state"_s, Rule::RecordFirst, {}}});
    const auto taken = need(at.intake().takeOnFile(kept.id, somebody(u"Ann"_s)));
    CHECK(need(at.records().one(taken.value.personId)).value.givenName == u"Ann");
    CHECK(kindOfError(at.intake().takeOnFile(kept.id, somebody(u"Ann"_s))) == ErrorKind::NotAllowedNow);
    CHECK(need(at.records().all<Person>()).size() == 1); // not a second one
    need(at.decide(taken, ReferralInState::Accepted));
    ReferralIn nobody = of(kToday);
    CHECK(kindOfError(at.records().add(nobody)) == ErrorKind::Invalid); // about whom?
}

TEST_CASE("A relief worker takes a referral down at night and does not read what others wrote")
{
    Intaken at;
    const auto ben = at.referred();
    signInAs(at.hostel, u"Rita Relief"_s, Role::Relief);
    const auto kept = need(at.intake().refer(somebody(u"Ann"_s), of(kToday)));
    CHECK(kept.value.number == u"RI-0002");
    CHECK(kindOfError(at.records().all<ReferralIn>()) == ErrorKind::NotPermitted);
    signInWith(at.hostel, kManager, kPassword);
    signInAs(at.hostel, u"Vera Volunteer"_s, Role::Volunteer);
    CHECK(kindOfError(at.intake().refer(ben.value.personId, of(kToday))) == ErrorKind::NotPermitted);
}

TEST_CASE("The steps of the way in and the conditions belong to whoever the stay is of")
{
    Intaken at;
    const auto ben = at.referred();
    need(at.decide(ben, ReferralInState::Accepted));
    const auto stay = need(at.records().one(recordType<Stay>(), at.stays(ben).first().id.value));
    Family family{stay,
        {fresh(toRow(ArrivalStep{.what = u"leaves the ward"_s})), fresh(toRow(ArrivalStep{.what = u"sees the prescriber"_s})),
            fresh(toRow(StayCondition{.what = u"sees the drug service"_s}))}};
    need(at.services().families.save(family, {}));
    auto arrival = *need(at.intake().arrivalOf(ben.value.personId));
    REQUIRE(arrival.steps.size() == 2);
    CHECK(arrival.steps.first().value.what == u"leaves the ward");
    CHECK(arrival.steps.first().value.personId == ben.value.personId);
    CHECK(arrival.conditions.first().value.personId == ben.value.personId);
    need(at.intake().stepDone(arrival.steps.first().id));
    arrival = *need(at.intake().arrivalOf(ben.value.personId));
    CHECK(arrival.steps.first().value.doneAt == at.hostel.clock.now());
    CHECK_FALSE(arrival.steps.last().value.doneAt);
}

TEST_CASE("A record whose referral waits is not erased, and counts from the decision")
{
    const QDate today(2026, 9, 14);
    ReferralIn referral = of(QDate(2024, 1, 10));
    CHECK_FALSE(retentionStart({}, today, {referral}));
    referral.state = ReferralInState::Declined;
    referral.decidedOn = QDate(2024, 2, 1);
    const auto start = retentionStart({}, today, {referral});
    REQUIRE(start);
    CHECK(start->what == RetentionClass::NotTakenIn);
    CHECK(start->from == QDate(2024, 2, 1));
    CHECK_FALSE(retentionStart({}, today));
}

} // namespace keywork::test::intake_test
