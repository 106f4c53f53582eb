// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/treatment_documents.h"

#include "core/domain/aftercare.h"
#include "core/domain/appointment.h"
#include "core/domain/treatment_telling.h"
#include "core/services/care/treatment_picture.h"
#include "core/services/records/records.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/print/titled.h"
#include "ui/text/field_label.h"
#include "ui/text/words.h"
#include "ui/text/words_treatment.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

/// The latest by a day and then by the order in which they were kept; none of an empty list.
template <class T, class Day> std::optional<Kept<T>> latestBy(const QList<Kept<T>> &all, Day day)
{
    const auto found = std::max_element(all.cbegin(), all.cend(),
        [&day](const Kept<T> &a, const Kept<T> &b) { return std::pair(day(a.value), a.id.value) < std::pair(day(b.value), b.id.value); });
    return found == all.cend() ? std::nullopt : std::optional(*found);
}

void addPoint(Document &document, const QString &words) { document.add(text({{u"•  "_s + words}}, 11, 4)); }

QString nameOfAgency(const Services &services, Id<Agency> agency)
{
    const auto known = services.records.one(agency);
    return known ? known->value.name : say("the treatment service");
}

Result<QList<QList<Runs>>> toldRows(const Services &services, Id<TreatmentAgreement> agreement)
{
    const auto told = services.records.of<MayBeTold>("agreement_id", agreement);
    if (!told)
        return told.error();
    QList<QList<Runs>> rows;
    for (const Kept<MayBeTold> &one : *told) {
        const QString agency = one.value.agencyId ? nameOfAgency(services, one.value.agencyId) : QString();
        const QString what = one.value.what.isEmpty() ? say("Everything about my treatment") : one.value.what;
        const bool isOurs = one.value.who == ToldWho::ThisHouse; // it is the resident who speaks
        rows.append({{{isOurs ? say("my keyworker here") : words::whoMayBeTold({one.value, agency, {}, {}})}}, {{what}}});
    }
    return rows;
}

void addTold(Document &paper, const QList<QList<Runs>> &rows)
{
    if (rows.isEmpty())
        return paper.add(text({{say("With nobody."), true, false}}, 11, 6));
    Table told;
    told.shares = {0.45, 0.55};
    told.head = {say("Who"), say("What they may be told")};
    told.rows = rows;
    told.firstOfGroup = QList<bool>(rows.size(), true);
    paper.add(table(told));
}

/// The appointment with the service on that day that still stands; none: only the day is known.
Result<std::optional<Appointment>> arranged(const Services &services, Id<Person> person, const TreatmentEpisode &episode)
{
    const auto all = services.records.of<Appointment>("person_id", person);
    if (!all)
        return all.error();
    for (const Kept<Appointment> &one : *all)
        if (one.value.agencyId == episode.agencyId && one.value.isOpen()
            && services.records.clock().local(one.value.startsAt).date() == episode.firstOn)
            return std::optional(one.value);
    return std::optional<Appointment>();
}

Done addWhenAndWhere(Document &paper, const Services &services, Id<Person> person, const TreatmentPicture &picture)
{
    const bool isAhead = picture.episode && picture.episode->value.isOpen() && picture.episode->value.firstOn
        && *picture.episode->value.firstOn >= services.records.today();
    if (!isAhead)
        return {};
    const auto visit = arranged(services, person, picture.episode->value);
    if (!visit)
        return visit.error();
    QString when = words::longDate(*picture.episode->value.firstOn);
    if (*visit)
        when += u", "_s + words::time(services.records.clock().local((*visit)->startsAt));
    QStringList where{picture.agency};
    if (*visit && !(*visit)->place.isEmpty())
        where.append((*visit)->place);
    if (!picture.agencyTelephone.isEmpty())
        where.append(picture.agencyTelephone);
    addTitled(paper, say("When"), when, 11);
    addTitled(paper, say("Where"), where.join(u", "_s), 11);
    return {};
}

} // namespace

Result<Document> treatmentAgreementPaper(const Services &services, Id<Person> person)
{
    const auto known = services.records.one(person);
    const auto all = services.records.of<TreatmentAgreement>("person_id", person);
    if (!known || !all)
        return known ? all.error() : known.error();
    QList<Kept<TreatmentAgreement>> holding;
    std::copy_if(all->cbegin(), all->cend(), std::back_inserter(holding),
        [&](const Kept<TreatmentAgreement> &one) { return one.value.holdsOn(services.records.latestDay()); });
    const auto agreement = latestBy(holding, [](const TreatmentAgreement &one) { return one.fromOn; });
    if (!agreement)
        return Error{ErrorKind::NotFound, {}, {}};
    auto paper = housePaper(services, say("Who may be told about my treatment"), known->value.displayName(), whoseIs(known->value));
    if (!paper)
        return paper.error();
    const auto rows = toldRows(services, agreement->id);
    if (!rows)
        return rows.error();
    const QString agency = nameOfAgency(services, agreement->value.agencyId);
    paper->add(text({{say("I agree that %1 may talk about my treatment with:").arg(agency)}}, 11, 6));
    addTold(*paper, *rows);
    const QString from = words::longDate(agreement->value.fromOn);
    paper->add(text({{agreement->value.untilOn ? say("From %1 until %2.").arg(from, words::longDate(*agreement->value.untilOn))
                                               : say("From %1 until I take it back.").arg(from)}},
        11, 6));
    paper->add(text({{say("With nobody else. This is mine to decide: I can change it or take it back at any time, by telling %1 or my "
                          "keyworker here. It changes nothing about my treatment.")
                            .arg(agency)}},
        11, 6));
    paper->add(text({{say("It lets nobody in this house pass anything on; that is an agreement of its own.")}}, 10, 14));
    paper->add(signatureLines(say("Signed by me, date"), say("For the treatment service, date")));
    return *paper;
}

Result<Document> firstAppointmentPaper(const Services &services, Id<Person> person)
{
    const auto known = services.records.one(person);
    const auto picture = treatmentPictureOf(services.records, person);
    if (!known || !picture)
        return known ? picture.error() : known.error();
    auto paper = housePaper(services, say("A first appointment: what to expect"), known->value.shortName(), whoseIs(known->value));
    if (!paper)
        return paper.error();
    if (Done added = addWhenAndWhere(*paper, services, person, *picture); !added)
        return added.error();
    paper->add(heading(say("What happens there")));
    for (const QString &point : {say("Somebody asks what you use, and how things are with work, family and where you live. You can say "
                                     "when you would rather not answer."),
             say("They may ask for a sample of urine or saliva, which is looked at."),
             say("They go through all the kinds of treatment there are with you, and you agree a plan together that you sign."),
             say("You get a keyworker there, who stays with you through treatment."),
             say("They can tell you of groups nearby, for you and for your family or whoever cares for you.")})
        addPoint(*paper, point);
    paper->add(heading(say("What treatment can be")));
    for (const QString &point :
        {say("Talking, with one person or in a group."),
            say("A medicine in place of heroin or another opioid. It begins low and is raised step by step until you are comfortable; that "
                "takes time. At first you may be asked to take it while somebody is there, at the service or a pharmacy."),
            say("A detox at home, in hospital or in a residential place. A panel usually decides about it."),
            say("Care that your GP and the service give together, once things are steady.")})
        addPoint(*paper, point);
    paper->add(heading(say("Good to know")));
    for (const QString &point : {say("A specialist service asks for a GP nearby. We can help you to register."),
             say("Nobody is told how you are getting on unless you agree: family, friends or us. You name them yourself."),
             say("Somebody from here can go along, if you like.")})
        addPoint(*paper, point);
    paper->add(
        text({{say("From: Homeless Link, “Working with people who use drugs” (2019). The service may do things differently: ask there."),
                 false, true}},
            9, 6));
    return *paper;
}

Result<Document> aftercarePaper(const Services &services, Id<Person> person)
{
    const auto known = services.records.one(person);
    const auto plans = services.records.of<AftercarePlan>("person_id", person);
    if (!known || !plans)
        return known ? plans.error() : known.error();
    const auto plan = latestBy(*plans, [](const AftercarePlan &one) { return one.madeOn; });
    if (!plan)
        return Error{ErrorKind::NotFound, {}, {}};
    const auto steps = services.records.of<AftercareStep>("plan_id", plan->id);
    if (!steps)
        return steps.error();
    auto paper
        = housePaper(services, say("My plan"), say("in my own words, %1").arg(words::longDate(plan->value.madeOn)), whoseIs(known->value));
    if (!paper)
        return paper.error();
    addTitled(*paper, words::labelOfField<AftercarePlan>(u"hope"_s), plan->value.hope, 11);
    if (!steps->isEmpty())
        paper->add(heading(words::label(recordType<AftercareStep>().titleMany)));
    for (const Kept<AftercareStep> &step : *steps) {
        QStringList beside;
        if (!step.value.whoHelps.isEmpty())
            beside.append(say("with %1").arg(step.value.whoHelps));
        if (step.value.fromOn)
            beside.append(say("from %1").arg(words::longDate(*step.value.fromOn)));
        addTitled(*paper, words::labelFor(step.value.kind), step.value.what, 11);
        if (!beside.isEmpty())
            paper->add(text({{beside.join(u", "_s), false, true}}, 10, 6));
    }
    addTitled(*paper, words::labelOfField<AftercarePlan>(u"when_hard"_s), plan->value.whenHard, 11);
    if (plan->value.lookAtOn)
        paper->add(text({{say("We look at it again on %1.").arg(words::longDate(*plan->value.lookAtOn))}}, 11, 6));
    return *paper;
}

} // namespace keywork::print
