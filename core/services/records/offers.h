// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

namespace keywork {

class Records;

/// What a new reference to a kind may name: rooms that are free, staff who have not left, residents who are here. The
/// kind says it (RecordType::offered), or a service that has to look at other records.
class Offers {
public:
    explicit Offers(Records &records)
        : m_records(records)
    {
    }
    /// `alsoThis` is named already and stays on offer; 0 for none.
    using Rule = std::function<Result<QList<KeptRow>>(qint64 alsoThis)>;
    void addRule(const RecordType &type, Rule rule) { m_rules[&type] = std::move(rule); }
    /// In the order of the kind or of its rule.
    Result<QList<KeptRow>> offered(const RecordType &type, qint64 alsoThis = 0) const;
    /// All on file of which each typed word begins a word of the name, at most `limit`; for kinds with a column `name`.
    Result<QList<KeptRow>> matching(const RecordType &type, const QString &typed, int limit) const;

private:
    Records &m_records;
    QHash<const RecordType *, Rule> m_rules;
};

} // namespace keywork
