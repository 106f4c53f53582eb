// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/undo.h"

#include "core/domain/kinds.h"
#include "core/record/row_changes.h"
#include "core/services/records/records.h"
#include "core/storage/history.h"
#include "core/storage/table.h"

#include <QJsonArray>
#include <algorithm>

namespace keywork {

namespace {

/// Whether a record stands since this entry that did not stand before.
bool isAdding(const HistoryEntry &entry)
{
    const bool wasNew = std::all_of(entry.changes.constBegin(), entry.changes.constEnd(),
        [](const QJsonValue &value) { return !value.isArray() || value.toArray().at(0).isNull(); });
    return entry.action == HistoryAction::Added || (entry.action == HistoryAction::Undone && wasNew);
}

} // namespace

bool Undo::isPossible() const
{
    if (m_records.lastCommit().isEmpty())
        return false;
    const auto entries = readHistory(m_records.database(), {.sequences = m_records.lastCommit()});
    return entries && !entries->isEmpty() && std::all_of(entries->cbegin(), entries->cend(), [](const HistoryEntry &entry) {
        const RecordType *type = kindOf(entry.kind);
        return type && !type->cannotUndo;
    });
}

Done Undo::last(const QString &reason)
{
    const auto entries = readHistory(m_records.database(), {.sequences = m_records.lastCommit()});
    if (!entries)
        return entries.error();
    if (!isPossible())
        return notNow(NotNow::CannotBeUndone);
    return m_records.together([&]() -> Done {
        return m_records.bringingBack([&]() -> Done {
            for (const HistoryEntry &entry : *entries) // newest first
                if (Done undone = undoEntry(entry, reason); !undone)
                    return undone;
            return {};
        });
    });
}

std::optional<Undo::TakenIn> Undo::takesOut() const
{
    const auto entries = isPossible() ? readHistory(m_records.database(), {.sequences = m_records.lastCommit()})
                                      : Result<QList<HistoryEntry>>(QList<HistoryEntry>());
    std::optional<TakenIn> taken;
    QList<const RecordType *> along;
    for (const HistoryEntry &entry : entries ? *entries : QList<HistoryEntry>()) {
        if (!isAdding(entry))
            continue;
        const RecordType *type = kindOf(entry.kind);
        if (type != &recordType<Person>()) {
            if (!along.contains(type))
                along.prepend(type); // in the order in which they were taken down
            continue;
        }
        if (const auto person = m_records.one(Id<Person>{entry.record}))
            taken = TakenIn{person->id, person->value.displayName(), {}};
    }
    if (taken)
        taken->along = along;
    return taken;
}

Done Undo::undoEntry(const HistoryEntry &entry, const QString &reason)
{
    const RecordType &type = *kindOf(entry.kind);
    auto present = Table(m_records.database(), type).find(entry.record);
    if (!present)
        return present.error();
    if (entry.action == HistoryAction::Withdrawn)
        return m_records.reinstate(type, entry.record);
    if (!stillStands(present->row, entry.changes) || present->withdrawnAt)
        return Error{ErrorKind::Conflict, {}, {}};
    if (isAdding(entry))
        return m_records.withdraw(type, entry.record, present->version, reason, Records::ReasonOf::TheProgram);
    applyChanges(present->row, entry.changes, Side::Before);
    const auto kept = m_records.amend(*present);
    return kept ? Done() : Done(kept.error());
}

} // namespace keywork
