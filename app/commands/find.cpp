// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/services/keeping/open_hostel.h"
#include "core/services/records/finding.h"
#include "core/services/records/records.h"
#include "ui/text/found_words.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kMost = 200;

int listFound(const Request &request, Services &services, Output output)
{
    const QString typed = request.names.at(1);
    const auto found = services.finding.find(typed, kMost);
    if (!found)
        return fail(output, found.error());
    if (Done noted = services.finding.finished(typed, found->size()); !noted) // as Ctrl+K does
        return fail(output, noted.error());
    const auto details = words::detailsOf(*found, services);
    QList<QStringList> lines;
    QList<Id<Person>> about;
    for (const Found &hit : *found) {
        const words::FoundParts parts = words::foundParts(hit, details.value(hit.person));
        lines.append(request.flags.contains(u"csv"_s) ? QStringList{parts.title, parts.kind, parts.what}
                                                      : QStringList{words::foundLine(hit, details.value(hit.person))});
        if (hit.person > 0 && !about.contains(Id<Person>{hit.person}))
            about.append(Id<Person>{hit.person});
    }
    if (found->size() == kMost)
        output.err << said("More may be found: these are the first %1.").arg(kMost) << '\n';
    const bool saysNothing = lines.isEmpty() && !request.flags.contains(u"csv"_s);
    const QString text = saysNothing ? said("Nothing found for “%1”.").arg(typed) + u'\n'
                                     : listText(request, {said("Whom or what"), said("Kind"), said("Words")}, lines);
    return letLeave(services, u"search"_s, about, text, output);
}

} // namespace

/// What Ctrl+K finds, to whoever may take lists along: on a terminal it can be written to a file.
int runFind(const Request &request, Output output)
{
    return withListsOf(request, output, [&](OpenHostel &hostel) { return listFound(request, hostel.services(), output); });
}

} // namespace keywork
