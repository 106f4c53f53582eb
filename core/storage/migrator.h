// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QStringList>

namespace keywork {

class Database;

/// One step of the schema: frozen once released, never edited.
struct Migration {
    const char *reason = "";
    QStringList statements;
};

/// All steps in order; the schema version is their number.
const QList<Migration> &migrations();

/// "KEYW", in the file's application_id.
inline constexpr int kApplicationId = 0x4B455957;

/// The number of steps that the file has taken; 0 for an empty one.
Result<qsizetype> schemaVersion(const Database &database);

/// Brings the file to the newest schema, each step in one transaction. A new file runs them all.
/// NewerVersion, with nothing touched, when the file was written by a later program; NotAVault for a foreign database.
Done migrate(Database &database, const QList<Migration> &steps = migrations());

} // namespace keywork
