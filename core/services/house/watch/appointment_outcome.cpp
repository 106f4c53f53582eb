// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/appointment_watch.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Result<QList<WatchItem>> due(const WatchFacts &facts)
{
    constexpr int kAskedForDays = 14; // house rule: later nobody remembers
    const Clock &clock = facts.clock();
    const auto rows = openAppointments(
        facts.database(), clock.startOf(facts.today().addDays(-kAskedForDays)), clock.startOf(facts.today().addDays(1)), false);
    if (!rows)
        return rows.error();
    // Of another day than today: as the file says now, at the end of that day.
    const QDateTime at = facts.today() == clock.today() ? clock.now() : clock.startOf(facts.today().addDays(1));
    QList<KeptRow> unsaid;
    for (const KeptRow &row : *rows)
        if (const auto kept = typed<Appointment>(row); kept && outcomeMissing(kept->value, at))
            unsaid.append(row);
    auto items
        = facts.ofRecords<Appointment>(unsaid, [&clock](const Kept<Appointment> &one) { return clock.local(one.value.startsAt).date(); });
    for (qsizetype i = 0; items && i < items->size(); ++i)
        (*items)[i].places.insert(u"purpose"_s, unsaid.at(i).row.text(u"purpose"_s));
    return items;
}

} // namespace

extern const WatchRule appointmentOutcome{
    .code = "appointment_outcome",
    .category = Category::Treatment,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Appointment"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{purpose} on {day}: how did it go?"),
    .opensTab = "appointments",
    .due = due,
};

} // namespace keywork
