// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/stage_entry.h"

#include <array>

namespace keywork {

/// The entries that hold: corrected ones left out, in order of their day, then of their entering.
QList<Kept<StageEntry>> holdingEntries(const QList<Kept<StageEntry>> &entries);
/// The latest entry that holds.
std::optional<StageEntry> presentStage(const QList<Kept<StageEntry>> &entries);

enum class Direction { First, Forward, Back, Same };

/// One entry with what it changed.
struct StageMove {
    Kept<StageEntry> entry;
    Direction direction = Direction::First;
    qint64 days = 0; ///< until the next entry, or until today
};

/// Every holding entry with the direction of its move and the days spent there (H, "The spectrum of need":
/// relapse and progression may both feature).
QList<StageMove> stageMoves(const QList<Kept<StageEntry>> &entries, QDate today);

/// Days in each stage until today, in the order of the stages.
std::array<qint64, 5> daysInStages(const QList<Kept<StageEntry>> &entries, QDate today);

} // namespace keywork
