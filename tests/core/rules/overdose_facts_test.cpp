// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/overdose_facts.h"
#include "tests/core/rules/overdose_on_file.h"
#include "tests/support/catch.h"

#include <random>

namespace keywork::test::overdose_facts_test {

using namespace Qt::StringLiterals;

TEST_CASE("Each fact stands to its last day and no longer, the day of the event being day 1, leap years and changed clocks or not")
{
    const QList<QDate> days{
        QDate(2026, 9, 14), QDate(2024, 2, 29), QDate(2023, 2, 27), QDate(2026, 3, 28), QDate(2026, 10, 24), QDate(2025, 12, 31)};
    for (const Lasting &one : lasting())
        for (const QDate day : days) {
            INFO(one.sentence << ", " << day.toString(Qt::ISODate).toStdString());
            for (const int which : {1, one.lastDay}) {
                OverdoseInput input = on(day.addDays(which - 1));
                one.put(input, day);
                CHECK(has(input, one.fact));
            }
            for (const int which : {0, one.lastDay + 1}) { // before it happened, and the day after
                OverdoseInput input = on(day.addDays(which - 1));
                one.put(input, day);
                CHECK_FALSE(has(input, one.fact));
            }
        }
}

TEST_CASE("An overdose is an earlier one from its 91st day on, for ever")
{
    OverdoseInput input = on(kDay);
    input.overdoses = {{mark(1), KnownDays::on(kDay.addDays(-90)), u"I-0001"_s}};
    CHECK_FALSE(has(input, Fact::OverdoseRecent));
    CHECK(has(input, Fact::OverdoseEarlier));
    CHECK_FALSE(overdoseFacts(input).suggestsHigh());
    input.today = kDay.addYears(30);
    CHECK(has(input, Fact::OverdoseEarlier));
    input.today = kDay;
    input.overdoses.append({mark(2), KnownDays::on(kDay.addDays(-89)), u"I-0002"_s});
    input.overdoses.append({mark(3), KnownDays::on(kDay.addDays(-3)), u"I-0003"_s});
    CHECK(overdoseFacts(input).suggestsHigh());
    // A fact each, so that one of earlier that is told later is a new one.
    QList<RecordMark> recent;
    for (const OverdoseFact &fact : overdoseFacts(input).facts)
        if (fact.kind == Fact::OverdoseRecent)
            recent.append(fact.from);
    CHECK(recent.size() == 2);
    CHECK(recent.contains(mark(2)));
    CHECK(recent.contains(mark(3)));
}

TEST_CASE("An approximate day counts by the latest day that it can have been, and says about")
{
    OverdoseInput input = on(kDay);
    input.overdoses = {{mark(1), {QDate(2026, 6, 1), QDate(2026, 6, 30)}, {}}};
    CHECK(has(input, Fact::OverdoseRecent)); // 30 June is within 90 days, 1 June is not
    CHECK(sentenceOf(factOf(input, Fact::OverdoseRecent)) == u"Overdose on about 2026-06-30");
    input.overdoses = {{mark(1), {QDate(2026, 9, 1), QDate(2026, 9, 30)}, {}}}; // this month: it may be today
    CHECK(has(input, Fact::OverdoseRecent));
}

TEST_CASE("Dependent on alcohol or benzodiazepines and suddenly without is said with medical help now")
{
    OverdoseInput input = on(kDay);
    auto drink = ofClass(SubstanceClass::Alcohol, u"Alcohol"_s, kDay, kDay.addDays(-2));
    input.uses = {drink};
    CHECK_FALSE(has(input, Fact::StoppedSuddenly)); // not dependent
    drink.isDependent = true;
    input.uses = {drink};
    CHECK(factOf(input, Fact::StoppedSuddenly).suggestsHigh);
    CHECK(sentenceOf(factOf(input, Fact::StoppedSuddenly)) == u"Dependent on Alcohol and without since 2026-09-13: medical help now");
    drink.lastUsed = KnownDays::on(kDay.addDays(-1));
    input.uses = {drink};
    CHECK_FALSE(has(input, Fact::StoppedSuddenly)); // last night
    drink.lastUsed = KnownDays::on(kDay.addDays(-2));
    auto again = ofClass(SubstanceClass::Alcohol, u"Alcohol"_s, kDay.addDays(5), kDay.addDays(5), 3);
    again.isDependent = true;
    input.uses = {drink, again};
    input.today = kDay.addDays(5);
    CHECK_FALSE(has(input, Fact::StoppedSuddenly)); // drinks again
    input.uses = {drink};
    input.today = kDay.addDays(12);
    CHECK(has(input, Fact::StoppedSuddenly)); // day 14 of being without
    input.today = kDay.addDays(13);
    CHECK_FALSE(has(input, Fact::StoppedSuddenly));
}

TEST_CASE("Opioids with alcohol or sedatives count together, and stimulants do not")
{
    const auto mixed = [](SubstanceClass substance) {
        OverdoseInput input = on(kDay);
        input.uses = {heroin(kDay, kDay), ofClass(substance, u"Other"_s, kDay, kDay.addDays(-27))};
        return has(input, Fact::MixedDepressants);
    };
    for (const SubstanceClass substance : allOf<SubstanceClass>()) {
        const bool slows = substance == SubstanceClass::Alcohol || substance == SubstanceClass::Benzodiazepine
            || substance == SubstanceClass::Sedative || substance == SubstanceClass::Gabapentinoid;
        INFO(codeOf(substance));
        CHECK(mixed(substance) == slows);
    }
    OverdoseInput without = on(kDay);
    without.uses = {ofClass(SubstanceClass::Alcohol, u"Alcohol"_s, kDay, kDay)};
    CHECK_FALSE(has(without, Fact::MixedDepressants));
}

TEST_CASE("Bought tablets name whoever has no opioid tolerance")
{
    OverdoseInput input = on(kDay);
    auto tablets = ofClass(SubstanceClass::Sedative, u"Bought tablets"_s, kDay, kDay);
    tablets.isOfUnknownContent = true;
    input.uses = {tablets};
    CHECK(factOf(input, Fact::UnknownContent).withoutTolerance);
    input.uses = {tablets, heroin(kDay, kDay)};
    CHECK_FALSE(factOf(input, Fact::UnknownContent).withoutTolerance);
}

TEST_CASE("An opioid or sedative of the latest review that nobody said anything of lately is not known since then, by its name")
{
    struct Case {
        int saidAgo; ///< days
        std::optional<int> days;
        SubstanceClass substance;
        bool isPrescribed;
        bool isNotKnown;
    };
    const Case cases[] = {{0, std::nullopt, SubstanceClass::Opioid, false, true}, {0, 12, SubstanceClass::Opioid, false, false},
        {27, 12, SubstanceClass::Opioid, false, false}, {28, 12, SubstanceClass::Opioid, false, true},
        {28, 0, SubstanceClass::Opioid, false, false}, {28, 12, SubstanceClass::Opioid, true, false},
        {28, 12, SubstanceClass::Benzodiazepine, false, true}, {28, 12, SubstanceClass::Cannabis, false, false}};
    for (const Case &one : cases) {
        INFO(one.saidAgo << " days ago, " << one.days.value_or(-1) << " days");
        OverdoseInput input = on(kDay);
        input.reviews = {{mark(1, u"substance_review"_s), KnownDays::on(kDay), {}}};
        UseOnFile use{.from = mark(2, u"substance_use"_s), .asOf = kDay, .substance = one.substance, .name = u"Heroin"_s, .days = one.days};
        use.saidOn = one.saidAgo > 0 ? kDay.addDays(-one.saidAgo) : QDate();
        use.isPrescribed = one.isPrescribed;
        input.uses = {use};
        const auto reading = overdoseFacts(input);
        CHECK(reading.notKnown.isEmpty() != one.isNotKnown);
        if (one.isNotKnown)
            CHECK(sentenceOf(reading.notKnown.first()).startsWith(u"Heroin: how much, and when last, not known since "));
    }
}

TEST_CASE("Nothing on record is no fact, and what was last said long ago is not known since then, never taken")
{
    CHECK(overdoseFacts(on(kDay)) == OverdoseReading());
    CHECK(QString::fromUtf8(nothingRecorded()) == u"Nothing recorded. This does not mean no risk.");
    OverdoseInput input = on(kDay);
    input.reviews = {{mark(1, u"substance_review"_s), KnownDays::on(kDay.addDays(-27)), {}}};
    CHECK(overdoseFacts(input).notKnown.isEmpty());
    input.reviews = {{mark(1, u"substance_review"_s), KnownDays::on(kDay.addDays(-28)), {}}};
    REQUIRE(overdoseFacts(input).notKnown.size() == 1);
    CHECK(sentenceOf(overdoseFacts(input).notKnown.first()) == u"What they use: not known since 2026-08-17");
    CHECK(overdoseFacts(input).facts.isEmpty());
}

TEST_CASE("The latest word about naloxone counts, and silence about it is no fact")
{
    OverdoseInput input = on(kDay);
    CHECK_FALSE(has(input, Fact::NoNaloxone));
    input.naloxone = {{mark(2), kDay.addDays(-1), false}, {mark(1), kDay.addDays(-9), true}};
    CHECK(has(input, Fact::NoNaloxone));
    input.naloxone.append({mark(3), kDay, true});
    CHECK_FALSE(has(input, Fact::NoNaloxone));
}

TEST_CASE("A drug alert counts when somebody decided that it fits, to its last day")
{
    OverdoseInput input = on(kDay);
    input.drugAlerts = {{mark(1), u"nitazenes in tablets"_s, kDay.addDays(-40), kDay, false}};
    CHECK_FALSE(has(input, Fact::DrugAlert));
    input.drugAlerts.first().fits = true;
    CHECK(has(input, Fact::DrugAlert));
    input.today = kDay.addDays(1);
    CHECK_FALSE(has(input, Fact::DrugAlert));
}

TEST_CASE("A manager's figures hold within their limits, and a fact that counts alone stays on")
{
    OverdoseInput input = on(kDay);
    input.overdoses = {{mark(1), KnownDays::on(kDay.addDays(-50)), {}}};
    input.intoxicated = {{mark(1), KnownDays::on(kDay.addDays(-4)), {}}};
    input.rules.insert(int(Fact::OverdoseRecent), {Fact::OverdoseRecent, 40, true, u"our panel said so"_s});
    input.rules.insert(int(Fact::SeemedIntoxicated), {Fact::SeemedIntoxicated, {}, true, u"our panel said so"_s});
    CHECK_FALSE(has(input, Fact::OverdoseRecent)); // 40 days, not off
    CHECK(has(input, Fact::OverdoseEarlier));
    CHECK_FALSE(has(input, Fact::SeemedIntoxicated));
    input.overdoses = {{mark(1), KnownDays::on(kDay.addDays(-20)), {}}};
    input.rules.insert(int(Fact::OverdoseRecent), {Fact::OverdoseRecent, 1, true, u"our panel said so"_s});
    CHECK(has(input, Fact::OverdoseRecent)); // 28 is the least there is
    CHECK(isLooser({Fact::OverdoseRecent, 89, false, {}}));
    CHECK_FALSE(isLooser({Fact::OverdoseRecent, 91, false, {}}));
    CHECK(isLooser({Fact::BreakFromOpioids, 4, false, {}})); // more days in a row are the looser rule
    CHECK_FALSE(isLooser({Fact::BreakFromOpioids, 2, false, {}}));
    CHECK_FALSE(isLooser({Fact::OpioidUse, {}, false, {}}));
}

TEST_CASE("Every fact has a figure of ours, a sentence, and those that count alone say so")
{
    for (const Fact kind : allOf<Fact>()) {
        INFO(codeOf(kind));
        const OverdoseThreshold &ours = overdoseThresholdOf(kind);
        CHECK(ours.fact == kind);
        CHECK(ours.least <= ours.days);
        CHECK(ours.days <= ours.most);
        OverdoseFact fact{.kind = kind, .suggestsHigh = ours.suggestsHigh, .on = KnownDays::on(kDay), .what = {u"Heroin"_s}};
        CHECK_FALSE(sentenceOf(fact).isEmpty());
        CHECK_FALSE(sentenceOf(fact).contains(u'{'));
        CHECK((overdoseMark(fact) != nullptr) == ours.suggestsHigh);
    }
}

TEST_CASE("A fact is new when it rests on a record that was not there before")
{
    OverdoseInput input = muchOnFile();
    const auto reading = overdoseFacts(input);
    QStringList keys;
    for (const OverdoseFact &fact : reading.facts)
        keys.append(overdoseKey(fact));
    CHECK(reading.newlyHigh(keys.join(u' ')).isEmpty());
    CHECK_FALSE(reading.newlyHigh({}).isEmpty());
    input.overdoses.append({mark(9), KnownDays::on(kDay), {}});
    const auto found = overdoseFacts(input).newlyHigh(keys.join(u' '));
    REQUIRE(found.size() == 1);
    CHECK(found.first().kind == Fact::OverdoseRecent);
    input.today = kDay.addDays(1); // a run that goes on is the same fact
    input.overdoses.removeLast();
    input.doses.append({mark(8), kDay.addDays(1), DoseHeld::NotHeld});
    CHECK(overdoseFacts(input).newlyHigh(keys.join(u' ')).isEmpty());
}

TEST_CASE("The order of entry changes no fact")
{
    std::mt19937 random(20260914);
    const OverdoseReading expected = overdoseFacts(muchOnFile());
    CHECK(expected.facts.size() > 8);
    CHECK(expected.suggestsHigh());
    for (int round = 0; round < 200; ++round) {
        OverdoseInput input = muchOnFile();
        shuffle(input.reviews, random);
        shuffle(input.uses, random);
        shuffle(input.overdoses, random);
        shuffle(input.leavings, random);
        shuffle(input.doses, random);
        shuffle(input.illnesses, random);
        shuffle(input.naloxone, random);
        shuffle(input.intoxicated, random);
        REQUIRE(overdoseFacts(input) == expected);
    }
}

} // namespace keywork::test::overdose_facts_test
