// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/choice_list.h"

#include <QMap>
#include <QString>

namespace keywork {

/// Why a personal question has no answer: "declined" is not "blank".
enum class NotSaidReason { NotAsked, DoesNotKnow, PrefersNot };

template <> struct Codes<NotSaidReason> {
    static constexpr const char *list = "not_said";
    static constexpr std::array options{
        FixedOption{"not_asked", QT_TRANSLATE_NOOP("record", "Not asked yet")},
        FixedOption{"does_not_know", QT_TRANSLATE_NOOP("record", "Does not know")},
        FixedOption{"prefers_not", QT_TRANSLATE_NOOP("record", "Prefers not to say")},
    };
};

/// The unanswered personal questions of one record: column → reason. Kept as JSON in the column `not_said`.
struct NotSaid {
    QMap<QString, NotSaidReason> reasons;

    QString toJson() const;
    /// Entries that can't be read are left out.
    static NotSaid fromJson(const QString &json);
    bool operator==(const NotSaid &) const = default;
};

} // namespace keywork
