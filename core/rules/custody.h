// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/held_medicine.h"

#include <QList>
#include <optional>

namespace keywork {

/// For so long after somebody seemed intoxicated forms say that it is sealed rather than counted with them (additions.md,
/// "Treatment"); the figure is a house rule.
inline constexpr int kNoSignatureHours = 12;

/// A line of the register, in the order in which it was written, with what the register said from then on.
struct CustodyLine {
    Kept<CustodyEntry> entry = {};
    std::optional<qint64> in = {}; ///< items that this line put in
    std::optional<qint64> out = {};
    /// What else changed the balance: a count that differs, a correction, what was written late. None: the balance was or is
    /// not known.
    std::optional<qint64> adjusted = {};
    std::optional<qint64> balance = {}; ///< after it; none: something sealed was not counted yet
    bool isCorrected = false; ///< by a later line
    bool isStruckOut = false;
    /// Of this line: by how many the count was above the register before it, by what is known now.
    std::optional<qint64> difference = {};
    bool waitsForReview = false; ///< of that difference, by a manager
    bool waitsForSecondName = false;
};

/// What a page of the register says, and what of it is still to be done (domain.md, "Treatment and medicine": the balance must
/// match or the difference is explained; two names; additions.md, "Treatment": sealed, not counted). Whole numbers are items.
struct CustodyState {
    QList<CustodyLine> lines = {};
    std::optional<qint64> balance = qint64(0); ///< none: not counted since something sealed came in
    /// Since when it is to be counted again with two names of the team: after an entry with one name, with the resident as
    /// the second, or of something sealed.
    std::optional<QDateTime> recountSince = {};
    bool isForCoroner = false;
    bool isLeftBehind = false; ///< nothing was put in or taken out since
    std::optional<QDateTime> opensRiskAt = {}; ///< the last time that something was taken, sold, shared or pressed for
    std::optional<qsizetype> lastCount = {}; ///< the line that counted last

    bool isHeld() const { return !balance || *balance > 0; }
    bool waitsForReview() const;
    bool waitsForSecondName() const;
    bool isOpen() const { return recountSince || waitsForReview() || waitsForSecondName(); }
};

/// The page made from its entries, in whatever order they are given. They are judged by when they happened, and of one moment
/// by which was written first, so that what is written late falls in where it belongs; lines stay in the order of writing.
/// A count is what is there from then on. A corrected entry counts as its latest correction says.
CustodyState custodyOf(QList<Kept<CustodyEntry>> entries);

} // namespace keywork
