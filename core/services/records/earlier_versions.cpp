// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/earlier_versions.h"

#include "core/record/row_changes.h"
#include "core/services/records/records.h"
#include "core/services/records/visibility.h"
#include "core/storage/history.h"
#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kMostVersions = 1000;
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
    if (!m_records.mayReadRow(present->row))
        return Error{m_records.session().refusal(), QString::fromLatin1(type.table), {}};
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
        const bool readsAfter = m_records.mayReadRow(state.row); // it may have told of something else before
        applyChanges(state.row, changes.at(i).changes, Side::Before);
        if (!m_records.mayReadRow(state.row))
            version.entry.changes = {}; // the words from before stand in it
        if (readsAfter)
            versions.append(version);
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
    Row brought = wanted->row.row;
    for (const Field &field : type.fields) // whose it is changed since, when two records became one
        if (field.refers && QLatin1String(field.refers) == "person"_L1)
            brought.set(QString::fromLatin1(field.column), present->row.value(QString::fromLatin1(field.column)));
    present->row = brought;
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

} // namespace keywork
