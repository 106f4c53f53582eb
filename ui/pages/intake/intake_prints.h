// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/referral_in.h"
#include "ui/pages/page.h"

namespace keywork {

// The papers of the way in, in the preview; what cannot be made is said in the header.
void previewDecision(Id<ReferralIn> referral, const Services &services, const Navigator &navigator);
void previewBlankReferral(const Services &services, const Navigator &navigator);
void previewArrivalSheet(Id<Person> person, const Services &services, const Navigator &navigator);
void previewRightToRegister(const Services &services, const Navigator &navigator);

} // namespace keywork
