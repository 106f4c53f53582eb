// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"

namespace keywork {

/// Every kind of record, parents before children. A new kind is listed here once; storage, forms and lists follow.
const QList<const RecordType *> &allKinds();
/// Null for an unknown table.
const RecordType *kindOf(const QString &table);
/// Whom a record is about, as its row says: themselves, or whose it is; 0: nobody, or not one person.
qint64 personOf(const KeptRow &kept);
/// The lists that rules depend on.
const QList<FixedList> &fixedLists();

} // namespace keywork
