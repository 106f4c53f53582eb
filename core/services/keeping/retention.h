// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/retention.h"
#include "core/record/record_type.h"

#include <QSet>

namespace keywork {

class Records;

/// A record whose time has passed.
struct DueRecord {
    RetentionClass what = RetentionClass::Resident;
    qint64 record = 0;
    QString number;
    QString name; ///< shown beside the decision, never kept in it
    QDate due;
    bool isHeld = false;
    Id<Erasure> erasure = {}; ///< set: somebody proposed it already
};

/// How long records are kept, and their end: proposed by one manager, approved by somebody else, gone with a certificate.
class Retention {
public:
    explicit Retention(Records &records)
        : m_records(records)
    {
    }

    /// Longest due first. For managers.
    Result<QList<DueRecord>> due() const;
    /// The record that people call by this number, P-0031 or RI-0004, whether its time has passed or not. NotFound.
    Result<DueRecord> named(const QString &number) const;
    /// Years by kind of record, the house's rule or the default.
    Result<int> years(RetentionClass what) const;
    /// NotAllowedNow while a hold stands or somebody lives here; PasswordNeeded; Conflict when it was proposed already.
    Result<Kept<Erasure>> propose(RetentionClass what, qint64 record, ErasureWhy why);
    Result<QList<Kept<Erasure>>> waiting() const;
    Result<QList<Kept<Erasure>>> done() const;
    /// By another member of the team than who proposed it, a manager or a keyworker: erases at once, in one commit.
    /// The words leave the file's pages when it is written anew next. Invalid with AnotherPerson; PasswordNeeded.
    Result<Kept<Erasure>> approve(Id<Erasure> erasure);
    /// The proposal is dropped. A reason stays with it.
    Done drop(Id<Erasure> erasure, const QString &reason);
    bool mayApprove() const;

private:
    Done checkMayGo(RetentionClass what, qint64 record) const;
    /// People whose record may not be erased for now.
    Result<QSet<qint64>> held() const;
    Records &m_records;
};

} // namespace keywork
