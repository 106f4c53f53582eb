// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/today/first_steps_card.h"

#include "core/services/records/records.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_first_hour.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Where the step is done; the demonstration is a file of its own and no place of this one.
Visit placeOf(FirstStep step)
{
    switch (step) {
    case FirstStep::Rooms:
        return {.place = u"new-rooms"_s};
    case FirstStep::Team:
        return {.place = u"team"_s};
    case FirstStep::Agencies:
        return {.place = u"partners"_s};
    case FirstStep::SecondPlace:
        return {.place = u"backups"_s};
    case FirstStep::RecoveryKey:
    case FirstStep::Wording:
        return {.place = u"house"_s};
    case FirstStep::Demonstration:
        break;
    }
    return {};
}

QString named(const char *what, FirstStep step) { return QString::fromLatin1(what) + u'-' + QString::fromLatin1(codeOf(step)); }

} // namespace

FirstStepsCard::FirstStepsCard(const Services &services, const Navigator &navigator, QWidget *parent)
    : Card(tr("First steps"), {}, parent)
    , m_services(services)
    , m_navigator(navigator)
{
    setObjectName(u"firstSteps"_s);
    hide();
}

void FirstStepsCard::reload()
{
    const auto all = m_services.firstSteps.all();
    QList<FirstStepNow> steps = all ? *all : QList<FirstStepNow>();
    if (!m_navigator.demonstration)
        steps.removeIf([](const FirstStepNow &now) { return now.step == FirstStep::Demonstration; });
    const auto isOver = [](const FirstStepNow &now) { return now.isDone || now.isPutAway; };
    const auto over = std::count_if(steps.cbegin(), steps.cend(), isOver);
    const bool hadFocus = window()->focusWidget() && isAncestorOf(window()->focusWidget());
    clear();
    setVisible(!all || over < steps.size());
    if (!all)
        return body()->addWidget(label(words::error(all.error()), "problem", true));
    setSoft(tr("%1 of %2 done").arg(over).arg(steps.size()));
    QList<FirstStep> open;
    for (const FirstStepNow &now : std::as_const(steps)) {
        if (now.isPutAway)
            continue;
        addStep(now);
        if (!now.isDone)
            open.append(now.step);
    }
    auto *away = button(tr("Put all of this away"), "link");
    away->setObjectName(u"putAllAway"_s);
    connect(away, &QPushButton::clicked, this, [this, open] { putAway(open); });
    body()->addWidget(away, 0, Qt::AlignLeft);
    for (QPushButton *first : findChildren<QPushButton *>())
        if (hadFocus && !first->isHidden()) // those before are on their way out
            return first->setFocus(); // the keyboard goes on with what is next
}

void FirstStepsCard::addStep(const FirstStepNow &now)
{
    const QString title = words::labelFor(now.step);
    auto *line = columnsOrRows(Theme::isLarge() ? 4 : 12);
    auto *sentences = new QVBoxLayout;
    sentences->setSpacing(2);
    sentences->addWidget(label(title, "strong", true));
    if (!now.isDone)
        sentences->addWidget(label(words::firstStep(now.step), "soft", true));
    line->addLayout(sentences, 1);
    if (now.isDone) {
        line->addWidget(chip(tr("Done"), "done"), 0, Qt::AlignTop | Qt::AlignLeft);
    } else {
        QLayout *buttons = buttonsOf(line);
        auto *go = button(words::openFirstStep(now.step));
        go->setObjectName(named("firstStep", now.step));
        go->setAccessibleName(go->text() + u": "_s + title);
        connect(go, &QPushButton::clicked, this, [this, step = now.step] { open(step); });
        buttons->addWidget(go);
        auto *away = button(words::putFirstStepAway(now.step), "link");
        away->setObjectName(named("putAway", now.step));
        away->setAccessibleName(away->text() + u": "_s + title);
        connect(away, &QPushButton::clicked, this, [this, step = now.step] { putAway({step}); });
        buttons->addWidget(away);
    }
    body()->addLayout(line);
    body()->addWidget(rule());
}

void FirstStepsCard::open(FirstStep step)
{
    if (const Visit where = placeOf(step); !where.place.isEmpty())
        m_navigator.visit(where);
    else if (m_navigator.demonstration)
        m_navigator.demonstration();
}

void FirstStepsCard::putAway(const QList<FirstStep> &steps) { m_navigator.answer(m_services.firstSteps.putAway(steps), tr("Put away")); }

void showFirstStepsAgain(const Services &services, const Navigator &navigator)
{
    if (services.records.session().manages() && !services.firstSteps.mayBringBack())
        return navigator.refuse(FirstStepsCard::tr("No first step waits that was put away."));
    const Done back = services.firstSteps.bringBack();
    if (back)
        navigator.openPlace(u"today"_s);
    navigator.answer(back, FirstStepsCard::tr("The first steps stand on Today again"));
}

} // namespace keywork
