// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/records.h"

namespace keywork {

/// Whether a label that somebody reads holds what was typed, without case and accents.
bool holds(const QString &label, const QString &typed);

/// The ids of a table's records by the name that people read.
using NamesOfTable = std::function<QHash<qint64, QString>(const QString &table)>;

/// What was typed over a list as conditions of which one must hold: the same text that the cells show, though the file
/// keeps codes, ids and days.
QList<Filter> filtersFor(
    const RecordType &type, const QList<const Field *> &columns, const QString &typed, const Records &records, const NamesOfTable &names);

/// Codes of a list whose label holds what was typed.
QStringList codesHolding(const ChoiceSource &choices, const QString &list, const QString &typed);

/// What stays of a stored day when somebody types a part of one: "2026-09" of "Sep 2026", "-09-" of "sep". Empty when it is
/// none, or has a gap: "14 2026".
QString partOfDay(const QString &typed);

} // namespace keywork
