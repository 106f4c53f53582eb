// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/missing/last_seen_page.h"

#include "core/services/care/last_seen.h"
#include "core/services/care/missing.h"
#include "core/services/records/records.h"
#include "ui/pages/missing/missing_card.h"
#include "ui/pages/missing/missing_steps_card.h"
#include "ui/text/words_last_seen.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace keywork {

LastSeenPage::LastSeenPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
{
    auto *inside = new QWidget;
    auto *layout = new QVBoxLayout(inside);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    buildSeen(layout);
    m_missing = new MissingCard(person, services, navigator, inside);
    layout->addWidget(m_missing);
    m_steps = new MissingStepsCard(person, services, navigator, inside);
    layout->addWidget(m_steps);
    connect(m_steps, &MissingStepsCard::stepKept, this, [this] {
        reloadSeen();
        m_missing->reload();
    });
    layout->addStretch();
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scrolling(inside));
}

void LastSeenPage::buildSeen(QVBoxLayout *layout)
{
    auto *card = new Card(tr("Last seen"));
    m_when = label({}, "strong", true);
    m_when->setObjectName(u"lastSeen"_s);
    m_asked = label({}, "soft", true);
    m_asked->setObjectName(u"askedAfter"_s);
    card->body()->addWidget(m_when);
    card->body()->addWidget(m_asked);
    m_where = labelledLine(card->body(), tr("Where (may stay empty)"), "seenWhere");
    m_where->setMaxLength(200);
    auto *line = wrappingLine(8);
    m_seenNow = button(tr("I see them now"), "primary");
    m_seenNow->setObjectName(u"seenNow"_s);
    m_seenNow->setEnabled(m_services.records.mayAdd(recordType<MissingStep>()));
    connect(m_seenNow, &QPushButton::clicked, this, &LastSeenPage::seenNow, Qt::QueuedConnection);
    line->addWidget(m_seenNow);
    auto *other = button(tr("Other hours for them…"), "link");
    other->setObjectName(u"otherHours"_s);
    other->setEnabled(m_services.records.mayAdd(recordType<SeenWithin>()));
    connect(
        other, &QPushButton::clicked, this,
        [this] {
            m_navigator.visit({.place = u"resident"_s, .person = m_person.value, .record = {u"seen_within"_s, 0}, .tab = u"lists"_s});
        },
        Qt::QueuedConnection);
    line->addWidget(other);
    card->body()->addLayout(line);
    layout->addWidget(card);
}

void LastSeenPage::seenNow()
{
    MissingStep step;
    step.personId = m_person;
    step.act = MissingAct::Seen;
    step.answer = MissingAnswer::Seen;
    step.happenedAt = m_services.records.clock().now();
    step.place = m_where->text().trimmed();
    const auto kept = m_services.missing.press(step);
    if (!kept)
        return m_navigator.refuse(kept.error());
    m_where->clear();
    reload();
    m_navigator.say(tr("Saved: seen now"));
}

void LastSeenPage::reload()
{
    reloadSeen();
    m_missing->reload();
    m_steps->reload();
}

void LastSeenPage::reloadSeen()
{
    const auto told = m_services.lastSeen.told(m_person);
    const auto standing = m_services.lastSeen.standing(m_person);
    m_when->setText(told ? breakable(words::lastSeen(*told, m_services)) : QString());
    m_asked->setText(standing ? breakable(words::askedAfter(*standing, m_services)) : QString());
}

void LastSeenPage::showRecord(const RecordRef &record)
{
    if (record.kind == u"missing_step" && record.id == 0)
        m_steps->openLater();
    if (record.kind == u"missing_episode" || record.kind == u"incident")
        m_missing->openDescription();
}

void LastSeenPage::showForm(const RecordRef &record, const QString &part)
{
    if (part == u"later")
        m_steps->openLater();
    else if (part == u"found")
        m_missing->openFound();
    else
        showRecord(record);
}

} // namespace keywork
