// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

/// By what right somebody lives here. It decides fields, days and paper of a notice (additions.md, "House and shift").
enum class OccupancyKind { ExcludedLicence, Licence, AssuredTenancy, Other };

template <> struct Codes<OccupancyKind> {
    static constexpr const char *list = "occupancy_kind";
    static constexpr std::array options{
        FixedOption{"excluded_licence", QT_TRANSLATE_NOOP("record", "Excluded licence"), QT_TRANSLATE_NOOP("record", "excluded licence")},
        FixedOption{"licence", QT_TRANSLATE_NOOP("record", "Licence"), QT_TRANSLATE_NOOP("record", "licence")},
        FixedOption{"assured_tenancy", QT_TRANSLATE_NOOP("record", "Assured tenancy"), QT_TRANSLATE_NOOP("record", "assured tenancy")},
        FixedOption{"other", QT_TRANSLATE_NOOP("record", "Other"), QT_TRANSLATE_NOOP("record", "other")},
    };
};

/// The kind of occupancy since a day, and the paper that says so. Another kind is another record: the one that began last counts.
struct OccupancyRight {
    Id<Person> personId = {};
    OccupancyKind kind = OccupancyKind::ExcludedLicence;
    QString described = {}; ///< of another kind: which
    QDate fromOn = {};
    QString paper = {};
    QString note = {};

    bool operator==(const OccupancyRight &) const = default;
};

/// The one that holds on the day; none: it is not known, so that no notice can be given.
std::optional<Kept<OccupancyRight>> occupancyOn(const QList<Kept<OccupancyRight>> &all, QDate day);

} // namespace keywork
