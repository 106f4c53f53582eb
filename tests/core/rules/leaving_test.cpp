// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/leaving.h"
#include "tests/support/catch.h"

#include <QRandomGenerator>
#include <QStringList>
#include <algorithm>
#include <optional>

namespace keywork::test::leaving_test {

using namespace Qt::StringLiterals;

namespace {

const QDate kDay(2026, 9, 14);

LeavingKnown known(LeavingFrom from, QDate began, QDate leaves, qint64 person = 1, qint64 record = 10)
{
    return {u"a_table"_s, record, person, from, began, leaves};
}

LeavingSaid answered(LeavingFrom from, QDate on, bool hasHousing, qint64 record = 1, qint64 person = 1)
{
    return {record, person, from, on, hasHousing};
}

} // namespace

TEST_CASE("Leaving is spoken of for 28 days before and after, the day itself counted")
{
    CHECK(isLeavingNow(kDay, kDay));
    CHECK(isLeavingNow(kDay.addDays(27), kDay)); // the 28th day
    CHECK_FALSE(isLeavingNow(kDay.addDays(28), kDay));
    CHECK(isLeavingNow(kDay.addDays(-27), kDay));
    CHECK_FALSE(isLeavingNow(kDay.addDays(-28), kDay));
    CHECK_FALSE(isLeavingNow({}, kDay));
    CHECK(isLeavingNow(QDate(2028, 2, 1), QDate(2028, 2, 28))); // over a leap day
    CHECK_FALSE(isLeavingNow(QDate(2028, 2, 1), QDate(2028, 2, 29)));
}

TEST_CASE("Who is out is asked; who said where they go to is not asked for housing")
{
    const QDate began = kDay.addDays(-40);
    struct Case {
        const char *what;
        QList<LeavingKnown> known;
        QList<LeavingSaid> said;
        std::optional<LeavingNeed> need;
    };
    using enum LeavingFrom;
    const QList<Case> cases{
        {"released yesterday, nobody asked", {known(Custody, began, kDay.addDays(-1))}, {}, LeavingNeed::Ask},
        {"released today", {known(Custody, began, kDay)}, {}, LeavingNeed::Ask},
        {"release in ten days, nothing said", {known(Custody, began, kDay.addDays(10))}, {}, LeavingNeed::Housing},
        {"release in a month", {known(Custody, began, kDay.addDays(28))}, {}, {}},
        {"released five weeks ago", {known(Custody, began.addDays(-90), kDay.addDays(-35))}, {}, {}},
        {"asked, and no plan", {known(Custody, began, kDay.addDays(-1))}, {answered(Custody, kDay, false)}, LeavingNeed::Housing},
        {"asked, back here", {known(Custody, began, kDay.addDays(-1))}, {answered(Custody, kDay, true)}, {}},
        {"asked before the day of release", {known(Custody, began, kDay.addDays(10))}, {answered(Custody, kDay.addDays(12), true)}, {}},
        {"asked about an earlier time there", {known(Custody, began, kDay)}, {answered(Custody, began.addDays(-1), true)},
            LeavingNeed::Ask},
        {"asked about a hospital instead", {known(Custody, began, kDay)}, {answered(Hospital, kDay.addDays(-30), true)}, LeavingNeed::Ask},
        {"somebody else was asked", {known(Custody, began, kDay)}, {answered(Custody, kDay, true, 1, 2)}, LeavingNeed::Ask},
        {"the latest answer counts", {known(Custody, began, kDay)},
            {answered(Custody, kDay, true, 1), answered(Custody, kDay.addDays(1), false, 2)}, LeavingNeed::Housing},
        {"an answer by itself, no plan", {}, {answered(Rehab, kDay.addDays(3), false)}, LeavingNeed::Housing},
        {"an answer by itself, agreed", {}, {answered(Rehab, kDay.addDays(3), true)}, {}},
        {"an answer by itself, long ago", {}, {answered(Rehab, kDay.addDays(-28), false)}, {}},
        {"treatment ends", {known(Treatment, {}, kDay.addDays(-2))}, {}, LeavingNeed::Ask},
        {"treatment ends, said within the window", {known(Treatment, {}, kDay)}, {answered(Treatment, kDay.addDays(-20), true)}, {}},
    };
    for (const Case &one : cases) {
        INFO(one.what);
        const QList<LeavingDue> due = leavingsDue(one.known, one.said, kDay);
        CHECK(due.size() == (one.need ? 1 : 0));
        if (one.need && !due.isEmpty())
            CHECK(due.first().need == *one.need);
    }
}

TEST_CASE("The end of treatment is not asked about beside a detox of the same person")
{
    const LeavingKnown detox = known(LeavingFrom::Detox, kDay.addDays(-14), kDay, 1, 10);
    const LeavingKnown treatment = known(LeavingFrom::Treatment, kDay.addDays(-90), kDay, 1, 11);
    const LeavingKnown others = known(LeavingFrom::Treatment, kDay.addDays(-90), kDay, 2, 12);
    const QList<LeavingDue> due = leavingsDue({treatment, detox, others}, {}, kDay);
    REQUIRE(due.size() == 2);
    CHECK(due.at(0).about == detox);
    CHECK(due.at(1).about == others);
}

TEST_CASE("What is due does not depend on the order in which it was written down, and nobody with housing is named")
{
    QRandomGenerator random(20260914);
    for (int round = 0; round < 2000; ++round) {
        QList<LeavingKnown> records;
        QList<LeavingSaid> said;
        for (int i = 0; i < 5; ++i) {
            const auto from = LeavingFrom(random.bounded(5));
            const QDate leaves = kDay.addDays(random.bounded(100) - 50);
            records.append(known(from, leaves.addDays(-random.bounded(40)), leaves, random.bounded(2), i));
            said.append(answered(
                LeavingFrom(random.bounded(5)), kDay.addDays(random.bounded(100) - 50), random.bounded(2) == 0, i, random.bounded(2)));
        }
        const auto sorted = [](QList<LeavingDue> due) {
            QStringList lines;
            for (const LeavingDue &one : due)
                lines.append(u"%1/%2/%3"_s.arg(one.about.kind).arg(one.about.record).arg(int(one.need)));
            lines.sort();
            return lines;
        };
        const QStringList before = sorted(leavingsDue(records, said, kDay));
        std::reverse(records.begin(), records.end());
        std::reverse(said.begin(), said.end());
        REQUIRE(sorted(leavingsDue(records, said, kDay)) == before);
        for (LeavingSaid &one : said)
            one.hasHousing = true;
        for (const LeavingDue &due : leavingsDue(records, said, kDay)) // only where nothing was said at all
            for (const LeavingSaid &one : std::as_const(said))
                REQUIRE_FALSE((one.person == due.about.person && one.from == due.about.from && one.onDay >= due.about.began));
    }
}

} // namespace keywork::test::leaving_test
