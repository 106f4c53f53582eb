// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>
#include <optional>

struct sqlite3;

namespace keywork {

class Database;

/// One bound statement. The only header that knows QSqlQuery: everything above sees rows and Results.
class Query {
public:
    Query(const Database &database, const QString &sql);
    ~Query();
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    Query &bind(const QVariant &value);
    Query &bind(const QList<QVariant> &values);
    /// Storage, NoRoom, Damaged, InUse, ReadOnly or DoesNotFit on failure; nothing was changed by this statement then.
    Done run();
    bool next();
    /// After the last row: whether it was the last, or reading broke off in the middle (Damaged, Storage).
    Done finished() const;
    bool isOnRow() const { return !m_ranOut && m_query.isValid(); }
    /// The value of a column; NULL always comes back as an invalid QVariant, whatever Qt makes of it.
    QVariant value(int column) const;
    QString text(int column) const { return value(column).toString(); }
    qint64 number(int column) const { return value(column).toLongLong(); }
    qint64 lastId() const { return m_query.lastInsertId().toLongLong(); }
    int rowsChanged() const { return m_query.numRowsAffected(); }

private:
    Done lastRead() const;
    const Database &m_database;
    QString m_sql;
    QSqlQuery m_query;
    Error m_prepareError;
    bool m_prepared = false;
    bool m_isSound = true; ///< nothing went wrong with it: it can be kept for the next time
    int m_bound = 0;
    sqlite3 *m_handle = nullptr;
    bool m_ranOut = false; ///< of memory while a row was read: some of its values may be missing
};

/// Statements of one connection that were prepared and wait for the next time: preparing took a third of every save.
/// What was bound to them is gone.
class Statements {
public:
    std::optional<QSqlQuery> take(const QString &sql);
    void keep(const QString &sql, QSqlQuery query);
    void clear() { m_waiting.clear(); }

private:
    QHash<QString, QSqlQuery> m_waiting;
};

/// Runs one statement that returns nothing.
Done run(const Database &database, const QString &sql, const QList<QVariant> &values = {});
/// The first column of the first row; invalid when there is none.
Result<QVariant> valueOf(const Database &database, const QString &sql, const QList<QVariant> &values = {});

/// Everything that is read meanwhile is of one moment, though others write. `name` is the caller's own.
class Snapshot {
public:
    Snapshot(const Database &database, const QString &name);
    ~Snapshot();
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

private:
    const Database &m_database;
    const QString m_name;
    bool m_holds;
};

/// A name inside a statement, whatever it holds.
QString quoted(QString name);
/// Every table of the file but SQLite's own and those of the search index.
Result<QStringList> tablesOf(const Database &database);

/// "(?,?,…)" for so many bound values.
inline QString marks(qsizetype count) { return u'(' + QStringList(count, QStringLiteral("?")).join(u',') + u')'; }

} // namespace keywork
