// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/domain/kinds.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/disclosures.h"
#include "ui/forms/record_table_model.h"
#include "ui/text/list_text.h"
#include "ui/text/timeline_reading.h"
#include "ui/text/timeline_words.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

int saysWhichKinds(const QString &typed, Output output)
{
    const QString kinds = tableNames(allKinds()).join(u", "_s);
    return failUsage(output,
        typed.isEmpty() ? said("Say which records: %1.").arg(kinds)
                        : said("There are no records called “%1”. There are: %2.").arg(typed, kinds));
}

/// Nothing when the option was not given; no day when it can't be read.
std::optional<QDate> dayOption(const Request &request, const QString &name)
{
    if (!request.options.contains(name))
        return {};
    return dayFromStored(request.options.value(name));
}

} // namespace

int runList(const Request &request, Output output)
{
    const QString kind = request.names.value(1);
    const RecordType *type = kindOf(kind);
    if (!type)
        return saysWhichKinds(kind, output);
    return withListsOf(request, output, [&](OpenHostel &hostel) {
        Services &services = hostel.services();
        if (!services.records.mayRead(*type))
            return fail(output, {hostel.session().refusal(), {}, {}}, kind);
        RecordTableModel list(*type, services);
        list.showWhose(); // a list of all residents' records says whose each is
        if (!list.setRequest({}))
            return fail(output, *list.problem(), kind);
        const auto lines = list.allCells(request.flags.contains(u"csv"_s) ? ListReader::Spreadsheet : ListReader::People);
        const auto people = list.people();
        if (!lines || !people)
            return fail(output, lines ? people.error() : lines.error(), kind);
        return letLeave(services, kind, *people, listText(request, list.labels(), *lines), output);
    });
}

int runTimeline(const Request &request, Output output)
{
    const auto from = dayOption(request, u"from"_s);
    const auto until = dayOption(request, u"until"_s);
    if ((from && !from->isValid()) || (until && !until->isValid()))
        return failUsage(output, said("A day is written like 2026-09-14."));
    if (from && until && *from > *until)
        return failUsage(output, said("The first day of that period is behind its last."));
    return withListsOf(request, output, [&](OpenHostel &hostel) {
        Services &services = hostel.services();
        const QString number = request.options.value(u"person"_s);
        const auto person = personOf(request, services);
        if (!person)
            return fail(output, person.error(), number);
        const auto happened = wholeTimeline(services, {.person = person->id, .from = from, .until = until});
        if (!happened)
            return fail(output, happened.error(), number);
        QList<QStringList> lines;
        const Clock &clock = services.records.clock();
        for (const SaidLine &one : *happened)
            lines.append({dayText(request, clock.local(one.line.at).date()), words::timelineTime(one.line, clock),
                words::label(one.line.record.row.type->title), one.sentence});
        const QStringList labels{said("Day"), said("Time"), said("Kind"), said("What happened")};
        return letLeave(services, u"timeline"_s, {person->id}, listText(request, labels, lines), output);
    });
}

} // namespace keywork
