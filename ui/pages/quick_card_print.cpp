// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/quick_card_print.h"

#include "core/domain/house.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/print/quick_card.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

void previewQuickCard(Role role, const Services &services, const Navigator &navigator)
{
    const auto house = services.records.all<House>(); // an auditor does not read it: the card goes without its name
    navigator.preview({.document = print::quickCard(role, house && !house->isEmpty() ? house->first().value.name : QString()),
        .title = QCoreApplication::translate("places", "Quick card"),
        .fileName = u"quick-card-"_s + QString::fromLatin1(codeOf(role))});
}

} // namespace keywork
