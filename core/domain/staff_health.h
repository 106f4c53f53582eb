// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/staff.h"

namespace keywork {

/// What became of what was offered. "Declined" is an answer.
enum class StaffHealthAnswer { Offered, Accepted, Had, Declined };

template <> struct Codes<StaffHealthAnswer> {
    static constexpr const char *list = "staff_health_answer";
    static constexpr std::array options{
        FixedOption{"offered", QT_TRANSLATE_NOOP("record", "Offered, no answer yet")},
        FixedOption{"accepted", QT_TRANSLATE_NOOP("record", "Accepted")},
        FixedOption{"done", QT_TRANSLATE_NOOP("record", "Done")},
        FixedOption{"declined", QT_TRANSLATE_NOOP("record", "Declined")},
    };
};

/// Hepatitis A and B vaccination and health checks that are offered to the team (product.md, B9; W). Managers and whoever it
/// is about read it, nobody else. The program knows no course: whoever gave a dose says when the next one is due.
struct StaffHealth {
    Id<Staff> staffId = {};
    Choice what = {};
    QDate offeredOn = {};
    StaffHealthAnswer answer = StaffHealthAnswer::Offered;
    std::optional<qint64> dose = {}; ///< 1 to 6
    std::optional<QDate> doneOn = {};
    std::optional<QDate> nextOn = {}; ///< the next dose or check

    bool operator==(const StaffHealth &) const = default;
};

} // namespace keywork
