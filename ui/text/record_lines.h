// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"
#include "core/services/records/names.h"

namespace keywork::words {

/// One answer of a record as people read it, on paper and below a list.
struct RecordLine {
    QString heading; ///< of the group that begins here; empty: it goes on
    QString label;
    QString value;
};

/// What is answered in the row, in the order of its form; whose it is, and what it is a part of, stands above it.
QList<RecordLine> recordLines(const Row &row, const keywork::Names &names);

} // namespace keywork::words
