// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/court.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> hearingAheadDue(const WatchFacts &facts)
{
    const Clock &clock = facts.clock();
    const auto rows = hearingsAhead(facts.database(), clock.startOf(facts.today()),
        clock.startOf(facts.today().addDays(kCourtAheadDays + 1)), facts.today(), facts.today().addDays(kCourtAheadDays));
    return facts.ofRecords<Hearing>(rows, [&](const Kept<Hearing> &hearing, WatchItem &item) {
        const QDateTime at = clock.local(hearing.value.startsAt);
        if (at.date() < facts.today() || !hearing.value.outcome.isEmpty()) { // it was put off until then; nobody knows the time yet
            item.day = *hearing.value.nextOn;
            item.places = {{QStringLiteral("time"), QString()}, {QStringLiteral("court"), hearing.value.court}};
            return true;
        }
        item.day = at.date();
        item.places = {{QStringLiteral("time"), at.toString(QStringLiteral(", HH:mm"))}, {QStringLiteral("court"), hearing.value.court}};
        return true;
    });
}

} // namespace

extern const WatchRule hearingAhead{
    .code = "hearing_ahead",
    .category = Category::Offending,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Hearing"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{court}: {day}{time}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n hearings"),
    .opensTab = "court",
    .due = hearingAheadDue,
};

} // namespace keywork
