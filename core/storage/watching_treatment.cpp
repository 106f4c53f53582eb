// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/watching_treatment.h"

#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/domain/leaving_plan.h"
#include "core/domain/stay_letters.h"
#include "core/domain/treatment.h"
#include "core/domain/treatment_panel.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kTreatedHere
    = QStringLiteral("withdrawn_at IS NULL AND person_id IN (SELECT s.person_id FROM stay s WHERE s.withdrawn_at IS NULL "
                     "AND s.arrived_on IS NOT NULL AND s.left_on IS NULL)");

QString isoDay(QDate day) { return day.toString(Qt::ISODate); }

/// The condition with the two days, first and last.
QString leavesBetween(const RecordType &type)
{
    if (&type == &recordType<HospitalStay>())
        return u"discharged_on BETWEEN ? AND ?"_s;
    if (&type == &recordType<CustodySpell>())
        return u"until_on BETWEEN ? AND ?"_s;
    if (&type == &recordType<TreatmentEpisode>() || &type == &recordType<TreatmentPart>())
        return u"coalesce(ended_on, expected_end_on) BETWEEN ? AND ?"_s;
    if (&type == &recordType<StayNotice>())
        return u"given_on IS NOT NULL AND ends_on BETWEEN ? AND ?"_s;
    // Said before they went in for longer than the window: still the answer.
    return u"on_day >= date(?, '-2 years') AND on_day <= ?"_s;
}

} // namespace

Result<QList<KeptRow>> episodesToReview(Database &database, QDate today)
{
    return Table(database, recordType<TreatmentEpisode>())
        .listWhere(kTreatedHere
                + u" AND ended_on IS NULL AND (review_on <= ? OR EXISTS (SELECT 1 FROM treatment_review r WHERE r.withdrawn_at IS NULL "
                  "AND r.episode_id = treatment_episode.id)) ORDER BY id"_s,
            {isoDay(today)});
}

Result<QList<KeptRow>> reviewsOfOpenEpisodes(Database &database)
{
    return Table(database, recordType<TreatmentReview>())
        .listWhere(kTreatedHere
                + u" AND episode_id IN (SELECT e.id FROM treatment_episode e WHERE e.withdrawn_at IS NULL AND e.ended_on IS NULL) "
                  "ORDER BY id"_s,
            {});
}

Result<QList<KeptRow>> firstAppointmentsAhead(Database &database, QDate from, QDate until)
{
    return Table(database, recordType<TreatmentEpisode>())
        .listWhere(kTreatedHere + u" AND started_on IS NULL AND ended_on IS NULL AND first_on BETWEEN ? AND ? ORDER BY first_on, id"_s,
            {isoDay(from), isoDay(until)});
}

Result<QList<KeptRow>> panelsWaiting(Database &database, QDate from, QDate until)
{
    return Table(database, recordType<TreatmentPanel>())
        .listWhere(kTreatedHere + u" AND decision = 'waiting' AND panel_on BETWEEN ? AND ? ORDER BY panel_on, id"_s,
            {isoDay(from), isoDay(until)});
}

Result<QList<KeptRow>> leavingsOf(Database &database, const RecordType &type, QDate from, QDate until)
{
    return Table(database, type)
        .listWhere(kTreatedHere + u" AND "_s + leavesBetween(type) + u" ORDER BY id"_s, {isoDay(from), isoDay(until)});
}

} // namespace keywork
