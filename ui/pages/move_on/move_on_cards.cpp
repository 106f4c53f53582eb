// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/move_on/move_on_cards.h"

#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/text/words.h"
#include "ui/text/words_move_on.h"
#include "ui/widgets/flow_layout.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

ReadinessCard::ReadinessCard()
    : Card(tr("Readiness"), tr("their view beside the worker's"))
{
    setObjectName(u"readinessCard"_s);
}

void ReadinessCard::tell(const QList<ReadinessLine> &lines)
{
    clear();
    if (lines.isEmpty())
        body()->addWidget(label(tr("Nobody has looked at it with them yet."), "soft", true));
    for (const ReadinessLine &line : lines) {
        const QString earlier = line.earlier > 0 ? u" · "_s + tr("%1 earlier").arg(line.earlier) : QString();
        auto *row = columnsOrRows(8);
        auto *area = new QVBoxLayout;
        area->addWidget(label(words::labelFor(line.area), "", true));
        area->addWidget(label(words::date(line.latest.onDay) + earlier, "soft", true));
        row->addLayout(area, 1);
        auto *views = label(words::readinessSentence(line), line.differs() ? "strong" : "", true);
        views->setObjectName(u"readiness-"_s + QString::fromLatin1(codeOf(line.area)));
        row->addWidget(views, 1);
        body()->addLayout(row);
    }
    body()->addStretch();
}

MovingDayCard::MovingDayCard(const Services &services)
    : Card(tr("Moving day"))
    , m_services(services)
{
    setObjectName(u"movingDayCard"_s);
}

void MovingDayCard::addStep(const Kept<MoveStep> &kept)
{
    const MoveStep &step = kept.value;
    const Clock &clock = m_services.records.clock();
    auto *line = columnsOrRows(8);
    QStringList soft;
    if (step.at)
        soft.append(words::moment(clock.local(*step.at)));
    soft.append(step.who);
    if (const auto agency = m_services.records.one(step.agencyId); step.agencyId && agency)
        soft.append(agency->value.name);
    if (step.doneAt)
        soft.append(tr("done %1").arg(words::moment(clock.local(*step.doneAt))));
    soft.removeAll(QString());
    auto *words = new QVBoxLayout;
    words->addWidget(label(breakable(step.what), step.doneAt ? "" : "strong", true));
    if (!soft.isEmpty())
        words->addWidget(label(breakable(soft.join(u" · "_s)), "soft", true));
    line->addLayout(words, 1);
    if (!step.doneAt) {
        auto *done = button(tr("Done now"));
        done->setObjectName(u"moveStepDone-"_s + QString::number(kept.id.value));
        done->setAccessibleName(tr("Done now: %1").arg(step.what));
        done->setEnabled(m_services.records.mayComplete(recordType<MoveStep>()));
        connect(
            done, &QPushButton::clicked, this, [this, id = kept.id.value] { Q_EMIT stepDone(id); }, Qt::QueuedConnection);
        line->addWidget(done, 0, Qt::AlignTop);
    }
    body()->addLayout(line);
}

void MovingDayCard::tell(const MoveOnPicture &picture)
{
    clear();
    const bool isSet = picture.plan && (picture.plan->value.movesOn || !picture.steps.isEmpty());
    setVisible(isSet);
    if (!isSet)
        return;
    setSoft(picture.plan->value.movesOn ? words::weekday(*picture.plan->value.movesOn, m_services.records.today()) : QString());
    for (const Kept<MoveStep> &step : picture.steps)
        addStep(step);
    for (const QString &open : {words::unplannedSentence(picture.gaps), words::uncoveredSentence(picture.uncovered)})
        if (!open.isEmpty()) {
            auto *said = label(open, "strong", true);
            said->setObjectName(u"movingDayOpen"_s);
            body()->addWidget(said);
        }
    body()->addStretch();
}

AfterLeavingCard::AfterLeavingCard()
    : Card(tr("After leaving"))
{
    setObjectName(u"afterLeavingCard"_s);
}

void AfterLeavingCard::tell(const MoveOnPicture &picture, bool mayAdd)
{
    clear();
    setVisible(!picture.followUps.isEmpty());
    for (const FollowUpLine &line : picture.followUps) {
        auto *row = columnsOrRows(8);
        auto *said = label(words::followUpSentence(line), line.isAsked ? "strong" : "", true);
        const QString code = QString::fromLatin1(codeOf(line.after));
        said->setObjectName(u"followUp-"_s + code);
        row->addWidget(said, 1);
        const bool isOpen = line.state == FollowUpState::NotTried || line.state == FollowUpState::NotReached;
        if (isOpen) {
            auto *tried = button(tr("Record a try"), line.isAsked ? "primary" : "");
            tried->setObjectName(u"recordTry-"_s + code);
            tried->setAccessibleName(tr("Record a try: %1").arg(words::labelFor(line.after)));
            tried->setEnabled(mayAdd);
            connect(
                tried, &QPushButton::clicked, this, [this, code] { Q_EMIT tryWanted(code); }, Qt::QueuedConnection);
            row->addWidget(tried, 0, Qt::AlignTop);
        }
        body()->addLayout(row);
    }
    body()->addStretch();
}

} // namespace keywork
