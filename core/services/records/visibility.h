// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"
#include "core/services/session.h"

#include <QJsonObject>

namespace keywork {

// One field may be more private than its record: the health of a person beside their name. Asked on every read and save.

/// The row with everything blank that the person signed in may not read, also in what was not said.
Row readablePart(Row row, const Session &session);
/// What a save really keeps: fields that the person signed in can't see stay as they are in `before`,
/// and what was not asked is blank.
/// NotPermitted when a field that may be seen but not changed was changed.
Result<Row> keptPart(const Row &before, Row wanted, const Session &session, Act act = Act::Write);
/// The columns of a history entry that may be read.
QJsonObject readableChanges(const RecordType &type, const QJsonObject &changes, const Session &session);

} // namespace keywork
