// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/shifts.h"
#include "core/services/records/records.h"
#include "core/storage/shifts.h"
#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Result<QHash<qint64, Kept<Staff>>> teamOfLone(const Records &records)
{
    const auto rows = Table(records.database(), recordType<Staff>()).list({.withWithdrawn = true});
    if (!rows)
        return rows.error();
    QHash<qint64, Kept<Staff>> team;
    for (const KeptRow &row : *rows) {
        const auto member = asKind<Staff>(row);
        if (!member)
            return member.error();
        team.insert(row.id, *member);
    }
    return team;
}

Result<QHash<qint64, QList<LoneCheckIn>>> wordsByLone(Database &database, const QList<KeptRow> &open)
{
    QList<qint64> ids;
    for (const KeptRow &row : open)
        ids.append(row.id);
    QHash<qint64, QList<LoneCheckIn>> words;
    const auto rows = ids.isEmpty() ? Result<QList<KeptRow>>(QList<KeptRow>()) : wordsOfLone(database, ids);
    if (!rows)
        return rows.error();
    for (const KeptRow &row : *rows) {
        const auto word = asKind<LoneCheckIn>(row);
        if (!word)
            return word.error();
        words[word->value.loneId.value].append(word->value);
    }
    return words;
}

} // namespace

Result<QList<LoneOnFile>> readLoneWorking(const Records &records)
{
    QList<LoneOnFile> found;
    const auto open = loneWorkingOpen(records.database());
    if (!open || open->isEmpty())
        return open ? Result(found) : open.error();
    const auto words = wordsByLone(records.database(), *open);
    const auto team = teamOfLone(records);
    if (!words || !team)
        return words ? team.error() : words.error();
    for (const KeptRow &row : *open) {
        const auto lone = asKind<LoneWorking>(row);
        if (!lone)
            return lone.error();
        const Staff member = team->value(lone->value.staffId.value).value;
        found.append({*lone, loneStateOf(lone->value, words->value(row.id)), member.name,
            lone->value.telephone.isEmpty() ? member.telephone : lone->value.telephone});
    }
    std::stable_sort(found.begin(), found.end(), [](const LoneOnFile &a, const LoneOnFile &b) { return *a.state.dueAt < *b.state.dueAt; });
    return found;
}

Result<QList<LoneOnFile>> Shifts::alone() const
{
    if (!m_records.mayRead(recordType<LoneWorking>()))
        return Error{ErrorKind::NotPermitted, u"lone_working"_s, {}};
    return readLoneWorking(m_records);
}

Result<Kept<LoneCheckIn>> Shifts::heardFrom(Id<LoneWorking> lone, LoneWord how)
{
    return m_records.add(LoneCheckIn{.loneId = lone, .at = m_records.clock().now(), .how = how});
}

Done Shifts::isBack(Id<LoneWorking> lone)
{
    auto kept = m_records.one(lone);
    if (!kept)
        return kept.error();
    kept->value.endedAt = m_records.clock().now();
    const auto ended = m_records.amend(*kept);
    return ended ? Done() : Done(ended.error());
}

/// Past what the reader may see: that there is none is said by what checks every reference.
Result<Violations> Shifts::wordProblems(const Row &row) const
{
    const auto found = Table(m_records.database(), recordType<LoneWorking>()).find(row.value(u"lone_id"_s).toLongLong());
    if (!found)
        return found.error().kind == ErrorKind::NotFound ? Result<Violations>(Violations()) : found.error();
    if (row.text(u"at"_s) < found->row.text(u"from_at"_s))
        return Violations{{u"at"_s, Rule::EndsBeforeStart, {}}};
    return Violations();
}

} // namespace keywork
