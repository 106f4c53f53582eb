// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/history_lines.h"

#include "core/domain/staff.h"
#include "core/storage/history.h"
#include "core/storage/query.h"
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

Result<QHash<qint64, QString>> numbersOf(const Database &database, const QList<HistoryEntry> &entries)
{
    QSet<qint64> people;
    for (const HistoryEntry &entry : entries)
        people.insert(entry.person);
    QStringList ids;
    for (const qint64 person : std::as_const(people))
        ids.append(QString::number(person));
    Query query(database, u"SELECT id, number FROM person WHERE id IN ("_s + ids.join(u',') + u')');
    if (Done done = query.run(); !done)
        return done.error();
    QHash<qint64, QString> numbers;
    while (query.next())
        numbers.insert(query.number(0), query.text(1));
    if (Done done = query.finished(); !done)
        return done.error();
    return numbers;
}

} // namespace

Result<QList<HistoryLine>> historyLines(Database &database, const QList<HistoryEntry> &entries)
{
    const auto names = namesOfStaff(database);
    if (!names)
        return names.error();
    const auto numbers = numbersOf(database, entries);
    if (!numbers)
        return numbers.error();
    QList<HistoryLine> lines;
    for (const HistoryEntry &entry : entries)
        lines.append({entry.at, names->value(entry.by), QString::fromLatin1(codeOf(entry.action)), entry.kind, entry.record, entry.changes,
            entry.sequence, entry.person, numbers->value(entry.person), entry.kind == u"staff" ? names->value(entry.record) : QString()});
    return lines;
}

} // namespace keywork
