// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/harm_reduction_page.h"

#include "core/domain/agency.h"
#include "core/domain/keywork.h"
#include "core/domain/substance_use.h"
#include "core/domain/supplies.h"
#include "core/domain/take_home_naloxone.h"
#include "core/services/house/naloxone.h"
#include "core/services/house/supplies.h"
#include "core/services/records/records.h"
#include "ui/pages/shown_kinds.h"
#include "ui/text/words.h"
#include "ui/text/words_supplies.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kRatioDays = 28; // house rule: as long as what is said of use goes back
constexpr qsizetype kVisitsShown = 3;
} // namespace

HarmReductionPage::HarmReductionPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : KindsPage(Place::HarmReduction, {}, person, services, navigator, parent)
    , m_person(person)
{
    m_card = new Card(tr("Harm reduction"));
    m_card->setObjectName(u"harmReduction"_s);
    auto *give = button(tr("&Give supplies"), "primary");
    give->setObjectName(u"giveSupplies"_s);
    give->setEnabled(services.records.mayAdd(recordType<SupplyVisit>()));
    connect(
        give, &QPushButton::clicked, this,
        [this] {
            m_navigator.visit({.place = u"supplies"_s, .record = {u"supply_visit"_s, 0, {{u"person_id"_s, m_person.value}}}});
        },
        Qt::QueuedConnection);
    m_card->addToTitle(give);
    putAbove(m_card);
    connect(this, &KindsPage::formShown, this, [this](bool isShown) { // a form has the whole room
        m_isFormShown = isShown;
        m_card->setVisible(!isShown);
    });
    showKnown();
}

void HarmReductionPage::showKnown()
{
    m_card->clear();
    m_card->setVisible(!m_isFormShown);
    if (!m_services.records.mayRead(recordType<TakeHomeNaloxone>()))
        return;
    const auto recalled = m_services.naloxone.recalledSince();
    const auto theirs = m_services.records.of<TakeHomeNaloxone>("person_id", m_person);
    if (theirs && recalled) {
        const auto toHand = naloxoneToHand(*theirs, m_services.records.today(), *recalled);
        auto *told = label(words::naloxoneToHand(toHand), "strong", true);
        told->setObjectName(u"naloxoneToHand"_s);
        m_card->body()->addWidget(told);
    }
    addVisits();
    addMessages();
    addExchange();
}

/// The needle exchange of the directory, for whenever the house has none.
void HarmReductionPage::addExchange()
{
    const auto offers = m_services.records.all<AgencyService>();
    if (!offers)
        return;
    QStringList said;
    for (const Kept<AgencyService> &offer : *offers) {
        if (!offer.value.needs.split(u',').contains(u"needle_exchange"_s))
            continue;
        if (const auto agency = m_services.records.one(offer.value.agencyId)) {
            QStringList parts{
                agency->value.name, agency->value.telephone, offer.value.hours.isEmpty() ? agency->value.hours : offer.value.hours};
            parts.removeAll(QString());
            said.append(parts.join(u", "_s));
        }
    }
    auto *exchange = label(
        said.isEmpty() ? tr("No needle exchange is in the directory yet.") : breakable(tr("Needle exchange: %1").arg(said.join(u"; "_s))),
        "soft", true);
    exchange->setObjectName(u"needleExchange"_s);
    m_card->body()->addWidget(exchange);
}

void HarmReductionPage::addVisits()
{
    const auto ratio = m_services.supplies.ratioOf(m_person, kRatioDays);
    if (ratio && *ratio != ReturnRatio()) {
        auto *back = label(tr("In the last %1 days: %2 given, %3 brought back (%4).")
                               .arg(kRatioDays)
                               .arg(ratio->given)
                               .arg(ratio->returned)
                               .arg(words::returned(*ratio)),
            "", true);
        back->setObjectName(u"suppliesBack"_s);
        m_card->body()->addWidget(back);
    }
    const auto visits = m_services.records.of<SupplyVisit>("person_id", m_person);
    if (!visits)
        return;
    for (qsizetype i = 0; i < std::min(visits->size(), kVisitsShown); ++i) {
        const Kept<SupplyVisit> &visit = visits->at(i);
        auto *open = button(tr("Supplies %1").arg(words::moment(m_services.records.clock().local(visit.value.at))), "link");
        open->setObjectName(u"supplyVisit-"_s + QString::number(visit.id.value));
        connect(
            open, &QPushButton::clicked, this,
            [this, id = visit.id.value] {
                m_navigator.visit({.place = u"supplies"_s, .record = {u"supply_visit"_s, id}});
            },
            Qt::QueuedConnection);
        m_card->body()->addWidget(open, 0, Qt::AlignLeft);
    }
}

void HarmReductionPage::addMessages()
{
    const auto given = m_services.supplies.messagesOf(m_person);
    if (!given)
        return;
    QStringList said;
    QStringList never;
    for (const ChoiceOption &option : m_services.records.choices().options(u"harm_reduction_topic"_s)) {
        if (option.retired)
            continue;
        if (const auto last = given->lastGiven(option.code))
            said.append(tr("%1 (%2)").arg(option.label, words::dayAndMonth(*last, m_services.records.today())));
        else
            never.append(option.label);
    }
    auto *messages
        = label(said.isEmpty() ? tr("No message was given yet.") : tr("Last talked about: %1").arg(said.join(u", "_s)), "", true);
    messages->setObjectName(u"messagesGiven"_s);
    m_card->body()->addWidget(messages);
    if (!said.isEmpty() && !never.isEmpty())
        m_card->body()->addWidget(label(tr("Not yet: %1").arg(never.join(u", "_s)), "soft", true));
}

void HarmReductionPage::reload()
{
    KindsPage::reload();
    showKnown();
}

bool HarmReductionPage::concerns(const QList<Change> &changes) const
{
    return KindsPage::concerns(changes)
        || anyShown(changes, m_person,
            {.theirs = {&recordType<TakeHomeNaloxone>(), &recordType<SupplyVisit>(), &recordType<SubstanceReview>(),
                 &recordType<KeyworkSession>()},
                .anybodys = {&recordType<SupplyItem>(), &recordType<AgencyService>()}});
}

} // namespace keywork
