// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/stay_letters.h"
#include "core/services/services.h"
#include "ui/print/document.h"

namespace keywork::print {

/// A warning in plain words, with what was agreed, until when it counts, how to appeal and who gives advice. NotAllowedNow
/// while it is only prepared, or once it was taken back.
Result<Document> warningLetter(const Services &services, const Kept<StayWarning> &warning);
/// A notice to leave, with its safety plan behind it. NotAllowedNow as above, and without its safety plan.
Result<Document> noticeLetter(const Services &services, const Kept<StayNotice> &notice);

} // namespace keywork::print
