// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

enum class BarringAppeal { None, Told, Asked, Stands, Shortened };

template <> struct Codes<BarringAppeal> {
    static constexpr const char *list = "barring_appeal";
    static constexpr std::array options{
        FixedOption{"none", QT_TRANSLATE_NOOP("record", "Not told yet how to appeal")},
        FixedOption{"told", QT_TRANSLATE_NOOP("record", "Told how to appeal")},
        FixedOption{"asked", QT_TRANSLATE_NOOP("record", "Appealed, not decided")},
        FixedOption{"stands", QT_TRANSLATE_NOOP("record", "Appealed: it stands")},
        FixedOption{"shortened", QT_TRANSLATE_NOOP("record", "Appealed: shortened or ended")},
    };
};

/// Somebody is not let in until a day. At the desk only that is said; why, only to whoever may read about risk. It always has an
/// end and a review: nobody is kept out for ever by a line that everybody forgot.
struct Barring {
    Id<Person> personId = {}; ///< a resident or former resident; none: `name` says who
    QString name = {};
    QString described = {}; ///< what somebody at the door needs to know them by
    QDate fromOn = {};
    QDate untilOn = {}; ///< the last day
    QDate reviewOn = {}; ///< from `fromOn` to `untilOn`
    QString reason = {};
    Id<Staff> decidedById = {};
    BarringAppeal appeal = BarringAppeal::None;
    QString appealNote = {};
    std::optional<QDate> endedOn = {}; ///< from that day on they may come in again
    QString endedWhy = {};

    bool holdsOn(QDate day) const { return fromOn <= day && day <= untilOn && (!endedOn || day < *endedOn); }
    bool operator==(const Barring &) const = default;
};

} // namespace keywork
