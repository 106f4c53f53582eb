// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/appointment.h"
#include "core/record/record_type.h"
#include "core/rules/attendance.h"
#include "core/rules/repeating.h"

namespace keywork {

class Records;

/// An appointment at the same time, for the same resident or the same member of the team: said, never refused.
struct AppointmentClash {
    Kept<Appointment> other;
    bool samePerson = false; ///< else the same member of the team goes along
};

/// Appointments of residents: booked once or as a series, moved, ended, counted.
class Appointments {
public:
    explicit Appointments(Records &records);

    /// What `book` would keep, not kept: for looking at first. Empty when the series would have no day.
    QList<Appointment> planned(const Appointment &first, const std::optional<Repeat> &repeat) const;
    /// One appointment, or all of a series, in one commit; a series keeps the local time across a change of the clocks.
    /// Invalid with `repeat` when the series would have no day, or more than kMostRepeats.
    Result<QList<Kept<Appointment>>> book(const Appointment &first, const std::optional<Repeat> &repeat = {});
    /// How it ended, in one step; "booked" takes that back. An empty note leaves what was noted.
    Result<Kept<Appointment>> end(Id<Appointment> id, AppointmentOutcome outcome, const QString &note = {});
    /// This one and all that follow it in its series and are still booked: by as many days, at the new local time.
    Result<int> moveFollowing(Id<Appointment> id, const QDateTime &startsAt);
    Result<int> cancelFollowing(Id<Appointment> id, AppointmentOutcome how, const QString &note = {});
    /// At the same time, not cancelled; `self` is left out.
    Result<QList<AppointmentClash>> clashes(const Appointment &appointment, Id<Appointment> self = {}) const;
    /// Those that begin on the days from `from` to `until`, both included, by time; of one resident or of the house.
    Result<QList<Kept<Appointment>>> between(QDate from, QDate until, Id<Person> person = {}) const;
    /// Before and since the present stay began, or the last one.
    Result<AttendanceAroundArrival> attendance(Id<Person> person) const;
    /// The same for each kind of agency, by its code; without what tells of a court for whoever may not read of it.
    Result<QMap<QString, AttendanceAroundArrival>> attendanceByAgency(Id<Person> person) const;

private:
    /// The days of all appointments, and when the present or last stay began.
    struct Attended {
        QList<AttendedDay> days;
        std::optional<QDate> arrivedOn;
    };
    Result<Attended> attended(Id<Person> person) const;
    Result<QList<Kept<Appointment>>> following(const Kept<Appointment> &from) const;
    QDateTime at(QDate day, QTime time) const;
    Records &m_records;
};

} // namespace keywork
