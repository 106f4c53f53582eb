// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/attendance.h"

namespace keywork {

AttendanceAroundArrival attendance(const QList<AttendedDay> &days, std::optional<QDate> arrivedOn)
{
    AttendanceAroundArrival around;
    for (const AttendedDay &one : days) {
        Attendance &count = arrivedOn && one.day >= *arrivedOn ? around.since : around.before;
        if (one.outcome == AppointmentOutcome::Kept || one.outcome == AppointmentOutcome::Late)
            ++count.kept;
        if (one.outcome == AppointmentOutcome::Missed)
            ++count.missed;
    }
    return around;
}

QMap<QString, AttendanceAroundArrival> attendanceByAgency(const QList<AttendedDay> &days, std::optional<QDate> arrivedOn)
{
    QMap<QString, QList<AttendedDay>> apart;
    for (const AttendedDay &one : days)
        if (!one.with.isEmpty())
            apart[one.with].append(one);
    QMap<QString, AttendanceAroundArrival> counted;
    for (auto it = apart.cbegin(); it != apart.cend(); ++it)
        if (const AttendanceAroundArrival around = attendance(it.value(), arrivedOn); around.before.all() + around.since.all() > 0)
            counted.insert(it.key(), around);
    return counted;
}

} // namespace keywork
