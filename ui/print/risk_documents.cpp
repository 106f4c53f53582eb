// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/risk_documents.h"

#include "core/domain/house.h"
#include "core/rules/discreet.h"
#include "core/services/care/risks.h"
#include "core/services/records/records.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/print/titled.h"
#include "ui/text/field_label.h"
#include "ui/text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

QString sayOfOverdose(const char *marked) { return QCoreApplication::translate("overdose", marked); }

void addOverdose(Document &document, const OverdosePicture &picture, const Clock &clock)
{
    document.add(heading(say("Overdose risk")));
    if (picture.level) {
        const OverdoseLevel &level = picture.level->value;
        document.add(text({{words::labelFor(level.level), true, false},
                              {u"  "_s + say("recorded %1").arg(words::date(clock.local(picture.level->createdAt).date())), false, true}},
            10.5, 3));
        addTitled(document, words::labelOfField<OverdoseLevel>("reason"), level.reason);
        addTitled(document, words::labelOfField<OverdoseLevel>("checks"), level.checks);
    } else {
        document.add(text({{say("Nobody has recorded a level yet.")}}, 10, 3));
    }
    const bool holdsMore = picture.unread != OverdosePicture::Unread::None;
    if (holdsMore)
        document.add(text({{sayOfOverdose(unreadFactHolds(picture.unread == OverdosePicture::Unread::CountsAlone)), true, false}}, 10, 3));
    else if (picture.isPartial)
        document.add(text({{say("There may be more: not everything on record is shown to you."), true, false}}, 10, 3));
    for (const OverdoseFact &fact : picture.reading.facts + picture.reading.notKnown) {
        const char *mark = overdoseMark(fact);
        const QString line = overdoseSentence(fact, sayOfOverdose, [](QDate day) { return words::date(day); });
        document.add(
            text({{u"•  "_s + line, fact.suggestsHigh, false}, {mark ? u"  "_s + sayOfOverdose(mark) : QString(), false, true}}, 10, 3));
    }
    if (picture.reading.facts.isEmpty() && !holdsMore)
        document.add(text({{sayOfOverdose(nothingRecorded()), true, false}}, 10, 3));
    document.add(text({{sayOfOverdose(overdoseSource()), false, true}}, 9, 8));
}

void addRisk(Document &document, const Risk &risk, const ChoiceSource &choices)
{
    document.add(heading(words::choice(choices, u"risk_kind"_s, risk.kind.code)));
    document.add(
        text({{say("Likelihood %1 of 5, impact %2 of 5, together %3 of 25")
                      .arg(risk.likelihood.value_or(0))
                      .arg(risk.impact.value_or(0))
                      .arg(risk.product())},
                 {u"  "_s + say("looked at %1, again %2").arg(words::date(risk.reviewedOn), words::date(risk.reviewOn)), false, true}},
            10, 4));
    addTitled(document, words::labelOfField<Risk>("what_may_happen"), risk.whatMayHappen);
    addTitled(document, words::labelOfField<Risk>("triggers"), risk.triggers);
    addTitled(document, words::labelOfField<Risk>("early_signs"), risk.earlySigns);
    addTitled(document, words::labelOfField<Risk>("protects"), risk.protects);
    addTitled(document, words::labelOfField<Risk>("plan"), risk.plan);
    addTitled(document, words::labelOfField<Risk>("who_must_know"), risk.whoMustKnow);
    addTitled(document, words::labelOfField<Risk>("tolerance"), risk.tolerance);
    if (risk.isHigh())
        document.add(text({{risk.approvedOn ? say("High; a manager approved it on %1.").arg(words::date(*risk.approvedOn))
                                            : say("High; no manager has approved it yet.")}},
            10, 6));
}

/// The house's own numbers, as they stand under Settings; a discreet copy says neither that there is a drug service nor a hostel.
Done addHelpNumbers(Document &document, const Services &services, PlanCopy copy)
{
    const auto houses = services.records.all<House>();
    if (!houses)
        return houses.error();
    const House house = houses->isEmpty() ? House() : houses->first().value;
    const bool isWhole = copy == PlanCopy::Whole;
    QStringList numbers;
    if (!house.telephone.trimmed().isEmpty())
        numbers.append(
            isWhole ? u"%1: %2"_s.arg(house.name, house.telephone.trimmed()) : say("Where I stay: %1").arg(house.telephone.trimmed()));
    if (isWhole && !house.drugServiceLine.trimmed().isEmpty())
        numbers.append(say("Drug service: %1").arg(house.drugServiceLine.trimmed()));
    numbers.append(say("In an emergency: 999"));
    addTitled(document, say("If it gets too much, ring"), numbers.join(u'\n'));
    return {};
}

bool staysOffOpenCopy(const Risk &risk) { return recordType<Risk>().alsoTells(toRow(risk)).has_value(); }

} // namespace

Result<Document> riskAssessment(const Services &services, Id<Person> person, RiskParts parts)
{
    const auto known = services.records.one(person);
    const auto risks = services.records.of<Risk>("person_id", person);
    const auto picture = services.risks.overdose(person);
    if (!known || !risks || !picture)
        return !known ? known.error() : !risks ? risks.error() : picture.error();
    auto paper = housePaper(services, say("Risk assessment"), known->value.displayName(), whoseIs(known->value));
    if (!paper)
        return paper.error();
    const bool isWhole = parts == RiskParts::All;
    if (isWhole)
        addOverdose(*paper, *picture, services.records.clock());
    for (const Kept<Risk> &risk : *risks) {
        if (!risk.value.endedOn && (isWhole || !staysOffOpenCopy(risk.value)))
            addRisk(*paper, risk.value, services.records.choices());
    }
    if (!isWhole)
        paper->add(text({{say("This copy leaves out the risk of overdose, and risks about medicine or the court.")}}, 9.5, 6));
    else if (risks->isEmpty())
        paper->add(text({{say("No other risk is on record. This does not mean no risk.")}}, 10, 6));
    return *paper;
}

Result<Document> safetyPlanPaper(const Services &services, Id<Person> person, PlanCopy copy)
{
    const auto known = services.records.one(person);
    const auto plans = services.records.of<SafetyPlan>("person_id", person);
    if (!known || !plans)
        return !known ? known.error() : plans.error();
    const auto latest = latestPlan(*plans);
    if (!latest)
        return Error{ErrorKind::NotFound, {}, {}};
    const bool isDiscreet = copy == PlanCopy::Discreet;
    const SafetyPlan &plan = latest->value;
    auto paper = housePaper(services, isDiscreet ? say("What helps me") : say("My safety plan"),
        isDiscreet ? known->value.shortName() : say("in my own words, %1").arg(words::longDate(plan.madeOn)),
        isDiscreet ? QString() : whoseIs(known->value));
    if (!paper)
        return paper.error();
    const auto add = [&](const char *column, const QString &words) {
        addTitled(*paper, words::labelOfField<SafetyPlan>(column), isDiscreet ? discreetText(words) : words);
    };
    if (!isDiscreet)
        add("warning_signs", plan.warningSigns);
    add("what_helps", plan.whatHelps);
    add("people_and_places", plan.peopleAndPlaces);
    add("whom_to_ring", plan.whomToRing);
    if (!isDiscreet) {
        add("making_safe", plan.makingSafe);
        add("reasons", plan.reasons);
    }
    if (Done done = addHelpNumbers(*paper, services, copy); !done)
        return done.error();
    return *paper;
}

} // namespace keywork::print
