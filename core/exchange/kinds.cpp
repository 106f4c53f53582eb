// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/kinds.h"

#include <algorithm>

namespace keywork::fhir {

const QList<ExchangeKind> &exchangeKinds()
{
    static const QList<ExchangeKind> kinds{
        exchangedStay(),
        exchangedAlert(),
        exchangedContact(),
        exchangedPersonName(),
        exchangedAppointment(),
        exchangedSubstanceUse(),
        exchangedTreatmentEpisode(),
        exchangedRisk(),
        exchangedOverdoseLevel(),
    };
    return kinds;
}

const ExchangeKind *exchangeKind(const RecordType &type)
{
    const QList<ExchangeKind> &kinds = exchangeKinds();
    const auto found = std::find_if(kinds.cbegin(), kinds.cend(), [&type](const ExchangeKind &kind) { return kind.type == &type; });
    return found == kinds.cend() ? nullptr : &*found;
}

} // namespace keywork::fhir
