// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace keywork {

class Database;
class Session;

/// Whether somebody's name can stand in the field, or a reference to them: what is taken out of a record that others are in.
bool canName(const Field &field);

/// The people whose record is closed to whoever is signed in, since only some need to know what it holds. Lists still
/// show name and room: a fire or a telephone call at night can't wait.
class ClosedRecords {
public:
    /// Reads who may open what. Storage, Damaged: nothing is known then, and everything asked about stays as it was.
    Done load(Database &database, const Session &session, QDate today, QDate latestDay);
    bool isClosed(qint64 person) const { return m_closed.contains(person); }
    bool isEmpty() const { return m_closed.isEmpty(); }
    /// Their ids, for a condition of a list.
    QList<qint64> people() const { return m_closed.values(); }
    /// Whether a row is about a closed person alone; of one that is about others as well, only the names go.
    bool hides(const RecordType &type, qint64 id, const Row &row) const;
    /// The records of a kind that a closed person is one of several in.
    Result<QSet<qint64>> shared(Database &database, const RecordType &type) const;
    /// A row that others are in as well, without the names of closed people and without references to them.
    Row withoutNamesOfClosed(Row row) const;
    /// What may still be seen of a row: for people and stays name, number and room; nothing at all for the rest.
    std::optional<Row> visiblePart(const RecordType &type, qint64 id, Row row) const;
    /// After a reason was given: open until the end of this session.
    void open(qint64 person)
    {
        m_opened.insert(person);
        m_closed.remove(person);
    }

    void close(qint64 person)
    {
        m_opened.remove(person);
        m_closed.insert(person);
    }

private:
    QSet<qint64> m_closed;
    QSet<qint64> m_opened;
    QHash<qint64, QStringList> m_names; ///< words of the names of those who are closed, or were until a reason was given
};

/// Whether records are ones that a closed person is one of several in, asked line by line: one statement a kind, however
/// many lines.
class SharedWithClosed {
public:
    SharedWithClosed(const ClosedRecords &closed, Database &database)
        : m_closed(closed)
        , m_database(database)
    {
    }
    /// Also when that can't be read.
    bool contains(const RecordType &type, qint64 id);

private:
    const ClosedRecords &m_closed;
    Database &m_database;
    QHash<const RecordType *, std::optional<QSet<qint64>>> m_known; ///< no set: it can't be read
};

} // namespace keywork
