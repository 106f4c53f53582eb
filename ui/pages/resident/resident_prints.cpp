// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/resident_prints.h"

#include "core/services/care/care_plans.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/disclosures.h"
#include "ui/print/emergency_sheet.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
QString sayOfResidents(const char *marked) { return QCoreApplication::translate("resident", marked); }

Result<Printout> planPrintout(const Kept<CarePlanVersion> &version, print::CopyKind kind, const Services &services)
{
    const auto snapshot = services.plans.snapshotOf(version.id);
    if (!snapshot)
        return snapshot.error();
    const auto disclosed = kind == print::CopyKind::Discreet ? DisclosureKind::DiscreetCarePlanPrint : DisclosureKind::CarePlanPrint;
    return Printout{.document = print::carePlanDocument(*snapshot, version.value.fingerprint, kind),
        .title = version.value.state == VersionState::Draft
            ? sayOfResidents(QT_TRANSLATE_NOOP("resident", "Care plan, draft: not for signature"))
            : sayOfResidents(QT_TRANSLATE_NOOP("resident", "Care plan, version %1")).arg(version.value.versionNumber),
        .fileName = u"care-plan-"_s + snapshot->planNumber + u"-v"_s + QString::number(snapshot->version),
        .about = forThem(version.value.personId, disclosed, snapshot->person, {Category::CarePlan}),
        .alsoKnownBy = {version.value.fingerprint}};
}

/// The version on show; none when there is no plan, which is said.
std::optional<Kept<CarePlanVersion>> currentVersion(Id<Person> person, const Services &services, const Navigator &navigator)
{
    const auto plan = services.plans.planOf(person);
    if (plan && *plan)
        return (*plan)->current.version;
    plan ? navigator.refuse(sayOfResidents(QT_TRANSLATE_NOOP("resident", "There is no care plan yet."))) : navigator.refuse(plan.error());
    return {};
}

} // namespace

void previewPlan(Id<Person> person, print::CopyKind kind, const Services &services, const Navigator &navigator)
{
    const auto version = currentVersion(person, services, navigator);
    if (!version)
        return;
    const auto printout = planPrintout(*version, kind, services);
    printout ? navigator.preview(*printout) : navigator.refuse(printout.error());
}

void previewPlanToIssue(Id<Person> person, const Services &services, const Navigator &navigator)
{
    const auto version = currentVersion(person, services, navigator);
    if (!version)
        return;
    auto printout = planPrintout(*version, print::CopyKind::Full, services);
    if (!printout)
        return navigator.refuse(printout.error());
    printout->title
        = sayOfResidents(QT_TRANSLATE_NOOP("resident", "Care plan, version %1, to be signed")).arg(version->value.versionNumber);
    printout->issue = [person, services]() -> Result<Printout> {
        const auto issued = services.plans.issue(person);
        return issued ? planPrintout(*issued, print::CopyKind::Full, services) : Result<Printout>(issued.error());
    };
    navigator.preview(*printout);
}

void previewSummary(Id<Person> person, print::SummaryCopy copy, const Services &services, const Navigator &navigator)
{
    const auto summary = print::residentSummary(services, person, copy);
    const auto kept = services.records.one(person);
    if (!summary || !kept)
        return navigator.refuse(summary ? kept.error() : summary.error());
    navigator.preview({.document = summary->document,
        .title = copy == print::SummaryCopy::Discreet ? sayOfResidents(QT_TRANSLATE_NOOP("resident", "Summary on one page, discreet copy"))
                                                      : sayOfResidents(QT_TRANSLATE_NOOP("resident", "Summary on one page")),
        .fileName = u"summary-"_s + kept->value.number,
        .about = forThem(person, DisclosureKind::SummaryPrint, kept->value.displayName(), summary->holds)});
}

void previewEmergencySheet(Id<Person> person, const Services &services, const Navigator &navigator)
{
    const auto facts = print::emergencyFacts(services, person);
    if (!facts)
        return navigator.refuse(facts.error());
    const auto kept = services.records.one(person);
    navigator.preview({.document = print::emergencySheet(*facts, services.records.choices()),
        .title = sayOfResidents(QT_TRANSLATE_NOOP("resident", "Emergency sheet")),
        .fileName = u"emergency-sheet-"_s + (kept ? kept->value.number : QString()),
        .about = forThem(person, DisclosureKind::EmergencySheet, u"ambulance crew"_s, print::kEmergencySheetHolds)});
}

} // namespace keywork
