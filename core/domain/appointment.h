// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/person.h"

namespace keywork {

/// How an appointment ended. "Missed", not "did not attend": it is said of a day, not of a person.
enum class AppointmentOutcome { Booked, Kept, Late, Missed, CancelledByThem, CancelledByAgency, CancelledByHouse };

template <> struct Codes<AppointmentOutcome> {
    static constexpr const char *list = "appointment_outcome";
    static constexpr std::array options{
        FixedOption{"booked", QT_TRANSLATE_NOOP("record", "Booked")},
        FixedOption{"kept", QT_TRANSLATE_NOOP("record", "Kept")},
        FixedOption{"late", QT_TRANSLATE_NOOP("record", "Kept, came late"), QT_TRANSLATE_NOOP("record", "Late")},
        FixedOption{"missed", QT_TRANSLATE_NOOP("record", "Missed")},
        FixedOption{"cancelled_by_them", QT_TRANSLATE_NOOP("record", "Cancelled by the resident"),
            QT_TRANSLATE_NOOP("record", "Cancelled by resident")},
        FixedOption{"cancelled_by_agency", QT_TRANSLATE_NOOP("record", "Cancelled by the agency"),
            QT_TRANSLATE_NOOP("record", "Cancelled by agency")},
        FixedOption{
            "cancelled_by_house", QT_TRANSLATE_NOOP("record", "Cancelled by the house"), QT_TRANSLATE_NOOP("record", "Cancelled by house")},
    };
};

/// A resident's appointment with an agency or anybody else; one of a series when it repeats.
struct Appointment {
    Id<Person> personId;
    Id<Agency> agencyId;
    QString withWhom; ///< where it is no agency on file, or the person there
    QString purpose;
    QDateTime startsAt;
    qint64 minutes = 30;
    QString place;
    Id<Staff> goesAlongId; ///< who of the team goes along
    QString goesAlongOther; ///< a friend, a peer supporter
    std::optional<qint64> remindDays; ///< days before that Today says so
    AppointmentOutcome outcome = AppointmentOutcome::Booked;
    QString outcomeNote;
    QString followUp;
    QString series; ///< the same for all of a repeated appointment; empty: it stands alone

    bool isCancelled() const { return outcome >= AppointmentOutcome::CancelledByThem; }
    bool isOpen() const { return outcome == AppointmentOutcome::Booked; }
    QDateTime endsAt() const { return startsAt.addSecs(minutes * 60); }
    bool operator==(const Appointment &) const = default;
};

} // namespace keywork
