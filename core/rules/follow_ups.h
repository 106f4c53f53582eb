// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/move_on.h"

#include <array>

namespace keywork {

// Follow-ups after somebody left (product.md A16; domain.md, "Stay"): after 3, 6 and 12 months. Figures below are house rules.

inline constexpr int kFollowUpAskedDays = 42; ///< so long after its day Today asks for one
inline constexpr int kFollowUpAgainDays = 7; ///< after a try that reached nobody it is asked for again
inline constexpr int kFollowUpTries = 3; ///< so many tries without reaching anybody, and Today asks no more

/// 3, 6 or 12.
int monthsOf(FollowUpAfter after);
/// The day on which it falls due: of the 31st the last day of a shorter month.
QDate followUpDueOn(QDate left, FollowUpAfter after);

/// NotNeeded: they died, or are back here by then. NotAgreed: nobody may be in touch, on its day or while it is
/// asked for (before it: as it stands now).
enum class FollowUpState { NotYet, NotAgreed, NotNeeded, NotTried, NotReached, Reached };

template <> struct Codes<FollowUpState> {
    static constexpr const char *list = "follow_up_state";
    static constexpr std::array options{
        FixedOption{"not_yet", QT_TRANSLATE_NOOP("record", "Not yet due")},
        FixedOption{"not_agreed", QT_TRANSLATE_NOOP("record", "Contact not agreed")},
        FixedOption{"not_needed", QT_TRANSLATE_NOOP("record", "Not needed")},
        FixedOption{"not_tried", QT_TRANSLATE_NOOP("record", "Not tried yet")},
        FixedOption{"not_reached", QT_TRANSLATE_NOOP("record", "Tried, not reached")},
        FixedOption{"reached", QT_TRANSLATE_NOOP("record", "Reached")},
    };
};

/// A try with the house's day it was on.
struct FollowUpTry {
    FollowUp what;
    QDate on;
};
/// What is known of whoever left.
struct FollowUpFacts {
    QDate leftOn;
    bool died = false;
    std::optional<QDate> backOn = {}; ///< the day on which their next stay began
    QList<PostMoveContact> contacts = {}; ///< the latest by its day counts, of two on one day the later in the list
    QList<FollowUpTry> tries = {}; ///< of this stay
};

struct FollowUpLine {
    FollowUpAfter after = FollowUpAfter::Three;
    QDate dueOn = {};
    FollowUpState state = FollowUpState::NotYet;
    qsizetype tries = 0; ///< that reached nobody
    std::optional<QDate> lastTry = {}; ///< of any
    bool isAsked = false; ///< Today asks for it

    bool operator==(const FollowUpLine &) const = default;
};

/// The word on contact that counts on `day`; null: nobody was asked by then.
const PostMoveContact *contactOn(const QList<PostMoveContact> &contacts, QDate day);
/// One for each of 3, 6 and 12 months, in their order.
QList<FollowUpLine> followUpLines(const FollowUpFacts &facts, QDate today);

/// Of those that were due: tried and not reached is counted apart from not tried.
struct FollowUpCount {
    qsizetype reached = 0;
    qsizetype notReached = 0;
    qsizetype notTried = 0;
    qsizetype notAgreed = 0; ///< not among those due

    qsizetype due() const { return reached + notReached + notTried; }
    bool operator==(const FollowUpCount &) const = default;
};
using FollowUpCounts = std::array<FollowUpCount, 3>; ///< in the order of FollowUpAfter
/// Adds the lines of one who left. What is not due yet, or not needed, counts nowhere.
void addFollowUps(FollowUpCounts &counts, const QList<FollowUpLine> &lines);

} // namespace keywork
