// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/risk/risk_prints.h"

#include "ui/pages/persons_paper.h"
#include "ui/print/risk_documents.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString sayOfRisk(const char *marked) { return QCoreApplication::translate("risk", marked); }

void previewPaper(Id<Person> person, const Result<print::Document> &paper, const QString &title, const QString &forTheHouse,
    const std::set<Category> &holds, const Services &services, const Navigator &navigator)
{
    previewPersonsPaper(person, paper,
        {.title = title,
            .file = u"risk"_s,
            .holds = holds,
            .forTheHouse = forTheHouse,
            .whenNone = sayOfRisk(QT_TRANSLATE_NOOP("risk", "No safety plan is on record yet: write it with them first."))},
        services, navigator);
}

const char *theTeam() { return QT_TRANSLATE_NOOP("risk", "the team"); }

} // namespace

void previewRisks(Id<Person> person, const Services &services, const Navigator &navigator)
{
    previewPaper(person, print::riskAssessment(services, person, print::RiskParts::All),
        sayOfRisk(QT_TRANSLATE_NOOP("risk", "Risk assessment")), sayOfRisk(theTeam()),
        {Category::Identity, Category::Risk, Category::SubstanceUse, Category::Health, Category::Offending}, services, navigator);
}

void previewOpenRisks(Id<Person> person, const Services &services, const Navigator &navigator)
{
    previewPaper(person, print::riskAssessment(services, person, print::RiskParts::WithoutRestricted),
        sayOfRisk(QT_TRANSLATE_NOOP("risk", "Risk assessment, without what is restricted")), sayOfRisk(theTeam()),
        {Category::Identity, Category::Risk}, services, navigator);
}

void previewSafetyPlan(Id<Person> person, const Services &services, const Navigator &navigator)
{
    previewPaper(person, print::safetyPlanPaper(services, person, print::PlanCopy::Whole),
        sayOfRisk(QT_TRANSLATE_NOOP("risk", "Safety plan")), {}, {Category::Identity, Category::Risk, Category::Family}, services,
        navigator);
}

void previewDiscreetSafetyPlan(Id<Person> person, const Services &services, const Navigator &navigator)
{
    previewPaper(person, print::safetyPlanPaper(services, person, print::PlanCopy::Discreet),
        sayOfRisk(QT_TRANSLATE_NOOP("risk", "Safety plan, discreet")), {}, {Category::Risk, Category::Family}, services, navigator);
}

} // namespace keywork
