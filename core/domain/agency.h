// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"

namespace keywork {

/// An organisation that the house works with. The kinds are the ten of W ("Partnership working") and more.
struct Agency {
    QString name;
    Choice category;
    QString address;
    QString telephone;
    QString email;
    QString hours;
    QString howToRefer;
    QString linkPerson;
    QString notes;

    bool operator==(const Agency &) const = default;
};

/// What an agency offers, for whom, and how to get it.
struct AgencyService {
    Id<Agency> agencyId = {};
    QString name = {};
    QString needs = {}; ///< codes of the list `need`, separated by commas
    QString stages = {}; ///< codes of the stages it serves; empty: all
    std::optional<qint64> places = {};
    std::optional<qint64> waitingWeeks = {};
    QString eligibility = {};
    QString hours = {};
    QString howToRefer = {};
    QString cost = {};
    QString outcomes = {};

    bool operator==(const AgencyService &) const = default;
};

/// Someone who works there.
struct AgencyContact {
    Id<Agency> agencyId;
    QString name;
    QString job;
    QString telephone;
    QString email;
    QString notes;

    bool operator==(const AgencyContact &) const = default;
};

/// Who does what, agreed between the house and an agency (W, "Partnership working").
struct JointWorking {
    Id<Agency> agencyId;
    QString weDo;
    QString theyDo;
    QString linkPerson;
    std::optional<QDate> startsOn;
    std::optional<QDate> reviewOn;
    Choice howWell;
    QString notes;

    bool operator==(const JointWorking &) const = default;
};

/// A mutual-aid meeting or drop-in nearby.
struct Meeting {
    QString name;
    Choice kind;
    Choice weekday;
    QString startsAt; ///< 18:30
    QString place;
    QString openTo;
    QString telephone;
    Id<Agency> agencyId; ///< may be nobody's

    bool operator==(const Meeting &) const = default;
};

} // namespace keywork
