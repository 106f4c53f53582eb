// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/query.h"

#include "core/storage/database.h"

#include <QSqlError>
#include <QSqlResult>
#include <cerrno>
#include <sqlite3.h>

namespace keywork {

namespace {

Error errorFrom(const QSqlError &failure)
{
    const int code = failure.nativeErrorCode().toInt();
    // The message may quote a value; only SQLite's own code is passed on.
    const QString detail = QStringLiteral("sqlite %1").arg(code);
    if (code == SQLITE_IOERR_DATA)
        return {ErrorKind::Damaged, detail, {}};
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {ErrorKind::NoRoom, detail, {}};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
        return {ErrorKind::ReadOnly, detail, {}};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorKind::InUse, detail, {}};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorKind::Damaged, detail, {}};
    case SQLITE_CONSTRAINT:
        return {ErrorKind::DoesNotFit, detail, {}};
    case SQLITE_INTERRUPT:
        return {ErrorKind::Cancelled, detail, {}};
    default:
        return {ErrorKind::Storage, detail, {}};
    }
}

/// A quota that is used up, and a file that has grown as large as it may, are a full disk to whoever saves.
Error errorFrom(const QSqlError &failure, sqlite3 *handle)
{
    Error error = errorFrom(failure);
    if (!handle || failure.nativeErrorCode().toInt() != SQLITE_IOERR_WRITE)
        return error;
    const int reason = sqlite3_system_errno(handle);
    if (reason == EDQUOT || reason == EFBIG || reason == ENOSPC)
        error.kind = ErrorKind::NoRoom;
    return error;
}

} // namespace

std::optional<QSqlQuery> Statements::take(const QString &sql)
{
    const auto waiting = m_waiting.find(sql);
    if (waiting == m_waiting.end())
        return {};
    QSqlQuery query = std::move(*waiting);
    m_waiting.erase(waiting);
    return query;
}

void Statements::keep(const QString &sql, QSqlQuery query)
{
    constexpr qsizetype kMost = 200; // lists of ids of every length would never end
    if (m_waiting.size() >= kMost)
        m_waiting.clear();
    m_waiting.emplace(sql, std::move(query));
}

Query::Query(const Database &database, const QString &sql)
    : m_database(database)
    , m_sql(sql)
{
    m_handle = database.handle();
    if (auto waiting = database.statements().take(sql)) {
        m_query = std::move(*waiting);
        m_prepared = true;
        return;
    }
    m_query = QSqlQuery(database.connection());
    m_query.setForwardOnly(true);
    m_prepared = m_query.prepare(sql);
    if (!m_prepared) {
        m_prepareError = errorFrom(m_query.lastError());
        m_prepareError.detail += u' ' + sql.left(60);
    }
}

Query::~Query()
{
    if (!m_prepared || !m_isSound || m_ranOut)
        return;
    m_query.finish();
    // What was bound is gone, from Qt's list and from SQLite's; the last row goes with the next run, or with the connection.
    for (int i = 0; i < m_bound; ++i)
        m_query.bindValue(i, QVariant());
    const QVariant handle = m_query.result()->handle();
    if (auto *statement = handle.isValid() ? *static_cast<sqlite3_stmt *const *>(handle.constData()) : nullptr) {
        sqlite3_clear_bindings(statement);
        m_database.statements().keep(m_sql, std::move(m_query));
    }
}

Query &Query::bind(const QVariant &value)
{
    m_query.bindValue(m_bound++, value.isNull() ? QVariant() : value);
    return *this;
}

Query &Query::bind(const QList<QVariant> &values)
{
    for (const QVariant &value : values)
        bind(value);
    return *this;
}

Done Query::run()
{
    if (!m_prepared)
        return m_prepareError;
    m_isSound = m_query.exec();
    return m_isSound ? Done() : Done(errorFrom(m_query.lastError(), m_handle));
}

bool Query::next()
{
    if (m_ranOut || !m_query.next())
        return false;
    // Qt reads the values of a row without asking whether there was memory for them; a missing one would look blank.
    m_ranOut = m_handle && sqlite3_errcode(m_handle) == SQLITE_NOMEM;
    return !m_ranOut;
}

Done Query::finished() const
{
    if (m_ranOut)
        return Error{ErrorKind::Storage, QStringLiteral("memory"), {}};
    return lastRead();
}

Done Query::lastRead() const { return m_query.lastError().isValid() ? Done(errorFrom(m_query.lastError())) : Done(); }

QVariant Query::value(int column) const
{
    const QVariant value = m_query.value(column);
    if (value.isNull())
        return {};
    // Keys come as int where they fit; one type per kind keeps rows comparable.
    if (value.typeId() == QMetaType::Int)
        return value.toLongLong();
    return value;
}

Done run(const Database &database, const QString &sql, const QList<QVariant> &values) { return Query(database, sql).bind(values).run(); }

Result<QVariant> valueOf(const Database &database, const QString &sql, const QList<QVariant> &values)
{
    Query query(database, sql);
    if (Done done = query.bind(values).run(); !done)
        return done.error();
    if (query.next())
        return query.value(0);
    if (Done done = query.finished(); !done)
        return done.error();
    return QVariant();
}

QString quoted(QString name) { return u'"' + name.replace(u'"', QStringLiteral("\"\"")) + u'"'; }

Result<QStringList> tablesOf(const Database &database)
{
    Query names(database,
        QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search_text%' "
                       "ORDER BY name"));
    if (Done done = names.run(); !done)
        return done.error();
    QStringList tables;
    while (names.next())
        tables.append(names.text(0));
    if (Done done = names.finished(); !done)
        return done.error();
    return tables;
}

} // namespace keywork
