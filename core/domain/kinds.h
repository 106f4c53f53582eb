// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"
#include "core/record/ties.h"

#include <QStringList>

namespace keywork {

/// Every kind of record, parents before children. A new kind is listed here once; storage, forms and lists follow.
const QList<const RecordType *> &allKinds();
/// Null for an unknown table.
const RecordType *kindOf(const QString &table);
/// The kinds whose records are parts of this kind's, in the order of the list: an incident's people.
const QList<const RecordType *> &partsOf(const RecordType &type);
/// What a part belongs to; null for a kind that stands by itself.
const RecordType *headOf(const RecordType &part);
/// What is named beside the kind in a line of the history (`within`): the field, and the kind that has it.
struct WithinField {
    const RecordType *type = nullptr;
    const Field *field = nullptr; ///< null: nothing
};
WithinField withinOf(const RecordType &type);
/// Kinds whose records several people may be tied to through their parts.
const QList<const RecordType *> &kindsAboutSeveral();
/// Kinds that say what their person is known by: a person, their other names.
const QList<const RecordType *> &kindsThatMakeKnown();
/// Kinds of whom or what has a name that people look for and is no resident: agencies, contacts, colleagues, rooms.
const QList<const RecordType *> &kindsWithNames();
QStringList tableNames(const QList<const RecordType *> &kinds);
/// The lists that rules depend on.
const QList<FixedList> &fixedLists();

} // namespace keywork
