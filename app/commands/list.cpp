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

/// What a terminal shows can be written to a file: it leaves the program, in both forms.
int sayAndKeep(Services &services, const QString &kind, const QList<Id<Person>> &people, const QString &text, Output output)
{
    const auto kept = services.disclosures.keepList(kind, people, text.toUtf8());
    if (!kept)
        return fail(output, kept.error());
    output.out << text;
    output.out.flush();
    if (output.out.status() == QTextStream::Ok)
        return Finished;
    Q_UNUSED(bool(services.disclosures.didNotLeave(*kept)));
    output.err << said("This could not be written to where the output goes. It is noted that it did not leave.") << '\n';
    return Failed;
}

QString asText(const Request &request, const QStringList &labels, const QList<QStringList> &lines)
{
    if (request.flags.contains(u"csv"_s))
        return csvOfList(labels, lines);
    QString text;
    for (const QStringList &line : lines)
        text += line.join(u"  "_s) + u'\n';
    return text;
}

int saysWhichKinds(const QString &typed, Output output)
{
    const QString kinds = tableNames(allKinds()).join(u", "_s);
    if (typed.isEmpty())
        output.err << said("Say which records: %1.").arg(kinds) << '\n';
    else
        output.err << said("There are no records called “%1”. There are: %2.").arg(typed, kinds) << '\n';
    return WrongUsage;
}

/// Nothing when the option was not given; no day when it can't be read.
std::optional<QDate> dayOption(const Request &request, const QString &name)
{
    if (!request.options.contains(name))
        return {};
    return QDate::fromString(request.options.value(name), Qt::ISODate);
}

} // namespace

int runList(const Request &request, Output output)
{
    const QString kind = request.names.value(1);
    const RecordType *type = kindOf(kind);
    if (!type)
        return saysWhichKinds(kind, output);
    const auto signedIn = signInFor(request, request.names.first(), output);
    if (!signedIn->hostel)
        return signedIn->code;
    Services &services = signedIn->hostel->services();
    const Session &session = signedIn->hostel->session();
    if (!session.may(Act::Export, Category::Identity) || !services.records.mayRead(*type))
        return fail(output, {session.refusal(), {}, {}}, kind);
    RecordTableModel list(*type, services);
    list.showWhose(); // a list of all residents' records says whose each is
    if (!list.setRequest({}))
        return fail(output, *list.problem(), kind);
    const auto lines = list.allCells();
    const auto people = list.people();
    if (!lines || !people)
        return fail(output, lines ? people.error() : lines.error(), kind);
    return sayAndKeep(services, kind, *people, asText(request, list.labels(), *lines), output);
}

int runTimeline(const Request &request, Output output)
{
    const auto from = dayOption(request, u"from"_s);
    const auto until = dayOption(request, u"until"_s);
    if ((from && !from->isValid()) || (until && !until->isValid())) {
        output.err << said("A day is written like 2026-09-14.") << '\n';
        return WrongUsage;
    }
    if (from && until && *from > *until) {
        output.err << said("The first day of that period is behind its last.") << '\n';
        return WrongUsage;
    }
    const auto signedIn = signInFor(request, request.names.first(), output);
    if (!signedIn->hostel)
        return signedIn->code;
    Services &services = signedIn->hostel->services();
    const Session &session = signedIn->hostel->session();
    if (!session.may(Act::Export, Category::Identity))
        return fail(output, {session.refusal(), {}, {}});
    const QString number = request.options.value(u"person"_s);
    const auto person = services.people.byNumber(number);
    if (!person)
        return fail(output, person.error(), number);
    const auto happened = wholeTimeline(services, {.person = person->id, .from = from, .until = until});
    if (!happened)
        return fail(output, happened.error(), number);
    QList<QStringList> lines;
    const Clock &clock = services.records.clock();
    for (const SaidLine &one : *happened)
        lines.append({words::date(clock.local(one.line.at).date()), words::timelineTime(one.line, clock),
            words::label(one.line.record.row.type->title), one.sentence});
    const QStringList labels{said("Day"), said("Time"), said("Kind"), said("What happened")};
    return sayAndKeep(services, u"timeline"_s, {person->id}, asText(request, labels, lines), output);
}

} // namespace keywork
