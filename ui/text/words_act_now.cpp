// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_act_now.h"
#include "ui/text/say.h"

using namespace Qt::StringLiterals;

namespace keywork::words {

QString actNowDoubt(ActNowDoubt doubt)
{
    switch (doubt) {
    case ActNowDoubt::BeforeFound:
        return say(QT_TRANSLATE_NOOP("words", "That is before they were found. Kept; look at its time."));
    case ActNowDoubt::BeforeStart:
        return say(QT_TRANSLATE_NOOP("words", "That is before it began. Kept; look at its time."));
    case ActNowDoubt::AfterDeath:
        return say(QT_TRANSLATE_NOOP("words", "That is after the crew confirmed death. Kept; look at its time."));
    case ActNowDoubt::KitUsedUp:
        return say(QT_TRANSLATE_NOOP("words", "By the register nothing is left in this kit. Kept."));
    case ActNowDoubt::KitOutOfDate:
        return say(QT_TRANSLATE_NOOP("words", "This kit is out of date. Kept; tell the crew."));
    case ActNowDoubt::KitRecalled:
        return say(QT_TRANSLATE_NOOP("words", "This kit's batch was called back. Kept; tell the crew."));
    case ActNowDoubt::KitNotKnown:
        return say(QT_TRANSLATE_NOOP("words", "Which kit is not known: none leaves the stock by itself."));
    }
    return {};
}

QString actNowKept(const ActNow::Outcome &outcome)
{
    switch (outcome.in) {
    case ActNow::KeptIn::Record:
        return say(QT_TRANSLATE_NOOP(
            "words", "Kept in the record. Afterwards this becomes the incident report, for you to finish and a manager to review."));
    case ActNow::KeptIn::BesideFile:
        return say(QT_TRANSLATE_NOOP("words", "Kept, sealed beside the file. It joins the record at the next sign-in."));
    case ActNow::KeptIn::OnThisPc:
        return say(QT_TRANSLATE_NOOP("words", "Kept, sealed on this PC (%1). It joins at the next sign-in on this PC."))
                   .arg(outcome.aside.folder)
            + (outcome.aside.untilSwitchedOff
                    ? u' ' + say(QT_TRANSLATE_NOOP("words", "A power cut would take it: note the times on paper."))
                    : QString());
    case ActNow::KeptIn::Memory:
        return say(QT_TRANSLATE_NOOP("words", "Kept nowhere yet: note the times on paper. It is tried again at each press."));
    }
    return {};
}

QString whoIsTrained(const QStringList &names)
{
    constexpr qsizetype kMost = 5; // read at one look
    if (names.isEmpty())
        return {};
    const QString few = names.mid(0, kMost).join(u", "_s);
    return names.size() > kMost
        ? say(QT_TRANSLATE_NOOP("words", "Trained to give naloxone: %1 and %2 more.")).arg(few).arg(names.size() - kMost)
        : say(QT_TRANSLATE_NOOP("words", "Trained to give naloxone: %1.")).arg(few);
}

QString whoIsTrainedOnShift(const QStringList &names)
{
    return names.isEmpty() ? QString()
                           : say(QT_TRANSLATE_NOOP("words", "On shift and trained to give naloxone: %1.")).arg(names.join(u", "_s));
}

QString elapsed(qint64 milliseconds)
{
    const ElapsedTime time = elapsedTime(milliseconds);
    return u"%1:%2"_s.arg(time.minutes, 2, 10, QChar(u'0')).arg(time.seconds, 2, 10, QChar(u'0'));
}

} // namespace keywork::words
