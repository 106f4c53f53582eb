// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/moved_records.h"

#include "core/domain/kinds.h"
#include "core/domain/merged_person.h"
#include "core/domain/restriction.h"
#include "core/storage/merged_people.h"
#include "core/storage/table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kMadeNames = QStringLiteral("made_names");

bool goesAlong(const RecordType &type, const Field &field, bool accessStays)
{
    if (!field.refers || QLatin1String(field.refers) != "person"_L1)
        return false;
    if (&type == &recordType<MergedPerson>() && QLatin1String(field.column) == "merged_id"_L1)
        return false;
    return !(accessStays && &type == &recordType<NeedToKnow>());
}

} // namespace

Result<QList<MovedRecords>> recordsOf(Database &database, qint64 person, bool accessStays)
{
    QList<MovedRecords> all;
    for (const RecordType *type : allKinds())
        for (const Field &field : type->fields) {
            if (!goesAlong(*type, field, accessStays))
                continue;
            const QString column = QString::fromLatin1(field.column);
            const auto ids = idsReferringTo(database, *type, column, person);
            if (!ids)
                return ids.error();
            if (!ids->isEmpty())
                all.append({type, column, *ids});
        }
    return all;
}

QString movedJson(const QList<MovedRecords> &moved, const QList<qint64> &names, qint64 into)
{
    QJsonArray lines;
    for (const MovedRecords &one : moved) {
        QJsonArray ids;
        for (const qint64 id : one.ids)
            ids.append(id);
        lines.append(QJsonObject{{u"kind"_s, QString::fromLatin1(one.type->table)}, {u"column"_s, one.column}, {u"records"_s, ids}});
    }
    QJsonArray made;
    for (const qint64 id : names)
        made.append(id);
    lines.append(QJsonObject{{u"kind"_s, kMadeNames}, {u"records"_s, made}, {u"into"_s, into}});
    return QString::fromUtf8(QJsonDocument(lines).toJson(QJsonDocument::Compact));
}

namespace {

QList<qint64> idsOf(const QJsonObject &line)
{
    QList<qint64> ids;
    for (const QJsonValue &id : line.value(u"records"_s).toArray())
        ids.append(id.toInteger());
    return ids;
}

QList<QJsonObject> linesOf(const QString &json)
{
    QList<QJsonObject> lines;
    for (const QJsonValue &line : QJsonDocument::fromJson(json.toUtf8()).array())
        lines.append(line.toObject());
    return lines;
}

} // namespace

QList<MovedRecords> movedFrom(const QString &json)
{
    QList<MovedRecords> all;
    for (const QJsonObject &line : linesOf(json)) {
        const RecordType *type = kindOf(line.value(u"kind"_s).toString());
        const QString column = line.value(u"column"_s).toString();
        if (type && type->fieldNamed(column))
            all.append({type, column, idsOf(line)});
    }
    return all;
}

qint64 intoFrom(const QString &json)
{
    for (const QJsonObject &line : linesOf(json))
        if (line.value(u"kind"_s) == kMadeNames)
            return line.value(u"into"_s).toInteger();
    return 0;
}

namespace {

using IdsOfKind = QHash<QString, QSet<qint64>>;

/// Whether the row names one of these records in a field of its own.
bool hangsOn(const Row &row, const IdsOfKind &known)
{
    return std::any_of(row.type->fields.cbegin(), row.type->fields.cend(), [&](const Field &field) {
        const auto ids = field.refers ? known.constFind(QString::fromLatin1(field.refers)) : known.cend();
        return ids != known.cend() && ids->contains(row.value(QString::fromLatin1(field.column)).toLongLong());
    });
}

} // namespace

Result<QList<MovedRecords>> withWhatHangsOn(Database &database, const QList<MovedRecords> &moved, qint64 person, const QDateTime &since)
{
    QList<MovedRecords> all = moved;
    IdsOfKind known;
    for (const MovedRecords &one : moved)
        for (const qint64 id : one.ids)
            known[QString::fromLatin1(one.type->table)].insert(id);
    const auto now = recordsOf(database, person, true);
    if (!now)
        return now.error();
    for (bool added = true; added;) {
        added = false;
        for (const MovedRecords &kind : *now) {
            const QString table = QString::fromLatin1(kind.type->table);
            const auto rows = Table(database, *kind.type).some(kind.ids);
            if (!rows)
                return rows.error();
            for (const KeptRow &row : *rows) {
                if (row.createdAt < since || known.value(table).contains(row.id) || !hangsOn(row.row, known))
                    continue;
                known[table].insert(row.id);
                all.append({kind.type, kind.column, {row.id}});
                added = true;
            }
        }
    }
    return all;
}

QList<qint64> namesFrom(const QString &json)
{
    for (const QJsonObject &line : linesOf(json))
        if (line.value(u"kind"_s) == kMadeNames)
            return idsOf(line);
    return {};
}

} // namespace keywork
