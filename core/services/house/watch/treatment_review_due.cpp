// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/treatment_reviews.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching_treatment.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> treatmentReviewsDue(const WatchFacts &facts)
{
    const auto rows = reviewsOfOpenEpisodes(facts.database());
    if (!rows)
        return rows.error();
    QHash<qint64, QList<TreatmentReview>> held;
    for (const KeptRow &row : *rows) {
        const auto review = asKind<TreatmentReview>(row);
        if (!review)
            return review.error();
        held[review->value.episodeId.value].append(review->value);
    }
    return facts.ofRecords<TreatmentEpisode>(
        episodesToReview(facts.database(), facts.today()), [&](const Kept<TreatmentEpisode> &episode, WatchItem &item) {
            const auto next = nextTreatmentReview(episode.value, held.value(episode.id.value));
            item.day = next.value_or(QDate());
            return next && *next <= facts.today();
        });
}

Result<QList<WatchItem>> firstAppointmentsDue(const WatchFacts &facts)
{
    return facts.ofRecordsOn<TreatmentEpisode>(
        firstAppointmentsAhead(facts.database(), facts.today(), facts.today().addDays(kTreatmentAheadDays)),
        [](const Kept<TreatmentEpisode> &episode) { return episode.value.firstOn.value_or(QDate()); });
}

} // namespace

extern const WatchRule treatmentReviewDue{
    .code = "treatment_review_due",
    .category = Category::Treatment,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Review of treatment"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Review with {agency}: {day}. Was it held, and when is the next?"),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n reviews of treatment"),
    .opensTab = "treatment",
    .due = treatmentReviewsDue,
};

extern const WatchRule treatmentFirstAppointment{
    .code = "treatment_first_appointment",
    .category = Category::Treatment,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "First appointment"),
    .sentence = QT_TRANSLATE_NOOP("watch", "First appointment with {agency}: {day}. Who goes along, and do they know what to expect?"),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n first appointments"),
    .opensTab = "treatment",
    .due = firstAppointmentsDue,
};

} // namespace keywork
