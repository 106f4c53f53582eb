// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

namespace keywork {

class Database;

// All of the residents who are here, one statement each.

/// Episodes that have not ended and whose review may be due by `today`: themselves name a day, or a review was held.
Result<QList<KeptRow>> episodesToReview(Database &database, QDate today);
/// The reviews of such episodes.
Result<QList<KeptRow>> reviewsOfOpenEpisodes(Database &database);
/// Episodes that have neither started nor ended, with a first appointment on a day from `from` to `until`.
Result<QList<KeptRow>> firstAppointmentsAhead(Database &database, QDate from, QDate until);
/// Requests that are not decided, of a panel that meets on a day from `from` to `until`.
Result<QList<KeptRow>> panelsWaiting(Database &database, QDate from, QDate until);
/// Records of a kind that is one of hospital stays, times in custody, episodes, parts of treatment, notices and answers about coming out,
/// whose leaving lies on a day from `from` to `until`; of answers all since `from`, since what was said beforehand counts.
Result<QList<KeptRow>> leavingsOf(Database &database, const RecordType &type, QDate from, QDate until);

} // namespace keywork
