// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/care_plan/care_plan_page.h"

#include "core/base/text.h"
#include "ui/forms/record_editor.h"
#include "ui/print/care_plan_document.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/charts.h"
#include "ui/widgets/parts.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QLineEdit>
#include <QScrollArea>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

CarePlanPage::CarePlanPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto *top = new QHBoxLayout;
    m_version = label({}, "cardTitle");
    m_version->setObjectName(u"planVersion"_s);
    m_versionSoft = label({}, "soft");
    top->addWidget(m_version);
    top->addWidget(m_versionSoft);
    top->addStretch();
    auto *details = button(tr("&Whole plan"), "link");
    m_changes = button(tr("What chan&ged"), "link");
    m_print = button(tr("Pre&view and print"));
    m_print->setObjectName(u"previewPlan"_s);
    m_signOff = button(tr("&Ask for sign-off"), "primary");
    m_signOff->setObjectName(u"askForSignOff"_s);
    for (QPushButton *each : {details, m_changes, m_print, m_signOff})
        top->addWidget(each);
    connect(details, &QPushButton::clicked, this, &CarePlanPage::editDetails);
    connect(m_changes, &QPushButton::clicked, this, &CarePlanPage::showChanges);
    connect(m_print, &QPushButton::clicked, this, [this] { preview(false); });
    connect(m_signOff, &QPushButton::clicked, this, &CarePlanPage::askForSignOff);
    layout->addLayout(top);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(14);
    m_areas = new Card;
    m_areas->setFixedWidth(Theme::scaled(300));
    auto *areaScroll = new QScrollArea;
    areaScroll->setWidgetResizable(true);
    areaScroll->setWidget(m_areas);
    areaScroll->setFixedWidth(Theme::scaled(304));
    areaScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_areaButtons = new QButtonGroup(this);
    columns->addWidget(areaScroll);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    auto *right = new QWidget;
    m_right = new QVBoxLayout(right);
    m_right->setContentsMargins(0, 0, 6, 0);
    m_right->setSpacing(14);
    scroll->setWidget(right);
    columns->addWidget(scroll, 1);
    layout->addLayout(columns, 1);
}

bool CarePlanPage::mayWrite() const { return m_services.records.session().may(Act::Write, Category::CarePlan); }

void CarePlanPage::reload()
{
    const auto plan = m_services.plans.planOf(m_person);
    if (!plan)
        return;
    m_plan = *plan;
    if (const auto line = m_services.people.line(m_person)) {
        m_called = line->person.value.shortName();
        m_keyworker = line->keyworker.section(u' ', 0, 0);
    }
    const bool some = m_plan.has_value();
    m_changes->setEnabled(some && m_plan->versions.size() > 1);
    m_print->setEnabled(some);
    m_signOff->setEnabled(some && mayWrite());
    if (!some) {
        m_version->setText(tr("No plan yet"));
        m_versionSoft->setText(tr("it starts with the first words, rating or goal"));
    } else {
        const CarePlanVersion &now = m_plan->current.version.value;
        const bool draft = now.state == VersionState::Draft;
        m_version->setText(draft ? tr("Version %1, draft").arg(now.versionNumber) : tr("Version %1, printed").arg(now.versionNumber));
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
            soft += u" · "_s + tr("review %1").arg(words::dayAndMonth(*now.reviewOn));
        m_versionSoft->setText(soft);
        m_signOff->setText(draft ? tr("&Ask for sign-off") : tr("Record s&ign-off"));
    }
    rebuildAreas();
    if (!m_editor)
        rebuildArea();
}

void CarePlanPage::rebuildAreas()
{
    const bool hadFocus = m_areaButtons->checkedButton() && m_areaButtons->checkedButton()->hasFocus();
    m_areas->clear();
    for (QAbstractButton *old : m_areaButtons->buttons())
        m_areaButtons->removeButton(old);
    for (const Area area : allOf<Area>()) {
        AreaView view;
        view.area = area;
        if (m_plan)
            view = m_plan->current.areas[size_t(area)];
        auto *pick = button({}, "area");
        pick->setCheckable(true);
        pick->setChecked(area == m_area);
        pick->setObjectName(QString::fromLatin1(codeOf(area)));
        auto *line = new QHBoxLayout(pick);
        line->setContentsMargins(8, 6, 8, 6);
        auto *sentences = new QVBoxLayout;
        sentences->setSpacing(1);
        auto *name = label(words::labelFor(area), area == m_area ? "strong" : "", true);
        name->setFixedWidth(Theme::scaled(168));
        sentences->addWidget(name);
        const bool notNow = view.answer && view.answer->value.notNow;
        const QString soft = notNow ? tr("not now, %1’s choice").arg(m_called)
            : view.goals.isEmpty()  ? tr("none yet")
                                    : words::goals(view.goals.size());
        sentences->addWidget(label(soft, "soft"));
        line->addLayout(sentences, 1);
        auto *bar = new RatingBar(view.answer ? view.answer->value.selfRating : std::nullopt);
        line->addWidget(bar, 0, Qt::AlignTop);
        for (QWidget *inside : pick->findChildren<QWidget *>())
            inside->setAttribute(Qt::WA_TransparentForMouseEvents);
        pick->setAccessibleName(words::labelFor(area) + u", "_s + soft + u", "_s + bar->accessibleName());
        pick->setFixedHeight(name->heightForWidth(name->width()) + Theme::scaled(16) + 14);
        m_areaButtons->addButton(pick);
        connect(pick, &QPushButton::clicked, this, [this, area] { showArea(area); });
        m_areas->body()->addWidget(pick);
        if (hadFocus && area == m_area)
            pick->setFocus();
    }
    m_areas->body()->addStretch();
}

void CarePlanPage::showArea(Area area)
{
    m_area = area;
    closeEditor();
    rebuildAreas();
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
    const CarePlanArea answer = area.answer ? area.answer->value : CarePlanArea();
    card->body()->addWidget(label(answer.ownWords.isEmpty() ? tr("Nothing written yet.") : u'“' + answer.ownWords + u'”',
        answer.ownWords.isEmpty() ? "soft" : "quote", true));
    QStringList said;
    said.append(answer.selfRating ? tr("Where %1 puts themselves: %2 of 10").arg(m_called).arg(*answer.selfRating) : tr("No rating yet"));
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
    m_navigator.say(noted ? tr("Saved") : words::error(noted.error()));
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
    auto *what = button(step.step.value.what, "link");
    what->setText(QString(step.step.value.what).replace(u'&', u"&&"_s));
    what->setToolTip(tr("Change this step"));
    what->setEnabled(mayWrite());
    what->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(what, &QPushButton::clicked, this, [this, thread = goal.goal.value.thread, step] { editStep(thread, step); });
    row->addWidget(what, 5);
    QStringList names;
    for (const Kept<StepWho> &who : step.who)
        names.append(who.value.name);
    auto *whoLabel = label(names.join(u", "_s));
    whoLabel->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(whoLabel, 2);
    row->addWidget(label(step.step.value.dueOn ? words::dayAndMonth(*step.step.value.dueOn) : QString()), 1);
    QLabel *state = done ? chip(tr("Done %1").arg(words::dayAndMonth(step.progress->onDay)), "done")
        : step.progress && step.progress->status == StepStatus::UnderWay ? chip(tr("Under way"), "primary")
                                                                         : label({});
    state->setMinimumWidth(Theme::scaled(96));
    row->addWidget(state);
    card->body()->addLayout(row);
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
        card->addToTitle(label(tr("Review %1").arg(words::dayAndMonth(*goal.reviewOn)), "soft"));
    auto *edit = button(tr("Edit"), "link");
    edit->setAccessibleName(tr("Edit the goal: %1").arg(goal.statement));
    edit->setEnabled(mayWrite());
    connect(edit, &QPushButton::clicked, this, [this, goal] { editGoal(goal); });
    card->addToTitle(edit);
    for (const StepView &step : view.steps)
        addStep(card, view, step);
    if (!goal.barriers.isEmpty())
        card->body()->addWidget(label(tr("What gets in the way: %1").arg(goal.barriers), "soft", true));
    auto *buttons = new QHBoxLayout;
    auto *add = button(tr("+ Add a step"), "link");
    add->setObjectName(u"addStep"_s);
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
        m_navigator.say(noted ? tr("Saved") : words::error(noted.error()));
    });
    buttons->addWidget(achieve);
    auto *remove = button(tr("Take out of the plan"), "link");
    remove->setAccessibleName(tr("Take out of the plan: %1").arg(goal.statement));
    remove->setEnabled(mayWrite());
    connect(remove, &QPushButton::clicked, this, [this, thread = goal.thread] {
        const Done removed = m_services.plans.removeGoal(m_person, thread);
        m_navigator.say(removed ? tr("Taken out of the draft; earlier versions keep it") : words::error(removed.error()));
    });
    buttons->addWidget(remove);
    buttons->addStretch();
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

void CarePlanPage::open(RecordEditor *editor)
{
    emptyLayout(m_right);
    m_editor = editor;
    auto *card = new Card;
    card->body()->addWidget(editor);
    m_right->addWidget(card);
    m_right->addStretch();
    connect(editor, &RecordEditor::saved, this, [this] {
        m_navigator.say(tr("Saved"));
        closeEditor();
    });
    connect(editor, &RecordEditor::cancelled, this, &CarePlanPage::closeEditor);
}

void CarePlanPage::closeEditor()
{
    m_editor = nullptr;
    reload();
    rebuildArea();
}

void CarePlanPage::editArea()
{
    CarePlanArea answer;
    answer.area = m_area;
    if (m_plan && m_plan->current.areas[size_t(m_area)].answer)
        answer = m_plan->current.areas[size_t(m_area)].answer->value;
    const Services services = m_services;
    open(new RecordEditor({.type = recordType<CarePlanArea>(),
                              .title = words::labelFor(m_area),
                              .start = toRow(answer),
                              .place = u"care_plan_area/%1/%2"_s.arg(m_person.value).arg(int(m_area)),
                              .save = [services, person = m_person](const Row &row) -> Done {
                                  const auto content = recordType<CarePlanArea>().fromRow(row);
                                  Row complete = row; // the service fills in what it belongs to
                                  complete.set(u"version_id"_s, qint64(1));
                                  complete.set(u"person_id"_s, person.value);
                                  const Violations wrong = services.records.check(complete);
                                  if (!content || !wrong.isEmpty())
                                      return invalid(wrong);
                                  return services.plans.saveArea(person, *content);
                              }},
        m_services));
    m_editor->form()->editor(u"own_words"_s)->input()->setFocus();
}

void CarePlanPage::editDetails()
{
    CarePlanVersion content;
    if (m_plan)
        content = m_plan->current.version.value;
    const Services services = m_services;
    open(new RecordEditor({.type = recordType<CarePlanVersion>(),
                              .title = tr("The plan as a whole"),
                              .start = toRow(content),
                              .place = u"care_plan_version/"_s + QString::number(m_person.value),
                              .save = [services, person = m_person](const Row &row) -> Done {
                                  const auto changed = recordType<CarePlanVersion>().fromRow(row);
                                  return changed ? services.plans.saveDetails(person, *changed)
                                                 : Done(invalid(services.records.check(row)));
                              }},
        m_services));
    m_editor->form()->editor(u"in_my_words"_s)->input()->setFocus();
}

void CarePlanPage::editGoal(const std::optional<Goal> &known)
{
    Goal goal = known.value_or(Goal());
    goal.area = m_area;
    const Services services = m_services;
    open(new RecordEditor({.type = recordType<Goal>(),
                              .title = known ? tr("Goal") : tr("New goal in %1").arg(words::labelFor(m_area)),
                              .start = toRow(goal),
                              .place = u"goal/%1/%2/%3"_s.arg(m_person.value).arg(int(m_area)).arg(goal.thread),
                              .save = [services, person = m_person, area = m_area, thread = goal.thread](const Row &row) -> Done {
                                  auto content = recordType<Goal>().fromRow(row);
                                  if (!content)
                                      return invalid(services.records.check(row));
                                  content->area = area;
                                  content->thread = thread;
                                  auto kept = services.plans.saveGoal(person, *content);
                                  return kept ? Done() : Done(kept.error());
                              }},
        m_services));
    m_editor->form()->editor(u"statement"_s)->input()->setFocus();
}

QString CarePlanPage::defaultWho() const { return m_keyworker.isEmpty() ? m_called : m_called + u", "_s + m_keyworker; }

QList<StepActorName> CarePlanPage::whoFrom(const QString &typed) const
{
    QList<StepActorName> who;
    const auto staff = m_services.records.all<Staff>();
    const auto agencies = m_services.records.all<Agency>();
    for (const QString &part : typed.split(u',', Qt::SkipEmptyParts)) {
        const QString name = part.simplified();
        if (name.isEmpty())
            continue;
        StepActor actor = StepActor::Other;
        const auto isStaff = [&](const Kept<Staff> &member) {
            return folded(member.value.name) == folded(name) || folded(member.value.name.section(u' ', 0, 0)) == folded(name);
        };
        const auto isAgency = [&](const Kept<Agency> &agency) { return folded(agency.value.name) == folded(name); };
        if (folded(name) == folded(m_called))
            actor = StepActor::Resident;
        else if (staff && std::any_of(staff->cbegin(), staff->cend(), isStaff))
            actor = StepActor::Keyworker;
        else if (agencies && std::any_of(agencies->cbegin(), agencies->cend(), isAgency))
            actor = StepActor::Agency;
        who.append({actor, name});
    }
    return who;
}

void CarePlanPage::editStep(const QString &goalThread, const std::optional<StepView> &known)
{
    const Step step = known ? known->step.value : Step();
    auto *who = new QLineEdit(defaultWho());
    who->setObjectName(u"who"_s);
    if (known) {
        QStringList names;
        for (const Kept<StepWho> &actor : known->who)
            names.append(actor.value.name);
        who->setText(names.join(u", "_s));
    }
    auto *extra = new QWidget;
    auto *layout = new QVBoxLayout(extra);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *title = label(tr("Who carries it *"), "fieldLabel");
    title->setBuddy(who);
    layout->addWidget(title);
    layout->addWidget(who);
    layout->addWidget(label(tr("Names with commas between them: the resident, staff, an agency, anyone else."), "soft", true));
    const Services services = m_services;
    open(new RecordEditor({.type = recordType<Step>(),
                              .title = known ? tr("Step") : tr("New step"),
                              .start = toRow(step),
                              .place = u"step/%1/%2/%3"_s.arg(m_person.value).arg(goalThread, step.thread),
                              .save = [this, services, goalThread, who, thread = step.thread](const Row &row) -> Done {
                                  auto content = recordType<Step>().fromRow(row);
                                  if (!content)
                                      return invalid(services.records.check(row));
                                  content->thread = thread;
                                  auto kept = services.plans.saveStep(m_person, goalThread, *content, whoFrom(who->text()));
                                  return kept ? Done() : Done(kept.error());
                              },
                              .extra = extra},
        m_services));
    if (known) {
        auto *remove = button(tr("Take this step out of the plan"), "link");
        connect(remove, &QPushButton::clicked, this, [this, thread = step.thread] {
            const Done removed = m_services.plans.removeStep(m_person, thread);
            m_navigator.say(removed ? tr("Taken out of the draft; earlier versions keep it") : words::error(removed.error()));
            closeEditor();
        });
        layout->addWidget(remove, 0, Qt::AlignLeft);
    }
    m_editor->form()->editor(u"what"_s)->input()->setFocus();
}

void CarePlanPage::showChanges()
{
    if (!m_plan)
        return;
    const auto changes = m_services.plans.whatChanged(m_plan->current.version.id);
    emptyLayout(m_right);
    auto *card = new Card(tr("What changed"),
        tr("from version %1 to version %2")
            .arg(m_plan->current.version.value.versionNumber - 1)
            .arg(m_plan->current.version.value.versionNumber));
    auto *close = button(tr("Back to the plan"), "link");
    connect(close, &QPushButton::clicked, this, &CarePlanPage::closeEditor);
    card->addToTitle(close);
    if (changes)
        for (const PlanChange &change : *changes)
            card->body()->addWidget(label(words::planChange(change, m_services.records.choices()), "", true));
    if (!changes || changes->isEmpty())
        card->body()->addWidget(label(changes ? tr("Nothing was changed.") : words::error(changes.error()), "soft", true));
    m_right->addWidget(card);
    m_right->addStretch();
}

void CarePlanPage::preview(bool discreet)
{
    if (!m_plan)
        return;
    const Kept<CarePlanVersion> version = m_plan->current.version;
    const auto snapshot = m_services.plans.snapshotOf(version.id);
    if (!snapshot) {
        m_navigator.say(words::error(snapshot.error()));
        return;
    }
    auto kept = std::make_shared<std::optional<Kept<Disclosure>>>();
    const Services services = m_services;
    m_navigator.preview(
        print::carePlanDocument(*snapshot, version.value.fingerprint, discreet ? print::CopyKind::Discreet : print::CopyKind::Full),
        version.value.state == VersionState::Draft ? tr("Care plan, draft: not for signature")
                                                   : tr("Care plan, version %1").arg(version.value.versionNumber),
        u"care-plan-"_s + snapshot->planNumber + u"-v"_s + QString::number(snapshot->version),
        [services, person = m_person, name = snapshot->person, kept, discreet](const QByteArray &bytes) -> Done {
            auto noted = services.sharing.notePrint(
                person, discreet ? DisclosureKind::DiscreetCarePlanPrint : DisclosureKind::CarePlanPrint, name, bytes, {});
            if (!noted)
                return noted.error();
            *kept = *noted;
            return {};
        },
        [services, kept] {
            if (*kept)
                Q_UNUSED(bool(services.sharing.didNotLeave(**kept)));
        });
}

void CarePlanPage::askForSignOff()
{
    if (!m_plan)
        return;
    if (m_plan->current.version.value.state == VersionState::Issued) {
        openSignOff(m_plan->current.version);
        return;
    }
    const auto issued = m_services.plans.issue(m_person);
    if (!issued) {
        m_navigator.say(words::error(issued.error()));
        return;
    }
    reload();
    preview(false);
}

void CarePlanPage::openSignOff(const Kept<CarePlanVersion> &version)
{
    SignOff said;
    said.versionId = version.id;
    said.personId = m_person;
    said.kind = SignOffKind::SignedOnPaper;
    said.onDay = m_services.records.today();
    said.fingerprint = version.value.fingerprint;
    Row start = toRow(said);
    const Services services = m_services;
    open(new RecordEditor({.type = recordType<SignOff>(),
                              .title = tr("Version %1, fingerprint %2: the paper has to show the same")
                                           .arg(version.value.versionNumber)
                                           .arg(version.value.fingerprint),
                              .start = start,
                              .place = u"sign_off/"_s + QString::number(version.id.value),
                              .save = [services](const Row &row) -> Done {
                                  const auto content = recordType<SignOff>().fromRow(row);
                                  if (!content)
                                      return invalid(services.records.check(row));
                                  auto kept = services.plans.signOff(*content);
                                  return kept ? Done() : Done(kept.error());
                              },
                              .saveText = tr("Record")},
        m_services));
    m_editor->form()->editor(u"kind"_s)->input()->setFocus();
}

} // namespace keywork
