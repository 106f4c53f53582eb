// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/appointment_watch.h"

using namespace Qt::StringLiterals;

namespace keywork {

QStringList accompaniedEachTime() { return {u"drug_alcohol_treatment"_s}; }
QStringList accompaniedFirstTime() { return {u"mutual_aid"_s}; }

bool isAccompanied(const Appointment &appointment) { return appointment.goesAlongId || !appointment.goesAlongOther.trimmed().isEmpty(); }

bool escortSaidOn(const Appointment &appointment, QDate on, QDate day)
{
    if (!appointment.isOpen() || !isAccompanied(appointment) || !on.isValid() || !day.isValid())
        return false;
    const qint64 ahead = day.daysTo(on);
    return ahead >= 0 && ahead <= kEscortSaidDays;
}

bool remindsOn(const Appointment &appointment, QDate on, QDate day)
{
    if (!appointment.isOpen() || !appointment.remindDays || !on.isValid() || !day.isValid())
        return false;
    const qint64 ahead = day.daysTo(on);
    return ahead >= 0 && ahead <= *appointment.remindDays;
}

bool outcomeMissing(const Appointment &appointment, const QDateTime &now)
{
    return appointment.isOpen() && appointment.startsAt.isValid() && appointment.startsAt.secsTo(now) > kOutcomeWithinHours * 60 * 60;
}

} // namespace keywork
