// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/health.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching_health.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> hospitalDosesUnasked(const WatchFacts &facts)
{
    const auto items = facts.ofRecordsOn<HospitalStay>(hospitalStaysUnasked(facts.database(), facts.today()),
        [](const Kept<HospitalStay> &stay) { return stay.value.dischargedOn.value_or(QDate()); });
    return facts.withoutAskedAsLeaving(items);
}

} // namespace

/// Domain, "Risk": after a hospital stay it is asked. Whoever knows nothing about it says "not known".
extern const WatchRule hospitalDoseUnasked{
    .code = "hospital_dose_unasked",
    .category = Category::Health,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Back from hospital"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Out of hospital {day}. Was the substitute dose given there?"),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n residents back from hospital"),
    .opensTab = "health",
    .due = hospitalDosesUnasked,
};

} // namespace keywork
