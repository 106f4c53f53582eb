// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/overdose_compared.h"

#include <algorithm>

namespace keywork {

QList<OverdoseFact> unreadFacts(const OverdoseReading &whole, const OverdoseReading &read)
{
    QStringList known;
    for (const OverdoseFact &fact : read.facts)
        known.append(overdoseKey(fact));
    QList<OverdoseFact> unread;
    for (const OverdoseFact &fact : whole.facts)
        if (!known.contains(overdoseKey(fact)))
            unread.append(fact);
    return unread;
}

OverdoseReading borneOut(OverdoseReading read, const OverdoseReading &whole)
{
    read.facts.removeIf([&whole](const OverdoseFact &fact) {
        return std::none_of(
            whole.facts.cbegin(), whole.facts.cend(), [&fact](const OverdoseFact &other) { return other.kind == fact.kind; });
    });
    return read;
}

} // namespace keywork
