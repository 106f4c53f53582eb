// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/naloxone_and_supplies.h"

#include "core/domain/naloxone_watch.h"
#include "core/domain/supplies.h"
#include "core/domain/take_home_naloxone.h"
#include "core/storage/query.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
QString storedDay(QDate day) { return day.toString(Qt::ISODate); }
} // namespace

Result<QList<KeptRow>> naloxonePlacesInUse(Database &database)
{
    return Table(database, recordType<NaloxonePlace>())
        .listWhere(u"withdrawn_at IS NULL AND out_of_use = 0 ORDER BY name COLLATE NOCASE, id"_s, {});
}

Result<QList<KeptRow>> naloxoneKitsHere(Database &database)
{
    return Table(database, recordType<NaloxoneKit>())
        .listWhere(u"withdrawn_at IS NULL AND state IN ('ready', 'partial') ORDER BY id"_s, {});
}

Result<QList<KeptRow>> naloxoneRecalls(Database &database, bool onlyOpen)
{
    return Table(database, recordType<NaloxoneRecall>())
        .listWhere(u"withdrawn_at IS NULL AND (ended_on IS NULL OR NOT ?) ORDER BY on_day, id"_s, {onlyOpen ? 1 : 0});
}

Result<QList<KeptRow>> latestPlaceChecks(Database &database)
{
    return Table(database, recordType<NaloxoneCheck>())
        .listWhere(u"withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM naloxone_check l WHERE l.withdrawn_at IS NULL AND l.place_id = "
                   "naloxone_check.place_id AND (l.on_day > naloxone_check.on_day OR (l.on_day = naloxone_check.on_day AND l.id > "
                   "naloxone_check.id)))"_s,
            {});
}

Result<QList<KeptRow>> authoritiesFor(Database &database, const QString &what)
{
    return Table(database, recordType<SupplyAuthority>()).listWhere(u"withdrawn_at IS NULL AND what = ? ORDER BY from_on, id"_s, {what});
}

Result<QList<KeptRow>> takeHomeOnFile(Database &database, qint64 person)
{
    return Table(database, recordType<TakeHomeNaloxone>())
        .listWhere(u"withdrawn_at IS NULL AND (person_id = ? OR ? = 0) ORDER BY on_day, id"_s, {person, person});
}

Result<QList<KeptRow>> takeHomeRunningOut(Database &database, QDate today, QDate from, QDate until)
{
    // A month means its last day, so its text is cut to what a month is compared by.
    return Table(database, recordType<TakeHomeNaloxone>())
        .listWhere(u"withdrawn_at IS NULL AND state = 'has' AND expires_on IS NOT NULL AND substr(expires_on, 1, 7) BETWEEN ? AND ? AND "
                   "EXISTS (SELECT 1 FROM stay s WHERE s.withdrawn_at IS NULL AND s.person_id = take_home_naloxone.person_id AND "
                   "s.arrived_on <= ? AND (s.left_on IS NULL OR s.left_on > ?)) ORDER BY expires_on, id"_s,
            {from.toString(u"yyyy-MM"_s), until.toString(u"yyyy-MM"_s), storedDay(today), storedDay(today)});
}

Result<QList<KeptRow>> naloxoneTrainings(Database &database, QDate today)
{
    return Table(database, recordType<NaloxoneTraining>())
        .listWhere(u"withdrawn_at IS NULL AND EXISTS (SELECT 1 FROM staff s WHERE s.id = naloxone_training.staff_id AND s.withdrawn_at IS "
                   "NULL AND (s.left_on IS NULL OR s.left_on > ?)) ORDER BY on_day, id"_s,
            {storedDay(today)});
}

Result<QList<ShelfRow>> shelfMoves(Database &database)
{
    Query query(database,
        u"WITH counted AS (SELECT item_id, max(at) AS at FROM supply_stock WHERE withdrawn_at IS NULL AND act = 'counted' GROUP BY "
        u"item_id) "
        "SELECT s.item_id, s.act, s.quantity, s.at FROM supply_stock s LEFT JOIN counted c ON c.item_id = s.item_id "
        "WHERE s.withdrawn_at IS NULL AND (c.at IS NULL OR s.at >= c.at) "
        "UNION ALL SELECT l.item_id, 'given', sum(l.given), max(v.at) FROM supply_line l JOIN supply_visit v ON v.id = l.visit_id "
        "LEFT JOIN counted c ON c.item_id = l.item_id WHERE l.withdrawn_at IS NULL AND v.withdrawn_at IS NULL "
        "AND (c.at IS NULL OR v.at > c.at) GROUP BY l.item_id"_s);
    if (Done done = query.run(); !done)
        return done.error();
    QList<ShelfRow> rows;
    while (query.next())
        rows.append({query.number(0), query.text(1), query.number(2), fromStoredText(query.text(3))});
    if (Done done = query.finished(); !done)
        return done.error();
    return rows;
}

Result<QList<HandedOutRow>> handedOutSince(Database &database, const QDateTime &from, qint64 person)
{
    Query query(database,
        u"SELECT l.item_id, l.visit_id, v.at, l.given, l.returned, v.person_id IS NOT NULL FROM supply_line l JOIN supply_visit v ON "
        "v.id = l.visit_id WHERE l.withdrawn_at IS NULL AND v.withdrawn_at IS NULL AND v.at >= ? AND (? = 0 OR v.person_id = ?) ORDER BY "
        "v.at, l.id"_s);
    if (Done done = query.bind(QList<QVariant>{toStoredText(from), person, person}).run(); !done)
        return done.error();
    QList<HandedOutRow> rows;
    while (query.next())
        rows.append(
            {query.number(0), query.number(1), fromStoredText(query.text(2)), query.number(3), query.number(4), query.number(5) != 0});
    if (Done done = query.finished(); !done)
        return done.error();
    return rows;
}

} // namespace keywork
