// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/drafts.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/storage/query.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Draft readDraft(const Query &query)
{
    return {{query.text(0), query.number(1), query.number(2), query.text(3)}, QJsonDocument::fromJson(query.text(4).toUtf8()).object(),
        fromStoredText(query.text(5))};
}

const QString kRead = u"SELECT kind, record, person, part, content, updated_at FROM draft WHERE staff = ?"_s;
const QString kThere = u" AND kind = ? AND record = ? AND person = ? AND part = ?"_s;

/// Never NULL, which would be equal to nothing.
QString told(const QString &text) { return text.isNull() ? emptyText() : text; }

QList<QVariant> keyOf(qint64 staff, const DraftPlace &place)
{
    return {staff, told(place.kind), place.record, place.person, told(place.part)};
}

} // namespace

Done keepDraft(Database &database, qint64 staff, const Draft &draft)
{
    return run(database,
        u"INSERT INTO draft (staff, kind, record, person, part, content, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (staff, kind, record, person, part) DO UPDATE SET content = excluded.content, updated_at = excluded.updated_at"_s,
        keyOf(staff, draft.place)
            + QList<QVariant>{
                QString::fromUtf8(QJsonDocument(draft.content).toJson(QJsonDocument::Compact)), toStoredText(draft.updatedAt)});
}

Done discardDraft(Database &database, qint64 staff, const DraftPlace &place)
{
    return run(database, u"DELETE FROM draft WHERE staff = ?"_s + kThere, keyOf(staff, place));
}

Result<std::optional<Draft>> draftFor(Database &database, qint64 staff, const DraftPlace &place)
{
    Query query(database, kRead + kThere);
    if (Done done = query.bind(keyOf(staff, place)).run(); !done)
        return done.error();
    if (query.next())
        return std::optional(readDraft(query));
    if (Done done = query.finished(); !done)
        return done.error();
    return std::optional<Draft>();
}

Result<QList<Draft>> draftsOf(Database &database, qint64 staff)
{
    Query query(database, kRead + u" ORDER BY updated_at DESC"_s);
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
