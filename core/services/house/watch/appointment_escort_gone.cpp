// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/appointment_watch.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> appointmentEscortGoneDue(const WatchFacts &facts)
{
    const Clock &clock = facts.clock();
    const QDateTime from = facts.today() == clock.today() ? clock.now() : clock.startOf(facts.today());
    const auto rows = appointmentsOfLeavers(facts.database(), from, clock.startOf(facts.today().addDays(kEscortGoneDays + 1)));
    if (!rows)
        return rows.error();
    QList<KeptRow> gone;
    QStringList workers;
    for (const KeptRow &row : *rows) {
        const auto kept = typed<Appointment>(row);
        const auto isGone = kept ? facts.escortIsGone(kept->value) : Result<bool>(false);
        if (!isGone)
            return isGone.error();
        if (!*isGone)
            continue;
        gone.append(row);
        facts.changeAt(kept->value.startsAt.addMSecs(1)); // then nobody can go along any more
        workers.append(facts.team()->value(kept->value.goesAlongId.value).value.name);
    }
    auto items = facts.ofAppointments(gone);
    for (qsizetype i = 0; items && i < items->size(); ++i)
        (*items)[i].places.insert(QStringLiteral("who"), workers.at(i)); // whoever else goes along still does
    return items;
}

} // namespace

extern const WatchRule appointmentEscortGone{
    .code = "appointment_escort_gone",
    .category = Category::Treatment,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Going along"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{purpose}: {day}, {time}. {who} was to go along and is not in the team then. Who else?"),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n appointments to which somebody else has to go along"),
    .opensTab = "appointments",
    .due = appointmentEscortGoneDue,
};

} // namespace keywork
