// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/earlier_forms.h"

#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/field_question.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keywork {

EarlierForms::EarlierForms(const DraftPlace &place, const Services &services, std::function<bool()> keepPresent, QWidget *parent)
    : QWidget(parent)
    , m_place(place)
    , m_services(services)
    , m_keepPresent(std::move(keepPresent))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_lines = new QVBoxLayout;
    layout->addLayout(m_lines);
    m_question = new FieldQuestion(u"dropEarlier"_s);
    layout->addWidget(m_question);
    reload();
}

QString EarlierForms::when(const QDateTime &at) const
{
    const QDateTime local = m_services.records.clock().local(at);
    return tr("%1 at %2").arg(words::dayAndMonth(local.date(), m_services.records.today()), words::time(local));
}

void EarlierForms::reload()
{
    emptyLayout(m_lines);
    const QList<QDateTime> earlier = m_services.drafts.standAside(m_place);
    for (const QDateTime &at : earlier)
        addLine(at);
    setVisible(!earlier.isEmpty());
}

void EarlierForms::addLine(const QDateTime &at)
{
    auto *line = lineOrFlow(8);
    line->addWidget(
        label(tr("Other words were typed here on %1 and were not saved either. They wait beside these.").arg(when(at)), "soft", true));
    auto *see = button(tr("Show them instead"), "link");
    see->setObjectName(u"takeEarlier"_s);
    see->setAccessibleName(tr("Show what was typed on %1 instead").arg(when(at)));
    see->setToolTip(tr("What stands here now waits then"));
    connect(see, &QPushButton::clicked, this, [this, at] { QTimer::singleShot(0, this, [this, at] { take(at); }); });
    line->addWidget(see);
    auto *drop = button(tr("Throw them away"), "link");
    drop->setObjectName(u"dropEarlier"_s);
    drop->setAccessibleName(tr("Throw away what was typed on %1").arg(when(at)));
    connect(drop, &QPushButton::clicked, this, [this, at, drop] { askWhetherDropped(at, drop); });
    line->addWidget(drop);
    m_lines->addLayout(line);
}

void EarlierForms::take(const QDateTime &at)
{
    if (!m_keepPresent())
        return; // it says why itself
    if (const Done taken = m_services.drafts.takeAside(m_place, at); !taken) {
        Q_EMIT refused(words::error(taken.error()));
        return;
    }
    reload();
    Q_EMIT taken();
}

void EarlierForms::askWhetherDropped(const QDateTime &at, QWidget *asking)
{
    m_question->ask(
        tr("Throw away what was typed on %1?").arg(when(at)), tr("Throw it away"), tr("Keep it"), [this, at, asking](bool isGone) {
            if (!isGone)
                return asking->setFocus();
            if (const Done dropped = m_services.drafts.dropAside(m_place, at); !dropped)
                Q_EMIT refused(words::error(dropped.error()));
            QTimer::singleShot(0, this, &EarlierForms::reload); // takes the line away that asked
        });
    m_question->lastAnswer()->setFocus(Qt::OtherFocusReason); // the careful one
}

} // namespace keywork
