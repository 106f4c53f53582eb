// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/naloxone_stock.h"
#include "core/rules/supply_counts.h"
#include "core/rules/take_home.h"

namespace keywork::words {

/// "Out of date", "Called back" …; empty where nothing is wrong with it.
QString kitDoubt(KitDoubt doubt);
/// "7 (nasal spray, until Aug 2027)"
QString kitInShort(const NaloxoneKit &kit);
/// "2 ready of 3: kit 3 (nasal spray, until Aug 2027), 4 (…)", what is there and no stock, and when it was last looked over.
QString placeStock(const PlaceStock &stock, const QSet<QString> &recalled, const std::optional<QDate> &lastChecked, QDate today);
/// "80 %", or that nothing was given.
QString returned(const ReturnRatio &ratio);
/// "4 visits, 3 of residents: 120 given, 96 brought back (80 %)."
QString supplyWeek(const SupplyWeek &week);
/// Of a resident: that they have naloxone to hand since a day, or that they have none; that nothing is on file.
QString naloxoneToHand(const std::optional<NaloxoneToHand> &told);

} // namespace keywork::words
