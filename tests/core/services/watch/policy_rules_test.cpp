// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/guidance.h"
#include "core/services/house/policies.h"
#include "tests/core/services/watch/watching.h"
#include "tests/support/policies.h"

namespace keywork::test::policy_rules_test {

TEST_CASE("A version of a policy stands on Today of each of the team until they have read it")
{
    TestHostel hostel;
    const auto first = need(hostel.services().records.add(aPolicy(hostel)));
    CHECK(lineOf(hostel, u"policy_unread"_s).name == u"Visitors");
    CHECK(lineOf(hostel, u"policy_unread"_s).places.value(u"version"_s) == u"1");
    need(sayPolicyRead(hostel.services().records, first.id));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"policy_unread"_s));
    const auto second = need(hostel.services().records.add(nextVersionOf(first, kToday)));
    CHECK(lineOf(hostel, u"policy_unread"_s).subject.record == second.id.value); // the version before asks nobody any more
    need(sayPolicyRead(hostel.services().records, second.id));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"policy_unread"_s));
    signInAs(hostel, u"Vera Volunteer"_s, Role::Volunteer);
    CHECK(dueOn(hostel, kToday).contains(u"policy_unread"_s)); // each for themselves
    need(sayPolicyRead(hostel.services().records, second.id));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"policy_unread"_s));
}

TEST_CASE("A review of a policy that is due stands on Today of managers and of whoever looks after it")
{
    TestHostel hostel;
    const auto owner = need(hostel.services().records.add(Staff{.name = u"Olu Owner"_s, .role = Role::SupportWorker}));
    Policy policy = aPolicy(hostel, owner.id);
    policy.reviewOn = kToday.addDays(10);
    const auto first = need(hostel.services().records.add(policy));
    checkEdges(hostel, u"policy_review"_s, policy.reviewOn, {{-1, false}, {0, true}, {30, true}});
    need(hostel.services().accounts.give(owner, u"correct-horse-staple"_s));
    signInAs(hostel, u"Kim Keyworker"_s, Role::Keyworker);
    CHECK_FALSE(dueOn(hostel, policy.reviewOn).contains(u"policy_review"_s));
    hostel.hostel.reset();
    auto opened = hostel.file->signIn(u"Olu Owner"_s, u"correct-horse-staple"_s);
    hostel.hostel = std::move(need(opened));
    CHECK(dueOn(hostel, policy.reviewOn).contains(u"policy_review"_s));
    hostel.reopen();
    need(hostel.services().records.add(nextVersionOf(first, kToday)));
    CHECK_FALSE(dueOn(hostel, policy.reviewOn).contains(u"policy_review"_s));
}

TEST_CASE("A help line that nobody checked for a year is asked about, of those who may write it down")
{
    TestHostel hostel;
    auto line = need(hostel.services().records.add(
        HelpLine{u"Lantern line"_s, u"01632 960204"_s, {}, {}, QDate(2026, 2, 28), hostel.services().records.session().staff(), {}}));
    checkEdges(hostel, u"help_line_unchecked"_s, QDate(2027, 2, 28), {{-1, false}, {0, false}, {1, true}});
    CHECK(lineOf(hostel, u"help_line_unchecked"_s, QDate(2027, 3, 1)).name == u"Lantern line");
    line.value.checkedOn = kToday;
    need(hostel.services().records.amend(line));
    CHECK_FALSE(dueOn(hostel, QDate(2027, 3, 1)).contains(u"help_line_unchecked"_s));
    CHECK(dueOn(hostel, QDate(2028, 3, 1)).contains(u"help_line_unchecked"_s));
    signInAs(hostel, u"Vera Volunteer"_s, Role::Volunteer);
    CHECK_FALSE(dueOn(hostel, QDate(2028, 3, 1)).contains(u"help_line_unchecked"_s));
}

TEST_CASE("A page of the house's own is asked about on the day of its review")
{
    TestHostel hostel;
    HousePage page;
    page.title = u"Nights"_s;
    page.text = u"Two rounds."_s;
    page.source = u"Team meeting"_s;
    page.dated = PartialDate::fromText(u"2026"_s);
    page.writtenOn = kToday;
    page.reviewOn = kToday.addDays(5);
    need(hostel.services().records.add(page));
    checkEdges(hostel, u"house_page_review"_s, *page.reviewOn, {{-1, false}, {0, true}, {9, true}});
    signInAs(hostel, u"Kim Keyworker"_s, Role::Keyworker);
    CHECK_FALSE(dueOn(hostel, *page.reviewOn).contains(u"house_page_review"_s)); // it is not theirs
}

} // namespace keywork::test::policy_rules_test
