// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/treatment_reviews.h"

#include <algorithm>

namespace keywork {

std::optional<QDate> nextTreatmentReview(const TreatmentEpisode &episode, const QList<TreatmentReview> &held)
{
    if (!episode.isOpen())
        return {};
    const auto last = std::max_element(
        held.cbegin(), held.cend(), [](const TreatmentReview &a, const TreatmentReview &b) { return a.heldOn < b.heldOn; });
    if (last == held.cend())
        return episode.reviewOn;
    if (last->nextOn)
        return last->nextOn;
    return episode.reviewOn && *episode.reviewOn > last->heldOn ? episode.reviewOn : std::nullopt;
}

} // namespace keywork
