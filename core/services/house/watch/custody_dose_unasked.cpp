// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/court.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kCustodyDoseAskedDays = 28; // as long as a lowered tolerance counts; an older time is their story

Result<QList<WatchItem>> custodyDosesUnasked(const WatchFacts &facts)
{
    const auto people = facts.peopleHere();
    if (!people)
        return people.error();
    const QDate today = facts.today();
    const QString unasked = u"dose_given = '' AND until_on BETWEEN '%1' AND '%2'"_s.arg(
        today.addDays(1 - kCustodyDoseAskedDays).toString(Qt::ISODate), today.toString(Qt::ISODate));
    const auto items = facts.ofRecordsOn<CustodySpell>(rowsOfPeople(facts.database(), recordType<CustodySpell>(), *people, unasked),
        [](const Kept<CustodySpell> &spell) { return spell.value.untilOn.value_or(QDate()); });
    return facts.withoutAskedAsLeaving(items);
}

} // namespace

/// Additions, "Counting": coming back asks. Whoever knows nothing about it says "not known".
extern const WatchRule custodyDoseUnasked{
    .code = "custody_dose_unasked",
    .category = Category::Offending,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Back from custody"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Out of custody {day}. Was the substitute dose given there?"),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n residents back from custody"),
    .opensTab = "court",
    .due = custodyDosesUnasked,
};

} // namespace keywork
