// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/audit.h"
#include "core/services/services.h"
#include "ui/print/document.h"

namespace keywork::print {

/// The seals of the last days on one page, to be signed, dated and kept away from the PC. Holds nobody's data.
Document sealDocument(const Services &services, const QList<Seal> &seals);

} // namespace keywork::print
