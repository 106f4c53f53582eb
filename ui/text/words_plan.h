// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/changes_between.h"
#include "core/services/records/people.h"

namespace keywork::words {

QString planChange(const PlanChange &change, const ChoiceSource &choices);
QString planStanding(const PlanStanding &standing, QDate today);

} // namespace keywork::words
