// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/appointment_watch.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> appointmentEscortMissingDue(const WatchFacts &facts)
{
    const Clock &clock = facts.clock();
    // Of today only what has not begun: then nobody can go along any more.
    const QDateTime from = facts.today() == clock.today() ? clock.now() : clock.startOf(facts.today());
    const auto rows = appointmentsToAccompany(facts.database(), from, clock.startOf(facts.today().addDays(kEscortMissingDays + 1)),
        accompaniedEachTime(), accompaniedFirstTime());
    return rows ? facts.ofAppointments(*rows) : Result<QList<WatchItem>>(rows.error());
}

} // namespace

extern const WatchRule appointmentEscortMissing{
    .code = "appointment_escort_missing",
    .category = Category::Treatment,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Going along"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{purpose}: {day}, {time}. Nobody goes along yet."),
    .opensTab = "appointments",
    .due = appointmentEscortMissingDue,
};

} // namespace keywork
