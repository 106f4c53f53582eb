// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assessment/assessment_view.h"

#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/withdrawal_line.h"
#include "ui/pages/assessment/assessment_prints.h"
#include "ui/pages/assessment/needs_part.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

AssessmentView::AssessmentView(Id<Assessment> id, const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_services(services)
    , m_navigator(navigator)
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *inside = new QWidget;
    m_layout = new QVBoxLayout(inside);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(12);
    whole->addWidget(ownScroll(inside, Sideways::Never));
    reload();
}

void AssessmentView::reload()
{
    emptyLayout(m_layout);
    m_withdrawal = nullptr;
    const auto filled = m_services.assessments.read(m_id);
    if (!filled) {
        m_layout->addWidget(label(words::error(filled.error()), "problem", true));
        auto *close = button(tr("Close"));
        connect(close, &QPushButton::clicked, this, &AssessmentView::closed);
        m_layout->addWidget(close, 0, Qt::AlignLeft);
        m_layout->addStretch();
        return;
    }
    m_layout->addLayout(buildTitle(*filled));
    addNeeds(filled->assessment);
    addChanges();
    addAnswers(*filled);
    m_layout->addStretch();
}

QLayout *AssessmentView::buildTitle(const FilledForm &filled)
{
    auto *line = lineOrFlow(10);
    const Assessment &assessment = filled.assessment.value;
    const Clock &clock = m_services.records.clock();
    line->addWidget(label(filled.formTitle, "cardTitle", true));
    line->addWidget(
        label(assessment.finishedAt ? tr("%1 · finished %2").arg(assessment.number, words::date(clock.local(*assessment.finishedAt).date()))
                                    : assessment.number,
            "soft"));
    pushRight(line);
    line->addWidget(assessmentPrintButton(m_id, m_services, m_navigator));
    const bool mayWrite = m_services.records.mayChange(recordType<Assessment>());
    auto *correct = button(tr("Correct…"));
    correct->setObjectName(u"correctAssessment"_s);
    correct->setEnabled(mayWrite);
    connect(correct, &QPushButton::clicked, this, &AssessmentView::correctionWanted);
    line->addWidget(correct);
    auto *wrong = button(tr("Entered in error…"), "link");
    wrong->setObjectName(u"withdrawAssessment"_s);
    wrong->setEnabled(mayWrite);
    connect(wrong, &QPushButton::clicked, this, &AssessmentView::withdraw);
    line->addWidget(wrong);
    auto *close = button(tr("Close"));
    close->setObjectName(u"closeAssessment"_s);
    connect(close, &QPushButton::clicked, this, &AssessmentView::closed);
    line->addWidget(close);
    return line;
}

void AssessmentView::withdraw()
{
    if (m_withdrawal)
        return m_withdrawal->setFocus();
    m_withdrawal = withdrawalLine([this](const QString &reason) {
        const auto all = [&]() -> Done { // what was typed into it goes with it
            Done gone = m_services.assessments.withdraw(m_id, reason);
            for (const DraftPlace &place : gone ? m_services.drafts.places() : QList<DraftPlace>())
                if (place.kind == u"assessment" && place.record == m_id.value)
                    if (Done dropped = m_services.drafts.discard(place); !dropped)
                        return dropped;
            return gone;
        };
        if (Done done = m_services.records.together(all); !done) {
            done.error().kind == ErrorKind::Invalid ? m_navigator.refuse(words::violation(done.error().violations.first()))
                                                    : m_navigator.refuse(done.error());
            return false;
        }
        m_navigator.say(tr("Marked as entered in error"));
        Q_EMIT closed();
        return true;
    });
    m_layout->insertWidget(1, m_withdrawal);
    giveKeys(m_withdrawal);
}

void AssessmentView::addNeeds(const Kept<Assessment> &assessment)
{
    auto *needs = new NeedsPart(assessment, NeedsPart::Stage::Finished, m_services, m_navigator);
    connect(needs, &NeedsPart::goalMade, this, &AssessmentView::reload, Qt::QueuedConnection); // it takes the part down
    m_layout->addWidget(needs);
}

void AssessmentView::addChanges()
{
    const auto changed = m_services.assessments.whatChanged(m_id);
    if (!changed || !*changed)
        return;
    const WhatChanged &what = **changed;
    const QDate then = m_services.records.clock().local(what.before.value.begunAt).date();
    auto *card = new Card(tr("What has changed"), tr("since %1 of %2").arg(what.before.value.number, words::date(then)));
    m_layout->addWidget(card);
    for (const WhatChanged::Line &line : what.lines) {
        card->body()->addWidget(label(line.asked, "strong", true));
        card->body()->addWidget(label(
            line.before.isEmpty() ? tr("%1 (no answer before)").arg(line.after) : tr("%1 → %2").arg(line.before, line.after), "", true));
    }
    if (what.lines.isEmpty())
        card->body()->addWidget(label(tr("No answer says otherwise than then."), "soft", true));
}

void AssessmentView::addAnswers(const FilledForm &filled)
{
    const Session &session = m_services.records.session();
    for (const FormSection &section : filled.asked->form().sections) {
        auto *card = new Card(section.title);
        bool any = false;
        if (const auto why = filled.leftOut.constFind(section.id);
            why != filled.leftOut.constEnd() && session.may(Act::Read, section.category)) {
            card->body()->addWidget(label(words::labelFor(*why), "soft", true));
            any = true;
        }
        for (const Question &question : section.questions) {
            const auto notSaid = AskedForm::notSaid(filled.answers, question);
            const QString answer = notSaid ? words::labelFor(*notSaid) : filled.asked->words(filled.answers, question);
            if (answer.isEmpty())
                continue;
            any = true;
            card->body()->addWidget(label(question.ask, "fieldLabel", true));
            card->body()->addWidget(label(answer, notSaid ? "soft" : "", true));
            if (const QString why = filled.corrected.value(question.id); !why.isEmpty())
                card->body()->addWidget(label(tr("Corrected: %1").arg(why), "soft", true));
        }
        if (any)
            m_layout->addWidget(card);
        else
            delete card;
    }
}

} // namespace keywork
