// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "tests/core/services/watch/watching.h"

namespace keywork::test::act_now_words_rules_test {

using namespace Qt::StringLiterals;

namespace {

void saysChecked(TestHostel &hostel, const QString &by, std::optional<QDate> on)
{
    Records &records = hostel.services().records;
    auto house = need(records.all<House>()).first();
    house.value.wordsCheckedBy = by;
    house.value.wordsCheckedOn = on;
    need(records.amend(house));
}

} // namespace

TEST_CASE("Words of act now that nobody has checked stand on Today for whoever runs the house, and for nobody else")
{
    TestHostel hostel;
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"act_now_unchecked"_s)); // checked in March
    saysChecked(hostel, {}, {});
    CHECK(dueOn(hostel, kToday).contains(u"act_now_unchecked"_s));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"act_now_checked_long_ago"_s));
    signInAs(hostel, u"Tomi Okoro"_s, Role::Keyworker);
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"act_now_unchecked"_s));
}

TEST_CASE("Once a year the words are checked again")
{
    TestHostel hostel;
    saysChecked(hostel, u"Wellbeing's lead nurse"_s, QDate(2026, 3, 2));
    checkEdges(hostel, u"act_now_checked_long_ago"_s, QDate(2027, 3, 2), {{-1, false}, {1, true}, {400, true}});
    const WatchItem line = lineOf(hostel, u"act_now_checked_long_ago"_s, QDate(2027, 6, 1));
    CHECK(line.day == QDate(2026, 3, 2));
    CHECK(line.places.value(u"who"_s) == u"Wellbeing's lead nurse");
}

} // namespace keywork::test::act_now_words_rules_test
