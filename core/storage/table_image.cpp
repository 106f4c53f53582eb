// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/table_image.h"

#include "core/storage/database.h"

#include <memory>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kWriteFormat = 18; ///< and the read format behind it: SQLite's file format, "The database header"
constexpr char kWithoutLog = 1; ///< an image in memory has no write-ahead log

struct ClosesIt {
    void operator()(sqlite3 *connection) const { sqlite3_close(connection); }
};

} // namespace

Result<QByteArray> imageOf(const Database &database)
{
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> pages(
        sqlite3_serialize(database.handle(), "main", &size, 0), &sqlite3_free);
    if (!pages || size <= kWriteFormat + 1)
        return Error{ErrorKind::Storage, u"image"_s, {}};
    QByteArray image(reinterpret_cast<const char *>(pages.get()), qsizetype(size));
    image[kWriteFormat] = image[kWriteFormat + 1] = kWithoutLog;
    return image;
}

Done fillFrom(const Database &database, QByteArray image)
{
    sqlite3 *raw = nullptr;
    const int opened = sqlite3_open(":memory:", &raw);
    const std::unique_ptr<sqlite3, ClosesIt> memory(raw);
    const auto size = sqlite3_int64(image.size());
    if (opened != SQLITE_OK
        || sqlite3_deserialize(raw, "main", reinterpret_cast<unsigned char *>(image.data()), size, size, SQLITE_DESERIALIZE_READONLY)
            != SQLITE_OK)
        return Error{ErrorKind::Storage, u"image"_s, {}};
    sqlite3_backup *copying = sqlite3_backup_init(database.handle(), "main", raw, "main");
    const int stepped = copying ? sqlite3_backup_step(copying, -1) : SQLITE_ERROR;
    const int finished = sqlite3_backup_finish(copying);
    return stepped == SQLITE_DONE && finished == SQLITE_OK ? Done() : Done(Error{ErrorKind::Storage, u"image"_s, {}});
}

} // namespace keywork
