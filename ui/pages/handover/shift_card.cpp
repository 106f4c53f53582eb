// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/handover/shift_card.h"

#include "core/services/records/records.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_shifts.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

ShiftCard::ShiftCard(const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_navigator(navigator)
{
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(12);
    reload();
}

void ShiftCard::reload()
{
    emptyLayout(m_layout);
    showShift();
    showAlone();
    m_layout->addStretch();
}

void ShiftCard::showShift()
{
    const Clock &clock = m_services.records.clock();
    const auto current = m_services.shifts.current();
    const auto next = m_services.shifts.next();
    const auto on = m_services.shifts.onNow();
    const auto coming = m_services.shifts.comingOn();
    const auto onCall = m_services.shifts.onCall();
    if (!current || !next || !on || !coming || !onCall)
        return;
    auto *card = new Card(tr("On shift"), *current ? words::shiftHours(**current, clock) : QString());
    card->setObjectName(u"onShift"_s);
    for (const SomebodyOn &one : *on)
        card->body()->addWidget(
            label(breakable(one.shift.value.untilAt ? tr("%1, until %2").arg(one.name, words::untilSaid(*one.shift.value.untilAt, clock))
                                                    : one.name),
                "", true));
    if (on->isEmpty())
        card->body()->addWidget(label(tr("Nobody has said that they are on shift."), "soft", true));
    addOwnWays(card);
    QStringList names;
    for (const SomebodyOn &one : *coming)
        names.append(one.name);
    if (*next)
        card->body()->addWidget(label(names.isEmpty() ? tr("Next: %1").arg(words::shiftHours(**next, clock))
                                                      : tr("Next: %1 (%2)").arg(words::shiftHours(**next, clock), names.join(u", "_s)),
            "soft", true));
    card->body()->addWidget(
        label(onCall->isEmpty() ? tr("Nobody is on file as on call.") : tr("On call: %1").arg(onCall->told()), "soft", true));
    m_layout->addWidget(card);
}

/// "I am on shift until 15:00", offered and never asked for; and that somebody goes.
void ShiftCard::addOwnWays(Card *card)
{
    auto *line = wrappingLine(8);
    if (const auto offered = m_services.shifts.offered()) {
        auto *come = button(tr("I am on shift &until %1").arg(words::untilSaid(offered->until, m_services.records.clock())), "primary");
        come->setObjectName(u"comeOnShift"_s);
        connect(
            come, &QPushButton::clicked, this,
            [this, span = *offered] { m_navigator.answer(m_services.shifts.comeOn(span.pattern, span.until), tr("You are on shift.")); },
            Qt::QueuedConnection);
        line->addWidget(come);
    }
    const auto on = m_services.shifts.onNow();
    const Id<Staff> self = m_services.records.session().staff();
    if (on && std::any_of(on->cbegin(), on->cend(), [self](const SomebodyOn &one) { return one.shift.value.staffId == self; })) {
        auto *go = button(tr("I &go off now"));
        go->setObjectName(u"goOffShift"_s);
        connect(
            go, &QPushButton::clicked, this, [this] { m_navigator.answer(m_services.shifts.goOff(), tr("You are off shift.")); },
            Qt::QueuedConnection);
        line->addWidget(go);
    }
    card->body()->addLayout(line);
}

void ShiftCard::showAlone()
{
    const auto alone = m_services.shifts.alone();
    if (!alone || alone->isEmpty())
        return;
    auto *card = new Card(tr("Working alone"));
    card->setObjectName(u"workingAlone"_s);
    for (const LoneOnFile &one : *alone)
        addAlone(one, card);
    m_layout->addWidget(card);
}

void ShiftCard::addAlone(const LoneOnFile &one, Card *card)
{
    const Clock &clock = m_services.records.clock();
    const QString due = words::untilSaid(*one.state.dueAt, clock);
    card->body()->addWidget(label(breakable(one.name), "strong", true));
    card->body()->addWidget(label(breakable(one.lone.value.place), "", true));
    const bool isLate = one.state.isOverdue(clock.latest());
    card->body()->addWidget(
        label(isLate ? tr("A word was due by %1.").arg(due) : tr("A word is due by %1.").arg(due), isLate ? "trouble" : "soft", true));
    if (!one.telephone.isEmpty())
        card->body()->addWidget(label(tr("Telephone %1").arg(one.telephone), "soft", true));
    auto *line = wrappingLine(6);
    const auto add = [&](const QString &text, const QString &name, const std::function<void()> &press) {
        auto *way = button(text);
        way->setObjectName(name);
        way->setAccessibleName(text + u": "_s + one.name);
        way->setEnabled(m_services.records.mayAdd(recordType<LoneCheckIn>()));
        connect(way, &QPushButton::clicked, this, press, Qt::QueuedConnection);
        line->addWidget(way);
    };
    const Id<LoneWorking> lone = one.lone.id;
    for (const LoneWord how : allOf<LoneWord>())
        add(words::labelFor(how), u"lone-%1-%2"_s.arg(QString::fromLatin1(codeOf(how))).arg(lone.value),
            [this, lone, how] { m_navigator.answer(m_services.shifts.heardFrom(lone, how), tr("All is well, and written down.")); });
    add(tr("They are back"), u"lone-back-%1"_s.arg(lone.value),
        [this, lone] { m_navigator.answer(m_services.shifts.isBack(lone), tr("They are back.")); });
    card->body()->addLayout(line);
}

} // namespace keywork
