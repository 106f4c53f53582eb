// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/restriction.h"
#include "core/services/records/records.h"

namespace keywork {

/// A restriction that holds today, for the manager's list of them.
struct StandingRestriction {
    Kept<Restriction> restriction;
    QString resident; ///< name and number
    QStringList knownTo; ///< names of those who need to know, the keyworker first
};

/// Records that only some need to know. Everybody else can open one with a reason, at once, and a manager is told:
/// safety never waits for a permission.
class Restrictions {
public:
    explicit Restrictions(Records &records)
        : m_records(records)
    {
    }

    /// Reads again who may open what.
    Done reload();
    bool isClosed(Id<Person> person) const { return m_records.closed().isClosed(person.value); }
    /// Opens the record until this session ends, also where the file takes nothing: then the opening waits to be told.
    /// Invalid without a reason; NotAllowedNow when it isn't closed.
    Done openWithReason(Id<Person> person, const QString &reason);
    /// Every restriction that holds today, newest first. For managers.
    Result<QList<StandingRestriction>> standing() const;
    /// Openings that no manager has looked at; nothing for those who don't manage.
    Result<QList<Kept<RestrictedOpening>>> toReview() const;
    /// NotPermitted for who opened it, where there is another manager.
    Done review(Id<RestrictedOpening> opening, const QString &note);

private:
    Records &m_records;
};

} // namespace keywork
