// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

/// A record that only some of the team may open: a colleague's relative, say. While one stands, everybody else sees name
/// and room in lists and nothing more, until they say why they have to (trust.md, "People").
struct Restriction {
    Id<Person> personId;
    QString why;
    QDate fromOn;
    std::optional<QDate> untilOn; ///< empty: until it is ended
    bool holdsOn(QDate day) const { return holdsWithin(day, day); }
    /// On any day of these: while nobody knows which day it is, what protects somebody protects.
    bool holdsWithin(QDate first, QDate last) const { return fromOn <= last && (!untilOn || first < *untilOn); }
    bool operator==(const Restriction &) const = default;
};

/// One member of the team who needs to know what a restricted record holds.
struct NeedToKnow {
    Id<Person> personId;
    Id<Staff> staffId;
    QString why;
    bool operator==(const NeedToKnow &) const = default;
};

/// Somebody opened a restricted record with a reason; a manager is told and looks at it.
struct RestrictedOpening {
    Id<Person> personId;
    Id<Staff> openedBy;
    QString reason;
    std::optional<QDateTime> reviewedAt;
    Id<Staff> reviewedBy;
    QString reviewNote;
    bool operator==(const RestrictedOpening &) const = default;
};

} // namespace keywork
