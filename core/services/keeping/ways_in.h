// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"
#include "core/services/keeping/file_check.h"

#include <QJsonObject>

namespace keywork {

class Database;
class VaultFile;

// The header says who opens the file; the history says who should. An earlier header over a newer file brings back ways in
// that were taken away and passwords that were changed, so the two are held against each other.

/// What entries about coming and going say of the header, so that an earlier one shows. `isOlder`: it is known to be one, and
/// nobody said that this is right; later writes of it would make it look newer.
QJsonObject headerNow(const VaultFile &vault, bool isOlder = false);
/// The newest header of this very file that the history tells of; 0 when it tells of none.
Result<qint64> generationSaid(const Database &database, const VaultFile &vault);
/// That the header is earlier than what the history has seen, and whose ways in it has that are gone.
Result<QList<FileWarning>> headerDoubts(const Database &database, const VaultFile &vault);

/// A member of the team who signs in, as the history knows them.
struct Arriving {
    /// The row as the history last said it, where the row is an earlier one: whoever left or has other rights by now stays so.
    KeptRow row;
    bool wasReplaced = false; ///< the slot that was opened is not theirs any more
    bool wasTakenAway = false; ///< the last that was said of their way in is that it was taken away
};
Result<Arriving> arriving(const Database &database, const KeptRow &member, const QString &slot);

} // namespace keywork
