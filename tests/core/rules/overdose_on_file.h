// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/overdose_facts.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <random>

namespace keywork::test {

using namespace Qt::StringLiterals;

using Fact = OverdoseFactKind;

inline const QDate kDay(2026, 9, 14);

inline OverdoseInput on(QDate today)
{
    OverdoseInput input;
    input.today = today;
    return input;
}

inline bool has(const OverdoseInput &input, Fact kind)
{
    const auto facts = overdoseFacts(input).facts;
    return std::any_of(facts.cbegin(), facts.cend(), [kind](const OverdoseFact &fact) { return fact.kind == kind; });
}

inline OverdoseFact factOf(const OverdoseInput &input, Fact kind)
{
    for (const OverdoseFact &fact : overdoseFacts(input).facts)
        if (fact.kind == kind)
            return fact;
    FAIL("no such fact");
    return {};
}

inline QString sentenceOf(const OverdoseFact &fact)
{
    return overdoseSentence(
        fact, [](const char *marked) { return QString::fromUtf8(marked); }, [](QDate day) { return day.toString(Qt::ISODate); });
}

inline RecordMark mark(qint64 id, const QString &kind = u"incident"_s) { return {kind, id}; }

/// Heroin, smoked and bought, last used on this day as the review of `asOf` says.
inline UseOnFile heroin(QDate asOf, std::optional<QDate> lastUsed, qint64 id = 1)
{
    UseOnFile use{.from = mark(id, u"substance_use"_s), .asOf = asOf, .substance = SubstanceClass::Opioid, .name = u"Heroin"_s};
    if (lastUsed)
        use.lastUsed = KnownDays::on(*lastUsed);
    use.isDependent = true;
    return use;
}

inline UseOnFile ofClass(SubstanceClass substance, const QString &name, QDate asOf, QDate lastUsed, qint64 id = 2)
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

inline const QList<Lasting> &lasting()
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
inline OverdoseInput muchOnFile()
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

} // namespace keywork::test
