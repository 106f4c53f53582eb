// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/history_reader.h"

#include "core/domain/kinds.h"
#include "core/record/ties.h"
#include "core/services/records/record_reader.h"
#include "core/services/records/visibility.h"
#include "core/storage/history.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Of a kind whose category depends on what stands in the row, as it stands now.
bool mayReadEntry(const RecordReader &records, const RecordType &type, qint64 record)
{
    if (!type.readAs)
        return true;
    const auto row = Table(records.database(), type).find(record);
    if (!row) // erased: no words of it are left
        return row.error().kind == ErrorKind::NotFound;
    const auto told = type.readAs(row->row);
    return records.mayReadRow(row->row) || (told && records.session().may(Act::ReadHistory, *told));
}

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
    const Session &session = m_records.session();
    const bool manages = session.may(Act::Manage, Category::Identity) || session.may(Act::ReadHistory, Category::Identity);
    QList<HistoryEntry> readable;
    for (HistoryEntry entry : *entries) {
        const RecordType *type = kindOf(entry.kind);
        if (type && !m_records.mayRead(*type) && !m_records.session().may(Act::ReadHistory, type->category))
            continue;
        if (type && shared.contains(*type, entry.record))
            continue; // what was written names somebody else whose record is closed
        if (type && !mayReadEntry(m_records, *type, entry.record))
            continue;
        if (entry.action == HistoryAction::RestrictedOpened && !manages)
            entry.changes = {}; // why somebody opened it is between them and the manager
        const bool saidSomething = !entry.changes.isEmpty();
        if (type)
            entry.changes = readableChanges(*type, entry.changes, m_records.session());
        if (!saidSomething || !entry.changes.isEmpty())
            readable.append(entry);
    }
    return historyLines(m_records.database(), readable);
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
    if (!mayReadEntry(m_records, type, record))
        return Error{ErrorKind::NotPermitted, QString::fromLatin1(type.table), {}};
    if (m_records.isSharedWithClosed(type, record))
        return Error{ErrorKind::NeedToKnow, {}, {}};
    for (HistoryEntry &entry : *entries)
        entry.changes = readableChanges(type, entry.changes, m_records.session());
    return historyLines(m_records.database(), *entries);
}

} // namespace keywork
