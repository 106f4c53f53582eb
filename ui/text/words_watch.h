// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/services/house/watch/watch_rule.h"

namespace keywork::words {

QString watchTitle(const WatchItem &item);
/// Many lines of a rule in one: "5 care plans to review".
QString watchMany(const WatchRule &rule, qsizetype count);
/// The word on the press of its lines: Open, Review, Check, Ring.
QString watchPress(const WatchRule &rule);
/// Whom or what the item is about: "Ben Barker · Room 7"; empty for the house.
QString watchSubject(const WatchItem &item);
QString watchSentence(const WatchItem &item, QDate today);
/// That somebody rang about it, what was answered, and when it presses again; empty: nobody did. In the house's time.
QString watchRung(const WatchItem &item, const Clock &clock);

} // namespace keywork::words
