// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/rules/treatment_cover.h"

#include <QHash>
#include <QSet>

namespace keywork {

class Records;

inline constexpr int kTreatmentLooksBackDays = 120; ///< what is read of collections; house rule
/// Days after the last prescription ran out in which the missing next one is still spoken of; house rule.
inline constexpr int kEndedCourseDays = 28;
inline constexpr int kNotKnownDays = 3; ///< days nobody said anything about, until that is told; as long as a run without

/// All prescriptions of one medicine, or of all substitute medicines together.
struct TreatmentCourse {
    bool isSubstitute = false;
    QString medicine = {}; ///< its label, of several "Methadone, Buprenorphine"
    QList<Kept<Prescription>> scripts = {}; ///< the latest first
    CoverageInput input = {};
    QList<CollectionSaid> said = {};

    /// The prescription that holds on the day, else the next one, else the last; null without any.
    const Kept<Prescription> *shownOn(QDate day) const;
};

/// A gap that is coming, or has begun, in a course.
struct TreatmentGap {
    CoverGap gap;
    QDate warnedFrom; ///< the day from which Today speaks of it
    GapRule rule = {}; ///< by which it is spoken of: the house's
};

/// What somebody of the team said of a collection.
struct CollectionWord {
    CollectionOutcome outcome = CollectionOutcome::NotKnown;
    QDateTime at;
    Id<Staff> by;
    bool operator==(const CollectionWord &) const = default;
};

/// What one person's treatment says on a day.
struct PersonTreatment {
    QDate today;
    QList<TreatmentCourse> courses; ///< the substitute course first
    QHash<qint64, QList<TitrationStep>> steps; ///< by prescription, by their day
    QList<Kept<Collection>> collections; ///< the latest first
    QList<Kept<ScriptConfirmation>> confirmations; ///< the latest first
    QList<Kept<Injection>> injections; ///< the latest first
    QHash<qint64, QString> agencies; ///< names of those that are named
    QHash<qint64, QString> agencyTelephones;
    QSet<qint64> withoutHours; ///< places that dispense what is prescribed today, or will, of whose hours nothing is on file
    QString dutyLine; ///< of the local drug service, as the house has it
    // Of the substitute course:
    QList<DoseDay> doses; ///< up to today
    MissedDoses missed;
    std::optional<QDate> notKnownSince;
    std::optional<LastDose> lastDose;
    std::optional<TreatmentGap> gap;
    QList<QDate> notCollected; ///< dose days of the last 28 that were certainly without, the latest first

    /// What was said of the collection, the latest first: of several, as at night, the first counts.
    QList<CollectionWord> wordsOn(Id<Prescription> script, QDate dueOn) const;
    /// Null when there is none.
    const TreatmentCourse *substitute() const;
    /// The substitute prescription that is shown today, and its dose with strength as it holds today.
    const Kept<Prescription> *script() const;
    QString doseToday() const;
    /// Prescriber and telephone, "Dr Hale, 020 7946 0100", for "confirm with … before giving"; empty when nobody is named.
    QString confirmWith() const;
};

/// Somebody who collects on a day.
struct CollectionDue {
    Kept<Prescription> script;
    QString medicine; ///< its label
    QString dose; ///< with strength, as it holds on the day
    QString place; ///< where it is collected
    QDate dueOn; ///< as written: a closed day may have moved it
    QDate pickupOn;
    QDate coversUntil; ///< the last day that it is for
    bool isAccompanied = false; ///< until a day that is not over
    std::optional<Kept<Collection>> said; ///< what is recorded about it already, and counts
    QList<CollectionWord> words; ///< all that was recorded about it, the latest first
};

/// One resident on the renewal sheet of a service.
struct RenewalLine {
    Id<Person> person;
    Kept<Prescription> script;
    QString medicine;
    QString dose;
    std::optional<QDate> coveredUntil; ///< the last day before the next gap; none: no gap within 60 days
    std::optional<Kept<ScriptConfirmation>> confirmed; ///< the latest
};
/// One call: everybody whose prescription comes from there.
struct RenewalSheet {
    Id<Agency> service; ///< none: prescriptions that name no service
    QString name;
    QString telephone;
    QList<RenewalLine> lines;
};

/// Reads prescriptions and what became of them; says what was collected and confirmed with one press. Rights are those of the
/// kinds (NotPermitted, NeedToKnow).
class TreatmentCover {
public:
    /// Adds what looks at other records to every way of saving a prescription and what hangs on it.
    explicit TreatmentCover(Records &records);

    /// Collections and days without a dose look back kTreatmentLooksBackDays.
    Result<PersonTreatment> of(Id<Person> person, QDate today) const;
    /// The same for several, one statement a source; those whose record is closed are left out.
    Result<QHash<qint64, PersonTreatment>> ofAll(const QList<qint64> &people, QDate today) const;
    /// Who of those living here collects on the day, by time and place.
    Result<QList<CollectionDue>> collectionsOn(QDate day) const;
    /// For each service those living here whose script comes from there.
    Result<QList<RenewalSheet>> renewals(QDate today) const;

    /// One press: what became of the collection that was due on `dueOn`. What was said before of the same one is changed, with
    /// its history.
    Result<Kept<Collection>> say(Id<Prescription> script, QDate dueOn, CollectionOutcome outcome, QDate collectedOn = {});
    /// One press on the renewal sheet: "confirmed to {date}, by {whom}".
    Result<Kept<ScriptConfirmation>> confirm(Id<Prescription> script, QDate until, const QString &byWhom);

private:
    Records &m_records;
};

} // namespace keywork
