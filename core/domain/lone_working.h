// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/staff.h"

namespace keywork {

/// Somebody works alone, in the house or outside, and says now and then that all is well. core/rules/lone_working says when
/// the next word is due.
struct LoneWorking {
    Id<Staff> staffId = {};
    QString place = {}; ///< where they are, or are going
    QString telephone = {}; ///< at which they are reached now
    QDateTime fromAt = {};
    std::optional<qint64> everyMinutes = {}; ///< elapsed minutes, whatever the clocks do meanwhile
    std::optional<QDateTime> untilAt = {}; ///< when they are back; none: until they say so
    std::optional<QDateTime> endedAt = {}; ///< they are back

    bool operator==(const LoneWorking &) const = default;
};

enum class LoneWord { Telephone, InPerson, Message };

template <> struct Codes<LoneWord> {
    static constexpr const char *list = "lone_word";
    static constexpr std::array options{
        FixedOption{"telephone", QT_TRANSLATE_NOOP("record", "Spoke on the telephone")},
        FixedOption{"in_person", QT_TRANSLATE_NOOP("record", "Seen in person")},
        FixedOption{"message", QT_TRANSLATE_NOOP("record", "A message from them")},
    };
};

/// They said that all is well.
struct LoneCheckIn {
    Id<LoneWorking> loneId = {};
    QDateTime at = {};
    LoneWord how = LoneWord::Telephone;

    bool operator==(const LoneCheckIn &) const = default;
};

} // namespace keywork
