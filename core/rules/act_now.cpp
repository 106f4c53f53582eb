// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/act_now.h"

#include "core/base/anniversary.h"

#include <algorithm>

namespace keywork {

namespace {

constexpr std::array kActNowParts{ActNowPart::Safe, ActNowPart::Call999, ActNowPart::Breathing, ActNowPart::Naloxone, ActNowPart::Stay};

/// Those that stand, with how long after the start each was.
struct Timed {
    OverdoseStepKind step;
    qint64 elapsedMs = 0;
};

QList<Timed> timedSteps(const QList<ActNowStep> &steps, const QDateTime &startedAt)
{
    QList<Timed> timed;
    for (const ActNowStep &one : inOrder(steps))
        timed.append({one.said.step, startedAt.msecsTo(one.said.happenedAt)});
    return timed;
}

bool isWordOfBreathing(OverdoseStepKind step)
{
    return step == OverdoseStepKind::BreathingNormally || step == OverdoseStepKind::NotBreathingNormally || step == OverdoseStepKind::Awake
        || step == OverdoseStepKind::CouldNotRouse;
}

/// Somebody else looks after them, or nobody can any more.
bool isHandedOver(OverdoseStepKind step)
{
    return step == OverdoseStepKind::CrewHere || step == OverdoseStepKind::WentToHospital || step == OverdoseStepKind::DeathConfirmed;
}

bool asksForNaloxone(LooksLike looksLike) { return looksLike == LooksLike::CannotTell || looksLike == LooksLike::Opioids; }

void take(ActNowPicture &picture, const Timed &step, qint64 elapsedMs)
{
    if (step.step == OverdoseStepKind::CouldNotRouse) {
        picture.begunAgain = true;
        picture.done = {ActNowPart::Safe};
        picture.isWithCrew = false;
        picture.isNoOverdose = false;
    }
    if (step.step == OverdoseStepKind::NaloxoneGiven) {
        ++picture.doses;
        picture.sinceDoseMs = std::max<qint64>(0, elapsedMs - step.elapsedMs);
    }
    if (isWordOfBreathing(step.step)) {
        const bool isWell = step.step == OverdoseStepKind::BreathingNormally || step.step == OverdoseStepKind::Awake;
        picture.breathing = isWell ? step.step : OverdoseStepKind::NotBreathingNormally;
    }
    if (isHandedOver(step.step))
        picture.isWithCrew = true;
    if (step.step == OverdoseStepKind::NotAnOverdose)
        picture.isNoOverdose = true;
    if (step.step == OverdoseStepKind::ChoseNotToGo) {
        picture.choseNotToGo = true;
        picture.isWithCrew = false; // the crew went without them
    }
    if (const auto part = partOf(step.step); part && !picture.done.contains(*part))
        picture.done.append(*part);
}

} // namespace

std::optional<ActNowPart> partOf(OverdoseStepKind step)
{
    switch (step) {
    case OverdoseStepKind::Found:
    case OverdoseStepKind::Answers:
    case OverdoseStepKind::NoReply:
    case OverdoseStepKind::HelpComing:
        return ActNowPart::Safe;
    case OverdoseStepKind::Called999:
        return ActNowPart::Call999;
    case OverdoseStepKind::BreathingNormally:
    case OverdoseStepKind::NotBreathingNormally:
    case OverdoseStepKind::Cpr:
    case OverdoseStepKind::Defibrillator:
        return ActNowPart::Breathing;
    case OverdoseStepKind::NaloxoneGiven:
    case OverdoseStepKind::NaloxoneNotGiven:
        return ActNowPart::Naloxone;
    case OverdoseStepKind::RecoveryPosition:
    case OverdoseStepKind::Awake:
    case OverdoseStepKind::FitStopped:
    case OverdoseStepKind::CrewHere:
    case OverdoseStepKind::WentToHospital:
    case OverdoseStepKind::ChoseNotToGo:
    case OverdoseStepKind::DeathConfirmed:
        return ActNowPart::Stay;
    case OverdoseStepKind::NotAnOverdose:
    case OverdoseStepKind::CouldNotRouse:
    case OverdoseStepKind::Other:
        return {};
    }
    return {};
}

QList<ActNowStep> inOrder(const QList<ActNowStep> &steps)
{
    QList<ActNowStep> standing;
    for (const ActNowStep &one : steps)
        if (!one.isUndone)
            standing.append(one);
    std::stable_sort(standing.begin(), standing.end(), [](const ActNowStep &a, const ActNowStep &b) {
        if (a.said.happenedAt != b.said.happenedAt)
            return a.said.happenedAt < b.said.happenedAt;
        return a.said.pressed.value_or(0) < b.said.pressed.value_or(0);
    });
    return standing;
}

ActNowPicture actNowPicture(const QList<ActNowStep> &steps, LooksLike looksLike, const QDateTime &startedAt, qint64 elapsedMs)
{
    ActNowPicture picture;
    for (const Timed &step : timedSteps(steps, startedAt))
        take(picture, step, elapsedMs);
    const bool isBreathing = picture.breathing && *picture.breathing != OverdoseStepKind::NotBreathingNormally;
    picture.isAsleepAndBreathing = picture.breathing == OverdoseStepKind::BreathingNormally;
    picture.next = ActNowPart::Stay;
    for (const ActNowPart part : kActNowParts) {
        const bool isSkipped = part == ActNowPart::Naloxone && (isBreathing || !asksForNaloxone(looksLike));
        const bool isAnswered = part == ActNowPart::Breathing && isBreathing;
        if (!isSkipped && !isAnswered && !picture.done.contains(part)) {
            picture.next = part;
            break;
        }
    }
    if (picture.isWithCrew)
        picture.next = ActNowPart::Stay;
    return picture;
}

QList<ActNowReminder> actNowReminders(const QList<ActNowStep> &steps, LooksLike looksLike, const QDateTime &startedAt, qint64 elapsedMs)
{
    const ActNowPicture picture = actNowPicture(steps, looksLike, startedAt, elapsedMs);
    QList<ActNowReminder> due;
    const QList<Timed> timed = timedSteps(steps, startedAt);
    if (timed.isEmpty() || picture.isWithCrew || picture.isNoOverdose)
        return due;
    if (!picture.done.contains(ActNowPart::Call999))
        due.append({.what = ActNowReminder::What::Call999, .sinceMs = elapsedMs});
    if (!picture.sinceDoseMs)
        return due;
    // Counted from the dose, or from the last word since: who breathes normally is watched, who does not is asked about anew.
    qint64 since = *picture.sinceDoseMs;
    const OverdoseStepKind *word = nullptr;
    for (const Timed &step : timed)
        if (isWordOfBreathing(step.step) && elapsedMs - step.elapsedMs <= *picture.sinceDoseMs) {
            word = &step.step;
            since = std::max<qint64>(0, elapsedMs - step.elapsedMs);
        }
    const bool isAwake = word && *word == OverdoseStepKind::Awake;
    const bool isAsleep = word && *word == OverdoseStepKind::BreathingNormally;
    if (!isAwake && since >= kAskBreathingAfterMs)
        due.append({.what = ActNowReminder::What::AskBreathing,
            .sinceMs = *picture.sinceDoseMs,
            .promptsDose = !isAsleep,
            .isOverdue = since > kAskBreathingLatestMs});
    if (*picture.sinceDoseMs >= kWearsOffFromMs)
        due.append({.what = ActNowReminder::What::WearsOff, .sinceMs = *picture.sinceDoseMs});
    return due;
}

QList<ActNowDoubt> actNowDoubts(const OverdoseStep &step, const QList<ActNowStep> &others, const QDateTime &startedAt)
{
    QList<ActNowDoubt> doubts;
    const QList<ActNowStep> standing = inOrder(others);
    const bool isOfFinding = partOf(step.step) == ActNowPart::Safe;
    const auto found
        = std::find_if(standing.cbegin(), standing.cend(), [](const ActNowStep &one) { return partOf(one.said.step) == ActNowPart::Safe; });
    if (found != standing.cend() && !isOfFinding && step.happenedAt < found->said.happenedAt)
        doubts.append(ActNowDoubt::BeforeFound);
    else if (step.happenedAt < startedAt)
        doubts.append(ActNowDoubt::BeforeStart);
    const auto death = std::find_if(
        standing.cbegin(), standing.cend(), [](const ActNowStep &one) { return one.said.step == OverdoseStepKind::DeathConfirmed; });
    if (death != standing.cend() && step.happenedAt > death->said.happenedAt)
        doubts.append(ActNowDoubt::AfterDeath);
    if (step.step == OverdoseStepKind::NaloxoneGiven && !step.kitId)
        doubts.append(ActNowDoubt::KitNotKnown);
    return doubts;
}

ElapsedTime elapsedTime(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(0, milliseconds) / 1000;
    return {seconds / 60, int(seconds % 60)};
}

bool clockWasSet(const QDateTime &startedAt, qint64 elapsedMs, const QDateTime &now)
{
    return qAbs(happenedAt(startedAt, elapsedMs).msecsTo(now)) > kClockWasSetMs;
}

qint64 elapsedAfterResuming(const QDateTime &startedAt, qint64 lastElapsedMs, const QDateTime &now)
{
    return std::max(lastElapsedMs, startedAt.msecsTo(now));
}

qint64 quietMs(const QList<ActNowStep> &steps, const QDateTime &startedAt, qint64 elapsedMs)
{
    const QList<ActNowStep> standing = inOrder(steps);
    const qint64 last = standing.isEmpty() ? 0 : startedAt.msecsTo(standing.last().said.happenedAt);
    return std::max<qint64>(0, elapsedMs - std::max<qint64>(0, last));
}

WordsChecked wordsChecked(const QString &by, const std::optional<QDate> &on, QDate today)
{
    if (by.trimmed().isEmpty() || !on || !on->isValid())
        return WordsChecked::NotYet;
    return today < monthsAfter(*on, kWordsCheckedMonths, MonthEnd::NextDay) ? WordsChecked::Holds : WordsChecked::LongAgo;
}

} // namespace keywork
