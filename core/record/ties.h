// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"

namespace keywork {

/// A person whom a row is about, and how.
struct TiedPerson {
    qint64 person = 0;
    Tie tie = Tie::Mention;
    bool operator==(const TiedPerson &) const = default;
};

/// Everybody whom a row is about, each once; mentions are left out. A person's own row is about that person.
/// Parts of a family (an incident's people) are rows of their own: ask for them too.
QList<TiedPerson> peopleOf(const RecordType &type, qint64 id, const Row &row);

/// The one whom a row is about first of all, for the history's column; 0 for nobody.
qint64 personOf(const RecordType &type, qint64 id, const Row &row);
inline qint64 personOf(const KeptRow &kept) { return personOf(*kept.row.type, kept.id, kept.row); }

} // namespace keywork
