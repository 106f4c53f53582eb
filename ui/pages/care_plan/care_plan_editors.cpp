// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/agency.h"
#include "core/services/care/care_plans.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/children_part.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/care_plan/care_plan_page.h"
#include "ui/pages/care_plan/goals_asked.h"
#include "ui/pages/resident/resident_prints.h"
#include "ui/text/words.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"

#include <QMap>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// The part of the plan on file now, so that a save can see what a colleague did meanwhile.
template <class Pick> std::function<std::optional<Row>()> storedPart(const Services &services, Id<Person> person, Pick pick)
{
    return [services, person, pick]() -> std::optional<Row> {
        const auto plan = services.plans.planOf(person);
        return plan && *plan ? pick(**plan) : std::nullopt;
    };
}

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

const GoalView *goalOf(const PlanView &plan, const QString &thread)
{
    for (const AreaView &area : plan.current.areas)
        for (const GoalView &goal : area.goals)
            if (goal.goal.value.thread == thread)
                return &goal;
    return nullptr;
}

const StepView *stepOf(const PlanView &plan, const QString &thread)
{
    for (const AreaView &area : plan.current.areas)
        for (const GoalView &goal : area.goals)
            for (const StepView &step : goal.steps)
                if (step.step.value.thread == thread)
                    return &step;
    return nullptr;
}

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
    QMap<qsizetype, Violations> byPart;
    for (Violation violation : violations)
        if (const auto place = partOfColumn(violation.column)) {
            violation.column = place->second;
            byPart[place->first].append(violation);
        } else {
            others.append(violation);
        }
    for (auto it = byPart.constBegin(); it != byPart.constEnd(); ++it)
        others += part->showViolations(it.key(), it.value());
    return others;
}

/// A save whose record is complete only once the service has filled in what it belongs to.
template <class T> std::function<Done(const Row &)> saving(const Services &services, std::function<Done(const T &)> save)
{
    return [services, save](const Row &row) -> Done {
        const auto content = recordType<T>().fromRow(row);
        return content ? save(*content) : Done(invalid(services.records.check(row)));
    };
}

template <class T> Done doneOf(const Result<T> &result) { return result ? Done() : Done(result.error()); }

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

void CarePlanPage::askForSignOff()
{
    if (!m_plan)
        return;
    if (m_plan->current.version.value.state == VersionState::Issued) {
        openSignOff(m_plan->current.version);
        return;
    }
    // What stands typed on the screen belongs to the version that is signed.
    if (m_editor && m_editor->isTouched()) {
        m_editor->save();
        if (m_editor)
            return; // it could not be saved, and says why
    }
    leaveEditor();
    m_editor = nullptr;
    reload();
    previewPlanToIssue(m_person, m_services, m_navigator); // looking issues nothing
}

void CarePlanPage::openSignOff(const Kept<CarePlanVersion> &version)
{
    leaveEditor();
    m_then = u"askForSignOff"_s;
    SignOff said;
    said.versionId = version.id;
    said.personId = m_person;
    said.onDay = m_services.records.today();
    said.fingerprint = version.value.fingerprint;
    Row start = toRow(said);
    start.set(u"kind"_s, emptyText()); // what they said is chosen, never assumed
    const auto notAsked = m_services.plans.goalsToAnswer(version.id);
    if (!notAsked) {
        m_navigator.refuse(notAsked.error());
        return;
    }
    auto *asked = new GoalsAsked(*notAsked, m_called);
    const auto save = [services = m_services, asked](const SignOff &content) -> Done {
        const bool isAgreed = content.kind == SignOffKind::SignedOnPaper || content.kind == SignOffKind::AgreedVerbally;
        if (isAgreed && !asked->isAnswered()) // a plan is agreed goal by goal
            return invalid({{GoalsAsked::column(), Rule::Required, {}}});
        return doneOf(services.plans.signOff(content, content.kind == SignOffKind::Declined ? QList<GoalAnswer>() : asked->answers()));
    };
    auto *editor = new RecordEditor({.type = recordType<SignOff>(),
                                        .title = tr("Version %1, fingerprint %2: the paper has to show the same")
                                                     .arg(version.value.versionNumber)
                                                     .arg(version.value.fingerprint),
                                        .start = start,
                                        .place = {u"sign_off"_s, 0, m_person.value, QString::number(version.id.value)},
                                        .save = saving<SignOff>(m_services, save),
                                        .saveText = tr("Record"),
                                        .extra = asked,
                                        .readExtra = [asked] { return asked->typed(); },
                                        .writeExtra = [asked](const QJsonObject &kept) { asked->setTyped(kept); },
                                        .showExtra = [asked](const Violations &all) { return asked->show(all); }},
        m_services);
    connect(asked, &GoalsAsked::edited, editor, &RecordEditor::markEdited);
    open(editor, u"kind"_s);
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
