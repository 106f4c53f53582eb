// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/history_lines.h"

#include "core/domain/kinds.h"
#include "core/domain/staff.h"
#include "core/storage/history.h"
#include "core/storage/name_lookup.h"
#include "core/storage/table.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Result<QHash<qint64, QString>> namesOfStaff(Database &database)
{
    const auto staff = Table(database, recordType<Staff>()).list({.withWithdrawn = true});
    if (!staff)
        return staff.error();
    QHash<qint64, QString> names;
    for (const KeptRow &member : *staff)
        names.insert(member.id, member.row.text(u"name"_s));
    return names;
}

QList<qint64> peopleIn(const QList<HistoryEntry> &entries)
{
    QSet<qint64> people;
    for (const HistoryEntry &entry : entries)
        people.insert(entry.person);
    return people.values();
}

/// What the records say by the field, or by the record that the field refers to.
Result<QHash<qint64, QString>> withinById(Database &database, const RecordType &type, const QList<qint64> &ids)
{
    const Field *field = type.fieldNamed(QString::fromLatin1(type.within));
    const auto rows = Table(database, type)
                          .list({.filters = {{u"id"_s, Filter::Comparison::In, idList(ids)}}, .orderBy = u"id"_s, .withWithdrawn = true});
    if (!rows)
        return rows.error();
    QHash<qint64, QString> said;
    QList<qint64> referred;
    for (const KeptRow &row : *rows) {
        said.insert(row.id, row.row.text(QString::fromLatin1(field->column)));
        referred.append(row.row.value(QString::fromLatin1(field->column)).toLongLong());
    }
    const RecordType *other = field->refers ? kindOf(QString::fromLatin1(field->refers)) : nullptr;
    if (!other || !other->within)
        return said;
    const auto theirs = withinById(database, *other, referred);
    if (!theirs)
        return theirs.error();
    for (QString &one : said)
        one = theirs->value(one.toLongLong());
    return said;
}

/// What can't be read, or is gone, is not named; the line stands all the same.
void nameWithin(Database &database, QList<HistoryLine> &lines)
{
    QHash<QString, QList<qint64>> records;
    for (const HistoryLine &line : lines)
        if (const RecordType *type = kindOf(line.kind); type && type->within && line.record > 0)
            records[line.kind].append(line.record);
    for (auto of = records.cbegin(); of != records.cend(); ++of) {
        const auto said = withinById(database, *kindOf(of.key()), of.value());
        for (HistoryLine &line : lines)
            if (said && line.kind == of.key())
                line.within = said->value(line.record);
    }
}

} // namespace

Result<QList<HistoryLine>> historyLines(Database &database, const QList<HistoryEntry> &entries)
{
    const auto names = namesOfStaff(database);
    if (!names)
        return names.error();
    const auto numbers = numbersOf(database, peopleIn(entries));
    if (!numbers)
        return numbers.error();
    QList<HistoryLine> lines;
    for (const HistoryEntry &entry : entries)
        lines.append({entry.at, names->value(entry.by), QString::fromLatin1(codeOf(entry.action)), entry.kind, entry.record, entry.changes,
            entry.sequence, entry.person, numbers->value(entry.person), entry.kind == u"staff" ? names->value(entry.record) : QString()});
    nameWithin(database, lines);
    return lines;
}

} // namespace keywork
