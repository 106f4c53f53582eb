// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "core/services/care/move_on.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "tests/support/services.h"

namespace keywork::test::services_move_on_test {

namespace {

const QDate kStayEnds(2026, 6, 1);

/// Somebody who was here from 1 February 2025 until 1 June 2026, or still is.
Kept<Person> stayed(TestHostel &hostel, bool left, const QString &family = u"Ames"_s)
{
    auto builder = aPerson().called(u"Lotus"_s, family).arrived(QDate(2025, 2, 1));
    builder.stay.referredOn = QDate(2025, 1, 20);
    if (left) {
        builder.stay.leftOn = kStayEnds;
        builder.stay.leavingReason = {u"planned"_s};
        builder.stay.destination = {u"council_tenancy"_s};
    }
    return builder.in(hostel);
}

FollowUp tryOn(Id<Person> person, QDate day, FollowUpResult result = FollowUpResult::NotReached)
{
    FollowUp one{.personId = person};
    one.triedAt = QDateTime(day, QTime(12, 0), Qt::UTC);
    one.how = {u"telephone"_s};
    one.result = result;
    return one;
}

void agrees(TestHostel &hostel, Id<Person> person, QDate on)
{
    PostMoveContact contact{.personId = person, .onDay = on, .agreed = ContactAgreed::Yes, .how = u"07700 900123"_s};
    need(hostel.services().records.add(contact));
}

Violation onlyViolation(const Result<Kept<FollowUp>> &refused)
{
    REQUIRE_FALSE(bool(refused));
    REQUIRE(refused.error().violations.size() == 1);
    return refused.error().violations.first();
}

} // namespace

TEST_CASE("A follow-up is refused before they left, with the day of leaving where there is one")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto here = stayed(hostel, false);
    CHECK(onlyViolation(records.add(tryOn(here.id, QDate(2026, 9, 1)))) == Violation{u"tried_at"_s, Rule::NotLeftYet, {}});
    const auto gone = stayed(hostel, true, u"Brook"_s);
    CHECK(onlyViolation(records.add(tryOn(gone.id, kStayEnds.addDays(-1)))) == Violation{u"tried_at"_s, Rule::NotLeftYet, u"2026-06-01"_s});
    const auto kept = need(records.add(tryOn(gone.id, kStayEnds)));
    const auto stays = need(records.of<Stay>("person_id", gone.id));
    CHECK(kept.value.stayId == stays.first().id);
    // Somebody else's stay is none of theirs.
    FollowUp other = tryOn(gone.id, QDate(2026, 9, 1));
    other.stayId = need(records.of<Stay>("person_id", here.id)).first().id;
    CHECK(onlyViolation(records.add(other)) == Violation{u"stay_id"_s, Rule::AnotherOnes, {}});
}

TEST_CASE("Leaving needs day, reason and where to, and ends the stay")
{
    TestHostel hostel;
    MoveOn &moveOn = hostel.services().moveOn;
    const auto lotus = stayed(hostel, false);
    const auto picture = *need(moveOn.of(lotus.id));
    CHECK(picture.state == MoveOnState::Prompt); // 18 months since 1 August 2026
    CHECK(picture.promptFrom == QDate(2026, 8, 1));
    CHECK(picture.meantUntil == QDate(2027, 2, 1));
    Stay said;
    const auto refused = moveOn.leave(picture.stay, said);
    REQUIRE_FALSE(bool(refused));
    QStringList columns;
    for (const Violation &one : refused.error().violations)
        columns.append(one.column);
    CHECK(columns == QStringList{u"left_on"_s, u"leaving_reason"_s, u"destination"_s});
    said.leftOn = QDate(2026, 9, 14);
    said.leavingReason = {u"planned"_s};
    said.destination = {u"supported_housing"_s};
    CHECK(need(moveOn.leave(picture.stay, said)).value.leftOn == said.leftOn);
    const auto after = *need(moveOn.of(lotus.id));
    CHECK(after.state == MoveOnState::Left);
    REQUIRE(after.followUps.size() == 3);
    CHECK(after.followUps.first().dueOn == QDate(2026, 12, 14));
    CHECK(after.followUps.first().state == FollowUpState::NotAgreed);
    CHECK_FALSE(need(moveOn.of(aPerson().called(u"No"_s, u"Stay"_s).in(hostel).id)));
}

TEST_CASE("Rooms ask how far moving on is, of everybody here, by the house's month")
{
    TestHostel hostel;
    const auto lotus = stayed(hostel, false);
    const auto newcomer = aPerson().called(u"Ann"_s, u"Old"_s).arrived(QDate(2026, 8, 3)).in(hostel);
    const auto gone = stayed(hostel, true, u"Brook"_s);
    const auto states = [&] { return need(hostel.services().moveOn.states()); };
    CHECK(states() == QHash<qint64, MoveOnState>{{lotus.id.value, MoveOnState::Prompt}, {newcomer.id.value, MoveOnState::NotYet}});
    auto house = need(hostel.services().records.all<House>()).first();
    house.value.moveOnMonths = 20;
    need(hostel.services().records.amend(house));
    CHECK(states().value(lotus.id.value) == MoveOnState::NotYet);
    MoveOnApplication one{.personId = lotus.id, .landlord = u"Council"_s, .appliedOn = QDate(2026, 9, 1)};
    need(hostel.services().records.add(one));
    CHECK(states().value(lotus.id.value) == MoveOnState::Applied);
    need(hostel.services().records.add(MoveOnPlan{.personId = lotus.id, .begunOn = QDate(2026, 9, 2), .movesOn = QDate(2026, 9, 20)}));
    CHECK(states().value(lotus.id.value) == MoveOnState::DaySet);
    CHECK_FALSE(states().contains(gone.id.value));
}

TEST_CASE("Those who left are counted by where they went, follow-ups apart, and who came back within a year")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto reached = stayed(hostel, true, u"Ames"_s);
    const auto tried = stayed(hostel, true, u"Brook"_s);
    const auto silent = stayed(hostel, true, u"Cole"_s);
    const auto none = stayed(hostel, true, u"Dean"_s);
    for (const Id<Person> person : {reached.id, tried.id, silent.id})
        agrees(hostel, person, kStayEnds.addDays(-5));
    need(records.add(tryOn(reached.id, QDate(2026, 9, 2), FollowUpResult::Reached)));
    need(records.add(tryOn(tried.id, QDate(2026, 9, 3))));
    auto counts = need(hostel.services().moveOn.counts(QDate(2026, 1, 1), QDate(2026, 9, 14)));
    CHECK(counts.destinations[size_t(DestinationGroup::Settled)] == 4);
    CHECK(counts.followUps[0] == FollowUpCount{.reached = 1, .notReached = 1, .notTried = 1, .notAgreed = 1});
    CHECK(counts.followUps[1] == FollowUpCount{.notAgreed = 1});
    CHECK(counts.returned == 0);
    // Back after three months, in a stay of its own.
    Stay again;
    again.personId = none.id;
    again.referredOn = QDate(2026, 8, 20);
    again.arrivedOn = QDate(2026, 9, 1);
    const auto second = need(hostel.services().people.saveStay({}, again));
    CHECK(hostel.services().moveOn.isReturn(second));
    CHECK(need(hostel.services().moveOn.returnedFrom(second))->leftOn == kStayEnds);
    counts = need(hostel.services().moveOn.counts(QDate(2026, 1, 1), QDate(2026, 9, 14)));
    CHECK(counts.returned == 1);
    CHECK(counts.arrived == 1);
    const auto picture = *need(hostel.services().moveOn.of(none.id));
    CHECK(picture.returnedFrom->leftOn == kStayEnds);
    CHECK(picture.state == MoveOnState::NotYet);
}

TEST_CASE("Who stands at the door knows how far it is, and neither the words nor who agreed to what")
{
    TestHostel hostel;
    const auto lotus = stayed(hostel, false);
    MoveOnPlan plan{.personId = lotus.id, .begunOn = QDate(2026, 9, 1), .wants = u"My own door."_s};
    need(hostel.services().records.add(plan));
    agrees(hostel, lotus.id, QDate(2026, 9, 1));
    need(hostel.services().records.add(ReadinessView{.personId = lotus.id, .onDay = QDate(2026, 9, 1), .theirs = Readiness::Ready}));
    signInAs(hostel, u"Vera Volunteer"_s, Role::Volunteer);
    const auto picture = *need(hostel.services().moveOn.of(lotus.id));
    CHECK(picture.state == MoveOnState::Planning);
    REQUIRE(picture.plan);
    CHECK(picture.plan->value.wants.isEmpty());
    CHECK(picture.readiness.isEmpty());
    CHECK_FALSE(picture.contact);
    CHECK_FALSE(picture.contactKnown);
    CHECK(kindOfError(hostel.services().moveOn.counts(QDate(2026, 1, 1), QDate(2026, 9, 14))) == ErrorKind::NotPermitted);
}

} // namespace keywork::test::services_move_on_test
