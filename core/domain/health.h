// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

/// An illness or disability that goes on. Blood-borne viruses stand apart (BbvTest, Person::bloodBorneViruses).
struct HealthCondition {
    Id<Person> personId = {};
    QString what = {};
    std::optional<PartialDate> since = {};
    Choice toldBy = {}; ///< of `health_told_by`
    Choice state = {}; ///< of `health_condition_state`
    bool mattersInEmergency = false; ///< an ambulance crew has to know
    QString emergencyNote = {}; ///< what they have to know about it
    QString note = {};

    bool operator==(const HealthCondition &) const = default;
};

/// A wound, and who looks after it.
struct Wound {
    Id<Person> personId = {};
    QString where = {}; ///< on the body, in words
    QDate noticedOn = {};
    QString lookedAtBy = {};
    std::optional<QDate> lookedAtOn = {};
    QString plan = {};
    std::optional<QDate> healedOn = {};

    bool operator==(const Wound &) const = default;
};

/// Whether the substitute dose was given in hospital. Not known never counts as given.
enum class DoseGiven { Yes, No, NotKnown, NoneDue };

template <> struct Codes<DoseGiven> {
    static constexpr const char *list = "hospital_dose_given";
    static constexpr std::array options{
        FixedOption{"yes", QT_TRANSLATE_NOOP("record", "Yes")},
        FixedOption{"no", QT_TRANSLATE_NOOP("record", "No")},
        FixedOption{"not_known", QT_TRANSLATE_NOOP("record", "Not known")},
        FixedOption{"none_due", QT_TRANSLATE_NOOP("record", "No substitute medicine then")},
    };
};

/// Nights in a hospital.
struct HospitalStay {
    Id<Person> personId = {};
    QDate admittedOn = {};
    std::optional<QDate> dischargedOn = {}; ///< none: still there
    QString hospital = {};
    QString why = {};
    Choice planned = {}; ///< of `hospital_planned`
    std::optional<DoseGiven> doseGiven = {}; ///< none: not asked yet
    Choice dischargeInformation = {}; ///< of `discharge_information`: whether the house saw it
    QString note = {};

    bool operator==(const HospitalStay &) const = default;
};

} // namespace keywork
