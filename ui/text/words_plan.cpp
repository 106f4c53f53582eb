// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_plan.h"

#include "core/domain/care_plan.h"
#include "ui/text/say.h"
#include "ui/text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::words {

QString planChange(const PlanChange &change, const ChoiceSource &choices)
{
    const QString area = change.area.isEmpty() ? QString() : choice(choices, u"care_plan_area"_s, change.area) + u": "_s;
    const auto orNothing = [](const QString &text) { return text.isEmpty() ? say(QT_TRANSLATE_NOOP("words", "nothing")) : text; };
    const auto orOpen = [](const QString &iso) { return iso.isEmpty() ? say(QT_TRANSLATE_NOOP("words", "no date")) : isoDate(iso); };
    switch (change.kind) {
    case PlanChangeKind::GoalAdded:
        return area + say(QT_TRANSLATE_NOOP("words", "new goal “%1”")).arg(change.after);
    case PlanChangeKind::GoalRemoved:
        return area + say(QT_TRANSLATE_NOOP("words", "goal “%1” is no longer in the plan")).arg(change.before);
    case PlanChangeKind::GoalReworded:
        return area + say(QT_TRANSLATE_NOOP("words", "goal “%1” now reads “%2”")).arg(change.before, change.after);
    case PlanChangeKind::GoalAgreementChanged:
        return area
            + say(QT_TRANSLATE_NOOP("words", "goal “%1”: %2"))
                  .arg(change.what, choice(choices, u"goal_agreement"_s, change.after).toLower());
    case PlanChangeKind::StepAdded:
        return area + say(QT_TRANSLATE_NOOP("words", "new step “%1”")).arg(change.after);
    case PlanChangeKind::StepRemoved:
        return area + say(QT_TRANSLATE_NOOP("words", "step “%1” is no longer in the plan")).arg(change.before);
    case PlanChangeKind::StepReworded:
        return area + say(QT_TRANSLATE_NOOP("words", "step “%1” now reads “%2”")).arg(change.before, change.after);
    case PlanChangeKind::StepWhoChanged:
        return area + say(QT_TRANSLATE_NOOP("words", "“%1” is now for %2 (was %3)")).arg(change.what, change.after, change.before);
    case PlanChangeKind::StepDueChanged:
        return area
            + say(QT_TRANSLATE_NOOP("words", "“%1” is now by %2 (was %3)")).arg(change.what, orOpen(change.after), orOpen(change.before));
    case PlanChangeKind::RatingChanged:
        return area + say(QT_TRANSLATE_NOOP("words", "own rating from %1 to %2")).arg(orNothing(change.before), orNothing(change.after));
    case PlanChangeKind::ReadinessChanged:
        return area
            + say(QT_TRANSLATE_NOOP("words", "ready to change from %1 to %2")).arg(orNothing(change.before), orNothing(change.after));
    case PlanChangeKind::OwnWordsChanged:
        return area + say(QT_TRANSLATE_NOOP("words", "own words now “%1”")).arg(change.after);
    case PlanChangeKind::NotNowChanged:
        return area
            + (change.after == u"1" ? say(QT_TRANSLATE_NOOP("words", "not now, their choice"))
                                    : say(QT_TRANSLATE_NOOP("words", "worked on again")));
    case PlanChangeKind::DetailChanged: {
        const Field *field = recordType<CarePlanVersion>().fieldNamed(change.what);
        return say(QT_TRANSLATE_NOOP("words", "%1: now “%2”")).arg(field ? label(field->label) : change.what, change.after);
    }
    case PlanChangeKind::ReviewChanged:
        return say(QT_TRANSLATE_NOOP("words", "review date: %1 (was %2)")).arg(orOpen(change.after), orOpen(change.before));
    }
    return {};
}

QString planStanding(const PlanStanding &standing, QDate today)
{
    if (standing.version == 0)
        return u"—"_s;
    if (standing.issuedVersion == 0)
        return say(QT_TRANSLATE_NOOP("words", "v%1 draft")).arg(standing.version);
    const auto kind = fromCode<SignOffKind>(standing.signOff);
    const QString said = kind ? shortLabelFor(*kind) : say(QT_TRANSLATE_NOOP("words", "not signed"));
    if (kind == SignOffKind::SignedOnPaper || kind == SignOffKind::AgreedVerbally)
        return u"v%1 %2 %3"_s.arg(QString::number(standing.issuedVersion), said, dayAndMonth(standing.onDay, today));
    return u"v%1 %2"_s.arg(QString::number(standing.issuedVersion), said);
}

} // namespace keywork::words
