// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/raw_vault.h"

#include "tests/support/test_hostel.h"

#include <QDir>
#include <QFileInfo>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace keywork::test {

namespace {

QJsonValue cellOf(sqlite3_stmt *statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
        return QJsonValue(QJsonValue::Null);
    case SQLITE_INTEGER:
        return QJsonValue(qint64(sqlite3_column_int64(statement, column)));
    default: {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement, column));
        return QString::fromUtf8(bytes, sqlite3_column_bytes(statement, column));
    }
    }
}

} // namespace

std::unique_ptr<RawVault> RawVault::open(const QString &path, QString &why)
{
    std::unique_ptr<RawVault> raw(new RawVault);
    auto vault = VaultFile::unlock(path, kManager, kPassword);
    if (!vault) {
        why = u"the file can't be unlocked: error %1 %2"_s.arg(int(vault.error().kind)).arg(vault.error().detail);
        return {};
    }
    raw->m_vault = std::move(*vault);
    const QByteArray name = QFile::encodeName(QFileInfo(path).absoluteFilePath());
    const int code = sqlite3_open_v2(name.constData(), &raw->m_connection, SQLITE_OPEN_READWRITE, kCipherVfsName);
    if (code != SQLITE_OK) {
        why = u"SQLite can't open the file: %1"_s.arg(code);
        return {};
    }
    sqlite3_extended_result_codes(raw->m_connection, 1);
    sqlite3_db_config(raw->m_connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_exec(raw->m_connection, "PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY", nullptr, nullptr, nullptr);
    return raw;
}

RawVault::~RawVault() { sqlite3_close(m_connection); }

QList<Cells> RawVault::rows(const QString &sql, const QStringList &bound)
{
    QList<Cells> found;
    sqlite3_stmt *statement = nullptr;
    int code = sqlite3_prepare_v2(m_connection, sql.toUtf8().constData(), -1, &statement, nullptr);
    for (int i = 0; code == SQLITE_OK && i < bound.size(); ++i) {
        const QByteArray text = bound.at(i).toUtf8();
        code = sqlite3_bind_text(statement, i + 1, text.constData(), int(text.size()), SQLITE_TRANSIENT);
    }
    while (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        Cells cells;
        for (int column = 0; column < sqlite3_column_count(statement); ++column)
            cells.append(cellOf(statement, column));
        found.append(cells);
        code = SQLITE_OK;
    }
    sqlite3_finalize(statement);
    if (code != SQLITE_DONE)
        errors.append(u"sqlite %1 at: %2"_s.arg(code).arg(sql.left(80)));
    return found;
}

QJsonValue RawVault::cell(const QString &sql, const QStringList &bound)
{
    const QList<Cells> found = rows(sql, bound);
    return found.isEmpty() ? QJsonValue(QJsonValue::Null) : found.first().value(0);
}

QStringList RawVault::columnsOf(const QString &table)
{
    QStringList names;
    for (const Cells &column : rows(u"SELECT name FROM pragma_table_info('%1') ORDER BY cid"_s.arg(table)))
        names.append(column.first().toString());
    return names;
}

QString copyWithLog(const QString &path, const QString &folder)
{
    const QString copy = QDir(folder).filePath(QFileInfo(path).fileName());
    for (const QString &suffix : {u""_s, u"-wal"_s}) {
        QFile::remove(copy + suffix);
        if (QFile::exists(path + suffix) && !QFile::copy(path + suffix, copy + suffix))
            return {};
    }
    return QFile::exists(copy) ? copy : QString();
}

} // namespace keywork::test
