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
    Recovered,
    Shared,
    BackedUp,
    BackupFailed,
    Restored,
    PasswordSet,
    AccessRemoved,
    RestrictedOpened,
    Erased,
    KeyChanged,
    Verified,
    Undone,
    SignedOut,
    EmergencyStep,
    OpenedElsewhereNewer,
    FileAccepted,
    CopyRemoved,
    NamesRemoved,
    ClockBehind,
    ClockAccepted,
    BackupOpened,
    HistoryRead,
    FirstStepPutAway,
    FirstStepBroughtBack
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
        FixedOption{"shared", QT_TRANSLATE_NOOP("record", "Shared")},
        FixedOption{"backed_up", QT_TRANSLATE_NOOP("record", "Backup made")},
        FixedOption{"backup_failed", QT_TRANSLATE_NOOP("record", "Backup failed")},
        FixedOption{"restored", QT_TRANSLATE_NOOP("record", "Restored from a backup")},
        FixedOption{"password_set", QT_TRANSLATE_NOOP("record", "Password set")},
        FixedOption{"access_removed", QT_TRANSLATE_NOOP("record", "Way in taken away")},
        FixedOption{"restricted_opened", QT_TRANSLATE_NOOP("record", "Restricted record opened with a reason")},
        FixedOption{"erased", QT_TRANSLATE_NOOP("record", "Erased")},
        FixedOption{"key_changed", QT_TRANSLATE_NOOP("record", "New data key")},
        FixedOption{"verified", QT_TRANSLATE_NOOP("record", "History checked")},
        FixedOption{"undone", QT_TRANSLATE_NOOP("record", "Change undone")},
        FixedOption{"signed_out", QT_TRANSLATE_NOOP("record", "Signed out")},
        FixedOption{"emergency_step", QT_TRANSLATE_NOOP("record", "Emergency step, written while locked")},
        FixedOption{"file_was_older", QT_TRANSLATE_NOOP("record", "File older than one this PC has seen")},
        FixedOption{"file_accepted", QT_TRANSLATE_NOOP("record", "Older file accepted as the present one")},
        FixedOption{"copy_removed", QT_TRANSLATE_NOOP("record", "File from before a restore deleted")},
        FixedOption{"names_removed", QT_TRANSLATE_NOOP("record", "Name of an erased resident taken out")},
        FixedOption{"clock_behind", QT_TRANSLATE_NOOP("record", "The clock stood before the last entry")},
        FixedOption{"clock_accepted", QT_TRANSLATE_NOOP("record", "The clock was said to be right")},
        FixedOption{"backup_opened", QT_TRANSLATE_NOOP("record", "Backup or copy opened to look at")},
        FixedOption{"history_read", QT_TRANSLATE_NOOP("record", "History read")},
        FixedOption{"first_step_put_away", QT_TRANSLATE_NOOP("record", "A first step was done or put away")},
        FixedOption{"first_step_brought_back", QT_TRANSLATE_NOOP("record", "A first step was brought back")},
    };
};

/// Whether the entry tells what a record became.
inline bool changesRecords(HistoryAction action)
{
    return action == HistoryAction::Added || action == HistoryAction::Changed || action == HistoryAction::Withdrawn
        || action == HistoryAction::Undone;
}

} // namespace keywork
