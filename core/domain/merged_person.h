// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

/// A person had been taken in twice: the records of one went to the other, whose record stays. What was moved stands here,
/// so that it can be undone.
struct MergedPerson {
    Id<Person> personId; ///< whose record stays
    Id<Person> mergedId; ///< whose records went there; theirs is marked as entered in error
    QString mergedNumber; ///< the number that they had been given stays findable
    QString mergedName;
    QString because;
    bool wereHereAtOnce = false; ///< both had a room on one night, and whoever merged them was asked
    QString moved; ///< JSON: [{kind, column, records}]
    QString replaced; ///< JSON: {column: [before, after]} of the record that stays
    std::optional<QDateTime> undoneAt;
    QString undoneBecause;

    bool operator==(const MergedPerson &) const = default;
};

/// Two people on file are alike and are not the same person: nobody has to ask again.
struct DifferentPeople {
    Id<Person> personId;
    Id<Person> otherId;
    QString because;

    bool operator==(const DifferentPeople &) const = default;
};

} // namespace keywork
