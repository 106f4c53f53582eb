// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/guidance_page.h"

namespace keywork::words {

/// Why a text can't be read as a page, with the line where it stops.
QString guidanceFault(const GuidanceFault &fault);
/// Where a page comes from and how old it is: "Working with people who use drugs, “Overdose”. Of 2019; written 30 Nov 2026."
QString sourceLine(const GuidancePage &page);
/// Where a note of what changed since was read: "GOV.UK, December 2024".
QString noteSource(const GuidanceBlock &block);

} // namespace keywork::words
