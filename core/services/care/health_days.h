// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace keywork {

class Records;

/// Nothing of somebody's health is of a day before they were born: NotAfterBirth beside the field. The day of birth itself is
/// one, as a first dose is given then.
void addHealthChecks(Records &records);

} // namespace keywork
