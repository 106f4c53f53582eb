// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/presence.h"

#include "tests/support/catch.h"

#include <QRandomGenerator>
#include <algorithm>

namespace keywork::test::presence_test {

namespace {

const QDateTime kDay(QDate(2026, 9, 14), QTime(0, 0), Qt::UTC); // the day of arrival begins

QDateTime hour(double hours) { return kDay.addSecs(qint64(hours * 3600)); }

struct Word {
    double at;
    DeskDirection direction;
};
struct Away {
    double from;
    double back; ///< below 0: still away
};

PresenceInput known(double arrived, const QList<Word> &words, const QList<Away> &spells = {}, double left = -1)
{
    PresenceInput input{.arrivedAt = hour(arrived)};
    qint64 id = 0;
    for (const Word &word : words) {
        Kept<DeskMovement> movement;
        movement.id = {++id};
        movement.value.at = hour(word.at);
        movement.value.direction = word.direction;
        input.movements.append(movement);
    }
    for (const Away &spell : spells)
        input.spells.append({hour(spell.from), spell.back < 0 ? std::optional<QDateTime>() : hour(spell.back)});
    if (left >= 0)
        input.leftAt = hour(left);
    return input;
}

std::optional<PresenceState> stateAt(const PresenceInput &input, double at) { return presenceAt(input, hour(at), 24, kDay); }

} // namespace

TEST_CASE("The last word of the desk says where somebody is, until it is too old")
{
    using W = Whereabouts;
    using R = WhereaboutsReason;
    const auto in = DeskDirection::In;
    const auto out = DeskDirection::Out;
    struct Case {
        QList<Word> words;
        QList<Away> spells;
        double at;
        W where;
        R reason;
        double since;
    };
    const QList<Case> cases{
        {{}, {}, 10, W::In, R::Arrived, 9}, // arrived at 09:00
        {{}, {}, 33, W::In, R::Arrived, 9}, // for the house's 24 hours
        {{}, {}, 33.1, W::NotKnown, R::NothingSaid, 9}, {{{12, out}}, {}, 13, W::Out, R::Desk, 12},
        {{{12, out}}, {}, 36, W::Out, R::Desk, 12}, {{{12, out}}, {}, 36.1, W::NotKnown, R::TooLongAgo, 12},
        {{{12, out}, {14, in}}, {}, 15, W::In, R::Desk, 14},
        {{{14, in}, {12, out}}, {}, 15, W::In, R::Desk, 14}, // in whatever order they stand
        {{{12, out}, {14, in}}, {}, 13, W::Out, R::Desk, 12}, // what is later says nothing yet
        {{{12, out}, {12, in}}, {}, 13, W::In, R::Desk, 12}, // of one moment what was written later
        {{{-5, out}}, {}, 10, W::In, R::Arrived, 9}, // from before the day of arrival
        {{{10, in}}, {{48, -1}}, 50, W::Away, R::Spell, 48},
        {{{52, out}}, {{48, -1}}, 60, W::Away, R::Spell, 52}, // they went in the course of that day
        {{{49, in}}, {{48, -1}}, 50, W::In, R::Desk, 49}, // seen in after it began: looked for in a fire
        {{{47, in}}, {{48, -1}}, 50, W::Away, R::Spell, 48}, {{{40, out}}, {{48, 72}}, 71.9, W::Away, R::Spell, 48},
        {{{40, out}}, {{48, 72}}, 72, W::NotKnown, R::BackNotSeen, 72}, // back, and nobody saw them
        {{{40, out}, {80, in}}, {{48, 72}}, 81, W::In, R::Desk, 80},
        {{}, {{48, 48}}, 49, W::NotKnown, R::NothingSaid, 9}, // away and back on one day was no night
    };
    for (const Case &one : cases) {
        INFO("case " << &one - cases.constData());
        const auto state = stateAt(known(9, one.words, one.spells), one.at);
        REQUIRE(state);
        CHECK(state->where == one.where);
        CHECK(state->reason == one.reason);
        CHECK(state->since == hour(one.since));
        CHECK((state->spell >= 0) == (one.where == W::Away));
    }
}

TEST_CASE("Whoever is in as the first day of planned nights away begins is in until they are seen to go")
{
    PresenceInput input = known(9, {{46, DeskDirection::In}}, {{48, 96}});
    input.spells.first().isPlanned = true;
    CHECK(stateAt(input, 50)->where == Whereabouts::In); // in bed at 02:00: looked for in a fire
    CHECK(stateAt(input, 70)->where == Whereabouts::In);
    CHECK(stateAt(input, 70.1)->where == Whereabouts::Away); // the word of the desk is older than the house's hours
    CHECK(stateAt(input, 72)->where == Whereabouts::Away);
    PresenceInput gone = known(9, {{46, DeskDirection::In}, {63, DeskDirection::Out}}, {{48, 96}});
    gone.spells.first().isPlanned = true;
    CHECK(stateAt(gone, 64)->where == Whereabouts::Away);
    CHECK(stateAt(gone, 64)->since == hour(63));
}

TEST_CASE("Nobody is anywhere before the day of arrival and from the day of leaving on")
{
    const PresenceInput input = known(9, {{10, DeskDirection::In}}, {}, 72);
    CHECK_FALSE(stateAt(input, -1));
    CHECK(stateAt(input, 0)); // the day itself counts, whatever the hour that was written down
    CHECK(stateAt(input, 71.9));
    CHECK_FALSE(stateAt(input, 72));
    CHECK_FALSE(presenceAt({}, hour(5), 24, kDay));
}

TEST_CASE("Not known says what the desk said last, out says when they meant to be back")
{
    PresenceInput input = known(9, {{12, DeskDirection::Out}});
    input.movements.first().value.expectedBackAt = hour(20);
    CHECK(stateAt(input, 15)->expectedBack == hour(20));
    CHECK(stateAt(input, 90)->lastSaid == DeskDirection::Out);
    CHECK_FALSE(stateAt(input, 90)->expectedBack);
}

TEST_CASE("Movements that say nothing change nothing, in any order")
{
    QRandomGenerator chance(20);
    for (int round = 0; round < 400; ++round) {
        INFO("round " << round);
        QList<Word> words;
        for (int i = 0; i < chance.bounded(6); ++i)
            words.append({double(chance.bounded(120)) + 0.5, chance.bounded(2) ? DeskDirection::In : DeskDirection::Out});
        QList<Away> spells;
        if (chance.bounded(2))
            spells.append({double(24 * (1 + chance.bounded(3))), chance.bounded(2) ? double(24 * (4 + chance.bounded(2))) : -1});
        const double at = double(chance.bounded(144));
        PresenceInput input = known(9, words, spells);
        const auto state = stateAt(input, at);
        REQUIRE(state);
        CHECK(state->since <= std::max(hour(at), input.arrivedAt)); // nothing is known from later
        PresenceInput other = input;
        Kept<DeskMovement> inError;
        inError.id = {90};
        inError.withdrawn = true;
        inError.value.at = hour(at);
        Kept<DeskMovement> later;
        later.id = {91};
        later.value.at = hour(at + 1);
        other.movements += {inError, later};
        std::shuffle(other.movements.begin(), other.movements.end(), chance);
        CHECK(stateAt(other, at) == state);
    }
}

} // namespace keywork::test::presence_test
