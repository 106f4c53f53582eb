// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/plan_snapshot.h"

#include <set>

namespace keywork {

/// Whether the words are about a court, the police, probation or prison. Rather too often than not often enough: what it
/// finds stays in the house until that is agreed.
bool speaksOfCourt(const QString &text);

/// Whether an area of the plan may leave with these categories: its own one is among them (`Codes<Area>`). False for an
/// area that this program does not know.
bool areaMayLeave(const PlanSnapshot::AreaPart &part, const std::set<Category> &leaving);

/// Whether areas of a plan, anybody's, may have to stay when these leave.
bool someAreasStay(const std::set<Category> &leaving);

} // namespace keywork
