// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "core/domain/roll_call.h"
#include "core/services/house/front_desk.h"
#include "core/services/house/roll_calls.h"
#include "tests/core/services/watch/watching.h"

namespace keywork::test::desk_rules_test {

using namespace Qt::StringLiterals;

namespace {

/// On the house's wall clock.
void setLocal(TestHostel &hostel, QDate day, QTime time) { hostel.clock.set(hostel.clock.resolve(day, time).earlier); }

bool saysNow(TestHostel &hostel, const QString &code) { return dueOn(hostel, hostel.clock.today()).contains(code); }

} // namespace

TEST_CASE("A visitor and a contractor who are still in show from the house's hour until six, and no longer once they left")
{
    TestHostel hostel;
    Services &on = hostel.services();
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(hostel);
    const auto visitor = need(on.records.add(Visitor{.name = u"Carol Webb"_s, .personId = ben.id, .cameAt = kNow}));
    need(on.records.add(Contractor{.firm = u"City Lifts"_s, .whatFor = u"Door"_s, .cameAt = kNow}));
    struct Case {
        int day;
        QTime time;
        bool isDue;
    };
    for (const Case &one : {Case{0, {21, 59}, false}, {0, {22, 0}, true}, {1, {5, 59}, true}, {1, {6, 0}, false}, {1, {22, 30}, true}}) {
        INFO(one.day << " " << one.time.toString().toStdString());
        setLocal(hostel, kToday.addDays(one.day), one.time);
        CHECK(saysNow(hostel, u"visitor_still_in"_s) == one.isDue);
        CHECK(saysNow(hostel, u"contractor_still_in"_s) == one.isDue);
    }
    setLocal(hostel, kToday, QTime(21, 0));
    CHECK(hostel.clock.local(need(on.attention.watched(kToday)).changesAt).time() == QTime(22, 0)); // Today is read anew then
    setLocal(hostel, kToday, QTime(23, 0));
    CHECK(lineOf(hostel, u"visitor_still_in"_s).name == u"Carol Webb");
    need(on.frontDesk.visitorLeft(visitor.id));
    CHECK_FALSE(saysNow(hostel, u"visitor_still_in"_s));
    auto house = need(on.records.all<House>()).first();
    house.value.visitorsOutBy = {};
    need(on.records.amend(house));
    CHECK_FALSE(saysNow(hostel, u"contractor_still_in"_s)); // nobody asks
}

TEST_CASE("A barring shows a week before its review or its end, and a delivery after the house's days")
{
    TestHostel hostel;
    Services &on = hostel.services();
    Barring barring{.name = u"Mick Stone"_s,
        .fromOn = QDate(2026, 9, 1),
        .untilOn = QDate(2026, 11, 1),
        .reviewOn = QDate(2026, 10, 1),
        .reason = u"Threatened somebody"_s,
        .decidedById = on.records.session().staff()};
    auto kept = need(on.records.add(barring));
    checkEdges(hostel, u"barring_review"_s, barring.reviewOn, {{-8, false}, {-7, true}, {3, true}, {32, false}});
    kept.value.reviewOn = barring.untilOn; // looked at, and it goes on
    kept = need(on.records.amend(kept));
    checkEdges(hostel, u"barring_review"_s, barring.untilOn, {{-31, false}, {-8, false}, {-7, true}, {0, true}, {1, false}});
    kept.value.endedOn = kToday;
    kept.value.endedWhy = u"Talked it through"_s;
    need(on.records.amend(kept));
    checkEdges(hostel, u"barring_review"_s, barring.untilOn, {{-1, false}});
    const auto parcel = need(on.records.add(Delivery{.forWhom = u"The office"_s, .what = u"A parcel"_s, .cameAt = kNow}));
    checkEdges(hostel, u"delivery_waiting"_s, kToday, {{6, false}, {7, true}});
    need(on.frontDesk.handedOver(parcel.id));
    checkEdges(hostel, u"delivery_waiting"_s, kToday, {{7, false}});
}

TEST_CASE("A roll call that was begun stands on Today until it is ended")
{
    TestHostel hostel;
    const auto call = need(hostel.services().rollCalls.begin());
    CHECK(lineOf(hostel, u"roll_call_open"_s).pressing() == Pressing::Now);
    need(hostel.services().rollCalls.end(call, RollCallKind::FalseAlarm, u"Car park"_s, {}));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"roll_call_open"_s));
}

} // namespace keywork::test::desk_rules_test
