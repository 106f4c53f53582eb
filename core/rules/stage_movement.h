// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/stage_entry.h"

#include <QHash>
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

/// Where the residents of the house are, as numbers; whose they are is not said.
struct StageSpread {
    std::array<int, 5> now{}; ///< in the order of the stages
    int unknown = 0; ///< here, and no stage recorded yet
    int forward = 0; ///< of those whose stage is another one than a month ago
    int back = 0;
};

/// Of these people, by their entries: who is where on `today`, and how many are further or need more support than on `since`
/// (or than their first stage, where they had none by then). Pure; what is dated after `today` does not count.
StageSpread stageSpread(const QList<qint64> &people, const QHash<qint64, QList<Kept<StageEntry>>> &entries, QDate since, QDate today);

} // namespace keywork
