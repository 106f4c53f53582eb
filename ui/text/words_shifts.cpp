// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_shifts.h"

#include "core/domain/house.h"
#include "core/services/records/records.h"
#include "ui/text/say.h"
#include "ui/text/words.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace keywork::words {

QString shiftTitle(const ShiftSpan &span, QDate today) { return span.name + u", "_s + weekday(span.day, today); }

QString shiftHours(const ShiftSpan &span, const Clock &clock)
{
    return say(QT_TRANSLATE_NOOP("words", "%1, %2 to %3")).arg(span.name, time(clock.local(span.from)), time(clock.local(span.until)));
}

QString gapsSaid(const ShiftPatterns &patterns)
{
    QStringList lines;
    const auto at = [](int weekday, QTime time) { return QLocale().dayName(weekday, QLocale::ShortFormat) + u' ' + toStoredText(time); };
    for (const ShiftGap &gap : gapsOf(patterns))
        lines.append(
            say(QT_TRANSLATE_NOOP("words", "No shift from %1 to %2.")).arg(at(gap.weekday, gap.from), at(gap.untilWeekday, gap.until)));
    return lines.join(u'\n');
}

QString untilSaid(const QDateTime &until, const Clock &clock)
{
    const QDateTime local = clock.local(until);
    return local.date() == clock.today() ? time(local) : weekday(local.date(), clock.today()) + u' ' + time(local);
}

QStringList houseLine(const Services &services)
{
    QStringList lines;
    const auto on = services.shifts.onNow();
    const auto onCall = services.shifts.onCall();
    const auto houses = services.records.all<House>();
    QStringList names;
    for (const SomebodyOn &somebody : on ? *on : QList<SomebodyOn>())
        names.append(somebody.name);
    const QString shift = services.shifts.nameNow();
    if (!names.isEmpty())
        lines.append(shift.isEmpty() ? say(QT_TRANSLATE_NOOP("words", "On shift: %1")).arg(names.join(u", "_s))
                                     : say(QT_TRANSLATE_NOOP("words", "%1: %2")).arg(shift, names.join(u", "_s)));
    if (onCall && !onCall->isEmpty())
        lines.append(say(QT_TRANSLATE_NOOP("words", "On call: %1")).arg(onCall->told()));
    if (houses && !houses->isEmpty()) {
        const House &house = houses->first().value;
        if (!house.drugServiceLine.isEmpty())
            lines.append(say(QT_TRANSLATE_NOOP("words", "Drug service: %1")).arg(house.drugServiceLine));
        if (!house.doorLine.isEmpty())
            lines.append(say(QT_TRANSLATE_NOOP("words", "Door: %1")).arg(house.doorLine));
    }
    lines.append(say(QT_TRANSLATE_NOOP("words", "NHS advice: 111")));
    return lines;
}

QString ringAlone(const LoneOnFile &one, const Clock &clock)
{
    const QString whom = one.telephone.isEmpty() ? one.name : one.name + u", "_s + one.telephone;
    return say(QT_TRANSLATE_NOOP("words", "Ring %1: was to say by %2 that all is well.")).arg(whom, untilSaid(*one.state.dueAt, clock));
}

} // namespace keywork::words
