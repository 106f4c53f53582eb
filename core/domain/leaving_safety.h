// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/leaving_plan.h"

namespace keywork {

/// How somebody stays safe when they have to leave: written with them before a notice is given (domain.md, "Stay"). It goes on
/// being looked at until they are out.
struct LeavingSafetyPlan {
    Id<Person> personId = {};
    QDate madeOn = {};
    Choice madeWith = {}; ///< of `yes_no`: whether they took part
    HousingNext housing = HousingNext::NotKnown;
    QString whereTo = {};
    QString untilThen = {}; ///< where they can sleep when nothing is found by the day
    QString support = {}; ///< who stays with them over the move
    QString medicine = {}; ///< prescription and medicine over the move
    NaloxoneAfter naloxone = NaloxoneAfter::NotAsked;
    QString raises = {}; ///< what raises the risk of an overdose now, and what is done about it
    QString ownWords = {};
    QDate reviewOn = {};

    bool hasHousing() const { return housing == HousingNext::Agreed; }
    bool operator==(const LeavingSafetyPlan &) const = default;
};

/// The one that counts: written last, and not entered in error; `until` narrows to those written by that day.
std::optional<Kept<LeavingSafetyPlan>> latestLeavingPlan(const QList<Kept<LeavingSafetyPlan>> &all, QDate until = {});

} // namespace keywork
