// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/rent_account.h"

#include <QStringList>

namespace keywork::words {

/// Of whom the words speak: a screen of a resident, a paper to them.
enum class RentVoice { About, To };

/// Where somebody stands: charge, Housing Benefit, what is owed, the arrangement; a sentence each, for screen and paper.
QStringList rentSummary(const RentAccount &account, RentVoice voice = RentVoice::About);
/// What a line of the account is: the nights with what Housing Benefit takes off them, or how it was paid.
QString rentEntry(const RentEntry &entry, const ChoiceSource &choices);

} // namespace keywork::words
