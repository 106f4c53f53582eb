// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/people.h"
#include "app/commands/commands.h"
#include "core/record/row_text.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
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
    const Session &session = signedIn->hostel->session();
    if (!session.may(Act::Export, Category::Identity))
        return fail(output, {session.refusal(), {}, {}});
    const auto lines = services.people.residents(ResidentGroup::HereNow);
    if (!lines)
        return fail(output, lines.error());
    QList<QStringList> shown;
    QList<Id<Person>> people;
    for (const ResidentLine &line : *lines) {
        shown.append(cells(line, services.records.today()));
        people.append(line.person.id);
    }
    const QStringList labels{said("Number"), said("Name"), said("Room"), said("Spectrum of need"), said("Keyworker"), said("Care plan")};
    return letLeave(services, u"person"_s, people, listText(request, labels, shown), output);
}

} // namespace keywork
