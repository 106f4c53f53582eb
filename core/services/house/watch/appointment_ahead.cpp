// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/appointment_watch.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> appointmentAheadDue(const WatchFacts &facts)
{
    constexpr int kFarthestDays = 60; // as the field allows
    const Clock &clock = facts.clock();
    const auto rows
        = openAppointments(facts.database(), clock.startOf(facts.today()), clock.startOf(facts.today().addDays(kFarthestDays + 1)), true);
    const auto &alone = facts.appointmentsAlone();
    if (!rows || !alone)
        return rows ? alone.error() : rows.error();
    QSet<qint64> saidAlready; // that nobody goes along yet is a line of its own, too
    for (const KeptRow &row : *alone)
        saidAlready.insert(row.id);
    QList<KeptRow> spoken;
    for (const KeptRow &row : *rows) {
        const auto kept = typed<Appointment>(row);
        const QDate on = kept ? clock.local(kept->value.startsAt).date() : QDate();
        // Who goes along is a line of its own, with the same words.
        if (kept && !saidAlready.contains(row.id) && remindsOn(kept->value, on, facts.today())
            && !escortSaidOn(kept->value, on, facts.today()))
            spoken.append(row);
    }
    return facts.ofAppointments(spoken);
}

} // namespace

extern const WatchRule appointmentAhead{
    .code = "appointment_ahead",
    .category = Category::Treatment,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Appointment"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{purpose}: {day}, {time}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n appointments"),
    .opensTab = "appointments",
    .due = appointmentAheadDue,
};

} // namespace keywork
