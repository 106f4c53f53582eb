// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> noKeyworkerDue(const WatchFacts &facts)
{
    return facts.ofResidents(
        facts.here(), [](const ResidentLine &line) { return line.person.value.keyworkerId ? std::nullopt : std::optional(WatchItem{}); });
}

} // namespace

extern const WatchRule noKeyworker{
    .code = "no_keyworker",
    .category = Category::Identity,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Keyworker"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Nobody is keyworker yet."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n residents without a keyworker"),
    .due = noKeyworkerDue,
};

} // namespace keywork
