// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/earlier_versions.h"

#include "core/domain/kinds.h"
#include "core/record/row_text.h"
#include "core/services/visibility.h"
#include "core/storage/history.h"
#include "core/storage/table.h"

#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kMostVersions = 1000;

enum class Side { Before, After };

/// Sets what an entry changed to how it was before or after it. Blobs are in the history as fingerprints only.
void apply(Row &row, const QJsonObject &changes, Side side)
{
    for (auto it = changes.constBegin(); it != changes.constEnd(); ++it) {
        const Field *field = row.type->fieldNamed(it.key());
        if (!field || field->kind == Kind::Picture || !it.value().isArray())
            continue;
        const QJsonValue value = it.value().toArray().at(side == Side::Before ? 0 : 1);
        const qsizetype at = row.type->indexOf(QLatin1String(field->column));
        // An entry of a new record has nothing before it: the field's own empty value.
        row.values[at] = value.isNull() ? emptyRow(*row.type).values.at(at)
            : value.isDouble()          ? QVariant(value.toInteger())
                                        : value.toVariant();
    }
}

bool stillStands(const Row &row, const QJsonObject &changes)
{
    Row after = row;
    apply(after, changes, Side::After);
    return changedFields(row, after).isEmpty();
}

} // namespace

Result<QList<EarlierVersion>> EarlierVersions::of(const RecordType &type, qint64 record) const
{
    if (!m_records.mayRead(type))
        return Error{m_records.session().refusal(), QString::fromLatin1(type.table), {}};
    auto present = Table(m_records.database(), type).find(record);
    if (!present)
        return present.error();
    if (m_records.closed().hides(type, record, present->row) || !m_records.maySee(type, record))
        return Error{ErrorKind::NeedToKnow, QString::fromLatin1(type.table), {}};
    const auto entries
        = readHistory(m_records.database(), {.kind = QString::fromLatin1(type.table), .record = record, .limit = kMostVersions});
    if (!entries)
        return entries.error();
    QList<HistoryEntry> changes;
    std::copy_if(entries->cbegin(), entries->cend(), std::back_inserter(changes),
        [](const HistoryEntry &entry) { return changesRecords(entry.action); });
    auto lines = historyLines(m_records.database(), changes);
    if (!lines)
        return lines.error();
    QList<EarlierVersion> versions;
    KeptRow state = *present;
    for (qsizetype i = 0; i < changes.size(); ++i) {
        EarlierVersion version{lines->at(i), state, versions.isEmpty()};
        version.entry.changes = readableChanges(type, version.entry.changes, m_records.session());
        version.row.row = readablePart(state.row, m_records.session());
        versions.append(version);
        apply(state.row, changes.at(i).changes, Side::Before);
    }
    return versions;
}

Result<KeptRow> EarlierVersions::bringBack(const RecordType &type, qint64 record, qint64 sequence)
{
    // What the resident gave or took back is not brought back by somebody else.
    if (type.cannotUndo)
        return notNow(NotNow::CannotBeUndone);
    const auto versions = of(type, record);
    if (!versions)
        return versions.error();
    const auto wanted = std::find_if(
        versions->cbegin(), versions->cend(), [&](const EarlierVersion &version) { return version.entry.sequence == sequence; });
    if (wanted == versions->cend())
        return Error{ErrorKind::NotFound, QString::fromLatin1(type.table), {}};
    auto present = m_records.one(type, record);
    if (!present)
        return present;
    present->row = wanted->row.row;
    Result<KeptRow> kept = Error{};
    const Done done = m_records.together([&]() -> Done {
        if (present->withdrawnAt) {
            if (Done back = m_records.reinstate(type, record); !back)
                return back;
            ++present->version;
        }
        return m_records.withoutAsking([&]() -> Done {
            kept = m_records.amend(*present);
            return kept ? Done() : Done(kept.error());
        });
    });
    return done ? kept : Result<KeptRow>(done.error());
}

bool EarlierVersions::canUndo() const
{
    if (m_records.lastCommit().isEmpty())
        return false;
    const auto entries = readHistory(m_records.database(), {.sequences = m_records.lastCommit()});
    return entries && !entries->isEmpty() && std::all_of(entries->cbegin(), entries->cend(), [](const HistoryEntry &entry) {
        const RecordType *type = kindOf(entry.kind);
        return type && !type->cannotUndo;
    });
}

Done EarlierVersions::undo(const QString &reason)
{
    const auto entries = readHistory(m_records.database(), {.sequences = m_records.lastCommit()});
    if (!entries)
        return entries.error();
    if (!canUndo())
        return notNow(NotNow::CannotBeUndone);
    return m_records.together([&]() -> Done {
        for (const HistoryEntry &entry : *entries) // newest first
            if (Done undone = undoEntry(entry, reason); !undone)
                return undone;
        return {};
    });
}

Done EarlierVersions::undoEntry(const HistoryEntry &entry, const QString &reason)
{
    const RecordType &type = *kindOf(entry.kind);
    auto present = Table(m_records.database(), type).find(entry.record);
    if (!present)
        return present.error();
    if (entry.action == HistoryAction::Withdrawn)
        return m_records.reinstate(type, entry.record);
    if (!stillStands(present->row, entry.changes) || present->withdrawnAt)
        return Error{ErrorKind::Conflict, {}, {}};
    const bool wasNew = std::all_of(entry.changes.constBegin(), entry.changes.constEnd(),
        [](const QJsonValue &value) { return !value.isArray() || value.toArray().at(0).isNull(); });
    if (entry.action == HistoryAction::Added || (entry.action == HistoryAction::Undone && wasNew))
        return m_records.withdraw(type, entry.record, present->version, reason);
    apply(present->row, entry.changes, Side::Before);
    return m_records.withoutAsking([&]() -> Done {
        const auto kept = m_records.amend(*present);
        return kept ? Done() : Done(kept.error());
    });
}

} // namespace keywork
