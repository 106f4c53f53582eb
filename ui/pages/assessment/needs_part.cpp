// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assessment/needs_part.h"

#include "core/services/care/care_plans.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/flow_layout.h"

using namespace Qt::StringLiterals;

namespace keywork {

NeedsPart::NeedsPart(const Kept<Assessment> &assessment, Stage stage, const Services &services, const Navigator &navigator)
    : Card(stage == Stage::SoFar ? tr("What this tells us so far") : tr("What this tells us"),
        stage == Stage::SoFar ? tr("from the answers that are kept") : tr("from the answers; whoever talked with them knows better"))
    , m_id(assessment.id)
    , m_person(assessment.value.personId)
    , m_stage(stage)
    , m_services(services)
    , m_navigator(navigator)
{
    reload();
}

void NeedsPart::reload()
{
    clear();
    const auto needs = m_services.assessments.tells(m_id);
    if (m_stage == Stage::SoFar && (!needs || needs->isEmpty()))
        hide();
    if (!needs) {
        body()->addWidget(label(words::error(needs.error()), "problem", true));
        return;
    }
    for (const NeedFound &need : *needs)
        addNeed(need);
    if (needs->isEmpty())
        body()->addWidget(label(tr("No answer points to a need or to an area of the plan."), "soft", true));
}

QString NeedsPart::called(const NeedFound &need) const
{
    if (need.need.isEmpty())
        return need.area ? words::labelFor(*need.area) : QString();
    return words::choice(m_services.records.choices(), u"need"_s, need.need);
}

void NeedsPart::addNeed(const NeedFound &need)
{
    auto *line = lineOrFlow(8);
    line->addWidget(label(called(need), "strong", true));
    if (need.area) {
        line->addWidget(label(words::shortLabelFor(*need.area), "soft"));
        const QString area = words::shortLabelFor(*need.area);
        line->addWidget(
            need.goals == 0 ? chip(tr("no goal yet for %1").arg(area.toLower()), "attention") : chip(words::goals(need.goals), "done"));
    }
    pushRight(line);
    if (need.area && m_services.records.mayChange(recordType<Goal>())) {
        auto *make = button(need.goals == 0 ? tr("Make it a goal") : tr("Make another goal"));
        make->setObjectName(u"goal-%1-%2"_s.arg(need.need, QLatin1String(codeOf(*need.area))));
        make->setAccessibleName(tr("Make it a goal: %1").arg(called(need)));
        connect(
            make, &QPushButton::clicked, this, [this, need] { makeGoal(need); }, Qt::QueuedConnection);
        line->addWidget(make);
    }
    body()->addLayout(line);
    body()->addWidget(label(need.because.join(u"\n"_s), "soft", true));
}

void NeedsPart::makeGoal(const NeedFound &need)
{
    Goal goal;
    goal.area = *need.area;
    goal.statement = called(need);
    goal.identifiedBy = IdentifiedBy::Staff; // until they say it in their own words
    const auto made = m_services.plans.saveGoal(m_person, goal);
    if (!made)
        return made.error().kind == ErrorKind::Invalid ? m_navigator.refuse(words::violation(made.error().violations.first()))
                                                       : m_navigator.refuse(made.error());
    m_navigator.say(tr("In the draft plan: %1. Word it together there.").arg(goal.statement));
    Q_EMIT goalMade();
}

} // namespace keywork
