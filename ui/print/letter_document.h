// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/services/sharing/letters_out.h"
#include "ui/print/document.h"

namespace keywork::print {

/// The letter as it is on file, with whom it goes to and the house's head. Through them: with a line on which the resident
/// signs that they want it sent.
Result<Document> advocacyLetter(const Services &services, const Advocacy &advocacy, LetterWay way);

} // namespace keywork::print
