// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/presence.h"

namespace keywork {

namespace {

constexpr qint64 kSecondsOfFirstDay = 24 * 3600;

/// The last word of the desk between two moments, both included.
const Kept<DeskMovement> *lastWordOfDesk(const QList<Kept<DeskMovement>> &movements, const QDateTime &from, const QDateTime &until)
{
    const Kept<DeskMovement> *last = nullptr;
    for (const Kept<DeskMovement> &one : movements) {
        if (one.withdrawn || one.value.at < from || one.value.at > until)
            continue;
        if (!last || std::pair(last->value.at, last->id.value) < std::pair(one.value.at, one.id.value))
            last = &one;
    }
    return last;
}

/// The time away that began last among those that hold; -1: none.
qsizetype spellHolding(const QList<PresenceSpell> &spells, const QDateTime &at)
{
    qsizetype found = -1;
    for (qsizetype i = 0; i < spells.size(); ++i)
        if (spells[i].holdsAt(at) && (found < 0 || spells[found].from < spells[i].from))
            found = i;
    return found;
}

/// When the last time away ended that was over by then; none: there was none.
std::optional<QDateTime> lastBack(const QList<PresenceSpell> &spells, const QDateTime &from, const QDateTime &until)
{
    std::optional<QDateTime> found;
    for (const PresenceSpell &spell : spells)
        if (spell.back && *spell.back > spell.from && *spell.back >= from && *spell.back <= until && (!found || *found < *spell.back))
            found = spell.back;
    return found;
}

bool isWithin(const QDateTime &since, const QDateTime &at, int hours) { return since.secsTo(at) <= qint64(hours) * 3600; }

PresenceState byDesk(const Kept<DeskMovement> &word, const QDateTime &at, int hours)
{
    const DeskMovement &said = word.value;
    if (!isWithin(said.at, at, hours))
        return {.where = Whereabouts::NotKnown, .since = said.at, .reason = WhereaboutsReason::TooLongAgo, .lastSaid = said.direction};
    if (said.direction == DeskDirection::In)
        return {.where = Whereabouts::In, .since = said.at, .reason = WhereaboutsReason::Desk};
    return {.where = Whereabouts::Out, .since = said.at, .reason = WhereaboutsReason::Desk, .expectedBack = said.expectedBackAt};
}

} // namespace

std::optional<PresenceState> presenceAt(const PresenceInput &input, const QDateTime &at, int hours, const QDateTime &arrivalDayBegins)
{
    if (!input.arrivedAt.isValid() || at < arrivalDayBegins || (input.leftAt && at >= *input.leftAt))
        return {};
    const Kept<DeskMovement> *word = lastWordOfDesk(input.movements, arrivalDayBegins, at);
    if (const qsizetype spell = spellHolding(input.spells, at); spell >= 0) {
        const QDateTime began = input.spells[spell].from;
        const bool mayBeToGo = input.spells[spell].isPlanned && began.secsTo(at) < kSecondsOfFirstDay;
        if (word && word->value.direction == DeskDirection::In
            && (word->value.at >= began || (mayBeToGo && isWithin(word->value.at, at, hours))))
            return byDesk(*word, at, hours);
        const bool wentThen = word && word->value.at >= began;
        return PresenceState{
            .where = Whereabouts::Away, .since = wentThen ? word->value.at : began, .reason = WhereaboutsReason::Spell, .spell = spell};
    }
    const auto back = lastBack(input.spells, arrivalDayBegins, at);
    if (back && (!word || word->value.at < *back)) // whoever said they are back did not say that they are in
        return PresenceState{.where = Whereabouts::NotKnown, .since = *back, .reason = WhereaboutsReason::BackNotSeen};
    if (word)
        return byDesk(*word, at, hours);
    if (isWithin(input.arrivedAt, at, hours))
        return PresenceState{.where = Whereabouts::In, .since = input.arrivedAt, .reason = WhereaboutsReason::Arrived};
    return PresenceState{.where = Whereabouts::NotKnown, .since = input.arrivedAt, .reason = WhereaboutsReason::NothingSaid};
}

} // namespace keywork
