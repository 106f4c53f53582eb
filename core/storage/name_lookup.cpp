// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/name_lookup.h"

#include "core/record/sql.h"
#include "core/storage/query.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace keywork {

Result<QString> displayNameOf(const Database &database, qint64 person)
{
    const auto name = valueOf(database,
        u"SELECT trim(CASE WHEN preferred_name <> '' THEN preferred_name ELSE given_name END || ' ' || family_name) FROM person WHERE id = ?"_s,
        {person});
    return name ? Result<QString>(name->toString()) : name.error();
}

Result<QHash<qint64, QString>> numbersOf(const Database &database, const QList<qint64> &people)
{
    Query query(database, u"SELECT id, number FROM person WHERE id IN (SELECT value FROM json_each(?))"_s);
    const QByteArray ids = QJsonDocument(QJsonArray::fromVariantList(idList(people))).toJson();
    if (Done done = query.bind(QString::fromUtf8(ids)).run(); !done)
        return done.error();
    QHash<qint64, QString> numbers;
    while (query.next())
        numbers.insert(query.number(0), query.text(1));
    if (Done done = query.finished(); !done)
        return done.error();
    return numbers;
}

} // namespace keywork
