// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/domain/house.h"
#include "core/domain/policy.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/durable_file.h"
#include "ui/print/guidance_document.h"
#include "ui/text/guidance_entries.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

std::optional<print::GuidancePaper> guidancePaperOf(const QString &word)
{
    if (word.isEmpty() || word == u"page")
        return print::GuidancePaper::Page;
    if (word == u"poster")
        return print::GuidancePaper::Poster;
    return word == u"leaflet" ? std::optional(print::GuidancePaper::Leaflet) : std::nullopt;
}

QString wrongGuidanceOptions(const Request &request)
{
    if (request.options.contains(u"person"_s) || request.flags.contains(u"discreet"_s) || request.flags.contains(u"large-print"_s))
        return said("Guidance is about nobody: it takes --page and --as (page, poster, leaflet).");
    if (!request.options.contains(u"page"_s))
        return said("“--%1” is missing.").arg(u"page"_s);
    return guidancePaperOf(request.options.value(u"as"_s)) ? QString() : said("“--as” is page, poster or leaflet.");
}

} // namespace

/// Guidance, a page of the house or a policy, by its key. Holds nobody's data, so the ledger has nothing to keep.
int printGuidance(const Request &request, Output output)
{
    if (const QString wrong = wrongGuidanceOptions(request); !wrong.isEmpty())
        return failUsage(output, wrong);
    return withHostel(request, request.names.last(), output, [&](OpenHostel &hostel) -> int {
        const Services &services = hostel.services();
        const QString key = request.options.value(u"page"_s);
        if (!services.records.mayRead(recordType<Policy>()))
            return fail(output, Error{services.records.session().refusal(), {}, {}}, key);
        const auto entry = guidanceEntry(services, key);
        if (!entry) {
            QStringList known;
            const auto all = guidanceEntries(services);
            for (const GuidanceEntry &one : all ? *all : QList<GuidanceEntry>())
                known.append(one.page.key);
            output.err << said("There is no page “%1”. Pages are: %2.").arg(key, known.join(u", "_s)) << '\n';
            return Failed;
        }
        const auto houses = services.records.all<House>();
        const QString house = houses && !houses->isEmpty() ? houses->first().value.name : QString();
        const print::Document document
            = print::guidanceDocument(*entry, *guidancePaperOf(request.options.value(u"as"_s)), house, services.records.today());
        const QString path = request.options.value(u"out"_s);
        const IfThere ifThere = request.flags.contains(u"overwrite"_s) ? IfThere::Replace : IfThere::Refuse;
        if (Done written = writeDurably(path, document.toPdf(), ifThere); !written)
            return fail(output, written.error(), path);
        output.out << path << ": " << words::pages(document.pageCount()) << '\n';
        return Finished;
    });
}

} // namespace keywork
