// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/record/choice_list.h"

#include <QJsonObject>

namespace keywork {

class Database;

enum class HistoryAction { Added, Changed, Withdrawn, Viewed, Searched, Printed, Exported, SignedIn, SignInFailed, Locked, Created };

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
    };
};

/// One line of what happened in the file.
struct HistoryEntry {
    qint64 sequence = 0;
    QDateTime at;
    qint64 by = 0; ///< staff; 0 before anyone signed in
    HistoryAction action = HistoryAction::Viewed;
    QString kind;     ///< table, or empty
    qint64 record = 0;
    qint64 person = 0; ///< whom it concerns, 0 for nobody
    QJsonObject changes; ///< column → [before, after]; for an action without change what it was about
};

/// Adds `entry` in the caller's transaction: keyed chain over all entries, salted commitment over the content, so that
/// a lawful erasure of content keeps the chain valid (trust.md, "Audit").
Done addHistory(Database &database, const HistoryEntry &entry);

/// Newest first; `person` or `kind` and `record` narrow it down.
struct HistoryRequest {
    qint64 person = 0;
    QString kind = {};
    qint64 record = 0;
    int limit = 200;
    bool changesOnly = false; ///< leaves out looking, searching and signing in
};
Result<QList<HistoryEntry>> readHistory(Database &database, const HistoryRequest &request);

} // namespace keywork
