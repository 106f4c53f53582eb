// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace keywork {

/// Why a value can't be kept. `ui/text` turns each into a sentence.
enum class Rule {
    None,
    Required,
    TooLong, ///< argument: the longest allowed length, in characters
    TooSmall, ///< argument: the smallest allowed value
    TooLarge, ///< argument: the largest allowed value
    NotADate, ///< argument: "past" or "plain" where +2w, or no relative word at all, means something
    NotANumber,
    NotATime,
    NotAMeasure, ///< no number with a decimal point
    NotAnAmount, ///< no amount of money
    NotAMoment, ///< no day with a time that exists once
    InTheFuture,
    Unlikely, ///< far from where the field's days lie: kept when it is confirmed; argument: the day or moment as it is stored,
              ///< kSubstanceUseAlone, kUnusualAmount or another of those below
    UnknownChoice,
    UnknownReference,
    HoldsControlCharacters,
    NotAnNhsNumber, ///< modulus 11 (NHS Data Dictionary, NHS NUMBER); argument "nobody": one that was never given
    NotANationalInsuranceNumber,
    NotAnEmailAddress,
    BeforeArrival,
    EndsBeforeStart,
    RoomClosed, ///< out of use, given up, or not ready on the day
    KeyIsOut, ///< a key or fob that somebody else has
    RoomTaken, ///< argument: the first night of somebody else's; none: they have it now
    AlreadyHere, ///< argument: the first night of another stay; none: they are here now
    OutsideTheStay, ///< before the arrival or after the day of leaving
    NotHereThen, ///< a letter about the stay, given on a day when they did not live here
    OccupancyUnknown, ///< no notice without the kind of occupancy
    SafetyPlanFirst, ///< no notice without a safety plan; argument "later": it was written after the notice
    ManagerGives, ///< prepared by anybody, given by a manager
    AdviceFirst, ///< of this kind of occupancy the program knows no days: somebody who knows housing law looks at it
    ReasonNeeded,
    WitnessNeeded,
    AlreadyUsed, ///< the value has to be the only one of its kind; argument: see alreadyUsed() in record_type.h, or nothing
    CategoriesNeeded,
    NotAfterBirth,
    SaysNoneBesideSome, ///< "none known" is chosen, and something is written down
    ChangedMeanwhile, ///< argument: what a colleague saved there
    LastManager, ///< somebody has to be able to give passwords
    LaterWordOnFile, ///< argument: the day of a later decision of the resident's
    StaysAsItWas, ///< what left was decided on these words
    SaysNobody, ///< a referral that does not say who it is about
    RemoveAndAdd, ///< who a part is about is said once: what was written is about them
    AnotherPerson, ///< a second member of the team has to do this
    SameAsBefore,
    TooEasyToGuess, ///< a password that zxcvbn finds weak
    NotToCome, ///< has to be a day after today
    NotLater, ///< has to be a moment after now
    TooLongForEmergency, ///< argument: the minutes after which it is looked at again at the latest
    OnFileAlready, ///< argument: who has this number; empty when that may not be known
    TooFarAhead, ///< argument: the last day that is allowed
    SaidByArriving, ///< a referral arrives with the stay that comes of it
    RecordFirst, ///< nobody's record is named yet
    PlaceTaken, ///< on the waiting list; argument: the number of the referral that has it
    CameAfterAll, ///< somebody who arrived is said not to come
    BeforeReferral, ///< argument: the day of the referral
    NotARange, ///< rooms that can't be read; argument: these parts
    AllOnFile, ///< all of them are there already
    CountsAlone, ///< a fact of overdose risk that suggests high by itself can't be switched off
    SaysTooLittle, ///< a reason of a letter or a word: whoever reads it later has to understand it
    SaidTwice, ///< of several parts of one record each says it once
    AfterTheReview, ///< a day that lies behind the one that the answers are about
    DaysDoNotFit, ///< days of use in the last 28, and a day of last use that contradicts them
    NotThatOld, ///< an age that is still to come; argument: theirs
    ChargedAlready, ///< a service charge whose days another one has; argument: the day that one begins on
    BeforeThePlan, ///< held more than a day before it was planned for
    AuthorityNeeded, ///< staff collect medicine only with the resident's letter
    NeverSupervised, ///< a dose that is taken under supervision is collected by nobody else
    AnotherOnes, ///< what it hangs on is somebody else's
    OutsideThePrescription, ///< a day that the prescription does not have
    LiquidIsNotPoured, ///< a liquid is counted by its sealed bottles
    SupervisedDose, ///< what is taken under supervision is not handed in as well
    MoreThanIsThere, ///< argument: how many were counted
    DoesNotAddUp, ///< argument: what the counted and the moved items make
    CountDiffers, ///< argument: by how many the count is above (+) or below (-) the register
    HeldForCoroner, ///< nothing goes out but to the coroner or the police
    InTheRegister, ///< what a page of the register is about stays as it was written
    SameSignature, ///< the second name is somebody else's
    OpenedSyringe, ///< one that was opened is used up, not partial
    ArrangedOnly, ///< what was only arranged nobody has yet
    NoAuthorityThen, ///< the house supplied it without an authority on file for that day
    NothingGiven, ///< a visit in which nothing was given, brought back or talked about
    NotSwitchedOn, ///< a supply with a law of its own, without paper and day
    NotGuidance, ///< a text that is no plain page; argument: faultToText() of core/base/guidance_page
    TextOrPaper, ///< neither the words nor where the paper lies
    NotTheLatest, ///< a next version of one that has a next version already
    OutWhileAway, ///< goes out while a time away is on file; argument: the day since when
    OutAlready, ///< argument: since when, day and time on the house's clock, as yyyy-MM-ddTHH:mm
    VisitsAnother, ///< somebody of this name is in as another resident's visitor; argument: since when, as above
    HostNotHere, ///< a visit to somebody who does not live here then
    InAlready, ///< they are in the building already; argument: since when, as above
    NotLeftYet, ///< a follow-up is about whoever left: argument the day of leaving; none: they are still here
    BreathingIsNotEnough, ///< after naloxone a check needs a word from them
    ZeroHours, ///< a shift that ends when it begins
    ShiftsOverlap, ///< argument: the other shift, which begins at the same time
    OnShiftAlready, ///< somebody is on shift in these hours by another entry
    OwnHandover, ///< whoever wrote a handover does not acknowledge it
    NotFinishedYet, ///< a handover that is still being written
};

/// One field that can't be kept as it stands.
struct Violation {
    QString column;
    Rule rule = Rule::None;
    QString argument;

    bool operator==(const Violation &) const = default;
};

using Violations = QList<Violation>;

/// With Rule::Unlikely: words that would turn people away for drug or alcohol use alone.
inline const QString kSubstanceUseAlone = QStringLiteral("substance_use_alone");
/// With Rule::Unlikely: a warning or notice whose facts are about using drugs or alcohol.
inline const QString kLetterForSubstanceUse = QStringLiteral("letter_for_substance_use");
/// With Rule::Unlikely: an appeal after its last day.
inline const QString kAppealLate = QStringLiteral("appeal_late");
/// With Rule::Unlikely: a notice that ends before the earliest day by the rule of its kind.
inline const QString kNoticeTooShort = QStringLiteral("notice_too_short");
/// With Rule::Unlikely: a number that few people have.
inline const QString kUnusualAmount = QStringLiteral("unusual_amount");
/// With Rule::Unlikely: dose and strength of a medicine that don't make each other.
inline const QString kDoseAndStrength = QStringLiteral("dose_and_strength");
/// With Rule::Unlikely: a second substitute medicine at the same time.
inline const QString kSecondSubstitute = QStringLiteral("second_substitute");
/// With Rule::Unlikely: collected on a day of the week when the place is closed.
inline const QString kClosedThatDay = QStringLiteral("closed_that_day");
/// With Rule::Unlikely: what a prescription says is changed after it began; a change is a new one that follows.
inline const QString kScriptBegan = QStringLiteral("script_began");
/// With Rule::Unlikely: a kit that is out of date, called back or has left the stock already is given to somebody.
inline const QString kDoubtfulKit = QStringLiteral("doubtful_kit");
/// With Rule::Unlikely: a prescription that begins more than 28 days after its date.
inline const QString kScriptTooOld = QStringLiteral("script_too_old");
/// With Rule::Unlikely: a resident has as many visitors already as the house allows at a time.
inline const QString kVisitorLimit = QStringLiteral("visitor_limit");
/// With Rule::Unlikely: somebody of this name is not to be let in.
inline const QString kNotLetIn = QStringLiteral("not_let_in");

/// With Rule::Unlikely: two shifts over one another for some time.
inline const QString kShiftsOverlap = QStringLiteral("shifts_overlap");
/// With Rule::Unlikely: on shift for longer than a double one.
inline const QString kLongShift = QStringLiteral("long_shift");

} // namespace keywork
