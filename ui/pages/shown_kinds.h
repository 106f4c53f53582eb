// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/domain/person.h"
#include "core/record/record_type.h"
#include "core/services/records/change_notifier.h"

namespace keywork {

/// The kinds whose records a page shows; the parts of a kind count as it.
struct ShownKinds {
    QList<const RecordType *> theirs = {}; ///< of one person, or of nobody in particular
    QList<const RecordType *> anybodys = {}; ///< whose names stand on it, or who may see what
};

/// Whether one of these was changed; a change that names no kind may be any.
bool anyShown(const QList<Change> &changes, Id<Person> person, const ShownKinds &kinds);

} // namespace keywork
