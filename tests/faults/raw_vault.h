// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/vault_file.h"

#include <QJsonValue>
#include <QStringList>
#include <memory>

struct sqlite3;

namespace keywork::test {

using Cells = QList<QJsonValue>;

/// A vault opened with SQLite's own functions through the cipher VFS, past everything that the product says of itself.
/// It writes nothing back: neither checkpoints nor deletes the journal.
class RawVault {
public:
    /// Null when the file can't be unlocked or opened; `why` says what failed.
    static std::unique_ptr<RawVault> open(const QString &path, QString &why);
    ~RawVault();
    RawVault(const RawVault &) = delete;
    RawVault &operator=(const RawVault &) = delete;

    /// All rows; a statement that fails leaves a line in `errors`.
    QList<Cells> rows(const QString &sql, const QStringList &bound = {});
    /// The first cell of the first row; null when there is none.
    QJsonValue cell(const QString &sql, const QStringList &bound = {});
    QStringList columnsOf(const QString &table);
    sqlite3 *handle() const { return m_connection; }
    SecretKey historyKey() const { return m_vault->historyKey(); }

    QStringList errors;

private:
    RawVault() = default;
    std::unique_ptr<VaultFile> m_vault;
    sqlite3 *m_connection = nullptr;
};

/// Copies a file and its journal beside one another into `folder`; the path of the copy, empty when that failed.
QString copyWithLog(const QString &path, const QString &folder);

} // namespace keywork::test
