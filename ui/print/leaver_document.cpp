// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/leaver_document.h"

#include "core/domain/house.h"
#include "core/domain/prescription.h"
#include "core/domain/take_home_naloxone.h"
#include "core/services/care/appointments.h"
#include "core/services/care/care_plans.h"
#include "core/services/care/doses_told.h"
#include "core/services/care/keywork.h"
#include "core/services/care/move_on.h"
#include "core/services/care/treatment_cover.h"
#include "core/services/house/naloxone.h"
#include "core/services/records/records.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/text/words.h"
#include "ui/text/words_team.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

constexpr int kLeaverAppointmentDays = 183;
constexpr qreal kLeaverPoints = 11;

/// One part of the paper: of which category it tells, whether a page that may be seen by others has it, and its lines.
struct LeaverPart {
    const char *title;
    Category category;
    bool onDiscreet;
    Result<QStringList> (*lines)(const Services &services, const MoveOnPicture &picture, const LeaverCopy &copy);
};

Id<Person> whoLeaves(const MoveOnPicture &picture) { return picture.stay.value.personId; }

Result<QStringList> whatTheyDid(const Services &services, const MoveOnPicture &picture, const LeaverCopy &)
{
    const Stay &stay = picture.stay.value;
    const QDate until = stay.leftOn.value_or(services.records.today());
    QStringList said{say("You lived here from %1 to %2, for %3.")
                         .arg(words::longDate(*stay.arrivedOn), words::longDate(until), words::duration(*stay.arrivedOn, until))};
    const auto sessions = services.keyworkSessions.of(whoLeaves(picture));
    if (!sessions)
        return sessions.error();
    const Clock &clock = services.records.clock();
    const auto held = std::count_if(sessions->cbegin(), sessions->cend(), [&](const Kept<KeyworkSession> &one) {
        return (one.value.outcome == KeyworkOutcome::Held || one.value.outcome == KeyworkOutcome::Late)
            && clock.local(one.value.startsAt).date() >= *stay.arrivedOn;
    });
    if (held > 1)
        said.append(say("You and your keyworker sat down together %1 times.").arg(held));
    return said;
}

/// To somebody else only the goals of areas whose own category they agreed to.
Result<QStringList> goalsReached(const Services &services, const MoveOnPicture &picture, const LeaverCopy &copy)
{
    const auto plan = services.plans.planOf(whoLeaves(picture));
    if (!plan)
        return plan.error();
    QStringList said;
    if (!plan->has_value())
        return said;
    for (const AreaView &area : (*plan)->current.areas) {
        const auto category = optionOf(area.area).category;
        if (copy.agreed && category && !copy.agreed->contains(*category))
            continue;
        for (const GoalView &goal : area.goals)
            if (goal.progress && goal.progress->status == GoalStatus::Achieved)
                said.append(toTick(goal.goal.value.statement, true));
    }
    return said;
}

Result<QStringList> whereToNext(const Services &, const MoveOnPicture &picture, const LeaverCopy &)
{
    if (!picture.plan)
        return QStringList();
    return QStringList{words::labelFor(picture.plan->value.option)};
}

/// In their words, and what was agreed: both may name a service or a medicine.
Result<QStringList> whatTheyWant(const Services &, const MoveOnPicture &picture, const LeaverCopy &)
{
    QStringList said;
    if (picture.plan && !picture.plan->value.wants.trimmed().isEmpty())
        said.append(u"“"_s + picture.plan->value.wants.trimmed() + u"”"_s);
    for (const Kept<SupportStep> &step : picture.support)
        said.append(say("From %1: %2, %3.").arg(words::date(step.value.fromOn), step.value.what, step.value.howOften));
    return said;
}

/// Whether it may be seen on this copy that they are treated.
bool namesTreatment(const LeaverCopy &copy)
{
    return copy.kind != CopyKind::Discreet && (!copy.agreed || copy.agreed->contains(Category::Treatment));
}

Result<QStringList> appointmentsAhead(const Services &services, const MoveOnPicture &picture, const LeaverCopy &)
{
    const QDate today = services.records.today();
    const auto ahead = services.appointments.between(today, today.addDays(kLeaverAppointmentDays), whoLeaves(picture));
    if (!ahead)
        return ahead.error();
    const Clock &clock = services.records.clock();
    QStringList said;
    for (const Kept<Appointment> &one : *ahead) {
        if (!one.value.isOpen() || one.value.startsAt < clock.now())
            continue;
        QStringList parts{words::momentInFull(clock.local(one.value.startsAt)), one.value.purpose};
        const auto agency = services.records.one(one.value.agencyId);
        parts.append(one.value.agencyId && agency ? agency->value.name : one.value.withWhom);
        parts.append(one.value.place);
        parts.removeAll(QString());
        said.append(u"• "_s + parts.join(u" · "_s));
    }
    return said;
}

Result<QStringList> theirPrescription(const Services &services, const MoveOnPicture &picture, const LeaverCopy &)
{
    const auto treatment = services.treatment.of(whoLeaves(picture), services.records.today());
    if (!treatment)
        return treatment.error();
    QStringList said;
    for (const TreatmentCourse &course : treatment->courses) {
        const Kept<Prescription> *script = course.shownOn(treatment->today);
        if (!script || script->value.stoppedOn)
            continue;
        QStringList from{
            script->value.prescriber, treatment->agencies.value(script->value.serviceId.value), script->value.prescriberTelephone};
        from.removeAll(QString());
        said.append(say("Your %1 comes from: %2.").arg(medicineOf(script->value, services.records.choices()), from.join(u", "_s)));
        if (const qint64 at = script->value.dispensedAtId.value; at > 0) {
            QStringList where{treatment->agencies.value(at), treatment->agencyTelephones.value(at)};
            where.removeAll(QString());
            said.append(say("You collect it at: %1.").arg(where.join(u", "_s)));
        }
    }
    if (!picture.uncovered.isEmpty())
        said.append(say("Please ask before %1: we do not know yet that it goes on.").arg(words::date(picture.uncovered.first())));
    return said;
}

Result<QStringList> theirNaloxone(const Services &services, const MoveOnPicture &picture, const LeaverCopy &)
{
    const auto recalled = services.naloxone.recalledSince();
    const auto theirs = services.records.of<TakeHomeNaloxone>("person_id", whoLeaves(picture));
    if (!recalled || !theirs)
        return recalled ? theirs.error() : recalled.error();
    const auto told = naloxoneToHand(*theirs, services.records.today(), *recalled);
    if (told && told->isToHand)
        return QStringList{say("You have naloxone. Keep it where others find it, and tell somebody where it is.")};
    return QStringList{say("Ask us or your drug service for naloxone to take home.")};
}

Result<QStringList> whoToRing(const Services &services, const MoveOnPicture &picture, const LeaverCopy &copy)
{
    const auto houses = services.records.all<House>();
    const auto person = services.records.one(whoLeaves(picture));
    if (!houses || !person)
        return houses ? person.error() : houses.error();
    const House house = houses->isEmpty() ? House() : houses->first().value;
    QStringList said;
    if (person->value.keyworkerId)
        said.append(say("Your keyworker here: %1").arg(words::teamMember(person->value.keyworkerId, services)));
    if (!house.telephone.isEmpty())
        said.append(say("This house, day and night: %1").arg(house.telephone));
    if (!house.drugServiceLine.isEmpty() && namesTreatment(copy))
        said.append(say("The local drug service: %1").arg(house.drugServiceLine));
    said.append(say("In an emergency: 999"));
    return said;
}

Result<QStringList> contactAndRights(const Services &services, const MoveOnPicture &picture, const LeaverCopy &copy)
{
    const auto houses = services.records.all<House>();
    if (!houses)
        return houses.error();
    const QDate today = services.records.today();
    QStringList said;
    if (copy.agreed) // what they agreed with us is nobody else's
        return said;
    if (picture.contact && picture.contact->holdsOn(today))
        said.append(say("You agreed that we are in touch after 3, 6 and 12 months. You can take that back at any time."));
    else if (picture.contactKnown)
        said.append(say("We will not ring you. You can ring us whenever you like."));
    said.append(say("Ask us if you want to see what we keep about you, or want a copy of it."));
    if (!houses->isEmpty() && !houses->first().value.complaints.isEmpty())
        said.append(say("If you are unhappy with something: %1").arg(houses->first().value.complaints.simplified()));
    return said;
}

Result<QStringList> howToComeBack(const Services &, const MoveOnPicture &, const LeaverCopy &)
{
    return QStringList{say("If it does not work out where you go, ring us early, before you lose it. Often something can be done."),
        say("You can ask for a place here again. Having lived here before does not count against you.")};
}

const QList<LeaverPart> &leaverParts()
{
    static const QList<LeaverPart> parts{
        {QT_TRANSLATE_NOOP("print", "What you did"), Category::CarePlan, true, whatTheyDid},
        {QT_TRANSLATE_NOOP("print", "Goals that you reached"), Category::CarePlan, false, goalsReached},
        {QT_TRANSLATE_NOOP("print", "Where you go from here"), Category::Housing, true, whereToNext},
        {QT_TRANSLATE_NOOP("print", "What you want, and what is agreed"), Category::CarePlan, false, whatTheyWant},
        {QT_TRANSLATE_NOOP("print", "Who to ring"), Category::Identity, true, whoToRing},
        {QT_TRANSLATE_NOOP("print", "Your appointments"), Category::Treatment, false, appointmentsAhead},
        {QT_TRANSLATE_NOOP("print", "Your prescription"), Category::Treatment, false, theirPrescription},
        {QT_TRANSLATE_NOOP("print", "Naloxone"), Category::Risk, false, theirNaloxone},
        {QT_TRANSLATE_NOOP("print", "You and us"), Category::Identity, true, contactAndRights},
        {QT_TRANSLATE_NOOP("print", "How to come back"), Category::Identity, true, howToComeBack},
    };
    return parts;
}

void addLeaverPart(Document &document, const LeaverPart &part, const QStringList &lines)
{
    const BlockPtr title = text({{say(part.title), true, false}}, 12.5, 2);
    title->keepWithNext = true;
    document.add(title);
    for (const QString &line : lines)
        document.add(flowing(line, kLeaverPoints));
    document.add(text({}, 6, 2));
}

} // namespace

Result<LeaverPaper> leaverSummary(const Services &services, Id<Person> person, const LeaverCopy &copy)
{
    const auto picture = services.moveOn.of(person);
    const auto who = services.records.one(person);
    if (!picture || !who)
        return picture ? who.error() : picture.error();
    if (!*picture)
        return Error{ErrorKind::NotFound, u"stay"_s, {}};
    const auto document = housePaper(services, say("For your next home"),
        copy.agreed ? say("A copy with what they agreed to") : say("This page is yours."), whoseIs(who->value));
    if (!document)
        return document.error();
    LeaverPaper paper{*document, {Category::Identity}};
    paper.document.title = say("For your next home");
    paper.document.textScale = copy.kind == CopyKind::LargePrint ? kLargePrint : 1.0;
    paper.document.add(text({{say("Dear %1,").arg(who->value.displayName().section(u' ', 0, 0))}}, kLeaverPoints, 8));
    bool someIsLeftOut = false;
    for (const LeaverPart &part : leaverParts()) {
        const bool mayRead = services.records.session().may(Act::Read, part.category);
        someIsLeftOut = someIsLeftOut || !mayRead;
        const bool isAgreed = !copy.agreed || copy.agreed->contains(part.category);
        if (!mayRead || !isAgreed || (copy.kind == CopyKind::Discreet && !part.onDiscreet))
            continue;
        const auto lines = part.lines(services, **picture, copy);
        if (!lines)
            return lines.error();
        if (lines->isEmpty())
            continue;
        addLeaverPart(paper.document, part, *lines);
        paper.holds.insert(part.category);
    }
    if (someIsLeftOut)
        paper.document.add(
            text({{say("Some parts are left out: whoever printed this may not read them. Ask your keyworker."), false, true}}, 9.5, 6));
    return paper;
}

} // namespace keywork::print
