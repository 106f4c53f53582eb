// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/domain/stay_letters.h"
#include "core/domain/treatment.h"
#include "core/rules/leaving.h"

namespace keywork {

class RecordReader;

// The leaving that a record tells of; none: it tells of none, or nobody is asked after it (who died, or went on into custody).
std::optional<LeavingKnown> leavingIn(const Kept<HospitalStay> &stay);
std::optional<LeavingKnown> leavingIn(const Kept<CustodySpell> &spell);
std::optional<LeavingKnown> leavingIn(const Kept<TreatmentPart> &part);
std::optional<LeavingKnown> leavingIn(const Kept<TreatmentEpisode> &episode);
LeavingSaid leavingSaidIn(const Kept<LeavingPlan> &plan);
/// Of a notice that goes on after `today`: over, it is a line of its own.
std::optional<LeavingKnown> leavingIn(const Kept<StayNotice> &notice, QDate today);
/// Where to, as the safety plan of that notice says.
LeavingSaid leavingSaidIn(const Kept<LeavingSafetyPlan> &plan, const Kept<StayNotice> &notice);

/// What is to be asked of one resident on the day, as far as whoever is signed in may know.
Result<QList<LeavingDue>> leavingsDueOf(const RecordReader &records, Id<Person> person, QDate today);

} // namespace keywork
