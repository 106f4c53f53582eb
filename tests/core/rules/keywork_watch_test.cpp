// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/keywork_watch.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <random>

namespace keywork::test::keywork_watch_test {

namespace {

using Outcome = KeyworkOutcome;
const QDate kMonday(2026, 9, 14);

KeyworkDay on(int daysAgo, Outcome outcome) { return {kMonday.addDays(-daysAgo), outcome}; }

} // namespace

TEST_CASE("Missed in a row: what was held ends the run, what was cancelled or is planned neither adds nor ends")
{
    struct Case {
        QList<KeyworkDay> days;
        int missed;
        QDate first;
    };
    const QList<Case> cases{
        {{}, 0, {}},
        {{on(7, Outcome::Held)}, 0, {}},
        {{on(7, Outcome::Missed)}, 1, kMonday.addDays(-7)},
        {{on(14, Outcome::Missed), on(7, Outcome::Missed)}, 2, kMonday.addDays(-14)},
        {{on(14, Outcome::Missed), on(7, Outcome::Held)}, 0, {}},
        {{on(14, Outcome::Missed), on(7, Outcome::Late)}, 0, {}},
        {{on(21, Outcome::Held), on(14, Outcome::Missed), on(7, Outcome::Missed)}, 2, kMonday.addDays(-14)},
        {{on(21, Outcome::Missed), on(14, Outcome::CancelledByHouse), on(7, Outcome::Missed)}, 2, kMonday.addDays(-21)},
        {{on(21, Outcome::Missed), on(14, Outcome::CancelledByThem), on(7, Outcome::Missed)}, 2, kMonday.addDays(-21)},
        {{on(14, Outcome::Missed), on(7, Outcome::Missed), on(-7, Outcome::Planned)}, 2, kMonday.addDays(-14)},
        {{on(0, Outcome::Missed), on(0, Outcome::Held)}, 0, {}}, // missed in the morning, held in the afternoon
        {{on(28, Outcome::Missed), on(21, Outcome::Held), on(14, Outcome::Missed)}, 1, kMonday.addDays(-14)},
    };
    for (const Case &one : cases) {
        INFO("case " << &one - cases.constData());
        CHECK(missedInARow(one.days) == one.missed);
        CHECK(firstMissed(one.days) == one.first);
    }
}

TEST_CASE("Nothing held for 14 days is due on the fifteenth, to the day")
{
    struct Case {
        std::optional<QDate> held;
        std::optional<QDate> arrived;
        QDate today;
        bool isDue;
    };
    const QDate leap(2028, 2, 20);
    const QList<Case> cases{
        {QDate(2026, 9, 1), {}, QDate(2026, 9, 1), false}, {QDate(2026, 9, 1), {}, QDate(2026, 9, 14), false}, // the fourteenth day
        {QDate(2026, 9, 1), {}, QDate(2026, 9, 15), true}, {QDate(2026, 9, 1), {}, QDate(2026, 12, 1), true},
        {{}, QDate(2026, 9, 1), QDate(2026, 9, 14), false}, // nobody has to have met on the day of arrival
        {{}, QDate(2026, 9, 1), QDate(2026, 9, 15), true},
        {QDate(2026, 8, 1), QDate(2026, 9, 1), QDate(2026, 9, 14), false}, // of an earlier stay
        {QDate(2026, 9, 10), QDate(2026, 9, 1), QDate(2026, 9, 23), false},
        {QDate(2026, 9, 10), QDate(2026, 9, 1), QDate(2026, 9, 24), true}, {leap, {}, QDate(2028, 3, 4), false}, // 29 February is a day
        {leap, {}, QDate(2028, 3, 5), true}, {QDate(2026, 12, 25), {}, QDate(2027, 1, 7), false},
        {QDate(2026, 12, 25), {}, QDate(2027, 1, 8), true}, {{}, {}, QDate(2026, 9, 14), false}, // not here
        {QDate(2026, 9, 20), {}, QDate(2026, 9, 14), false}, // still to come
    };
    for (const Case &one : cases) {
        INFO("case " << &one - cases.constData());
        CHECK(keyworkIsDue(one.held, one.arrived, one.today) == one.isDue);
    }
}

TEST_CASE("Days in hospital or custody are not counted, and nothing is due while they last")
{
    const QDate held(2026, 9, 1);
    const QList<AwayDays> week{{QDate(2026, 9, 5), QDate(2026, 9, 11)}};
    CHECK(daysSince(held, QDate(2026, 9, 15), week) == 7);
    CHECK_FALSE(keyworkIsDue(held, {}, QDate(2026, 9, 21), week));
    CHECK(keyworkIsDue(held, {}, QDate(2026, 9, 22), week));
    const QList<AwayDays> still{{QDate(2026, 9, 16), {}}};
    CHECK(keyworkIsDue(held, {}, QDate(2026, 9, 15), still));
    CHECK_FALSE(keyworkIsDue(held, {}, QDate(2026, 9, 16), still));
    CHECK_FALSE(keyworkIsDue(held, {}, QDate(2027, 9, 16), still));
    const QList<AwayDays> twice{{QDate(2026, 9, 5), QDate(2026, 9, 8)}, {QDate(2026, 9, 7), QDate(2026, 9, 11)}};
    CHECK(daysSince(held, QDate(2026, 9, 15), twice) == 7); // a day in both is one day
}

TEST_CASE("Days are counted back without those away, and a session missed on one of these is none")
{
    const QDate today(2026, 9, 14);
    const QList<AwayDays> week{{QDate(2026, 9, 5), QDate(2026, 9, 11)}};
    CHECK(countedBack(today, 14, {}) == QDate(2026, 8, 31));
    CHECK(countedBack(today, 14, week) == QDate(2026, 8, 24));
    CHECK(countedBack(today, 3, week) == QDate(2026, 9, 11));
    CHECK(countedBack(today, 0, week) == today);
    for (int days = 1; days < 40; ++days)
        CHECK(daysSince(countedBack(today, days, week), today, week) == days);
    CHECK(keyworkIsDue(QDate(2026, 9, 10), {}, today, {}, 4));
    CHECK_FALSE(keyworkIsDue(QDate(2026, 9, 10), {}, today, {}, 5));
    const QList<KeyworkDay> days{
        {QDate(2026, 9, 4), Outcome::Missed}, {QDate(2026, 9, 8), Outcome::Missed}, {QDate(2026, 9, 9), Outcome::Held}};
    CHECK(withoutAway(days, week) == QList<KeyworkDay>{days.at(0), days.at(2)});
    CHECK(withoutAway(days, {}) == days);
}

TEST_CASE("What the rules say never depends on the order in which sessions were written down")
{
    std::mt19937 chance(20260914);
    for (int round = 0; round < 200; ++round) {
        QList<KeyworkDay> days;
        for (int i = 0; i < 8; ++i)
            days.append(on(int(chance() % 40), allOf<Outcome>().at(chance() % allOf<Outcome>().size())));
        const int missed = missedInARow(days);
        const QDate first = firstMissed(days);
        const auto held = lastHeld(days, kMonday);
        std::shuffle(days.begin(), days.end(), chance);
        CHECK(missedInARow(days) == missed);
        CHECK(firstMissed(days) == first);
        CHECK(lastHeld(days, kMonday) == held);
        CHECK(first.isValid() == (missed > 0));
    }
}

} // namespace keywork::test::keywork_watch_test
