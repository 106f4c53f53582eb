// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/overdose_facts.h"
#include "tests/core/rules/overdose_on_file.h"

namespace keywork::test::overdose_tolerance_facts_test {

using namespace Qt::StringLiterals;

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

} // namespace keywork::test::overdose_tolerance_facts_test
