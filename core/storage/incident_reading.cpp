// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/incident_reading.h"

#include "core/domain/incident_parts.h"
#include "core/domain/incident_review.h"
#include "core/storage/query.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

// Over the rows of incident.
const QString kNotReviewed = QStringLiteral("withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM incident_review r WHERE "
                                            "r.incident_id = incident.id AND r.withdrawn_at IS NULL AND r.finished_on IS NOT NULL)");
// Over the rows of its parts.
const QString kOfStanding
    = QStringLiteral("withdrawn_at IS NULL AND incident_id IN (SELECT i.id FROM incident i WHERE i.withdrawn_at IS NULL)");

template <class E> QString quotedCode(E value) { return u'\'' + QString::fromLatin1(codeOf(value)) + u'\''; }

} // namespace

Result<QList<KeptRow>> incidentsToReview(Database &database)
{
    return Table(database, recordType<Incident>()).listWhere(kNotReviewed + u" ORDER BY happened_at DESC, id DESC"_s, {});
}

Result<qint64> countToReview(Database &database)
{
    const auto count = valueOf(database, u"SELECT count(*) FROM incident WHERE "_s + kNotReviewed);
    return count ? Result<qint64>(count->toLongLong()) : count.error();
}

Result<QList<KeptRow>> incidentActionsOpen(Database &database, QDate before)
{
    const QString due = before.isValid() ? u" AND due_on < '%1'"_s.arg(before.toString(Qt::ISODate)) : QString();
    return Table(database, recordType<IncidentAction>())
        .listWhere(kOfStanding + u" AND done_on IS NULL"_s + due + u" ORDER BY due_on, id"_s, {});
}

Result<QList<KeptRow>> incidentQuestionsOf(Database &database, Id<Staff> member)
{
    return Table(database, recordType<IncidentQuestion>())
        .listWhere(kOfStanding + u" AND asked_of_id = ? AND trim(answer) = '' ORDER BY id"_s, {member.value});
}

Result<QList<KeptRow>> foundItemsOpen(Database &database, const QDateTime &by)
{
    return Table(database, recordType<FoundItem>())
        .listWhere(kOfStanding
                + u" AND second <> %1 AND (second = %2 OR ended IS NULL) AND found_at <= ? ORDER BY found_at, id"_s.arg(
                    quotedCode(BagSecond::NoBag), quotedCode(BagSecond::Nobody)),
            {toStoredText(by)});
}

Result<QList<KeptRow>> partsInIntended(Database &database, const QList<qint64> &people)
{
    QStringList ids;
    for (const qint64 person : people)
        ids.append(QString::number(person));
    return Table(database, recordType<IncidentPerson>())
        .listWhere(
            u"withdrawn_at IS NULL AND role = 'affected' AND incident_id IN (SELECT i.id FROM incident i WHERE i.withdrawn_at IS NULL "
            "AND i.intent = %1) AND person_id IN (SELECT value FROM json_each(?)) ORDER BY id"_s.arg(
                quotedCode(IncidentIntent::Intentional)),
            {u'[' + ids.join(u',') + u']'});
}

Result<QList<KeptRow>> deathsUntil(Database &database, const QDateTime &by)
{
    return Table(database, recordType<Incident>())
        .listWhere(u"withdrawn_at IS NULL AND kind = 'death' AND happened_at <= ? ORDER BY happened_at, id"_s, {toStoredText(by)});
}

Result<QList<KeptRow>> deathStepsDone(Database &database, const QList<qint64> &incidents)
{
    QStringList ids;
    for (const qint64 incident : incidents)
        ids.append(QString::number(incident));
    return Table(database, recordType<DeathStep>())
        .listWhere(u"withdrawn_at IS NULL AND incident_id IN (SELECT value FROM json_each(?)) ORDER BY id"_s,
            {QString(u'[' + ids.join(u',') + u']')});
}

Result<QList<KeptRow>> debriefsWanted(Database &database)
{
    return Table(database, recordType<IncidentPerson>())
        .listWhere(kOfStanding + u" AND debrief = %1 ORDER BY id"_s.arg(quotedCode(Debrief::Wanted)), {});
}

Result<bool> isMonthUnreviewed(Database &database, QDate first, const QDateTime &from, const QDateTime &until)
{
    const auto found = valueOf(database,
        u"SELECT EXISTS (SELECT 1 FROM incident WHERE withdrawn_at IS NULL AND happened_at >= ? AND happened_at < ?) AND NOT EXISTS "
        "(SELECT 1 FROM incident_month WHERE withdrawn_at IS NULL AND month_on = ?)"_s,
        {toStoredText(from), toStoredText(until), first.toString(Qt::ISODate)});
    return found ? Result<bool>(found->toLongLong() != 0) : found.error();
}

} // namespace keywork
