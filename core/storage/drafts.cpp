// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/drafts.h"

#include "core/base/clock.h"
#include "core/storage/query.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
Draft readDraft(const Query &query)
{
    return {query.text(0), QJsonDocument::fromJson(query.text(1).toUtf8()).object(), fromStoredText(query.text(2))};
}
} // namespace

Done keepDraft(Database &database, qint64 staff, const Draft &draft)
{
    return run(database,
        u"INSERT INTO draft (staff, place, content, updated_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (staff, place) DO UPDATE SET content = excluded.content, updated_at = excluded.updated_at"_s,
        {staff, draft.place, QString::fromUtf8(QJsonDocument(draft.content).toJson(QJsonDocument::Compact)),
            toStoredText(draft.updatedAt)});
}

Done discardDraft(Database &database, qint64 staff, const QString &place)
{
    return run(database, u"DELETE FROM draft WHERE staff = ? AND place = ?"_s, {staff, place});
}

Result<std::optional<Draft>> draftFor(Database &database, qint64 staff, const QString &place)
{
    Query query(database, u"SELECT place, content, updated_at FROM draft WHERE staff = ? AND place = ?"_s);
    if (Done done = query.bind(staff).bind(place).run(); !done)
        return done.error();
    if (query.next())
        return std::optional(readDraft(query));
    if (Done done = query.finished(); !done)
        return done.error();
    return std::optional<Draft>();
}

Result<QList<Draft>> draftsOf(Database &database, qint64 staff)
{
    Query query(database, u"SELECT place, content, updated_at FROM draft WHERE staff = ? ORDER BY updated_at DESC"_s);
    if (Done done = query.bind(staff).run(); !done)
        return done.error();
    QList<Draft> drafts;
    while (query.next())
        drafts.append(readDraft(query));
    if (Done done = query.finished(); !done)
        return done.error();
    return drafts;
}

} // namespace keywork
