// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/plan_snapshot.h"

namespace keywork {

/// The text without medicines, doses, pharmacies and times of day; each is replaced by a dash.
QString discreetText(const QString &text);

/// A copy of the plan to carry in a pocket: a lost page must not invite a robbery (domain.md, "Care plan").
/// Goals and words of the areas health and substance use are left out whole, everywhere else medicines, pharmacies and times.
PlanSnapshot discreetCopy(const PlanSnapshot &snapshot);

} // namespace keywork
