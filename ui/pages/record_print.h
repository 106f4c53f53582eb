// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

namespace keywork {

/// Whether records and lists may be taken along on paper or as a file.
bool mayTakeAlong(const Services &services);
/// The preview of a record as it is on file; what leaves is kept in the ledger. Says so when it can't be.
void printRecord(const Services &services, const Navigator &navigator, const RecordType &type, qint64 id);

} // namespace keywork
