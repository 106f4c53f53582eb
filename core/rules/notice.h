// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bank_holidays.h"
#include "core/domain/occupancy.h"

namespace keywork {

/// What is known of a notice for one kind of occupancy, from resources/catalogue/occupancy.json. It is no legal advice.
struct NoticeRule {
    int days = 0; ///< that stay theirs, at least; 0: none is known
    int monthsIfMonthly = 0; ///< the same where the charge is for a month; 0: as for a week
    bool isHouse = false; ///< the house's own figure counts
    QString words = {};
    QString source = {};
    QDate dated = {}; ///< when the source was read

    bool isKnown() const { return isHouse || days > 0; }
};

const NoticeRule &noticeRuleOf(OccupancyKind kind);
/// That none of it is legal advice, and what to do about that.
QString noticeIsNoAdvice();

/// The house's own figures, and what the room is charged by.
struct NoticeFigures {
    int houseDays = 28; ///< 7 to 365
    bool isMonthly = false;
    BankHolidays holidays = {};
};

/// The earliest day of leaving. The day on which it is given is day 1, each of the days is theirs with its night, and they leave
/// on the day after the last. A month from the 31st ends on the last day of the next month (additions.md, "Counting"). A day on
/// which offices are closed is no day of leaving: the next working day is. None: the program knows no days for that kind.
std::optional<QDate> earliestLeaving(OccupancyKind kind, QDate given, const NoticeFigures &figures);
/// The last day of an appeal, the day of the letter being day 1; the next working day where it is none.
QDate appealUntil(QDate given, int days, const BankHolidays &holidays);

} // namespace keywork
