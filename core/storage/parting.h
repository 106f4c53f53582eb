// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/retention.h"

#include <QDateTime>

namespace keywork {

class Database;

/// In a file from before two people were parted, and one of them was erased: parts each standing merge of the person with
/// somebody who is not in `erased`, with its entries in the history, in the caller's transaction. Whether there was one; then
/// search words, names and timeline have to be written anew.
Result<bool> partFromOthers(Database &database, qint64 person, const QList<ErasedRecord> &erased, qint64 by, const QDateTime &at);

} // namespace keywork
