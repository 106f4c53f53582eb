// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/policies.h"
#include "tests/support/policies.h"

namespace keywork::test::policies_test {

TEST_CASE("A policy says its words or where its paper lies, and when it is reviewed not before it holds")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    struct Case {
        void (*change)(Policy &);
        QString column;
        Rule rule;
    };
    const QList<Case> cases{
        {[](Policy &policy) { policy.text.clear(); }, u"text"_s, Rule::TextOrPaper},
        {[](Policy &policy) { policy.title.clear(); }, u"title"_s, Rule::Required},
        {[](Policy &policy) { policy.ownerId = {}; }, u"owner_id"_s, Rule::Required},
        {[](Policy &policy) { policy.reviewOn = policy.validFrom.addDays(-1); }, u"review_on"_s, Rule::EndsBeforeStart},
        {[](Policy &policy) { policy.text = u"<iframe src=x>"_s; }, u"text"_s, Rule::NotGuidance},
        {[](Policy &policy) { policy.kind = PolicyKind::Tolerance; }, u"inside"_s, Rule::Required},
        {[](Policy &policy) { policy.kind = PolicyKind::PoliceProtocol; }, u"we_call_for"_s, Rule::Required},
    };
    for (const Case &one : cases) {
        Policy policy = aPolicy(hostel);
        one.change(policy);
        const auto kept = records.add(policy);
        INFO(one.column.toStdString());
        REQUIRE(kindOfError(kept) == ErrorKind::Invalid);
        CHECK(kept.error().violations.first().column == one.column);
        CHECK(kept.error().violations.first().rule == one.rule);
    }
    CHECK(need(records.all<Policy>()).isEmpty());
    Policy onPaper = aPolicy(hostel);
    onPaper.text.clear();
    onPaper.paper = u"Blue folder, office"_s;
    need(records.add(onPaper));
}

TEST_CASE("A version of a policy is never written over: the next one follows it, once, and the earlier one stays")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto first = need(records.add(aPolicy(hostel)));
    CHECK(first.value.versionNumber == 1);
    auto changed = first;
    changed.value.text = u"Other words."_s;
    CHECK(kindOfError(records.amend(changed)) == ErrorKind::NotAllowedNow);
    Policy next = nextVersionOf(first, records.today());
    CHECK(next.text == first.value.text);
    CHECK(next.reviewOn == records.today().addYears(1));
    next.text = u"Other words."_s;
    next.versionNumber = 7; // the program counts
    const auto second = need(records.add(next));
    CHECK(second.value.versionNumber == 2);
    CHECK(second.value.followsId == first.id);
    const auto twice = records.add(nextVersionOf(first, records.today()));
    REQUIRE(kindOfError(twice) == ErrorKind::Invalid);
    CHECK(twice.error().violations.first().rule == Rule::NotTheLatest);
    const auto third = need(records.add(nextVersionOf(second, records.today())));
    const auto latest = need(latestPolicies(records));
    REQUIRE(latest.size() == 1);
    CHECK(latest.first().id == third.id);
    for (const auto &from : {first, second, third}) {
        const auto versions = need(policyVersions(records, from));
        REQUIRE(versions.size() == 3);
        CHECK(versions.at(0).id == third.id);
        CHECK(versions.at(2).id == first.id);
    }
    CHECK(need(records.one(first.id)).value.text == first.value.text);
}

TEST_CASE("What holds on a day is the version that is in force then; a policy that is over holds no more")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const QDate today = records.today();
    Policy policy = tolerancePolicy(hostel);
    policy.validFrom = today.addDays(-30);
    const auto first = need(records.add(policy));
    Policy next = nextVersionOf(first, today);
    next.validFrom = today.addDays(10);
    const auto second = need(records.add(next));
    const auto holds = [&](int days) { return need(policyOn(records, PolicyKind::Tolerance, today.addDays(days))); };
    CHECK_FALSE(holds(-31));
    CHECK(holds(-30)->id == first.id);
    CHECK(holds(9)->id == first.id);
    CHECK(holds(10)->id == second.id);
    CHECK_FALSE(need(policyOn(records, PolicyKind::Visitors, today)));
    Policy end = nextVersionOf(second, today);
    end.validFrom = today.addDays(20);
    end.reviewOn = end.validFrom;
    end.isOver = true;
    need(records.add(end));
    CHECK(holds(19)->id == second.id);
    CHECK_FALSE(holds(20));
    CHECK(need(latestPolicies(records)).isEmpty());
}

TEST_CASE("Who has read a version is known by name: each says it for themselves, a manager also of whoever signed the paper")
{
    TestHostel hostel;
    const auto policy = need(hostel.services().records.add(aPolicy(hostel)));
    need(hostel.services().records.add(Staff{.name = u"Una Gone"_s, .leftOn = hostel.services().records.today()}));
    const auto paper = need(hostel.services().records.add(Staff{.name = u"Pat Paper"_s, .role = Role::Relief}));
    need(hostel.services().records.add(Staff{.name = u"Ada Auditor"_s, .role = Role::Auditor}));
    signInAs(hostel, u"Kim Keyworker"_s, Role::Keyworker);
    Records &records = hostel.services().records;
    const auto names = [&](bool haveRead) {
        QStringList found;
        for (const PolicyReader &one : need(policyReaders(records, policy.id)))
            if (one.readAt.has_value() == haveRead)
                found.append(one.who.value.name);
        return found;
    };
    CHECK(names(false) == QStringList{u"Kim Keyworker"_s, u"Pat Paper"_s, kManager}); // not who left, not the auditor
    need(sayPolicyRead(records, policy.id));
    need(sayPolicyRead(records, policy.id)); // once is enough
    CHECK(names(true) == QStringList{u"Kim Keyworker"_s});
    CHECK(need(records.all<PolicyRead>()).size() == 1);
    const auto forOther = records.add(PolicyRead{policy.id, paper.id});
    REQUIRE(kindOfError(forOther) == ErrorKind::Invalid);
    CHECK(forOther.error().violations.first().rule == Rule::AnotherOnes);
    hostel.reopen(); // the manager
    need(sayPolicyRead(hostel.services().records, policy.id, paper.id));
    CHECK(need(policyReaders(hostel.services().records, policy.id)).size() == 3);
    const auto again = hostel.services().records.add(PolicyRead{policy.id, paper.id});
    REQUIRE(kindOfError(again) == ErrorKind::Invalid);
    CHECK(again.error().violations.first().rule == Rule::SameAsBefore);
}

TEST_CASE("Only managers write policies; everybody who works in the house reads them and says so, an auditor neither")
{
    TestHostel hostel;
    const auto policy = need(hostel.services().records.add(aPolicy(hostel)));
    for (const Role role : allOf<Role>()) {
        INFO(codeOf(role));
        hostel.reopen();
        signInAs(hostel, u"Una "_s + QLatin1String(codeOf(role)), role);
        Records &records = hostel.services().records;
        const bool works = role != Role::Auditor;
        CHECK(bool(latestPolicies(records)) == works);
        CHECK(bool(sayPolicyRead(records, policy.id)) == works);
        CHECK(bool(records.add(aPolicy(hostel, policy.value.ownerId))) == (role == Role::Manager));
    }
}

TEST_CASE("A policy is shown with its own parts under headings, in the order of its form")
{
    TestHostel hostel;
    const GuidancePage page = pageOf(tolerancePolicy(hostel), 4);
    CHECK(page.key == u"policy-4");
    QStringList headings;
    for (const GuidanceBlock &block : page.blocks)
        if (block.type == GuidanceBlock::Type::Heading)
            headings.append(plainTextOf(block.rows.first().first()));
    CHECK(headings == QStringList{u"Inside the house"_s, u"Outside"_s, u"When somebody comes back after using"_s});
    CHECK(plainTextOf(page.blocks).contains(u"Nobody is turned away"_s));
}

} // namespace keywork::test::policies_test
