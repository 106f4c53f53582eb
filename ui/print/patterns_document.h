// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/rules/incident_patterns.h"
#include "core/services/services.h"
#include "ui/print/document.h"

namespace keywork::print {

/// The patterns of incidents of these days, drawn and in numbers. Names nobody.
Result<Document> patternsDocument(const Services &services, const IncidentPatterns &patterns, QDate from, QDate until);

} // namespace keywork::print
