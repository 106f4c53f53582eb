// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/choice_list.h"

namespace keywork {

/// What was done; stored in the history for good.
enum class HistoryAction {
    Added,
    Changed,
    Withdrawn,
    Viewed,
    Searched,
    Printed,
    Exported,
    SignedIn,
    SignInFailed,
    Locked,
    Created,
    Recovered
};

template <> struct Codes<HistoryAction> {
    static constexpr const char *list = "history_action";
    static constexpr std::array options{
        FixedOption{"added", QT_TRANSLATE_NOOP("record", "Added")},
        FixedOption{"changed", QT_TRANSLATE_NOOP("record", "Changed")},
        FixedOption{"withdrawn", QT_TRANSLATE_NOOP("record", "Entered in error")},
        FixedOption{"viewed", QT_TRANSLATE_NOOP("record", "Looked at")},
        FixedOption{"searched", QT_TRANSLATE_NOOP("record", "Searched")},
        FixedOption{"printed", QT_TRANSLATE_NOOP("record", "Printed")},
        FixedOption{"exported", QT_TRANSLATE_NOOP("record", "Exported")},
        FixedOption{"signed_in", QT_TRANSLATE_NOOP("record", "Signed in")},
        FixedOption{"sign_in_failed", QT_TRANSLATE_NOOP("record", "Sign-in failed")},
        FixedOption{"locked", QT_TRANSLATE_NOOP("record", "Locked")},
        FixedOption{"created", QT_TRANSLATE_NOOP("record", "File created")},
        FixedOption{"recovered", QT_TRANSLATE_NOOP("record", "Opened with the recovery key")},
    };
};

} // namespace keywork
