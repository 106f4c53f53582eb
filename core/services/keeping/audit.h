// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/history_finding.h"
#include "core/services/records/history_lines.h"
#include "core/services/records/records.h"

namespace keywork {

class VaultFile;

/// Which entries of the whole file's history.
struct AuditRequest {
    enum class What { Everything, Changes, Looks, Leaving, SignIns, Safety };
    What what = What::Everything;
    qint64 staff = 0;
    QString resident = {}; ///< by the number that people say: P-0031
    std::optional<QDate> from = {};
    std::optional<QDate> until = {}; ///< included
    qint64 before = 0; ///< sequence: the page of older entries
    int limit = 200;
    bool operator==(const AuditRequest &) const = default;
};

/// One person of the team who looked at a resident's record.
struct Looked {
    QString who;
    int times = 0;
    QDateTime last;
    int changed = 0; ///< times that they changed something in it
};

/// A line to print and keep elsewhere: whoever has it can tell later that nothing was taken out since.
struct Seal {
    QDate day;
    qint64 sequence = 0;
    QString head; ///< 64 hexadecimal digits
};

struct AuditReport {
    qint64 entries = 0;
    qint64 erased = 0;
    Seal seal; ///< of the last entry
    QList<HistoryFinding> findings;
    QList<ClockJump> jumps = {}; ///< where the clock was set back
};

/// Reading the history of the whole file: for managers and auditors.
class Audit {
public:
    Audit(Records &records, VaultFile &vault);

    bool mayRead() const { return m_records.session().may(Act::ReadHistory, Category::House); }
    Result<QList<HistoryLine>> list(const AuditRequest &request) const;
    /// That it was read, and which part of it: the history says who looked into it.
    void noteRead(const AuditRequest &request) const;
    /// Everybody who opened the record, most often first; for whoever may read it, and for auditors.
    Result<QList<Looked>> whoLookedAt(Id<struct Person> person) const;
    Result<QList<QPair<Id<struct Staff>, QString>>> staff() const;

    /// Every entry against the chain, for a worker; `known` are printed seals.
    using Verification = std::function<Result<AuditReport>(const std::function<bool()> &shouldStop)>;
    Result<Verification> verification(const QList<Seal> &known = {}) const;
    Done verified(const AuditReport &report);
    /// The seal of each of the last days that have entries, newest first.
    Result<QList<Seal>> seals(int days) const;

private:
    Records &m_records;
    VaultFile &m_vault;
};

} // namespace keywork
