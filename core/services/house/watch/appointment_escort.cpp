// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/appointment_watch.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> appointmentEscortDue(const WatchFacts &facts)
{
    const Clock &clock = facts.clock();
    const auto rows = accompaniedAppointments(
        facts.database(), clock.startOf(facts.today()), clock.startOf(facts.today().addDays(kEscortSaidDays + 1)));
    if (!rows)
        return rows.error();
    QList<KeptRow> accompanied;
    for (const KeptRow &row : *rows) {
        const auto kept = typed<Appointment>(row);
        const auto isGone = kept ? facts.escortIsGone(kept->value) : Result<bool>(true);
        if (!isGone)
            return isGone.error();
        if (!*isGone) // else a line of its own says so
            accompanied.append(row);
    }
    return facts.ofAppointments(accompanied);
}

} // namespace

extern const WatchRule appointmentEscort{
    .code = "appointment_escort",
    .category = Category::Treatment,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Going along"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{purpose}: {day}, {time}. {who} goes along."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n appointments to which somebody goes along"),
    .opensTab = "appointments",
    .due = appointmentEscortDue,
};

} // namespace keywork
