// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/care_plan_document.h"

#include "core/rules/discreet.h"
#include "ui/print/charts.h"
#include "ui/print/say.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

Area areaOf(const PlanSnapshot::AreaPart &part) { return fromCode<Area>(part.area).value_or(Area::Health); }

QString quoted(const QString &words) { return u'“' + words + u'”'; }

BlockPtr top(const PlanSnapshot &plan, CopyKind kind)
{
    QStringList under{plan.person};
    if (!plan.room.isEmpty())
        under.append(say("Room %1").arg(plan.room));
    if (!plan.keyworker.isEmpty())
        under.append(say("with %1, keyworker").arg(plan.keyworker));
    const QDate issued = QDate::fromString(plan.issuedOn, Qt::ISODate);
    QString right = plan.hostel + u'\n' + say("Version %1").arg(plan.version) + u" · "_s
        + (issued.isValid() ? words::longDate(issued) : say("draft"));
    const QDate review = QDate::fromString(plan.reviewOn, Qt::ISODate);
    if (review.isValid())
        right += u'\n' + say("Review by %1").arg(words::longDate(review));
    return sideBySide(together({text({{say("My care plan"), true, false}}, 17, 2), text({{under.join(u" · "_s), false, true}}, 9.5, 0)}),
        rightText(right), kind == CopyKind::LargePrint ? 0.55 : 0.66);
}

BlockPtr stageLine(Stage stage, bool isNow)
{
    const QString name = words::labelFor(stage);
    return drawing(18 * kPoint, [name, isNow](QPainter &painter, QRectF place) {
        const Ink ink;
        painter.setPen(isNow ? QPen(ink.text, 1.4 * kPoint) : QPen(Qt::NoPen));
        painter.setBrush(isNow ? QColor(Qt::white) : ink.shade);
        painter.drawRoundedRect(place.adjusted(kPoint, kPoint, -kPoint, -kPoint), 4 * kPoint, 4 * kPoint);
        painter.setPen(isNow ? ink.text : ink.soft);
        painter.setFont(font(8.5, isNow));
        painter.drawText(
            place.adjusted(7 * kPoint, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, isNow ? name + u"  ◀ "_s + say("now") : name);
    });
}

BlockPtr whereIAm(const PlanSnapshot &plan, CopyKind kind)
{
    QList<BlockPtr> stages{heading(say("Where I am"))};
    for (const Stage stage : allOf<Stage>()) {
        BlockPtr line = stageLine(stage, plan.stage == QLatin1String(codeOf(stage)));
        line->spaceAfter = 3 * kPoint;
        stages.append(line);
    }
    // The wheel opens with substance use on top, as the printed plan has always shown it.
    QList<WheelPart> parts;
    for (const Area area : {Area::SubstanceUse, Area::Health, Area::Debt, Area::HousingResilience, Area::SocialRelationships,
             Area::MeaningfulTime, Area::EducationEmployability, Area::RightsResponsibilities})
        for (const PlanSnapshot::AreaPart &part : plan.areas)
            if (areaOf(part) == area)
                parts.append({words::shortLabelFor(area), part.selfRating});
    const auto wheel = drawing(135 * kPoint, [parts](QPainter &painter, QRectF place) {
        const Ink ink;
        paintWheel(painter, place, parts, {ink.text, ink.soft, ink.line, ink.accentShade, ink.accent, {}, font(7.5)});
    });
    if (kind != CopyKind::LargePrint)
        return sideBySide(together(stages), wheel, 0.58);
    stages.last()->spaceAfter = 14 * kPoint;
    stages.append(wheel); // large print has the whole width for each
    BlockPtr block = together(stages);
    block->spaceAfter = 12 * kPoint;
    return block;
}

QString ratingText(const PlanSnapshot::AreaPart &part)
{
    QStringList said;
    if (part.selfRating)
        said.append(say("%1 of 10").arg(*part.selfRating));
    if (part.selfRating && part.ratingBefore && *part.ratingBefore != *part.selfRating)
        said.append(say("was %1").arg(*part.ratingBefore));
    if (part.readiness)
        said.append(say("ready to change %1 of 10").arg(*part.readiness));
    return said.join(u", "_s);
}

QString agreementText(const PlanSnapshot::Goal &goal)
{
    switch (fromCode<GoalAgreement>(goal.agreement).value_or(GoalAgreement::NotAskedYet)) {
    case GoalAgreement::Agreed:
        break;
    case GoalAgreement::NotAgreed:
        return u'\n' + say("(not agreed by me)");
    case GoalAgreement::NotAskedYet: // whoever signs answers it on the paper
        return u'\n' + toTick(say("I agree")) + u"   "_s + toTick(say("I do not agree"));
    }
    return {};
}

/// Near the day of issue without its year; a draft has no such day.
QString onPaper(const QString &iso, QDate issued)
{
    const QDate day = QDate::fromString(iso, Qt::ISODate);
    return issued.isValid() ? words::dayAndMonth(day, issued) : words::date(day);
}

void addGoals(Document &document, const PlanSnapshot::AreaPart &part, QDate issued, CopyKind kind)
{
    Table goals;
    if (kind == CopyKind::LargePrint)
        goals.shares = {0.25, 0.31, 0.15, 0.14, 0.15};
    else
        goals.shares = {0.27, 0.37, 0.16, 0.11, 0.09};
    goals.title = words::labelFor(areaOf(part));
    goals.continuedWord = say("continued");
    goals.head = {say("What I want"), say("Steps"), say("Who"), say("By"), say("Done")};
    for (const PlanSnapshot::Goal &goal : part.goals) {
        const Runs wanted{{goal.statement, true, false}, {agreementText(goal), false, true}};
        if (goal.steps.isEmpty()) {
            goals.rows.append(QList<Runs>{wanted, Runs{{say("no steps yet"), false, true}}, {}, {}, {}});
            goals.firstOfGroup.append(true);
        }
        for (qsizetype i = 0; i < goal.steps.size(); ++i) {
            const PlanSnapshot::Step &step = goal.steps.at(i);
            const QDate done = QDate::fromString(step.doneOn, Qt::ISODate);
            goals.rows.append(QList<Runs>{i == 0 ? wanted : Runs(), Runs{{step.what}}, Runs{{step.who.join(u", "_s)}},
                Runs{{onPaper(step.due, issued)}}, Runs{{done.isValid() ? onPaper(step.doneOn, issued) : u"☐"_s}}});
            goals.firstOfGroup.append(i == 0);
        }
    }
    document.add(table(goals));
}

bool isHidden(const PlanSnapshot::AreaPart &part, CopyKind kind)
{
    return kind == CopyKind::Discreet && (areaOf(part) == Area::Health || areaOf(part) == Area::SubstanceUse);
}

bool isEmpty(const PlanSnapshot::AreaPart &part) { return part.goals.isEmpty() && part.ownWords.isEmpty(); }

/// Areas without a word or a goal share a few lines, so that the page stays one to read.
void addEmptyAreas(Document &document, const PlanSnapshot &plan, CopyKind kind)
{
    QStringList notTalkedAbout;
    QStringList noGoal;
    QStringList notNow;
    for (const PlanSnapshot::AreaPart &part : plan.areas) {
        if (!isEmpty(part) || isHidden(part, kind))
            continue;
        const QString rating = ratingText(part);
        QStringList &names = part.notNow ? notNow : part.isTalkedAbout() ? noGoal : notTalkedAbout;
        names.append(words::labelFor(areaOf(part)) + (rating.isEmpty() ? QString() : u" ("_s + rating + u')'));
    }
    const std::pair<QString, QStringList> lines[]
        = {{say("No goal for now:"), noGoal}, {say("Not now, my choice:"), notNow}, {say("Not talked about yet:"), notTalkedAbout}};
    for (const auto &[title, names] : lines)
        if (!names.isEmpty())
            document.add(text({{title + u' ', true, false}, {names.join(u"; "_s) + u'.'}}));
}

void addArea(Document &document, const PlanSnapshot::AreaPart &part, QDate issued, CopyKind kind)
{
    document.add(heading(words::labelFor(areaOf(part)), ratingText(part)));
    if (isHidden(part, kind)) {
        document.add(text({{say("In my full copy."), false, true}}));
        return;
    }
    if (!part.ownWords.isEmpty()) {
        BlockPtr said = text({{quoted(part.ownWords), false, false}}, 9.5, 5);
        said->keepWithNext = !part.goals.isEmpty();
        document.add(said);
    }
    if (!part.goals.isEmpty())
        addGoals(document, part, issued, kind);
    else
        document.add(text({{part.notNow ? say("Not now, my choice.") : say("No goal for now."), false, true}}));
}

void addTexts(Document &document, const PlanSnapshot &plan)
{
    const std::pair<QString, QString> parts[] = {{say("My hopes and interests"), plan.hopes}, {say("My longer-term plan"), plan.longerTerm},
        {say("My strengths"), plan.strengths}, {say("What helps me"), plan.whatHelps},
        {say("How I like to be contacted"), plan.howToContact}};
    for (const auto &[title, words] : parts)
        if (!words.isEmpty())
            document.add(together({heading(title), text({{words}})}));
    const QString harder = plan.ifThingsGetHarder.isEmpty() ? say("I can tell any member of staff, at any time. In an emergency: 999.")
                                                            : plan.ifThingsGetHarder;
    QList<BlockPtr> blocks{heading(say("If things get harder")), text({{harder}})};
    if (!plan.naloxonePlace.isEmpty())
        blocks.append(text({{say("Naloxone in this house:") + u' ', true, false}, {plan.naloxonePlace}}));
    document.add(together(blocks));
}

BlockPtr agreed(const PlanSnapshot &plan)
{
    const QString sees = plan.whoSeesThis.isEmpty()
        ? say("me and the staff of %1. Nobody else, unless I agree or someone is in danger.").arg(plan.hostel)
        : plan.whoSeesThis;
    const QString complain = plan.complaints.isEmpty()
        ? say("I can disagree with this plan or complain to any manager, and it changes nothing about my place here.")
        : plan.complaints;
    const QString keyworker = plan.keyworker.isEmpty() ? say("Staff") : plan.keyworker;
    QStringList answers;
    for (const QString &answer :
        {say("I helped to make this plan."), say("It was read to me."), say("I have a copy."), say("I agree to it.")})
        answers.append(toTick(answer).replace(u' ', QChar(QChar::Nbsp))); // short: each stays on its line, in large print, too
    return together({
        heading(say("Agreed")),
        text({{say("Who sees this plan:") + u' ', true, false}, {sees}}),
        text({{complain}}),
        text({{answers.join(u"   "_s)}}),
        text({{toTick(say("I do not agree with:")) + u" ____________________________________________"_s}}, 9.5, 10),
        signatureLines(say("%1, signature and date").arg(plan.person), say("%1, signature and date").arg(keyworker)),
    });
}

} // namespace

Document carePlanDocument(const PlanSnapshot &snapshot, const QString &fingerprint, CopyKind kind)
{
    const PlanSnapshot plan = kind == CopyKind::Discreet ? discreetCopy(snapshot) : snapshot;
    Document document;
    document.title = say("My care plan");
    document.textScale = kind == CopyKind::LargePrint ? kLargePrint : 1.0;
    document.footLeft = say("Plan %1 v%2").arg(plan.planNumber).arg(plan.version) + u" · "_s
        + (fingerprint.isEmpty() ? say("draft, not for signature") : say("fingerprint %1").arg(fingerprint));
    document.footMiddle = plan.person;
    if (kind == CopyKind::Discreet)
        document.footLeft += u" · "_s + say("discreet copy");
    document.add(top(plan, kind));
    if (!plan.inMyWords.isEmpty())
        document.add(boxed({text({{say("In my words"), true, false}}, 9, 3), text({{quoted(plan.inMyWords)}}, 11, 0)}));
    if (kind != CopyKind::Discreet)
        document.add(whereIAm(plan, kind));
    for (const PlanSnapshot::AreaPart &part : plan.areas)
        if (!isEmpty(part) || isHidden(part, kind))
            addArea(document, part, QDate::fromString(plan.issuedOn, Qt::ISODate), kind);
    addEmptyAreas(document, plan, kind);
    addTexts(document, plan);
    document.add(agreed(plan));
    return document;
}

} // namespace keywork::print
