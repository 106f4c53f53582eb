// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/appointment.h"
#include "core/domain/person.h"
#include "core/rules/attendance.h"
#include "core/services/care/appointments.h"
#include "core/services/services.h"

namespace keywork {

/// An appointment as a line shows it, on the screen and on paper.
struct AppointmentLine {
    Kept<Appointment> kept;
    QDateTime at; ///< on the house's clocks
    QString resident;
    QString room; ///< empty: none now
    QString withWhom; ///< agency and person there
    QString goesAlong; ///< who of the team, or who else
};

/// The names are read in one go, however many there are.
Result<QList<AppointmentLine>> appointmentLines(const Services &services, const QList<Kept<Appointment>> &appointments);
/// Of the days from `first` to `last`, by time; of one resident or of the house.
Result<QList<AppointmentLine>> appointmentLines(const Services &services, QDate first, QDate last, Id<Person> person = {});

/// The week, Monday first, that the day is in.
inline QDate mondayOf(QDate day) { return day.addDays(1 - day.dayOfWeek()); }

namespace words {

/// "Kept 13 of 18 since arriving (72 %) · before: 1 of 2".
QString attendance(const AttendanceAroundArrival &around);
/// One line for each kind of agency: "Probation: Kept 8 of 8 since arriving (100 %) · before: 4 of 8".
QStringList attendanceByAgency(const QMap<QString, AttendanceAroundArrival> &counted, const ChoiceSource &choices);
/// "8 appointments, last on Tue 3 Nov"; what is missing when nothing comes of it.
QString repeated(const QList<Appointment> &planned, const Clock &clock);
QString clash(const AppointmentClash &clash, const AppointmentLine &other, QDate today);
/// "Room 7 · Ben Barker", or the name alone.
QString withRoom(const AppointmentLine &line);
/// "with Tomi Okoro", empty for nobody.
QString goesAlong(const AppointmentLine &line);
/// Parts with a dot between them; empty ones are left out.
QString dotted(QStringList parts);

} // namespace words

} // namespace keywork
