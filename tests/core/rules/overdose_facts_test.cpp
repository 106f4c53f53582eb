// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/overdose_facts.h"
#include "core/rules/overdose_tolerance.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <random>

using namespace keywork;
using namespace Qt::StringLiterals;

namespace {

using Fact = OverdoseFactKind;

const QDate kDay(2026, 9, 14);

OverdoseInput on(QDate today)
{
    OverdoseInput input;
    input.today = today;
    return input;
}

bool has(const OverdoseInput &input, Fact kind)
{
    const auto facts = overdoseFacts(input).facts;
    return std::any_of(facts.cbegin(), facts.cend(), [kind](const OverdoseFact &fact) { return fact.kind == kind; });
}

OverdoseFact factOf(const OverdoseInput &input, Fact kind)
{
    for (const OverdoseFact &fact : overdoseFacts(input).facts)
        if (fact.kind == kind)
            return fact;
    FAIL("no such fact");
    return {};
}

QString sentenceOf(const OverdoseFact &fact)
{
    return overdoseSentence(
        fact, [](const char *marked) { return QString::fromUtf8(marked); }, [](QDate day) { return day.toString(Qt::ISODate); });
}

RecordMark mark(qint64 id, const QString &kind = u"incident"_s) { return {kind, id}; }

/// Heroin, smoked and bought, last used on this day as the review of `asOf` says.
UseOnFile heroin(QDate asOf, std::optional<QDate> lastUsed, qint64 id = 1)
{
    UseOnFile use{.from = mark(id, u"substance_use"_s), .asOf = asOf, .substance = SubstanceClass::Opioid, .name = u"Heroin"_s};
    if (lastUsed)
        use.lastUsed = KnownDays::on(*lastUsed);
    use.isDependent = true;
    return use;
}

UseOnFile ofClass(SubstanceClass substance, const QString &name, QDate asOf, QDate lastUsed, qint64 id = 2)
{
    return {.from = mark(id, u"substance_use"_s), .asOf = asOf, .substance = substance, .name = name, .lastUsed = KnownDays::on(lastUsed)};
}

/// Until which day after the event, counted from day 1, the fact stands.
struct Lasting {
    const char *sentence;
    Fact fact;
    int lastDay;
    std::function<void(OverdoseInput &, QDate)> put;
};

const QList<Lasting> &lasting()
{
    static const QList<Lasting> all{
        {"an overdose is recent for 90 days", Fact::OverdoseRecent, 90,
            [](OverdoseInput &input, QDate day) {
                input.overdoses.append({mark(1), KnownDays::on(day), {}});
            }},
        {"an opioid that is not prescribed counts for 28 days", Fact::OpioidUse, 28,
            [](OverdoseInput &input, QDate day) { input.uses.append(heroin(day, day)); }},
        {"substitute treatment that began counts for 28 days", Fact::TreatmentStarted, 28,
            [](OverdoseInput &input, QDate day) {
                input.treatments.append({mark(1, u"treatment"_s), u"Methadone"_s, KnownDays::on(day), {}, {}});
            }},
        {"substitute treatment that stopped counts for 28 days", Fact::TreatmentStopped, 28,
            [](OverdoseInput &input, QDate day) {
                input.treatments.append(
                    {mark(1, u"treatment"_s), u"Methadone"_s, KnownDays::on(day.addDays(-200)), KnownDays::on(day), {}});
            }},
        {"a drug alert without an end counts for 28 days", Fact::DrugAlert, 28,
            [](OverdoseInput &input, QDate day) {
                input.drugAlerts.append({mark(1, u"drug_alert"_s), u"strong heroin"_s, day, {}, true});
            }},
        {"having seemed intoxicated counts for 7 days", Fact::SeemedIntoxicated, 7,
            [](OverdoseInput &input, QDate day) {
                input.intoxicated.append({mark(1), KnownDays::on(day), {}});
            }},
        {"a loss counts for 90 days", Fact::Loss, 90,
            [](OverdoseInput &input, QDate day) {
                input.losses.append({mark(1), KnownDays::on(day), u"mother"_s});
            }},
        {"a notice counts for 90 days", Fact::Notice, 90,
            [](OverdoseInput &input, QDate day) {
                input.notices.append({mark(1), KnownDays::on(day), u"arrears"_s});
            }},
    };
    return all;
}

/// Everything at once, for what must not depend on the order.
OverdoseInput muchOnFile()
{
    OverdoseInput input = on(kDay);
    input.reviews = {{mark(1, u"substance_review"_s), KnownDays::on(kDay.addDays(-60)), {}},
        {mark(2, u"substance_review"_s), KnownDays::on(kDay.addDays(-3)), {}}};
    input.uses = {heroin(kDay.addDays(-60), kDay.addDays(-61), 1), heroin(kDay.addDays(-3), kDay.addDays(-9), 2),
        ofClass(SubstanceClass::Alcohol, u"Alcohol"_s, kDay.addDays(-3), kDay.addDays(-4), 3),
        ofClass(SubstanceClass::Gabapentinoid, u"Pregabalin"_s, kDay.addDays(-3), kDay.addDays(-3), 4)};
    input.overdoses = {{mark(1), KnownDays::on(kDay.addDays(-20)), u"I-0001"_s}, {mark(2), KnownDays::on(kDay.addDays(-30)), u"I-0002"_s},
        {mark(3), KnownDays::on(kDay.addDays(-400)), u"I-0003"_s}};
    input.leavings = {{mark(1, u"stay"_s), Fact::LeftCustody, KnownDays::on(kDay.addDays(-100)), DoseThere::NotKnown},
        {mark(2, u"stay"_s), Fact::LeftHospital, KnownDays::on(kDay.addDays(-5)), DoseThere::No}};
    input.doses = {{mark(1), kDay.addDays(-2), DoseHeld::NotHeld}, {mark(2), kDay.addDays(-1), DoseHeld::NotHeld},
        {mark(3), kDay, DoseHeld::NotHeld}, {mark(4), kDay.addDays(-3), DoseHeld::Held}};
    input.illnesses
        = {{mark(1), KnownDays::on(kDay.addDays(-700)), u"COPD"_s}, {mark(2), KnownDays::on(kDay.addDays(-700)), u"cirrhosis"_s}};
    input.selfHarm = {{mark(1), KnownDays::on(kDay.addDays(-40)), {}}};
    input.naloxone = {{mark(1), kDay.addDays(-50), true}, {mark(2), kDay.addDays(-10), false}};
    input.intoxicated = {{mark(1), KnownDays::on(kDay.addDays(-1)), {}}, {mark(2), KnownDays::on(kDay.addDays(-2)), {}}};
    return input;
}

template <class List> void shuffle(List &list, std::mt19937 &random) { std::shuffle(list.begin(), list.end(), random); }

} // namespace

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

TEST_CASE("After custody tolerance is low without an end date while nothing was used, and for 28 days once use began again")
{
    const QDate left(2026, 5, 1);
    OverdoseInput input = on(left);
    input.leavings = {{mark(1, u"stay"_s), Fact::LeftCustody, KnownDays::on(left), DoseThere::Yes}};
    for (const int days : {0, 27, 28, 400}) {
        input.today = left.addDays(days);
        INFO(days);
        CHECK(factOf(input, Fact::LeftCustody).days == 0);
    }
    const QDate used(2026, 6, 10);
    input.uses = {heroin(used, used)};
    input.today = used.addDays(27);
    CHECK(factOf(input, Fact::LeftCustody).days == 28);
    CHECK(sentenceOf(factOf(input, Fact::LeftCustody)) == u"Left custody on 2026-05-01, using or on a stable dose again since 2026-06-10");
    input.today = used.addDays(28);
    CHECK_FALSE(has(input, Fact::LeftCustody));
    input.today = left.addDays(-1);
    CHECK_FALSE(has(input, Fact::LeftCustody)); // still to come
}

TEST_CASE("A stable substitute dose ends it as use does")
{
    const QDate left(2026, 5, 1);
    OverdoseInput input = on(QDate(2026, 6, 7));
    input.leavings = {{mark(1, u"stay"_s), Fact::LeftDetox, KnownDays::on(left), DoseThere::NotKnown}};
    input.treatments = {{mark(1, u"treatment"_s), u"Methadone"_s, KnownDays::on(QDate(2026, 5, 3)), {}, QDate(2026, 5, 11)}};
    CHECK(has(input, Fact::LeftDetox)); // day 28
    input.today = QDate(2026, 6, 8);
    CHECK_FALSE(has(input, Fact::LeftDetox));
}

TEST_CASE("Two times out of custody are two episodes: use after the first says nothing about the second")
{
    OverdoseInput input = on(QDate(2026, 9, 14));
    input.leavings = {{mark(1, u"stay"_s), Fact::LeftCustody, KnownDays::on(QDate(2026, 1, 5)), DoseThere::NotKnown},
        {mark(2, u"stay"_s), Fact::LeftCustody, KnownDays::on(QDate(2026, 8, 3)), DoseThere::NotKnown}};
    input.uses = {heroin(QDate(2026, 2, 1), QDate(2026, 2, 1))};
    const auto facts = overdoseFacts(input).facts;
    REQUIRE(facts.size() == 1);
    CHECK(facts.first().from == mark(2, u"stay"_s));
    CHECK(facts.first().days == 0);
}

TEST_CASE("Use of which nobody knows that it came after does not end it")
{
    OverdoseInput input = on(QDate(2026, 9, 14));
    input.leavings = {{mark(1, u"stay"_s), Fact::LeftCustody, {QDate(2026, 3, 1), QDate(2026, 3, 31)}, DoseThere::NotKnown}};
    input.uses = {heroin(QDate(2026, 4, 20), QDate(2026, 3, 20))};
    CHECK(has(input, Fact::LeftCustody));
}

TEST_CASE("A hospital that gave the dose kept tolerance up; one that did not, or nobody knows, did not")
{
    OverdoseInput input = on(kDay);
    for (const auto &[dose, counts] : {std::pair{DoseThere::Yes, false}, {DoseThere::No, true}, {DoseThere::NotKnown, true}}) {
        input.leavings = {{mark(1, u"hospital_stay"_s), Fact::LeftHospital, KnownDays::on(kDay.addDays(-2)), dose}};
        CHECK(has(input, Fact::LeftHospital) == counts);
    }
    input.reviews = {{mark(1, u"substance_review"_s), KnownDays::on(kDay.addDays(-10)), {}}};
    CHECK_FALSE(has(input, Fact::LeftHospital)); // talked about, and no opioid among what they use
}

TEST_CASE("Three days without the usual opioid lower tolerance, two do not")
{
    OverdoseInput input = on(kDay);
    for (const auto &[without, counts] : {std::pair{0, false}, {2, false}, {3, true}, {20, true}}) {
        input.uses = {heroin(kDay, kDay.addDays(-without))};
        INFO(without);
        CHECK(has(input, Fact::BreakFromOpioids) == counts);
    }
    auto now = heroin(kDay, {});
    now.days = 0; // not in 28 days, and no more is known
    input.uses = {now};
    CHECK(has(input, Fact::BreakFromOpioids));
    now.days = {};
    input.uses = {now}; // nobody knows
    CHECK_FALSE(has(input, Fact::BreakFromOpioids));
}

TEST_CASE("Whoever takes another opioid meanwhile is not without")
{
    OverdoseInput input = on(kDay);
    auto methadone = ofClass(SubstanceClass::Opioid, u"Methadone"_s, kDay, kDay);
    methadone.isPrescribed = true;
    input.uses = {heroin(kDay, kDay.addDays(-20)), methadone};
    CHECK_FALSE(has(input, Fact::BreakFromOpioids));
    CHECK(has(input, Fact::OpioidUse)); // the heroin, twenty days ago
}

TEST_CASE("A break that ended counts for 28 days from the first use after it")
{
    const QDate asOf(2026, 6, 10);
    OverdoseInput input = on(QDate(2026, 7, 8));
    input.uses = {heroin(asOf, QDate(2026, 6, 1), 1), heroin(QDate(2026, 6, 20), QDate(2026, 6, 11), 2)};
    CHECK(has(input, Fact::BreakFromOpioids)); // day 28 of the use on 11 June; the nine days before 20 June are a break, too
    OverdoseInput later = on(QDate(2026, 7, 9));
    later.uses = {heroin(asOf, QDate(2026, 6, 1), 1), heroin(QDate(2026, 6, 11), QDate(2026, 6, 11), 2)};
    CHECK_FALSE(has(later, Fact::BreakFromOpioids));
    later.today = QDate(2026, 7, 8);
    CHECK(has(later, Fact::BreakFromOpioids));
}

TEST_CASE("Three dose days in a row without a dose count alone; what nobody knows neither adds nor breaks")
{
    struct Case {
        const char *sentence;
        QList<DoseHeld> days; ///< the last is today
        int certain; ///< 0: no fact
        int perhaps;
        bool isNotKnown;
    };
    const auto held = DoseHeld::Held;
    const auto not_ = DoseHeld::NotHeld;
    const auto unknown = DoseHeld::NotKnown;
    const QList<Case> cases{
        {"two are no three", {held, not_, not_}, 0, 0, false},
        {"three are", {held, not_, not_, not_}, 3, 3, false},
        {"a dose ends it", {not_, not_, not_, held}, 0, 0, false},
        {"a dose between breaks it", {not_, not_, held, not_}, 0, 0, false},
        {"at least two, perhaps four", {held, not_, unknown, unknown, not_}, 0, 0, true},
        {"three for certain, and perhaps one more", {held, not_, unknown, not_, not_}, 3, 4, false},
        {"nobody knows any of them", {unknown, unknown, unknown}, 0, 0, true},
    };
    for (const Case &one : cases) {
        INFO(one.sentence);
        OverdoseInput input = on(kDay);
        for (qsizetype i = 0; i < one.days.size(); ++i)
            input.doses.append({mark(i + 1, u"dose"_s), kDay.addDays(i + 1 - one.days.size()), one.days.at(i)});
        CHECK(has(input, Fact::NotCollected) == (one.certain > 0));
        if (one.certain > 0) {
            const OverdoseFact fact = factOf(input, Fact::NotCollected);
            CHECK(fact.days == one.certain);
            CHECK(fact.perhaps == one.perhaps);
            CHECK(fact.suggestsHigh);
        }
        CHECK_FALSE(overdoseFacts(input).notKnown.isEmpty() == one.isNotKnown);
    }
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
