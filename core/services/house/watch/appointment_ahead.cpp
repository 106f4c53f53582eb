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
    constexpr int kFarthestDays = 60; // as the field allows
    const Clock &clock = facts.clock();
    const auto rows
        = openAppointments(facts.database(), clock.startOf(facts.today()), clock.startOf(facts.today().addDays(kFarthestDays + 1)), true);
    if (!rows)
        return rows.error();
    QList<KeptRow> spoken;
    for (const KeptRow &row : *rows)
        if (const auto kept = typed<Appointment>(row);
            kept && remindsOn(kept->value, clock.local(kept->value.startsAt).date(), facts.today()))
            spoken.append(row);
    auto items
        = facts.ofRecords<Appointment>(spoken, [&clock](const Kept<Appointment> &one) { return clock.local(one.value.startsAt).date(); });
    for (qsizetype i = 0; items && i < items->size(); ++i) {
        (*items)[i].places.insert(u"purpose"_s, spoken.at(i).row.text(u"purpose"_s));
        (*items)[i].places.insert(u"time"_s, clock.local(fromStoredText(spoken.at(i).row.text(u"starts_at"_s))).toString(u"HH:mm"_s));
    }
    return items;
}

} // namespace

extern const WatchRule appointmentAhead{
    .code = "appointment_ahead",
    .category = Category::Treatment,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Appointment"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{purpose}: {day}, {time}."),
    .opensTab = "appointments",
    .due = due,
};

} // namespace keywork
