// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_move_on.h"

#include "ui/text/say.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

QStringList plannedSentences(const MoveOnPlan &plan)
{
    QStringList said{say(QT_TRANSLATE_NOOP("words", "Where to: %1.")).arg(labelFor(plan.option))};
    if (const auto position = housingPositionOf(plan.option))
        said.last() += u' ' + say(QT_TRANSLATE_NOOP("words", "On the spectrum: %1.")).arg(labelFor(*position).toLower());
    if (!plan.wants.trimmed().isEmpty())
        said.append(u"“"_s + plan.wants.trimmed() + u"”"_s);
    if (plan.movesOn)
        said.append(say(QT_TRANSLATE_NOOP("words", "Moving day: %1.")).arg(date(*plan.movesOn)));
    else if (plan.targetOn)
        said.append(say(QT_TRANSLATE_NOOP("words", "Hoped for by %1.")).arg(date(*plan.targetOn)));
    return said;
}

} // namespace

QString returnSentence(const std::optional<Stay> &before)
{
    if (!before)
        return {};
    return say(QT_TRANSLATE_NOOP("words", "Back within a year: was here from %1 to %2."))
        .arg(date(*before->arrivedOn), date(*before->leftOn));
}

QString contactSentence(const std::optional<PostMoveContact> &contact, QDate today)
{
    if (!contact)
        return say(QT_TRANSLATE_NOOP("words", "Contact after leaving: nobody has asked yet."));
    if (contact->agreed == ContactAgreed::AskLater)
        return say(QT_TRANSLATE_NOOP("words", "Contact after leaving: could not say on %1, ask again.")).arg(date(contact->onDay));
    if (contact->agreed == ContactAgreed::No)
        return say(QT_TRANSLATE_NOOP("words", "Contact after leaving: no, said on %1.")).arg(date(contact->onDay));
    if (contact->withdrawnOn && *contact->withdrawnOn <= today)
        return say(QT_TRANSLATE_NOOP("words", "Contact after leaving: taken back on %1.")).arg(date(*contact->withdrawnOn));
    if (contact->untilOn && *contact->untilOn < today)
        return say(QT_TRANSLATE_NOOP("words", "Contact after leaving: was agreed until %1.")).arg(date(*contact->untilOn));
    const QString until = contact->untilOn ? say(QT_TRANSLATE_NOOP("words", ", until %1")).arg(date(*contact->untilOn)) : QString();
    return say(QT_TRANSLATE_NOOP("words", "Contact after leaving: agreed%1. %2")).arg(until, contact->how);
}

QStringList moveOnSentences(const MoveOnPicture &picture, QDate today)
{
    const Stay &stay = picture.stay.value;
    QStringList said;
    if (picture.state == MoveOnState::Left) {
        const DestinationGroup group = endedByDeath(stay) ? DestinationGroup::Died : destinationGroupOf(stay.destination.code);
        said.append(say(QT_TRANSLATE_NOOP("words", "Was here from %1 to %2. Where to, as it is counted: %3."))
                        .arg(date(*stay.arrivedOn), date(*stay.leftOn), labelFor(group).toLower()));
    } else {
        said.append(say(QT_TRANSLATE_NOOP("words",
                            "Here since %1. By the house's own rule moving on is talked about from %2, and a stay "
                            "lasts until %3 at most."))
                        .arg(date(*stay.arrivedOn), date(picture.promptFrom), date(picture.meantUntil)));
    }
    if (const QString back = returnSentence(picture.returnedFrom); !back.isEmpty())
        said.append(back);
    if (picture.plan)
        said += plannedSentences(picture.plan->value);
    if (!picture.support.isEmpty()) {
        const SupportStep &step = picture.support.first().value;
        said.append(say(QT_TRANSLATE_NOOP("words", "Support since %1: %2, %3.")).arg(date(step.fromOn), step.what, step.howOften));
    }
    if (picture.contactKnown)
        said.append(contactSentence(picture.contact, today));
    return said;
}

QString unplannedSentence(const QList<MoveGap> &gaps)
{
    QStringList open;
    for (const MoveGap &gap : gaps)
        if (!gap.isPlanned)
            open.append(labelFor(gap.task));
    return open.isEmpty() ? QString() : say(QT_TRANSLATE_NOOP("words", "Nobody sees to it yet: %1.")).arg(open.join(u"; "_s));
}

QString uncoveredSentence(const QList<QDate> &days)
{
    if (days.isEmpty())
        return {};
    if (days.size() == 1)
        return say(QT_TRANSLATE_NOOP("words", "No prescription is known to cover %1.")).arg(date(days.first()));
    return say(QT_TRANSLATE_NOOP("words", "No prescription is known to cover %1 days about the move, from %2 to %3."))
        .arg(QString::number(days.size()), date(days.first()), date(days.last()));
}

QString readinessSentence(const ReadinessLine &line)
{
    const QString notSaid = say(QT_TRANSLATE_NOOP("words", "not said"));
    const auto view
        = [&](const std::optional<Readiness> &one) { return one && *one != Readiness::NotSaid ? labelFor(*one).toLower() : notSaid; };
    const QString both = say(QT_TRANSLATE_NOOP("words", "they: %1 · worker: %2")).arg(view(line.latest.theirs), view(line.latest.workers));
    return line.differs() ? both + u" · "_s + say(QT_TRANSLATE_NOOP("words", "two views")) : both;
}

QString leavingLine(const LeavingLine &line)
{
    return line.count > 0 ? u"%1: %2"_s.arg(labelFor(line.gap)).arg(line.count) : labelFor(line.gap);
}

QString followUpSentence(const FollowUpLine &line)
{
    const QString said
        = say(QT_TRANSLATE_NOOP("words", "%1 (%2): %3")).arg(labelFor(line.after), date(line.dueOn), labelFor(line.state).toLower());
    if (line.tries == 0)
        return said;
    return said + u", "_s
        + (line.tries == 1 ? say(QT_TRANSLATE_NOOP("words", "1 try without an answer"))
                           : say(QT_TRANSLATE_NOOP("words", "%1 tries without an answer")).arg(line.tries));
}

} // namespace keywork::words
