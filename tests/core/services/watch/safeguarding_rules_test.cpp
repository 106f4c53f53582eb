// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/court.h"
#include "core/domain/safeguarding.h"
#include "tests/core/services/watch/watching.h"
#include "tests/support/trust.h"

namespace keywork::test::safeguarding_rules_test {

namespace {

SafeguardingConcern seen(Id<Person> person)
{
    SafeguardingConcern concern;
    concern.personId = person;
    concern.kind = {u"physical"_s};
    concern.seenAt = kNow.addDays(-2);
    concern.whatWasSeen = u"a bruise on the arm"_s;
    return concern;
}

} // namespace

TEST_CASE("A concern stands before the lead until it is decided, again on its review day, and in sight until it is closed")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    Records &records = hostel.services().records;
    auto kept = need(records.add(seen(ben.id)));
    const WatchItem line = lineOf(hostel, u"safeguarding_waiting"_s);
    CHECK(line.subject == WatchSubject{u"safeguarding_concern"_s, kept.id.value, ben.id});
    CHECK(line.day == QDate(2026, 9, 12));
    CHECK(line.places.value(u"number"_s) == kept.value.number);
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"safeguarding_yours"_s)); // the lead sees the concern itself
    kept.value.state = ConcernState::InHand;
    kept.value.leadId = records.session().staff();
    kept = need(records.amend(kept));
    CHECK(dueOn(hostel, kToday).contains(u"safeguarding_waiting"_s));
    const QDate review(2026, 9, 28);
    kept.value.decision = {u"plan_here"_s};
    kept.value.decidedOn = kToday;
    kept.value.decisionWhy = u"she can decide this"_s;
    kept.value.reviewOn = review;
    kept = need(records.amend(kept));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"safeguarding_waiting"_s));
    checkEdges(hostel, u"safeguarding_review"_s, review, {{-1, false}, {0, true}, {30, true}});
    checkEdges(hostel, u"safeguarding_open"_s, review, {{-14, true}, {-1, true}, {0, false}});
    kept.value.state = ConcernState::Closed;
    kept.value.outcome = u"she is safe"_s;
    kept.value.closedOn = kToday;
    need(records.amend(kept));
    for (const QString &code : {u"safeguarding_waiting"_s, u"safeguarding_review"_s, u"safeguarding_open"_s})
        checkEdges(hostel, code, review, {{-1, false}, {0, false}});
}

TEST_CASE("Whoever raised a concern sees that it waits, then that it is dealt with, and no colleague does")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    makeMember(hostel, u"Vi Volunteer"_s, Role::Volunteer);
    makeMember(hostel, u"Sam Shift"_s, Role::SupportWorker);
    signInWith(hostel, u"Vi Volunteer"_s, kTheirs);
    const auto kept = need(hostel.services().records.add(seen(ben.id)));
    CHECK(dueOn(hostel, kToday).count(u"safeguarding_yours"_s) == 1);
    CHECK(lineOf(hostel, u"safeguarding_yours"_s).places.value(u"number"_s) == kept.value.number);
    signInWith(hostel, u"Sam Shift"_s, kTheirs);
    CHECK(dueOn(hostel, kToday).filter(u"safeguarding"_s).isEmpty());
    signInWith(hostel, kManager, kPassword);
    auto lead = need(hostel.services().records.one(kept.id));
    lead.value.state = ConcernState::InHand;
    lead.value.leadId = hostel.services().records.session().staff();
    need(hostel.services().records.amend(lead));
    signInWith(hostel, u"Vi Volunteer"_s, kTheirs);
    CHECK(dueOn(hostel, kToday).filter(u"safeguarding"_s) == QStringList{u"safeguarding_yours_in_hand"_s});
}

TEST_CASE("A hearing and the review of an order show a week ahead, for whoever may read of courts")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    Records &records = hostel.services().records;
    const QDate day(2026, 10, 6);
    Hearing hearing;
    hearing.personId = ben.id;
    hearing.startsAt = QDateTime(day, QTime(10, 0), QTimeZone("Europe/London")).toUTC();
    hearing.court = u"Westgate Magistrates' Court"_s;
    hearing.why = u"review of the order"_s;
    auto kept = need(records.add(hearing));
    checkEdges(hostel, u"hearing_ahead"_s, day, {{-kCourtAheadDays - 1, false}, {-kCourtAheadDays, true}, {0, true}, {1, false}});
    const WatchItem line = lineOf(hostel, u"hearing_ahead"_s, day);
    CHECK(line.places.value(u"time"_s) == u", 10:00");
    CHECK(line.places.value(u"court"_s) == hearing.court);
    kept.value.outcome = u"put off"_s;
    need(records.amend(kept));
    checkEdges(hostel, u"hearing_ahead"_s, day, {{0, false}});
    // Put off: it is ahead again on the day until which it was.
    kept = need(records.one(kept.id));
    kept.value.nextOn = day.addDays(13);
    need(records.amend(kept));
    checkEdges(hostel, u"hearing_ahead"_s, day, {{0, false}, {13 - kCourtAheadDays, true}, {13, true}, {14, false}});
    CHECK(lineOf(hostel, u"hearing_ahead"_s, day.addDays(13)).day == day.addDays(13));
    CourtOrder order;
    order.personId = ben.id;
    order.kind = {u"drr"_s};
    order.court = hearing.court;
    order.fromOn = QDate(2026, 7, 1);
    order.untilOn = QDate(2028, 6, 30);
    OrderRequirement requirement;
    requirement.courtOrderId = need(records.add(order)).id;
    requirement.personId = ben.id;
    requirement.kind = {u"drug_treatment"_s};
    requirement.fromOn = order.fromOn;
    requirement.reviewOn = day;
    auto required = need(records.add(requirement));
    checkEdges(hostel, u"order_review_ahead"_s, day,
        {{-kCourtAheadDays - 1, false}, {-kCourtAheadDays, true}, {0, true}, {kCourtAheadDays, true}, {kCourtAheadDays + 1, false}});
    required.value.untilOn = day.addDays(-1);
    need(records.amend(required));
    checkEdges(hostel, u"order_review_ahead"_s, day, {{0, false}});
    required = need(records.one(required.id));
    required.value.untilOn.reset();
    need(records.amend(required));
    signInAs(hostel, u"Sam Shift"_s, Role::SupportWorker);
    checkEdges(hostel, u"order_review_ahead"_s, day, {{0, false}});
}

} // namespace keywork::test::safeguarding_rules_test
