// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/supply_counts.h"
#include "tests/support/catch.h"

#include <QRandomGenerator>
#include <algorithm>

namespace keywork::test::supply_counts_test {

using namespace Qt::StringLiterals;

namespace {

QDateTime hour(int number) { return QDateTime(QDate(2026, 9, 14), QTime(0, 0), Qt::UTC).addSecs(number * 3600); }

} // namespace

TEST_CASE("How many are on the shelf: a count says so, what moves afterwards adds and takes")
{
    using M = ShelfMove;
    struct Case {
        QList<SupplyMove> moves;
        std::optional<qint64> left;
    };
    const QList<Case> cases{
        {{}, {}}, {{{M::Given, 5, hour(1)}}, {}}, // nobody ever counted or had any delivered
        {{{M::Delivered, 100, hour(1)}, {M::Given, 30, hour(2)}}, 70},
        {{{M::Delivered, 100, hour(1)}, {M::Counted, 60, hour(3)}, {M::Given, 30, hour(2)}}, 60},
        {{{M::Counted, 60, hour(3)}, {M::Given, 30, hour(4)}, {M::ThrownAway, 10, hour(5)}}, 20},
        {{{M::Given, 30, hour(3)}, {M::Counted, 60, hour(3)}}, 30}, // of one moment the count comes first
        {{{M::Counted, 10, hour(1)}, {M::Given, 30, hour(2)}}, -20}, // somebody has to count
    };
    for (qsizetype i = 0; i < cases.size(); ++i) {
        INFO("case " << i);
        CHECK(onShelf(cases.at(i).moves) == cases.at(i).left);
    }
}

TEST_CASE("The shelf is the same whatever order its moves were written in, and what was before the last count changes nothing")
{
    QRandomGenerator random(7);
    for (int run = 0; run < 500; ++run) {
        QList<SupplyMove> moves;
        for (int i = 0; i < 12; ++i)
            moves.append({ShelfMove(random.bounded(4)), random.bounded(200), hour(i)}); // each at a moment of its own
        const auto left = onShelf(moves);
        QList<SupplyMove> shuffled = moves;
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        CHECK(onShelf(shuffled) == left);
        const auto last
            = std::find_if(moves.crbegin(), moves.crend(), [](const SupplyMove &one) { return one.move == ShelfMove::Counted; });
        if (last != moves.crend())
            CHECK(onShelf(moves.mid(moves.crend() - last - 1)) == left);
    }
}

TEST_CASE("The ratio is rounded to whole per cent, and none where nothing was given")
{
    for (const auto &[ratio, percent] :
        {std::pair(ReturnRatio{0, 0}, std::optional<int>()), {ReturnRatio{0, 9}, {}}, {ReturnRatio{3, 2}, 67}, {ReturnRatio{3, 1}, 33},
            {ReturnRatio{200, 1}, 1}, {ReturnRatio{201, 1}, 0}, {ReturnRatio{10, 10}, 100}, {ReturnRatio{10, 14}, 140}})
        CHECK(ratio.percent() == percent);
}

TEST_CASE("Weeks begin on Monday, an empty one stands there, and a visit is counted once")
{
    const QDate monday(2026, 9, 14);
    const QList<SupplyHandedOut> lines{
        {1, 10, monday, 20, 5, true}, {2, 10, monday, 10, 0, true}, // the same visit
        {1, 11, QDate(2026, 9, 13), 7, 7, false}, // the Sunday before
        {1, 12, QDate(2026, 8, 31), 1, 0, false}, // the Monday two weeks before
        {1, 13, QDate(2026, 8, 30), 50, 50, true}, // before all weeks that are asked for
        {1, 14, QDate(2026, 9, 17), 9, 9, true}, // still to come
    };
    const auto weeks = supplyWeeks(lines, {1}, QDate(2026, 9, 16), 3);
    REQUIRE(weeks.size() == 3);
    CHECK(weeks.at(0) == SupplyWeek{monday, {{1, {20, 5}}, {2, {10, 0}}}, 1, 1, {20, 5}});
    CHECK(weeks.at(1) == SupplyWeek{QDate(2026, 9, 7), {{1, {7, 7}}}, 1, 0, {7, 7}});
    CHECK(weeks.at(2) == SupplyWeek{QDate(2026, 8, 31), {{1, {1, 0}}}, 1, 0, {1, 0}});
    CHECK(supplyWeeks({}, {1}, monday, 2).at(1) == SupplyWeek{.monday = QDate(2026, 9, 7)});
}

TEST_CASE("Over all weeks nothing is lost and nothing is counted twice")
{
    QRandomGenerator random(11);
    const QDate today(2026, 9, 16);
    for (int run = 0; run < 200; ++run) {
        QList<SupplyHandedOut> lines;
        qint64 given = 0;
        for (int i = 0; i < 40; ++i) {
            lines.append({1 + qint64(random.bounded(3)), i / 2, today.addDays(-qint64(random.bounded(50))), random.bounded(30),
                random.bounded(30), true});
            given += lines.last().given;
        }
        qint64 counted = 0;
        for (const SupplyWeek &week : supplyWeeks(lines, {}, today, 9)) // 9 weeks reach back 57 days at least
            for (const ItemTotals &item : week.items)
                counted += item.given;
        CHECK(counted == given);
    }
}

TEST_CASE("A message was last given on the latest day that anything tells of, whatever list it stood in")
{
    MessagesGiven given;
    given.add(u"not_alone,mixing"_s, QDate(2026, 9, 1));
    given.add(u"mixing"_s, QDate(2026, 8, 1));
    given.addKeywork(u"after_a_break"_s, QDate(2026, 7, 1));
    given.addKeywork(u"mixing"_s, QDate(2026, 9, 3));
    CHECK(given.lastGiven(u"not_alone"_s) == QDate(2026, 9, 1));
    CHECK(given.lastGiven(u"mixing"_s) == QDate(2026, 9, 3));
    CHECK(given.lastGiven(u"tolerance"_s) == QDate(2026, 7, 1));
    CHECK_FALSE(given.lastGiven(u"needle_exchange"_s).has_value());
}

} // namespace keywork::test::supply_counts_test
