// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/staff.h"
#include "core/record/record_type.h"

namespace keywork {

/// A person who is, was or may become a resident. "Person" in the record, "resident" on the screen.
struct Person {
    QString number; ///< P-0001
    QString givenName;
    QString familyName;
    QString preferredName; ///< what they like to be called, in place of the first name
    Choice pronouns;
    Choice gender;
    std::optional<PartialDate> bornOn;
    bool bornOnEstimated = false;
    Id<Staff> keyworkerId;
    QString nhsNumber;
    QString nationalInsuranceNumber;
    QString telephone;
    QString email;
    QString languages;
    Choice interpreter;
    QString communicationNeeds;
    QString safeContact; ///< may we ring, leave a message, say that they live here
    Choice mayRing;
    Choice mayLeaveMessage;
    Choice maySayLivesHere;
    Choice ethnicity;
    QString nationality;
    Choice entitlement; ///< to housing and benefits
    QString benefits;
    Choice sexAtBirth; ///< only where health asks for it
    Choice veteran;
    Choice careLeaver;
    Choice orientation;
    QString religion;
    Choice allergiesKnown;
    QString allergies;
    QString conditions;
    QString disabilities;
    Choice pregnant;
    QString seriousIllnessTold; ///< what they have been told about it
    QString seriousIllnessWishes;
    QString bloodBorneViruses; ///< a category of its own, never shared with health
    QString medicines;
    QString gpPractice;
    QString gpTelephone;
    Choice gpRegistered;
    NotSaid notSaid;

    QString displayName() const
    {
        const QString first = preferredName.isEmpty() ? givenName : preferredName;
        return familyName.isEmpty() ? first : first + u' ' + familyName;
    }
    /// What the person is called in "In …'s words".
    QString shortName() const { return preferredName.isEmpty() ? givenName : preferredName; }
    bool operator==(const Person &) const = default;
};

/// Another name that a person is or was known by.
struct PersonName {
    Id<Person> personId;
    Choice kind;
    QString name;

    bool operator==(const PersonName &) const = default;
};

/// Someone in the person's life: next of kin, friend, solicitor.
struct Contact {
    Id<Person> personId;
    QString name;
    Choice relation;
    QString telephone;
    QString email;
    bool nextOfKin = false;
    QString mayBeTold;
    QString notes;
    Choice contactWanted = {}; ///< whether the resident wants to be in touch; the same list as for a child

    bool operator==(const Contact &) const = default;
};

/// Something that everyone on shift must know, until it ends.
struct Alert {
    Id<Person> personId;
    Choice kind;
    QString text;
    Choice priority;
    QDate fromOn;
    std::optional<QDate> untilOn; ///< none: until it is ended by hand

    bool holdsOn(QDate day) const { return holdsWithin(day, day); }
    bool holdsWithin(QDate first, QDate last) const { return fromOn <= last && (!untilOn || first <= *untilOn); }
    bool operator==(const Alert &) const = default;
};

} // namespace keywork
