// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/naloxone_stock.h"
#include "core/rules/take_home.h"
#include "tests/support/catch.h"

#include <QRandomGenerator>

namespace keywork::test::naloxone_stock_test {

using namespace Qt::StringLiterals;

namespace {

const QDate kDay(2026, 9, 14);
const QDateTime kGivenAt(QDate(2026, 9, 14), QTime(1, 15, 10), Qt::UTC);

NaloxoneKit kitOf(NaloxoneKind kind, KitState state, const QString &expires, const QString &batch = u"A12"_s, qint64 doses = 2)
{
    NaloxoneKit kit;
    kit.kind = kind;
    kit.state = state;
    kit.batch = batch;
    kit.expiresOn = PartialDate::fromText(expires);
    if (isHere(state))
        kit.dosesLeft = doses;
    return kit;
}

template <class T> Kept<T> keptAs(qint64 id, const T &value) { return {{id}, 1, {}, 1, false, value}; }

} // namespace

TEST_CASE("What counts as stock: ready, in date to the last day that is meant, and not called back")
{
    using K = NaloxoneKind;
    using S = KitState;
    struct Case {
        NaloxoneKit kit;
        KitDoubt doubt;
    };
    const QList<Case> cases{
        {kitOf(K::Spray, S::Ready, u"2027-08"_s), KitDoubt::None},
        {kitOf(K::Spray, S::Ready, u"2026-09-14"_s), KitDoubt::None}, // its last good day
        {kitOf(K::Spray, S::Ready, u"2026-09-13"_s), KitDoubt::Expired},
        {kitOf(K::Spray, S::Ready, u"2026-09"_s), KitDoubt::None}, // a month means its last day
        {kitOf(K::Spray, S::Ready, u"2026-08"_s), KitDoubt::Expired},
        {kitOf(K::Spray, S::Ready, QString()), KitDoubt::Expired}, // nobody knows until when
        {kitOf(K::Spray, S::Partial, u"2027-08"_s, u"A12"_s, 1), KitDoubt::Partial},
        {kitOf(K::Spray, S::Partial, u"2026-08"_s, u"A12"_s, 1), KitDoubt::Expired}, // the graver one
        {kitOf(K::Syringe, S::Used, u"2027-08"_s), KitDoubt::Gone}, {kitOf(K::Syringe, S::GivenOut, u"2027-08"_s), KitDoubt::Gone},
        {kitOf(K::Syringe, S::Missing, u"2027-08"_s), KitDoubt::Gone},
        {kitOf(K::Spray, S::Ready, u"2027-08"_s, u"lot B-77"_s), KitDoubt::Recalled},
        {kitOf(K::Spray, S::Ready, u"2026-08"_s, u"B77"_s), KitDoubt::Recalled},
        {kitOf(K::Spray, S::SentBack, u"2027-08"_s, u"B77"_s), KitDoubt::Gone},
        {kitOf(K::Spray, S::Ready, u"2027-08"_s, QString()), KitDoubt::None}, // not readable: a recall lists it apart
    };
    for (qsizetype i = 0; i < cases.size(); ++i) {
        INFO("case " << i);
        CHECK(doubtOf(cases.at(i).kit, kDay, {u"B77"_s}) == cases.at(i).doubt);
        CHECK(isStock(cases.at(i).kit, kDay, {u"B77"_s}) == (cases.at(i).doubt == KitDoubt::None));
    }
}

TEST_CASE("An opened syringe is used up, and a pack with a spray left is partial")
{
    struct Case {
        NaloxoneKind kind;
        qint64 before;
        qint64 doses;
        KitState after;
        std::optional<qint64> left;
    };
    for (const Case &one : {Case{NaloxoneKind::Syringe, 5, 1, KitState::Used, {}}, Case{NaloxoneKind::Syringe, 5, 5, KitState::Used, {}},
             Case{NaloxoneKind::Spray, 2, 1, KitState::Partial, 1}, Case{NaloxoneKind::Spray, 2, 2, KitState::Used, {}},
             Case{NaloxoneKind::Spray, 1, 2, KitState::Used, {}}, Case{NaloxoneKind::Spray, 4, 1, KitState::Partial, 3}}) {
        const NaloxoneKit after
            = afterDoses(kitOf(one.kind, KitState::Ready, u"2027-08"_s, u"A12"_s, one.before), one.doses, kGivenAt, Id<Incident>{7});
        CHECK(after.state == one.after);
        CHECK(after.dosesLeft == one.left);
        CHECK(after.usedAt == kGivenAt);
        CHECK(after.incidentId.value == 7);
    }
}

TEST_CASE("Doses given one by one leave what the same doses given at once leave, and never more than there was")
{
    QRandomGenerator random(7);
    for (int i = 0; i < 2000; ++i) {
        const auto kind = random.bounded(2) == 0 ? NaloxoneKind::Spray : NaloxoneKind::Syringe;
        const qint64 before = 1 + random.bounded(6);
        const int doses = 1 + int(random.bounded(6));
        NaloxoneKit oneByOne = kitOf(kind, KitState::Ready, u"2027-08"_s, u"A12"_s, before);
        for (int dose = 0; dose < doses; ++dose)
            oneByOne = afterDoses(oneByOne, 1, kGivenAt, {});
        const NaloxoneKit atOnce = afterDoses(kitOf(kind, KitState::Ready, u"2027-08"_s, u"A12"_s, before), doses, kGivenAt, {});
        CHECK(oneByOne == atOnce);
        CHECK_FALSE(isStock(atOnce, kDay));
        CHECK(atOnce.dosesLeft.value_or(0) == (kind == NaloxoneKind::Spray ? std::max<qint64>(0, before - doses) : 0));
    }
}

TEST_CASE("Within 60 days, today being the first")
{
    for (const auto &[expires, isSoon] :
        {std::pair(kDay.addDays(-1), false), {kDay, true}, {kDay.addDays(59), true}, {kDay.addDays(60), false}})
        CHECK(runsOutSoon(PartialDate::fromDate(expires), kDay) == isSoon);
    CHECK(runsOutSoon(PartialDate::fromText(u"2026-10"_s), kDay)); // until 31 October
    CHECK_FALSE(runsOutSoon(PartialDate::fromText(u"2026-11"_s), kDay)); // 30 November is the 78th day
    CHECK_FALSE(runsOutSoon({}, kDay));
}

TEST_CASE("A batch is the same however it is written, and one that nobody can read may be the one")
{
    for (const QString &written : {u"B77-2"_s, u"b77 2"_s, u"LOT B772"_s, u"Lot: B.77.2"_s, u"Ｂ772"_s})
        CHECK(batchKey(written) == u"B772"_s);
    CHECK(batchKey(u"LOT"_s) == u"LOT"_s); // no number behind it: these are the letters
    CHECK(matchesRecall(u"lot b77 2"_s, u"B772"_s) == RecallMatch::Yes);
    CHECK(matchesRecall(u"B7721"_s, u"B772"_s) == RecallMatch::No);
    CHECK(matchesRecall(u" - "_s, u"B772"_s) == RecallMatch::NotReadable);
    CHECK(matchesRecall(QString(), u"B772"_s) == RecallMatch::NotReadable);
}

TEST_CASE("A place counts what lies there, and a check is due a month after the last")
{
    NaloxonePlace reception;
    reception.atLeast = 3;
    NaloxonePlace closed;
    closed.outOfUse = true;
    QList<Kept<NaloxoneKit>> kits;
    const auto put = [&kits](NaloxoneKit kit, qint64 place) {
        kit.placeId = {place};
        kits.append(keptAs(kits.size() + 1, kit));
    };
    put(kitOf(NaloxoneKind::Spray, KitState::Ready, u"2027-08"_s), 1);
    put(kitOf(NaloxoneKind::Spray, KitState::Ready, u"2026-08"_s), 1);
    put(kitOf(NaloxoneKind::Spray, KitState::Partial, u"2027-08"_s, u"A12"_s, 1), 1);
    put(kitOf(NaloxoneKind::Spray, KitState::Used, u"2027-08"_s), 1);
    put(kitOf(NaloxoneKind::Spray, KitState::Ready, u"2027-08"_s), 2);
    const auto stocks = stockByPlace({keptAs(1, reception), keptAs(2, closed)}, kits, kDay);
    REQUIRE(stocks.size() == 1);
    CHECK(stocks.first().stock.size() == 1);
    CHECK(stocks.first().doubtful.size() == 2);
    CHECK(stocks.first().missing() == 2);
    CHECK(checkDueFrom({}, kDay) == kDay);
    CHECK(checkDueFrom(QDate(2026, 8, 14), kDay) == kDay);
    CHECK(checkDueFrom(QDate(2026, 1, 31), kDay) == QDate(2026, 2, 28));
}

TEST_CASE("Whether somebody has naloxone to hand, and since when that is known")
{
    const auto one = [](TakeHomeState state, QDate on, const QString &expires = {}, std::optional<QDate> ended = {}) {
        TakeHomeNaloxone value;
        value.state = state;
        value.onDay = on;
        value.expiresOn = PartialDate::fromText(expires);
        value.endedOn = ended;
        return keptAs(1, value);
    };
    struct Case {
        QList<Kept<TakeHomeNaloxone>> theirs;
        std::optional<std::pair<bool, QDate>> told;
    };
    const QDate june(2026, 6, 1);
    const QDate august(2026, 8, 1);
    const QList<Case> cases{
        {{}, {}}, {{one(TakeHomeState::Expected, june)}, {}}, // arranged is not had
        {{one(TakeHomeState::Has, june)}, {{true, june}}}, {{one(TakeHomeState::Has, june, u"2026-08"_s)}, {{false, QDate(2026, 9, 1)}}},
        {{one(TakeHomeState::Lost, june, {}, august)}, {{false, august}}},
        {{one(TakeHomeState::Lost, june, u"2026-06"_s, august)}, {{false, QDate(2026, 7, 1)}}}, // ran out before it was lost
        {{one(TakeHomeState::Lost, june, {}, august), one(TakeHomeState::Has, QDate(2026, 7, 1))}, {{true, QDate(2026, 7, 1)}}},
        {{one(TakeHomeState::Used, june, {}, june), one(TakeHomeState::Lost, june, {}, august)}, {{false, august}}},
        {{one(TakeHomeState::Has, kDay.addDays(1))}, {}}, // not yet
    };
    for (qsizetype i = 0; i < cases.size(); ++i) {
        INFO("case " << i);
        const auto told = naloxoneToHand(cases.at(i).theirs, kDay);
        REQUIRE(told.has_value() == cases.at(i).told.has_value());
        if (!told)
            continue;
        CHECK(told->isToHand == cases.at(i).told->first);
        CHECK(told->on == cases.at(i).told->second);
    }
}

TEST_CASE("What is called back nobody may rely on, from the day of the recall on, whatever way its batch is written")
{
    TakeHomeNaloxone value;
    value.state = TakeHomeState::Has;
    value.onDay = QDate(2026, 6, 1);
    value.batch = u"LOT b-77"_s;
    const QList<Kept<TakeHomeNaloxone>> theirs{keptAs(1, value)};
    const auto since = [&](const RecallDays &recalled, QDate today = kDay) {
        const auto told = naloxoneToHand(theirs, today, recalled);
        return std::pair(told->isToHand, told->on);
    };
    CHECK(since({}) == std::pair(true, value.onDay));
    CHECK(since({{u"A12"_s, kDay}}) == std::pair(true, value.onDay));
    CHECK(since({{u"B77"_s, QDate(2026, 9, 1)}}) == std::pair(false, QDate(2026, 9, 1)));
    CHECK(since({{u"B77"_s, QDate(2026, 9, 1)}}, QDate(2026, 8, 31)) == std::pair(true, value.onDay));
    CHECK(since({{u"B77"_s, QDate(2026, 5, 1)}}) == std::pair(false, value.onDay)); // handed over all the same
    value.batch.clear(); // nobody could read it: a recall does not say so
    CHECK(isToHand(value, kDay, {{u"B77"_s, QDate(2026, 9, 1)}}));
}

} // namespace keywork::test::naloxone_stock_test
