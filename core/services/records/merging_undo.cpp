// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/kinds.h"
#include "core/record/row_changes.h"
#include "core/record/ties.h"
#include "core/services/records/merging.h"
#include "core/storage/moved_records.h"
#include "core/storage/table.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QJsonObject replacedBy(const MergedPerson &merged) { return QJsonDocument::fromJson(merged.replaced.toUtf8()).object(); }

/// Of what the merge changed, the columns that say what it left them with, or do not.
QStringList columnsThat(bool stand, const Row &row, const QJsonObject &changes)
{
    QStringList columns;
    for (auto change = changes.constBegin(); change != changes.constEnd(); ++change)
        if (stillStands(row, {{change.key(), change.value()}}) == stand)
            columns.append(change.key());
    return columns;
}

/// What the merge itself wrote on the record that stays.
bool isOfTheMerge(const KeptRow &row, Id<MergedPerson> merged, const QList<qint64> &names)
{
    return (row.row.type == &recordType<MergedPerson>() && row.id == merged.value)
        || (row.row.type == &recordType<PersonName>() && names.contains(row.id));
}

} // namespace

Result<LeftBehind> Merging::leftBehind(Id<MergedPerson> id) const
{
    if (Done may = checkMay(); !may)
        return may.error();
    const auto merged = m_records.one(id);
    if (!merged)
        return merged.error();
    const qint64 person = merged->value.personId.value;
    LeftBehind left;
    const auto now = recordsOf(m_records.database(), person, false);
    if (!now)
        return now.error();
    const QList<qint64> names = namesFrom(merged->value.moved);
    const auto back = goingBack(*merged);
    if (!back)
        return back.error();
    const auto goesBack = [&back](const KeptRow &row) {
        return std::any_of(back->cbegin(), back->cend(),
            [&row](const MovedRecords &moved) { return moved.type == row.row.type && moved.ids.contains(row.id); });
    };
    for (const MovedRecords &kind : *now) {
        const auto rows = Table(m_records.database(), *kind.type).some(kind.ids);
        if (!rows)
            return rows.error();
        for (const KeptRow &row : *rows)
            if (row.createdAt > merged->createdAt && !row.withdrawnAt && !isOfTheMerge(row, id, names) && !goesBack(row))
                left.records.append(row);
    }
    const auto own = Table(m_records.database(), recordType<Person>()).find(person);
    if (!own)
        return own.error();
    left.fields = columnsThat(false, own->row, replacedBy(merged->value));
    return left;
}

/// What the merge changed of the record that stays goes back, unless somebody has said something else since.
Done Merging::restoreOwn(const MergedPerson &merged, const QString &reason)
{
    Table table(m_records.database(), recordType<Person>());
    const auto own = table.find(merged.personId.value);
    if (!own)
        return own.error();
    const QJsonObject replaced = replacedBy(merged);
    QJsonObject back;
    for (const QString &column : columnsThat(true, own->row, replaced))
        back.insert(column, replaced.value(column));
    Row before = own->row;
    applyChanges(before, back, Side::Before);
    if (before != own->row)
        if (Done done = m_records.rewrite(*own, before, HistoryAction::Changed, reason); !done)
            return done;
    Table names(m_records.database(), recordType<PersonName>());
    for (const qint64 id : namesFrom(merged.moved)) {
        const auto name = names.find(id);
        if (!name || name->withdrawnAt)
            continue; // gone, or taken out by somebody
        if (Done done = m_records.rewrite(*name, name->row, HistoryAction::Withdrawn, reason); !done)
            return done;
    }
    return {};
}

/// What was moved, and what was written below it since.
Result<QList<MovedRecords>> Merging::goingBack(const Kept<MergedPerson> &merged) const
{
    return withWhatHangsOn(m_records.database(), movedFrom(merged.value.moved), merged.value.personId.value, merged.createdAt);
}

Done Merging::moveBack(const Kept<MergedPerson> &kept, const QString &reason)
{
    const MergedPerson &merged = kept.value;
    const auto other = Table(m_records.database(), recordType<Person>()).find(merged.mergedId.value);
    if (!other)
        return other.error();
    if (Done done = m_records.rewrite(*other, other->row, HistoryAction::Undone, reason); !done)
        return done;
    const auto back = goingBack(kept);
    if (!back)
        return back.error();
    for (const MovedRecords &moved : *back)
        if (Done done = moveTo(moved, merged.personId, merged.mergedId, reason); !done)
            return done;
    return {};
}

Done Merging::undo(Id<MergedPerson> id, const QString &because)
{
    if (Done may = checkMay(); !may)
        return may;
    const auto merged = m_records.one(id);
    if (!merged)
        return merged.error();
    if (merged->withdrawn || merged->value.undoneAt)
        return notNow(NotNow::StaysAsItIs);
    if (Done open = m_records.checkOpen(merged->value.personId.value); !open)
        return open;
    if (const Violations missing = checkReason(because); !missing.isEmpty())
        return invalid(missing);
    if (merged->value.personId.value != intoFrom(merged->value.moved))
        return notNow(NotNow::LaterMergeFirst);
    return m_records.together([&]() -> Done {
        if (Done done = restoreOwn(merged->value, because); !done)
            return done;
        if (Done done = moveBack(*merged, because); !done)
            return done;
        Kept<MergedPerson> undone = *merged;
        undone.value.undoneAt = m_records.clock().now();
        undone.value.undoneBecause = because;
        undone.value.mergedNumber.clear(); // it is the other's own again
        const auto kept = m_records.amend(undone);
        return kept ? Done() : Done(kept.error());
    });
}

} // namespace keywork
