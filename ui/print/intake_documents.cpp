// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/intake_documents.h"

#include "core/domain/house.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

Result<House> houseOf(const Services &services)
{
    const auto houses = services.records.all<House>();
    if (!houses)
        return houses.error();
    return houses->isEmpty() ? House() : houses->first().value;
}

QString decisionSentence(const ReferralIn &referral)
{
    const QString day = words::longDate(referral.decidedOn.value_or(referral.receivedOn));
    switch (referral.state) {
    case ReferralInState::Accepted:
    case ReferralInState::Arrived:
        return say("We are glad to offer you a place here. We decided this on %1.").arg(day);
    case ReferralInState::WaitingList:
        return say("We would like to offer you a place, and have no room free yet. You have been on our waiting list since %1.")
            .arg(words::longDate(referral.waitingSince.value_or(referral.decidedOn.value_or(referral.receivedOn))));
    case ReferralInState::Declined:
        return say("We can't offer you a place here at the moment. We decided this on %1. It says nothing about you as a person.").arg(day);
    case ReferralInState::Withdrew:
        return say("You told us that you do not want a place here for now. That is fine, and you can ask again at any time.");
    default:
        return {};
    }
}

void addUnderHeading(Document &document, const QString &title, const QString &words)
{
    if (words.trimmed().isEmpty())
        return;
    document.add(heading(title));
    document.add(flowing(words, 11));
}

/// A line to be filled in.
BlockPtr blank(const QString &title)
{
    return text({{title + u"  "_s, true, false}, {u"_________________________________________"_s}}, 11, 9);
}

enum class Before { Bullet, Box };
QList<BlockPtr> criteriaLines(const Services &services, Before before)
{
    QList<BlockPtr> blocks;
    const auto criteria = services.intake.criteria();
    if (!criteria || !*criteria || (*criteria)->criteria.isEmpty())
        return blocks;
    blocks.append(heading(say("Who can come here"),
        say("our entry criteria, %1, from %2").arg((*criteria)->version.value.number, words::date((*criteria)->version.value.fromOn))));
    for (const Kept<EntryCriterion> &criterion : (*criteria)->criteria) {
        const QString &wording = criterion.value.wording;
        Runs runs{{before == Before::Box ? toTick(wording) : u"•  "_s + wording, true, false}};
        if (!criterion.value.help.isEmpty())
            runs.append({u'\n' + criterion.value.help, false, true});
        blocks.append(text(runs, 10.5, 6));
    }
    blocks.append(text({{say("Nobody is turned away only because they use drugs or alcohol.")}}, 10.5, 8));
    return blocks;
}

} // namespace

Result<Document> decisionLetter(const Services &services, const Kept<ReferralIn> &referral)
{
    if (!isDecision(referral.value.state))
        return notNow(NotNow::StaysAsItIs);
    const auto house = houseOf(services);
    if (!house)
        return house.error();
    auto begun = housePaper(services, say("About your place with us"), referral.value.number, referral.value.personName);
    if (!begun)
        return begun;
    Document document = *begun;
    document.title = say("About your place with us");
    document.add(text({{say("Dear %1,").arg(referral.value.personName)}}, 11, 8));
    document.add(text({{decisionSentence(referral.value)}}, 11, 8));
    addUnderHeading(document, say("Why"), referral.value.decidedWhy);
    if (referral.value.state == ReferralInState::WaitingList && referral.value.waitingPlace)
        document.add(text(
            {{say("Your place on the list is %1. It can change; you may ask at any time.").arg(*referral.value.waitingPlace)}}, 11, 8));
    addUnderHeading(document, say("Where else you can turn now"), referral.value.pointedTo);
    document.add(heading(say("If you see it differently")));
    document.add(flowing(house->complaints.trimmed().isEmpty()
            ? say("Tell us, or ask whoever referred you to. Somebody else here will look at it again.")
            : house->complaints,
        11));
    if (referral.value.criteriaId)
        if (const auto version = services.intake.version(referral.value.criteriaId))
            document.add(text({{say("Decided by our entry criteria, %1, from %2. Ask us for a copy.")
                                      .arg(version->version.value.number, words::date(version->version.value.fromOn)),
                                  false, true}},
                9.5, 12));
    document.add(together({text({{say("With kind regards")}}, 11, 26), text({{services.records.session().name()}}, 11, 0),
        text({{house->name + u" · "_s + house->telephone, false, true}}, 9.5, 0)}));
    return document;
}

QList<BlockPtr> howToRefer(const Services &services)
{
    QList<BlockPtr> blocks{heading(say("Referring somebody to us"), say("by telephone, or copy these lines into an e-mail"))};
    blocks += criteriaLines(services, Before::Bullet);
    for (const char *line : {QT_TRANSLATE_NOOP("print", "Who it is about, and how they like to be called:"),
             QT_TRANSLATE_NOOP("print", "Born on:"), QT_TRANSLATE_NOOP("print", "How and when we may reach them safely:"),
             QT_TRANSLATE_NOOP("print", "Where they stay now, and where they stayed last:"),
             QT_TRANSLATE_NOOP("print", "Why they need a place:"), QT_TRANSLATE_NOOP("print", "What support they need:"),
             QT_TRANSLATE_NOOP("print", "What they say themselves about coming here:"),
             QT_TRANSLATE_NOOP("print", "Who refers them, telephone, and by when you need an answer:")})
        blocks.append(text({{say(line)}, {u"  ______________________"_s, false, true}}, 10.5, 6));
    return blocks;
}

Result<Document> blankReferralForm(const Services &services)
{
    auto begun = housePaper(services, say("Referral to us"), say("Fill in what is known. The rest we ask ourselves."), {});
    if (!begun)
        return begun;
    Document document = *begun;
    document.title = say("Referral form");
    for (const char *line : {QT_TRANSLATE_NOOP("print", "Who it is about"), QT_TRANSLATE_NOOP("print", "Likes to be called, pronouns"),
             QT_TRANSLATE_NOOP("print", "Born on"), QT_TRANSLATE_NOOP("print", "Telephone; safe to ring, to leave a message?"),
             QT_TRANSLATE_NOOP("print", "Where they stay now"), QT_TRANSLATE_NOOP("print", "Where they stayed last"),
             QT_TRANSLATE_NOOP("print", "GP practice")})
        document.add(blank(say(line)));
    for (const char *line : {QT_TRANSLATE_NOOP("print", "Why they need a place"),
             QT_TRANSLATE_NOOP("print", "What support they need, the most important first"),
             QT_TRANSLATE_NOOP("print", "What we should know for their safety"),
             QT_TRANSLATE_NOOP("print", "What they say themselves about coming here")}) {
        document.add(text({{say(line), true, false}}, 11, 40));
    }
    document.add(criteriaLines(services, Before::Box));
    document.add(text({{say("A box that is not ticked does not end it: tell us what you know, and ring us.")}}, 10.5, 12));
    document.add(together({blank(say("Who refers them, of which agency")), blank(say("Telephone, e-mail")),
        blank(say("They know of this referral and agree to it (yes, no)")), signatureLines(say("Signed"), say("Date"))}));
    return document;
}

Result<Document> arrivalSheet(const Services &services, Id<Person> person)
{
    const auto house = houseOf(services);
    const auto line = services.people.line(person);
    const auto arrival = services.intake.arrivalOf(person);
    if (!house || !line || !arrival)
        return !house ? house.error() : !line ? line.error() : arrival.error();
    if (!*arrival)
        return Error{ErrorKind::NotFound, {}, {}};
    const Person &who = line->person.value;
    const Stay &stay = (*arrival)->stay.value;
    auto begun = housePaper(services, say("New in the house"), say("for the shift; into the handover folder, then shredded"), whoseIs(who));
    if (!begun)
        return begun;
    Document document = *begun;
    document.title = say("New in the house");
    const ChoiceSource &choices = services.records.choices();
    const auto addLine = [&document](const QString &title, const QString &value) {
        document.add(text({{title + u"  "_s, true, false}, {value}}, 11, 7));
    };
    addLine(say("Room"), line->room.isEmpty() ? say("not said yet") : line->room);
    if (stay.arrivedOn)
        addLine(say("Arrived"),
            words::longDate(*stay.arrivedOn) + (stay.arrivedTime ? u' ' + stay.arrivedTime->toString(u"HH:mm"_s) : QString()));
    else
        addLine(say("Expected"), stay.expectedOn ? words::longDate(*stay.expectedOn) : say("day not said"));
    if (!who.pronouns.isEmpty())
        addLine(say("Pronouns"), words::choice(choices, u"pronouns"_s, who.pronouns.code));
    for (const Alert &alert : line->alerts)
        addLine(words::choice(choices, u"alert_kind"_s, alert.kind.code), alert.text);
    if (line->alerts.isEmpty())
        addLine(say("Alerts"), say("none that you may read here"));
    addLine(say("How they get out in a fire"), stay.escapePlan.isEmpty() ? say("not asked yet: ask tonight") : stay.escapePlan);
    const QString lives = who.maySayLivesHere.code == u"yes" ? say("We may say that they live here.")
        : who.maySayLivesHere.code == u"no"                  ? say("Never say to anybody that they live here.")
                                                             : say("Not asked yet: say to nobody that they live here.");
    addLine(say("Who may know"), lives + (who.safeContact.isEmpty() ? QString() : u' ' + who.safeContact));
    if (!services.records.mayRead(recordType<Contact>()))
        addLine(say("Next of kin"), say("stands in the record, not for your role: ring on call."));
    else if (const auto contacts = services.records.of<Contact>("person_id", person); contacts)
        for (const Kept<Contact> &contact : *contacts)
            if (contact.value.nextOfKin)
                addLine(say("Next of kin"), contact.value.name + u" · "_s + contact.value.telephone);
    if (!services.records.session().may(Act::Read, Category::Health))
        addLine(say("Health and medicine"), say("not for your role: emergency 999, and ring on call."));
    QStringList open;
    for (const ArrivalGap gap : (*arrival)->gaps)
        open.append(words::labelFor(gap));
    if (!open.isEmpty())
        addLine(say("Still open"), open.join(u"; "_s));
    addLine(say("On call"), house->onCall.isEmpty() ? say("not on file") : house->onCall);
    addLine(say("Drug service duty line"), house->drugServiceLine.isEmpty() ? say("not on file") : house->drugServiceLine);
    return document;
}

Result<Document> rightToRegister(const Services &services)
{
    auto begun = housePaper(services, say("Right to register with a GP practice"), {}, {});
    if (!begun)
        return begun;
    Document document = *begun;
    document.title = say("Right to register");
    for (const char *line :
        {QT_TRANSLATE_NOOP("print", "To the reception: whoever brings this page asks to be registered with your practice."),
            QT_TRANSLATE_NOOP("print",
                "Anybody in England may register with a GP practice. No proof of address, no ID, no NHS number and no immigration status "
                "is needed."),
            QT_TRANSLATE_NOOP("print",
                "Somebody without a fixed address may give the address of a hostel, a day centre, a friend or the practice itself."),
            QT_TRANSLATE_NOOP("print",
                "A practice may refuse only on reasonable grounds that have nothing to do with any of this, and gives the reason in "
                "writing."),
            QT_TRANSLATE_NOOP("print", "Somebody who needs to be seen at once is seen, registered or not.")})
        document.add(text({{say(line)}}, 13, 10));
    document.add(text({{say("Who refused, when, and the reason that was given:"), true, false}}, 11, 40));
    document.add(
        text({{say("Not legal advice. It follows NHS England's guidance to GP practices on registering patients; please check that "
                   "it still holds."),
                 false, true}},
            9.5, 0));
    return document;
}

} // namespace keywork::print
