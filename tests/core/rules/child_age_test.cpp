// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/child_age.h"
#include "tests/support/catch.h"

namespace keywork::test::child_age_test {

using namespace Qt::StringLiterals;

namespace {

Child born(const QString &when)
{
    Child child;
    child.bornOn = PartialDate::fromText(when);
    return child;
}

Child told(qint64 age, QDate on)
{
    Child child;
    child.age = age;
    child.ageOn = on;
    return child;
}

} // namespace

TEST_CASE("A child's age grows from what is known of the birth, or from the day on which it was told")
{
    struct Case {
        const char *sentence;
        Child child;
        QDate today;
        std::optional<ChildAge> age;
    };
    const QList<Case> cases{
        {"the day is known", born(u"2019-09-15"_s), QDate(2026, 9, 14), ChildAge{6, 6}},
        {"on the birthday", born(u"2019-09-15"_s), QDate(2026, 9, 15), ChildAge{7, 7}},
        {"born on 29 February: older on 1 March", born(u"2020-02-29"_s), QDate(2026, 2, 28), ChildAge{5, 5}},
        {"and on 1 March", born(u"2020-02-29"_s), QDate(2026, 3, 1), ChildAge{6, 6}},
        {"the year alone", born(u"2019"_s), QDate(2026, 9, 14), ChildAge{6, 7}},
        {"at the end of that year", born(u"2019"_s), QDate(2026, 12, 31), ChildAge{7, 7}},
        {"this year", born(u"2026"_s), QDate(2026, 9, 14), ChildAge{0, 0}},
        {"not born yet", born(u"2027"_s), QDate(2026, 9, 14), std::nullopt},
        {"on the day it was told", told(7, QDate(2026, 9, 14)), QDate(2026, 9, 14), ChildAge{7, 7}},
        {"a day later the birthday may have been", told(7, QDate(2026, 9, 14)), QDate(2026, 9, 15), ChildAge{7, 8}},
        {"a year later to the day", told(7, QDate(2026, 9, 14)), QDate(2027, 9, 14), ChildAge{8, 8}},
        {"and a half", told(7, QDate(2026, 9, 14)), QDate(2028, 3, 1), ChildAge{8, 9}},
        {"before it was told", told(7, QDate(2026, 9, 14)), QDate(2026, 9, 13), std::nullopt},
        {"nothing is known", Child(), QDate(2026, 9, 14), std::nullopt},
    };
    for (const Case &one : cases) {
        INFO(one.sentence);
        CHECK(childAge(one.child, one.today) == one.age);
    }
}

} // namespace keywork::test::child_age_test
