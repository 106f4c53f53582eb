// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_last_seen.h"

#include "core/services/records/records.h"
#include "ui/text/say.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

/// The time; with its day when that is another one than today.
QString seenMoment(const QDateTime &at, const Clock &clock)
{
    const QDateTime local = clock.local(at);
    return local.date() == clock.today() ? time(local) : weekday(local.date(), clock.today()) + u' ' + time(local);
}

QString memberOfTeam(Id<Staff> staff, const Services &services)
{
    const auto member = services.records.one(staff);
    return member ? member->value.name : QString();
}

} // namespace

QString seenWhen(const SeenTold &told, const Clock &clock)
{
    if (!told.onlyDay)
        return seenMoment(told.at, clock);
    const QDate day = clock.local(told.at).date();
    return day == clock.today() ? say(QT_TRANSLATE_NOOP("words", "some time today"))
                                : say(QT_TRANSLATE_NOOP("words", "some time on %1")).arg(weekday(day, clock.today()));
}

QString lastSeen(const std::optional<SeenTold> &told, const Services &services)
{
    if (!told)
        return say(QT_TRANSLATE_NOOP("words", "Nothing on file says that they were seen."));
    QString said = say(QT_TRANSLATE_NOOP("words", "Last seen %1")).arg(seenWhen(*told, services.records.clock()));
    if (!told->by.isEmpty())
        said += say(QT_TRANSLATE_NOOP("words", ", by %1")).arg(told->by);
    QStringList what;
    if (told->kind && told->kind != &recordType<MissingStep>()) // of that the place says more
        what.append(label(told->kind->titleShort ? told->kind->titleShort : told->kind->title));
    if (!told->where.isEmpty())
        what.append(told->where.simplified());
    return what.isEmpty() ? said : said + u" ("_s + what.join(u": "_s) + u')';
}

QString lastSeenShort(const SeenTold &told, const Clock &clock)
{
    return told.by.isEmpty() ? seenWhen(told, clock) : seenWhen(told, clock) + u", "_s + told.by;
}

QString askedAfter(const SeenStanding &standing, const Services &services)
{
    const Clock &clock = services.records.clock();
    if (const auto away = standing.awayNow(clock.latestDay())) {
        const QString why
            = maySayWhy(away->why, services.records.session()) ? labelFor(away->why) : say(QT_TRANSLATE_NOOP("words", "away"));
        return say(QT_TRANSLATE_NOOP("words", "Not asked after now: %1 since %2.")).arg(why, weekday(away->from, clock.today()));
    }
    if (!standing.dueAt)
        return say(QT_TRANSLATE_NOOP("words", "Nobody is asked after who does not live here."));
    const QString from = seenMoment(*standing.dueAt, clock);
    const QString hours = say(QT_TRANSLATE_NOOP("words", "%1 hours")).arg(standing.facts.hours);
    QString said = isNotSeen(standing.facts, clock.latest())
        ? say(QT_TRANSLATE_NOOP("words", "Not seen for %1 hours: Today asks after them since %2."))
              .arg(QString::number(hoursUnseen(standing.facts, clock.latest())), from)
        : say(QT_TRANSLATE_NOOP("words", "Today asks after them when they were not seen for %1: from %2.")).arg(hours, from);
    if (standing.own && services.records.mayRead(recordType<SeenWithin>()))
        said += u' ' + say(QT_TRANSLATE_NOOP("words", "Their own number: %1")).arg(standing.own->value.why);
    return said;
}

QString missingStep(const Kept<MissingStep> &step, const Services &services)
{
    const MissingStep &one = step.value;
    QStringList parts{seenMoment(one.happenedAt, services.records.clock())};
    QString what = labelFor(one.act);
    if (one.act != MissingAct::Seen)
        what += u": "_s + shortLabelFor(one.answer);
    parts.append(what);
    for (const QString &said :
        {one.place, one.whom, one.reference.isEmpty() ? QString() : say(QT_TRANSLATE_NOOP("words", "reference %1")).arg(one.reference)})
        if (!said.isEmpty())
            parts.append(said);
    QStringList who{memberOfTeam(one.byId ? one.byId : Id<Staff>{step.createdBy}, services)};
    who.append(one.withId ? memberOfTeam(one.withId, services) : one.withOther);
    who.removeAll(QString());
    parts.append(who.join(u", "_s));
    if (!one.note.isEmpty())
        parts.append(one.note);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace keywork::words
