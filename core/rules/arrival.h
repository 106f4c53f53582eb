// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/stay.h"

#include <functional>

namespace keywork {

/// A question of a kind that has no answer yet.
struct OpenQuestion {
    const RecordType *type = nullptr;
    const Field *field = nullptr;
};

/// What somebody does not know or prefers not to say is answered; what nobody asked about is not.
bool isAnswered(const Field &field, const Row &row, const NotSaid &notSaid);

/// What whoever was taken in with a few words, as at night, is still to be asked by day, in the order of asking: family
/// name, date of birth, allergies. That they have no room yet core/rules/arrival_gaps says. Only of what `mayRead` allows: a blank that may
/// not be read tells nothing. House rule.
QList<OpenQuestion> stillToAsk(const Person &person, const std::function<bool(Category)> &mayRead);

/// Whether somebody came to the door without a referral before: referred on the day they arrived.
bool cameUnplanned(const Stay &stay);

} // namespace keywork
