// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/treatment_cover.h"
#include "tests/support/catch.h"

#include <QRandomGenerator>
#include <QStringList>

namespace keywork::test::rules_treatment_cover_test {

using namespace Qt::StringLiterals;

namespace {

const BankHolidays &england() { return BankHolidays::of(Nation::EnglandAndWales); }

/// Hours since a day, as "1111110": Monday to Sunday.
OpeningDays opening(QDate from, const char *weekdays, BankHolidayOpen bankHolidays = BankHolidayOpen::Closed)
{
    OpeningDays days{.from = from, .bankHolidays = bankHolidays};
    for (size_t i = 0; i < 7; ++i)
        days.weekday.at(i + 1) = weekdays[i] == '1';
    return days;
}

ScriptSpan script(QDate from, std::optional<QDate> until, const char *pickups, const char *opens = nullptr)
{
    ScriptSpan span{.id = 1, .from = from, .until = until};
    for (size_t i = 0; i < 7; ++i)
        span.pickup.at(i + 1) = pickups[i] == '1';
    if (opens)
        span.open = {opening(QDate(2026, 1, 1), opens)};
    return span;
}

CoverageInput course(QList<ScriptSpan> scripts)
{
    for (int i = 0; i < scripts.size(); ++i)
        scripts[i].id = i + 1;
    return {std::move(scripts), &england()};
}

/// One letter a day: covered, gap, unknown, closed and not arranged (x), none (-).
QString letters(const CoverageInput &input, QDate from, QDate until)
{
    QString said;
    for (const CoverDay &day : coverage(input, from, until))
        said += day.state == CoverState::Covered ? u'c'
            : day.state == CoverState::Gap       ? u'g'
            : day.state == CoverState::Unknown   ? u'u'
            : day.state == CoverState::None      ? u'-'
                                                 : u'x';
    return said;
}

CollectionSaid said(qint64 id, QDate due, CollectionOutcome outcome, QDate held = {})
{
    return {id, 1, due, outcome, held.isValid() ? held : due, DoseKnownFrom::CollectedOnly, {}};
}

} // namespace

TEST_CASE("Each day of a prescription is covered, a gap, unknown, or closed and not arranged")
{
    const QDate dec15(2026, 12, 15);
    ScriptSpan christmas = script(dec15, QDate(2026, 12, 28), "1111111", "1111111");
    christmas.open.append(opening(QDate(2026, 12, 21), "1111110")); // the hours for Christmas
    ScriptSpan arranged = christmas;
    arranged.closedDaysPrior = true;
    const ScriptSpan sixDays = script(QDate(2026, 9, 14), QDate(2026, 9, 27), "1111110", "1111110");
    ScriptSpan bankHolidayOpen = christmas;
    for (OpeningDays &hours : bankHolidayOpen.open)
        hours.bankHolidays = BankHolidayOpen::Open;
    ScriptSpan nobodyAsked = script(dec15, QDate(2026, 12, 28), "1111111");
    const ScriptSpan easter = script(QDate(2027, 3, 22), QDate(2027, 4, 4), "1111110", "1111110");
    ScriptSpan easterArranged = easter;
    easterArranged.closedDaysPrior = true;
    const ScriptSpan weekly = script(QDate(2026, 8, 24), QDate(2026, 9, 6), "1000000", "1111110");
    ScriptSpan weeklyRest = weekly;
    weeklyRest.restOfMissed = true;
    ScriptSpan open = script(QDate(2026, 9, 14), {}, "1111111");
    ScriptSpan openConfirmed = open;
    openConfirmed.confirmedUntil = QDate(2026, 9, 17);
    ScriptSpan extended = script(QDate(2026, 9, 14), QDate(2026, 9, 16), "1111111");
    extended.confirmedUntil = QDate(2026, 9, 18);
    ScriptSpan stopped = script(QDate(2026, 9, 14), QDate(2026, 9, 20), "1111111");
    stopped.stoppedOn = QDate(2026, 9, 16);
    ScriptSpan lost = script(QDate(2026, 9, 14), QDate(2026, 9, 20), "1111111");
    lost.lostOn = QDate(2026, 9, 16);
    ScriptSpan found = lost;
    found.replacedOn = QDate(2026, 9, 18);
    ScriptSpan fromHospital = script(QDate(2026, 9, 16), QDate(2026, 9, 20), "1111111");
    fromHospital.lastDoseBefore = QDate(2026, 9, 13);
    ScriptSpan fortnightly = script(QDate(2026, 9, 14), QDate(2026, 10, 11), "1000000", "1111110");
    fortnightly.everyWeeks = 2;
    ScriptSpan injection{.id = 1, .from = QDate(2026, 9, 14), .until = {}, .isInjection = true};
    injection.injections = {{QDate(2026, 9, 14), QDate(2026, 9, 21), 2, {}}};
    ScriptSpan injectionEnded = injection;
    injectionEnded.until = QDate(2026, 9, 16);
    ScriptSpan injectionEndsInWindow = injection;
    injectionEndsInWindow.until = QDate(2026, 9, 21);

    const struct {
        const char *what;
        ScriptSpan script;
        QDate from, until;
        const char *days;
    } cases[] = {
        {"Christmas 2026: closed on the 25th, 27th and 28th, nothing arranged", christmas, dec15, QDate(2026, 12, 29), "ccccccccccxcxxg"},
        {"Christmas with closed days on a day before", arranged, dec15, QDate(2026, 12, 29), "ccccccccccccccg"},
        {"Open on bank holidays, but no Sunday", bankHolidayOpen, dec15, QDate(2026, 12, 29), "ccccccccccccxcg"},
        {"Nobody asked about bank holidays", nobodyAsked, dec15, QDate(2026, 12, 29), "ccccccccccuccug"},
        {"Sunday belongs to Saturday's collection", sixDays, QDate(2026, 9, 14), QDate(2026, 9, 28), "ccccccccccccccg"},
        {"Easter 2027: Good Friday and Easter Monday, Sunday is Saturday's", easter, QDate(2027, 3, 22), QDate(2027, 4, 4),
            "ccccxccxcccccc"},
        {"Easter with closed days on a day before", easterArranged, QDate(2027, 3, 22), QDate(2027, 4, 4), "cccccccccccccc"},
        {"A weekly collection on a bank holiday is lost for the week", weekly, QDate(2026, 8, 30), QDate(2026, 9, 7), "cxxxxxxxg"},
        {"Unless the rest is still dispensed", weeklyRest, QDate(2026, 8, 30), QDate(2026, 9, 7), "cxccccccg"},
        {"An open-ended one that nobody confirmed", open, QDate(2026, 9, 13), QDate(2026, 9, 15), "-uu"},
        {"It is unknown beyond its last confirmation", openConfirmed, QDate(2026, 9, 14), QDate(2026, 9, 19), "ccccuu"},
        {"A confirmation goes on beyond the paper", extended, QDate(2026, 9, 14), QDate(2026, 9, 19), "cccccg"},
        {"Stopped on purpose leaves no gap", stopped, QDate(2026, 9, 14), QDate(2026, 9, 18), "ccc--"},
        {"A lost script", lost, QDate(2026, 9, 14), QDate(2026, 9, 21), "ccgggggg"},
        {"A lost script that was replaced", found, QDate(2026, 9, 14), QDate(2026, 9, 21), "ccggcccg"},
        {"Over discharge: the days since the last dose in hospital", fromHospital, QDate(2026, 9, 12), QDate(2026, 9, 17), "--ggcc"},
        {"Collected every second week", fortnightly, QDate(2026, 9, 14), QDate(2026, 10, 12), "ccccccccccccccccccccccccccccg"},
        {"29 February", script(QDate(2028, 2, 21), QDate(2028, 2, 29), "1111110", "1111110"), QDate(2028, 2, 28), QDate(2028, 3, 1), "ccg"},
        {"An injection covers its days, then it is due, then it is a gap", injection, QDate(2026, 9, 13), QDate(2026, 9, 24),
            "-cccccccuugg"},
        {"An injection works on beyond its prescription, then there is a gap at once", injectionEnded, QDate(2026, 9, 18),
            QDate(2026, 9, 24), "cccgggg"},
        {"A prescription that ends within the window of its injection", injectionEndsInWindow, QDate(2026, 9, 18), QDate(2026, 9, 24),
            "cccuggg"},
    };
    for (const auto &one : cases) {
        INFO(one.what);
        CHECK(letters(course({one.script}), one.from, one.until) == QString::fromLatin1(one.days));
    }
}

TEST_CASE("A prescription that follows takes the place of the earlier one, and an overlap is said")
{
    const ScriptSpan first = script(QDate(2026, 9, 7), QDate(2026, 9, 20), "1111110", "1111110");
    ScriptSpan second = script(QDate(2026, 9, 13), QDate(2026, 9, 26), "1111110", "1111110"); // from a Sunday
    SECTION("It follows: the Sunday is still of Saturday's collection")
    {
        second.follows = 1;
        const CoverageInput input = course({first, second});
        const CoverDay sunday = coverOn(input, QDate(2026, 9, 13));
        CHECK(sunday.state == CoverState::Covered);
        CHECK(sunday.script == 1);
        CHECK(sunday.pickupOn == QDate(2026, 9, 12));
        const CoverDay monday = coverOn(input, QDate(2026, 9, 14));
        CHECK(monday.script == 2);
        CHECK(monday.alsoBy.isEmpty());
    }
    SECTION("It does not: both are said")
    {
        const CoverDay monday = coverOn(course({first, second}), QDate(2026, 9, 14));
        CHECK(monday.state == CoverState::Covered);
        CHECK(monday.script == 2);
        CHECK(monday.alsoBy == QList<qint64>{1});
    }
    SECTION("Between two prescribers: the gap of the picture")
    {
        const ScriptSpan wellbeing = script(QDate(2026, 8, 31), QDate(2026, 9, 16), "1111110", "1111110");
        ScriptSpan hale = script(QDate(2026, 9, 21), QDate(2026, 10, 4), "1111110", "1111110");
        hale.follows = 1;
        const CoverageInput input = course({wellbeing, hale});
        const auto gap = nextGap(input, QDate(2026, 9, 14));
        REQUIRE(gap);
        CHECK(gap->from == QDate(2026, 9, 17));
        CHECK(gap->until == QDate(2026, 9, 20));
        CHECK_FALSE(gap->goesOn);
    }
}

TEST_CASE("Today speaks of a gap two working days before, and five where a closed day, arrival, discharge or release lies between")
{
    ScriptSpan christmas = script(QDate(2026, 12, 15), QDate(2026, 12, 28), "1111111", "1111111");
    christmas.open.append(opening(QDate(2026, 12, 21), "1111110"));
    const struct {
        const char *what;
        ScriptSpan script;
        QDate today;
        QList<QDate> changes;
        QDate first;
        QDate warned;
    } cases[] = {
        {"15 to 28 December 2026: warned on Friday the 18th", christmas, QDate(2026, 12, 15), {}, QDate(2026, 12, 25), QDate(2026, 12, 18)},
        {"An ordinary Wednesday", script(QDate(2026, 9, 3), QDate(2026, 9, 16), "1111110", "1111110"), QDate(2026, 9, 3), {},
            QDate(2026, 9, 17), QDate(2026, 9, 15)},
        {"A discharge lies between", script(QDate(2026, 9, 3), QDate(2026, 9, 16), "1111110", "1111110"), QDate(2026, 9, 3),
            {QDate(2026, 9, 14)}, QDate(2026, 9, 17), QDate(2026, 9, 10)},
        {"A discharge long before does not", script(QDate(2026, 9, 3), QDate(2026, 9, 16), "1111110", "1111110"), QDate(2026, 9, 3),
            {QDate(2026, 9, 9)}, QDate(2026, 9, 17), QDate(2026, 9, 15)},
        {"A Friday before a bank-holiday Monday", script(QDate(2026, 8, 15), QDate(2026, 8, 28), "1111110", "1111110"), QDate(2026, 8, 17),
            {}, QDate(2026, 8, 29), QDate(2026, 8, 24)},
        {"A Friday before an ordinary Monday", script(QDate(2026, 9, 5), QDate(2026, 9, 18), "1111110", "1111110"), QDate(2026, 9, 7), {},
            QDate(2026, 9, 19), QDate(2026, 9, 17)},
        {"29 February is a day like others", script(QDate(2028, 2, 16), QDate(2028, 2, 29), "1111110", "1111110"), QDate(2028, 2, 16), {},
            QDate(2028, 3, 1), QDate(2028, 2, 28)},
    };
    for (const auto &one : cases) {
        INFO(one.what);
        const CoverageInput input = course({one.script});
        const auto gap = nextGap(input, one.today);
        REQUIRE(gap);
        CHECK(gap->from == one.first);
        CHECK(gapWarnedFrom(gap->from, input, one.changes, GapRule()) == one.warned);
    }
    CHECK(gapWarnedFrom(QDate(2026, 9, 17), course({}), {}, GapRule{3, 5}) == QDate(2026, 9, 14)); // the house's own figure
}

TEST_CASE("Days without a dose held count, not collections")
{
    const QDate monday(2027, 1, 11);
    const CoverageInput weekly = course({script(QDate(2027, 1, 4), QDate(2027, 1, 31), "1000000", "1111110")});
    const CoverageInput daily = course({script(QDate(2027, 1, 4), QDate(2027, 1, 31), "1111111")});
    using enum CollectionOutcome;
    const CollectionSaid before = said(1, QDate(2027, 1, 4), Collected);
    const struct {
        const char *what;
        const CoverageInput *input;
        QList<CollectionSaid> words;
        QDate today;
        int certain;
        int perhaps;
    } cases[] = {
        {"Missed on Monday 11 January: one day on the day itself", &weekly, {before, said(2, monday, NotCollected)}, monday, 1, 1},
        {"Two on Tuesday", &weekly, {before, said(2, monday, NotCollected)}, monday.addDays(1), 2, 2},
        {"An emergency on Wednesday the 13th", &weekly, {before, said(2, monday, NotCollected)}, monday.addDays(2), 3, 3},
        {"Collected on Tuesday it was one day missed, and none since", &weekly, {before, said(2, monday, Collected, monday.addDays(1))},
            monday.addDays(2), 0, 0},
        {"A day nobody knows about neither adds nor breaks", &daily,
            {said(1, monday.addDays(-3), Collected), said(2, monday.addDays(-2), NotCollected), said(4, monday, NotCollected)}, monday, 2,
            3},
        {"At least two, perhaps four", &daily,
            {said(1, monday.addDays(-4), Collected), said(2, monday.addDays(-3), NotCollected), said(3, monday.addDays(-2), NotKnown),
                said(4, monday, NotCollected)},
            monday, 2, 4},
        {"Today is not over: nothing said yet adds nothing", &daily, {said(1, monday.addDays(-1), Collected)}, monday, 0, 0},
        {"By staff is held", &daily, {said(1, monday.addDays(-1), NotCollected), said(2, monday, ByStaff)}, monday, 0, 0},
    };
    for (const auto &one : cases) {
        INFO(one.what);
        const MissedDoses missed = missedDoses(doseDays(*one.input, one.words, {}, QDate(2027, 1, 4), one.today), one.today);
        CHECK(missed.certain == one.certain);
        CHECK(missed.perhaps == one.perhaps);
        CHECK(missed.isAlarm() == (one.certain >= 3));
    }
}

TEST_CASE("What nobody said anything about is not known, and never counts as taken")
{
    const QDate monday(2027, 1, 11);
    const CoverageInput daily = course({script(QDate(2027, 1, 4), QDate(2027, 1, 31), "1111111")});
    const auto days = doseDays(daily, {said(1, QDate(2027, 1, 7), CollectionOutcome::Collected)}, {}, QDate(2027, 1, 4), monday);
    REQUIRE(days.size() == 8);
    CHECK(days.at(3).held == DoseHeld::Held);
    CHECK(days.at(4).held == DoseHeld::NotKnown);
    CHECK(notKnownSince(days, monday) == QDate(2027, 1, 8));
    CHECK_FALSE(notKnownSince(days, QDate(2027, 1, 8))); // the day itself is not over
    CHECK(missedDoses(days, monday).certain == 0);
}

TEST_CASE("What was given in hospital counts as held, and what is not known there stays not known")
{
    const QDate monday(2027, 1, 11);
    const CoverageInput daily = course({script(QDate(2027, 1, 4), QDate(2027, 1, 31), "1111111")});
    QList<CollectionSaid> words;
    for (int i = 0; i < 4; ++i)
        words.append(said(i + 1, monday.addDays(i), CollectionOutcome::NotCollected));
    const QDate thursday = monday.addDays(3);
    const auto missedWith = [&](DoseThere dose) {
        return missedDoses(doseDays(daily, words, {{monday, monday.addDays(2), dose}}, QDate(2027, 1, 11), thursday), thursday).certain;
    };
    CHECK(missedDoses(doseDays(daily, words, {}, QDate(2027, 1, 11), thursday), thursday).certain == 4);
    CHECK(missedWith(DoseThere::Yes) == 2); // Wednesday, the day of leaving, is the house's again
    CHECK(missedWith(DoseThere::No) == 4);
    CHECK(missedWith(DoseThere::NotKnown) == 2);
}

TEST_CASE("Collected is not taken: the last known dose says how it is known, and who told us")
{
    ScriptSpan one = script(QDate(2026, 9, 7), QDate(2026, 9, 20), "1111110");
    one.lastDoseBefore = QDate(2026, 9, 6);
    one.lastDoseToldBy = u"Ward 4"_s;
    const CoverageInput input = course({one});
    CHECK(lastKnownDose(input, {}, QDate(2026, 9, 14)) == LastDose{QDate(2026, 9, 6), DoseKnownFrom::SaidByThem, u"Ward 4"_s, 0});
    CollectionSaid supervised = said(5, QDate(2026, 9, 10), CollectionOutcome::Collected);
    supervised.knownFrom = DoseKnownFrom::Supervised;
    supervised.toldBy = u"High St Pharmacy"_s;
    const QList<CollectionSaid> words{supervised, said(6, QDate(2026, 9, 11), CollectionOutcome::NotCollected)};
    CHECK(lastKnownDose(input, words, QDate(2026, 9, 14))
        == LastDose{QDate(2026, 9, 10), DoseKnownFrom::Supervised, u"High St Pharmacy"_s, 5});
    CHECK_FALSE(lastKnownDose(course({script(QDate(2026, 9, 7), {}, "1111111")}), {}, QDate(2026, 9, 14)));
}

TEST_CASE("A dose is said with its strength, and both numbers must agree")
{
    Prescription liquid{.form = MedicineForm::Liquid, .dose = Decimal::fromWhole(35), .strength = Decimal::fromWhole(1)};
    liquid.amount = Decimal::fromWhole(35);
    CHECK(doseWithStrength(liquid) == u"35 mg (35 ml of 1 mg/ml)"_s);
    CHECK(dosesAgree(liquid));
    liquid.amount = Decimal::fromText(u"35.5"_s);
    CHECK_FALSE(dosesAgree(liquid));
    Prescription tablets{.form = MedicineForm::Tablets, .dose = Decimal::fromText(u"10.4"_s), .strength = Decimal::fromWhole(8)};
    tablets.amount = Decimal::fromWhole(1);
    CHECK_FALSE(dosesAgree(tablets));
    tablets.secondStrength = Decimal::fromText(u"0.4"_s);
    tablets.secondAmount = Decimal::fromWhole(6);
    CHECK(dosesAgree(tablets));
    CHECK(doseWithStrength(tablets) == u"10.4 mg (1 x 8 mg + 6 x 0.4 mg)"_s);
    const TitrationStep step{{}, {}, QDate(2026, 9, 14), Decimal::fromWhole(40), Decimal::fromWhole(40), {}};
    CHECK(doseWithStrength(liquid, &step) == u"40 mg (40 ml of 1 mg/ml)"_s);
    CHECK(stepOn({step}, QDate(2026, 9, 13)) == nullptr);
    REQUIRE(stepOn({step}, QDate(2026, 9, 14)));
}

TEST_CASE("Of a place without hours for the day of the collection it is said that they are not known, and only then")
{
    const QDate monday(2026, 9, 14);
    const auto unknownDays = [&](const ScriptSpan &one) {
        QString said;
        for (const CoverDay &day : coverage(course({one}), monday, monday.addDays(13))) {
            CHECK(day.state == CoverState::Covered);
            said += day.hoursNotKnown ? u'?' : u'.';
        }
        return said;
    };
    ScriptSpan weekly = script(monday, QDate(2026, 12, 31), "1000000");
    CHECK(unknownDays(weekly) == u"??????????????");
    weekly.open = {opening(monday.addDays(7), "1111100")}; // on file since the second week
    CHECK(unknownDays(weekly) == u"???????.......");
    weekly.open = {opening(monday.addDays(1), "1111100")}; // since Tuesday: the first Monday's dose was collected before
    CHECK(unknownDays(weekly) == u"???????.......");
    weekly.open = {opening(QDate(2026, 1, 1), "1111100")};
    CHECK(unknownDays(weekly) == u"..............");
    CHECK(unknownDays(script(monday, QDate(2026, 12, 31), "0000000")) == u".............."); // collected on days nobody knows
}

TEST_CASE("Days without a dose are counted the same forwards as back, whatever is known of them")
{
    QRandomGenerator random(20270111);
    const QDate first(2027, 1, 4);
    for (int round = 0; round < 3000; ++round) {
        QList<DoseDay> days;
        int certain = 0;
        int perhaps = 0;
        std::optional<QDate> since; // not known
        const int count = 1 + random.bounded(20);
        const QDate today = first.addDays(count - 1);
        for (int i = 0; i < count; ++i) {
            const auto held = DoseHeld(random.bounded(3));
            days.append({{}, first.addDays(i), held});
            if (held == DoseHeld::Held)
                certain = perhaps = 0;
            certain += held == DoseHeld::NotHeld ? 1 : 0;
            perhaps += held == DoseHeld::NotHeld || (held == DoseHeld::NotKnown && i + 1 < count) ? 1 : 0;
            if (i + 1 < count)
                since = held != DoseHeld::NotKnown ? std::nullopt : since ? since : std::optional(first.addDays(i));
        }
        INFO("round " << round);
        const MissedDoses missed = missedDoses(days, today);
        CHECK(missed.certain == certain);
        CHECK(missed.perhaps == perhaps);
        CHECK(notKnownSince(days, today) == since);
    }
}

} // namespace keywork::test::rules_treatment_cover_test
