// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/health_checks.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching_health.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> dosesDueOn(const WatchFacts &facts)
{
    return facts.ofRecords<VaccinationDose>(
        vaccinationDosesDue(facts.database(), facts.today()), [&facts](const Kept<VaccinationDose> &dose, WatchItem &item) {
            if (!dose.value.nextOn)
                return false;
            item.day = *dose.value.nextOn;
            item.places.insert(QStringLiteral("what"), facts.records().choices().label(QStringLiteral("vaccine"), dose.value.vaccine.code));
            return true;
        });
}

} // namespace

extern const WatchRule vaccinationDue{
    .code = "vaccination_due",
    .category = Category::Health,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Vaccination"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Next dose due {day}: {what}"),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n vaccinations due"),
    .opensTab = "health",
    .due = dosesDueOn,
};

} // namespace keywork
