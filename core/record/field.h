// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/violation.h"
#include "core/record/choice_list.h"
#include "core/record/sensitivity.h"

#include <QtGlobal>
#include <optional>

namespace keywork {

/// What a column holds; decides its SQL type, its editor, its check and how it is written out.
enum class Kind {
    Text,
    Integer,
    Boolean,
    Date, ///< a local calendar day
    Instant, ///< a moment, UTC
    PartialDate, ///< YYYY, YYYY-MM or YYYY-MM-DD
    Choice, ///< a code of a fixed or open list
    Reference, ///< the id of another record
    Data, ///< JSON kept by a service, never typed
    Picture, ///< a JPEG's bytes; the history keeps their hash only
    TimeOfDay, ///< a time on the house's wall clock, HH:mm
    Measure, ///< an exact decimal number in a unit, kept as its one text
    Money, ///< whole pence
};

/// How a record is about the person whom one of its fields refers to.
enum class Tie {
    Mention, ///< it names them, no more: nobody's history, and the reference is cut when they are erased
    Owner, ///< it is their record: in their history, closed and erased with them
    Subject, ///< the house's record about them: in their history and closed with them; erased, it stays without them
    Involved, ///< one of several whom the record, or what the record is a part of, is about: it stays for the others
};

/// A field that is only asked after a certain answer to an earlier field of the same kind.
struct ShownWhen {
    const char *column = nullptr; ///< none: always asked
    const char *codes = nullptr; ///< separated by commas; none: any answer (of a tick: yes)
};

/// One field of a kind of record. Every member has a default, so that a description names only what matters.
struct Field {
    const char *column = "";
    const char *label = ""; ///< marked with QT_TRANSLATE_NOOP("record", …)
    const char *list = nullptr; ///< Choice from a list that a manager extends: its name; Text: codes of it, separated by commas
    const char *refers = nullptr; ///< Reference: the table referred to
    const char *help = nullptr; ///< one short sentence under the field
    const char *heading = nullptr; ///< starts a group of fields in the form
    const char *unit = nullptr; ///< Measure: what it is counted in, marked for translation
    const char *formerly = nullptr; ///< the column's earlier name, so that history stays readable
    ShownWhen shownWhen = {}; ///< otherwise it is not required, and kept blank
    bool required = false;
    bool searched = false; ///< its words are found by Ctrl+K
    bool listed = false; ///< a column of the list on the screen
    bool multiline = false;
    bool kept = false; ///< set by services only: no editor in the form
    bool personal = false; ///< may be answered not asked, does not know, prefers not to say
    bool keptInHouse = false; ///< never part of a referral, whatever is agreed
    std::optional<Category> category = {}; ///< none: that of the whole kind
    bool anyOnFile = false; ///< Reference: what is not free, not here or no longer here may be named too
    Tie tie = Tie::Mention; ///< Reference to a person
    Rule rule = Rule::None; ///< a check beyond the kind's own
    int maxLength = 0; ///< characters; 0: 200 on one line, 20,000 on several
    // In whole numbers; of Money in pence.
    qint64 smallest = -1'000'000'000;
    qint64 largest = 1'000'000'000;
    Kind kind = Kind::Text; ///< set by the member's type
    bool nullable = false; ///< set by the member's type
    FixedList fixed = {}; ///< the choices, set by the member's type when they are an enum class
};

/// The longest text that the field takes, in characters.
inline int lengthLimit(const Field &field)
{
    if (field.maxLength > 0)
        return field.maxLength;
    return field.multiline ? 20'000 : 200;
}

} // namespace keywork
