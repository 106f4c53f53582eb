// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/treatment_reviews.h"
#include "tests/support/catch.h"

namespace keywork::test::treatment_reviews_test {

namespace {

TreatmentReview heldOn(QDate day, std::optional<QDate> next = {})
{
    TreatmentReview review;
    review.heldOn = day;
    review.nextOn = next;
    return review;
}

} // namespace

TEST_CASE("The next review is what the last one said, else the day that was named, until one was held on it")
{
    const QDate named(2026, 10, 1);
    TreatmentEpisode episode;
    CHECK_FALSE(nextTreatmentReview(episode, {}));
    episode.reviewOn = named;
    CHECK(nextTreatmentReview(episode, {}) == named);
    CHECK(nextTreatmentReview(episode, {heldOn(named.addDays(-1))}) == named); // another one
    CHECK_FALSE(nextTreatmentReview(episode, {heldOn(named)}));
    CHECK_FALSE(nextTreatmentReview(episode, {heldOn(named.addDays(3))}));
    CHECK(nextTreatmentReview(episode, {heldOn(named, QDate(2026, 12, 24))}) == QDate(2026, 12, 24));
    CHECK(nextTreatmentReview(episode, {heldOn(QDate(2026, 9, 1), QDate(2026, 9, 20)), heldOn(QDate(2026, 8, 1), QDate(2026, 9, 1))})
        == QDate(2026, 9, 20)); // the last by its day, not by the order
    episode.endedOn = named;
    CHECK_FALSE(nextTreatmentReview(episode, {}));
}

TEST_CASE("Coming out of a detox or rehab lowers tolerance, and nothing else of treatment does by itself")
{
    using enum TreatmentKind;
    for (const auto &[kind, lowers, lives] :
        {std::tuple{TalkingOneToOne, false, false}, {TalkingGroup, false, false}, {SubstitutePrescribing, false, false},
            {DetoxCommunity, true, false}, {DetoxInpatient, true, true}, {DetoxResidential, true, true}, {ResidentialRehab, true, true},
            {SharedCare, false, false}, {MutualAid, false, false}, {Aftercare, false, false}}) {
        INFO(labelOf(kind));
        CHECK(lowersTolerance(kind) == lowers);
        CHECK(isResidential(kind) == lives);
    }
}

} // namespace keywork::test::treatment_reviews_test
