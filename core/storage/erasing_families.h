// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/retention.h"
#include "core/record/record_type.h"

#include <QStringList>

namespace keywork {

class Database;

/// A record that a person was one of several in, or that only refers to them.
struct TiedRecord {
    const RecordType *type = nullptr;
    qint64 id = 0;
    bool wasInIt = true; ///< false: they were put in by mistake, or are only named
};

/// What became of such records: how many rows went, and where the history lost words that no erasure of a person tells of.
struct FamilyErasure {
    qint64 records = 0;
    qint64 entries = 0;
    QList<ErasedRecord> emptied;
};

/// After the person's own rows are gone, in the caller's transaction. A record that nobody else is in goes with its parts;
/// one that others are in stays: names (`nameWords`) and references to the person are taken out of its row, its parts, its
/// search words, and whole entries of its history where a name stands. What says nothing about them stays as it is.
Result<FamilyErasure> eraseFromFamily(Database &database, const TiedRecord &record, qint64 person, const QStringList &names);

} // namespace keywork
