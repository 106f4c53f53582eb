// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/overview_page.h"

#include "core/services/care/care_plans.h"
#include "core/services/care/stages.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/checks/check_rounds.h"
#include "ui/text/person_details.h"
#include "ui/text/timeline_reading.h"
#include "ui/text/timeline_words.h"
#include "ui/text/words.h"
#include "ui/text/words_plan.h"
#include "ui/theme/theme.h"
#include "ui/widgets/charts.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

OverviewPage::OverviewPage(
    Id<Person> person, const Services &services, const Navigator &navigator, std::function<void(const QString &)> showTab, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    m_rounds = new CheckRounds(person, services, navigator);
    layout->addWidget(m_rounds); // first: without a parent it would be a window
    m_rounds->setVisible(!m_rounds->isEmpty());
    connect(m_rounds, &CheckRounds::reloaded, this, [this](bool isEmpty) { m_rounds->setVisible(!isEmpty); });
    m_open = new Card(tr("Still to be asked"), tr("taken in with a few words"));
    m_open->setObjectName(u"stillToAsk"_s);
    auto *record = button(tr("Open the record"), "link");
    connect(record, &QPushButton::clicked, this, [showTab] { showTab(u"record"_s); });
    m_open->addToTitle(record);
    layout->addWidget(m_open);
    m_stages = new Card(tr("Spectrum of need"), u" "_s);
    auto *change = button(tr("Record a change"), "link");
    change->setEnabled(services.records.session().may(Act::Write, Category::SubstanceUse));
    connect(change, &QPushButton::clicked, this, [showTab] { showTab(u"stages"_s); });
    m_stages->addToTitle(change);
    layout->addWidget(m_stages);
    auto *columns = columnsOrRows(14);
    m_plan = new Card(tr("Care plan"), u" "_s);
    auto *open = button(tr("Open the plan"), "link");
    connect(open, &QPushButton::clicked, this, [showTab] { showTab(u"plan"_s); });
    m_plan->addToTitle(open);
    m_recent = new Card(tr("Recent"), tr("newest first"));
    auto *all = button(tr("The whole timeline"), "link");
    connect(all, &QPushButton::clicked, this, [showTab] { showTab(u"timeline"_s); });
    m_recent->addToTitle(all);
    columns->addWidget(m_plan, 1);
    columns->addWidget(m_recent, 1);
    layout->addLayout(columns, 1);
}

void OverviewPage::reload()
{
    m_rounds->reload();
    reloadOpen();
    reloadStages();
    reloadPlan();
    reloadRecent();
}

void OverviewPage::reloadOpen()
{
    m_open->clear();
    const auto line = m_services.people.line(m_person);
    const QStringList open = line ? words::stillToAsk(*line, m_services.records.session()) : QStringList();
    m_open->setVisible(!open.isEmpty());
    m_open->body()->addWidget(label(open.join(u" · "_s), "", true));
}

void OverviewPage::reloadStages()
{
    m_stages->clear();
    const auto entries = m_services.stages.entries(m_person);
    m_stages->setVisible(bool(entries));
    if (!entries)
        return;
    const QDate today = m_services.records.today();
    const QList<StageMove> moves = stageMoves(*entries, today);
    auto *strip = new StageStrip;
    const auto present = presentStage(*entries);
    strip->setStage(present ? std::optional(present->stage) : std::nullopt);
    m_stages->body()->addWidget(strip);
    if (moves.isEmpty()) {
        m_stages->setSoft(tr("no stage recorded yet"));
        return;
    }
    const StageEntry &now = moves.last().entry.value;
    QStringList soft{tr("stage %1 since %2").arg(stageNumber(now.stage)).arg(words::dayAndMonth(now.fromOn, today))};
    if (moves.size() > 1) {
        const StageEntry &before = moves.at(moves.size() - 2).entry.value;
        soft.append(tr("was %1 from %2").arg(stageNumber(before.stage)).arg(words::dayAndMonth(before.fromOn, today)));
        if (moves.last().direction == Direction::Forward)
            soft.append(tr("moved forward"));
        if (moves.last().direction == Direction::Back)
            soft.append(tr("needed more support"));
    }
    soft.append(words::labelFor(now.agreement).toLower());
    m_stages->setSoft(soft.join(u" · "_s));
    auto *track = new StageTrack;
    track->setMoves(moves, today);
    m_stages->body()->addWidget(track);
}

void OverviewPage::reloadPlan()
{
    m_plan->clear();
    const auto plan = m_services.plans.planOf(m_person);
    m_plan->setVisible(bool(plan));
    if (!plan)
        return;
    if (!*plan) {
        m_plan->setSoft(tr("none yet"));
        m_plan->body()->addWidget(label(tr("A plan starts with what the resident wants, in their words."), "soft", true));
        m_plan->body()->addStretch();
        return;
    }
    const auto line = m_services.people.line(m_person);
    QString soft = line ? words::planStanding(line->plan, m_services.records.today()) : QString();
    if (line && line->plan.reviewOn)
        soft += u", "_s + tr("review %1").arg(words::dayAndMonth(*line->plan.reviewOn, m_services.records.today()));
    m_plan->setSoft(soft);
    int shown = 0;
    for (const AreaView &area : (*plan)->current.areas)
        for (const GoalView &goal : area.goals) {
            if (++shown > 6)
                break;
            auto *row = new QHBoxLayout;
            auto *sentences = new QVBoxLayout;
            sentences->setSpacing(1);
            sentences->addWidget(label(goal.goal.value.statement, "strong", true));
            const auto done = std::count_if(goal.steps.cbegin(), goal.steps.cend(),
                [](const StepView &step) { return step.progress && step.progress->status == StepStatus::Completed; });
            sentences->addWidget(
                label(words::shortLabelFor(area.area) + u" · "_s + tr("%1 of %2 steps done").arg(done).arg(goal.steps.size()), "soft"));
            row->addLayout(sentences, 1);
            const bool begun = std::any_of(goal.steps.cbegin(), goal.steps.cend(),
                [](const StepView &step) { return step.progress && step.progress->status != StepStatus::ToDo; });
            const GoalStatus status = goal.progress ? goal.progress->status : begun ? GoalStatus::UnderWay : GoalStatus::NotStarted;
            row->addWidget(chip(words::labelFor(status), status == GoalStatus::Achieved ? "done" : "primary"), 0, Qt::AlignTop);
            m_plan->body()->addLayout(row);
            m_plan->body()->addWidget(rule());
        }
    if (shown == 0)
        m_plan->body()->addWidget(label(tr("No goals yet."), "soft"));
    m_plan->body()->addStretch();
}

void OverviewPage::reloadRecent()
{
    m_recent->clear();
    constexpr int kRecent = 7;
    const auto lines = TimelineReading(m_services, {.person = m_person}).next(kRecent);
    if (!lines)
        return;
    const Clock &clock = m_services.records.clock();
    for (const SaidLine &said : *lines) {
        auto *row = new QHBoxLayout;
        auto *day = label(words::timelineDay(said.line, clock), "soft", true);
        day->setFixedWidth(Theme::scaled(110));
        row->addWidget(day, 0, Qt::AlignTop);
        row->addWidget(label(words::shortened(said.sentence, 160), "", true), 1);
        m_recent->body()->addLayout(row);
    }
    if (lines->isEmpty())
        m_recent->body()->addWidget(label(tr("Nothing yet that you may see."), "soft", true));
    m_recent->body()->addStretch();
}

} // namespace keywork
