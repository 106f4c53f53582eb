// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/name_lookup.h"

#include "core/record/sql.h"
#include "core/storage/query.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace keywork {

Result<QList<KnownName>> knownNames(const Database &database)
{
    Query query(database,
        u"SELECT id, given_name || ' ' || preferred_name || ' ' || family_name, born_on, 0 AS alias FROM person WHERE withdrawn_at IS NULL "
        "UNION ALL SELECT p.id, n.name, p.born_on, 1 FROM person_name n JOIN person p ON p.id = n.person_id "
        "WHERE n.withdrawn_at IS NULL AND p.withdrawn_at IS NULL ORDER BY alias"_s);
    if (Done done = query.run(); !done)
        return done.error();
    QList<KnownName> names;
    while (query.next())
        names.append({query.number(0), query.text(1), query.text(2), query.number(3) != 0});
    if (Done done = query.finished(); !done)
        return done.error();
    return names;
}

namespace {

/// `what` is an expression over the columns of person.
Result<QHash<qint64, QString>> textsOf(const Database &database, const QString &what, const QList<qint64> &people)
{
    Query query(database, u"SELECT id, %1 FROM person WHERE id IN (SELECT value FROM json_each(?))"_s.arg(what));
    const QByteArray ids = QJsonDocument(QJsonArray::fromVariantList(idList(people))).toJson();
    if (Done done = query.bind(QString::fromUtf8(ids)).run(); !done)
        return done.error();
    QHash<qint64, QString> texts;
    while (query.next())
        texts.insert(query.number(0), query.text(1));
    if (Done done = query.finished(); !done)
        return done.error();
    return texts;
}

} // namespace

Result<QHash<qint64, QString>> displayNamesOf(const Database &database, const QList<qint64> &people)
{
    return textsOf(
        database, u"trim(CASE WHEN preferred_name <> '' THEN preferred_name ELSE given_name END || ' ' || family_name)"_s, people);
}

Result<QHash<qint64, QString>> numbersOf(const Database &database, const QList<qint64> &people)
{
    return textsOf(database, u"number"_s, people);
}

} // namespace keywork
