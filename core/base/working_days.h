// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bank_holidays.h"

namespace keywork {

/// Monday to Friday, and no bank holiday of `holidays`.
bool isWorkingDay(QDate day, const BankHolidays &holidays);
/// The last of so many working days, of which the first is `from` itself, or the next working day after it; count >= 1.
/// A referral of Monday that may wait for 3 working days waits until Wednesday.
QDate lastOfWorkingDays(QDate from, int count, const BankHolidays &holidays);
/// So many working days before `day`, which itself does not count; count >= 1.
QDate workingDaysBefore(QDate day, int count, const BankHolidays &holidays);

} // namespace keywork
