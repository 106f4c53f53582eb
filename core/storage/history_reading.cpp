// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/history_reading.h"

#include "core/storage/merged_people.h"
#include "core/storage/query.h"

using namespace Qt::StringLiterals;

namespace keywork {

Result<QList<LookedInto>> whoLookedInto(const Database &database, qint64 person)
{
    Query query(database,
        u"SELECT s.name, sum(h.action IN ('viewed', 'history_read')), max(h.at), sum(h.action IN ('added', 'changed', 'withdrawn', "
        u"'undone')) FROM history h "
        "LEFT JOIN staff s ON s.id = h.by WHERE h.person IN %1 GROUP BY h.by ORDER BY 2 DESC, 3 DESC"_s.arg(recordsOfOnePerson()));
    if (Done done = query.bind(person).run(); !done)
        return done.error();
    QList<LookedInto> all;
    while (query.next())
        all.append({query.text(0), int(query.number(1)), fromStoredText(query.text(2)), int(query.number(3))});
    if (Done done = query.finished(); !done)
        return done.error();
    return all;
}

Result<HistoryHead> lastEntryBetween(const Database &database, const QDateTime &from, const QDateTime &until)
{
    Query query(database, u"SELECT sequence, mac FROM history WHERE at >= ? AND at < ? ORDER BY sequence DESC LIMIT 1"_s);
    if (Done done = query.bind(toStoredText(from)).bind(toStoredText(until)).run(); !done)
        return done.error();
    if (query.next())
        return HistoryHead{query.number(0), QByteArray::fromHex(query.text(1).toLatin1())};
    if (Done done = query.finished(); !done)
        return done.error();
    return HistoryHead();
}

Result<QDateTime> lastErasure(const Database &database)
{
    const auto at = valueOf(database, u"SELECT at FROM history WHERE action = 'erased' ORDER BY sequence DESC LIMIT 1"_s);
    return at ? Result<QDateTime>(at->isNull() ? QDateTime() : fromStoredText(at->toString())) : at.error();
}

Result<bool> markJoined(const Database &database, const QString &id, const QDateTime &at)
{
    Query mark(database, u"INSERT OR IGNORE INTO sealed_entry (id, joined_at) VALUES (?, ?)"_s);
    if (Done done = mark.bind(id).bind(toStoredText(at)).run(); !done)
        return done.error();
    return mark.rowsChanged() > 0;
}

} // namespace keywork
