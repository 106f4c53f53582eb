// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"

namespace keywork {

/// How a key is compared; stored as its number, so that new ones come last.
enum class KeyForm {
    Word, ///< a folded word of a name, or several without blanks; looked for by how it begins
    Slip, ///< a word, or what is left of it without one letter
    Sound, ///< soundKey
    Start, ///< the first letters of a longer word
    Initials,
    Number, ///< of the house, with and without its letter
    Identifier, ///< column and number, without blanks
    Born, ///< a whole date
};

/// What a person is found by besides the words of their record.
struct PersonKey {
    KeyForm form = KeyForm::Word;
    QString key;
    Category category = Category::House; ///< of the field: who may not read it finds nobody by it
    bool operator==(const PersonKey &) const = default;
};

/// Whether a kind says what its person is known by. Only one's own records may: they go when the person is erased.
bool makesKnown(const RecordType &type);
/// The first letters by which longer words are held to be alike; empty for a short word.
QString startOf(const QString &word);
/// Every key of a row, each once, from the description.
QList<PersonKey> personKeys(const Row &row);
/// The names that a row holds, in the order of its fields.
QStringList namesIn(const Row &row);
/// The key of an outside number; empty when the field is none or holds nothing.
QString identifierKey(const Field &field, const QVariant &value);

} // namespace keywork
