// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"
#include "core/domain/substance.h"

namespace keywork {

/// So long an alert holds until somebody is asked whether it is still true (additions.md, "Overdose, incidents, supplies").
inline constexpr int kAlertHoldsDays = 28;

/// Whether a laboratory or somebody else found what an alert warns of.
enum class AlertGround { Confirmed, NotConfirmed, NotKnown };

template <> struct Codes<AlertGround> {
    static constexpr const char *list = "alert_ground";
    static constexpr std::array options{
        FixedOption{"confirmed", QT_TRANSLATE_NOOP("record", "Confirmed by testing")},
        FixedOption{"not_confirmed", QT_TRANSLATE_NOOP("record", "Not confirmed yet")},
        FixedOption{"not_known", QT_TRANSLATE_NOOP("record", "Not known")},
    };
};

/// A warning about something that is sold: contaminated, stronger, or other than its name. It is about no resident; who was
/// told is a DrugAlertPerson, theirs. It is a fact of overdose risk for whoever uses what it was sold as, until somebody ends it.
struct DrugAlert {
    QString number = {}; ///< DA-0001
    Id<Substance> soldAsId = {}; ///< of the catalogue; none: it matches nobody by itself
    QString soldAs = {}; ///< in the words of the street
    QString look = {};
    QString contains = {}; ///< what it is said or found to be
    QString effects = {}; ///< what the issuer says about it and what to do
    QString issuer = {};
    QString grade = {}; ///< as the issuer grades it
    QString issuerNumber = {};
    QString area = {};
    AlertGround ground = AlertGround::NotKnown;
    QDate fromOn = {};
    QDate untilOn = {}; ///< the last day before somebody is asked whether it is still true
    std::optional<QDate> endedOn = {}; ///< the first day on which it counts no more
    QString endedWhy = {};

    bool isEnded(QDate day) const { return endedOn && *endedOn <= day; }
    bool holdsOn(QDate day) const { return fromOn <= day && !isEnded(day); }
    bool operator==(const DrugAlert &) const = default;
};

/// What somebody decided: whether an alert is a fact of a resident's overdose risk.
enum class AlertFits { Fits, DoesNot };

template <> struct Codes<AlertFits> {
    static constexpr const char *list = "alert_fits";
    static constexpr std::array options{
        FixedOption{"fits", QT_TRANSLATE_NOOP("record", "It fits what they use")},
        FixedOption{"does_not", QT_TRANSLATE_NOOP("record", "It does not fit")},
    };
};

/// A resident was told of an alert, or somebody decided whether it fits them; the latest decision counts. It is theirs, closed and
/// erased with them, while the alert stays for the house.
struct DrugAlertPerson {
    Id<Person> personId = {};
    Id<DrugAlert> alertId = {};
    std::optional<QDateTime> toldAt = {};
    Id<Staff> toldById = {};
    std::optional<AlertFits> fits = {}; ///< none: as their substance use says
    QString why = {};

    bool operator==(const DrugAlertPerson &) const = default;
};

} // namespace keywork
