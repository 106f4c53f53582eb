// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody types into the find box, against a real index.
#include "core/storage/search.h"
#include "core/storage/database.h"
#include "core/storage/migrator.h"
#include "tests/fuzz/guided/guided.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <memory>

using namespace keywork;
using namespace keywork::test;
using namespace Qt::StringLiterals;

namespace {

const QString kPlanted = u"ben barker methadone asthma"_s;

std::unique_ptr<Database> openIndex()
{
    static int count = 1;
    static char name[] = "search";
    static char *arguments[] = {name, nullptr};
    static const QCoreApplication application(count, arguments);
    static const QTemporaryDir folder;
    auto database = Database::open(folder.filePath(u"index"_s), Protection::PlainForTests, SecretKey::random());
    hold(database && migrate(**database), "no database to search in");
    for (const Category category : allOf<Category>())
        hold(bool(writeSearchText(**database, {QString::fromLatin1(codeOf(category)), 1, 1, category, {}}, kPlanted)), "no words to find");
    return std::move(*database);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const std::unique_ptr<Database> index = openIndex();
    if (size == 0)
        return 0;
    const Category denied = allOf<Category>()[data[0] % allOf<Category>().size()];
    const auto hits = searchFor(*index, QString::fromUtf8(asArray(data + 1, size - 1)), {denied}, 30);
    hold(bool(hits), "an error for something typed");
    for (const SearchHit &hit : *hits)
        hold(hit.category != denied, "found in a category that may not be read");
    return 0;
}
