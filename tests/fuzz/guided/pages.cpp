// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of the file that were changed by somebody who has the key: what reads them gives errors or rows, nothing else.
#include "core/domain/kinds.h"
#include "core/storage/drafts.h"
#include "core/storage/history.h"
#include "core/storage/migrator.h"
#include "core/storage/query.h"
#include "core/storage/rescue.h"
#include "core/storage/search.h"
#include "core/storage/table.h"
#include "tests/fuzz/guided/guided.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <memory>

using namespace keywork;
using namespace keywork::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kChange = 4; ///< three bytes say where, one says what stands there now

std::unique_ptr<Database> openAt(const QString &path)
{
    auto database = Database::open(path, Protection::PlainForTests, SecretKey::random());
    return database ? std::move(*database) : nullptr;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    hold(file.open(QIODevice::ReadOnly), "no file to read");
    return file.readAll();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    hold(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "no room to try in");
}

/// A small file with a row of every kind that takes an empty one, history and words.
struct Original {
    QTemporaryDir folder;
    QString path = folder.filePath(u"pages"_s);
    QByteArray empty; ///< the schema alone, to rescue into
    QByteArray bytes;

    Original()
    {
        {
            const auto database = openAt(path);
            hold(database && migrate(*database) && database->makeSelfContained(), "no file to change");
            empty = contentOf(path);
            hold(bool(run(*database, u"PRAGMA foreign_keys = OFF"_s)), "no file without references");
            const QDateTime at(QDate(2026, 9, 14), QTime(8, 0), Qt::UTC);
            for (const RecordType *type : allKinds())
                (void)Table(*database, *type).insert(emptyRow(*type), at, 1);
            for (int i = 0; i < 20; ++i)
                hold(bool(addHistory(*database, {.at = at, .by = 1, .kind = u"person"_s, .record = 1, .person = 1})), "no history");
            hold(bool(writeSearchText(*database, {u"person"_s, 1, 1, Category::Identity, {}}, u"ben barker"_s)), "no words");
            hold(bool(database->makeSelfContained()), "a journal is left");
        }
        bytes = contentOf(path);
    }
};

void readAll(Database &database)
{
    (void)database.deepProblems();
    for (const RecordType *type : allKinds()) {
        const auto rows = Table(database, *type).list({.withWithdrawn = true});
        (void)Table(database, *type).find(1);
    }
    (void)readHistory(database, {.person = 1});
    (void)verifyHistory(database, {});
    (void)searchFor(database, u"ben b"_s, {});
    (void)draftFor(database, 1, {u"person"_s, 1, 1});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static int count = 1;
    static char name[] = "pages";
    static char *arguments[] = {name, nullptr};
    static const QCoreApplication application(count, arguments);
    static const Original original;
    QByteArray changed = original.bytes;
    for (qsizetype at = 0; at + kChange <= qsizetype(size); at += kChange) {
        const qsizetype place = (qsizetype(data[at]) << 16 | qsizetype(data[at + 1]) << 8 | data[at + 2]) % changed.size();
        changed[place] = char(data[at + 3]);
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"changed"_s);
    write(path, changed);
    const auto database = openAt(path);
    if (!database || !migrate(*database))
        return 0;
    readAll(*database);
    write(folder.filePath(u"rescued"_s), original.empty);
    const auto fresh = openAt(folder.filePath(u"rescued"_s));
    hold(bool(fresh), "no file to rescue into");
    (void)rescueInto(*database, *fresh);
    return 0;
}
