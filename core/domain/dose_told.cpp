// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/dose_told.h"

#include <QStringList>
#include <QtGlobal>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kDaysNamed = 6; // more would push what matters off a crew's page

/// The day, then who told us.
const char *lastDosePattern(DoseKnownFrom how)
{
    switch (how) {
    case DoseKnownFrom::Supervised:
        return QT_TRANSLATE_NOOP("dose", "Last known dose: %1, supervised, told by %2.");
    case DoseKnownFrom::SaidByThem:
        return QT_TRANSLATE_NOOP("dose", "Last known dose: %1, said by them, told to %2.");
    case DoseKnownFrom::CollectedOnly:
        return QT_TRANSLATE_NOOP("dose", "Last known dose: %1, collected only, not seen taken, told by %2.");
    }
    return "";
}

QString dutyLine(const DosesTold &told, const SayMarked &say)
{
    return say(QT_TRANSLATE_NOOP("dose", "Local drug service, duty line: %1.")).arg(told.drugServiceLine);
}

QString lastDose(const DoseTold &told, const SayMarked &say, const SayDay &day)
{
    if (!told.lastDoseOn.isValid())
        return say(QT_TRANSLATE_NOOP("dose", "Last known dose: not known."));
    const QString who = told.toldBy.isEmpty() ? say(QT_TRANSLATE_NOOP("dose", "somebody who is not named")) : told.toldBy;
    return say(lastDosePattern(told.how)).arg(day(told.lastDoseOn), who);
}

QString prescribedWords(const DoseTold &told, const SayMarked &say, const SayDay &day)
{
    QStringList parts{told.prescribed};
    if (told.isDaily)
        parts.append(say(QT_TRANSLATE_NOOP("dose", "daily")));
    if (told.supervised != Supervised::No && told.isDaily)
        parts.append(told.supervised == Supervised::Yes ? say(QT_TRANSLATE_NOOP("dose", "supervised on collection days"))
                                                        : say(QT_TRANSLATE_NOOP("dose", "whether supervised is not known")));
    const QString whole = parts.join(u", "_s);
    if (told.endedOn.isValid())
        return say(QT_TRANSLATE_NOOP("dose", "Prescribed until %1, and no longer: %2.")).arg(day(told.endedOn), whole);
    if (told.startsOn.isValid())
        return say(QT_TRANSLATE_NOOP("dose", "Prescribed from %1 on, not before: %2.")).arg(day(told.startsOn), whole);
    return say(QT_TRANSLATE_NOOP("dose", "Prescribed: %1.")).arg(whole);
}

QStringList daysWithout(const DoseTold &told, const SayMarked &say, const SayDay &day)
{
    if (!told.lookedBackTo.isValid())
        return {say(QT_TRANSLATE_NOOP("dose", "Days not collected: not known."))};
    QStringList all;
    if (told.notCollected.isEmpty()) {
        all.append(say(QT_TRANSLATE_NOOP("dose", "No day since %1 is known as not collected.")).arg(day(told.lookedBackTo)));
    } else {
        QStringList days;
        for (const QDate &one : told.notCollected.mid(std::max<qsizetype>(0, told.notCollected.size() - kDaysNamed)))
            days.append(day(one));
        const QString named = days.join(u", "_s);
        all.append(told.notCollected.size() <= kDaysNamed
                ? say(QT_TRANSLATE_NOOP("dose", "Not collected: %1.")).arg(named)
                : say(QT_TRANSLATE_NOOP("dose", "Not collected: %1 days since %2, the latest %3."))
                      .arg(QString::number(told.notCollected.size()), day(told.lookedBackTo), named));
    }
    if (told.notKnown > 0)
        all.append(say(QT_TRANSLATE_NOOP("dose", "Days since %1 that nobody knows about: %2."))
                       .arg(day(told.lookedBackTo), QString::number(told.notKnown)));
    return all;
}

} // namespace

QString doseSentence(const DoseTold &told, const SayMarked &say, const SayDay &day)
{
    QStringList all{prescribedWords(told, say, day)};
    all += daysWithout(told, say, day);
    all.append(lastDose(told, say, day));
    const QString who
        = told.prescriber.isEmpty() ? say(QT_TRANSLATE_NOOP("dose", "the prescriber, whose name is not on file")) : told.prescriber;
    const QString number = told.telephone.isEmpty() ? say(QT_TRANSLATE_NOOP("dose", "telephone not on file")) : told.telephone;
    all.append(say(QT_TRANSLATE_NOOP("dose", "Confirm with %1, %2, before giving any dose.")).arg(who, number));
    return all.join(u' ');
}

QString doseAsTheyTell(const DosesTold &told, const SayMarked &say)
{
    const QString sentence = told.prescriptions.isEmpty()
        ? say(QT_TRANSLATE_NOOP("dose",
            "As the resident tells it. Days not collected and last known dose: not known here. Confirm with the prescriber before "
            "giving any dose."))
        : say(QT_TRANSLATE_NOOP("dose",
            "As the resident tells it. Days not collected and last known dose are told of each prescription on file. Confirm with "
            "the prescriber before giving any dose."));
    return told.drugServiceLine.isEmpty() ? sentence : sentence + u' ' + dutyLine(told, say);
}

QStringList doseSentences(const DosesTold &told, const SayMarked &say, const SayDay &day)
{
    QStringList all;
    for (const DoseTold &one : told.prescriptions)
        all.append(doseSentence(one, say, day));
    if (all.isEmpty())
        all.append(doseAsTheyTell(told, say)); // with the duty line
    else if (!told.drugServiceLine.isEmpty())
        all.append(dutyLine(told, say));
    return all;
}

} // namespace keywork
