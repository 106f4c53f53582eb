// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/derived_column.h"

#include "core/domain/child.h"
#include "core/domain/kinds.h"
#include "core/domain/policy.h"
#include "core/domain/room.h"
#include "core/domain/supplies.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/child_age_column.h"
#include "ui/forms/parts_column.h"
#include "ui/forms/policy_column.h"
#include "ui/forms/room_column.h"

namespace keywork {

std::unique_ptr<DerivedColumn> derivedColumn(const RecordType &type, const Services &services)
{
    if (kindsAboutSeveral().contains(&type) && services.records.mayRead(*partsOf(type).first()))
        return std::make_unique<PartsColumn>(*partsOf(type).first(), services);
    if (&type == &recordType<SupplyVisit>() && services.records.mayRead(recordType<SupplyLine>()))
        return std::make_unique<PartsColumn>(recordType<SupplyLine>(), services);
    if (&type == &recordType<Room>() && RoomColumn::mayBeRead(services))
        return std::make_unique<RoomColumn>(services);
    if (&type == &recordType<Child>())
        return std::make_unique<ChildAgeColumn>(services);
    if (&type == &recordType<Policy>())
        return std::make_unique<PolicyColumn>(services);
    return nullptr;
}

} // namespace keywork
