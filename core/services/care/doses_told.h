// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dose_told.h"
#include "core/services/care/treatment_cover.h"

namespace keywork {

/// A substitute prescription that is over is told of for so many days yet: whoever gives a dose has to know that it ended.
inline constexpr int kToldAfterEndDays = 28; // house rule
/// Days not collected are told of so far back; as PersonTreatment has them.
inline constexpr int kToldBackDays = 28;

/// What goes wherever a dose of theirs is shown or leaves. A medicine that is no opioid substitute is none of it.
DosesTold dosesTold(const PersonTreatment &treatment, const QString &drugServiceLine, const ChoiceSource &choices);
/// The name of its medicine: of the list, or as it was typed.
QString medicineOf(const Prescription &script, const ChoiceSource &choices);

} // namespace keywork
