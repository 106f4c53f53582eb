// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/incidents/incident_review_card.h"

#include "core/services/records/records.h"
#include "ui/forms/record_editor.h"
#include "ui/text/record_lines.h"
#include "ui/text/words.h"
#include "ui/text/words_incidents.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/text_button.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QLabel *reviewCell(const QString &text, const char *look = "")
{
    auto *cell = label(breakable(text), look, true);
    cell->setMinimumWidth(1);
    return cell;
}

} // namespace

IncidentReviewCard::IncidentReviewCard(const WholeIncident &whole, const Services &services, QWidget *parent)
    : Card(tr("Review"), tr("by a manager; nothing closes without it"), parent)
    , m_services(services)
    , m_incident(whole.incident.id)
    , m_isFinished(whole.review && whole.review->value.isFinished())
{
    setObjectName(u"incidentReview"_s);
    auto *following = new QWidget;
    m_following = new QVBoxLayout(following);
    m_following->setContentsMargins(0, 0, 0, 0);
    m_following->setSpacing(8);
    if (m_isFinished)
        addReading(whole.review->value);
    else if (services.incidents.mayReview())
        addEditor(whole, following);
    else
        body()->addWidget(label(tr("A manager has not finished the review yet."), "soft", true));
    if (!m_editor)
        body()->addWidget(following);
    showFollowing(whole);
}

/// What will change stands below what was learned, and above the button that finishes the review.
void IncidentReviewCard::addEditor(const WholeIncident &whole, QWidget *following)
{
    IncidentReview begun;
    begun.incidentId = m_incident;
    const std::optional<Kept<IncidentReview>> known = whole.review;
    RecordEditor::Setup setup{.type = recordType<IncidentReview>(),
        .title = {},
        .start = toRow(known ? known->value : begun),
        .place = {QString::fromLatin1(recordType<IncidentReview>().table), 0, 0, QString::number(m_incident.value)},
        .save = {},
        .saveText = tr("&Finish review")};
    setup.save = [services = m_services, incident = m_incident](const Row &row) -> Done {
        const auto typed = recordType<IncidentReview>().fromRow(row);
        if (!typed)
            return Error{ErrorKind::Damaged, u"incident_review"_s, {}};
        const auto kept = services.incidents.finish(incident, *typed);
        return kept ? Done() : Done(kept.error());
    };
    setup.extra = following;
    setup.draftOutlivesCancel = true;
    m_editor = new RecordEditor(setup, m_services);
    connect(m_editor, &RecordEditor::saved, this, &IncidentReviewCard::finished);
    connect(m_editor, &RecordEditor::cancelled, this, &IncidentReviewCard::left);
    connect(m_editor, &RecordEditor::discarded, this, &IncidentReviewCard::left);
    body()->addWidget(m_editor);
}

void IncidentReviewCard::addReading(const IncidentReview &review)
{
    Names names(m_services.records);
    KeptRow row;
    row.row = toRow(review);
    names.learn({row});
    for (const words::RecordLine &line : words::recordLines(row.row, names)) {
        body()->addWidget(label(line.label, "soft", true));
        body()->addWidget(reviewCell(line.value));
    }
}

void IncidentReviewCard::showFollowing(const WholeIncident &whole)
{
    emptyLayout(m_following);
    addQuestions(whole);
    addActions(whole);
    addButtons();
}

void IncidentReviewCard::addQuestions(const WholeIncident &whole)
{
    const Id<Staff> reader = m_services.records.session().staff();
    for (const Kept<IncidentQuestion> &one : whole.questions) {
        const QString who = words::teamMember(one.value.askedOfId, m_services);
        auto *line = wrappingLine(8);
        line->addWidget(chip(one.value.isOpen() ? tr("Asked") : tr("Answered"), one.value.isOpen() ? "attention" : "done"));
        line->addWidget(reviewCell(one.value.isOpen() ? tr("%1: %2").arg(who, one.value.question)
                                                      : tr("%1: %2 %3").arg(who, one.value.question, one.value.answer)));
        if (one.value.isOpen() && m_services.records.mayChange(recordType<IncidentQuestion>())) {
            auto *answer = button(one.value.askedOfId == reader ? tr("Answer…") : tr("Write down the answer…"), "link");
            answer->setObjectName(u"answer-%1"_s.arg(one.id.value));
            connect(
                answer, &QPushButton::clicked, this, [this, id = one.id.value] { Q_EMIT questionWanted(id); }, Qt::QueuedConnection);
            line->addWidget(answer);
        }
        m_following->addLayout(line);
    }
}

void IncidentReviewCard::addActions(const WholeIncident &whole)
{
    m_following->addWidget(label(tr("What will change?"), "soft"));
    if (whole.actions.isEmpty())
        return m_following->addWidget(label(tr("No action yet."), "soft"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    const bool isLarge = Theme::isLarge();
    const QStringList heads{tr("Action"), tr("Who"), tr("By")};
    for (int column = 0; !isLarge && column < heads.size(); ++column)
        grid->addWidget(label(heads.at(column), "soft"), 0, column);
    int row = 1;
    const QDate today = m_services.records.today();
    for (const Kept<IncidentAction> &action : whole.actions) {
        const auto put = [&](QWidget *cell, int column) { // one below the other where there is no room
            isLarge ? grid->addWidget(cell, row++, 0) : grid->addWidget(cell, row, column);
        };
        auto *what = new TextButton(action.value.what);
        what->setObjectName(u"action-%1"_s.arg(action.id.value));
        connect(
            what, &QPushButton::clicked, this, [this, id = action.id.value] { Q_EMIT actionWanted(id); }, Qt::QueuedConnection);
        put(what, 0);
        put(reviewCell(words::ownerOf(action.value, m_services)), 1);
        put(reviewCell(words::dayAndMonth(action.value.dueOn, today)), 2);
        if (action.value.isOpen() && m_services.records.mayChange(recordType<IncidentAction>())) {
            auto *done = button(tr("Done"), "link");
            done->setObjectName(u"done-%1"_s.arg(action.id.value));
            done->setAccessibleName(tr("Done: %1").arg(action.value.what));
            connect(
                done, &QPushButton::clicked, this, [this, id = action.id.value] { Q_EMIT actionDone(id); }, Qt::QueuedConnection);
            put(done, 3);
        } else if (!action.value.isOpen()) {
            put(chip(tr("Done %1").arg(words::dayAndMonth(*action.value.doneOn, today)), "done"), 3);
        } else if (action.value.dueOn < today) {
            put(chip(tr("Past its day"), "attention"), 3);
        }
        row += isLarge ? 0 : 1;
    }
    grid->setColumnStretch(0, 5);
    if (!isLarge) {
        grid->setColumnStretch(1, 2);
        grid->setColumnStretch(2, 1);
    }
    m_following->addLayout(grid);
}

void IncidentReviewCard::addButtons()
{
    auto *buttons = wrappingLine(8);
    auto *add = button(tr("Add an action"));
    add->setObjectName(u"addAction"_s);
    add->setEnabled(m_services.records.mayAdd(recordType<IncidentAction>()));
    connect(
        add, &QPushButton::clicked, this, [this] { Q_EMIT actionWanted(0); }, Qt::QueuedConnection);
    buttons->addWidget(add);
    if (m_services.incidents.mayReview() && !m_isFinished) {
        auto *ask = button(tr("Ask for more detail"));
        ask->setObjectName(u"askDetail"_s);
        connect(
            ask, &QPushButton::clicked, this, [this] { Q_EMIT questionWanted(0); }, Qt::QueuedConnection);
        buttons->addWidget(ask);
    }
    m_following->addLayout(buttons);
}

} // namespace keywork
