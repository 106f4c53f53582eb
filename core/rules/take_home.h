// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/take_home_naloxone.h"

#include <QHash>

namespace keywork {

/// Batches that were called back, as `batchKey` writes them, and since which day.
using RecallDays = QHash<QString, QDate>;

/// Of rows of recalls; of a batch that was called back twice the first.
RecallDays recallDays(const QList<KeptRow> &recalls);

/// Whether they have this one on the day, and may rely on it: handed over by then, not used or gone, not out of date, its batch
/// not called back. One without a day of expiry is taken as it was handed over (house rule).
bool isToHand(const TakeHomeNaloxone &one, QDate today, const RecallDays &recalled = {});

/// Whether a resident has naloxone to hand, and since which day that is known.
struct NaloxoneToHand {
    qsizetype which = 0; ///< the one in the list that tells
    bool isToHand = false;
    QDate on;
};

/// Of one person's; none when nothing was ever handed over: then nothing is known either way.
std::optional<NaloxoneToHand> naloxoneToHand(const QList<Kept<TakeHomeNaloxone>> &theirs, QDate today, const RecallDays &recalled = {});

} // namespace keywork
