// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/durable.h"
#include "core/base/result.h"
#include "core/domain/file_finding.h"
#include "core/vault/secret_key.h"

#include <QSqlDatabase>
#include <QString>
#include <functional>
#include <memory>
#include <optional>

struct sqlite3;

namespace keywork {

class Statements;

/// Which file system layer carries the file. The product opens vaults only; plain files exist in tests.
enum class Protection { Vault, PlainForTests };

/// A file that was used before must not be empty: a vault cut off behind its header would read as a new one, and the
/// first setting would write into it.
enum class Expect { Anything, Content };

/// One open connection, the only place that opens one; every setting is asserted before it is handed out.
class Database {
public:
    /// Opens `path` in the thread that calls.
    /// The vault's keys have to be registered with the cipher VFS before. Damaged when the key does not fit.
    static Result<std::unique_ptr<Database>> open(
        const QString &path, Protection protection, SecretKey historyKey, Expect expected = Expect::Anything);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Opens the same file again, in the thread that calls, for a worker. Safe after this object is gone, as long as the
    /// vault's keys are registered. FileGone when it is another one by then.
    std::function<Result<std::unique_ptr<Database>>()> opener() const;

    /// FileGone when another file, or none, stands under the name that was opened: what were written now would be lost.
    Done checkStands() const;

    QSqlDatabase connection() const;
    /// SQLite's own handle, for the vault's header and for tests.
    sqlite3 *handle() const;
    /// Prepared before, for Query alone.
    Statements &statements() const { return *m_statements; }
    /// So many rows were written by this connection: the same number means that nothing was since.
    qint64 rowsWritten() const;
    /// Keys the chain of the history.
    const SecretKey &historyKey() const { return m_historyKey; }

    /// integrity_check and foreign_key_check; the lines say what is wrong, empty when all is well.
    Result<QStringList> problems() const;
    /// The same, and every word that search should find against the records, and the words' own index.
    Result<QStringList> deepProblems() const;
    /// How many pages of the file can't be read, whether or not anything refers to them: with no `problems` those hold nothing
    /// any more. Reads the whole file.
    Result<qint64> unreadablePages() const;
    /// Every page's tag against the anchor in the header. Safe beside the work. Cancelled, Storage.
    Result<PagesFound> checkPages() const;
    /// The pages as `checkPages` read them last are the anchor from now on, with what was written since; without a check
    /// there is none until the next one.
    Done anchorPages() const;
    /// Takes away bytes behind the last whole page; nothing refers to them.
    Done cutStrayBytes();
    /// Asked now and then during a statement of this connection: true ends it with Cancelled. For workers.
    void stopWhen(std::function<bool()> shouldStop);
    /// Told after each commit of this connection that added to the history: its last entry, and whether a record changed.
    using Committed = std::function<void(qint64 sequence, const QByteArray &mac, bool isSave)>;
    void whenCommitted(Committed tell) { m_committed = std::move(tell); }
    /// For addHistory.
    void noteEntry(qint64 sequence, const QByteArray &mac, bool isSave);
    /// Folds the journal in and makes the file complete in itself, for a file that is put away. InUse when others read it.
    Done makeSelfContained();

private:
    friend class Transaction;
    Database(QString path, Protection protection, SecretKey historyKey);
    Done configure(Protection protection, Expect expected);

    QString m_path;
    std::optional<FileIdentity> m_identity; ///< of the file that was opened
    Protection m_protection;
    QString m_connectionName;
    std::unique_ptr<Statements> m_statements;
    SecretKey m_historyKey;
    std::function<bool()> m_shouldStop;
    Committed m_committed;
    struct LastEntry {
        qint64 sequence = 0;
        QByteArray mac;
        bool isSave = false;
    };
    std::optional<LastEntry> m_lastEntry; ///< of the transaction that is open
    uint64_t m_indexSoundAt = 0; ///< refused allocations when the search index was known to fit its words
};

/// Rolls back at the end of its scope unless committed.
class Transaction {
public:
    explicit Transaction(Database &database)
        : m_database(database)
    {
    }
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Takes the write lock at once, so that no later statement can find the file busy.
    Done begin();
    /// Storage, and nothing kept, when SQLite ran out of memory anywhere in between; FileGone (checkStands).
    Done commit();

private:
    Done rebuildSearch();
    Database &m_database;
    bool m_open = false;
    quint64 m_refusedBefore = 0;
};

} // namespace keywork
