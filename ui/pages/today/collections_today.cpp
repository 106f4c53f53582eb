// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/today/collections_today.h"

#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "ui/pages/treatment/prescription_prints.h"
#include "ui/text/words.h"
#include "ui/text/words_prescription.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kLongestName = 32; // letters, on a narrow card

const char *chipOfOutcome(CollectionOutcome outcome)
{
    switch (outcome) {
    case CollectionOutcome::Collected:
    case CollectionOutcome::ByStaff:
        return "done";
    case CollectionOutcome::NotCollected:
        return "attention";
    case CollectionOutcome::NotKnown:
        break;
    }
    return "neutral";
}

} // namespace

CollectionsToday::CollectionsToday(const Services &services, const Navigator &navigator, QWidget *parent)
    : Card(tr("Collections today"), {}, parent)
    , m_services(services)
    , m_navigator(navigator)
{
    setObjectName(u"collectionsToday"_s);
    m_renewals = button(tr("To renew"), "link");
    m_renewals->setObjectName(u"openRenewals"_s);
    m_renewals->setAccessibleName(tr("Prescriptions to renew"));
    connect(m_renewals, &QPushButton::clicked, this, [navigator] { navigator.openPlace(u"renewals"_s); });
    addToTitle(m_renewals);
    if (mayPrintCollections(services)) {
        auto *print = button(tr("Print"), "link");
        print->setObjectName(u"printCollections"_s);
        print->setAccessibleName(tr("Print today's collections"));
        connect(
            print, &QPushButton::clicked, this, [this] { previewCollections(this, m_services.records.today(), m_services, m_navigator); });
        addToTitle(print);
    }
    hide();
}

void CollectionsToday::reload()
{
    clear();
    auto due = m_services.treatment.collectionsOn(m_services.records.today());
    setVisible(due && !due->isEmpty());
    if (!due || due->isEmpty())
        return;
    // What still has to be said stands first.
    std::stable_partition(due->begin(), due->end(), [](const CollectionDue &one) { return !one.said; });
    setSoft(QString::number(due->size()));
    for (const CollectionDue &one : *due)
        addLine(one);
}

void CollectionsToday::addLine(const CollectionDue &due)
{
    const Prescription &script = due.script.value;
    const auto resident = m_services.people.line(script.personId);
    if (!resident)
        return;
    const QString name = resident->person.value.shortName();
    const QString theirs = resident->room.isEmpty() ? name : tr("%1 · Room %2").arg(name, resident->room);
    const QDate today = m_services.records.today();
    const bool isOfToday = due.dueOn == today; // before a closed day two days' doses are collected
    const QString who = isOfToday ? theirs : tr("%1, dose of %2").arg(theirs, words::weekday(due.dueOn, today));
    if (body()->count() > 0)
        body()->addWidget(rule());
    auto *line = wrappingLine(8);
    if (script.collectsAt)
        line->addWidget(label(script.collectsAt->toString(u"HH:mm"_s), "soft"));
    auto *open = button(literal(words::shortened(theirs, kLongestName)), "link");
    open->setObjectName(u"collector-%1"_s.arg(due.script.id.value));
    open->setAccessibleName(tr("Open the treatment of %1").arg(who));
    connect(open, &QPushButton::clicked, this,
        [this, person = script.personId.value] { m_navigator.visit(residentVisit(person, u"treatment"_s)); });
    line->addWidget(open);
    line->addWidget(label(breakable(words::shortened(due.place, kLongestName)), "soft", Theme::isLarge()));
    if (!isOfToday)
        line->addWidget(label(tr("dose of %1").arg(words::weekday(due.dueOn, today)), "strong"));
    if (due.isAccompanied) {
        const auto along = script.goesAlongId ? m_services.records.one(script.goesAlongId) : Result<Kept<Staff>>(Error{});
        line->addWidget(label(
            along ? tr("%1 goes along").arg(words::shortened(along->value.name, kLongestName)) : tr("somebody goes along"), "strong"));
    }
    body()->addLayout(line);
    auto *presses = wrappingLine(8); // together, below the name: one of them alone would belong to the next line
    if (due.said)
        presses->addWidget(chip(words::labelFor(due.said->value.outcome), chipOfOutcome(due.said->value.outcome)));
    if (!due.said || !due.said->value.isHeld())
        addPress(presses, due, tr("Picked up"), who, CollectionOutcome::Collected);
    if (!due.said || due.said->value.outcome != CollectionOutcome::NotCollected)
        addPress(presses, due, tr("Not collected"), who, CollectionOutcome::NotCollected);
    pushRight(presses);
    body()->addLayout(presses);
    if (const QString lines = words::collectionWords(due.words, m_services); !lines.isEmpty())
        body()->addWidget(label(breakable(lines), "soft", true));
}

void CollectionsToday::addPress(
    QLayout *line, const CollectionDue &due, const QString &words, const QString &who, CollectionOutcome outcome)
{
    auto *made = button(words, "pill");
    const QString day = due.dueOn == m_services.records.today() ? QString() : u'-' + due.dueOn.toString(Qt::ISODate);
    made->setObjectName(u"%1-%2"_s.arg(QString::fromLatin1(codeOf(outcome))).arg(due.script.id.value) + day);
    made->setAccessibleName(words + u": "_s + who);
    made->setEnabled(m_services.records.mayAdd(recordType<Collection>()));
    connect(
        made, &QPushButton::clicked, this, [this, due, outcome, who] { keep(due, outcome, who); }, Qt::QueuedConnection);
    line->addWidget(made);
}

void CollectionsToday::keep(const CollectionDue &due, CollectionOutcome outcome, const QString &who)
{
    const QDate today = m_services.records.today();
    const bool isHeld = outcome == CollectionOutcome::Collected;
    const auto kept = m_services.treatment.say(due.script.id, due.dueOn, outcome, isHeld && due.dueOn != today ? today : QDate());
    m_navigator.answer(kept, tr("Saved: %1, %2").arg(who, words::labelFor(outcome).toLower()));
}

} // namespace keywork
