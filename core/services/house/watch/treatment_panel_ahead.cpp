// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/treatment_panel.h"
#include "core/rules/treatment_reviews.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching_treatment.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> panelsDue(const WatchFacts &facts)
{
    const QDate today = facts.today();
    return facts.ofRecords<TreatmentPanel>(
        panelsWaiting(facts.database(), today.addDays(-kPanelAskedDays), today.addDays(kTreatmentAheadDays)),
        [](const Kept<TreatmentPanel> &panel, WatchItem &item) {
            item.day = panel.value.panelOn.value_or(QDate());
            item.labels.insert(QStringLiteral("what"), labelOf(panel.value.kind));
            return true;
        });
}

} // namespace

extern const WatchRule treatmentPanelAhead{
    .code = "treatment_panel",
    .category = Category::Treatment,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Panel"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Panel, {day}, not decided yet: {what}"),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n panels"),
    .opensTab = "treatment",
    .due = panelsDue,
};

} // namespace keywork
