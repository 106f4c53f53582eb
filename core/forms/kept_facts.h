// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/form.h"
#include "core/record/record_type.h"

#include <QVariantMap>

namespace keywork {

/// The kind of record that keeps what the answer tells (`kept_as`: "child", "child.lives_where"); null where there is none,
/// or where its records have no form of their own beside the other lists of a resident.
const RecordType *kindKeeping(const Question &question);
/// The field of it that begins with the words of the answer; null where it names none, or none that is typed.
const Field *fieldKeeping(const Question &question);

/// What a record that keeps the answer begins with, by column; of a table a record for each row, else one. Where the named
/// field takes several lines (the notes of a review), a table is one record, too, with a line for each row. The words go into
/// the named field; cells into the fields that are called like their columns, amounts as far as one can be read in them
/// ("about £600"). Whatever has no field, or no room there, stands in the record's note under its title, so that nothing of
/// the answer is lost. Empty for a table without rows.
QList<QVariantMap> keptFacts(const Question &question, const QVariant &answer);

} // namespace keywork
