// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/disclosures.h"
#include "ui/print/drug_alert_document.h"
#include "ui/print/incident_document.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// The record with the number that people say.
template <class T> Result<Id<T>> numbered(const Services &services, const QString &number)
{
    const auto found = services.records.all<T>({.filters = {{u"number"_s, Filter::Comparison::Equals, number.trimmed().toUpper()}}});
    if (!found)
        return found.error();
    return found->isEmpty() ? Result<Id<T>>(Error{ErrorKind::NotFound, {}, {}}) : found->first().id;
}

OutgoingFile outgoing(const Request &request, const print::Document &document)
{
    return {request.options.value(u"out"_s), document.toPdf(), request.flags.contains(u"overwrite"_s) ? IfThere::Replace : IfThere::Refuse};
}

int saidPages(const Request &request, const print::Document &document, Output output)
{
    output.out << request.options.value(u"out"_s) << ": " << words::pages(document.pageCount()) << '\n';
    return int(Finished);
}

int printIncidentReport(const Request &request, Services &services, Output output)
{
    const QString number = request.options.value(u"number"_s);
    const auto incident = numbered<Incident>(services, number);
    if (!incident)
        return fail(output, incident.error(), number);
    const auto names = request.flags.contains(u"without-names"_s) ? print::IncidentNames::Without : print::IncidentNames::With;
    const auto report = print::incidentReport(services, *incident, names);
    if (!report)
        return fail(output, report.error(), number);
    const auto about = services.disclosures.aboutPaper(DisclosureKind::RecordPrint, u"incident"_s, report->people, report->holds);
    if (!about)
        return fail(output, about.error(), number);
    const auto left = services.disclosures.leave({.about = *about, .files = {outgoing(request, report->document)}});
    return left ? saidPages(request, report->document, output) : fail(output, left.error(), request.options.value(u"out"_s));
}

/// Nobody's data: it is in no ledger.
int printAlertNotice(const Request &request, Services &services, Output output)
{
    const QString number = request.options.value(u"number"_s);
    const auto alert = numbered<DrugAlert>(services, number);
    if (!alert)
        return fail(output, alert.error(), number);
    const auto notice = print::drugAlertNotice(
        services, *alert, request.flags.contains(u"without-details"_s) ? print::AlertNotice::Plain : print::AlertNotice::Full);
    if (!notice)
        return fail(output, notice.error(), number);
    const OutgoingFile file = outgoing(request, *notice);
    if (Done written = writeDurably(file.path, file.bytes, file.ifThere); !written)
        return fail(output, written.error(), file.path);
    return saidPages(request, *notice, output);
}

} // namespace

std::optional<int> runPrintNumbered(const Request &request, Output output)
{
    const QString what = request.names.first();
    const bool isIncident = what == u"incident";
    const bool isAlert = what == u"drug-alert";
    if (!isIncident && !isAlert) {
        for (const QString &option : {u"without-names"_s, u"without-details"_s})
            if (request.flags.contains(option))
                return failUsage(output, said("“--%1” goes with an incident or a drug alert only.").arg(option));
        return {};
    }
    if (!request.options.contains(u"number"_s))
        return failUsage(output, said("Which one? Please say its number: --number I-0001, or DA-0001."));
    if (request.options.contains(u"person"_s) || request.flags.contains(u"discreet"_s) || request.flags.contains(u"large-print"_s))
        return failUsage(output, said("An incident and a drug alert take a number, and have one size of print."));
    if (isIncident ? request.flags.contains(u"without-details"_s) : request.flags.contains(u"without-names"_s))
        return failUsage(output, said("An incident can be without names, a drug alert without details."));
    return withHostel(request, request.names.last(), output, [&](OpenHostel &hostel) {
        return isIncident ? printIncidentReport(request, hostel.services(), output) : printAlertNotice(request, hostel.services(), output);
    });
}

} // namespace keywork
