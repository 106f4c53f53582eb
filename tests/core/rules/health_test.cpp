// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/health.h"
#include "tests/support/catch.h"

namespace keywork::test::rules_health_test {

TEST_CASE("A check is due when somebody said so, else after its months, else since it was offered")
{
    struct Case {
        const char *sentence;
        QDate offered;
        OfferAnswer answer;
        std::optional<QDate> done;
        std::optional<qint64> months;
        std::optional<QDate> next;
        QDate due; ///< invalid: never
    };
    const QDate offered(2026, 1, 31);
    const std::optional<QDate> none;
    const std::optional<qint64> once;
    const Case cases[]{
        {"an open offer is due at once", offered, OfferAnswer::NotYet, none, once, none, offered},
        {"so is an accepted one that was not done", offered, OfferAnswer::Accepted, none, 6, none, offered},
        {"done once and for all", offered, OfferAnswer::Accepted, offered, once, none, QDate()},
        {"done, again after a month, which is short", offered, OfferAnswer::Accepted, offered, 1, none, QDate(2026, 2, 28)},
        {"in a leap year a day later", QDate(2028, 1, 31), OfferAnswer::Accepted, QDate(2028, 1, 31), 1, none, QDate(2028, 2, 29)},
        {"a year after 29 February", QDate(2028, 2, 29), OfferAnswer::Accepted, QDate(2028, 2, 29), 12, none, QDate(2029, 2, 28)},
        {"months count from the day it was done", offered, OfferAnswer::Accepted, QDate(2026, 3, 15), 6, none, QDate(2026, 9, 15)},
        {"they chose not to: asked again after the months", offered, OfferAnswer::ChoseNotTo, none, 3, none, QDate(2026, 4, 30)},
        {"they chose not to, and nobody asks again", offered, OfferAnswer::ChoseNotTo, none, once, none, QDate()},
        {"a day that was said outweighs the months", offered, OfferAnswer::Accepted, offered, 6, QDate(2026, 3, 1), QDate(2026, 3, 1)},
    };
    for (const Case &one : cases) {
        INFO(one.sentence);
        HealthCheck check;
        check.offeredOn = one.offered;
        check.answer = one.answer;
        check.doneOn = one.done;
        check.everyMonths = one.months;
        check.nextOn = one.next;
        CHECK(nextCheckOn(check) == one.due);
        if (!one.due.isValid()) {
            CHECK_FALSE(checkIsDue(check, QDate(2099, 12, 31)));
            continue;
        }
        CHECK_FALSE(checkIsDue(check, one.due.addDays(-1)));
        CHECK(checkIsDue(check, one.due));
        CHECK(checkIsDue(check, one.due.addDays(1)));
        CHECK_FALSE(checkIsDue(check, QDate()));
    }
}

} // namespace keywork::test::rules_health_test
