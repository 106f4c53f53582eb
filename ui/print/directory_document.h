// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/services/services.h"
#include "ui/print/document.h"

namespace keywork::print {

/// Help nearby, for residents to take away: meetings by weekday, then agencies with telephone and hours. Holds nobody's data.
Result<Document> directoryDocument(const Services &services);

} // namespace keywork::print
