// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

namespace keywork {

/// Monday to Friday. Bank holidays are not known to this program yet: on one of them a rule speaks a day early.
bool isWorkingDay(QDate day);
/// The last of so many working days, of which the first is `from` itself, or the next working day after it; count >= 1.
/// A referral of Monday that may wait for 3 working days waits until Wednesday.
QDate lastOfWorkingDays(QDate from, int count);
/// So many working days before `day`, which itself does not count; count >= 1.
QDate workingDaysBefore(QDate day, int count);

} // namespace keywork
