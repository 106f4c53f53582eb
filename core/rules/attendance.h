// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/appointment.h"

#include <QMap>

namespace keywork {

/// How many appointments were kept, in numbers: a rate without them tells nothing.
struct Attendance {
    int kept = 0; ///< on time or late
    int missed = 0;
    int all() const { return kept + missed; }
    /// kept ÷ (kept + missed), in whole per cent, halves up (domain.md, "Appointments"); none where there was none yet.
    std::optional<int> percent() const { return all() == 0 ? std::nullopt : std::optional((200 * kept + all()) / (2 * all())); }
    bool operator==(const Attendance &) const = default;
};

/// Before the day of arrival and since, as case study 2 of W tells it; all are before for somebody who never arrived.
struct AttendanceAroundArrival {
    Attendance before;
    Attendance since;
    bool operator==(const AttendanceAroundArrival &) const = default;
};

struct AttendedDay {
    QDate day; ///< of the house
    AppointmentOutcome outcome = AppointmentOutcome::Booked;
    QString with = {}; ///< the kind of the agency, as its code; empty: with none on file
};

/// The kind of agencies whose attendance courts ask about (W, case study 2: counted apart from the drug service).
inline const QString kProbation = QStringLiteral("probation");

/// The same for each kind of agency apart; only kinds with one that was kept or missed.
QMap<QString, AttendanceAroundArrival> attendanceByAgency(const QList<AttendedDay> &days, std::optional<QDate> arrivedOn);

/// Cancelled ones and those still booked count for neither.
AttendanceAroundArrival attendance(const QList<AttendedDay> &days, std::optional<QDate> arrivedOn);

} // namespace keywork
