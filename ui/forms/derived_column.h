// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "ui/forms/list_filter.h"

#include <memory>

namespace keywork {

/// A last column of a list that stands in no field of its records: an incident's people, who lives in a room.
class DerivedColumn {
public:
    virtual ~DerivedColumn() = default;
    virtual QString title() const = 0;
    /// Reads for a page of rows in one go what is not known yet.
    virtual void learn(const QList<KeptRow> &heads) = 0;
    virtual void forget() = 0;
    virtual QString line(qint64 head) const = 0;
    /// The rows whose line holds what was typed.
    virtual Filter headsHolding(const QString &typed, const NamesOfTable &names) const = 0;
    /// Whether a change of a record of this kind may change what it says.
    virtual bool reads(const QString &table) const = 0;
    /// Names of people who are not those of the list: they don't leave with it as a file or on paper.
    virtual bool staysOnScreen() const { return false; }
};

/// The column that belongs to the kind, as far as whoever is signed in may read what it says; null for none.
std::unique_ptr<DerivedColumn> derivedColumn(const RecordType &type, const Services &services);

} // namespace keywork
