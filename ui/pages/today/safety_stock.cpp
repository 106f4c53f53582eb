// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/today/safety_stock.h"

#include "core/domain/house.h"
#include "core/services/house/naloxone.h"
#include "core/services/house/supplies.h"
#include "core/services/records/records.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kShownShort = 3; // of what is short; the page of supplies has all
constexpr int kLongestStockName = 40; // letters, on a narrow card

/// Ready and in date, by kind.
QMap<NaloxoneKind, QList<NaloxoneKit>> readyKits(const QList<Naloxone::KitNow> &kits)
{
    QMap<NaloxoneKind, QList<NaloxoneKit>> ready;
    for (const Naloxone::KitNow &one : kits) {
        if (!isHere(one.kit.value.state))
            continue;
        QList<NaloxoneKit> &kind = ready[one.kit.value.kind]; // a kind of which none is ready stands with none
        if (one.doubt == KitDoubt::None)
            kind.append(one.kit.value);
    }
    return ready;
}

std::optional<PartialDate> firstExpiry(const QList<NaloxoneKit> &ready)
{
    std::optional<PartialDate> first;
    for (const NaloxoneKit &kit : ready)
        if (kit.expiresOn && (!first || kit.expiresOn->latest() < first->latest()))
            first = kit.expiresOn;
    return first;
}

} // namespace

SafetyStock::SafetyStock(const Services &services, const Navigator &navigator, QWidget *parent)
    : Card(tr("Safety stock"), {}, parent)
    , m_services(services)
{
    setObjectName(u"safetyStock"_s);
    auto *all = button(tr("Stock"), "link");
    all->setObjectName(u"openStock"_s);
    all->setAccessibleName(tr("Naloxone and supplies"));
    connect(all, &QPushButton::clicked, this, [navigator] { navigator.openPlace(u"supplies"_s); });
    addToTitle(all);
}

void SafetyStock::reload()
{
    clear();
    const bool mayRead = m_services.records.mayRead(recordType<NaloxoneKit>());
    setVisible(mayRead);
    if (!mayRead)
        return;
    addNaloxone();
    addDefibrillator();
    addSupplies();
}

void SafetyStock::addNaloxone()
{
    const auto kits = m_services.naloxone.kits();
    const auto ready = kits ? readyKits(*kits) : QMap<NaloxoneKind, QList<NaloxoneKit>>();
    for (auto kind = ready.cbegin(); kind != ready.cend(); ++kind)
        addKind(kind.key(), kind.value());
    if (ready.isEmpty()) {
        body()->addWidget(label(tr("Naloxone: no kit is on file."), "", true));
        body()->addWidget(rule());
    }
    addShort();
}

/// "Naloxone, nasal spray · 3 kits · first expires Feb 2027".
void SafetyStock::addKind(NaloxoneKind kind, const QList<NaloxoneKit> &ready)
{
    const std::optional<PartialDate> first = firstExpiry(ready);
    const bool isPressing = ready.isEmpty() || runsOutSoon(first, m_services.records.today());
    auto *line = wrappingLine(10);
    line->addWidget(label(tr("Naloxone, %1").arg(words::shortLabelFor(kind))));
    const QString count = ready.size() == 1 ? tr("1 kit") : tr("%1 kits").arg(ready.size());
    line->addWidget(isPressing ? chip(count, "attention") : label(count, "strong"));
    if (first)
        line->addWidget(label(
            (ready.size() == 1 ? tr("expires %1") : tr("first expires %1")).arg(words::partialDate(*first)), "soft", Theme::isLarge()));
    body()->addLayout(line);
    body()->addWidget(rule());
}

/// By the house's own numbers: what each place is said to hold.
void SafetyStock::addShort()
{
    const auto places = m_services.naloxone.places();
    QStringList few;
    for (const PlaceStock &place : places ? *places : QList<PlaceStock>())
        if (place.missing() > 0)
            few.append(tr("%1: %2 of %3")
                           .arg(words::shortened(place.place.value.name, kLongestStockName), QString::number(place.stock.size()),
                               QString::number(place.place.value.atLeast)));
    if (few.isEmpty())
        return;
    const QString more = few.size() > kShownShort ? tr(" and %1 more").arg(few.size() - kShownShort) : QString();
    body()->addWidget(label(breakable(tr("Too few at %1").arg(few.mid(0, kShownShort).join(u", "_s)) + more), "", true));
    body()->addWidget(rule());
}

void SafetyStock::addDefibrillator()
{
    const auto houses = m_services.records.all<House>();
    const QString place = houses && !houses->isEmpty() ? houses->first().value.defibrillatorPlace : QString();
    body()->addWidget(
        label(place.isEmpty() ? tr("Defibrillator: nobody has said where.") : breakable(tr("Defibrillator: %1").arg(place.simplified())),
            "", true));
}

void SafetyStock::addSupplies()
{
    const auto shelf = m_services.supplies.shelf();
    QStringList names;
    for (const ItemOnShelf &one : shelf ? *shelf : QList<ItemOnShelf>())
        if (one.isToReorder())
            names.append(words::shortened(one.item.value.name, kLongestStockName));
    if (names.isEmpty())
        return;
    const QString more = names.size() > kShownShort ? tr(" and %1 more").arg(names.size() - kShownShort) : QString();
    body()->addWidget(rule());
    body()->addWidget(label(breakable(tr("To reorder: %1").arg(names.mid(0, kShownShort).join(u", "_s)) + more), "", true));
}

} // namespace keywork
