// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QHash>

namespace keywork {

class Database;

/// An incident of kind "missing" whose person is not back.
struct OpenMissing {
    qint64 incident = 0;
    qint64 person = 0; ///< 0: the incident names no resident as affected
    QDateTime since; ///< last seen, as far as it is known; else when it happened
    QDateTime openedAt; ///< when it happened, by the incident
    bool policeTold = false; ///< a step, or a service that was called
};
/// All of them, the oldest first; one statement.
Result<QList<OpenMissing>> openMissing(Database &database);
/// The latest such incident about this person.
Result<std::optional<OpenMissing>> openMissingOf(Database &database, qint64 person);

/// When somebody looked for these people in vain since a moment (steps, checks that did not find them), by person, the oldest
/// first; one statement.
Result<QHash<qint64, QList<QDateTime>>> lookedForSince(Database &database, const QHash<qint64, QDateTime> &sinceByPerson);

} // namespace keywork
