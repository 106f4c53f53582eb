// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"

#include <deque>
#include <string>

namespace keywork {

/// The description of a form that arrives as data (an assessment) and therefore owns its words. A described kind only
/// points at literals; here the words live as long as this object, and so must every row of its type.
class OwnedDescription {
public:
    OwnedDescription(const QString &table, const QString &title, const QString &titleMany);
    OwnedDescription(const OwnedDescription &) = delete; // pointers into it would be left behind
    OwnedDescription &operator=(const OwnedDescription &) = delete;

    /// The words in UTF-8, at an address that stays; for the other members of a Field.
    const char *own(const QString &words);
    /// Adds a field after the others. `rest` says what more there is; a field other than words, a choice or a tick may be
    /// absent.
    void add(Kind kind, const QString &column, const QString &label, Field rest = {});
    /// Whoever may read and write it; a field may be narrower.
    void setCategory(Category category) { m_type.category = category; }
    const RecordType &type() const { return m_type; }

private:
    std::deque<std::string> m_words; // a deque moves nothing when it grows
    RecordType m_type;
};

} // namespace keywork
