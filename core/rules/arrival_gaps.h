// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/arrival.h"

#include <QStringList>
#include <functional>

namespace keywork {

/// What of an arrival is still open. None of it keeps anybody from having a room.
enum class ArrivalGap { Room, Time, SafeContact, Belongings, EscapePlan, Licence, Induction, Steps, GpPractice };
template <> struct Codes<ArrivalGap> {
    static constexpr const char *list = "arrival_gap";
    static constexpr std::array options{FixedOption{"room", QT_TRANSLATE_NOOP("record", "Which room they have")},
        FixedOption{"time", QT_TRANSLATE_NOOP("record", "At what time they came")},
        FixedOption{"safe_contact", QT_TRANSLATE_NOOP("record", "Who may know that they are here")},
        FixedOption{"belongings", QT_TRANSLATE_NOOP("record", "What they brought along")},
        FixedOption{"escape_plan", QT_TRANSLATE_NOOP("record", "How they get out in a fire")},
        FixedOption{"licence", QT_TRANSLATE_NOOP("record", "The licence is not signed")},
        FixedOption{"induction", QT_TRANSLATE_NOOP("record", "What is still to be shown and talked through")},
        FixedOption{"steps", QT_TRANSLATE_NOOP("record", "Steps of the way in that are not done")},
        FixedOption{"gp_practice", QT_TRANSLATE_NOOP("record", "Their GP practice")}};
};

/// In the order in which they press. `toShow`: the codes of what the house shows everybody. Answered is what `isAnswered`
/// (core/rules/arrival) says; only of what `mayRead` allows: a blank that may not be read tells nothing.
QList<ArrivalGap> arrivalGaps(const Stay &stay, const QList<ArrivalStep> &steps, const Person &person, const QStringList &toShow,
    const std::function<bool(Category)> &mayRead);

} // namespace keywork
