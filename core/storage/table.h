// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/sql.h"

namespace keywork {

class Database;

/// The name of a kind's table.
inline QString tableOf(const RecordType &type) { return QString::fromLatin1(type.table); }

/// The rows of one kind, by its description. Knows nothing of history, rights or checks: services do.
class Table {
public:
    Table(Database &database, const RecordType &type)
        : m_database(database)
        , m_type(type)
    {
    }

    Result<qint64> insert(const Row &row, const QDateTime &at, qint64 by);
    /// Conflict when the row is no longer the version that was read; nothing is changed then.
    Done update(qint64 id, qint64 version, const Row &row);
    /// Marks the row as entered in error. Conflict as above.
    Done withdraw(qint64 id, qint64 version, const QDateTime &at);
    /// Takes that mark away again. Conflict as above.
    Done reinstate(qint64 id, qint64 version);
    /// NotFound when there is no such row.
    Result<KeptRow> find(qint64 id);
    /// Those of `ids` that there are, by id.
    Result<QList<KeptRow>> some(const QList<qint64> &ids);
    Result<QList<KeptRow>> list(const ListRequest &request);
    /// For a condition of storage's own: `tail` follows WHERE, is a constant of the caller and binds `values`.
    Result<QList<KeptRow>> listWhere(const QString &tail, const QList<QVariant> &values);
    Result<qint64> count(const ListRequest &request);

private:
    Result<QList<KeptRow>> rowsOf(const QString &sql, const QList<QVariant> &values);

    Database &m_database;
    const RecordType &m_type;
};

} // namespace keywork
