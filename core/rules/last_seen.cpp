// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/last_seen.h"

#include <algorithm>

namespace keywork {

namespace {

constexpr qint64 kSecondsAnHour = 3600;

/// From when the hours count.
QDateTime countedFrom(const SeenFacts &facts) { return facts.lastSeen && *facts.lastSeen > facts.since ? *facts.lastSeen : facts.since; }

QList<AwayTime> awayInOrder(QList<AwayTime> away)
{
    away.removeIf([](const AwayTime &one) { return one.until && *one.until <= one.from; });
    std::sort(away.begin(), away.end(), [](const AwayTime &a, const AwayTime &b) { return a.from < b.from; });
    return away;
}

} // namespace

bool isAwayAt(const QDateTime &at, const QList<AwayTime> &away)
{
    return std::any_of(
        away.cbegin(), away.cend(), [&at](const AwayTime &one) { return one.from <= at && (!one.until || at < *one.until); });
}

std::optional<QDateTime> notSeenFrom(const SeenFacts &facts)
{
    if (!facts.since.isValid())
        return {};
    QDateTime reached = countedFrom(facts);
    qint64 left = facts.hours * kSecondsAnHour;
    for (const AwayTime &one : awayInOrder(facts.away)) {
        if (one.until && *one.until <= reached)
            continue;
        if (one.from > reached) {
            const qint64 here = reached.secsTo(one.from);
            if (here >= left)
                break;
            left -= here;
        }
        if (!one.until)
            return {};
        reached = *one.until;
    }
    return reached.addSecs(left);
}

bool isNotSeen(const SeenFacts &facts, const QDateTime &now)
{
    const auto from = notSeenFrom(facts);
    return from && *from <= now && !isAwayAt(now, facts.away);
}

qint64 hoursUnseen(const SeenFacts &facts, const QDateTime &now)
{
    if (!facts.since.isValid())
        return 0;
    QDateTime reached = countedFrom(facts);
    qint64 seconds = 0;
    for (const AwayTime &one : awayInOrder(facts.away)) {
        if (reached >= now)
            break;
        if (one.until && *one.until <= reached)
            continue;
        if (one.from > reached)
            seconds += reached.secsTo(std::min(one.from, now));
        reached = one.until ? std::max(reached, *one.until) : now;
    }
    if (reached < now)
        seconds += reached.secsTo(now);
    return seconds / kSecondsAnHour;
}

qint64 hoursFor(const QList<Kept<SeenWithin>> &own, QDate day, qint64 ofHouse)
{
    const Kept<SeenWithin> *latest = nullptr;
    for (const Kept<SeenWithin> &one : own)
        if (!one.withdrawn && one.value.holdsOn(day)
            && (!latest || std::pair(one.value.fromOn, one.id.value) > std::pair(latest->value.fromOn, latest->id.value)))
            latest = &one;
    return latest ? latest->value.hours : ofHouse;
}

std::optional<MissingAct> nextMissingAct(const QList<MissingStep> &stepsSince)
{
    for (const MissingStep &step : stepsSince)
        if (step.answer == MissingAnswer::Seen)
            return {};
    for (const MissingAct act : {MissingAct::Knocked, MissingAct::Rang, MissingAct::Entered, MissingAct::SafeContact,
             MissingAct::OthersAsked, MissingAct::Hospital, MissingAct::Custody, MissingAct::Police})
        if (std::none_of(stepsSince.cbegin(), stepsSince.cend(), [act](const MissingStep &step) { return step.act == act; }))
            return act;
    return {};
}

} // namespace keywork
