// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "core/services/sharing/missing_sheet.h"
#include "ui/print/document.h"

namespace keywork::print {

/// One page for the police: who they are, what they look like and wore, when and where they were last seen, where and with whom
/// they may be, whom to ring. Nothing of drugs or health but the words of `wish`. Only what was typed for it, of free texts.
Result<Document> missingSheet(const Services &services, const MissingSheetWish &wish);

} // namespace keywork::print
