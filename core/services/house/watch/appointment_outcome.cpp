// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/appointment_watch.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Result<QList<WatchItem>> appointmentOutcomeDue(const WatchFacts &facts)
{
    constexpr int kAskedForDays = 14; // house rule: later nobody remembers
    const Clock &clock = facts.clock();
    const auto rows = openAppointments(
        facts.database(), clock.startOf(facts.today().addDays(-kAskedForDays)), clock.startOf(facts.today().addDays(1)), false);
    // Of another day than today: as the file says now, at the end of that day.
    const QDateTime at = facts.today() == clock.today() ? clock.now() : clock.startOf(facts.today().addDays(1));
    return facts.ofRecords<Appointment>(rows, [&](const Kept<Appointment> &one, WatchItem &item) {
        item.day = clock.local(one.value.startsAt).date();
        item.places.insert(u"purpose"_s, one.value.purpose);
        const bool isMissing = outcomeMissing(one.value, at);
        if (!isMissing)
            facts.changeAt(one.value.startsAt.addSecs(kOutcomeWithinHours * 3600 + 1));
        return isMissing;
    });
}

} // namespace

extern const WatchRule appointmentOutcome{
    .code = "appointment_outcome",
    .category = Category::Treatment,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Appointment"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{purpose} on {day}: how did it go?"),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n appointments: how did they go?"),
    .opensTab = "appointments",
    .due = appointmentOutcomeDue,
};

} // namespace keywork
