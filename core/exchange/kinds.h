// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/fhir_resources.h"

namespace keywork::fhir {

/// How the records of one kind leave as FHIR. A kind without one leaves as Observations, one an answer.
struct ExchangeKind {
    const RecordType *type = nullptr;
    /// None for what another resource carries.
    QList<Resource> (*make)(const Resources &from, const SharedRecord &record) = nullptr;
};

/// Each kind's is in a file of its own under kinds/; this lists them, one line a kind.
const QList<ExchangeKind> &exchangeKinds();
/// Null for a kind that has none.
const ExchangeKind *exchangeKind(const RecordType &type);

ExchangeKind exchangedStay();
ExchangeKind exchangedAlert();
ExchangeKind exchangedContact();
ExchangeKind exchangedPersonName();
ExchangeKind exchangedAppointment();
ExchangeKind exchangedSubstanceUse();
ExchangeKind exchangedTreatmentEpisode();
ExchangeKind exchangedRisk();
ExchangeKind exchangedOverdoseLevel();

} // namespace keywork::fhir
