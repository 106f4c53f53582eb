// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/take_home.h"

#include "core/rules/naloxone_stock.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

bool wasHandedOver(const TakeHomeNaloxone &one, QDate today) { return one.state != TakeHomeState::Expected && one.onDay <= today; }

/// The day on which its batch was called back; none: it was not, or not yet, or nobody can read the batch.
std::optional<QDate> calledBackOn(const TakeHomeNaloxone &one, QDate today, const RecallDays &recalled)
{
    const QString batch = batchKey(one.batch);
    const QDate day = batch.isEmpty() ? QDate() : recalled.value(batch);
    return day.isValid() && day <= today ? std::optional(day) : std::nullopt;
}

/// Since when one that is not to hand is not: it is gone, was called back, or ran out the day after its last good one.
QDate notToHandSince(const TakeHomeNaloxone &one, QDate today, const RecallDays &recalled)
{
    QDate since = today;
    if (one.expiresOn && one.expiresOn->latest() < today)
        since = one.expiresOn->latest().addDays(1);
    if (const auto day = calledBackOn(one, today, recalled))
        since = std::min(since, *day);
    if (one.endedOn && *one.endedOn < since)
        since = *one.endedOn;
    return std::max(since, one.onDay);
}

} // namespace

RecallDays recallDays(const QList<KeptRow> &recalls)
{
    RecallDays days;
    for (const KeptRow &row : recalls) {
        const QString batch = batchKey(row.row.text(u"batch"_s));
        const QDate day = dayFromStored(row.row.text(u"on_day"_s));
        if (!batch.isEmpty() && day.isValid() && (!days.contains(batch) || day < days.value(batch)))
            days.insert(batch, day);
    }
    return days;
}

bool isToHand(const TakeHomeNaloxone &one, QDate today, const RecallDays &recalled)
{
    const bool isGood = (!one.expiresOn || one.expiresOn->latest() >= today) && !calledBackOn(one, today, recalled);
    return wasHandedOver(one, today) && one.state == TakeHomeState::Has && isGood;
}

std::optional<NaloxoneToHand> naloxoneToHand(const QList<Kept<TakeHomeNaloxone>> &theirs, QDate today, const RecallDays &recalled)
{
    std::optional<NaloxoneToHand> found;
    for (qsizetype i = 0; i < theirs.size(); ++i) {
        const TakeHomeNaloxone &one = theirs.at(i).value;
        if (!wasHandedOver(one, today))
            continue;
        const bool has = isToHand(one, today, recalled);
        const NaloxoneToHand told{i, has, has ? one.onDay : notToHandSince(one, today, recalled)};
        const bool tellsMore = !found || (told.isToHand && !found->isToHand) || (told.isToHand == found->isToHand && told.on > found->on);
        if (tellsMore)
            found = told;
    }
    return found;
}

} // namespace keywork
