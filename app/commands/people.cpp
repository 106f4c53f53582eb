// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/record/row_text.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QStringList cells(const ResidentLine &line)
{
    const Person &person = line.person.value;
    const QString stage = line.stage ? words::labelFor(line.stage->stage) : QString();
    return {person.number, person.displayName(), line.room, stage, line.keyworker, words::planStanding(line.plan)};
}

} // namespace

int runPeople(const Request &request, Output output)
{
    const auto signedIn = signInFor(request, request.names.first(), output);
    if (!signedIn->hostel)
        return signedIn->code;
    Services &services = signedIn->hostel->services();
    // What a terminal shows can be written to a file: both forms leave the program.
    const Session &session = signedIn->hostel->session();
    if (!session.may(Act::Share, Category::Identity))
        return fail(output, {session.refusal(), {}, {}});
    const auto lines = services.people.residents(ResidentGroup::HereNow);
    if (!lines)
        return fail(output, lines.error());
    if (Done noted = services.records.note("exported", u"person"_s, 0, 0, {{u"rows"_s, qint64(lines->size())}}); !noted)
        return fail(output, noted.error());
    if (!request.flags.contains(u"csv"_s)) {
        for (const ResidentLine &line : *lines)
            output.out << cells(line).join(u"  "_s) << '\n';
        return Finished;
    }
    output.out << QChar(0xfeff)
               << csvLine({said("Number"), said("Name"), said("Room"), said("Spectrum of need"), said("Keyworker"), said("Care plan")});
    for (const ResidentLine &line : *lines)
        output.out << csvLine(cells(line));
    output.out << csvLine({said("Total"), QString::number(lines->size()), {}, {}, {}, {}});
    return Finished;
}

} // namespace keywork
