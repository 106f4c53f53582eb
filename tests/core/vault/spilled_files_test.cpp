// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/database.h"
#include "core/storage/query.h"
#include "core/vault/vault_file.h"
#include "tests/support/test_hostel.h"

#include <QFile>
#include <QTemporaryDir>
#include <sqlite3.h>
#include <unistd.h>

namespace keywork::test::spilled_files_test {

using namespace Qt::StringLiterals;

namespace {

const QString kWord = QStringLiteral("CANARYzebraMETHADONE");

/// SQLite's passing files that this process has open; their names are gone as soon as they are made.
struct Spilled {
    int files = 0;
    qint64 bytes = 0;
    bool holdsPlainText = false;
};
Spilled spilledNow()
{
    Spilled found;
    for (int descriptor = 0; descriptor < 1024; ++descriptor) {
        const QByteArray link = "/proc/self/fd/" + QByteArray::number(descriptor);
        QByteArray target(4096, '\0');
        const auto size = ::readlink(link.constData(), target.data(), size_t(target.size()));
        if (size <= 0 || !target.left(size).contains("etilqs_"))
            continue;
        QFile file(QString::fromLatin1(link));
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        ++found.files;
        found.bytes += bytes.size();
        found.holdsPlainText = found.holdsPlainText || bytes.contains(kWord.toUtf8());
    }
    return found;
}

/// In the middle of sorting more than SQLite keeps in memory.
Spilled whileSorting(Database &database)
{
    sqlite3_stmt *statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(database.handle(), "SELECT body FROM note ORDER BY body || id", -1, &statement, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
    const Spilled found = spilledNow();
    sqlite3_finalize(statement);
    return found;
}

} // namespace

TEST_CASE("What SQLite puts aside while it works stays in memory, and where it would not, it is ciphertext")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"v.keywork"_s);
    auto created = VaultFile::create(path, {u"Cairn Street"_s, kManager, 1, kPassword, HostelFile::makeRecoveryKey(), KdfCost::forTests()});
    const auto vault = std::move(need(created));
    auto opened = Database::open(path, Protection::Vault, vault->historyKey());
    Database &database = *need(opened);
    need(run(database, u"CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT) STRICT"_s));
    {
        Transaction transaction(database);
        need(transaction.begin());
        for (int i = 0; i < 4000; ++i)
            need(run(database, u"INSERT INTO note (body) VALUES (?)"_s, {kWord.repeated(75)}));
        need(transaction.commit());
    }
    CHECK(whileSorting(database).files == 0);
    // As a setting that was forgotten would have it: the test sees what a disk would.
    need(run(database, u"PRAGMA temp_store = FILE"_s));
    const Spilled spilled = whileSorting(database);
    CHECK(spilled.files > 0);
    CHECK(spilled.bytes > 1'000'000);
    CHECK_FALSE(spilled.holdsPlainText);
    // Half of a large transaction goes into the journal, which is ciphertext as well.
    {
        need(run(database, u"PRAGMA cache_size = 5"_s));
        Transaction transaction(database);
        need(transaction.begin());
        need(run(database, u"UPDATE note SET body = body || 'x'"_s));
        const Spilled half = spilledNow();
        CHECK_FALSE(half.holdsPlainText);
        QFile journal(path + u"-wal"_s);
        REQUIRE(journal.open(QIODevice::ReadOnly));
        const QByteArray bytes = journal.readAll();
        CHECK(bytes.size() > 1'000'000);
        CHECK_FALSE(bytes.contains(kWord.toUtf8()));
    }
}

} // namespace keywork::test::spilled_files_test
