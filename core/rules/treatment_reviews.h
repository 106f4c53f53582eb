// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/treatment.h"

namespace keywork {

/// Days before a first appointment or a panel that Today speaks of it; house rule.
inline constexpr int kTreatmentAheadDays = 3;
/// Days after its meeting that Today asks what a panel decided; house rule.
inline constexpr int kPanelAskedDays = 28;

/// The next review of an open episode: what the last review that was held said, else the day that the episode names, unless a
/// review was held on it or since. None: ended, or nobody has said. House rule.
std::optional<QDate> nextTreatmentReview(const TreatmentEpisode &episode, const QList<TreatmentReview> &held);

} // namespace keywork
