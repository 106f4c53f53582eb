// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/database.h"

#include "core/base/text.h"
#include "core/storage/query.h"
#include "core/vault/cipher_vfs.h"
#include "core/vault/memory_watch.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QStringList>
#include <QUrl>
#include <algorithm>
#include <array>
#include <atomic>
#include <new>
#include <sqlite3.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kPageSize = 4096;

QString uriOf(const QString &path, Protection protection)
{
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
    return u"file:"_s + encoded + u"?vfs="_s + (protection == Protection::Vault ? QLatin1String(kCipherVfsName) : QLatin1String("unix"));
}

struct Setting {
    const char *pragma;
    const char *wanted; ///< what reading the pragma must give back
};

// Set and asserted at every opening (trust.md, "Settings").
constexpr Setting kSettings[] = {
    {"journal_mode = WAL", "wal"},
    {"synchronous = FULL", nullptr},
    {"temp_store = MEMORY", nullptr},
    {"foreign_keys = ON", nullptr},
    {"trusted_schema = OFF", nullptr},
    {"recursive_triggers = OFF", nullptr},
    {"cell_size_check = ON", nullptr},
};
constexpr Setting kAsserted[] = {
    {"journal_mode", "wal"},
    {"synchronous", "2"},
    {"temp_store", "2"},
    {"foreign_keys", "1"},
    {"busy_timeout", "5000"},
    {"trusted_schema", "0"},
    {"page_size", "4096"},
};

/// Qt keeps connections by name; no two of a process share one, whatever thread opens them.
QString nextConnectionName()
{
    static std::atomic<int> number = 0;
    return u"keywork-%1"_s.arg(++number);
}

/// A function of text in SQL: what people type is looked for, and lists stand, without case and accents as everywhere else.
template <QString (*change)(const QString &)> void changedText(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(values[0]));
    if (!text)
        return; // NULL stays NULL
    try {
        const QByteArray result = change(QString::fromUtf8(text, sqlite3_value_bytes(values[0]))).toUtf8();
        sqlite3_result_text(context, result.constData(), int(result.size()), SQLITE_TRANSIENT);
    } catch (const std::bad_alloc &) { // must not pass through SQLite's own frames
        sqlite3_result_error_nomem(context);
    }
}

} // namespace

Database::Database(QString path, Protection protection, SecretKey historyKey)
    : m_path(std::move(path))
    , m_protection(protection)
    , m_connectionName(nextConnectionName())
    , m_statements(std::make_unique<Statements>())
    , m_historyKey(std::move(historyKey))
    , m_indexSoundAt(refusedSqliteAllocations())
{
}

Database::~Database()
{
    m_statements->clear();
    QSqlDatabase::database(m_connectionName, false).close();
    QSqlDatabase::removeDatabase(m_connectionName);
}

std::function<Result<std::unique_ptr<Database>>()> Database::opener() const
{
    const auto key = std::make_shared<SecretKey>(m_historyKey.copy());
    return [path = m_path, identity = m_identity, protection = m_protection, key]() -> Result<std::unique_ptr<Database>> {
        if (identity && identityOf(path) != identity)
            return Error{ErrorKind::FileGone, {}, {}};
        return open(path, protection, key->copy(), Expect::Content);
    };
}

Done Database::checkStands() const
{
    return !m_identity || identityOf(m_path) == m_identity ? Done() : Done(Error{ErrorKind::FileGone, {}, {}});
}

QSqlDatabase Database::connection() const { return QSqlDatabase::database(m_connectionName, false); }

qint64 Database::rowsWritten() const { return sqlite3_total_changes64(handle()); }

sqlite3 *Database::handle() const
{
    const QVariant held = connection().driver()->handle();
    return held.isValid() ? *static_cast<sqlite3 *const *>(held.constData()) : nullptr;
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Protection protection, SecretKey historyKey, Expect expected)
{
    if (protection == Protection::Vault && !registerCipherVfs())
        return Error{ErrorKind::Storage, u"cipher vfs"_s, {}};
    std::unique_ptr<Database> database(new Database(path, protection, std::move(historyKey)));
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, database->m_connectionName);
        connection.setDatabaseName(uriOf(path, protection));
        connection.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=5000"_s);
        if (!connection.open()) {
            const int code = connection.lastError().nativeErrorCode().toInt();
            if ((code & 0xff) == SQLITE_BUSY)
                return Error{ErrorKind::InUse, {}, {}};
            const int kind = code & 0xff; // a page whose tag does not fit is a read error without further words here
            return Error{kind == SQLITE_CANTOPEN || kind == SQLITE_READONLY ? ErrorKind::ReadOnly
                    : kind == SQLITE_FULL                                   ? ErrorKind::NoRoom
                    : kind == SQLITE_NOMEM                                  ? ErrorKind::Storage
                                                                            : ErrorKind::Damaged,
                u"sqlite %1"_s.arg(code), {}};
        }
    }
    if (Done configured = database->configure(protection, expected); !configured)
        return configured.error();
    database->m_identity = identityOf(path);
    return database;
}

Done Database::configure(Protection protection, Expect expected)
{
    sqlite3 *raw = handle();
    if (!raw)
        return Error{ErrorKind::Storage, u"no handle"_s, {}};
    // Messages name the exact cause, and nothing in a hostile file runs as code.
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    const auto addFunction = [raw](const char *name, auto function) {
        constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
        return sqlite3_create_function_v2(raw, name, 1, kFlags, nullptr, function, nullptr, nullptr, nullptr) == SQLITE_OK;
    };
    if (!addFunction("folded", changedText<folded>) || !addFunction("order_key", changedText<orderKey>))
        return Error{ErrorKind::Storage, u"functions of text"_s, {}};
    if (protection == Protection::Vault) {
        int reserve = kPageReserve;
        sqlite3_file_control(raw, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserve);
        char *vfsName = nullptr;
        sqlite3_file_control(raw, "main", SQLITE_FCNTL_VFSNAME, &vfsName);
        const bool ours = vfsName && QByteArray(vfsName).startsWith(kCipherVfsName);
        sqlite3_free(vfsName);
        if (!ours)
            return Error{ErrorKind::Storage, u"not the cipher vfs"_s, {}};
    }
    if (expected == Expect::Content) {
        const auto tables = valueOf(*this, u"SELECT count(*) FROM sqlite_schema"_s);
        if (!tables)
            return tables.error();
        if (tables->toInt() == 0)
            return Error{ErrorKind::Damaged, u"no tables"_s, {}};
    }
    if (Done done = run(*this, u"PRAGMA page_size = %1"_s.arg(kPageSize)); !done)
        return done;
    for (const Setting &setting : kSettings)
        if (Done done = run(*this, u"PRAGMA "_s + QLatin1String(setting.pragma)); !done)
            return done;
    for (const Setting &setting : kAsserted) {
        const auto value = valueOf(*this, u"PRAGMA "_s + QLatin1String(setting.pragma));
        if (!value)
            return value.error();
        if (value->toString() != QLatin1String(setting.wanted))
            return Error{ErrorKind::Storage, u"setting "_s + QLatin1String(setting.pragma), {}};
    }
    // With a wrong key open() succeeds; the first read tells.
    if (const auto probe = valueOf(*this, u"SELECT count(*) FROM sqlite_schema"_s); !probe)
        return probe.error();
    return {};
}

Result<QStringList> Database::problems() const
{
    QStringList lines;
    Query integrity(*this, u"PRAGMA integrity_check"_s);
    if (Done done = integrity.run(); !done)
        return done.error();
    while (integrity.next())
        if (integrity.text(0) != u"ok")
            lines.append(integrity.text(0));
    if (Done done = integrity.finished(); !done)
        return done.error();
    Query keys(*this, u"PRAGMA foreign_key_check"_s);
    if (Done done = keys.run(); !done)
        return done.error();
    while (keys.next())
        lines.append(u"row %1 of %2 refers to nothing in %3"_s.arg(keys.text(1), keys.text(0), keys.text(2)));
    return lines;
}

Result<QStringList> Database::deepProblems() const
{
    auto lines = problems();
    if (!lines)
        return lines;
    // A damaged index answers this command with an error instead of lines.
    if (const Done words = run(*this, u"INSERT INTO search_text (search_text) VALUES ('integrity-check')"_s); !words)
        lines->append(u"search index: "_s + words.error().detail);
    const auto astray = valueOf(*this,
        u"SELECT (SELECT count(*) FROM search_entry WHERE id NOT IN (SELECT rowid FROM search_text)) "
        "+ (SELECT count(*) FROM search_text WHERE rowid NOT IN (SELECT id FROM search_entry))"_s);
    if (!astray)
        return astray.error();
    if (astray->toLongLong() > 0)
        lines->append(u"search index: %1 entries astray"_s.arg(astray->toLongLong()));
    return lines;
}

Result<qint64> Database::unreadablePages() const
{
    sqlite3_file *file = nullptr;
    sqlite3_int64 size = 0;
    if (sqlite3_file_control(handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file || !file->pMethods
        || file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return Error{ErrorKind::Storage, u"file size"_s, {}};
    constexpr int kTries = 3; // a checkpoint may write the page at this moment
    std::array<char, kPageSize> page{};
    const auto isReadable = [&](sqlite3_int64 at) {
        for (int i = 0; i < kTries; ++i)
            if (file->pMethods->xRead(file, page.data(), kPageSize, at) == SQLITE_OK)
                return true;
        return false;
    };
    qint64 unreadable = 0;
    for (sqlite3_int64 at = 0; at + kPageSize <= size; at += kPageSize) {
        if (m_shouldStop && m_shouldStop())
            return Error{ErrorKind::Cancelled, {}, {}};
        unreadable += isReadable(at) ? 0 : 1;
    }
    return unreadable;
}

Result<PagesFound> Database::checkPages() const
{
    PageCheck check;
    check.shouldStop = m_shouldStop;
    const int code = sqlite3_file_control(handle(), "main", kCheckPagesControl, &check);
    if (code == SQLITE_NOTFOUND) // a plain file has none
        return PagesFound();
    if (code != SQLITE_OK)
        return Error{code == SQLITE_INTERRUPT ? ErrorKind::Cancelled : ErrorKind::Storage, u"sqlite %1"_s.arg(code), {}};
    // As this connection sees the file: with what waits in the journal, which may reach further than the file does yet.
    const auto pages = valueOf(*this, u"PRAGMA page_count"_s);
    if (!pages)
        return pages.error();
    PagesFound found;
    found.anchor = check.fit == PagesFit::Fit ? PagesFound::Anchor::Fits
        : check.fit == PagesFit::Differ       ? PagesFound::Anchor::Differs
        : check.fit == PagesFit::NoAnchor     ? PagesFound::Anchor::None
                                              : PagesFound::Anchor::WriteWasCut;
    // Whole pages that the anchor covers are known to be there.
    const qint64 last = found.anchor == PagesFound::Anchor::Fits ? std::max<qint64>(check.pages, pages->toLongLong()) : pages->toLongLong();
    found.behindEnd = std::max<qint64>(0, check.pages * kPageSize + check.strayBytes - last * kPageSize);
    return found;
}

Done Database::anchorPages() const
{
    const int code = sqlite3_file_control(handle(), "main", kAnchorPagesControl, nullptr);
    return code == SQLITE_OK || code == SQLITE_NOTFOUND ? Done() : Done(Error{ErrorKind::Storage, u"sqlite %1"_s.arg(code), {}});
}

Done Database::cutStrayBytes()
{
    sqlite3_file *file = nullptr;
    sqlite3_int64 size = 0;
    int code = sqlite3_file_control(handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (code == SQLITE_OK)
        code = file->pMethods->xFileSize(file, &size);
    if (code == SQLITE_OK && size % kPageSize != 0)
        code = file->pMethods->xTruncate(file, size - size % kPageSize);
    return code == SQLITE_OK ? Done() : Done(Error{ErrorKind::Storage, u"sqlite %1"_s.arg(code), {}});
}

void Database::stopWhen(std::function<bool()> shouldStop)
{
    constexpr int kStepsBetween = 20'000; // some milliseconds
    m_shouldStop = std::move(shouldStop);
    sqlite3_progress_handler(
        handle(), kStepsBetween, [](void *self) { return static_cast<Database *>(self)->m_shouldStop() ? 1 : 0; }, this);
}

Done Database::makeSelfContained()
{
    const auto mode = valueOf(*this, u"PRAGMA journal_mode = DELETE"_s);
    if (!mode)
        return mode.error();
    return mode->toString() == u"delete" ? Done() : Done(Error{ErrorKind::InUse, u"journal mode"_s, {}});
}

void Database::noteEntry(qint64 sequence, const QByteArray &mac, bool isSave)
{
    if (m_committed)
        m_lastEntry = LastEntry{sequence, mac, isSave || (m_lastEntry && m_lastEntry->isSave)};
}

Transaction::~Transaction()
{
    if (m_open)
        Q_UNUSED(run(m_database, u"ROLLBACK"_s));
}

Done Transaction::begin()
{
    m_refusedBefore = refusedSqliteAllocations();
    m_database.m_lastEntry.reset();
    Done done = run(m_database, u"BEGIN IMMEDIATE"_s);
    m_open = bool(done);
    // What the search index held in memory may be half of something since: it is built anew from the words it keeps.
    if (done && m_refusedBefore != m_database.m_indexSoundAt)
        done = rebuildSearch();
    return done;
}

Done Transaction::rebuildSearch()
{
    const auto there = valueOf(m_database, u"SELECT count(*) FROM sqlite_schema WHERE name = 'search_text'"_s);
    if (!there)
        return there.error();
    return there->toInt() == 0 ? Done() : run(m_database, u"INSERT INTO search_text (search_text) VALUES ('rebuild')"_s);
}

Done Transaction::commit()
{
    // A savepoint has the search index write its part now, not within COMMIT, where being refused memory goes unheard.
    for (const QString &statement : {u"SAVEPOINT written"_s, u"RELEASE written"_s})
        if (Done done = run(m_database, statement); !done)
            return done;
    if (refusedSqliteAllocations() != m_refusedBefore)
        return Error{ErrorKind::Storage, u"memory"_s, {}};
    if (Done stands = m_database.checkStands(); !stands)
        return stands;
    Done done = run(m_database, u"COMMIT"_s);
    if (done) {
        m_open = false;
        m_database.m_indexSoundAt = m_refusedBefore;
        if (const auto last = std::exchange(m_database.m_lastEntry, {}); last && m_database.m_committed)
            m_database.m_committed(last->sequence, last->mac, last->isSave);
    }
    return done;
}

} // namespace keywork
