// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/services/care/care_plans.h"
#include "core/services/emergency/emergency_steps.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/disclosures.h"
#include "core/services/sharing/durable_file.h"
#include "ui/print/act_now_card.h"
#include "ui/print/care_plan_document.h"
#include "ui/print/emergency_sheet.h"
#include "ui/print/summary_document.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

struct Prepared {
    print::Document document;
    DisclosureKind kind = DisclosureKind::CarePlanPrint;
    QStringList alsoKnownBy;
    std::set<Category> holds;
};

Result<Prepared> preparePlan(Services &services, const Kept<Person> &person, print::CopyKind kind)
{
    const auto plan = services.plans.planOf(person.id);
    if (!plan)
        return plan.error();
    if (!*plan)
        return Error{ErrorKind::NotFound, {}, {}};
    // The version that was issued last; a plan that never was is printed as the draft that it is.
    const Kept<CarePlanVersion> *version = &(*plan)->versions.last();
    for (const Kept<CarePlanVersion> &candidate : (*plan)->versions)
        if (candidate.value.state == VersionState::Issued)
            version = &candidate;
    const auto snapshot = services.plans.snapshotOf(version->id);
    if (!snapshot)
        return snapshot.error();
    return Prepared{print::carePlanDocument(*snapshot, version->value.fingerprint, kind),
        kind == print::CopyKind::Discreet ? DisclosureKind::DiscreetCarePlanPrint : DisclosureKind::CarePlanPrint,
        {version->value.fingerprint}, {Category::CarePlan}};
}

Result<Prepared> prepareSummary(Services &services, const Kept<Person> &person, bool isDiscreet)
{
    auto summary = print::residentSummary(services, person.id, isDiscreet ? print::SummaryCopy::Discreet : print::SummaryCopy::Full);
    if (!summary)
        return summary.error();
    return Prepared{std::move(summary->document), DisclosureKind::SummaryPrint, {}, summary->holds};
}

Result<Prepared> prepareSheet(Services &services, const Kept<Person> &person)
{
    const auto facts = print::emergencyFacts(services, person.id);
    if (!facts)
        return facts.error();
    return Prepared{
        print::emergencySheet(*facts, services.records.choices()), DisclosureKind::EmergencySheet, {}, print::kEmergencySheetHolds};
}

/// Nobody's data: the ledger has nothing to keep.
int printActNowCard(const Request &request, Output output)
{
    if (request.options.contains(u"person"_s) || request.flags.contains(u"discreet"_s) || request.flags.contains(u"large-print"_s))
        return failUsage(output, said("The card for the wall is about nobody and has one form only."));
    return withHostel(request, request.names.last(), output, [&](OpenHostel &hostel) {
        const auto house = hostel.services().emergencySteps.card();
        if (!house)
            return fail(output, house.error(), request.names.first());
        const print::Document card = print::actNowCard(print::actNowHouse(*house, hostel.house()));
        const QString path = request.options.value(u"out"_s);
        const IfThere ifThere = request.flags.contains(u"overwrite"_s) ? IfThere::Replace : IfThere::Refuse;
        if (Done written = writeDurably(path, card.toPdf(), ifThere); !written)
            return fail(output, written.error(), path);
        output.out << path << ": " << words::pages(card.pageCount()) << '\n';
        return int(Finished);
    });
}

/// What does not fit together of what was typed; empty: nothing.
QString whyNotOfPerson(const Request &request, const QString &what)
{
    const bool isPlan = what == u"care-plan";
    const bool isSummary = what == u"summary";
    const bool isDiscreet = request.flags.contains(u"discreet"_s);
    if (!isPlan && !isSummary && what != u"emergency-sheet")
        return said("What can be printed: care-plan, summary, emergency-sheet, incident, drug-alert, act-now-card, guidance.");
    if (request.options.contains(u"page"_s) || request.options.contains(u"as"_s))
        return said("“--page” and “--as” are for guidance.");
    if (!request.options.contains(u"person"_s))
        return said("Whose? Please say the number of the resident: --person P-0001.");
    if (isSummary && request.flags.contains(u"large-print"_s))
        return said("The summary is one page, so it has no large print.");
    if (!isPlan && !isSummary && (isDiscreet || request.flags.contains(u"large-print"_s)))
        return said("The emergency sheet has one form only: everything that a crew has to know.");
    return {};
}

/// A file that can't be written to keeps nothing of what left until somebody may write.
void sayWaitsAside(const OpenHostel &hostel, Output output)
{
    const QString place = hostel.asidePlace().folder;
    output.err << said("This file can't be written to: that this was printed waits to stand in its history.")
               << (place.isEmpty() ? QString()
                                   : u' '
                              + said("It is sealed in %1 and joins when the file is opened on this PC by "
                                     "somebody who may write to it.")
                                    .arg(place))
               << '\n';
}

int printOfPerson(const Request &request, const QString &what, Output output)
{
    const bool isPlan = what == u"care-plan";
    const bool isSummary = what == u"summary";
    const bool isDiscreet = request.flags.contains(u"discreet"_s);
    return withHostel(request, request.names.last(), output, [&](OpenHostel &hostel) {
        Services &services = hostel.services();
        const auto person = personOf(request, services); // half a sheet would say that there is nothing to know
        if (!person)
            return fail(output, person.error(), request.options.value(u"person"_s));
        const print::CopyKind kind = isDiscreet        ? print::CopyKind::Discreet
            : request.flags.contains(u"large-print"_s) ? print::CopyKind::LargePrint
                                                       : print::CopyKind::Full;
        auto prepared = isPlan ? preparePlan(services, *person, kind)
            : isSummary        ? prepareSummary(services, *person, isDiscreet)
                               : prepareSheet(services, *person);
        if (!prepared)
            return fail(output, prepared.error(), what);
        const QString recipient = isPlan || isSummary ? person->value.displayName() : said("ambulance crew");
        const QString path = request.options.value(u"out"_s);
        const auto left = services.disclosures.leave({.about = forThem(person->id, prepared->kind, recipient, prepared->holds),
            .files = {{path, prepared->document.toPdf(), request.flags.contains(u"overwrite"_s) ? IfThere::Replace : IfThere::Refuse}},
            .alsoKnownBy = prepared->alsoKnownBy});
        if (!left)
            return fail(output, left.error(), path);
        output.out << path << ": " << words::pages(prepared->document.pageCount()) << '\n';
        if (hostel.session().isLookOnly())
            sayWaitsAside(hostel, output);
        return int(Finished);
    });
}

} // namespace

int runPrint(const Request &request, Output output)
{
    if (const auto ended = runPrintNumbered(request, output))
        return *ended;
    const QString what = request.names.first();
    if (what == u"guidance")
        return printGuidance(request, output);
    if (what == u"act-now-card")
        return printActNowCard(request, output);
    if (const QString wrong = whyNotOfPerson(request, what); !wrong.isEmpty())
        return failUsage(output, wrong);
    return printOfPerson(request, what, output);
}

} // namespace keywork
