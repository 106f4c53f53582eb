// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/agency.h"
#include "core/services/records/families.h"
#include "ui/forms/children_part.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/care_plan/care_plan_page.h"
#include "ui/pages/care_plan/plan_saving.h"
#include "ui/widgets/parts.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

StepCarrier carrierOf(const KeptRow &part)
{
    const StepWho who = recordType<StepWho>().fromRow(part.row).value_or(StepWho());
    return {who.actor, who.name, who.staffId, who.agencyId};
}

KeptRow carrierRow(Id<Person> person, StepActor actor, const QString &described = {}, Id<Staff> staff = {})
{
    StepWho who;
    who.personId = person;
    who.actor = actor;
    who.name = described;
    who.staffId = staff;
    KeptRow row;
    row.row = toRow(who);
    return row;
}

/// Also what was typed with commas before an update: it is offered back as descriptions.
void showDraft(ChildrenPart *part, const QJsonValue &kept, Id<Person> person)
{
    if (!kept.isString())
        return part->fromDraft(kept.toObject());
    QList<KeptRow> rows;
    for (const QString &name : kept.toString().split(u',', Qt::SkipEmptyParts))
        if (!name.trimmed().isEmpty())
            rows.append(carrierRow(person, StepActor::Other, name.simplified()));
    part->load(rows);
}

/// What a colleague did to who carries a step, while it was open here. Gives what both changed.
Violations bringInCarriers(ChildrenPart &part, const Services &services, Id<Person> person, const QString &thread)
{
    const auto plan = services.plans.planOf(person);
    const StepView *step = plan && *plan && !thread.isEmpty() ? stepOf(**plan, thread) : nullptr;
    QList<KeptRow> onFile;
    for (const Kept<StepWho> &who : step ? step->who : QList<Kept<StepWho>>())
        onFile.append(untyped(who));
    return step ? part.bringIn(onFile) : Violations();
}

/// What is wrong with one of them is shown in their form. Gives the others.
Violations showInParts(ChildrenPart *part, const Violations &violations)
{
    Violations others;
    const QMap<qsizetype, Violations> byPart = violationsOfParts(violations, others);
    for (auto it = byPart.constBegin(); it != byPart.constEnd(); ++it)
        others += part->showViolations(it.key(), it.value());
    return others;
}

} // namespace

/// A new step begins with the resident and their keyworker.
QList<KeptRow> CarePlanPage::carriersOf(const std::optional<StepView> &known) const
{
    QList<KeptRow> rows;
    for (const Kept<StepWho> &who : known ? known->who : QList<Kept<StepWho>>())
        rows.append(untyped(who));
    if (known)
        return rows;
    rows.append(carrierRow(m_person, StepActor::Resident));
    if (m_keyworker)
        rows.append(carrierRow(m_person, StepActor::Keyworker, {}, m_keyworker));
    return rows;
}

void CarePlanPage::editStep(const QString &goalThread, const std::optional<StepView> &known)
{
    leaveEditor();
    const Step start = known ? known->step.value : Step();
    m_then = known ? stepName(start.thread) : goalName(goalThread);
    const GoalView *goal = m_plan ? goalOf(*m_plan, goalThread) : nullptr;
    const QString statement = goal ? goal->goal.value.statement : QString();
    auto *extra = new QWidget;
    auto *layout = new QVBoxLayout(extra);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *who = new ChildrenPart(recordType<StepWho>(), ChildrenPart::AddKey::ByKey, m_services);
    who->load(carriersOf(known));
    layout->addWidget(who);
    const auto save = [this, goalThread, who, thread = start.thread](Step step) -> Done {
        step.thread = thread;
        if (const Violations clashes = bringInCarriers(*who, m_services, m_person, thread); !clashes.isEmpty())
            return invalid(clashes);
        QList<StepCarrier> carriers;
        for (const KeptRow &part : who->parts())
            carriers.append(carrierOf(part));
        const auto kept = m_services.plans.saveStep(m_person, goalThread, step, carriers);
        m_then = kept ? stepName(*kept) : m_then;
        return doneOf(kept);
    };
    const auto stored = [thread = start.thread](const PlanView &plan) -> std::optional<Row> {
        const StepView *step = stepOf(plan, thread);
        return step && !thread.isEmpty() ? std::optional(toRow(step->step.value)) : std::nullopt;
    };
    auto *editor = new RecordEditor(
        {.type = recordType<Step>(),
            .title = (known ? tr("Step of: %1") : tr("New step of: %1")).arg(statement),
            .start = toRow(start),
            .place = {u"step"_s, 0, m_person.value, goalThread + u'/' + start.thread},
            .save = saving<Step>(m_services, save),
            .extra = extra,
            .readExtra =
                [who] {
                    return QJsonObject{{u"who"_s, who->toDraft()}};
                },
            .writeExtra = [who, person = m_person](const QJsonObject &kept) { showDraft(who, kept.value(u"who"_s), person); },
            .stored = storedPart(m_services, m_person, stored),
            .showExtra = [who](const Violations &violations) { return showInParts(who, violations); },
            .offersAnother = !known},
        m_services);
    connect(who, &ChildrenPart::edited, editor, &RecordEditor::markEdited);
    open(editor, u"what"_s, [this, goalThread] { editStep(goalThread, {}); });
    if (!known)
        return;
    auto *remove = button(tr("Take this step out of the plan"), "link");
    connect(remove, &QPushButton::clicked, this, [this, goalThread, thread = start.thread] {
        const Done removed = m_services.plans.removeStep(m_person, thread);
        m_navigator.answer(removed, tr("Taken out of the draft; earlier versions keep it"));
        closeEditor(goalName(goalThread));
    });
    layout->addWidget(remove, 0, Qt::AlignLeft);
}

} // namespace keywork
