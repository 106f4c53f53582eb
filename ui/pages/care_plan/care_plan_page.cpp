// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/care_plan/care_plan_page.h"

#include "core/domain/kinds.h"
#include "core/services/care/care_plans.h"
#include "core/services/records/drafts.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/care_plan/area_button.h"
#include "ui/pages/resident/resident_prints.h"
#include "ui/print/care_plan_document.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_plan.h"
#include "ui/theme/theme.h"
#include "ui/widgets/charts.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/text_button.h"
#include "ui/widgets/told.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QShortcut>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// The same key as in a form that has parts: one more.
QKeySequence addStepKeys() { return QKeySequence(u"Ctrl+Shift+N"_s); }

} // namespace

CarePlanPage::CarePlanPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto *top = wrappingLine(8);
    m_version = label({}, "cardTitle");
    m_version->setObjectName(u"planVersion"_s);
    m_versionSoft = label({}, "soft", Theme::isLarge());
    top->addWidget(m_version);
    top->addWidget(m_versionSoft);
    pushRight(top);
    auto *details = button(tr("&Whole plan"), "link");
    details->setObjectName(u"wholePlan"_s);
    m_changes = button(tr("What chan&ged"), "link");
    m_changes->setObjectName(u"planChanges"_s);
    m_print = button(tr("Pre&view and print"));
    m_print->setObjectName(u"previewPlan"_s);
    m_signOff = button(tr("Ask &for sign-off"), "primary");
    m_signOff->setObjectName(u"askForSignOff"_s);
    m_signOffEarlier = button({});
    m_signOffEarlier->setObjectName(u"signOffEarlier"_s);
    m_signOffEarlier->hide();
    for (QPushButton *each : {details, m_changes, m_print, m_signOffEarlier, m_signOff})
        top->addWidget(each);
    connect(m_signOffEarlier, &QPushButton::clicked, this, [this] {
        if (m_plan && m_plan->awaitingWord)
            openSignOff(*m_plan->awaitingWord);
    });
    connect(details, &QPushButton::clicked, this, &CarePlanPage::editDetails);
    connect(m_changes, &QPushButton::clicked, this, &CarePlanPage::showChanges);
    connect(m_print, &QPushButton::clicked, this, [this] { preview(print::CopyKind::Full); });
    connect(m_signOff, &QPushButton::clicked, this, &CarePlanPage::askForSignOff);
    layout->addLayout(top);
    auto *columns = columnsOrRows(14);
    m_areas = new Card;
    QWidget *areas = ownScroll(m_areas, Sideways::Never);
    if (!Theme::isLarge())
        areas->setFixedWidth(Theme::scaled(304));
    m_areaButtons = new QButtonGroup(this);
    columns->addWidget(areas);
    auto *right = new QWidget;
    m_right = new QVBoxLayout(right);
    m_right->setContentsMargins(0, 0, 6, 0);
    m_right->setSpacing(14);
    columns->addWidget(ownScroll(right), 1);
    layout->addLayout(columns, 1);
    const QKeySequence keys = addStepKeys();
    connect(new QShortcut(keys, this), &QShortcut::activated, this, &CarePlanPage::addStepByKey);
}

DraftPlace CarePlanPage::areaDraft(Area area) const { return {u"care_plan_area"_s, 0, m_person.value, QString::number(int(area))}; }

bool CarePlanPage::mayWrite() const { return m_services.records.session().may(Act::Write, Category::CarePlan); }

void CarePlanPage::reload()
{
    const auto plan = m_services.plans.planOf(m_person);
    if (!plan)
        return m_editor ? void() : rebuildArea();
    m_plan = *plan;
    if (const auto line = m_services.people.line(m_person)) {
        m_called = line->person.value.shortName();
        m_keyworker = line->person.value.keyworkerId;
    }
    const bool some = m_plan.has_value();
    m_print->setEnabled(some);
    m_signOff->setEnabled(some && mayWrite());
    const bool waits = some && m_plan->awaitingWord && m_plan->current.version.value.state == VersionState::Draft;
    m_signOffEarlier->setVisible(waits);
    m_signOffEarlier->setEnabled(mayWrite());
    if (waits) // it was printed before the draft was begun, and may come back signed
        m_signOffEarlier->setText(tr("Record sign-off of version &%1").arg(m_plan->awaitingWord->value.versionNumber));
    if (!some) {
        m_version->setText(tr("No plan yet"));
        m_versionSoft->setText(tr("it starts with the first words, rating or goal"));
    } else {
        const CarePlanVersion &now = m_plan->current.version.value;
        const bool draft = now.state == VersionState::Draft;
        const bool agreed = !draft && m_plan->agreedVersion == int(now.versionNumber);
        m_version->setText(draft ? tr("Version %1, draft").arg(now.versionNumber)
                : agreed         ? tr("Version %1, agreed").arg(now.versionNumber)
                                 : tr("Version %1, issued").arg(now.versionNumber));
        QString soft;
        if (draft) {
            soft = tr("started %1").arg(words::date(now.startedOn));
            if (m_plan->agreedVersion)
                soft += u" · "_s + tr("version %1 is agreed").arg(*m_plan->agreedVersion);
        } else if (const auto &said = m_plan->current.signOff) {
            soft = words::labelFor(said->value.kind) + u", "_s + words::date(said->value.onDay);
        } else {
            soft = tr("not signed yet");
        }
        if (!draft && now.reviewOn)
            soft += u" · "_s + tr("review %1").arg(words::dayAndMonth(*now.reviewOn, m_services.records.today()));
        m_versionSoft->setText(soft);
        m_signOff->setText(draft ? tr("Ask &for sign-off") : agreed ? tr("Change the sig&n-off") : tr("Record sig&n-off"));
        m_signOff->setProperty("look", agreed ? QString() : u"primary"_s);
        m_signOff->style()->unpolish(m_signOff);
        m_signOff->style()->polish(m_signOff);
    }
    rebuildAreas();
    if (!m_editor)
        rebuildArea();
}

void CarePlanPage::showRecord(const RecordRef &record)
{
    const RecordType *type = kindOf(record.kind);
    const auto known = type && record.id > 0 ? m_services.records.one(*type, record.id) : Result<KeptRow>(Error{});
    if (const auto area = known ? fromCode<Area>(known->row.text(u"area"_s)) : std::nullopt)
        showArea(*area);
}

QVariantMap CarePlanPage::leftAs() const { return {{u"area"_s, QString::fromLatin1(codeOf(m_area))}}; }

void CarePlanPage::bringBack(const QVariantMap &left)
{
    if (const auto area = fromCode<Area>(left.value(u"area"_s).toString()); area && *area != m_area)
        showArea(*area);
}

void CarePlanPage::rebuildAreas()
{
    const QWidget *focus = window()->focusWidget();
    const QString focused = focus && m_areas->isAncestorOf(focus) ? focus->objectName() : QString();
    m_areas->clear();
    for (QAbstractButton *old : m_areaButtons->buttons())
        m_areaButtons->removeButton(old);
    for (const Area area : allOf<Area>()) {
        AreaView view;
        view.area = area;
        if (m_plan)
            view = m_plan->current.areas[size_t(area)];
        const bool notNow = view.answer && view.answer->value.notNow;
        const QString soft = notNow ? tr("not now, %1’s choice").arg(m_called)
            : !view.isTalkedAbout() ? tr("not talked about yet")
            : view.goals.isEmpty()  ? tr("no goal for now")
                                    : words::goals(view.goals.size());
        auto *pick = new AreaButton(area, soft, view.answer ? view.answer->value.selfRating : std::nullopt, area == m_area);
        m_areaButtons->addButton(pick);
        connect(pick, &AreaButton::clicked, this, [this, area] { showArea(area); });
        m_areas->body()->addWidget(pick);
        if (pick->objectName() == focused)
            giveKeys(pick);
    }
    m_areas->body()->addStretch();
}

void CarePlanPage::showArea(Area area)
{
    leaveEditor();
    m_area = area;
    announce(this, Went::Elsewhere);
    closeEditor(QString::fromLatin1(codeOf(area)));
}

void CarePlanPage::addWords(const AreaView &area)
{
    auto *card = new Card(tr("In %1’s words").arg(m_called));
    auto *edit = button(tr("E&dit"), "link");
    edit->setObjectName(u"editArea"_s);
    edit->setAccessibleName(tr("Edit words and ratings"));
    edit->setEnabled(mayWrite());
    connect(edit, &QPushButton::clicked, this, &CarePlanPage::editArea);
    card->addToTitle(edit);
    if (!m_services.drafts.at(areaDraft(area.area)).isEmpty())
        card->addToTitle(chip(tr("Typed, not saved yet"), "attention"));
    const CarePlanArea answer = area.answer ? area.answer->value : CarePlanArea();
    const QString nothing = area.isTalkedAbout() ? tr("Nothing written yet.") : tr("Not talked about yet.");
    card->body()->addWidget(
        label(answer.ownWords.isEmpty() ? nothing : u'“' + answer.ownWords + u'”', answer.ownWords.isEmpty() ? "soft" : "quote", true));
    QStringList said;
    said.append(answer.selfRating ? tr("Where %1 puts themselves: %2 of 10").arg(m_called, QString::number(*answer.selfRating))
                                  : tr("No rating yet"));
    if (answer.readiness)
        said.append(tr("ready to change: %1 of 10").arg(*answer.readiness));
    if (answer.notNow)
        said.append(tr("not now, their choice"));
    card->body()->addWidget(label(said.join(u" · "_s), "soft", true));
    m_right->addWidget(card);
}

void CarePlanPage::setDone(const QString &thread, bool done)
{
    const Done noted = m_services.plans.noteStep(m_person, thread, done ? StepStatus::Completed : StepStatus::ToDo, {});
    m_navigator.answer(noted, tr("Saved"));
    if (!noted)
        rebuildArea(); // the tick shows what is on file
}

/// By when; in words once that is over and the step is not done.
QLabel *CarePlanPage::dueOf(const StepView &step) const
{
    const auto &due = step.step.value.dueOn;
    if (!due)
        return label({});
    const QDate today = m_services.records.today();
    const QString day = words::dayAndMonth(*due, today);
    const bool isOpen = !step.progress || step.progress->status != StepStatus::Completed;
    return *due < today && isOpen ? chip(tr("Overdue since %1").arg(day), "attention") : label(day);
}

void CarePlanPage::addStep(Card *card, const GoalView &goal, const StepView &step)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    auto *tick = new QCheckBox;
    const bool done = step.progress && step.progress->status == StepStatus::Completed;
    tick->setChecked(done);
    tick->setEnabled(mayWrite());
    tick->setAccessibleName(tr("Done: %1").arg(step.step.value.what));
    connect(tick, &QCheckBox::toggled, this, [this, thread = step.step.value.thread](bool on) { setDone(thread, on); });
    row->addWidget(tick);
    auto *what = new TextButton(step.step.value.what);
    what->setToolTip(tr("Change this step"));
    what->setObjectName(stepName(step.step.value.thread));
    what->setEnabled(mayWrite());
    connect(what, &QPushButton::clicked, this, [this, thread = goal.goal.value.thread, step] { editStep(thread, step); });
    row->addWidget(what, 5);
    auto *whoLabel = label(breakable(step.names.join(u", "_s)), "", true);
    whoLabel->setMinimumWidth(Theme::scaled(60));
    QLabel *due = dueOf(step);
    QLabel *state = done ? chip(tr("Done %1").arg(words::dayAndMonth(step.progress->onDay, m_services.records.today())), "done")
        : step.progress && step.progress->status == StepStatus::UnderWay ? chip(tr("Under way"), "primary")
                                                                         : label({});
    auto *progress = button(tr("Note…"), "link");
    progress->setObjectName(u"noteStep"_s);
    progress->setAccessibleName(tr("Note how it goes: %1").arg(step.step.value.what));
    progress->setEnabled(mayWrite());
    connect(progress, &QPushButton::clicked, this, [this, step] { noteStep(step); });
    if (isNarrow()) { // who and when go below what
        card->body()->addLayout(row);
        row = nullptr;
        auto *below = new FlowLayout(12);
        for (QWidget *part : {static_cast<QWidget *>(whoLabel), static_cast<QWidget *>(due), static_cast<QWidget *>(state),
                 static_cast<QWidget *>(progress)})
            below->addWidget(part);
        card->body()->addLayout(below);
    } else {
        state->setMinimumWidth(Theme::scaled(96));
        row->addWidget(whoLabel, 2);
        row->addWidget(due, 1);
        row->addWidget(state);
        row->addWidget(progress);
        card->body()->addLayout(row);
    }
    if (step.progress && !step.progress->outcome.isEmpty())
        card->body()->addWidget(label(step.progress->outcome, "soft", true));
}

void CarePlanPage::addGoal(const GoalView &view)
{
    const Goal &goal = view.goal.value;
    auto *card = new Card(goal.statement);
    const bool agreed = goal.agreement == GoalAgreement::Agreed;
    card->addToTitle(chip(agreed ? tr("Agreed with %1").arg(m_called) : words::labelFor(goal.agreement), agreed ? "primary" : "attention"));
    if (view.progress && view.progress->status != GoalStatus::NotStarted)
        card->addToTitle(chip(words::labelFor(view.progress->status), view.progress->status == GoalStatus::Achieved ? "done" : "neutral"));
    if (goal.reviewOn)
        card->addToTitle(label(tr("Review %1").arg(words::dayAndMonth(*goal.reviewOn, m_services.records.today())), "soft"));
    auto *edit = button(tr("Edit"), "link");
    edit->setObjectName(goalName(goal.thread));
    edit->setAccessibleName(tr("Edit the goal: %1").arg(goal.statement));
    edit->setEnabled(mayWrite());
    connect(edit, &QPushButton::clicked, this, [this, goal] { editGoal(goal); });
    card->addToTitle(edit);
    for (const StepView &step : view.steps)
        addStep(card, view, step);
    if (view.progress && !view.progress->note.isEmpty())
        card->body()->addWidget(
            label(u"%1, %2: %3"_s.arg(words::labelFor(view.progress->status), words::date(view.progress->onDay), view.progress->note),
                "soft", true));
    if (!goal.barriers.isEmpty())
        card->body()->addWidget(label(tr("What gets in the way: %1").arg(goal.barriers), "soft", true));
    auto *buttons = wrappingLine(6);
    auto *add = button(tr("+ Add a step"), "link");
    add->setObjectName(u"addStep"_s);
    add->setProperty("goal", goal.thread);
    add->setToolTip(addStepKeys().toString(QKeySequence::NativeText));
    card->setProperty("goal", goal.thread);
    add->setAccessibleName(tr("Add a step to: %1").arg(goal.statement));
    add->setEnabled(mayWrite());
    connect(add, &QPushButton::clicked, this, [this, thread = goal.thread] { editStep(thread, {}); });
    buttons->addWidget(add);
    const bool achieved = view.progress && view.progress->status == GoalStatus::Achieved;
    auto *achieve = button(achieved ? tr("Not achieved after all") : tr("Achieved"), "link");
    achieve->setAccessibleName(achieve->text() + u": "_s + goal.statement);
    achieve->setEnabled(mayWrite());
    connect(achieve, &QPushButton::clicked, this, [this, thread = goal.thread, achieved] {
        const Done noted = m_services.plans.noteGoal(m_person, thread, achieved ? GoalStatus::UnderWay : GoalStatus::Achieved, {});
        m_navigator.answer(noted, tr("Saved"));
    });
    buttons->addWidget(achieve);
    auto *progress = button(tr("Note how it goes…"), "link");
    progress->setObjectName(u"noteGoal"_s);
    progress->setAccessibleName(tr("Note how it goes: %1").arg(goal.statement));
    progress->setEnabled(mayWrite());
    connect(progress, &QPushButton::clicked, this, [this, view] { noteGoal(view); });
    buttons->addWidget(progress);
    auto *remove = button(tr("Take out of the plan"), "link");
    remove->setAccessibleName(tr("Take out of the plan: %1").arg(goal.statement));
    remove->setEnabled(mayWrite());
    connect(remove, &QPushButton::clicked, this, [this, thread = goal.thread] {
        const Done removed = m_services.plans.removeGoal(m_person, thread);
        m_navigator.answer(removed, tr("Taken out of the draft; earlier versions keep it"));
    });
    buttons->addWidget(remove);
    pushRight(buttons);
    card->body()->addLayout(buttons);
    m_right->addWidget(card);
}

void CarePlanPage::rebuildArea()
{
    emptyLayout(m_right);
    AreaView view;
    view.area = m_area;
    if (m_plan)
        view = m_plan->current.areas[size_t(m_area)];
    addWords(view);
    for (const GoalView &goal : view.goals)
        addGoal(goal);
    auto *add = button(tr("+ Add a goa&l in %1").arg(words::labelFor(m_area)));
    add->setObjectName(u"addGoal"_s);
    add->setEnabled(mayWrite());
    connect(add, &QPushButton::clicked, this, [this] { editGoal({}); });
    m_right->addWidget(add, 0, Qt::AlignLeft);
    m_right->addStretch();
}

/// To the goal where the keys are, else to the last one.
void CarePlanPage::addStepByKey()
{
    if (m_editor || !mayWrite() || !m_plan)
        return;
    const QList<GoalView> &goals = m_plan->current.areas[size_t(m_area)].goals;
    QString thread = goals.isEmpty() ? QString() : goals.last().goal.value.thread;
    for (const QWidget *at = window()->focusWidget(); at && at != this; at = at->parentWidget())
        if (const QString goal = at->property("goal").toString(); !goal.isEmpty())
            thread = goal;
    if (thread.isEmpty())
        m_navigator.refuse(tr("A step belongs to a goal: add a goal first."));
    else
        editStep(thread, {});
}

void CarePlanPage::showChanges()
{
    if (!m_plan) {
        m_navigator.refuse(tr("There is no plan yet: nothing can have changed."));
        return;
    }
    leaveEditor();
    m_editor = nullptr; // its draft is kept
    const auto changes = m_services.plans.whatChanged(m_plan->current.version.id);
    emptyLayout(m_right);
    const qint64 now = m_plan->current.version.value.versionNumber;
    const bool isFirst = now == 1;
    auto *card = new Card(tr("What changed"), isFirst ? QString() : tr("from version %1 to version %2").arg(now - 1).arg(now));
    auto *close = button(tr("Back to the plan"), "link");
    connect(close, &QPushButton::clicked, this, [this] { closeEditor(u"planChanges"_s); });
    close->setObjectName(u"backToPlan"_s);
    card->addToTitle(close);
    if (changes)
        for (const PlanChange &change : *changes)
            card->body()->addWidget(label(words::planChange(change, m_services.records.choices()), "", true));
    if (!changes || changes->isEmpty())
        card->body()->addWidget(label(!changes ? words::error(changes.error())
                : isFirst                      ? tr("This is the first version: there is none before it.")
                                               : tr("Nothing was changed."),
            "soft", true));
    m_right->addWidget(card);
    m_right->addStretch();
    giveKeys(close);
}

void CarePlanPage::preview(print::CopyKind kind) { previewPlan(m_person, kind, m_services, m_navigator); }

} // namespace keywork
