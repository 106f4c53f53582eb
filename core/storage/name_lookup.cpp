// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/name_lookup.h"

#include "core/record/sql.h"
#include "core/storage/query.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace keywork {

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
