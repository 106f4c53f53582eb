// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_checks.h"

#include "core/services/records/records.h"
#include "ui/text/say.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

QString nameOfStaff(Id<Staff> staff, const Services &services)
{
    const auto member = services.records.one(staff);
    return member ? member->value.name : QString();
}

/// The time; with its day when that is another one than the day of `now`.
QString atTime(const QDateTime &at, const Clock &clock)
{
    const QDateTime local = clock.local(at);
    return local.date() == clock.today() ? time(local) : moment(local);
}

QString minutesSaid(qint64 minutes)
{
    return minutes == 1 ? say(QT_TRANSLATE_NOOP("words", "1 minute")) : say(QT_TRANSLATE_NOOP("words", "%1 minutes")).arg(minutes);
}

} // namespace

QString whoIsChecked(const ChecksOnFile &checks, const Services &services)
{
    const CheckSeries &series = checks.series.value;
    if (!series.personId)
        return series.described;
    const auto person = services.records.one(series.personId);
    return person ? person->value.displayName() : QString();
}

QString howOftenChecked(const CheckSeries &series, const Clock &clock)
{
    const QString every = minutesSaid(series.everyMinutes.value_or(0));
    QString said = say(QT_TRANSLATE_NOOP("words", "every %1")).arg(every);
    if (series.rhythm == CheckRhythm::Hours)
        said = say(QT_TRANSLATE_NOOP("words", "at %1")).arg(series.hours);
    if (series.rhythm == CheckRhythm::Nights)
        said = say(QT_TRANSLATE_NOOP("words", "from %1 to %2, every %3"))
                   .arg(toStoredText(series.nightFrom.value_or(QTime())), toStoredText(series.nightUntil.value_or(QTime())), every);
    return series.untilAt ? say(QT_TRANSLATE_NOOP("words", "%1 until %2")).arg(said, atTime(*series.untilAt, clock)) : said;
}

QString checksMissed(const MissedChecks &missed, const Clock &clock)
{
    const QString from = atTime(missed.lookedBefore, clock);
    const QString until = missed.lookedAfter ? atTime(*missed.lookedAfter, clock) : say(QT_TRANSLATE_NOOP("words", "now"));
    if (missed.count == 1)
        return say(QT_TRANSLATE_NOOP("words", "1 check missed, %1: nobody looked from %2 until %3."))
            .arg(atTime(missed.first, clock), from, until);
    return say(QT_TRANSLATE_NOOP("words", "%1 checks missed, %2 to %3: nobody looked from %4 until %5."))
        .arg(QString::number(missed.count), atTime(missed.first, clock), atTime(missed.last, clock), from, until);
}

QString whatClocksDo(const CheckSlot &slot, const Clock &clock)
{
    if (slot.clocks == WallTime::Outcome::Never)
        return say(QT_TRANSLATE_NOOP("words", "%1 does not exist that night, the clocks go forward: it is due at %2."))
            .arg(toStoredText(slot.asked), time(clock.local(slot.at)));
    if (slot.clocks == WallTime::Outcome::Twice)
        return say(QT_TRANSLATE_NOOP("words", "%1 comes twice that night, the clocks go back: it is due the first time."))
            .arg(toStoredText(slot.asked));
    return {};
}

QString whyPaused(const ChecksOnFile &checks, const Services &services)
{
    if (checks.away.isEmpty())
        return {};
    QStringList reasons;
    for (const AwaySpell &spell : checks.away)
        if (maySayWhy(spell.why, services.records.session()))
            reasons.append(labelFor(spell.why));
    return reasons.isEmpty() ? say(QT_TRANSLATE_NOOP("words", "Away"))
                             : say(QT_TRANSLATE_NOOP("words", "Away: %1")).arg(reasons.join(u", "_s));
}

QString whyChecked(const ChecksOnFile &checks, const Services &services)
{
    const CheckSeries &series = checks.series.value;
    const Clock &clock = services.records.clock();
    QStringList parts{checks.isClosed ? say(QT_TRANSLATE_NOOP("words", "Why stands in a restricted record")) : labelFor(series.reason),
        howOftenChecked(series, clock)};
    const QString watcher = series.watcherId ? nameOfStaff(series.watcherId, services) : series.watcherOther;
    if (!watcher.isEmpty())
        parts.append(say(QT_TRANSLATE_NOOP("words", "%1 keeps watch")).arg(watcher));
    if (!series.kit.isEmpty())
        parts.append(say(QT_TRANSLATE_NOOP("words", "fresh kit: %1")).arg(series.kit));
    if (!series.agreedHow.isEmpty())
        parts.append(series.agreedHow);
    return parts.join(u" · "_s);
}

QString whenChecked(const ChecksOnFile &checks, const Clock &clock)
{
    const CheckState &state = checks.state;
    if (state.isOver())
        return say(QT_TRANSLATE_NOOP("words", "Over"));
    if (state.alarm)
        return labelFor(*state.alarm) + u", "_s + atTime(*state.alarmAt, clock);
    const QString at = atTime(*state.dueAt, clock);
    const QDateTime now = clock.latest();
    const QString said = state.isOverdue(now)
        ? say(QT_TRANSLATE_NOOP("words", "Due at %1, %2 ago")).arg(at, minutesSaid(state.minutesOver(now)))
        : say(QT_TRANSLATE_NOOP("words", "Next at %1")).arg(at);
    const QString clocks = state.slot ? whatClocksDo(*state.slot, clock) : QString();
    return clocks.isEmpty() ? said : said + u". "_s + clocks;
}

qint64 minutesLate(const TimedCheck &check) { return check.dueAt ? std::max<qint64>(0, check.dueAt->secsTo(check.doneAt) / 60) : 0; }

QString checkDone(const TimedCheck &check, qint64 writtenBy, const Services &services)
{
    QStringList parts{atTime(check.doneAt, services.records.clock())};
    QString found = labelFor(check.result);
    if (check.breaths)
        found += check.countHeld ? say(QT_TRANSLATE_NOOP("words", ", %1 a minute over a whole minute")).arg(*check.breaths)
                                 : say(QT_TRANSLATE_NOOP("words", ", %1 a minute")).arg(*check.breaths);
    parts.append(found);
    if (const QString by = nameOfStaff(check.byId ? check.byId : Id<Staff>{writtenBy}, services); !by.isEmpty())
        parts.append(by);
    if (const qint64 late = minutesLate(check); late > 0)
        parts.append(say(QT_TRANSLATE_NOOP("words", "%1 late")).arg(minutesSaid(late)));
    if (!check.note.isEmpty())
        parts.append(check.note);
    return parts.join(u" · "_s);
}

} // namespace keywork::words
