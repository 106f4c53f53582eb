// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/keywork.h"
#include "core/domain/stay.h"
#include "tests/core/services/watch/watching.h"

namespace keywork::test::keywork_rules_test {

namespace {

Kept<KeyworkSession> sessionOn(TestHostel &hostel, Id<Person> person, QDate day, KeyworkOutcome outcome)
{
    KeyworkSession session;
    session.personId = person;
    session.staffId = hostel.services().records.session().staff();
    session.startsAt = hostel.clock.startOf(day).addSecs(8 * 3600);
    session.outcome = outcome;
    if (session.isHeld())
        session.minutes = 30;
    return need(hostel.services().records.add(session));
}

} // namespace

TEST_CASE("Two sessions missed one after another show, until one is held")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    sessionOn(hostel, ben.id, QDate(2026, 8, 31), KeyworkOutcome::Held);
    sessionOn(hostel, ben.id, QDate(2026, 9, 4), KeyworkOutcome::Missed);
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"keywork_missed"_s));
    sessionOn(hostel, ben.id, QDate(2026, 9, 11), KeyworkOutcome::Missed);
    checkEdges(hostel, u"keywork_missed"_s, QDate(2026, 9, 11), {{-1, false}, {0, true}, {3, true}});
    const WatchItem item = lineOf(hostel, u"keywork_missed"_s);
    CHECK(item.day == QDate(2026, 9, 4));
    CHECK(item.places.value(u"count"_s) == u"2"_s);
    CHECK(item.subject.person == ben.id);
    sessionOn(hostel, ben.id, kToday, KeyworkOutcome::Held);
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"keywork_missed"_s));
}

TEST_CASE("Nobody had keywork for 14 days: since arriving, or since the last session")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(hostel);
    checkEdges(hostel, u"no_keywork"_s, QDate(2026, 9, 1), {{0, false}, {13, false}, {14, true}, {30, true}});
    sessionOn(hostel, ben.id, QDate(2026, 9, 10), KeyworkOutcome::Held);
    sessionOn(hostel, ben.id, QDate(2026, 9, 12), KeyworkOutcome::Missed);
    checkEdges(hostel, u"no_keywork"_s, QDate(2026, 9, 10), {{0, false}, {13, false}, {14, true}});
}

TEST_CASE("A planned session of which nobody said how it went is asked about from the next day, for two weeks")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    sessionOn(hostel, ben.id, QDate(2026, 9, 16), KeyworkOutcome::Planned);
    checkEdges(hostel, u"keywork_unsaid"_s, QDate(2026, 9, 16), {{-1, false}, {0, false}, {1, true}, {14, true}, {15, false}});
}

TEST_CASE("Advocacy is followed up from its day until a result is written")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    Advocacy call;
    call.personId = ben.id;
    call.onDay = QDate(2026, 9, 10);
    call.staffId = hostel.services().records.session().staff();
    call.withWhom = u"Housing benefit"_s;
    call.asked = u"When the claim is decided"_s;
    call.followUpOn = QDate(2026, 9, 20);
    auto kept = need(hostel.services().records.add(call));
    checkEdges(hostel, u"advocacy_follow_up"_s, QDate(2026, 9, 20), {{-1, false}, {0, true}, {40, true}});
    kept.value.result = u"Paid on Friday."_s;
    need(hostel.services().records.amend(kept));
    checkEdges(hostel, u"advocacy_follow_up"_s, QDate(2026, 9, 20), {{0, false}});
}

TEST_CASE("Of somebody who left long ago nobody asks again, also when a later stay was planned and came to nothing")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    auto builder = aPerson().arrived(QDate(2026, 5, 4));
    builder.stay.referredOn = QDate(2026, 5, 1);
    const auto ben = builder.in(hostel);
    Advocacy call;
    call.personId = ben.id;
    call.onDay = QDate(2026, 6, 1);
    call.staffId = records.session().staff();
    call.withWhom = u"Housing benefit"_s;
    call.asked = u"When the claim is decided"_s;
    call.followUpOn = QDate(2026, 6, 15);
    need(records.add(call));
    auto stay = need(records.of<Stay>("person_id", ben.id)).first();
    stay.value.leftOn = QDate(2026, 7, 1);
    stay.value.leavingReason = {records.choices().options(u"leaving_reason"_s).first().code};
    stay.value.destination = {records.choices().options(u"destination"_s).first().code};
    need(records.amend(stay));
    checkEdges(hostel, u"advocacy_follow_up"_s, QDate(2026, 7, 1), {{27, true}, {28, false}, {75, false}});
    Stay planned;
    planned.personId = ben.id;
    planned.referredOn = QDate(2026, 9, 1);
    planned.expectedOn = QDate(2026, 9, 20);
    auto kept = need(records.add(planned));
    checkEdges(hostel, u"advocacy_follow_up"_s, kToday, {{0, true}}); // comes back
    kept.value.notComing = true;
    need(records.amend(kept));
    checkEdges(hostel, u"advocacy_follow_up"_s, kToday, {{0, false}});
}

} // namespace keywork::test::keywork_rules_test
