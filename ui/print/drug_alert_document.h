// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/drug_alert.h"
#include "core/services/services.h"
#include "ui/print/document.h"

namespace keywork::print {

/// Full: with what it is, what the issuer says and how sure they are. Plain: what to look out for, and whom to ask.
enum class AlertNotice { Full, Plain };

/// A drug alert as one page for the wall, in large letters; nobody's data. What it does and is stands there as the alert says it: no
/// clinical word of ours. NotFound, NotPermitted.
Result<Document> drugAlertNotice(const Services &services, Id<DrugAlert> alert, AlertNotice notice);

} // namespace keywork::print
