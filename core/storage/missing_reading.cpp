// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/missing_reading.h"

#include "core/storage/database.h"
#include "core/storage/query.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace keywork {

Result<QList<OpenMissing>> openMissing(Database &database)
{
    QList<OpenMissing> found;
    Query query(database,
        u"SELECT i.id, COALESCE((SELECT e.person_id FROM missing_episode e WHERE e.incident_id = i.id AND e.withdrawn_at IS NULL ORDER BY "
        "e.id LIMIT 1), (SELECT p.person_id FROM incident_person p WHERE p.incident_id = i.id AND p.withdrawn_at IS NULL AND p.role = "
        "'affected' AND p.person_id > 0 ORDER BY p.id LIMIT 1), 0), COALESCE(i.last_seen_at, i.happened_at), i.happened_at, EXISTS (SELECT "
        "1 FROM missing_step s WHERE s.incident_id = i.id AND s.withdrawn_at IS NULL AND s.act = 'police') OR EXISTS (SELECT 1 FROM "
        "service_called c WHERE c.incident_id = i.id AND c.withdrawn_at IS NULL AND c.service LIKE 'police%') FROM incident i WHERE i.kind "
        "= 'missing' AND i.back_at IS NULL AND i.withdrawn_at IS NULL ORDER BY i.happened_at, i.id"_s);
    if (Done done = query.run(); !done)
        return done.error();
    while (query.next())
        found.append(
            {query.number(0), query.number(1), fromStoredText(query.text(2)), fromStoredText(query.text(3)), query.number(4) != 0});
    if (Done done = query.finished(); !done)
        return done.error();
    return found;
}

Result<std::optional<OpenMissing>> openMissingOf(Database &database, qint64 person)
{
    const auto all = openMissing(database);
    if (!all)
        return all.error();
    std::optional<OpenMissing> latest;
    for (const OpenMissing &one : *all)
        if (one.person == person && person > 0)
            latest = one;
    return latest;
}

Result<QHash<qint64, QList<QDateTime>>> lookedForSince(Database &database, const QHash<qint64, QDateTime> &sinceByPerson)
{
    QJsonObject since;
    for (auto one = sinceByPerson.cbegin(); one != sinceByPerson.cend(); ++one)
        since.insert(QString::number(one.key()), toStoredText(one.value()));
    Query query(database,
        u"WITH looked (person, since) AS (SELECT CAST(key AS INTEGER), value FROM json_each(?)) SELECT person, at FROM (SELECT l.person AS "
        "person, s.happened_at AS at FROM looked l JOIN missing_step s ON s.person_id = l.person WHERE s.happened_at > l.since AND "
        "s.withdrawn_at IS NULL AND s.answer IN ('no_reply', 'not_there') AND s.act IN ('knocked', 'rang', 'entered') UNION ALL SELECT "
        "l.person, c.done_at FROM looked l JOIN timed_check c ON c.person_id = l.person WHERE c.done_at > l.since AND c.withdrawn_at IS "
        "NULL AND c.result = 'not_found') ORDER BY person, at"_s);
    if (Done done = query.bind(QString::fromUtf8(QJsonDocument(since).toJson(QJsonDocument::Compact))).run(); !done)
        return done.error();
    QHash<qint64, QList<QDateTime>> found;
    while (query.next())
        found[query.number(0)].append(fromStoredText(query.text(1)));
    if (Done done = query.finished(); !done)
        return done.error();
    return found;
}

} // namespace keywork
