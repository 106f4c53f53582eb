// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/base/clock.h"
#include "core/services/house/attention.h"
#include "core/services/house/watch/watch_rule.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/disclosures.h"
#include "ui/text/words.h"
#include "ui/text/words_watch.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kFarthestToday = 5 * 366; // days; what is looked at day by day takes as long as there are days

QString textOf(const Request &request, const QList<WatchItem> &items, QDate today, const Clock &clock)
{
    const auto sentenceOf = [today, &clock](const WatchItem &item) {
        const QString rung = words::watchRung(item, clock);
        return words::watchSentence(item, today) + (rung.isEmpty() ? rung : u' ' + rung);
    };
    QList<QStringList> lines;
    const bool csv = request.flags.contains(u"csv"_s); // a program goes by the rule's code, a person by its name
    for (const WatchItem &item : items)
        lines.append({csv ? item.code() : words::watchTitle(item), words::watchSubject(item), sentenceOf(item)});
    const bool saysNothing = items.isEmpty() && !csv;
    return saysNothing ? said("Nothing is due.") + u'\n' : listText(request, {said("Rule"), said("Resident"), said("What is due")}, lines);
}

} // namespace

int runToday(const Request &request, Output output)
{
    const QString typed = request.options.value(u"on"_s);
    const QDate on = dayFromStored(typed);
    if (request.options.contains(u"on"_s) && !on.isValid()) // told before anybody types a password
        return failUsage(output, said("There is no day “%1”. Please give it like 2026-09-14.").arg(typed));
    if (on.isValid() && SystemClock().today().daysTo(on) > kFarthestToday)
        return failUsage(output, said("Please ask for a day of the next five years, or an earlier one."));
    return withListsOf(request, output, [&](OpenHostel &hostel) {
        Services &services = hostel.services();
        const QDate today = on.isValid() ? on : services.records.today();
        const auto items = services.attention.today(today);
        if (!items)
            return fail(output, items.error());
        // What was known that evening can't be told from what was typed since.
        if (today < services.records.today())
            output.err << said("This is what is known now, judged on %1; not what was on Today then.").arg(words::date(today)) << '\n';
        QList<Id<Person>> people;
        for (const WatchItem &item : *items)
            if (item.subject.person && !people.contains(item.subject.person))
                people.append(item.subject.person);
        return letLeave(services, u"person"_s, people, textOf(request, *items, today, services.records.clock()), output);
    });
}

} // namespace keywork
