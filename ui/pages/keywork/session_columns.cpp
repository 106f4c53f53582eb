// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/substance_use.h"
#include "core/services/records/records.h"
#include "ui/pages/keywork/agreed_part.h"
#include "ui/pages/keywork/ruler.h"
#include "ui/pages/keywork/session_form.h"
#include "ui/pages/keywork/since_part.h"
#include "ui/pages/keywork/talked_part.h"
#include "ui/text/words.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Columns that stand one below the other where the page is too narrow for them.
class SessionColumns : public QWidget {
public:
    explicit SessionColumns(QBoxLayout *columns)
        : m_columns(columns)
        , m_isFixed(columns->direction() == QBoxLayout::TopToBottom)
    {
        setLayout(columns);
    }
    /// No wider than the widest of them asks, so that the page is free to be narrow.
    QSize minimumSizeHint() const override { return {widest(), QWidget::minimumSizeHint().height()}; }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QWidget::resizeEvent(event);
        const auto wanted = m_isFixed || width() < sideBySide() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
        if (m_columns->direction() != wanted)
            m_columns->setDirection(wanted);
    }

private:
    int widest() const
    {
        int most = 0;
        for (int i = 0; i < m_columns->count(); ++i)
            most = std::max(most, m_columns->itemAt(i)->minimumSize().width());
        return most;
    }
    int sideBySide() const
    {
        int all = 0;
        for (int i = 0; i < m_columns->count(); ++i)
            all += m_columns->itemAt(i)->minimumSize().width() + (i > 0 ? m_columns->spacing() : 0);
        return all;
    }

    QBoxLayout *m_columns;
    const bool m_isFixed; ///< large text: never side by side
};

} // namespace

QWidget *SessionForm::buildMiddle()
{
    auto *middle = new QWidget;
    auto *layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    auto *notes = new Card;
    m_notes = new AreaNotes(m_goals);
    notes->body()->addWidget(m_notes);
    layout->addWidget(notes, 1);
    auto *rulers = new Card(tr("How ready, how able"));
    const auto before = m_services.keyworkSessions.lastHeldOf(m_person, m_known ? m_known->value.startsAt : QDateTime());
    const KeyworkSession last = before && *before ? (*before)->value : KeyworkSession();
    m_importance = new KeyworkRuler(tr("How much does it matter?"), u"importance"_s, last.importance);
    m_confidence = new KeyworkRuler(tr("How sure that you can?"), u"confidence"_s, last.confidence);
    auto *line = columnsOrRows(16);
    line->addWidget(m_importance, 1);
    line->addWidget(m_confidence, 1);
    rulers->body()->addWidget(new SessionColumns(line));
    m_rulerProblem = label({}, "problem", true);
    m_rulerProblem->hide();
    rulers->body()->addWidget(m_rulerProblem);
    layout->addWidget(rulers);
    return middle;
}

QWidget *SessionForm::buildRight()
{
    auto *right = new QWidget;
    auto *layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    auto *agreed = new Card(tr("Agreed today"));
    m_agreed = new AgreedPart(m_called, m_goals, m_services);
    m_agreed->preferArea([this] { return m_notes->currentArea(); });
    agreed->body()->addWidget(m_agreed);
    layout->addWidget(agreed);
    auto *use = new Card(tr("Change in use?"));
    auto *note = button(tr("Write it down"), "link");
    note->setObjectName(u"changeInUse"_s);
    note->setAccessibleName(tr("Write down a change in substance use"));
    connect(note, &QPushButton::clicked, this, [this] { m_notes->goTo(Area::SubstanceUse); });
    use->body()->addWidget(label(tr("Something new, stopped, more, less, another way of taking it, alone."), "soft", true));
    auto *review = button(tr("Do the short review"), "link");
    review->setObjectName(u"shortReview"_s);
    review->setEnabled(m_services.records.mayAdd(recordType<SubstanceReview>()));
    review->setToolTip(tr("As of the day of this session; what was typed here waits"));
    connect(
        review, &QPushButton::clicked, this, [this] { Q_EMIT reviewWanted(day()); }, Qt::QueuedConnection);
    auto *ways = wrappingLine(12);
    ways->addWidget(review);
    ways->addWidget(note);
    use->body()->addLayout(ways);
    layout->addWidget(use);
    auto *talked = new Card(tr("Talked about"));
    const auto given = m_services.keyworkSessions.lastGiven(m_person);
    m_talked = new TalkedPart(given ? *given : QHash<QString, QDate>(), m_services);
    talked->body()->addWidget(m_talked);
    addNextTime(talked->body());
    layout->addWidget(talked);
    layout->addStretch();
    return right;
}

void SessionForm::addNextTime(QVBoxLayout *layout)
{
    layout->addWidget(label(tr("Next time"), "cardTitle"));
    const auto planned = m_services.keyworkSessions.nextPlanned(m_person);
    const bool isAnother = planned && *planned && (!m_known || (*planned)->id != m_known->id);
    if (isAnother)
        layout->addWidget(label(
            tr("Planned already: %1").arg(words::moment(m_services.records.clock().local((*planned)->value.startsAt))), "soft", true));
    m_next = labelledLine(layout, tr("Whe&n"), "nextWhen");
    m_next->setAccessibleName(tr("Next time, when"));
    m_next->setPlaceholderText(tr("wed 11:00, 23/9 11:00"));
    m_nextPlace = labelledLine(layout, tr("&Where"), "nextWhere");
    m_nextPlace->setAccessibleName(tr("Next time, where"));
    m_nextProblem = label({}, "problem", true);
    m_nextProblem->hide();
    layout->addWidget(m_nextProblem);
}

QWidget *SessionForm::buildColumns()
{
    auto *columns = columnsOrRows(14);
    auto *whole = new SessionColumns(columns);
    columns->setContentsMargins(0, 0, 0, 0);
    m_since = new SincePart(m_person, m_called, m_services);
    QWidget *middle = buildMiddle();
    QWidget *right = buildRight();
    columns->addWidget(m_since, 27);
    columns->addWidget(middle, 53);
    columns->addWidget(right, 30);
    return whole;
}

} // namespace keywork
