// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/court.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kOutcomeAskedDays = 91; // house rule: an order may have come of it; later it would be red for ever

/// The day that the hearing was on at last: its own, or the one that it was put off to.
QDate lastDayOf(const Hearing &hearing, const Clock &clock) { return hearing.nextOn.value_or(clock.local(hearing.startsAt).date()); }

Result<QList<WatchItem>> hearingOutcomeDue(const WatchFacts &facts)
{
    const auto people = facts.peopleHere();
    if (!people)
        return people.error();
    const Clock &clock = facts.clock();
    const QDate today = facts.today();
    const QDate first = today.addDays(-kOutcomeAskedDays);
    // One that was put off says what came of it by its next day, until a hearing of that day is on file.
    const QString unsaid
        = u"((next_on IS NULL AND outcome = '' AND starts_at >= '%1' AND starts_at < '%2') OR (next_on >= '%3' AND next_on < '%4' AND NOT "
          "EXISTS (SELECT 1 FROM hearing later WHERE later.withdrawn_at IS NULL AND later.person_id = hearing.person_id AND "
          "later.starts_at >= hearing.next_on)))"_s.arg(toStoredText(clock.startOf(first)), toStoredText(clock.startOf(today)),
              first.toString(Qt::ISODate), today.toString(Qt::ISODate));
    return facts.ofRecords<Hearing>(
        rowsOfPeople(facts.database(), recordType<Hearing>(), *people, unsaid), [&](const Kept<Hearing> &hearing, WatchItem &item) {
            item.day = lastDayOf(hearing.value, clock);
            item.places.insert(u"court"_s, hearing.value.court);
            return true;
        });
}

} // namespace

extern const WatchRule hearingOutcome{
    .code = "hearing_outcome",
    .category = Category::Offending,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Hearing"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{court}, {day}: what came of it?"),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n hearings: what came of them?"),
    .opensTab = "court",
    .due = hearingOutcomeDue,
};

} // namespace keywork
