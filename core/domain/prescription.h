// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/person.h"

#include <functional>

namespace keywork {

/// How a medicine comes; decides how strength and dose are held against each other.
enum class MedicineForm { Liquid, Tablets, Injection, Other };

template <> struct Codes<MedicineForm> {
    static constexpr const char *list = "medicine_form";
    static constexpr std::array options{
        FixedOption{"liquid", QT_TRANSLATE_NOOP("record", "Liquid")},
        FixedOption{"tablets", QT_TRANSLATE_NOOP("record", "Tablets or wafers")},
        FixedOption{"injection", QT_TRANSLATE_NOOP("record", "Long-acting injection")},
        FixedOption{"other", QT_TRANSLATE_NOOP("record", "Another form")},
    };
};

/// Whether a dose is taken in front of whoever dispenses it, on the days when it is collected.
enum class Supervised { Yes, No, NotKnown };

template <> struct Codes<Supervised> {
    static constexpr const char *list = "supervised";
    static constexpr std::array options{
        FixedOption{"yes", QT_TRANSLATE_NOOP("record", "Yes, on collection days")},
        FixedOption{"no", QT_TRANSLATE_NOOP("record", "No, taken away")},
        FixedOption{"not_known", QT_TRANSLATE_NOOP("record", "Not known")},
    };
};

/// One prescription as it is on paper. What changes mid-way is a new one that follows, never this one written over.
/// The dose stands in mg, with what it is made of: 35 mg, 35 ml of 1 mg/ml. Millilitres alone say nothing.
struct Prescription {
    Id<Person> personId = {};
    Choice medicine = {}; ///< of `medicine`; see isSubstituteMedicine
    QString otherMedicine = {}; ///< when it is none of the list
    MedicineForm form = MedicineForm::Liquid;
    std::optional<Decimal> dose = {}; ///< mg a day, or of one injection
    std::optional<Decimal> strength = {}; ///< mg in one ml, or in one tablet
    std::optional<Decimal> amount = {}; ///< ml, or tablets of that strength
    std::optional<Decimal> secondStrength = {}; ///< mg in one tablet of a second strength
    std::optional<Decimal> secondAmount = {}; ///< tablets of it
    QString doseInWords = {}; ///< of another form: as it stands on the label
    Supervised supervised = Supervised::NotKnown;
    Id<Prescription> followsId = {}; ///< the earlier one that this one takes the place of from its first day
    QDate fromOn = {}; ///< first day with a dose
    std::optional<QDate> untilOn = {}; ///< last day with a dose; none: open-ended, known as far as it is confirmed
    std::optional<QDate> writtenOn = {}; ///< the date on it
    bool instalments = false; ///< an instalment script
    QString arrangements = {}; ///< codes of script_arrangement, separated by commas
    QString pickupDays = {}; ///< codes of weekday; each covers the days until the next one
    qint64 everyWeeks = 1; ///< collected in every week, every second …; counted from the week of fromOn
    Id<Agency> dispensedAtId = {};
    std::optional<QTime> collectsAt = {}; ///< usual time, on the house's clocks
    std::optional<QDate> accompaniedUntil = {};
    Id<Staff> goesAlongId = {};
    QString prescriber = {};
    QString prescriberTelephone = {};
    Id<Agency> serviceId = {}; ///< that prescribes it, and is asked about the next one
    std::optional<QDate> lastDoseBeforeOn = {}; ///< last dose given elsewhere before this one: hospital, prison
    QString lastDoseToldBy = {};
    std::optional<QDate> stoppedOn = {}; ///< stopped early or on purpose: the last day with a dose
    QString stopWhy = {};
    std::optional<QDate> lostOn = {}; ///< the script was lost: nothing is dispensed from this day on
    std::optional<QDate> replacedOn = {}; ///< first day on which it is dispensed again
    QString note = {};

    /// Whether one of these codes is among the arrangements.
    bool carries(QStringView arrangement) const;
    bool isInjection() const { return form == MedicineForm::Injection; }
    bool operator==(const Prescription &) const = default;
};

// Arrangements that a rule asks for; the others are only shown.
inline constexpr QStringView kClosedDaysPrior = u"closed_days_prior"; ///< a closed day's dose on a day before
inline constexpr QStringView kRestOfMissed = u"rest_of_missed"; ///< what is left of a missed instalment is still dispensed

/// Whether it is an opioid substitute: the days without it count (domain.md, "Treatment and medicine").
bool isSubstituteMedicine(const QString &code);
inline bool isSubstitute(const Prescription &script) { return isSubstituteMedicine(script.medicine.code); }
/// Days of the week by their codes, Monday 1.
QList<int> weekdaysOf(const QString &codes);

/// A step of a titration: from this day on another dose of the same medicine.
struct TitrationStep {
    Id<Prescription> prescriptionId = {};
    Id<Person> personId = {};
    QDate fromOn = {};
    std::optional<Decimal> dose = {}; ///< mg a day
    std::optional<Decimal> amount = {}; ///< ml or tablets of the prescription's strength
    std::optional<Decimal> secondAmount = {}; ///< tablets of its second strength

    bool operator==(const TitrationStep &) const = default;
};

/// Somebody rang the service: the prescription goes on, or the next one is written, until that day.
struct ScriptConfirmation {
    Id<Person> personId = {};
    Id<Prescription> prescriptionId = {};
    QDate confirmedOn = {}; ///< the day of the call
    QDate untilOn = {}; ///< last day that is confirmed
    QString byWhom = {}; ///< who at the service said so
    QString note = {};

    bool operator==(const ScriptConfirmation &) const = default;
};

/// How often a long-acting injection is given.
enum class InjectionEvery { Week, FourWeeks };

template <> struct Codes<InjectionEvery> {
    static constexpr const char *list = "injection_every";
    static constexpr std::array options{
        FixedOption{"week", QT_TRANSLATE_NOOP("record", "Every 7 days")},
        FixedOption{"four_weeks", QT_TRANSLATE_NOOP("record", "Every 28 days")},
    };
};

/// A long-acting injection that a professional gave.
struct Injection {
    Id<Person> personId = {};
    Id<Prescription> prescriptionId = {};
    QDate givenOn = {};
    InjectionEvery every = InjectionEvery::FourWeeks;
    std::optional<QDate> dueOn = {}; ///< the next one, as the service said; none: after 7 or 28 days
    std::optional<qint64> windowDays = {}; ///< after that day, in which the service still gives it
    QString givenBy = {};

    QDate nextDueOn() const { return dueOn.value_or(givenOn.addDays(every == InjectionEvery::Week ? 7 : 28)); }
    bool operator==(const Injection &) const = default;
};

/// What became of one collection.
enum class CollectionOutcome { Collected, NotCollected, ByStaff, NotKnown };

template <> struct Codes<CollectionOutcome> {
    static constexpr const char *list = "collection_outcome";
    static constexpr std::array options{
        FixedOption{"collected", QT_TRANSLATE_NOOP("record", "Collected")},
        FixedOption{"not_collected", QT_TRANSLATE_NOOP("record", "Not collected")},
        FixedOption{"by_staff", QT_TRANSLATE_NOOP("record", "Collected by staff, with an authority letter")},
        FixedOption{"not_known", QT_TRANSLATE_NOOP("record", "Not known")},
    };
};

/// How it is known that a dose was taken: collected is not taken.
enum class DoseKnownFrom { CollectedOnly, SaidByThem, Supervised };

template <> struct Codes<DoseKnownFrom> {
    static constexpr const char *list = "dose_known_from";
    static constexpr std::array options{
        FixedOption{"collected_only", QT_TRANSLATE_NOOP("record", "Collected only")},
        FixedOption{"said_by_them", QT_TRANSLATE_NOOP("record", "They say they took it")},
        FixedOption{"supervised", QT_TRANSLATE_NOOP("record", "Supervised there")},
    };
};

/// One collection, by the day on which it was due. A day about which nobody said anything has no record, and is not known.
struct Collection {
    Id<Person> personId = {};
    Id<Prescription> prescriptionId = {};
    QDate dueOn = {};
    CollectionOutcome outcome = CollectionOutcome::Collected;
    std::optional<QDate> collectedOn = {}; ///< where it was another day
    Id<Staff> staffId = {}; ///< who of the team collected it
    bool letterShown = false; ///< with the resident's authority letter
    QString withWhom = {}; ///< who went along
    std::optional<DoseKnownFrom> knownFrom = {}; ///< none: collected only
    QString toldBy = {}; ///< who told us
    QString note = {};

    bool isHeld() const { return outcome == CollectionOutcome::Collected || outcome == CollectionOutcome::ByStaff; }
    QDate heldFrom() const { return collectedOn.value_or(dueOn); }
    bool operator==(const Collection &) const = default;
};

/// Whether a place that dispenses is open on bank holidays.
enum class BankHolidayOpen { NotKnown, Closed, Open };

template <> struct Codes<BankHolidayOpen> {
    static constexpr const char *list = "bank_holiday_open";
    static constexpr std::array options{
        FixedOption{"not_known", QT_TRANSLATE_NOOP("record", "Not known: ask")},
        FixedOption{"closed", QT_TRANSLATE_NOOP("record", "Closed")},
        FixedOption{"open", QT_TRANSLATE_NOOP("record", "Open")},
    };
};

/// The hours of a pharmacy or service that dispenses, as asked; the latest ones that began count. A day without a time is a
/// day when it is closed.
struct DispensingHours {
    Id<Agency> agencyId = {};
    QDate fromOn = {};
    std::optional<QTime> mondayFrom = {}, mondayUntil = {};
    std::optional<QTime> tuesdayFrom = {}, tuesdayUntil = {};
    std::optional<QTime> wednesdayFrom = {}, wednesdayUntil = {};
    std::optional<QTime> thursdayFrom = {}, thursdayUntil = {};
    std::optional<QTime> fridayFrom = {}, fridayUntil = {};
    std::optional<QTime> saturdayFrom = {}, saturdayUntil = {};
    std::optional<QTime> sundayFrom = {}, sundayUntil = {};
    BankHolidayOpen bankHolidays = BankHolidayOpen::NotKnown;
    std::optional<QTime> bankHolidayFrom = {}, bankHolidayUntil = {};
    QString note = {};

    /// When it opens on a weekday, Monday 1; none: closed.
    std::optional<QTime> opensOn(int weekday) const;
    std::optional<QTime> closesOn(int weekday) const;
    bool operator==(const DispensingHours &) const = default;
};

/// A sentence marked for translation ("dose") in the reader's language; none: as it stands.
using SayDose = std::function<QString(const char *)>;
/// "35 mg (35 ml of 1 mg/ml)": the dose with its strength, never millilitres alone. Of several strengths each; of an injection
/// "64 mg". Empty when there is no dose. `step`: the dose of that titration step.
QString doseWithStrength(const Prescription &script, const TitrationStep *step = nullptr, const SayDose &say = {});
/// The step that holds on the day; none: the prescription's own dose.
const TitrationStep *stepOn(const QList<TitrationStep> &steps, QDate day);
/// Whether dose and strength agree: their product, to the last digit. True while something is missing.
bool dosesAgree(const Prescription &script, const TitrationStep *step = nullptr);

} // namespace keywork
