// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rent_ledger.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

#include <algorithm>

namespace keywork {

namespace {

template <class T> using ByPerson = QHash<qint64, QList<Kept<T>>>;

/// The records of one kind of everybody with an arrangement, in one statement.
template <class T> Result<ByPerson<T>> ofThoseWithArrangement(const WatchFacts &facts)
{
    const auto rows = ofArrangements(facts.database(), recordType<T>(), facts.today());
    if (!rows)
        return rows.error();
    ByPerson<T> byPerson;
    for (const KeptRow &row : *rows) {
        const auto kept = asKind<T>(row);
        if (!kept)
            return kept.error();
        byPerson[kept->value.personId.value].append(*kept);
    }
    return byPerson;
}

/// Everything that the ledgers of those with an arrangement are made from.
Result<QHash<qint64, RentFacts>> ledgersOfArrangements(const WatchFacts &facts)
{
    const auto houses = facts.records().all<House>();
    const auto stays = ofThoseWithArrangement<Stay>(facts);
    const auto charges = ofThoseWithArrangement<RentCharge>(facts);
    const auto benefits = ofThoseWithArrangement<HousingBenefit>(facts);
    const auto payments = ofThoseWithArrangement<RentPayment>(facts);
    if (!houses || !stays)
        return houses ? stays.error() : houses.error();
    if (!charges || !benefits || !payments)
        return !charges ? charges.error() : benefits ? payments.error() : benefits.error();
    QHash<qint64, RentFacts> ledgers;
    for (auto it = stays->cbegin(); it != stays->cend(); ++it) {
        RentFacts &one = ledgers[it.key()];
        if (!houses->isEmpty())
            one.weekBegins = houses->first().value.rentWeekday;
        for (const Kept<Stay> &stay : it.value())
            if (stay.value.arrivedOn)
                one.nights.append(stay.value.nights());
        one.charges = charges->value(it.key());
        one.benefits = benefits->value(it.key());
        one.payments = payments->value(it.key());
    }
    return ledgers;
}

Result<QList<WatchItem>> arrangementMissedDue(const WatchFacts &facts)
{
    const auto arrangements = arrangementsInForce(facts.database(), facts.today());
    if (!arrangements || arrangements->isEmpty())
        return arrangements ? Result<QList<WatchItem>>(QList<WatchItem>()) : arrangements.error();
    const auto ledgers = ledgersOfArrangements(facts);
    if (!ledgers)
        return ledgers.error();
    return facts.ofRecords<ArrearsArrangement>(arrangements, [&](const Kept<ArrearsArrangement> &one, WatchItem &item) {
        const auto weeks = arrangedWeeks(ledgers->value(one.value.personId.value), one.value, facts.today());
        const auto last = weeks.last(std::min<qsizetype>(weeks.size(), kArrangementMissedWeeks));
        const bool anyKept = std::any_of(last.cbegin(), last.cend(), [](const ArrangedWeek &week) { return week.kept; });
        if (last.size() < kArrangementMissedWeeks || anyKept)
            return false;
        item.day = weeks.last().begins;
        item.places.insert(QStringLiteral("short"), weeks.last().shortBy.text());
        return true;
    });
}

} // namespace

/// Asked about early and kindly: arrears are the commonest cause of a notice (domain.md, "Person").
extern const WatchRule arrangementMissed{
    .code = "arrangement_missed",
    .category = Category::Money,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Arrangement about arrears"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{short} short after the week from {day}. Time to ask how it goes."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n arrangements about arrears"),
    .opensTab = "money",
    .due = arrangementMissedDue,
};

} // namespace keywork
