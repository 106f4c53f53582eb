// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dose_told.h"
#include "core/domain/health.h"
#include "core/domain/house.h"
#include "core/domain/risk.h"
#include "core/services/records/people.h"
#include "core/services/services.h"
#include "ui/print/document.h"

#include <set>

namespace keywork::print {

/// What a paramedic needs, on one page.
struct EmergencyFacts {
    House house;
    ResidentLine line;
    QList<Kept<Contact>> contacts;
    QDateTime printedAt; ///< local
    QString printedBy;
    std::optional<SafetyPlan> safetyPlan = {}; ///< only one that they agreed to have here
    DosesTold doses = {}; ///< with the house's duty line
    QList<Kept<HealthCondition>> conditions = {}; ///< all that stand; the sheet tells those that matter in an emergency
};
/// Collects them; printedAt is now.
Result<EmergencyFacts> emergencyFacts(const Services &services, Id<Person> person);
/// Allergies and conditions as the sheet says them: what is written down outweighs a tick, and why something is not known.
QString allergiesTold(const Person &person);
QString conditionsTold(const EmergencyFacts &facts);
/// For the ledger: what the sheet tells.
inline const std::set<Category> kEmergencySheetHolds{
    Category::Identity, Category::Housing, Category::Health, Category::Treatment, Category::Risk, Category::Family};
Document emergencySheet(const EmergencyFacts &facts, const ChoiceSource &choices);

} // namespace keywork::print
