// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/database.h"
#include "core/storage/query.h"
#include "core/vault/vault_file.h"
#include "core/vault/vault_lock.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QSysInfo>
#include <QTemporaryDir>
#include <sqlite3.h>
#include <thread>

namespace keywork::test::vault_test {

using namespace Qt::StringLiterals;

namespace {

const QString kPassword = QStringLiteral("tulip-anvil-morning");
const QString kCanary = QStringLiteral("CANARYzebraMETHADONE");

struct TestVault {
    TestVault()
    {
        path = folder.filePath(u"v.keywork"_s);
        recoveryKey = makeRecoveryKey();
        auto created = VaultFile::create(path, {u"Cairn Street"_s, u"Priya Shah"_s, 1, kPassword, recoveryKey, KdfCost::forTests()});
        REQUIRE(bool(created));
        vault = std::move(*created);
    }
    std::unique_ptr<Database> open()
    {
        auto opened = Database::open(path, Protection::Vault, vault->historyKey());
        if (!opened)
            UNSCOPED_INFO("kind " << int(opened.error().kind) << ' ' << opened.error().detail.toStdString());
        REQUIRE(bool(opened));
        return std::move(*opened);
    }
    QByteArray bytes() const
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    void replace(const QByteArray &content, const QString &beside = {}) const
    {
        QFile file(path + beside);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(content) == content.size());
    }
    QTemporaryDir folder;
    QString path;
    QString recoveryKey;
    std::unique_ptr<VaultFile> vault;
};

void fill(Database &database, int rows)
{
    REQUIRE(bool(run(database, u"CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, body TEXT) STRICT"_s)));
    Transaction transaction(database);
    REQUIRE(bool(transaction.begin()));
    for (int i = 0; i < rows; ++i)
        REQUIRE(bool(run(database, u"INSERT INTO note (body) VALUES (?)"_s, {kCanary + QString::number(i)})));
    REQUIRE(bool(transaction.commit()));
}

int countNotes(Database &database)
{
    const auto count = valueOf(database, u"SELECT count(*) FROM note"_s);
    REQUIRE(bool(count));
    return count->toInt();
}

bool anyFileHolds(const QString &folder, const QByteArray &text)
{
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            return true;
    }
    return false;
}

} // namespace

TEST_CASE("A vault opens with the right password only, and names are found without case")
{
    TestVault test;
    test.vault.reset();
    CHECK(bool(VaultFile::unlock(test.path, u"  priya SHAH "_s, kPassword)));
    for (const auto &[name, password] :
        {std::pair{u"Priya Shah"_s, u"wrong"_s}, std::pair{u"Nobody"_s, kPassword}, std::pair{u""_s, u""_s}}) {
        const auto refused = VaultFile::unlock(test.path, name, password);
        REQUIRE_FALSE(bool(refused));
        CHECK(refused.error().kind == ErrorKind::WrongPassword);
    }
    CHECK(bool(VaultFile::unlockWithRecoveryKey(test.path, groupedRecoveryKey(test.recoveryKey).toLower())));
    CHECK_FALSE(bool(VaultFile::unlockWithRecoveryKey(test.path, makeRecoveryKey())));
}

TEST_CASE("What is saved is there after closing, and no word of it stands in any file, also in mid-transaction")
{
    TestVault test;
    {
        const auto database = test.open();
        fill(*database, 500);
        Transaction open(*database);
        REQUIRE(bool(open.begin()));
        for (int i = 0; i < 2000; ++i)
            REQUIRE(bool(run(*database, u"INSERT INTO note (body) VALUES (?)"_s, {kCanary.repeated(20)})));
        CHECK_FALSE(anyFileHolds(test.folder.path(), kCanary.toUtf8()));
        CHECK_FALSE(anyFileHolds(test.folder.path(), "CREATE TABLE"));
        CHECK_FALSE(anyFileHolds(test.folder.path(), "SQLite format"));
    }
    CHECK_FALSE(anyFileHolds(test.folder.path(), kCanary.toUtf8()));
    const auto database = test.open();
    CHECK(countNotes(*database) == 500);
    const auto problems = database->problems();
    REQUIRE(bool(problems));
    CHECK(problems->isEmpty());
}

TEST_CASE("The settings that keep a save safe are in force")
{
    TestVault test;
    const auto database = test.open();
    CHECK(valueOf(*database, u"PRAGMA journal_mode"_s)->toString() == u"wal"_s);
    CHECK(valueOf(*database, u"PRAGMA synchronous"_s)->toInt() == 2);
    CHECK(valueOf(*database, u"PRAGMA temp_store"_s)->toInt() == 2);
    CHECK(valueOf(*database, u"PRAGMA foreign_keys"_s)->toInt() == 1);
    int reserve = -1;
    sqlite3_file_control(database->handle(), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserve);
    CHECK(reserve == 32);
    CHECK_FALSE(QFile::exists(test.path + u"-shm"_s));
}

TEST_CASE("Every flipped bit in a page is noticed or harmless, none changes a row")
{
    TestVault test;
    {
        const auto database = test.open();
        fill(*database, 400);
    }
    const QByteArray good = test.bytes();
    QRandomGenerator random(7);
    int noticed = 0;
    for (int round = 0; round < 60; ++round) {
        QByteArray bad = good;
        const qsizetype at = kDataOffset + random.bounded(int(bad.size() - kDataOffset));
        bad[at] = char(bad[at] ^ (1 << random.bounded(8)));
        test.replace(bad);
        auto opened = Database::open(test.path, Protection::Vault, test.vault->historyKey());
        if (!opened) {
            CHECK(opened.error().kind == ErrorKind::Damaged);
            ++noticed;
            continue;
        }
        Query all(**opened, u"SELECT id, body FROM note ORDER BY id"_s);
        bool whole = bool(all.run());
        int rows = 0;
        while (whole && all.next())
            REQUIRE(all.text(1) == kCanary + QString::number(rows++));
        const auto check = (*opened)->problems();
        if (rows < 400 || !check || !check->isEmpty())
            ++noticed;
    }
    CHECK(noticed == 60);
}

TEST_CASE("A page moved to another place, or brought from another vault, does not open")
{
    TestVault test;
    {
        const auto database = test.open();
        fill(*database, 400);
    }
    QByteArray swapped = test.bytes();
    const qsizetype last = swapped.size() - 4096;
    const QByteArray page = swapped.mid(last, 4096);
    swapped.replace(last, 4096, swapped.mid(last - 4096, 4096));
    swapped.replace(last - 4096, 4096, page);
    test.replace(swapped);
    {
        auto opened = Database::open(test.path, Protection::Vault, test.vault->historyKey());
        const bool fine = opened && (*opened)->problems() && (*opened)->problems()->isEmpty();
        CHECK_FALSE(fine);
    }
    TestVault other;
    {
        const auto database = other.open();
        fill(*database, 400);
    }
    QByteArray foreign = test.bytes();
    foreign.replace(kDataOffset, 4096, other.bytes().mid(kDataOffset, 4096));
    test.replace(foreign);
    auto opened = Database::open(test.path, Protection::Vault, test.vault->historyKey());
    REQUIRE_FALSE(bool(opened));
    CHECK(opened.error().kind == ErrorKind::Damaged);
}

TEST_CASE("One damaged header copy is survived, two are said to be damaged")
{
    TestVault test;
    test.vault.reset();
    const QByteArray good = test.bytes();
    for (const qsizetype at : {qsizetype(100), qsizetype(40'000), qsizetype(2'000), qsizetype(64'000)}) {
        QByteArray bad = good;
        bad[at] = char(bad[at] ^ 0x40);
        test.replace(bad);
        INFO(at);
        CHECK(bool(VaultFile::unlock(test.path, u"Priya Shah"_s, kPassword)));
    }
    QByteArray bad = good;
    bad[100] = char(bad[100] ^ 1);
    bad[32768 + 100] = char(bad[32768 + 100] ^ 1);
    test.replace(bad);
    CHECK(VaultFile::peek(test.path).error().kind == ErrorKind::Damaged);
}

TEST_CASE("A header rewritten by someone without the data key is refused")
{
    TestVault test;
    QByteArray bytes = test.bytes();
    auto header = VaultFile::peek(test.path);
    REQUIRE(bool(header));
    header->hostelName = u"Another name"_s;
    const std::vector<uint8_t> forged = writeHeader(*header, SecretKey::random());
    for (const qsizetype at : {0, 32768})
        bytes.replace(at, 32768, QByteArray(reinterpret_cast<const char *>(forged.data()), 32768));
    test.replace(bytes);
    const auto refused = VaultFile::unlock(test.path, u"Priya Shah"_s, kPassword);
    REQUIRE_FALSE(bool(refused));
    CHECK(refused.error().kind == ErrorKind::Damaged);
}

TEST_CASE("Any bytes are safe to read as a header")
{
    QRandomGenerator random(11);
    const std::vector<uint8_t> good = [] {
        VaultHeader header;
        header.slots[0].use = KeySlot::Use::Staff;
        header.slots[0].memoryKiB = 0xffffffff;
        return writeHeader(header, SecretKey::random());
    }();
    for (int round = 0; round < 2000; ++round) {
        std::vector<uint8_t> bytes(size_t(random.bounded(70'000)));
        for (size_t i = 0; i < bytes.size(); i += 97)
            bytes[i] = uint8_t(random.bounded(256));
        if (bytes.size() > good.size() && round % 2)
            std::copy(good.begin(), good.begin() + random.bounded(int(good.size())), bytes.begin());
        (void)readHeader(bytes);
    }
    std::vector<uint8_t> both = good;
    both.insert(both.end(), good.begin(), good.end());
    const auto header = readHeader(both);
    REQUIRE(bool(header));
    const auto refused = openStaffSlot(*header, u"anyone"_s, u"anything"_s);
    CHECK_FALSE(bool(refused));
}

TEST_CASE("What is no vault, half a vault or a newer vault is said to be so")
{
    TestVault test;
    {
        const auto database = test.open();
        fill(*database, 2000);
    }
    const QByteArray good = test.bytes();
    test.replace("just a letter to the council");
    CHECK(VaultFile::peek(test.path).error().kind == ErrorKind::NotAVault);
    test.replace({});
    CHECK(VaultFile::peek(test.path).error().kind == ErrorKind::NotAVault);
    test.replace(good.left(20'000));
    CHECK(VaultFile::peek(test.path).error().kind == ErrorKind::Damaged);
    test.replace(good.left(kDataOffset + 2 * 4096));
    {
        auto opened = Database::open(test.path, Protection::Vault, test.vault->historyKey());
        const bool fine = opened && (*opened)->problems() && (*opened)->problems()->isEmpty();
        CHECK_FALSE(fine);
    }
    auto header = VaultHeader();
    header.format = VaultHeader::kFormat + 1;
    const std::vector<uint8_t> newer = writeHeader(header, SecretKey::random());
    test.replace(QByteArray(reinterpret_cast<const char *>(newer.data()), qsizetype(newer.size())));
    CHECK(VaultFile::peek(test.path).error().kind == ErrorKind::NewerVersion);
    CHECK(VaultFile::peek(test.folder.filePath(u"nothing"_s)).error().kind == ErrorKind::NotFound);
}

TEST_CASE("Two connections in two threads work on one vault")
{
    TestVault test;
    const auto database = test.open();
    fill(*database, 10);
    int seen = 0;
    bool failed = false;
    std::thread reader([&] {
        auto second = Database::open(test.path, Protection::Vault, SecretKey());
        failed = !second;
        for (int i = 0; second && i < 200; ++i) {
            const auto count = valueOf(**second, u"SELECT count(*) FROM note"_s);
            failed = failed || !count || count->toInt() < seen;
            seen = count ? count->toInt() : seen;
        }
    });
    for (int i = 0; i < 100; ++i)
        fill(*database, 5);
    reader.join();
    CHECK_FALSE(failed);
    CHECK(countNotes(*database) == 510);
}

TEST_CASE("A second program is told which computer has the file and since when")
{
    TestVault test;
    auto lock = VaultLock::take(test.path);
    REQUIRE(bool(lock));
    const auto second = VaultLock::take(test.path);
    REQUIRE_FALSE(bool(second));
    CHECK(second.error().kind == ErrorKind::InUse);
    CHECK(second.error().detail.split(u'|').size() == 2);
    lock->reset();
    CHECK(bool(VaultLock::take(test.path)));
}

TEST_CASE("What a killed program leaves beside the file keeps nobody out")
{
    TestVault test;
    const auto left = GENERATE(QByteArray(), QByteArray("1\nkeywork\nreception\n"), QByteArray("\0\xff\n", 3));
    test.replace(left, u".lock"_s);
    test.replace({}, u".lock.rmlock"_s); // QLockFile of earlier versions: half a minute for everybody
    auto lock = VaultLock::take(test.path);
    REQUIRE(bool(lock));
    const auto second = VaultLock::take(test.path);
    REQUIRE_FALSE(bool(second));
    CHECK(second.error().detail.section(u'|', 0, 0) == QSysInfo::machineHostName());
    lock->reset();
    CHECK_FALSE(QFile::exists(test.path + u".lock"_s));
}

TEST_CASE("A new slot is in both header copies and opens the same data")
{
    TestVault test;
    {
        const auto database = test.open();
        fill(*database, 3);
        REQUIRE(bool(test.vault->placeSlot(
            database->handle(), *test.vault->slotMaker(u"Tomi Okoro"_s, 2, u"another long password"_s, KdfCost::forTests())(), {})));
        CHECK(countNotes(*database) == 3);
    }
    test.vault.reset();
    auto tomi = VaultFile::unlock(test.path, u"tomi okoro"_s, u"another long password"_s);
    REQUIRE(bool(tomi));
    CHECK((*tomi)->staff() == 2);
    CHECK((*tomi)->header().generation > 1);
    CHECK(test.bytes().left(32768) == test.bytes().mid(32768, 32768));
    test.vault = std::move(*tomi);
    CHECK(countNotes(*test.open()) == 3);
}

TEST_CASE("A plain database can't be opened as a vault by mistake")
{
    TestVault test;
    CHECK_FALSE(bool(Database::open(test.folder.filePath(u"unregistered.keywork"_s), Protection::Vault, SecretKey())));
    CHECK_FALSE(QFile::exists(test.folder.filePath(u"unregistered.keywork"_s)));
}

TEST_CASE("A header copy changed by someone without the key is refused, also when its sister is good")
{
    TestVault test;
    test.open();
    test.vault.reset();
    QByteArray changed = test.bytes();
    const QByteArray a = changed.left(qsizetype(VaultHeader::kSize));
    auto header = readHeader({reinterpret_cast<const uint8_t *>(a.constData()), size_t(a.size())});
    REQUIRE(bool(header));
    header->slots[5] = header->slots[0]; // as if a removed slot were put back
    const SecretKey guessed = SecretKey::random();
    const std::vector<uint8_t> forged = writeHeader(*header, guessed);
    changed.replace(qsizetype(0), qsizetype(forged.size()), reinterpret_cast<const char *>(forged.data()), qsizetype(forged.size()));
    test.replace(changed);
    const auto opened = VaultFile::unlock(test.path, u"Priya Shah"_s, kPassword);
    REQUIRE_FALSE(bool(opened));
    CHECK(opened.error().kind == ErrorKind::Damaged);
}

TEST_CASE("With the first header copy broken, the next change mends it before it touches the good one")
{
    TestVault test;
    auto database = test.open();
    fill(*database, 3);
    database.reset();
    QByteArray cut = test.bytes();
    cut.replace(100, 2000, QByteArray(2000, 'x'));
    test.replace(cut);
    test.vault.reset();
    auto unlocked = VaultFile::unlock(test.path, u"Priya Shah"_s, kPassword);
    REQUIRE(bool(unlocked));
    test.vault = std::move(*unlocked);
    database = test.open();
    const auto slot = test.vault->slotMaker(u"Tomi Okoro"_s, 2, kPassword, KdfCost::forTests())();
    REQUIRE(bool(slot));
    REQUIRE(bool(test.vault->placeSlot(database->handle(), *slot, {})));
    database.reset();
    const QByteArray mended = test.bytes();
    CHECK(mended.left(qsizetype(VaultHeader::kSize)) == mended.mid(qsizetype(VaultHeader::kSize), qsizetype(VaultHeader::kSize)));
    CHECK(bool(VaultFile::unlock(test.path, u"Tomi Okoro"_s, kPassword)));
}

TEST_CASE("A password asked again does not take the open file's keys away")
{
    TestVault test;
    auto database = test.open();
    fill(*database, 3);
    {
        const auto again = VaultFile::unlock(test.path, u"Priya Shah"_s, kPassword);
        REQUIRE(bool(again));
        CHECK(isOpenVault(QFileInfo(test.path).canonicalFilePath().toStdString()));
    }
    CHECK(isOpenVault(QFileInfo(test.path).canonicalFilePath().toStdString()));
    auto second = test.open();
    CHECK(countNotes(*second) == 3);
}

} // namespace keywork::test::vault_test
