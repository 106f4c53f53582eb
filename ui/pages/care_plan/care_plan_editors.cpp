// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/record_editor.h"
#include "ui/pages/care_plan/care_plan_page.h"
#include "ui/pages/care_plan/plan_saving.h"
#include "ui/text/words.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

CarePlanArea answerIn(const PlanView &plan, Area area)
{
    CarePlanArea none;
    none.area = area;
    const auto &answer = plan.current.areas[size_t(area)].answer;
    return answer ? answer->value : none;
}

/// The date of an issued version's review has had its say: the next version sets its own.
CarePlanVersion detailsOf(const PlanView &plan)
{
    CarePlanVersion details = plan.current.version.value;
    if (details.state == VersionState::Issued)
        details.reviewOn = {};
    return details;
}

} // namespace

void CarePlanPage::leaveEditor()
{
    // Before the next one reads its draft: both may be kept in the same place.
    if (m_editor)
        m_editor->keepDraftNow();
}

void CarePlanPage::open(RecordEditor *editor, const QString &firstField, const std::function<void()> &another)
{
    emptyLayout(m_right);
    m_editor = editor;
    auto *card = new Card;
    card->body()->addWidget(editor);
    m_right->addWidget(card);
    m_right->addStretch();
    connect(editor, &RecordEditor::saved, this, [this, editor, another] {
        const bool goesOn = another && editor->wantsAnother();
        m_navigator.say(tr("Saved"));
        closeEditor(m_then);
        if (goesOn)
            another();
    });
    connect(editor, &RecordEditor::cancelled, this, [this] { closeEditor(m_then); });
    if (FieldEditor *first = editor->form()->editor(firstField))
        giveKeys(first->input());
}

void CarePlanPage::closeEditor(QString then) // a copy: the name may be the one that is forgotten here
{
    m_editor = nullptr;
    m_then.clear();
    reload();
    giveKeysTo(this, {then, u"editArea"_s, QString::fromLatin1(codeOf(m_area))}); // on with the plan, not back to the places
}

void CarePlanPage::editArea()
{
    leaveEditor();
    m_then = u"editArea"_s;
    CarePlanArea start;
    start.area = m_area;
    if (m_plan)
        start = answerIn(*m_plan, m_area);
    const auto save = [services = m_services, person = m_person](const CarePlanArea &content) -> Done {
        Row complete = toRow(content); // the service fills in what it belongs to
        complete.set(u"version_id"_s, qint64(1));
        complete.set(u"person_id"_s, person.value);
        if (const Violations wrong = services.records.check(complete); !wrong.isEmpty())
            return invalid(wrong);
        return services.plans.saveArea(person, content);
    };
    open(new RecordEditor({.type = recordType<CarePlanArea>(),
                              .title = words::labelFor(m_area),
                              .start = toRow(start),
                              .place = areaDraft(m_area),
                              .save = saving<CarePlanArea>(m_services, save),
                              .stored = storedPart(m_services, m_person,
                                  [area = m_area](const PlanView &plan) { return std::optional(toRow(answerIn(plan, area))); })},
             m_services),
        u"own_words"_s);
}

void CarePlanPage::editDetails()
{
    leaveEditor();
    m_then = u"wholePlan"_s;
    const auto save = [services = m_services, person = m_person](
                          const CarePlanVersion &content) { return services.plans.saveDetails(person, content); };
    open(new RecordEditor(
             {.type = recordType<CarePlanVersion>(),
                 .title = tr("The plan as a whole"),
                 .start = toRow(m_plan ? detailsOf(*m_plan) : CarePlanVersion()),
                 .place = {u"care_plan_version"_s, 0, m_person.value},
                 .save = saving<CarePlanVersion>(m_services, save),
                 .stored = storedPart(m_services, m_person, [](const PlanView &plan) { return std::optional(toRow(detailsOf(plan))); })},
             m_services),
        u"in_my_words"_s);
}

void CarePlanPage::editGoal(const std::optional<Goal> &known)
{
    leaveEditor();
    Goal start = known.value_or(Goal());
    start.area = m_area;
    m_then = known ? goalName(start.thread) : u"addGoal"_s;
    const auto save = [this, area = m_area, thread = start.thread](Goal goal) -> Done {
        goal.area = area;
        goal.thread = thread;
        const auto kept = m_services.plans.saveGoal(m_person, goal);
        m_then = kept ? goalName(*kept) : m_then;
        return doneOf(kept);
    };
    const auto stored = [thread = start.thread](const PlanView &plan) -> std::optional<Row> {
        const GoalView *goal = goalOf(plan, thread);
        return goal && !thread.isEmpty() ? std::optional(toRow(goal->goal.value)) : std::nullopt;
    };
    open(new RecordEditor({.type = recordType<Goal>(),
                              .title = known ? tr("Goal") : tr("New goal in %1").arg(words::labelFor(m_area)),
                              .start = toRow(start),
                              .place = {u"goal"_s, 0, m_person.value, QString::number(int(m_area)) + u'/' + start.thread},
                              .save = saving<Goal>(m_services, save),
                              .stored = storedPart(m_services, m_person, stored),
                              .offersAnother = !known},
             m_services),
        u"statement"_s, [this] { editGoal({}); });
}

void CarePlanPage::noteGoal(const GoalView &goal)
{
    leaveEditor();
    m_then = goalName(goal.goal.value.thread);
    GoalProgress start = goal.progress.value_or(GoalProgress());
    start.thread = goal.goal.value.thread;
    start.onDay = m_services.records.today();
    start.note.clear();
    const auto save = [services = m_services, person = m_person, thread = start.thread](GoalProgress progress) {
        progress.thread = thread;
        return services.plans.noteGoal(person, progress);
    };
    open(new RecordEditor({.type = recordType<GoalProgress>(),
                              .title = tr("How it goes: %1").arg(goal.goal.value.statement),
                              .start = toRow(start),
                              .place = {u"goal_progress"_s, 0, m_person.value, start.thread},
                              .save = saving<GoalProgress>(m_services, save)},
             m_services),
        u"status"_s);
}

void CarePlanPage::noteStep(const StepView &step)
{
    leaveEditor();
    m_then = stepName(step.step.value.thread);
    StepProgress start = step.progress.value_or(StepProgress());
    start.thread = step.step.value.thread;
    start.onDay = m_services.records.today();
    const auto save = [services = m_services, person = m_person, thread = start.thread](StepProgress progress) {
        progress.thread = thread;
        return services.plans.noteStep(person, progress);
    };
    open(new RecordEditor({.type = recordType<StepProgress>(),
                              .title = tr("How it goes: %1").arg(step.step.value.what),
                              .start = toRow(start),
                              .place = {u"step_progress"_s, 0, m_person.value, start.thread},
                              .save = saving<StepProgress>(m_services, save)},
             m_services),
        u"status"_s);
}

/// The forms of a plan name what they belong to in the part of their draft's place.
void CarePlanPage::showForm(const RecordRef &record, const QString &part)
{
    if (!mayWrite())
        return;
    const auto is = [&record](const RecordType &type) { return record.kind == QLatin1String(type.table); };
    const QString first = part.section(u'/', 0, 0);
    const QString second = part.section(u'/', 1);
    const auto goalNamed = [this](const QString &thread) { return m_plan ? goalOf(*m_plan, thread) : nullptr; };
    const auto stepNamed = [this](const QString &thread) { return m_plan ? stepOf(*m_plan, thread) : nullptr; };
    const auto areaNumbered = [](const QString &number) { return Area(std::clamp(number.toInt(), 0, int(allOf<Area>().size()) - 1)); };
    if (is(recordType<CarePlanArea>())) {
        showArea(areaNumbered(first));
        editArea();
    } else if (is(recordType<CarePlanVersion>())) {
        editDetails();
    } else if (is(recordType<Goal>())) {
        showArea(areaNumbered(first));
        const GoalView *known = goalNamed(second);
        editGoal(known ? std::optional(known->goal.value) : std::nullopt);
    } else if (const GoalView *goal = is(recordType<Step>()) ? goalNamed(first) : nullptr) {
        showArea(goal->goal.value.area);
        const StepView *known = stepNamed(second);
        editStep(first, known ? std::optional(*known) : std::nullopt);
    } else if (const GoalView *noted = is(recordType<GoalProgress>()) ? goalNamed(first) : nullptr) {
        showArea(noted->goal.value.area); // reads the plan anew
        if (const GoalView *now = goalNamed(first))
            noteGoal(*now);
    } else if (const StepView *step = is(recordType<StepProgress>()) ? stepNamed(first) : nullptr) {
        noteStep(*step);
    } else if (is(recordType<SignOff>()) && m_plan) {
        const auto &waiting = m_plan->awaitingWord;
        if (m_plan->current.version.id.value == first.toLongLong())
            openSignOff(m_plan->current.version);
        else if (waiting && waiting->id.value == first.toLongLong())
            openSignOff(*waiting);
    }
}

} // namespace keywork
