// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/awareness_days.h"
#include "tests/support/catch.h"

namespace keywork::test::awareness_days_test {

TEST_CASE("A day that raises awareness is near from fourteen days before it until the day itself, the nearer of two")
{
    struct Case {
        QDate today;
        QDate next; ///< invalid: none is near
    };
    for (const auto &[today, next] :
        {Case{QDate(2028, 2, 5), QDate()}, {QDate(2028, 2, 6), QDate(2028, 2, 20)}, {QDate(2028, 2, 20), QDate(2028, 2, 20)},
            {QDate(2028, 2, 21), QDate()}, {QDate(2027, 8, 18), QDate(2027, 8, 31)}, {QDate(2027, 9, 1), QDate(2027, 9, 1)},
            {QDate(2027, 9, 2), QDate()}, {QDate(2027, 11, 17), QDate(2027, 12, 1)}, {QDate(2027, 12, 31), QDate()}}) {
        INFO(today.toString(Qt::ISODate).toStdString());
        const auto found = awarenessAhead(today);
        CHECK(found.has_value() == next.isValid());
        if (found)
            CHECK(found->on == next);
    }
}

} // namespace keywork::test::awareness_days_test
