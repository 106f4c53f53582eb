// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"

namespace keywork {

/// Brings what a colleague saved meanwhile into `mine`. `base` is what the typing began with. A field that only they
/// changed becomes theirs; one that both changed differently stays mine and is told (ChangedMeanwhile with their text).
/// Fields that no form edits become theirs.
Violations mergeInto(Row &mine, const Row &base, const Row &theirs);

} // namespace keywork
