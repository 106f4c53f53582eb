// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/print/guidance_document.h"

namespace keywork {

/// The preview of guidance as a page, a poster or a leaflet. Nobody's data is in it, so nothing is kept of it.
void previewGuidance(const GuidanceEntry &entry, print::GuidancePaper paper, const Services &services, const Navigator &navigator);

} // namespace keywork
