// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/treatment_days.h"

#include "ui/text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString sayOfDays(const char *marked) { return QCoreApplication::translate("treatment", marked); }

} // namespace

QString stripWord(StripState state)
{
    switch (state) {
    case StripState::PickedUp:
        return sayOfDays(QT_TRANSLATE_NOOP("treatment", "picked up"));
    case StripState::NotCollected:
        return sayOfDays(QT_TRANSLATE_NOOP("treatment", "not collected"));
    case StripState::NotSaid:
        return sayOfDays(QT_TRANSLATE_NOOP("treatment", "nobody said"));
    case StripState::Covered:
        return sayOfDays(QT_TRANSLATE_NOOP("treatment", "covered"));
    case StripState::Gap:
        return sayOfDays(QT_TRANSLATE_NOOP("treatment", "gap"));
    case StripState::ClosedNotArranged:
        return sayOfDays(QT_TRANSLATE_NOOP("treatment", "closed, not arranged"));
    case StripState::Unknown:
        return sayOfDays(QT_TRANSLATE_NOOP("treatment", "not known"));
    case StripState::None:
        break;
    }
    return sayOfDays(QT_TRANSLATE_NOOP("treatment", "no prescription"));
}

QString stripSentence(const StripDay &day, QDate today)
{
    const QString on
        = day.on == today ? sayOfDays(QT_TRANSLATE_NOOP("treatment", "Today, %1")).arg(words::dayInFull(day.on)) : words::dayInFull(day.on);
    return on + u": "_s + stripWord(day.state) + (day.words.isEmpty() ? QString() : u". "_s + day.words);
}

QString stripText(const QList<StripDay> &days, QDate today)
{
    QStringList lines;
    for (const StripDay &day : days)
        lines.append(stripSentence(day, today));
    return lines.join(u'\n');
}

QList<StripState> statesIn(const QList<StripDay> &days)
{
    QList<StripState> all;
    for (const StripState state : {StripState::PickedUp, StripState::NotCollected, StripState::NotSaid, StripState::Covered,
             StripState::Gap, StripState::ClosedNotArranged, StripState::Unknown, StripState::None})
        for (const StripDay &day : days)
            if (day.state == state && !all.contains(state))
                all.append(state);
    return all;
}

QString doseStepsText(const QList<DoseStep> &steps)
{
    QStringList lines;
    for (const DoseStep &step : steps)
        lines.append(sayOfDays(QT_TRANSLATE_NOOP("treatment", "from %1: %2")).arg(words::date(step.from), step.words));
    return lines.join(u'\n');
}

} // namespace keywork
