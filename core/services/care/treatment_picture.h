// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/treatment_panel.h"
#include "core/domain/treatment_telling.h"
#include "core/rules/gp_gate.h"
#include "core/rules/leaving.h"

namespace keywork {

class Records;

/// Somebody who may be told about treatment, and from when and how that was agreed.
struct TellingLine {
    MayBeTold told = {};
    QString agency = {}; ///< its name, where it is one
    QDate fromOn = {};
    ToldHow how = ToldHow::Written;
};

/// The treatment that a resident is in, or was in last.
struct TreatmentPicture {
    std::optional<Kept<TreatmentEpisode>> episode = {}; ///< the open one that began last, else the one that ended last
    QString agency = {};
    QString agencyTelephone = {};
    QList<Kept<TreatmentPart>> parts = {}; ///< under way first, then considered, then ended, each by its day
    std::optional<QDate> nextReview = {};
    QList<Kept<TreatmentPanel>> panels = {}; ///< not decided, by their day
    QList<TellingLine> mayBeTold = {}; ///< by agreements that hold today
    QList<LeavingDue> leavings = {}; ///< what is to be asked about coming out
    std::optional<GpGate> gp = {}; ///< of an episode that has not ended; none where health may not be read
};

/// NotPermitted for whoever may not read about treatment; closed records as everywhere.
Result<TreatmentPicture> treatmentPictureOf(const Records &records, Id<Person> person);

/// The gate by what stands in the person's record and the directory.
Result<GpGate> gpGateOf(const Records &records, const Person &person);

} // namespace keywork
