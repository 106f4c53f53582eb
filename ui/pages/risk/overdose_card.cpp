// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/risk/overdose_card.h"

#include "core/domain/house.h"
#include "core/domain/kinds.h"
#include "core/services/records/records.h"
#include "ui/text/words.h"
#include "ui/widgets/flow_layout.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString sayOverdose(const char *marked) { return QCoreApplication::translate("overdose", marked); }

/// Where the fact stands, in a word: "Incident", "Substance used".
QString recordOfFact(const OverdoseFact &fact)
{
    const RecordType *type = kindOf(fact.from.kind);
    return type ? words::label(type->title) : QString();
}

} // namespace

QString sayFact(const OverdoseFact &fact)
{
    return overdoseSentence(fact, sayOverdose, [](QDate day) { return words::date(day); });
}

QString sayLevel(const std::optional<Kept<OverdoseLevel>> &level, const Services &services)
{
    if (!level)
        return OverdoseCard::tr("Overdose risk: nobody has recorded a level yet");
    const QDate day = services.records.clock().local(level->createdAt).date();
    if (level->value.level == OverdoseLevelKind::NotKnown)
        return OverdoseCard::tr("Overdose risk: not known since %1").arg(words::date(level->value.notKnownSince.value_or(day)));
    return OverdoseCard::tr("Overdose risk: %1, recorded %2").arg(words::labelFor(level->value.level).toLower(), words::date(day));
}

OverdoseCard::OverdoseCard(Id<Person> person, const Services &services, QWidget *parent)
    : Card({}, {}, parent)
    , m_person(person)
    , m_services(services)
{
    m_level = label({}, "cardTitle", true);
    m_level->setObjectName(u"overdoseLevel"_s);
    body()->addWidget(m_level);
    body()->addWidget(label(tr("The facts on record, today. A worker records the level."), "soft", true));
    auto *facts = new QWidget;
    m_facts = new QVBoxLayout(facts);
    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setSpacing(6);
    body()->addWidget(facts);
    reload();
}

void OverdoseCard::offerRecording()
{
    auto *record = button(tr("Record the &level"), "primary");
    record->setObjectName(u"recordLevel"_s);
    record->setEnabled(m_services.records.mayAdd(recordType<OverdoseLevel>()));
    connect(record, &QPushButton::clicked, this, &OverdoseCard::recordWanted, Qt::QueuedConnection);
    body()->addWidget(record, 0, Qt::AlignLeft);
}

void OverdoseCard::reload()
{
    emptyLayout(m_facts);
    const auto picture = m_services.risks.overdose(m_person);
    if (!picture)
        return hide();
    if (parentWidget()) // without one it would be a window
        show();
    m_level->setText(sayLevel(picture->level, m_services));
    for (const OverdoseFact &fact : picture->reading.facts)
        addFact(fact);
    const bool holdsMore = picture->unread != OverdosePicture::Unread::None;
    if (holdsMore)
        addUnread(*picture);
    else if (picture->reading.facts.isEmpty())
        m_facts->addWidget(label(sayOverdose(nothingRecorded()), "strong", true));
    for (const OverdoseFact &fact : picture->reading.notKnown)
        m_facts->addWidget(label(sayFact(fact), "", true));
    if (picture->level && !picture->level->value.facts.isEmpty() && !picture->newlyHigh().isEmpty())
        m_facts->addWidget(label(tr("Some of this came since the level was recorded: look at it again."), "strong", true));
    if (picture->isPartial && !holdsMore)
        m_facts->addWidget(label(tr("There may be more: not everything on record is shown to you."), "strong", true));
    addRules(*picture);
}

void OverdoseCard::addFact(const OverdoseFact &fact)
{
    auto *line = columnsOrRows(8);
    line->addWidget(label(breakable(sayFact(fact)), fact.suggestsHigh ? "strong" : "", true), 1);
    if (const char *mark = overdoseMark(fact))
        line->addWidget(chip(sayOverdose(mark), "attention"), 0, Qt::AlignTop | Qt::AlignLeft);
    m_facts->addLayout(line);
    if (const QString record = recordOfFact(fact); !record.isEmpty())
        m_facts->addWidget(label(record, "soft", true));
}

void OverdoseCard::addUnread(const OverdosePicture &picture)
{
    auto *sentence = label(sayOverdose(unreadFactHolds(picture.unread == OverdosePicture::Unread::CountsAlone)), "strong", true);
    sentence->setObjectName(QStringLiteral("unreadFact"));
    m_facts->addWidget(sentence);
    const auto house = m_services.records.all<House>();
    if (const QString onCall = house && !house->isEmpty() ? house->first().value.onCall.trimmed() : QString(); !onCall.isEmpty())
        m_facts->addWidget(label(breakable(tr("On call: %1").arg(onCall)), "", true));
}

void OverdoseCard::addRules(const OverdosePicture &picture)
{
    for (const LooserRule &one : picture.looser) {
        const QString fact = words::labelFor(one.rule.fact);
        const QString what = one.rule.off ? tr("%1: not listed in this house").arg(fact)
                                          : tr("%1: %2 days in this house, ours is %3")
                                                .arg(fact)
                                                .arg(one.rule.days.value_or(0))
                                                .arg(overdoseThresholdOf(one.rule.fact).days);
        const QString who = one.setBy.isEmpty() ? tr("a manager") : one.setBy;
        m_facts->addWidget(label(tr("%1. Set by %2 on %3: %4").arg(what, who, words::date(one.setOn), one.rule.why), "soft", true));
    }
    m_facts->addWidget(label(sayOverdose(overdoseSource()), "soft", true));
}

} // namespace keywork
