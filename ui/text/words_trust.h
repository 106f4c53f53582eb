// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/file_check.h"
#include "core/services/keeping/rescuing.h"

namespace keywork::words {

/// What is wrong with a file that is older than it should be.
QString fileWarning(const FileWarning &warning);
QString auditFinding(const HistoryFinding &finding);
/// What a table of the file holds; its own name for those that no screen shows.
QString tableName(const QString &table);
QString lostRecord(const LostRecord &record);

} // namespace keywork::words
