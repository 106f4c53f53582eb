// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/watching_health.h"

#include "core/domain/health.h"
#include "core/domain/health_checks.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kDoseAskedDays = 28; // as long as a lost tolerance counts (house rule); an older stay is their story

const QString kOfThoseLivingHere
    = QStringLiteral("withdrawn_at IS NULL AND person_id IN (SELECT s.person_id FROM stay s WHERE s.withdrawn_at IS NULL "
                     "AND s.arrived_on IS NOT NULL AND s.left_on IS NULL)");

} // namespace

Result<QList<KeptRow>> latestHealthChecks(Database &database)
{
    return Table(database, recordType<HealthCheck>())
        .listWhere(kOfThoseLivingHere
                + u" AND (kind = 'other' OR NOT EXISTS (SELECT 1 FROM health_check later WHERE later.withdrawn_at IS NULL "
                  "AND later.person_id = health_check.person_id AND later.kind = health_check.kind AND "
                  "(later.offered_on > health_check.offered_on OR (later.offered_on = health_check.offered_on "
                  "AND later.id > health_check.id)))) ORDER BY id"_s,
            {});
}

Result<QList<KeptRow>> vaccinationDosesDue(Database &database, QDate today)
{
    return Table(database, recordType<VaccinationDose>())
        .listWhere(kOfThoseLivingHere
                + u" AND next_on <= ? AND NOT EXISTS (SELECT 1 FROM vaccination_dose later WHERE later.withdrawn_at IS NULL "
                  "AND later.person_id = vaccination_dose.person_id AND later.vaccine = vaccination_dose.vaccine AND "
                  "(later.given_on > vaccination_dose.given_on OR (later.given_on = vaccination_dose.given_on "
                  "AND later.id > vaccination_dose.id))) ORDER BY next_on, id"_s,
            {today.toString(Qt::ISODate)});
}

Result<QList<KeptRow>> hospitalStaysUnasked(Database &database, QDate today)
{
    return Table(database, recordType<HospitalStay>())
        .listWhere(
            kOfThoseLivingHere + u" AND discharged_on BETWEEN ? AND ? AND coalesce(dose_given, '') = '' ORDER BY discharged_on, id"_s,
            {today.addDays(1 - kDoseAskedDays).toString(Qt::ISODate), today.toString(Qt::ISODate)});
}

} // namespace keywork
