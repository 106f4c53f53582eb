// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"
#include "core/domain/shift.h"
#include "core/record/happening.h"

namespace keywork {

/// What one shift tells the next: one a shift. It is written while the shift goes on; finishing it keeps what was assembled as
/// its lines, and nothing of it changes afterwards.
struct Handover {
    QDate shiftDay = {}; ///< the day on which the shift began; set by `Handovers`, as are the next four
    Id<ShiftPattern> patternId = {}; ///< none: the house has no shifts on file, and the day counts
    QString shiftKey = {}; ///< day and shift, so that each has one
    QDateTime fromAt = {}; ///< since when it tells: the handover before it
    Id<Staff> writtenBy = {};
    QString words = {};
    std::optional<QDateTime> finishedAt = {};

    bool operator==(const Handover &) const = default;
};

/// In the order in which they are read.
enum class HandoverSection { First, Due, Happened };

template <> struct Codes<HandoverSection> {
    static constexpr const char *list = "handover_section";
    static constexpr std::array options{
        FixedOption{"first", QT_TRANSLATE_NOOP("record", "First of all")},
        FixedOption{"due", QT_TRANSLATE_NOOP("record", "Due on the next shift")},
        FixedOption{"happened", QT_TRANSLATE_NOOP("record", "What else happened")},
    };
};

/// One line of a finished handover, as it was read then. It is of the category of what it tells, and a part of whom it is
/// about: so whoever may not read that reads it here neither, and it goes with them when they are erased. Of several people
/// each has a line.
struct HandoverLine {
    Id<Handover> handoverId = {};
    Id<Person> personId = {};
    HandoverSection section = HandoverSection::Happened;
    qint64 rank = 0; ///< within the handover
    QString kind = {}; ///< the table of what it tells of, and its record; empty: of the house
    qint64 record = 0;
    bool isEnd = false; ///< of a record that lasts: its end
    std::optional<QDateTime> at = {}; ///< when it happened, or is due
    bool isDay = false; ///< the day is known, the time is not
    QString category = {}; ///< code
    QString said = {}; ///< without whom it is about; empty: whoever finished it might not read it

    bool operator==(const HandoverLine &) const = default;
};

/// Something that the next shifts have to do; it stays until it is done.
struct HandoverItem {
    QString what = {};
    Id<Person> personId = {};
    std::optional<QDateTime> dueAt = {};
    std::optional<QDateTime> doneAt = {};
    QString doneNote = {};

    bool operator==(const HandoverItem &) const = default;
};

/// Somebody who came on has read it. Never whoever wrote it.
struct HandoverRead {
    Id<Handover> handoverId = {};
    Id<Staff> staffId = {};

    bool operator==(const HandoverRead &) const = default;
};

} // namespace keywork
