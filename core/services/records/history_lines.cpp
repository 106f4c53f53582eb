// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/history_lines.h"

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
    return lines;
}

} // namespace keywork
