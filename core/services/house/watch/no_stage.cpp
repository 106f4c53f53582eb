// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> noStageDue(const WatchFacts &facts)
{
    return facts.ofResidents(facts.here(), [&](const ResidentLine &line) -> std::optional<WatchItem> {
        const auto arrived = line.stay ? line.stay->value.arrivedOn : std::nullopt;
        if (line.stage || !arrived || arrived->daysTo(facts.today()) < kSettlingInDays)
            return {};
        return WatchItem{.day = *arrived};
    });
}

} // namespace

extern const WatchRule noStage{
    .code = "no_stage",
    .category = Category::SubstanceUse,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Spectrum of need"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Here since {day}, no stage recorded yet."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n residents without a stage"),
    .due = noStageDue,
};

} // namespace keywork
