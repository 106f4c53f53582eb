// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/staff.h"
#include "core/record/record_type.h"

namespace keywork {

class Database;

/// Latest versions of policies that still hold, to be reviewed by `today`, the longest waiting first.
Result<QList<KeptRow>> policiesToReview(Database &database, QDate today);
/// Latest versions of policies that still hold and that `reader` has not said to have read, in the order of their days.
Result<QList<KeptRow>> policiesUnread(Database &database, Id<Staff> reader);
/// Help lines whose number was last checked before `since`.
Result<QList<KeptRow>> helpLinesToCheck(Database &database, QDate since);
/// The house's own pages that are to be reviewed by `today`.
Result<QList<KeptRow>> housePagesToReview(Database &database, QDate today);

} // namespace keywork
