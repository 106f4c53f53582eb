// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/people.h"
#include "app/commands/commands.h"
#include "core/record/row_text.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/disclosures.h"
#include "ui/text/words.h"
#include "ui/text/words_plan.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QStringList cells(const ResidentLine &line, QDate today)
{
    const Person &person = line.person.value;
    const QString stage = line.stage ? words::labelFor(line.stage->stage) : QString();
    return {person.number, person.displayName(), line.room, stage, line.keyworker, words::planStanding(line.plan, today)};
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
    if (!session.may(Act::Export, Category::Identity))
        return fail(output, {session.refusal(), {}, {}});
    const auto lines = services.people.residents(ResidentGroup::HereNow);
    if (!lines)
        return fail(output, lines.error());
    const bool csv = request.flags.contains(u"csv"_s);
    QString text;
    QList<Id<Person>> people;
    if (csv)
        text = QChar(0xfeff)
            + csvLine({said("Number"), said("Name"), said("Room"), said("Spectrum of need"), said("Keyworker"), said("Care plan")});
    for (const ResidentLine &line : *lines) {
        text += csv ? csvLine(cells(line, services.records.today())) : cells(line, services.records.today()).join(u"  "_s) + u'\n';
        people.append(line.person.id);
    }
    if (csv)
        text += csvLine({said("Total"), QString::number(lines->size()), {}, {}, {}, {}});
    if (const auto kept = services.disclosures.keepList(u"person"_s, people, text.toUtf8()); !kept)
        return fail(output, kept.error());
    output.out << text;
    return Finished;
}

} // namespace keywork
