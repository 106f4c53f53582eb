// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/referral_facts.h"

namespace keywork {

/// The referral as a FHIR R4 (4.0.1) document Bundle, UTF-8 JSON. The same facts give the same bytes.
QByteArray fhirBundle(const ReferralFacts &facts);

inline const QString kFhirMediaType = QStringLiteral("application/fhir+json");

} // namespace keywork
