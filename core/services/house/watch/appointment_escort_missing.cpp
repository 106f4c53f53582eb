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
    const auto &rows = facts.appointmentsAlone();
    return rows ? facts.ofAppointments(*rows) : Result<QList<WatchItem>>(rows.error());
}

} // namespace

extern const WatchRule appointmentEscortMissing{
    .code = "appointment_escort_missing",
    .category = Category::Treatment,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Going along"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{purpose}: {day}, {time}. Nobody goes along yet."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n appointments to which nobody goes along yet"),
    .opensTab = "appointments",
    .due = appointmentEscortMissingDue,
};

} // namespace keywork
