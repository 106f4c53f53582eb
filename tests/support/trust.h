// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/house/accounts.h"
#include "core/services/keeping/audit.h"
#include "core/services/keeping/backups.h"
#include "core/services/keeping/restoring.h"
#include "core/services/records/records.h"
#include "core/storage/query.h"
#include "tests/support/services.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <sqlite3.h>

namespace keywork::test {

inline constexpr auto kGoOn = [] { return false; };

/// A backup into `folder`, written down as the window does it.
inline BackupMade backUp(TestHostel &hostel, BackupWish wish)
{
    auto job = hostel.services().backups.job(wish);
    auto made = need(job)(kGoOn);
    need(hostel.services().backups.finished(made));
    return need(made);
}

inline const QString kTheirs = QStringLiteral("correct-horse-staple");

inline Kept<Staff> makeMember(TestHostel &hostel, const QString &name, Role role)
{
    const auto member = need(hostel.services().records.add(Staff{.name = name, .role = role}));
    need(hostel.services().accounts.give(member, kTheirs));
    return need(hostel.services().records.one(member.id));
}

inline void signInWith(TestHostel &hostel, const QString &name, const QString &password)
{
    hostel.hostel.reset();
    auto opened = hostel.file->signIn(name, password);
    hostel.hostel = std::move(need(opened));
}

/// Closes the file, puts the next one in its place and signs in again.
inline void putInPlace(TestHostel &hostel, const NextFile &next)
{
    hostel.hostel.reset();
    need(hostel.file->putInPlace(next));
    auto opened = hostel.file->signIn(kManager, kPassword);
    hostel.hostel = std::move(need(opened));
}

inline AuditReport verified(TestHostel &hostel, const QList<Seal> &seals = {})
{
    auto job = hostel.services().audit.verification(seals);
    return need(need(job)(kGoOn));
}

inline void tamper(TestHostel &hostel, const QString &sql) { need(run(hostel.services().records.database(), sql)); }

/// A page as SQLite sees it, behind the cipher.
inline QByteArray plainPage(Database &database, int page)
{
    need(run(database, u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    sqlite3_file *file = nullptr;
    REQUIRE(sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK);
    QByteArray bytes(4096, '\0');
    REQUIRE(file->pMethods->xRead(file, bytes.data(), 4096, sqlite3_int64(page - 1) * 4096) == SQLITE_OK);
    return bytes;
}

} // namespace keywork::test
