// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/keywork.h"
#include "core/services/services.h"
#include "ui/print/document.h"

namespace keywork::print {

/// "What we talked about": half a page for the resident, in plain words. The areas that were talked about by their names, not
/// our notes; what they said, what was agreed and who does it, when we meet again.
Result<Document> talkedAbout(const Services &services, Id<KeyworkSession> session);

} // namespace keywork::print
