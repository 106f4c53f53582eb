// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/take_home.h"

namespace keywork {

namespace {

bool wasHandedOver(const TakeHomeNaloxone &one, QDate today) { return one.state != TakeHomeState::Expected && one.onDay <= today; }

/// Since when one that is not to hand is not: it is gone, or ran out the day after its last good one.
QDate notToHandSince(const TakeHomeNaloxone &one, QDate today)
{
    QDate since = today;
    if (one.expiresOn && one.expiresOn->latest() < today)
        since = one.expiresOn->latest().addDays(1);
    if (one.endedOn && *one.endedOn < since)
        since = *one.endedOn;
    return std::max(since, one.onDay);
}

} // namespace

bool isToHand(const TakeHomeNaloxone &one, QDate today)
{
    const bool isGood = !one.expiresOn || one.expiresOn->latest() >= today;
    return wasHandedOver(one, today) && one.state == TakeHomeState::Has && isGood;
}

std::optional<NaloxoneToHand> naloxoneToHand(const QList<Kept<TakeHomeNaloxone>> &theirs, QDate today)
{
    std::optional<NaloxoneToHand> found;
    for (qsizetype i = 0; i < theirs.size(); ++i) {
        const TakeHomeNaloxone &one = theirs.at(i).value;
        if (!wasHandedOver(one, today))
            continue;
        const bool has = isToHand(one, today);
        const NaloxoneToHand told{i, has, has ? one.onDay : notToHandSince(one, today)};
        const bool tellsMore = !found || (told.isToHand && !found->isToHand) || (told.isToHand == found->isToHand && told.on > found->on);
        if (tellsMore)
            found = told;
    }
    return found;
}

} // namespace keywork
