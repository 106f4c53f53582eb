// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_errors.h"

#include "core/base/text.h"
#include "core/domain/kinds.h"
#include "core/domain/prescription.h"
#include "core/domain/timed_check.h"
#include "ui/text/say.h"
#include "ui/text/words.h"
#include "ui/text/words_guidance.h"

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

/// The day of a stored day, part of a date or moment.
QString unlikelyDay(const QString &stored)
{
    const QDate day = dayFromStored(stored.left(10));
    if (day.isValid())
        return dayInFull(day);
    const auto partial = PartialDate::fromText(stored);
    return partial ? partialDate(*partial) : stored;
}

/// Where the value stands already, as far as whoever asks may know.
QString alreadyUsed(const QString &argument)
{
    const QString place = argument.section(u' ', 0, 0);
    const RecordType *type = kindOf(place.section(u'.', 0, 0));
    const Field *field = type ? type->fieldNamed(place.section(u'.', 1)) : nullptr;
    if (field && type == &recordType<Collection>())
        return say(QT_TRANSLATE_NOOP("words", "What became of this collection is recorded already. Open it in the list to put it right."));
    if (field && field->onlyOne)
        return label(field->onlyOne).arg(shortened(argument.section(u' ', 1), 80));
    if (field)
        return say(QT_TRANSLATE_NOOP("words", "%1 is given to another record already.")).arg(shortened(argument.section(u' ', 1), 80));
    return say(QT_TRANSLATE_NOOP("words", "This is in use already."));
}

} // namespace

QString violation(const Violation &violation)
{
    switch (violation.rule) {
    case Rule::None:
        return {};
    case Rule::Required:
        return say(QT_TRANSLATE_NOOP("words", "Please fill this in."));
    case Rule::TooLong:
        return say(QT_TRANSLATE_NOOP("words", "This is too long: at most %1 characters fit.")).arg(violation.argument);
    case Rule::TooSmall:
        return say(QT_TRANSLATE_NOOP("words", "It must be at least %1.")).arg(violation.argument);
    case Rule::TooLarge:
        return say(QT_TRANSLATE_NOOP("words", "It can be at most %1.")).arg(violation.argument);
    case Rule::NotADate:
        if (violation.argument == u"plain")
            return say(QT_TRANSLATE_NOOP("words", "There is no such date. Try 14/9/1981."));
        return violation.argument == u"past" ? say(QT_TRANSLATE_NOOP("words", "There is no such date. Try 14/9/2026, today or -2w."))
                                             : say(QT_TRANSLATE_NOOP("words", "There is no such date. Try 14/9/2026, today or +2w."));
    case Rule::NotANumber:
        return say(QT_TRANSLATE_NOOP("words", "Please type a number."));
    case Rule::NotATime:
        return say(QT_TRANSLATE_NOOP("words", "There is no such time. Try 14:20 or 2.20pm."));
    case Rule::NotAMeasure:
        return say(QT_TRANSLATE_NOOP("words", "Please type a number, such as 62.5."));
    case Rule::NotAnAmount:
        return say(QT_TRANSLATE_NOOP("words", "Please type an amount, such as 12.50."));
    case Rule::NotAMoment:
        return say(QT_TRANSLATE_NOOP("words", "Please type a day and a time, such as 14/9 14:20, or 22:15, now or -20m."));
    case Rule::InTheFuture:
        return say(QT_TRANSLATE_NOOP("words", "This is still to come."));
    case Rule::Unlikely:
        if (violation.argument == kSubstanceUseAlone)
            return say(QT_TRANSLATE_NOOP("words",
                "This may keep people out because they use drugs or alcohol, and nothing else. Nobody is turned away for that alone. "
                "Is it meant like this?"));
        if (violation.argument == kLetterForSubstanceUse)
            return say(QT_TRANSLATE_NOOP("words",
                "This speaks of drugs or alcohol. Using them alone is no reason for a warning or a notice: what happened to whom is. "
                "Is it meant like this?"));
        if (violation.argument == kAppealLate)
            return say(QT_TRANSLATE_NOOP("words", "This is after the last day for an appeal. Is it to be heard all the same?"));
        if (violation.argument == kNoticeTooShort)
            return say(QT_TRANSLATE_NOOP("words",
                "This is sooner than the rule for this kind of occupancy says, or on a day when offices are closed. The rule is no legal "
                "advice. Did somebody who knows housing law look at it?"));
        if (violation.argument == kUnusualAmount)
            return say(QT_TRANSLATE_NOOP("words", "Few people have such a number here. Is it meant like this?"));
        if (violation.argument == kDoseAndStrength)
            return say(QT_TRANSLATE_NOOP("words", "Strength and amount do not make this dose. Please look at the label again."));
        if (violation.argument == kSecondSubstitute)
            return say(QT_TRANSLATE_NOOP("words",
                "A substitute medicine is on file for the same days already. That can be right during a change. Is it meant like this?"));
        if (violation.argument == kDoubtfulKit)
            return say(QT_TRANSLATE_NOOP(
                "words", "This kit is out of date, called back, opened, or has left the stock. Is it all there is? If so, confirm it."));
        if (violation.argument == kClosedThatDay)
            return say(QT_TRANSLATE_NOOP("words", "It is closed on one of these days, by the hours on file. Is it meant like this?"));
        if (violation.argument == kScriptBegan)
            return say(QT_TRANSLATE_NOOP("words",
                "This prescription has begun. What changes now is a new one that follows it. Is this a correction of what was typed "
                "wrong?"));
        if (violation.argument == kScriptTooOld)
            return say(QT_TRANSLATE_NOOP("words",
                "A prescription for a controlled medicine lasts 28 days from its date. This one would begin later. Is it meant like "
                "this?"));
        if (violation.argument == kShiftsOverlap)
            return say(QT_TRANSLATE_NOOP(
                "words", "This goes over another shift for some time. That can be right, to hand over. Is it meant like this?"));
        if (violation.argument == kLongShift)
            return say(QT_TRANSLATE_NOOP("words", "That is more than a whole day on shift. Is it meant like this?"));
        if (violation.argument == kVisitorLimit)
            return say(QT_TRANSLATE_NOOP(
                "words", "This resident has as many visitors already as the house allows at a time. Has the shift agreed to one more?"));
        if (violation.argument == kNotLetIn)
            return say(QT_TRANSLATE_NOOP(
                "words", "Somebody of this name is on the list of who is not to be let in. Ring the manager. Is this somebody else?"));
        return say(QT_TRANSLATE_NOOP("words", "%1 is further away than usual here. Please check it.")).arg(unlikelyDay(violation.argument));
    case Rule::UnknownChoice:
        return say(QT_TRANSLATE_NOOP("words", "Please choose from the list."));
    case Rule::UnknownReference:
        return say(QT_TRANSLATE_NOOP("words", "Please choose one that is on file."));
    case Rule::HoldsControlCharacters:
        return say(QT_TRANSLATE_NOOP("words", "This holds characters that can't be shown. Please type it again."));
    case Rule::NotAnNhsNumber:
        return violation.argument.isEmpty()
            ? say(QT_TRANSLATE_NOOP("words", "This is no NHS number: one of the ten digits is wrong."))
            : say(QT_TRANSLATE_NOOP("words", "This NHS number was never given to anybody. Please leave it blank until it is known."));
    case Rule::NotANationalInsuranceNumber:
        return say(QT_TRANSLATE_NOOP("words", "A National Insurance number looks like AB 12 34 56 C."));
    case Rule::NotAnEmailAddress:
        return say(QT_TRANSLATE_NOOP("words", "An e-mail address looks like name@example.org."));
    case Rule::NotHereThen:
        return say(QT_TRANSLATE_NOOP("words", "They did not live here on this day."));
    case Rule::OccupancyUnknown:
        return say(QT_TRANSLATE_NOOP("words",
            "It is not known by what right they live here, so no notice can be given. Write down the kind of occupancy and its paper "
            "first."));
    case Rule::SafetyPlanFirst:
        return violation.argument.isEmpty()
            ? say(QT_TRANSLATE_NOOP(
                "words", "No notice without a safety plan: write with them where to, who helps and what keeps them safe."))
            : say(QT_TRANSLATE_NOOP("words", "This safety plan was written after the day of the notice. It has to be there before."));
    case Rule::ManagerGives:
        return say(QT_TRANSLATE_NOOP("words", "A manager gives it. Leave the day empty: it is kept as prepared."));
    case Rule::AdviceFirst:
        return say(QT_TRANSLATE_NOOP(
            "words", "For this kind of occupancy the program knows no days. Please say who knows housing law and looked at it."));
    case Rule::BeforeArrival:
        return say(QT_TRANSLATE_NOOP("words", "The day of leaving is before the day of arrival."));
    case Rule::EndsBeforeStart:
        if (violation.argument == kNoCheckBetween)
            return say(QT_TRANSLATE_NOOP("words", "No check falls between the beginning and this."));
        return say(QT_TRANSLATE_NOOP("words", "This is before the date it starts from."));
    case Rule::RoomClosed:
        return say(QT_TRANSLATE_NOOP("words", "This room is closed: nobody can have it until it is said to be ready."));
    case Rule::KeyIsOut:
        return say(QT_TRANSLATE_NOOP("words", "By what is on file somebody has this one. Say first that it came back or is lost."));
    case Rule::RoomTaken:
        return violation.argument.isEmpty()
            ? say(QT_TRANSLATE_NOOP("words", "Someone else has this room."))
            : say(QT_TRANSLATE_NOOP(
                      "words", "Someone else had this room on the night of %1. After a move, please say since when they have this room."))
                  .arg(isoDate(violation.argument));
    case Rule::AlreadyHere:
        return violation.argument.isEmpty()
            ? say(QT_TRANSLATE_NOOP("words", "This person is here already; end the other stay first."))
            : say(QT_TRANSLATE_NOOP("words", "Another stay says that this person was here on the night of %1. Please mend one of the two."))
                  .arg(isoDate(violation.argument));
    case Rule::OutsideTheStay:
        return say(QT_TRANSLATE_NOOP("words", "This is before the arrival or after the day of leaving."));
    case Rule::ReasonNeeded:
        return say(QT_TRANSLATE_NOOP("words", "Please say why."));
    case Rule::WitnessNeeded:
        return say(QT_TRANSLATE_NOOP("words", "Please name the witness."));
    case Rule::AlreadyUsed:
        return alreadyUsed(violation.argument);
    case Rule::CategoriesNeeded:
        return say(QT_TRANSLATE_NOOP("words", "Please tick what may be shared."));
    case Rule::SaysNoneBesideSome:
        return say(QT_TRANSLATE_NOOP("words", "This says none, but some are written below. Please make them agree."));
    case Rule::ChangedMeanwhile:
        return violation.argument.isEmpty()
            ? say(QT_TRANSLATE_NOOP("words", "A colleague cleared this meanwhile. Save again to keep yours."))
            : say(QT_TRANSLATE_NOOP("words", "A colleague saved “%1” here meanwhile. Save again to keep yours."))
                  .arg(atMost(violation.argument, 200));
    case Rule::LastManager:
        return say(QT_TRANSLATE_NOOP("words", "This is the only manager. Make someone else a manager first."));
    case Rule::LaterWordOnFile:
        return say(QT_TRANSLATE_NOOP("words", "There is a later decision on file, of %1. An earlier agreement does not undo it."))
            .arg(isoDate(violation.argument));
    case Rule::StaysAsItWas:
        return say(QT_TRANSLATE_NOOP("words", "This stays as it was written when it left."));
    case Rule::SaysNobody:
        return say(QT_TRANSLATE_NOOP("words", "A referral has to say who it is about: tick “Who they are”."));
    case Rule::RemoveAndAdd:
        return say(QT_TRANSLATE_NOOP("words", "What was written is about them. Please remove this one and add the right person."));
    case Rule::AnotherPerson:
        return say(QT_TRANSLATE_NOOP("words", "Another member of the team has to do this: two people decide."));
    case Rule::SameAsBefore:
        return say(QT_TRANSLATE_NOOP("words", "This is the one until now. Please choose another."));
    case Rule::TooEasyToGuess:
        return say(QT_TRANSLATE_NOOP("words", "This password is too easy to guess. Try four words that don't belong together."));
    case Rule::CountsAlone:
        return say(QT_TRANSLATE_NOOP("words", "A fact that counts alone can't be switched off."));
    case Rule::NotToCome:
        return say(QT_TRANSLATE_NOOP("words", "Please give a day after today."));
    case Rule::NotLater:
        return say(QT_TRANSLATE_NOOP("words", "Please give a time that is still to come."));
    case Rule::TooLongForEmergency:
        return violation.argument.toInt() < 120
            ? say(QT_TRANSLATE_NOOP("words", "This emergency is looked at again within %1 minutes.")).arg(violation.argument)
            : say(QT_TRANSLATE_NOOP("words", "An emergency is looked at again within %1 hours.")).arg(violation.argument.toInt() / 60);
    case Rule::OnFileAlready:
        return violation.argument.isEmpty()
            ? say(QT_TRANSLATE_NOOP(
                "words", "This number is on file already. Whose it is may not be shown to you; a manager can tell what to do."))
            : say(QT_TRANSLATE_NOOP("words", "This number is on file already: %1 has it.")).arg(atMost(violation.argument, 300));
    case Rule::TooFarAhead:
        return say(QT_TRANSLATE_NOOP("words", "This is too far ahead: %1 is the last day that fits.")).arg(isoDate(violation.argument));
    case Rule::SaidByArriving:
        return say(QT_TRANSLATE_NOOP("words", "The arrival itself says this: open “Way in” at the resident, and give day and room there."));
    case Rule::RecordFirst:
        return say(QT_TRANSLATE_NOOP("words", "Nobody is on file for this referral yet. Please begin their record first."));
    case Rule::PlaceTaken:
        return violation.argument.isEmpty()
            ? say(QT_TRANSLATE_NOOP("words", "Somebody has this place on the waiting list already."))
            : say(QT_TRANSLATE_NOOP("words", "%1 has this place on the waiting list already.")).arg(violation.argument);
    case Rule::CameAfterAll:
        return say(QT_TRANSLATE_NOOP("words", "They arrived: please take one of the two back."));
    case Rule::BeforeReferral:
        return say(QT_TRANSLATE_NOOP("words", "This is before the day of the referral, %1.")).arg(isoDate(violation.argument));
    case Rule::NotAfterBirth:
        return say(QT_TRANSLATE_NOOP("words", "This is before the date of birth."));
    case Rule::NotARange:
        return say(QT_TRANSLATE_NOOP("words", "“%1” can't be read. Rooms are typed like 1-12, 14, A1-A4."))
            .arg(atMost(violation.argument, 200));
    case Rule::AllOnFile:
        return say(QT_TRANSLATE_NOOP("words", "All of these are on file already."));
    case Rule::SaidTwice:
        return say(QT_TRANSLATE_NOOP("words", "This is said of another line already; each is said once."));
    case Rule::AfterTheReview:
        return say(QT_TRANSLATE_NOOP("words", "This is after the day that the review is about."));
    case Rule::DaysDoNotFit:
        return say(QT_TRANSLATE_NOOP("words", "This day and the days in the last 28 do not fit together."));
    case Rule::NotThatOld:
        return say(QT_TRANSLATE_NOOP("words", "They are %1 years old.")).arg(violation.argument);
    case Rule::SaysTooLittle:
        return say(QT_TRANSLATE_NOOP("words", "Please say it in two words at least: whoever reads this later has to understand it."));
    case Rule::ChargedAlready:
        return say(QT_TRANSLATE_NOOP("words", "The charge from %1 counts on these days. End it the day before, or correct it there."))
            .arg(date(QDate::fromString(violation.argument, Qt::ISODate)));
    case Rule::BeforeThePlan:
        return say(
            QT_TRANSLATE_NOOP("words", "This is more than a day before it was planned for. Cancel the planned one and start another."));
    case Rule::AuthorityNeeded:
        return say(QT_TRANSLATE_NOOP("words", "Staff collect medicine only with the resident's letter of authority."));
    case Rule::NeverSupervised:
        return say(QT_TRANSLATE_NOOP("words", "A supervised dose is taken there, by the resident. Nobody else can collect it."));
    case Rule::AnotherOnes:
        return say(QT_TRANSLATE_NOOP("words", "This is somebody else's."));
    case Rule::OutsideThePrescription:
        return say(QT_TRANSLATE_NOOP("words", "The prescription does not have this day."));
    case Rule::LiquidIsNotPoured:
        return say(QT_TRANSLATE_NOOP("words", "A liquid stays in what it came in: count its sealed bottles. Nobody pours or measures."));
    case Rule::ArrangedOnly:
        return say(QT_TRANSLATE_NOOP("words", "What is arranged is not handed over yet. Once they have it, choose above who issued it."));
    case Rule::NoAuthorityThen:
        return say(QT_TRANSLATE_NOOP("words",
            "No authority of ours to supply naloxone to take home is on file for that day. Arrange it with an authorised supplier, or ask "
            "a manager to put the paper on file. In an emergency anyone may give naloxone."));
    case Rule::NothingGiven:
        return say(QT_TRANSLATE_NOOP("words", "Say above how many were given or brought back, or what was talked about."));
    case Rule::NotSwitchedOn:
        return say(QT_TRANSLATE_NOOP(
            "words", "A law of its own covers this, and no manager has switched it on with paper and day. It can't be handed out."));
    case Rule::OpenedSyringe:
        return say(QT_TRANSLATE_NOOP("words", "An opened syringe is used up: choose “Used”."));
    case Rule::SupervisedDose:
        return say(QT_TRANSLATE_NOOP("words",
            "A dose that is taken under supervision at the pharmacy can't be handed in here as well. If they have some of it with them, "
            "ring the prescriber."));
    case Rule::MoreThanIsThere:
        return say(QT_TRANSLATE_NOOP("words", "That is more than is there: %1 were counted.")).arg(violation.argument);
    case Rule::DoesNotAddUp:
        return say(QT_TRANSLATE_NOOP("words", "With what was counted before and how many moved, it should be %1. Please count again."))
            .arg(violation.argument);
    case Rule::CountDiffers:
        return say(
            QT_TRANSLATE_NOOP("words",
                "The count and the register differ by %1. Please count again; if it stays so, say what is known. A manager looks at it."))
            .arg(violation.argument);
    case Rule::HeldForCoroner:
        return say(QT_TRANSLATE_NOOP("words", "This is held for the coroner: it goes to nobody but the coroner or the police."));
    case Rule::InTheRegister:
        return say(QT_TRANSLATE_NOOP(
            "words", "This page of the register stays as it was written. Strike its entries out with a correction, and begin a new page."));
    case Rule::SameSignature:
        return say(QT_TRANSLATE_NOOP("words", "The second name has to be somebody else's."));
    case Rule::NotGuidance: {
        const auto fault = faultFromText(violation.argument);
        return fault ? guidanceFault(*fault) : say(QT_TRANSLATE_NOOP("words", "This can't be read as a page."));
    }
    case Rule::TextOrPaper:
        return say(QT_TRANSLATE_NOOP("words", "Write the words here, or say where the paper lies."));
    case Rule::NotTheLatest:
        return say(QT_TRANSLATE_NOOP("words", "This has a newer version already. Please write the next version of that one."));
    case Rule::OutWhileAway:
        return say(QT_TRANSLATE_NOOP("words", "They are away since %1, as the record says. If they came back, please put them in first."))
            .arg(isoDate(violation.argument));
    case Rule::OutAlready:
        return say(QT_TRANSLATE_NOOP("words", "They went out already, on %1. If they came back meanwhile, please put them in first."))
            .arg(moment(QDateTime::fromString(violation.argument, Qt::ISODate)));
    case Rule::VisitsAnother:
        return say(QT_TRANSLATE_NOOP("words",
                       "Somebody of this name is in as another resident's visitor since %1. A visit has one host: please write down first "
                       "that they left there. If it is somebody else, add what tells the two apart."))
            .arg(moment(QDateTime::fromString(violation.argument, Qt::ISODate)));
    case Rule::HostNotHere:
        return say(QT_TRANSLATE_NOOP("words", "They do not live here, by what is on file. Whom does the visitor come to see?"));
    case Rule::InAlready:
        return say(QT_TRANSLATE_NOOP("words", "They are in already, since %1."))
            .arg(moment(QDateTime::fromString(violation.argument, Qt::ISODate)));
    case Rule::NotLeftYet:
        return violation.argument.isEmpty()
            ? say(QT_TRANSLATE_NOOP("words", "They have not left: a follow-up is for after they leave."))
            : say(QT_TRANSLATE_NOOP("words", "They left on %1: a follow-up is for after that.")).arg(isoDate(violation.argument));
    case Rule::BreathingIsNotEnough:
        return say(QT_TRANSLATE_NOOP(
            "words", "Naloxone was given, and it wears off: did they speak, or could you rouse them? If not, press F12 and act now."));
    case Rule::ZeroHours:
        return say(QT_TRANSLATE_NOOP("words", "It ends when it begins: a shift has hours. Please give another end."));
    case Rule::ShiftsOverlap:
        return say(QT_TRANSLATE_NOOP("words",
                       "“%1” begins at the same time. Two shifts can't both hold then: give another beginning, or say that the "
                       "other is not worked any more."))
            .arg(violation.argument);
    case Rule::OnShiftAlready:
        return say(QT_TRANSLATE_NOOP("words", "They are on file as on shift at that time already. Please change that entry instead."));
    case Rule::OwnHandover:
        return say(QT_TRANSLATE_NOOP("words", "You wrote this handover. Whoever comes on acknowledges it, under their own name."));
    case Rule::NotFinishedYet:
        return say(QT_TRANSLATE_NOOP("words", "This handover is still being written. It is acknowledged once it is finished."));
    }
    return {};
}

} // namespace keywork::words
