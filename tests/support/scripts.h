// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/prescription.h"
#include "tests/support/services.h"

namespace keywork::test {

inline const QString kEveryDay = QStringLiteral("1_mon,2_tue,3_wed,4_thu,5_fri,6_sat,7_sun");
inline const QString kMondayToSaturday = QStringLiteral("1_mon,2_tue,3_wed,4_thu,5_fri,6_sat");

/// 35 mg of methadone, collected from Monday to Saturday.
inline Prescription aScript(Id<Person> person, QDate from, std::optional<QDate> until, const QString &pickups = kMondayToSaturday)
{
    Prescription script{.personId = person, .medicine = {QStringLiteral("methadone")}, .form = MedicineForm::Liquid};
    script.dose = script.amount = Decimal::fromWhole(35);
    script.strength = Decimal::fromWhole(1);
    script.fromOn = from;
    script.untilOn = until;
    script.pickupDays = pickups;
    script.prescriber = QStringLiteral("Dr Hale");
    script.prescriberTelephone = QStringLiteral("020 7946 0100");
    return script;
}

inline Collection aCollection(const Kept<Prescription> &script, QDate due, CollectionOutcome outcome)
{
    return {.personId = script.value.personId, .prescriptionId = script.id, .dueOn = due, .outcome = outcome};
}

} // namespace keywork::test
