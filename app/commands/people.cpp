// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/people.h"
#include "app/commands/commands.h"
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

/// None for a word that is no group.
QList<ResidentGroup> groupsOf(const QString &word)
{
    if (word == u"here")
        return {ResidentGroup::HereNow};
    if (word == u"expected")
        return {ResidentGroup::Expected};
    if (word == u"left")
        return {ResidentGroup::Left};
    return word == u"all" ? QList<ResidentGroup>{ResidentGroup::HereNow, ResidentGroup::Expected, ResidentGroup::Left}
                          : QList<ResidentGroup>();
}

} // namespace

int runPeople(const Request &request, Output output)
{
    const auto groups = groupsOf(request.options.value(u"group"_s, u"here"_s));
    if (groups.isEmpty())
        return failUsage(
            output, said("There is no group “%1”. There are: here, expected, left, all.").arg(request.options.value(u"group"_s)));
    return withListsOf(request, output, [&](OpenHostel &hostel) {
        Services &services = hostel.services();
        QList<QStringList> shown;
        QList<Id<Person>> people;
        for (const ResidentGroup group : groups) {
            const auto lines = services.people.residents(group);
            if (!lines)
                return fail(output, lines.error());
            for (const ResidentLine &line : *lines) {
                if (people.contains(line.person.id))
                    continue; // lives here, and is expected again
                shown.append(cells(line, services.records.today()));
                people.append(line.person.id);
            }
        }
        const QStringList labels{
            said("Number"), said("Name"), said("Room"), said("Spectrum of need"), said("Keyworker"), said("Care plan")};
        return letLeave(services, u"person"_s, people, listText(request, labels, shown), output);
    });
}

} // namespace keywork
