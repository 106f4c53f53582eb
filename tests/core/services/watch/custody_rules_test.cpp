// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/held_medicine.h"
#include "core/domain/risk.h"
#include "core/services/care/custody.h"
#include "tests/core/services/watch/watching.h"

namespace keywork::test::custody_rules_test {

namespace {

HeldMedicine aMedicine(Id<Person> person)
{
    HeldMedicine medicine;
    medicine.personId = person;
    medicine.medicine = u"Pregabalin"_s;
    medicine.place = u"Box 7"_s;
    return medicine;
}

CustodyEntry counted(const HeldPage &page, CustodyAct act, qint64 after, Id<Staff> second)
{
    CustodyEntry entry;
    entry.personId = page.medicine.value.personId;
    entry.heldId = page.medicine.id;
    entry.act = act;
    entry.doneAt = kNow;
    entry.countedAfter = after;
    entry.second = SecondName::Staff;
    entry.secondId = second;
    return entry;
}

/// Handed in at night by one worker, so many.
HeldPage handedIn(TestHostel &hostel, Id<Person> person, SecondName second, qint64 count = 5)
{
    CustodyEntry first;
    first.doneAt = kNow.addDays(-1);
    first.countedBefore = 0;
    first.quantity = first.countedAfter = count;
    first.second = second;
    first.why = u"one worker on shift"_s;
    return need(hostel.services().custody.handIn(aMedicine(person), first));
}

} // namespace

TEST_CASE("After a night with one worker Today asks for a recount until two of the team have counted")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto second = need(hostel.services().records.add(Staff{.name = u"Tade Okoro"_s})).id;
    const HeldPage page = handedIn(hostel, ben.id, SecondName::Resident);
    const WatchItem line = lineOf(hostel, u"custody_recount"_s);
    CHECK(line.day == kToday.addDays(-1));
    CHECK(line.places.value(u"medicine"_s) == u"Pregabalin"_s);
    CHECK(line.subject.person == ben.id);
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"custody_second_name"_s));
    CHECK_FALSE(bool(snoozeUntil(hostel, line, kToday.addDays(2))));
    need(hostel.services().custody.write(counted(page, CustodyAct::Count, 5, second)));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"custody_recount"_s));
}

TEST_CASE("A name that is missing and a difference that nobody looked at stand on Today; a recount does not answer them")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto second = need(hostel.services().records.add(Staff{.name = u"Tade Okoro"_s})).id;
    const HeldPage page = handedIn(hostel, ben.id, SecondName::Nobody);
    CHECK(lineOf(hostel, u"custody_second_name"_s).day == kToday.addDays(-1));
    CustodyEntry count = counted(page, CustodyAct::Count, 4, second);
    count.cause = CustodyCause::NotKnown;
    count.why = u"counted twice over"_s;
    const auto kept = need(hostel.services().custody.write(count));
    CHECK(lineOf(hostel, u"custody_review"_s).day == kToday);
    CHECK(dueOn(hostel, kToday).contains(u"custody_second_name"_s));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"custody_recount"_s));
    CustodyEntry review = counted(page, CustodyAct::Review, 0, {});
    review.aboutId = kept.id;
    review.countedAfter.reset();
    review.second.reset();
    review.why = u"one was given on Sunday"_s;
    need(hostel.services().custody.write(review));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"custody_review"_s));
    signInAs(hostel, u"Rita Relief"_s, Role::Relief);
    CHECK(dueOn(hostel, kToday).contains(u"custody_second_name"_s));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"custody_review"_s));
}

TEST_CASE("Medicine of somebody who left stands on Today until nothing of it is here")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto second = need(hostel.services().records.add(Staff{.name = u"Tade Okoro"_s})).id;
    const HeldPage page = handedIn(hostel, ben.id, SecondName::Resident);
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"custody_gone"_s));
    auto stay = *need(hostel.services().people.line(ben.id)).stay;
    stay.value.leftOn = kToday;
    stay.value.destination = {u"friends"_s};
    need(hostel.services().people.saveStay(stay, stay.value));
    CHECK(lineOf(hostel, u"custody_gone"_s).subject.person == ben.id);
    CustodyEntry back = counted(page, CustodyAct::ToPharmacy, 0, second);
    back.countedBefore = back.quantity = 5;
    back.receipt = u"High Street Pharmacy, RX-1"_s;
    need(hostel.services().custody.write(back));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"custody_gone"_s));
}

TEST_CASE("What somebody else has leads to the risk until it was looked at")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto second = need(hostel.services().records.add(Staff{.name = u"Tade Okoro"_s})).id;
    const HeldPage page = handedIn(hostel, ben.id, SecondName::Resident);
    CustodyEntry count = counted(page, CustodyAct::Count, 3, second);
    count.cause = CustodyCause::PressedFor;
    count.why = u"two men at the door asked for them"_s;
    need(hostel.services().custody.write(count));
    CHECK(lineOf(hostel, u"custody_risk"_s).day == kToday);
    Risk risk;
    risk.personId = ben.id;
    risk.kind = {u"medicine"_s};
    risk.whatMayHappen = u"Pressed for medicine at the door"_s;
    risk.likelihood = 3;
    risk.impact = 3;
    risk.reviewedOn = kToday;
    risk.reviewOn = kToday.addDays(14);
    need(hostel.services().records.add(risk));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"custody_risk"_s));
    // At 00:30 in summer the stored moment still bears the day before, on which the risk was looked at.
    hostel.clock.set(hostel.clock.startOf(kToday.addDays(1)).addSecs(1800));
    count.doneAt = hostel.clock.now();
    need(hostel.services().custody.write(count));
    CHECK(lineOf(hostel, u"custody_risk"_s, kToday.addDays(1)).day == kToday.addDays(1));
    auto stay = need(hostel.services().records.of<Stay>("person_id", ben.id)).first();
    stay.value.leftOn = kToday.addDays(1);
    stay.value.destination = {u"friends"_s};
    need(hostel.services().people.saveStay(stay, stay.value));
    CHECK_FALSE(dueOn(hostel, kToday.addDays(2)).contains(u"custody_risk"_s)); // whoever left is asked no more
}

} // namespace keywork::test::custody_rules_test
