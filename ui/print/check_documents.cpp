// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/check_documents.h"

#include "core/services/care/timed_checks.h"
#include "core/services/records/records.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/text/check_round.h"
#include "ui/text/words.h"
#include "ui/text/words_checks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

constexpr qsizetype kNextOnPaper = 5; ///< moments with a box
constexpr qint64 kPaperHours = 14; ///< a night: what is due later stands on the next paper
const QList<qreal> kRoundScales{1.0, 0.9, 0.8, 0.7, 0.6}; ///< the largest that has room on one page

Runs roundRun(const QString &words, bool bold = false) { return Runs{{words, bold, false}}; }

/// From the one that is due now on: one that was missed is told beside, and ticked by nobody.
QList<QDateTime> nextMoments(const ChecksOnFile &checks, const Clock &clock)
{
    const QDateTime now = clock.latest();
    const QDateTime until = now.addSecs(kPaperHours * 3600);
    const CheckSeries &series = checks.series.value;
    QList<QDateTime> moments{*checks.state.dueAt};
    if (isPlanned(series.rhythm)) {
        for (const CheckSlot &slot : checkSlots(series, moments.first().addSecs(1), until, clock)) {
            if (slot.opens <= now)
                moments.clear();
            moments.append(slot.at);
        }
        return moments;
    }
    const qint64 step = 60 * std::max<qint64>(1, series.everyMinutes.value_or(60));
    while (moments.size() < kNextOnPaper && moments.last().addSecs(step) <= series.untilAt.value_or(until))
        moments.append(moments.last().addSecs(step));
    return moments;
}

/// The next moments as times to tick.
QString boxesOf(const ChecksOnFile &checks, const Clock &clock)
{
    QStringList boxes;
    for (const QDateTime &moment : nextMoments(checks, clock))
        if (boxes.size() < kNextOnPaper)
            boxes.append(toTick(words::time(clock.local(moment))));
    return boxes.join(u"  "_s);
}

Table roundTable(const QList<words::RoundLine> &lines, const Services &services)
{
    const Clock &clock = services.records.clock();
    Table rows;
    rows.shares = {0.13, 0.09, 0.17, 0.24, 0.15, 0.22};
    rows.head = {say("Floor"), say("Room"), say("Who"), say("Why and how"), say("Last done"), say("Next")};
    QString floor;
    for (const words::RoundLine &line : lines) {
        QString last = words::roundDone(line, clock);
        for (const MissedChecks &missed : line.checks.missed)
            last += (last.isEmpty() ? QString() : u" · "_s) + words::checksMissed(missed, clock);
        const QString paused = words::whyPaused(line.checks, services);
        rows.rows.append({roundRun(line.floor == floor && !rows.rows.isEmpty() ? QString() : line.floor), roundRun(line.room, true),
            roundRun(line.who, true), roundRun(words::whyChecked(line.checks, services)), roundRun(last),
            roundRun(paused.isEmpty() ? boxesOf(line.checks, clock) : paused)});
        rows.firstOfGroup.append(true);
        floor = line.floor;
    }
    return rows;
}

} // namespace

Result<HousePaperOfMany> checkRoundPaper(const Services &services)
{
    const auto running = services.timedChecks.running();
    if (!running)
        return running.error();
    const QList<words::RoundLine> lines = words::roundLines(*running, services);
    HousePaperOfMany made{};
    for (const qreal scale : kRoundScales) {
        const auto begun
            = housePaper(services, say("Round"), words::moment(services.records.clock().local(services.records.clock().now())), {});
        if (!begun)
            return begun.error();
        made.document = *begun;
        made.document.title = say("Round");
        made.document.footMiddle = say("Round") + u" · "_s + say("sensitive personal data");
        made.document.textScale = scale;
        if (lines.isEmpty())
            made.document.add(text({{say("Nobody is looked in on at the moment.")}}, 11, 6));
        else
            made.document.add(table(roundTable(lines, services)));
        made.document.add(
            text({{say("“Asleep” is no result: they spoke, were roused, or their breathing was seen and counted. What is ticked here is "
                       "written down in Keywork, too."),
                     false, true}},
                9, 4));
        if (made.document.pageCount() == 1)
            break;
    }
    for (const words::RoundLine &line : lines)
        if (const Id<Person> person = line.checks.series.value.personId; person && !made.people.contains(person))
            made.people.append(person);
    return made;
}

Result<Document> personsChecksPaper(const Services &services, Id<Person> person)
{
    const auto who = services.records.one(person);
    const auto all = services.records.of<CheckSeries>("person_id", person);
    if (!who || !all)
        return who ? all.error() : who.error();
    if (all->isEmpty())
        return Error{ErrorKind::NotFound, {}, {}};
    auto paper = housePaper(services, say("Checks"), who->value.displayName(), whoseIs(who->value));
    if (!paper)
        return paper;
    paper->title = say("Checks");
    for (const Kept<CheckSeries> &series : *all) {
        const auto checks = services.timedChecks.one(series.id);
        if (!checks)
            return checks.error();
        paper->add(heading(words::moment(services.records.clock().local(series.value.fromAt)), words::whyChecked(*checks, services)));
        for (const QString &more : {series.value.reasonNote, series.value.endedWhy})
            if (!more.isEmpty())
                paper->add(flowing(more));
        for (const MissedChecks &missed : checks->missed)
            paper->add(text({{words::checksMissed(missed, services.records.clock()), true, false}}, 9.5, 3));
        for (const Kept<TimedCheck> &check : checks->checks)
            paper->add(text({{words::checkDone(check.value, check.createdBy, services)}}, 9.5, 2));
        if (checks->checks.isEmpty())
            paper->add(text({{say("None was written down.")}}, 9.5, 4));
    }
    return *paper;
}

} // namespace keywork::print
