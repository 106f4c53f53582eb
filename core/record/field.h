// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/violation.h"
#include "core/record/choice_list.h"
#include "core/record/sensitivity.h"

#include <QStringList>
#include <QtGlobal>
#include <functional>
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

/// Which way the days of a field lie from today.
enum class DayDirection {
    Any,
    Past, ///< what is still to come is refused
    Future, ///< what is over may have been forgotten, and is no mistake by itself
};

/// When a day or moment of a field can be: how it is read when it is typed short, and beyond which years it is asked about
/// and kept only when that is confirmed. The figures are house rules.
struct DayRange {
    DayDirection direction = DayDirection::Any;
    int yearsBack = 50;
    int yearsAhead = 20; ///< below 0: at least so long ago
    bool relative = true; ///< today, weekdays and +2w mean something
};
inline constexpr DayRange kResidentBorn{DayDirection::Past, 110, -16, false}; // the house takes nobody under 16
inline constexpr DayRange kChildBorn{DayDirection::Past, 70, 0, false};
inline constexpr DayRange kHappened{DayDirection::Past, 20, 0};
inline constexpr DayRange kToCome{DayDirection::Future, 1, 5};
inline constexpr DayRange kEitherWay{DayDirection::Any, 20, 5}; // begins or ends, known before or told afterwards
/// Further ahead than so many years is no day that anybody means: refused in every field.
inline constexpr int kFarthestYearsAhead = 500;

/// What a field says of the person whom its record is about, so that they are found and known again by it.
enum class KnownBy {
    Nothing,
    Name, ///< a name of theirs
    Born,
    Number, ///< the house's own, P-0013
    Identifier, ///< somebody else's, which only one person has: a second one on file stops the save
};

/// A field that is only asked after a certain answer to an earlier field of the same kind.
struct ShownWhen {
    const char *column = nullptr; ///< none: always asked
    const char *codes = nullptr; ///< separated by commas; none: any answer (of a tick: yes)
};

struct Row;

/// What the two ends of a scale from 0 to 10 mean.
struct Scale {
    QString lowest;
    QString highest;
};

/// One field of a kind of record. Every member has a default, so that a description names only what matters.
struct Field {
    const char *column = "";
    const char *label = ""; ///< marked with QT_TRANSLATE_NOOP("record", …)
    const char *list = nullptr; ///< Choice from a list that a manager extends: its name; Text: codes of it, separated by commas
    const char *refers = nullptr; ///< Reference: the table referred to
    const char *help = nullptr; ///< one short sentence under the field
    const char *heading = nullptr; ///< starts a group of fields in the form
    /// No two records that stand have the same here, whatever its case; the sentence for the second one, marked for
    /// translation, with %1 for the value. The unique index follows from it.
    const char *onlyOne = nullptr;
    const char *unit = nullptr; ///< Measure: what it is counted in, marked for translation
    /// How people read the value where more of the row has to be said with it, in `say`'s language; empty: as any other value.
    QString (*told)(const Row &row, const std::function<QString(const char *)> &say) = nullptr;
    const char *formerly = nullptr; ///< the column's earlier name, so that history stays readable
    // Of a question of a form that arrives as data.
    const ChoiceSource *ownLists = nullptr; ///< where `list` is looked up; none: among the house's lists
    const Scale *scale = nullptr; ///< Integer: chosen from 0 to 10, not typed
    const QStringList *columns = nullptr; ///< Text: the titles of a table, kept as table_text.h says
    ShownWhen shownWhen = {}; ///< otherwise it is not required, and kept blank
    bool required = false;
    const char *beginsAs = nullptr; ///< Choice, Text of codes: what a new form begins with
    bool searched = false; ///< its words are found by Ctrl+K
    bool (*searchedWhen)(const Row &row) = nullptr; ///< of a searched one: only in such rows
    bool listed = false; ///< a column of the list on the screen
    bool multiline = false;
    bool kept = false; ///< set by services only: no editor in the form
    bool personal = false; ///< may be answered not asked, does not know, prefers not to say
    bool keptInHouse = false; ///< never part of a referral, whatever is agreed
    std::optional<Category> category = {}; ///< none: that of the whole kind
    bool anyOnFile = false; ///< Reference: what is not free, not here or no longer here may be named too
    bool saidAfterwards = false; ///< whoever may add such a record may say this of a kept one too, and nothing else of it
    bool saysWhy = false; ///< a reason that somebody reads later: a letter or two are none (saysWhy in core/base/text)
    Tie tie = Tie::Mention; ///< Reference to a person
    KnownBy knownBy = KnownBy::Nothing; ///< of a kind that is one person's own record
    Rule rule = Rule::None; ///< a check beyond the kind's own
    std::optional<DayRange> days = {}; ///< of a day or moment: when it can be
    int maxLength = 0; ///< characters; 0: 200 on one line, 20,000 on several
    // In whole numbers; of Money in pence.
    qint64 smallest = -1'000'000'000;
    qint64 largest = 1'000'000'000;
    Kind kind = Kind::Text; ///< set by the member's type
    bool nullable = false; ///< set by the member's type
    FixedList fixed = {}; ///< the choices, set by the member's type when they are an enum class
};

/// Where the entries of the field's list are looked up.
inline const ChoiceSource &listsOf(const Field &field, const ChoiceSource &house) { return field.ownLists ? *field.ownLists : house; }

/// When a day or moment of the field can be.
inline DayRange daysOf(const Field &field) { return field.days.value_or(DayRange()); }

/// Whether somebody types it as one line: what is pasted with line breaks is kept without them.
inline bool isOneLine(const Field &field) { return field.kind == Kind::Text && !field.multiline && !field.list && !field.kept; }

/// The longest text that the field takes, in characters.
inline int lengthLimit(const Field &field)
{
    if (field.maxLength > 0)
        return field.maxLength;
    return field.multiline ? 20'000 : 200;
}

} // namespace keywork
