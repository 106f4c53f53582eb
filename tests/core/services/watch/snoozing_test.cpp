// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/restriction.h"
#include "core/services/house/attention.h"
#include "core/services/house/watch/watch_rule.h"
#include "core/services/records/records.h"
#include "core/services/session.h"
#include "tests/core/services/watch/watching.h"

namespace keywork::test::snoozing_test {

TEST_CASE("A line that was put off is gone for everybody until its day, and then it is back")
{
    TestHostel hostel;
    finishArrival(hostel, aPerson().arrived(QDate(2026, 9, 10)).in(hostel).id);
    need(snoozeUntil(hostel, lineOf(hostel, u"no_keyworker"_s), kToday.addDays(4), u"Sam takes over on Friday"_s));
    checkEdges(hostel, u"no_keyworker"_s, kToday.addDays(4), {{-4, false}, {-1, false}, {0, true}, {1, true}});
    checkEdges(hostel, u"no_keyworker"_s, kToday, {{-1, true}}); // what was due before it was put off was due
    const auto day = need(hostel.services().attention.watched(kToday));
    REQUIRE(day.snoozed.size() == 1);
    CHECK(day.snoozed.first().by == kManager);
    CHECK(day.snoozed.first().item.name == u"Ben Barker"_s);
    CHECK(day.snoozed.first().snooze.value.reason == u"Sam takes over on Friday"_s);
    signInAs(hostel, u"Una Door"_s, Role::Volunteer);
    const auto theirs = need(hostel.services().attention.watched(kToday));
    CHECK(theirs.items.isEmpty());
    CHECK(theirs.snoozed.isEmpty()); // the reason is not for them
}

TEST_CASE("Only that fact about that record is put off")
{
    TestHostel hostel;
    aPerson().arrived(QDate(2026, 8, 10)).in(hostel);
    const WatchItem keyworker = lineOf(hostel, u"no_keyworker"_s);
    aPerson().called(u"Lena"_s, u"Fox"_s).arrived(QDate(2026, 8, 10)).in(hostel);
    need(snoozeUntil(hostel, keyworker, kToday.addDays(4)));
    CHECK(lineOf(hostel, u"no_keyworker"_s).name == u"Lena Fox"_s);
    CHECK(dueOn(hostel, kToday).count(u"no_plan"_s) == 2);
}

TEST_CASE("What was put off can be brought back at once")
{
    TestHostel hostel;
    aPerson().arrived(QDate(2026, 9, 10)).in(hostel);
    need(snoozeUntil(hostel, lineOf(hostel, u"no_keyworker"_s), kToday.addDays(4)));
    const auto day = need(hostel.services().attention.watched(kToday));
    CHECK(kindOfError(hostel.services().attention.bringBack(day.snoozed.first(), {})) == ErrorKind::Invalid);
    need(hostel.services().attention.bringBack(day.snoozed.first(), u"it can't wait"_s));
    checkEdges(hostel, u"no_keyworker"_s, kToday, {{0, true}});
    CHECK(need(hostel.services().attention.watched(kToday)).snoozed.isEmpty());
    need(snoozeUntil(hostel, lineOf(hostel, u"no_keyworker"_s), kToday.addDays(2))); // and put off once more
    checkEdges(hostel, u"no_keyworker"_s, kToday, {{0, false}, {2, true}});
}

TEST_CASE("Putting off needs a reason and a day to come that is not too far")
{
    TestHostel hostel;
    aPerson().arrived(QDate(2026, 9, 10)).in(hostel);
    const WatchItem line = lineOf(hostel, u"no_keyworker"_s);
    const auto ruleFor = [&](QDate until, const QString &reason = u"asked for"_s) {
        const auto kept = snoozeUntil(hostel, line, until, reason);
        REQUIRE(kindOfError(kept) == ErrorKind::Invalid);
        return kept.error().violations.first().rule;
    };
    CHECK(ruleFor(kToday.addDays(1), u"  "_s) == Rule::Required);
    CHECK(ruleFor({}) == Rule::Required);
    CHECK(ruleFor(kToday.addDays(-1)) == Rule::NotToCome);
    CHECK(ruleFor(kToday) == Rule::NotToCome);
    CHECK(ruleFor(kToday.addDays(kLongestSnoozeDays + 1)) == Rule::TooFarAhead);
    WatchSnooze invented = Attention::snoozeOf(line);
    invented.ruleCode = u"invented"_s;
    invented.untilOn = kToday.addDays(1);
    invented.reason = u"x"_s;
    CHECK(kindOfError(hostel.services().records.add(invented)) == ErrorKind::Invalid);
    CHECK(dueOn(hostel, kToday).contains(u"no_keyworker"_s));
    need(snoozeUntil(hostel, line, kToday.addDays(kLongestSnoozeDays)));
}

TEST_CASE("A line about an emergency is put off by nobody")
{
    WatchRule rule = *watchRuleOf(u"no_keyworker"_s);
    rule.pressing = Pressing::Emergency;
    for (const Role role : {Role::Manager, Role::Keyworker, Role::SupportWorker, Role::Relief})
        CHECK(kindOfError(checkMaySnooze(rule, Session({1}, u"x"_s, role))) == ErrorKind::NotAllowedNow);
    TestHostel hostel;
    CHECK_FALSE(hostel.services().attention.maySnooze({.rule = &rule, .subject = {u"person"_s, 1, {1}}}));
}

TEST_CASE("Whoever may write what a line is about may put it off, and nobody else")
{
    struct Case {
        Role role;
        bool keyworker; ///< who they are
        bool plan; ///< the care plan
        bool lawful; ///< for managers alone
    };
    for (const Case &one :
        {Case{Role::Manager, true, true, true}, Case{Role::Keyworker, true, true, false}, Case{Role::SupportWorker, true, true, false},
            Case{Role::Relief, true, false, false}, Case{Role::Volunteer, false, false, false}, Case{Role::Auditor, false, false, false}}) {
        INFO(int(one.role));
        TestHostel hostel;
        aPerson().arrived(QDate(2026, 8, 10)).in(hostel);
        QList<WatchItem> items;
        for (const auto &[code, may] : {std::pair(u"no_keyworker"_s, one.keyworker), std::pair(u"no_plan"_s, one.plan),
                 std::pair(u"lawful_reason_unreviewed"_s, one.lawful)}) {
            Q_UNUSED(may);
            items.append({.rule = watchRuleOf(code), .subject = {u"person"_s, 1, {1}}});
        }
        signInAs(hostel, u"Sam Reed"_s, one.role);
        const bool allowed[] = {one.keyworker, one.plan, one.lawful};
        for (qsizetype i = 0; i < items.size(); ++i) {
            INFO(items.at(i).rule->code);
            CHECK(hostel.services().attention.maySnooze(items.at(i)) == allowed[i]);
            const auto kept = snoozeUntil(hostel, items.at(i), kToday.addDays(2));
            CHECK(bool(kept) == allowed[i]);
            if (!kept)
                CHECK(kept.error().kind == ErrorKind::NotPermitted);
        }
    }
}

TEST_CASE("Relief staff don't bring back what they may not put off")
{
    TestHostel hostel;
    aPerson().arrived(QDate(2026, 8, 10)).in(hostel);
    const auto kept = need(snoozeUntil(hostel, lineOf(hostel, u"no_plan"_s), kToday.addDays(4)));
    signInAs(hostel, u"Sam Reed"_s, Role::Relief);
    CHECK(need(hostel.services().attention.watched(kToday)).snoozed.isEmpty()); // they don't know of plans
    CHECK(kindOfError(hostel.services().attention.bringBack({{}, kept, {}}, u"x"_s)) == ErrorKind::NotPermitted);
}

TEST_CASE("What was put off closes with a restricted record, and goes with an erased one")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 10)).in(hostel);
    const auto kept = need(snoozeUntil(hostel, lineOf(hostel, u"no_plan"_s), kToday.addDays(4), u"canary, says the drug service"_s));
    CHECK(recordType<WatchSnooze>().tiedBy(Tie::Owner)); // erased by the description
    need(hostel.services().records.add(Restriction{ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    signInAs(hostel, u"Marlon Otis"_s, Role::Manager);
    CHECK(kindOfError(hostel.services().records.one(kept.id)) == ErrorKind::NeedToKnow);
    CHECK(need(hostel.services().records.all<WatchSnooze>()).isEmpty());
    const auto day = need(hostel.services().attention.watched(kToday));
    CHECK(day.items.isEmpty());
    CHECK(day.snoozed.isEmpty());
    CHECK(kindOfError(hostel.services().attention.bringBack({{}, kept, {}}, u"x"_s)) == ErrorKind::NeedToKnow);
}

} // namespace keywork::test::snoozing_test
