// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/stage_movement.h"
#include "tests/support/catch.h"

#include <QRandomGenerator>

namespace keywork::test::stage_spread_test {

namespace {

const QDate kSince(2028, 1, 31);
const QDate kDay(2028, 2, 29);

Kept<StageEntry> entry(qint64 id, qint64 person, QDate from, Stage stage)
{
    Kept<StageEntry> kept;
    kept.id = {id};
    kept.value.personId = {person};
    kept.value.fromOn = from;
    kept.value.stage = stage;
    return kept;
}

} // namespace

TEST_CASE("Whoever is further than a month ago moved forward; who had no stage then is held against their first")
{
    QHash<qint64, QList<Kept<StageEntry>>> entries;
    entries[1] = {entry(1, 1, kSince, Stage::ChaoticEngaging), entry(2, 1, kDay, Stage::Settled)};
    entries[2] = {entry(3, 2, kSince.addDays(-1), Stage::Settled), entry(4, 2, kSince, Stage::InTreatment)}; // moved before
    entries[3] = {entry(5, 3, kSince.addDays(4), Stage::Settled), entry(6, 3, kSince.addDays(9), Stage::InTreatment)};
    entries[4] = {entry(7, 4, kDay.addDays(1), Stage::Settled)}; // still to come
    const StageSpread spread = stageSpread({1, 2, 3, 4, 5}, entries, kSince, kDay);
    CHECK(spread.now == std::array{0, 0, 2, 0, 1});
    CHECK(spread.unknown == 2);
    CHECK(spread.forward == 1);
    CHECK(spread.back == 1);
}

TEST_CASE("In any house everybody is in one stage or in none, and nobody moved both ways")
{
    QRandomGenerator random(20260914);
    for (int round = 0; round < 200; ++round) {
        QHash<qint64, QList<Kept<StageEntry>>> entries;
        QList<qint64> people;
        qint64 id = 0;
        for (qint64 person = 1; person <= random.bounded(1, 12); ++person) {
            people.append(person);
            for (int i = random.bounded(4); i > 0; --i)
                entries[person].append(entry(++id, person, kDay.addDays(-random.bounded(90)), Stage(random.bounded(5))));
        }
        const StageSpread spread = stageSpread(people, entries, kSince, kDay);
        int all = spread.unknown;
        for (const int count : spread.now)
            all += count;
        CHECK(all == people.size());
        CHECK(spread.forward + spread.back <= all - spread.unknown);
    }
}

} // namespace keywork::test::stage_spread_test
