// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/keywork.h"
#include "core/domain/substance_use.h"
#include "core/services/services.h"
#include "ui/print/document.h"

namespace keywork::print {

// Records of the work that read poorly field by field, in the order and words of their screens. NotFound, NotPermitted,
// NeedToKnow, as for any record.

/// What they use as a table, what changed since the review before, what was talked about, and what else was answered.
Result<Document> substanceReviewPaper(const Services &services, Id<SubstanceReview> id);
/// Who, when and how it came about; the notes area by area; how ready, how able; what was agreed and talked about.
Result<Document> keyworkSessionPaper(const Services &services, Id<KeyworkSession> id);

} // namespace keywork::print
