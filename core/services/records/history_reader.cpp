// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/history_reader.h"

#include "core/domain/kinds.h"
#include "core/record/row_changes.h"
#include "core/record/ties.h"
#include "core/services/records/record_reader.h"
#include "core/services/records/visibility.h"
#include "core/storage/history.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Of kinds whose category depends on what stands in the row: what an entry left and what it found are both readable.
/// Asked from the newest entry to the oldest, so that a row is led back step by step.
class ReadableEntries {
public:
    explicit ReadableEntries(const RecordReader &records)
        : m_records(records)
    {
    }

    bool contains(const RecordType &type, const HistoryEntry &entry)
    {
        if (!type.readAs && !type.access.hidesRows())
            return true;
        const auto key = std::pair(&type, entry.record);
        auto state = m_states.find(key);
        if (state == m_states.end()) {
            const auto row = Table(m_records.database(), type).find(entry.record);
            if (!row) // erased: no words of it are left
                return row.error().kind == ErrorKind::NotFound;
            state = m_states.insert(key, row->row);
            if (m_records.isHiddenFromReader(type, row->row)) // by what it says now: earlier entries name nobody yet
                m_hidden.insert(key);
        }
        if (m_hidden.contains(key))
            return false;
        const bool readsAfter = mayRead(*state);
        if (changesRecords(entry.action))
            applyChanges(*state, entry.changes, Side::Before);
        return readsAfter && mayRead(*state);
    }

private:
    bool mayRead(const Row &row) const
    {
        if (m_records.isHiddenFromReader(*row.type, row)) // not from whoever may read the history of everything, either
            return false;
        const auto told = row.type->readAs ? row.type->readAs(row) : std::nullopt;
        return m_records.mayReadRow(row) || (told && m_records.session().may(Act::ReadHistory, *told));
    }
    const RecordReader &m_records;
    QHash<std::pair<const RecordType *, qint64>, Row> m_states;
    QSet<std::pair<const RecordType *, qint64>> m_hidden;
};

} // namespace

Result<QList<HistoryLine>> HistoryReader::ofPerson(qint64 person, bool changesOnly, int limit) const
{
    if (person <= 0) // the history of nobody would be that of the whole house
        return Error{ErrorKind::NotFound, {}, {}};
    if (Done open = m_records.checkOpen(person); !open)
        return open.error();
    const auto entries = readHistory(m_records.database(),
        {.person = person, .limit = limit, .changesOnly = changesOnly, .involvedIn = tableNames(kindsAboutSeveral())});
    if (!entries)
        return entries.error();
    SharedWithClosed shared(m_records.closed(), m_records.database());
    ReadableEntries readable(m_records);
    const Session &session = m_records.session();
    const bool manages = session.may(Act::Manage, Category::Identity) || session.may(Act::ReadHistory, Category::Identity);
    QList<HistoryEntry> shown;
    for (HistoryEntry entry : *entries) {
        const RecordType *type = kindOf(entry.kind);
        if (type && !m_records.mayRead(*type) && !m_records.session().may(Act::ReadHistory, type->category))
            continue;
        if (type && shared.contains(*type, entry.record))
            continue; // what was written names somebody else whose record is closed
        if (type && !readable.contains(*type, entry))
            continue;
        if (entry.action == HistoryAction::RestrictedOpened && !manages)
            entry.changes = {}; // why somebody opened it is between them and the manager
        const bool saidSomething = !entry.changes.isEmpty();
        if (type)
            entry.changes = readableChanges(*type, entry.changes, m_records.session());
        if (!saidSomething || !entry.changes.isEmpty())
            shown.append(entry);
    }
    return historyLines(m_records.database(), shown);
}

Result<QList<HistoryLine>> HistoryReader::ofRecord(const RecordType &type, qint64 record) const
{
    if (!m_records.mayRead(type) && !m_records.session().may(Act::ReadHistory, type.category))
        return Error{ErrorKind::NotPermitted, QString::fromLatin1(type.table), {}};
    if (record <= 0)
        return Error{ErrorKind::NotFound, QString::fromLatin1(type.table), {}};
    auto entries = readHistory(m_records.database(), {.kind = QString::fromLatin1(type.table), .record = record});
    if (!entries)
        return entries.error();
    if (!entries->isEmpty())
        if (Done open = m_records.checkOpen(entries->first().person); !open)
            return open.error();
    if (m_records.isSharedWithClosed(type, record))
        return Error{ErrorKind::NeedToKnow, {}, {}};
    ReadableEntries readable(m_records);
    QList<HistoryEntry> shown;
    for (HistoryEntry entry : *entries) {
        if (!readable.contains(type, entry))
            continue;
        entry.changes = readableChanges(type, entry.changes, m_records.session());
        shown.append(entry);
    }
    if (shown.isEmpty() && !entries->isEmpty())
        return Error{ErrorKind::NotPermitted, QString::fromLatin1(type.table), {}};
    return historyLines(m_records.database(), shown);
}

} // namespace keywork
