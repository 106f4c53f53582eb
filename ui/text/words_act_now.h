// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/emergency/act_now.h"

namespace keywork::words {

/// What is told beside a step that was kept all the same.
QString actNowDoubt(ActNowDoubt doubt);
/// Where a press is kept, and what follows from that.
QString actNowKept(const ActNow::Outcome &outcome);
/// "Trained to give naloxone: …" of those names, the first few of many; empty: nothing is said.
QString whoIsTrained(const QStringList &names);
/// The same of those who are on shift.
QString whoIsTrainedOnShift(const QStringList &names);
/// "03:12"
QString elapsed(qint64 milliseconds);

} // namespace keywork::words
