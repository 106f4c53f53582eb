// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/emergency/act_now.h"

#include "core/services/emergency/act_now_parts.h"
#include "core/services/keeping/open_hostel.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Working out how it ended from what was pressed last.
std::optional<OverdoseOutcome> outcomeOf(const QList<ActNowStep> &steps)
{
    std::optional<OverdoseOutcome> outcome;
    for (const ActNowStep &one : inOrder(steps))
        switch (one.said.step) {
        case OverdoseStepKind::DeathConfirmed:
            outcome = OverdoseOutcome::Died;
            break;
        case OverdoseStepKind::WentToHospital:
            outcome = OverdoseOutcome::WentToHospital;
            break;
        case OverdoseStepKind::ChoseNotToGo:
            outcome = OverdoseOutcome::ChoseNotToGo;
            break;
        case OverdoseStepKind::NotAnOverdose:
            outcome = OverdoseOutcome::NotAnOverdose;
            break;
        case OverdoseStepKind::Awake:
            outcome = OverdoseOutcome::StayedHere;
            break;
        case OverdoseStepKind::CouldNotRouse:
            outcome.reset();
            break;
        default:
            break;
        }
    return outcome;
}

void takeSaid(OverdoseStep &step, const ActNow::Said &said)
{
    step.kitId = said.kit;
    step.route = said.route;
    step.byWhom = said.byWhom;
    step.whyNot = said.whyNot;
    step.watcherId = said.watcher;
    step.watcherOther = said.watcherOther;
    step.words = said.words;
}

} // namespace

ActNow::ActNow(QString hostelFile, const SeenHeads &seen, const Clock &clock, const SteadyClock &steady)
    : m_parts(std::make_unique<Parts>(std::move(hostelFile), seen, clock, steady))
{
}

ActNow::~ActNow() = default;

void ActNow::onChanged(std::function<void()> tell) { m_parts->tell = std::move(tell); }

bool ActNow::isSignedIn() const { return m_parts->hostel != nullptr; }

bool ActNow::isWithoutFile() const { return m_parts->hostelFile.isEmpty(); }

void ActNow::takeOver(ActNow &before)
{
    if (!before.isWithoutFile() || &before == this)
        return;
    m_parts->emergencies = std::exchange(before.m_parts->emergencies, {}) + m_parts->emergencies;
    m_parts->pending = std::exchange(before.m_parts->pending, {}) + m_parts->pending;
    m_parts->changed();
}

void ActNow::signedIn(OpenHostel &hostel) { m_parts->signedIn(hostel); }

void ActNow::locking() { m_parts->locking(); }

HouseCard ActNow::card() const { return m_parts->card(); }

QString ActNow::start()
{
    Running &one = m_parts->begin(m_parts->clock.now());
    m_parts->changed();
    return one.shown.id;
}

QString ActNow::startAfterwards(const QDateTime &began)
{
    Running &one = m_parts->begin(began);
    one.shown.isAfterwards = true;
    m_parts->changed();
    return one.shown.id;
}

bool ActNow::forget(const QString &emergency)
{
    const Running *one = m_parts->find(emergency);
    if (!one || one->lastOrder > 0)
        return false;
    m_parts->emergencies.removeIf([&](const Running &other) { return other.shown.id == emergency; });
    m_parts->changed();
    return true;
}

ActNow::Outcome ActNow::press(const QString &emergency, const Said &said)
{
    Running *one = m_parts->find(emergency);
    if (!one)
        return {};
    if (said.happenedAt && (!said.happenedAt->isValid() || *said.happenedAt > m_parts->clock.now()))
        return {.violations = {{u"happened_at"_s, said.happenedAt->isValid() ? Rule::InTheFuture : Rule::NotAMoment, {}}}};
    Press press = m_parts->newPress(*one, Press::What::Step);
    OverdoseStep &step = press.step;
    step.step = said.step;
    takeSaid(step, said);
    if (said.happenedAt) {
        step.happenedAt = *said.happenedAt;
        step.elapsedMs.reset();
    }
    QList<ActNowDoubt> doubts = actNowDoubts(step, one->shown.steps, one->shown.startedAt);
    doubts += m_parts->lookAtKit(step);
    step.enteredAt = press.clockSaid;
    step.pressed = press.order;
    step.pressId = press.id;
    step.whileLocked = press.by == 0;
    one->shown.steps.append({step, false, 0});
    sortByMoment(one->shown.steps);
    Outcome outcome = m_parts->keep(*one, press);
    outcome.doubts = doubts;
    return outcome;
}

ActNow::Outcome ActNow::sayMore(const QString &emergency, const QString &press, const Said &said)
{
    Running *one = m_parts->find(emergency);
    ActNowStep *step = one ? one->standing(press) : nullptr;
    if (!step)
        return {};
    takeSaid(step->said, said);
    const QList<ActNowDoubt> doubts = m_parts->lookAtKit(step->said);
    Press more = m_parts->newPress(*one, Press::What::Said);
    more.about = press;
    more.step = step->said;
    Outcome outcome = m_parts->keep(*one, more);
    outcome.doubts = doubts;
    return outcome;
}

ActNow::Outcome ActNow::undo(const QString &emergency, const QString &press)
{
    Running *one = m_parts->find(emergency);
    ActNowStep *step = one ? one->standing(press) : nullptr;
    if (!step)
        return {};
    step->isUndone = true;
    Press taken = m_parts->newPress(*one, Press::What::Undo);
    taken.about = press;
    return m_parts->keep(*one, taken);
}

Done ActNow::putRight(const QString &emergency, const QString &press, const QDateTime &happenedAt)
{
    Running *one = m_parts->find(emergency);
    if (!one || !m_parts->hostel)
        return Error{ErrorKind::NotAllowedNow, {}, {}};
    const EmergencySteps &steps = m_parts->hostel->services().emergencySteps;
    const auto found = steps.of(emergency);
    if (!found)
        return found.error();
    const auto step = std::find_if(
        found->steps.cbegin(), found->steps.cend(), [&](const ActNowStep &each) { return each.said.pressId == press && each.record > 0; });
    if (step == found->steps.cend())
        return Error{ErrorKind::NotAllowedNow, {}, {}};
    if (Done done = m_parts->hostel->services().emergencySteps.putRight({step->record}, happenedAt); !done)
        return done;
    if (const auto now = steps.of(emergency))
        m_parts->show(*one, *now);
    m_parts->changed();
    return {};
}

QString ActNow::lastPress(const QString &emergency) const
{
    const Running *one = m_parts->find(emergency);
    QString last;
    qint64 order = 0;
    for (const ActNowStep &step : one ? one->shown.steps : QList<ActNowStep>())
        if (!step.isUndone && step.said.pressed.value_or(0) > order) {
            order = *step.said.pressed;
            last = step.said.pressId;
        }
    return last;
}

ActNow::Outcome ActNow::setLooksLike(const QString &emergency, LooksLike looksLike)
{
    Running *one = m_parts->find(emergency);
    if (!one || one->shown.looksLike == looksLike)
        return {};
    one->shown.looksLike = looksLike;
    Press press = m_parts->newPress(*one, Press::What::Looks);
    press.looksLike = looksLike;
    return m_parts->keep(*one, press);
}

ActNow::Outcome ActNow::setSigns(const QString &emergency, const QString &signs, const QString &substances)
{
    Running *one = m_parts->find(emergency);
    if (!one || (one->shown.signs == signs && one->shown.substances == substances))
        return {};
    one->shown.signs = signs;
    one->shown.substances = substances;
    Press press = m_parts->newPress(*one, Press::What::Signs);
    press.signs = signs;
    press.substances = substances;
    return m_parts->keep(*one, press);
}

ActNow::Outcome ActNow::setWho(const QString &emergency, const ActNowWho &who)
{
    Running *one = m_parts->find(emergency);
    ActNowWho said = who;
    if (said.kind != ActNowWho::Kind::Resident || !isSignedIn())
        said.person = {};
    if (said.kind != ActNowWho::Kind::Visitor)
        said.described.clear();
    const bool saysNobody = (said.kind == ActNowWho::Kind::Resident && !said.person)
        || (said.kind == ActNowWho::Kind::Visitor && said.described.trimmed().isEmpty());
    if (saysNobody)
        said = {};
    if (!one || one->shown.who == said)
        return {};
    one->shown.who = said;
    Press press = m_parts->newPress(*one, Press::What::Who);
    press.who = said;
    return m_parts->keep(*one, press);
}

ActNow::Outcome ActNow::end(const QString &emergency, std::optional<OverdoseOutcome> outcome)
{
    Running *one = m_parts->find(emergency);
    if (!one || one->shown.isEnded)
        return {};
    Press press = m_parts->newPress(*one, Press::What::End);
    press.outcome = outcome ? outcome : outcomeOf(one->shown.steps);
    const QList<ActNowStep> standing = inOrder(one->shown.steps);
    if (one->shown.isAfterwards && !standing.isEmpty())
        press.step.happenedAt = standing.last().said.happenedAt;
    one->shown.isEnded = true;
    return m_parts->keep(*one, press);
}

QList<Emergency> ActNow::running() const
{
    QList<Emergency> all;
    for (const Running &one : std::as_const(m_parts->emergencies))
        if (!one.shown.isEnded)
            all.prepend(one.shown);
    return all;
}

QString ActNow::toGoOnWith() const
{
    for (const Emergency &one : running())
        if (quietSinceMs(one.id) < kLongQuietMs)
            return one.id;
    return {};
}

qint64 ActNow::quietSinceMs(const QString &emergency) const
{
    const Running *one = m_parts->find(emergency);
    return one ? quietMs(one->shown.steps, one->shown.startedAt, m_parts->elapsed(*one)) : 0;
}

std::optional<Emergency> ActNow::one(const QString &emergency) const
{
    const Running *one = m_parts->find(emergency);
    return one ? std::optional(one->shown) : std::nullopt;
}

qint64 ActNow::elapsedMs(const QString &emergency) const
{
    const Running *one = m_parts->find(emergency);
    return one ? m_parts->elapsed(*one) : 0;
}

ActNowPicture ActNow::picture(const QString &emergency) const
{
    const Running *one = m_parts->find(emergency);
    return one ? actNowPicture(one->shown.steps, one->shown.looksLike, one->shown.startedAt, m_parts->elapsed(*one)) : ActNowPicture();
}

QList<ActNowReminder> ActNow::reminders(const QString &emergency) const
{
    const Running *one = m_parts->find(emergency);
    if (!one || one->shown.isAfterwards || one->shown.isEnded)
        return {};
    return actNowReminders(one->shown.steps, one->shown.looksLike, one->shown.startedAt, m_parts->elapsed(*one));
}

bool ActNow::clockWasSet(const QString &emergency) const
{
    const Running *one = m_parts->find(emergency);
    return one && !one->shown.isAfterwards && keywork::clockWasSet(one->shown.startedAt, m_parts->elapsed(*one), m_parts->clock.now());
}

qsizetype ActNow::unkept() const
{
    return std::count_if(m_parts->pending.cbegin(), m_parts->pending.cend(), [](const Pending &one) { return !one.isSealed; });
}

} // namespace keywork
