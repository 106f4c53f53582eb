// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

#include "core/storage/database.h"
#include "core/storage/query.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Done runStep(Database &database, const Migration &step, qsizetype version)
{
    Transaction transaction(database);
    if (Done done = transaction.begin(); !done)
        return done;
    for (const QString &statement : step.statements)
        if (Done done = run(database, statement); !done)
            return done;
    if (Done done = run(database, u"PRAGMA application_id = %1"_s.arg(kApplicationId)); !done)
        return done;
    if (Done done = run(database, u"PRAGMA user_version = %1"_s.arg(version)); !done)
        return done;
    return transaction.commit();
}

} // namespace

Result<qsizetype> schemaVersion(const Database &database)
{
    const auto version = valueOf(database, u"PRAGMA user_version"_s);
    return version ? Result<qsizetype>(version->toLongLong()) : version.error();
}

Done migrate(Database &database, const QList<Migration> &steps)
{
    const auto version = valueOf(database, u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    const auto application = valueOf(database, u"PRAGMA application_id"_s);
    if (!application)
        return application.error();
    const auto tables = valueOf(database, u"SELECT count(*) FROM sqlite_schema"_s);
    if (!tables)
        return tables.error();
    if (tables->toLongLong() > 0 && application->toInt() != kApplicationId)
        return Error{ErrorKind::NotAVault, u"application id"_s, {}};
    const qsizetype present = version->toLongLong();
    if (present > steps.size())
        return Error{ErrorKind::NewerVersion, u"schema %1"_s.arg(present), {}};
    for (qsizetype next = present; next < steps.size(); ++next)
        if (Done done = runStep(database, steps.at(next), next + 1); !done)
            return done;
    return {};
}

} // namespace keywork
