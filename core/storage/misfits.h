// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

#include <QList>

namespace keywork {

class Database;

/// What the file itself would refuse of a row.
struct Misfit {
    const Field *field = nullptr;
    qint64 same = 0; ///< the record that has the value which only one may have; 0: the field refers to nothing
};

/// Asked before a row is written, so that it can be said beside the field: the unique indexes and the references of the
/// description. `self` is 0 for a new row; what stands in `before` already is not asked about again.
Result<QList<Misfit>> misfitsOf(const Database &database, const Row &row, qint64 self, const Row *before);

} // namespace keywork
