// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sharing/place.h"

#include "ui/pages/sharing/ledger_page.h"

using namespace Qt::StringLiterals;

namespace keywork {

PlaceInfo ledgerPlace()
{
    return {.id = "ledger",
        .title = QT_TRANSLATE_NOOP("places", "Disclosure log"),
        .isInNavigation = true,
        .mayOpen = managesHouse,
        .make = [](const PlaceContext &here) -> QWidget * { return new LedgerPage(here.services, here.navigator); },
        .whereIs = [](const KeptRow &kept) -> std::optional<Visit> {
            return kept.row.type == &recordType<Disclosure>() ? std::optional(Visit{.place = u"ledger"_s}) : std::nullopt;
        }};
}

} // namespace keywork
