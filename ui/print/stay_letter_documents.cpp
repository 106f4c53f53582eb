// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/stay_letter_documents.h"

#include "core/domain/guidance.h"
#include "core/domain/house.h"
#include "core/rules/notice.h"
#include "core/services/records/records.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

void addLetterPart(Document &document, const QString &title, const QString &words)
{
    if (words.trimmed().isEmpty())
        return;
    document.add(heading(title));
    document.add(flowing(words, 11));
}

Result<Document> beginLetter(const Services &services, const StayLetter &letter, const QString &title)
{
    const auto person = services.records.one(letter.personId);
    if (!person)
        return person.error();
    auto begun = housePaper(services, title, words::longDate(*letter.givenOn), whoseIs(person->value));
    if (!begun)
        return begun;
    begun->title = title; // never a name
    begun->add(text({{say("Dear %1,").arg(person->value.displayName())}}, 11, 8));
    return begun;
}

void addWhy(Document &document, const Services &services, const StayLetter &letter)
{
    const QString reason = services.records.choices().label(u"stay_letter_reason"_s, letter.reason.code);
    addLetterPart(document, say("Why"), reason + u'\n' + letter.happened);
    addLetterPart(document, say("What you say about it"), letter.ownWords);
}

void addAppealPart(Document &document, const StayLetter &letter)
{
    const QString until = letter.appealUntil
        ? say("You can appeal until %1. Somebody who did not decide this hears you, and you may bring somebody along.")
              .arg(words::longDate(*letter.appealUntil))
        : QString();
    addLetterPart(document, say("If you see it differently"), QStringList{until, letter.appealHow}.join(u'\n').trimmed());
}

/// The house's own help lines that are about housing or advice; without any, who gives advice anywhere.
QList<HelpLine> adviceLines(const Services &services)
{
    QList<HelpLine> lines;
    const auto all = services.records.all<HelpLine>();
    for (const Kept<HelpLine> &line : all ? *all : QList<Kept<HelpLine>>())
        for (const QString &word : {u"hous"_s, u"homeless"_s, u"legal"_s, u"law"_s, u"advice"_s})
            if ((line.value.name + u' ' + line.value.forWhat).contains(word, Qt::CaseInsensitive)) {
                lines.append(line.value);
                break;
            }
    return lines;
}

void addAdvicePart(Document &document, const Services &services)
{
    QStringList advice{say("Ask somebody who is not part of this house: the council's housing team, a law centre, Citizens Advice or a "
                           "housing charity. It costs nothing. Take this letter along.")};
    for (const HelpLine &line : adviceLines(services))
        advice.append(u"•  "_s + line.name + u": "_s + line.telephone + (line.forWhat.isEmpty() ? QString() : u" · "_s + line.forWhat));
    addLetterPart(document, say("Who gives you free advice"), advice.join(u'\n'));
}

void addSignedBy(Document &document, const Services &services, const StayLetter &letter)
{
    const auto decided = services.records.one(letter.decidedById);
    const auto houses = services.records.all<House>();
    const House house = houses && !houses->isEmpty() ? houses->first().value : House();
    document.add(together({text({{say("Decided by %1").arg(decided ? decided->value.name : services.records.session().name())}}, 11, 26),
        text({{house.name + u" · "_s + house.telephone, false, true}}, 9.5, 0)}));
}

QString whereToWords(const LeavingSafetyPlan &plan)
{
    return plan.hasHousing() ? say("We agreed: %1").arg(plan.whereTo)
                             : say("Nothing is agreed yet. We go on looking for a place with you until the last day.");
}

QString naloxoneWords(NaloxoneAfter naloxone)
{
    return naloxone == NaloxoneAfter::ToHand ? say("You have naloxone. Keep it with you, and tell whoever you are with where it is.")
                                             : say("Ask us for naloxone before you go, for you and for whoever you are with.");
}

void addSafetyPlan(Document &document, const LeavingSafetyPlan &plan)
{
    document.add(heading(say("Your safety plan"), say("for you alone: nobody else has to see this part")));
    for (const auto &[title, words] :
        {std::pair{say("Where to"), whereToWords(plan)}, {say("If nothing is found by the day"), plan.untilThen},
            {say("Who stays with you over the move"), plan.support}, {say("Your medicine and prescription"), plan.medicine},
            {say("Naloxone"), naloxoneWords(plan.naloxone)}, {say("What makes an overdose likelier now"), plan.raises}}) {
        document.add(text({{title, true, false}}, 10.5, 1));
        document.add(flowing(words, 10.5));
    }
}

/// What the days go by; it is no legal advice.
void addRuleNote(Document &document, const StayNotice &notice)
{
    if (!notice.occupancy)
        return;
    const NoticeRule &rule = noticeRuleOf(*notice.occupancy);
    QStringList lines{say("You live here by: %1.").arg(words::label(labelOf(*notice.occupancy))), rule.words};
    if (!rule.source.isEmpty())
        lines.append(say("Source: %1, read on %2.").arg(rule.source, words::date(rule.dated)));
    lines.append(say("This letter is no legal advice."));
    document.add(text({{lines.join(u' '), false, true}}, 9, 10));
}

} // namespace

Result<Document> warningLetter(const Services &services, const Kept<StayWarning> &warning)
{
    if (!warning.value.counts())
        return notNow(NotNow::StaysAsItIs);
    const bool isLast = warning.value.kind == WarningKind::LastWritten;
    auto document = beginLetter(services, warning.value, isLast ? say("A last warning") : say("A warning"));
    if (!document)
        return document;
    document->add(text({{say("This is a warning. It is no notice, and your room stays yours.")}}, 11, 8));
    addWhy(*document, services, warning.value);
    addLetterPart(*document, say("What we agreed"), warning.value.agreed);
    addLetterPart(*document, say("What we offer"), warning.value.support);
    if (warning.value.expiresOn)
        addLetterPart(*document, say("How long it counts"),
            say("Until %1. From that day on it counts no more.").arg(words::longDate(*warning.value.expiresOn)));
    addAppealPart(*document, warning.value);
    addAdvicePart(*document, services);
    addSignedBy(*document, services, warning.value);
    return document;
}

Result<Document> noticeLetter(const Services &services, const Kept<StayNotice> &notice)
{
    if (!notice.value.counts() || !notice.value.endsOn)
        return notNow(NotNow::StaysAsItIs);
    const auto plans = services.records.of<LeavingSafetyPlan>("person_id", notice.value.personId);
    if (!plans)
        return plans.error();
    const auto plan = latestLeavingPlan(*plans);
    if (!plan)
        return Error{ErrorKind::Invalid, {}, {{u"plan_id"_s, Rule::SafetyPlanFirst, {}}}};
    auto document = beginLetter(services, notice.value, say("Notice to leave"));
    if (!document)
        return document;
    document->add(
        text({{say("We ask you to leave on %1. The night before is still yours.").arg(words::longDate(*notice.value.endsOn))}}, 11, 8));
    addWhy(*document, services, notice.value);
    addLetterPart(*document, say("What was tried before"), notice.value.tried);
    addAppealPart(*document, notice.value);
    addAdvicePart(*document, services);
    addSafetyPlan(*document, plan->value);
    addRuleNote(*document, notice.value);
    addSignedBy(*document, services, notice.value);
    return document;
}

} // namespace keywork::print
