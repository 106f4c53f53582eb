// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "core/domain/move_on.h"
#include "core/services/records/people.h"
#include "tests/core/services/watch/watching.h"

namespace keywork::test::move_on_rules_test {

namespace {

Kept<Person> since(TestHostel &hostel, QDate arrived)
{
    auto builder = aPerson().arrived(arrived);
    builder.stay.referredOn = arrived;
    return builder.in(hostel);
}

} // namespace

TEST_CASE("Moving on shows from the house's month on, until a plan is begun")
{
    TestHostel hostel;
    const auto ben = since(hostel, QDate(2025, 8, 31));
    const QDate due(2027, 2, 28); // the last day of February, 18 months later
    checkEdges(hostel, u"move_on_prompt"_s, due, {{-1, false}, {0, true}, {200, true}});
    const WatchItem line = lineOf(hostel, u"move_on_prompt"_s, due);
    CHECK(line.day == due);
    CHECK(line.places.value(u"months"_s) == u"18"_s);
    auto house = need(hostel.services().records.all<House>()).first();
    house.value.moveOnMonths = 12;
    need(hostel.services().records.amend(house));
    checkEdges(hostel, u"move_on_prompt"_s, QDate(2026, 8, 31), {{-1, false}, {0, true}});
    need(hostel.services().records.add(MoveOnPlan{.personId = ben.id, .begunOn = kToday}));
    checkEdges(hostel, u"move_on_prompt"_s, kToday, {{0, false}, {400, false}});
}

TEST_CASE("A moving day with something open shows from a week before")
{
    TestHostel hostel;
    const auto ben = since(hostel, QDate(2025, 3, 1));
    const QDate moves(2026, 9, 28);
    auto plan = need(hostel.services().records.add(MoveOnPlan{.personId = ben.id, .begunOn = kToday, .movesOn = moves}));
    checkEdges(hostel, u"moving_day_open"_s, moves, {{-8, false}, {-7, true}, {0, true}, {3, true}});
    const WatchItem line = lineOf(hostel, u"moving_day_open"_s, moves);
    CHECK(line.places.value(u"count"_s) == u"6"_s);
    CHECK(QString::fromUtf8(line.labels.value(u"what"_s)) == QString::fromUtf8(labelOf(MoveTask::Gp)));
    for (const MoveTask task :
        {MoveTask::Gp, MoveTask::NewKeys, MoveTask::KeysBack, MoveTask::Naloxone, MoveTask::Benefits, MoveTask::Post}) {
        MoveStep step{.planId = plan.id, .personId = ben.id, .task = task, .what = u"seen to"_s};
        step.doneAt = kNow;
        need(hostel.services().records.add(step));
    }
    checkEdges(hostel, u"moving_day_open"_s, moves, {{-1, false}, {0, false}});
}

TEST_CASE("A follow-up shows on its day when it was agreed, and not to whoever may not read of it")
{
    TestHostel hostel;
    const auto ben = since(hostel, QDate(2025, 3, 1));
    auto stay = *need(hostel.services().people.line(ben.id)).stay;
    stay.value.leftOn = QDate(2026, 8, 31);
    stay.value.destination = {u"private_tenancy"_s};
    need(hostel.services().people.saveStay(stay, stay.value));
    const QDate due(2026, 11, 30); // of the 31st the last day of November
    checkEdges(hostel, u"follow_up_due"_s, due, {{0, false}}); // nobody asked
    PostMoveContact contact{.personId = ben.id, .onDay = QDate(2026, 8, 30), .agreed = ContactAgreed::Yes, .how = u"07700 900123"_s};
    auto agreed = need(hostel.services().records.add(contact));
    checkEdges(hostel, u"follow_up_due"_s, due, {{-1, false}, {0, true}, {41, true}, {42, false}, {90, true}});
    CHECK(QString::fromUtf8(lineOf(hostel, u"follow_up_due"_s, due).labels.value(u"months"_s)) == u"3 months"_s);
    CHECK(lineOf(hostel, u"follow_up_due"_s, due).name == u"Ben Barker"_s);
    agreed.value.withdrawnOn = QDate(2026, 9, 10);
    need(hostel.services().records.amend(agreed));
    checkEdges(hostel, u"follow_up_due"_s, due, {{0, false}, {90, false}});
    agreed = need(hostel.services().records.one(agreed.id));
    agreed.value.withdrawnOn.reset();
    need(hostel.services().records.amend(agreed));
    signInAs(hostel, u"Rita Relief"_s, Role::Relief);
    checkEdges(hostel, u"follow_up_due"_s, due, {{0, false}});
}

} // namespace keywork::test::move_on_rules_test
