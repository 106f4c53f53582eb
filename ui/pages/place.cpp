// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/place.h"

#include "core/domain/kinds.h"
#include "core/services/records/records.h"
#include "core/services/services.h"

#include <algorithm>

namespace keywork {

bool worksInHouse(const Services &services) { return services.records.session().role() != Role::Auditor; }

bool managesHouse(const Services &services) { return services.records.session().manages(); }

bool mayReadAnyOf(Place place, const Services &services)
{
    return std::any_of(allKinds().cbegin(), allKinds().cend(),
        [&](const RecordType *type) { return type->place == place && services.records.mayRead(*type); });
}

std::optional<Visit> whereListed(const char *id, Place place, const KeptRow &kept)
{
    if (kept.row.type->place != place)
        return {};
    return Visit{.place = QString::fromLatin1(id), .record = {QString::fromLatin1(kept.row.type->table), kept.id}};
}

} // namespace keywork
