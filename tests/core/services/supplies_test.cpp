// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/supplies.h"
#include "tests/support/kits.h"
#include "tests/support/trust.h"

namespace keywork::test::supplies_test {

using namespace Qt::StringLiterals;

namespace {

Rule firstRule(const Result<Family> &saved)
{
    return saved || saved.error().violations.isEmpty() ? Rule::None : saved.error().violations.first().rule;
}

} // namespace

TEST_CASE("Counts below nought, of nothing and beyond belief are refused beside the item, and nothing of the visit is kept")
{
    TestHostel hostel;
    const auto item = anItem(hostel, u"1 ml syringe"_s);
    CHECK(firstRule(tryGive(hostel, item.id, -1, 0)) == Rule::TooSmall);
    CHECK(firstRule(tryGive(hostel, item.id, 5, -2)) == Rule::TooSmall);
    CHECK(firstRule(tryGive(hostel, item.id, 0, 0)) == Rule::Required);
    CHECK(firstRule(tryGive(hostel, item.id, 1001, 0)) == Rule::TooLarge);
    CHECK(need(hostel.services().records.all<SupplyVisit>()).isEmpty());
}

TEST_CASE("Foil and pipes are offered and handed out only once a manager named paper and day; what comes back is always taken")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    SupplyItem foil;
    foil.name = u"Foil, pack"_s;
    foil.kind = {u"foil"_s};
    foil.needsAuthority = true;
    auto kept = need(records.add(foil));
    const auto isOffered = [&hostel](QDate day) { return !need(hostel.services().supplies.offered(day)).isEmpty(); };
    CHECK_FALSE(isOffered(QDate(2026, 9, 14)));
    CHECK(firstRule(tryGive(hostel, kept.id, 1, 0)) == Rule::NotSwitchedOn);
    CHECK(bool(tryGive(hostel, kept.id, 0, 1)));
    kept.value.authorityPaper = u"Letter of the drug service"_s;
    const auto half = records.amend(kept);
    REQUIRE_FALSE(bool(half));
    CHECK(half.error().violations.first().column == u"switched_on");
    kept.value.switchedOn = QDate(2026, 9, 14);
    kept = need(records.amend(kept));
    CHECK(isOffered(QDate(2026, 9, 14)));
    CHECK_FALSE(isOffered(QDate(2026, 9, 13)));
    CHECK(bool(tryGive(hostel, kept.id, 1, 0)));
    signInAs(hostel, u"Kay Worker"_s, Role::Keyworker);
    kept.value.name = u"Foil"_s;
    CHECK_FALSE(bool(hostel.services().records.amend(kept)));
}

TEST_CASE("The usual items come in once, those with laws of their own switched off")
{
    TestHostel hostel;
    const auto own = anItem(hostel, u"FILTER"_s);
    need(hostel.services().supplies.takeInShipped());
    need(hostel.services().supplies.takeInShipped());
    const auto items = need(hostel.services().records.all<SupplyItem>());
    CHECK(items.size() == shippedSupplies().size()); // the house's own filter stands for ours
    const auto offered = need(hostel.services().supplies.offered(QDate(2026, 9, 14)));
    CHECK(offered.size() == items.size() - 2);
    CHECK(offered.first().value.kind.code == u"syringe");
    CHECK(std::none_of(offered.cbegin(), offered.cend(), [](const auto &item) { return item.value.needsAuthority; }));
    signInAs(hostel, u"Vera Volunteer"_s, Role::Volunteer);
    CHECK_FALSE(need(hostel.services().supplies.offered(QDate(2026, 9, 14))).isEmpty());
}

TEST_CASE("A volunteer hands out needles at night, named or not, reads no names, and sees the week's totals")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto item = anItem(hostel, u"1 ml syringe"_s);
    signInAs(hostel, u"Vera Volunteer"_s, Role::Volunteer);
    give(hostel, item.id, 20, 12);
    CHECK(bool(tryGive(hostel, item.id, 10, 10, ben.id)));
    CHECK_FALSE(bool(hostel.services().records.all<SupplyVisit>()));
    const auto weeks = need(hostel.services().supplies.weeks(2));
    CHECK(weeks.first().visits == 2);
    CHECK(weeks.first().visitsNamed == 1);
    CHECK(weeks.first().comesBack == ReturnRatio{30, 22});
    CHECK(weeks.first().comesBack.percent() == 73);
    CHECK(weeks.last().visits == 0);
    CHECK_FALSE(bool(hostel.services().supplies.ratioOf(ben.id, 28)));
    signInAs(hostel, u"Kay Worker"_s, Role::Keyworker);
    CHECK(need(hostel.services().supplies.ratioOf(ben.id, 28)) == ReturnRatio{10, 10});
}

} // namespace keywork::test::supplies_test
