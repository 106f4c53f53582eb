// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QList>

namespace keywork {

class Database;

// What the history tells of coming, going and ways in.

/// What the last entries say of whoever came, went, or went on with the file as it is; newest first, a handful.
Result<QList<QJsonObject>> lastComings(const Database &database);

/// A slot that entries about the team name: whose it was, and whether it still is.
struct SlotSaid {
    QString slot;
    qint64 staff = 0;
    bool isPresent = false;
};
/// Each once, as the last entry has it. `staff` 0: of everybody.
Result<QList<SlotSaid>> slotsSaid(const Database &database, qint64 staff = 0);

/// The slot of the recovery key that was made last; empty when the history does not know.
Result<QString> recoverySlotSaid(const Database &database);
/// Whether the last that the history says of the member's way in is that it was taken away.
Result<bool> wasTakenAway(const Database &database, qint64 staff);
/// As the row calls them; empty when there is none.
Result<QString> nameOfStaff(const Database &database, qint64 staff);

} // namespace keywork
