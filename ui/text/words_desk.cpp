// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_desk.h"

#include "ui/text/say.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

/// The time; with its day when that is another one than today.
QString atDesk(const QDateTime &at, const Clock &clock)
{
    const QDateTime local = clock.local(at);
    return local.date() == clock.today() ? time(local) : moment(local);
}

QString notKnownTold(const PresenceState &state, const Clock &clock)
{
    const QString since = atDesk(state.since, clock);
    if (state.reason == WhereaboutsReason::BackNotSeen)
        return say(QT_TRANSLATE_NOOP("words", "Not known: back by what was said, and not seen since"));
    if (state.reason == WhereaboutsReason::NothingSaid)
        return say(QT_TRANSLATE_NOOP("words", "Not known: nothing was said since they arrived"));
    return state.lastSaid == DeskDirection::Out ? say(QT_TRANSLATE_NOOP("words", "Not known: went out %1, nothing since")).arg(since)
                                                : say(QT_TRANSLATE_NOOP("words", "Not known: came in %1, nothing since")).arg(since);
}

} // namespace

QString whereaboutsTold(const PersonPresence &one, const Clock &clock)
{
    const PresenceState &state = one.state;
    const QString since = atDesk(state.since, clock);
    switch (state.where) {
    case Whereabouts::In:
        return state.reason == WhereaboutsReason::Arrived ? say(QT_TRANSLATE_NOOP("words", "In since they arrived, %1")).arg(since)
                                                          : say(QT_TRANSLATE_NOOP("words", "In since %1")).arg(since);
    case Whereabouts::Out:
        return state.expectedBack
            ? say(QT_TRANSLATE_NOOP("words", "Out since %1, back by %2")).arg(since, atDesk(*state.expectedBack, clock))
            : say(QT_TRANSLATE_NOOP("words", "Out since %1")).arg(since);
    case Whereabouts::Away:
        if (const auto why = fromCode<AwayWhy>(one.awayWhy))
            return say(QT_TRANSLATE_NOOP("words", "Away since %1, %2")).arg(since, labelFor(*why));
        return say(QT_TRANSLATE_NOOP("words", "Away since %1")).arg(since);
    case Whereabouts::NotKnown:
        return notKnownTold(state, clock);
    }
    return {};
}

QString roomOnRoll(const RollEntry &entry)
{
    QStringList parts;
    if (!entry.room.isEmpty())
        parts.append(say(QT_TRANSLATE_NOOP("words", "Room %1")).arg(entry.room));
    for (const QString &part : {entry.floor, entry.building})
        if (!part.isEmpty())
            parts.append(part);
    return parts.join(u" · "_s);
}

QString whoOnRoll(const RollLine &line)
{
    return line.entry.name.isEmpty() ? say(QT_TRANSLATE_NOOP("words", "Somebody whose record was erased")) : line.entry.name;
}

QString rollCountTold(const RollCount &count)
{
    return count.missing() == 0
        ? say(QT_TRANSLATE_NOOP("words", "Everybody is accounted for: %1")).arg(count.lookedFor)
        : say(QT_TRANSLATE_NOOP("words", "%1 still missing of %2 who are looked for")).arg(count.missing()).arg(count.lookedFor);
}

QString tickedTold(const RollLine &line, const Clock &clock)
{
    if (!line.line.value.tickedAt)
        return {};
    const QString at = atDesk(*line.line.value.tickedAt, clock);
    return line.tickedBy.isEmpty() ? at : say(QT_TRANSLATE_NOOP("words", "%1 by %2")).arg(at, line.tickedBy);
}

} // namespace keywork::words
