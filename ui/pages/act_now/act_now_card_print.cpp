// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/act_now/act_now_card_print.h"

#include "core/services/records/records.h"
#include "ui/print/act_now_card.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

void previewActNowCard(const HouseCard &card, const Services &services, const Navigator &navigator)
{
    const auto house = services.records.all<House>();
    const bool isKnown = house && !house->isEmpty();
    navigator.preview(
        {.document = print::actNowCard(print::actNowHouse(card, isKnown ? std::optional(house->first().value) : std::nullopt)),
            .title = QCoreApplication::translate("places", "Card for the wall: overdose, act now"),
            .fileName = u"act-now-card"_s});
}

} // namespace keywork
