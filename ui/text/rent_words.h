// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/rent_account.h"

#include <QStringList>

namespace keywork::words {

/// Where somebody stands: charge, Housing Benefit, what is owed, the arrangement; a sentence each, for screen and paper.
QStringList rentSummary(const RentAccount &account);
/// A week of the ledger as one line.
QString rentWeek(const RentWeek &week);

} // namespace keywork::words
