// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/backups.h"
#include "core/storage/database.h"
#include "core/storage/migrator.h"
#include "core/vault/vault_file.h"
#include "tests/support/test_hostel.h"

#include <QDir>

namespace keywork::test::before_update_test {

using namespace Qt::StringLiterals;

namespace {

/// A file of the first version of the schema, closed.
void makeEarlierFile(const QString &path)
{
    auto made = VaultFile::create(path, {u"Cairn Street"_s, kManager, 1, kPassword, HostelFile::makeRecoveryKey(), KdfCost::forTests()});
    const auto vault = std::move(need(made));
    const auto database = Database::open(path, Protection::Vault, vault->historyKey());
    REQUIRE(bool(database));
    need(migrate(**database, migrations().mid(0, 1)));
}

} // namespace

TEST_CASE("Each copy before an update has a name of its own, also two within a minute, the first is not written over")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"cairn.keywork"_s);
    makeEarlierFile(path);
    const SetClock clock(kNow);
    const auto copies = [&] { return QDir(backupFolderBeside(path)).entryList({u"*before update*"_s}, QDir::Files, QDir::Name); };
    const auto bytesOf = [&](const QString &name) {
        QFile file(backupFolderBeside(path) + u'/' + name);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    QByteArray first;
    for (int times = 1; times <= 3; ++times) { // the program is ended each time between the copy and the update
        auto file = HostelFile::choose(path, clock);
        auto unlocked = need(file)->unlock(kManager, kPassword);
        REQUIRE(bool(unlocked));
        REQUIRE(copies().size() == times);
        if (times == 1)
            first = bytesOf(copies().first());
        CHECK(copies().contains(u"cairn 2026-09-14 0942 before update.keywork-backup"_s));
        CHECK(bytesOf(u"cairn 2026-09-14 0942 before update.keywork-backup"_s) == first);
    }
    for (const QString &name : copies()) { // each of them whole
        auto chosen = HostelFile::choose(backupFolderBeside(path) + u'/' + name, clock);
        CHECK(bool(need(chosen)->unlock(kManager, kPassword)));
    }
}

} // namespace keywork::test::before_update_test
