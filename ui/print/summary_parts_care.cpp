// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/health.h"
#include "core/domain/health_checks.h"
#include "core/domain/house.h"
#include "core/domain/risk.h"
#include "core/rules/health.h"
#include "core/services/care/risks.h"
#include "core/services/care/substance_reviews.h"
#include "core/services/records/records.h"
#include "ui/print/doses_beside.h"
#include "ui/print/say.h"
#include "ui/print/summary_parts.h"
#include "ui/text/words.h"
#include "ui/text/words_substances.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

constexpr int kUsesShown = 6;
constexpr int kRisksShown = 4;

void addSummaryLevel(const SummarySource &source, QList<SummaryLine> &lines, const OverdosePicture &picture)
{
    const auto &level = picture.level;
    if (!level) {
        lines.append({say("Overdose risk"), say("nobody has recorded a level yet")});
        return;
    }
    if (!source.mayTell(toRow(level->value))) // it tells of what they use
        return;
    const QDate on = source.services.records.clock().local(level->createdAt).date();
    const QString newer = picture.newlyHigh().isEmpty() ? QString() : say("newer facts are on record: look again");
    QString reason = level->value.reason.trimmed();
    if (reason.endsWith(u'.')) // more of the same line follows
        reason.chop(1);
    lines.append({say("Overdose risk: %1").arg(words::labelFor(level->value.level)),
        joinedFacts({reason, say("recorded %1").arg(words::date(on)), newer}, u"; "_s)});
}

QString weightIn(const Measurement &one)
{
    if (one.kilograms)
        return say("%1 kg").arg(one.kilograms->text());
    return one.stone ? say("%1 st %2 lb").arg(*one.stone).arg(one.pounds ? one.pounds->text() : u"0"_s) : QString();
}

/// The first weight and the latest, so that it is seen which way it goes.
QString weightsOf(QList<Kept<Measurement>> measured, QDate today)
{
    measured.removeIf([](const Kept<Measurement> &one) { return one.value.kind != MeasurementKind::Weight; });
    if (measured.isEmpty())
        return {};
    const auto [first, last] = std::minmax_element(measured.cbegin(), measured.cend(),
        [](const Kept<Measurement> &a, const Kept<Measurement> &b) { return a.value.measuredOn < b.value.measuredOn; });
    const auto said
        = [today](const Measurement &one) { return say("%1 on %2").arg(weightIn(one), words::dayAndMonth(one.measuredOn, today)); };
    return first == last ? said(last->value) : said(first->value) + u"; "_s + said(last->value);
}

QString allergiesOf(const Person &person)
{
    if (!person.allergies.isEmpty()) // a word outweighs the tick, as on the emergency sheet
        return person.allergies;
    if (person.allergiesKnown.code == u"yes")
        return say("Yes; which is not written down");
    return person.allergiesKnown.code == u"none_known" ? say("None known") : say("not known to us");
}

QString conditionsOf(const SummarySource &source, const QList<Kept<HealthCondition>> &conditions)
{
    QStringList said;
    for (const Kept<HealthCondition> &one : conditions) {
        const QString state = choiceOnSummary(source, u"health_condition_state"_s, one.value.state);
        said.append(one.value.what + (state.isEmpty() ? QString() : u" ("_s + state.toLower() + u')'));
    }
    said.append(source.line.person.value.conditions);
    return joinedFacts(said, u"; "_s);
}

} // namespace

/// "Heroin (main)": 12 days, smoked, alone: sometimes; what the answers say, each as of its day.
SummaryLines useOnSummary(const SummarySource &source, SummaryCopy)
{
    const auto reviews = source.services.substanceReviews.reviews(source.person);
    if (!reviews)
        return reviews.error();
    QList<SummaryLine> lines;
    if (reviews->isEmpty())
        return lines;
    const ReviewOnFile &latest = reviews->last();
    const words::SubstanceNames names = words::substanceNames(source.services);
    QList<Kept<SubstanceUse>> uses = latest.uses;
    std::stable_sort(uses.begin(), uses.end(), [](const Kept<SubstanceUse> &a, const Kept<SubstanceUse> &b) {
        const auto rank
            = [](const Kept<SubstanceUse> &use) { return use.value.rank ? int(*use.value.rank) : int(allOf<UseRank>().size()); };
        return rank(a) < rank(b);
    });
    for (const Kept<SubstanceUse> &kept : uses.mid(0, kUsesShown)) {
        const SubstanceUse &use = kept.value;
        const QString rank = use.rank ? u" ("_s + words::labelFor(*use.rank).toLower() + u')' : QString();
        const QString days = use.days ? say("%1 of 28 days").arg(*use.days) : choiceOnSummary(source, u"use_frequency"_s, use.frequency);
        const QString said = say("as of %1").arg(words::date(use.sameAs.value_or(latest.head.value.asOn)));
        addSummaryLine(lines, names.value(use.substanceId.value) + rank,
            joinedFacts(
                {days.isEmpty() ? say("how often is not known") : days, use.pattern ? words::labelFor(*use.pattern).toLower() : QString(),
                    use.route ? words::labelFor(*use.route).toLower() : QString(),
                    use.source == UseSource::Prescribed ? words::labelFor(*use.source).toLower() : QString(), said}));
    }
    if (uses.size() > kUsesShown)
        lines.append({{}, say("%1 more in the record").arg(uses.size() - kUsesShown)});
    addSummaryLine(lines, say("In their words"), latest.head.value.words);
    return lines;
}

/// The level with its reason, the risks that have not ended, highest first, and the safety plan when they agreed to show it.
SummaryLines riskOnSummary(const SummarySource &source, SummaryCopy)
{
    const auto picture = source.services.risks.overdose(source.person);
    auto risks = source.services.records.of<Risk>("person_id", source.person);
    const auto plans = source.services.records.of<SafetyPlan>("person_id", source.person);
    if (!picture || !risks || !plans)
        return !picture ? picture.error() : !risks ? risks.error() : plans.error();
    QList<SummaryLine> lines;
    addSummaryLevel(source, lines, *picture);
    risks->removeIf([&](const Kept<Risk> &risk) { return risk.value.endedOn || !source.mayTell(toRow(risk.value)); });
    std::stable_sort(
        risks->begin(), risks->end(), [](const Kept<Risk> &a, const Kept<Risk> &b) { return a.value.product() > b.value.product(); });
    for (const Kept<Risk> &risk : risks->mid(0, kRisksShown)) {
        const QString plan = risk.value.plan.isEmpty() ? QString() : say("plan: %1").arg(risk.value.plan);
        addSummaryLine(
            lines, choiceOnSummary(source, u"risk_kind"_s, risk.value.kind), joinedFacts({risk.value.whatMayHappen, plan}, u"; "_s));
    }
    if (risks->size() > kRisksShown)
        lines.append({{}, say("%1 more in the record").arg(risks->size() - kRisksShown)});
    if (const auto plan = latestPlan(*plans); plan && plan->value.onSheet.code == u"yes")
        addSummaryLine(lines, say("Safety plan: what helps me"), plan->value.whatHelps);
    return lines;
}

SummaryLines healthOnSummary(const SummarySource &source, SummaryCopy)
{
    const Records &records = source.services.records;
    const auto conditions = records.of<HealthCondition>("person_id", source.person);
    const auto measured = records.of<Measurement>("person_id", source.person);
    const auto checks = records.of<HealthCheck>("person_id", source.person);
    const auto stays = records.of<HospitalStay>("person_id", source.person);
    if (!conditions || !measured || !checks || !stays)
        return !conditions ? conditions.error() : !measured ? measured.error() : !checks ? checks.error() : stays.error();
    const Person &person = source.line.person.value;
    QList<SummaryLine> lines;
    addSummaryLine(lines, say("Allergies"), allergiesOf(person));
    addSummaryLine(lines, say("Conditions"), conditionsOf(source, *conditions));
    addSummaryLine(lines, say("Weight"), weightsOf(*measured, source.today));
    addSummaryLine(lines, say("GP"), joinedFacts({person.gpPractice, person.gpTelephone}));
    QStringList due;
    for (const Kept<HealthCheck> &one : *checks)
        if (checkIsDue(one.value, source.today))
            due.append(choiceOnSummary(source, u"health_check_kind"_s, one.value.kind));
    due.removeDuplicates();
    addSummaryLine(lines, say("Needed: checks due"), joinedFacts(due));
    for (const Kept<HospitalStay> &one : *stays)
        if (!one.value.dischargedOn)
            addSummaryLine(lines, say("In hospital"), say("%1, since %2").arg(one.value.hospital, words::date(one.value.admittedOn)));
    return lines;
}

SummaryLines virusesOnSummary(const SummarySource &source, SummaryCopy)
{
    const auto tests = source.services.records.of<BbvTest>("person_id", source.person);
    if (!tests)
        return tests.error();
    QList<SummaryLine> lines;
    addSummaryLine(lines, {}, source.line.person.value.bloodBorneViruses);
    for (const Kept<BbvTest> &one : *tests)
        if (one.value.testedOn && lines.size() < kOthersOnSummary)
            addSummaryLine(lines, choiceOnSummary(source, u"bbv_virus"_s, one.value.virus),
                joinedFacts({choiceOnSummary(source, u"bbv_result"_s, one.value.result), words::date(*one.value.testedOn)}));
    return lines;
}

/// Beside every dose stands whom to ask before it is given (domain.md, "Treatment and medicine").
SummaryLines treatmentOnSummary(const SummarySource &source, SummaryCopy)
{
    QList<SummaryLine> lines;
    constexpr int kMedicineLetters = 400;
    const QString told = words::shortened(source.line.person.value.medicines.simplified(), kMedicineLetters);
    const auto doses = dosesToldOf(source.services, source.person);
    if (!doses)
        return doses.error();
    if (told.isEmpty() && doses->prescriptions.isEmpty())
        return lines;
    for (const QString &sentence : words::doses(*doses))
        lines.append({{}, sentence, true});
    if (!told.isEmpty()) // what is prescribed stands first
        lines.append({say("Medicines, as told"), told, true});
    return lines;
}

} // namespace keywork::print
