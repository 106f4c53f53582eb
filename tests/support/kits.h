// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/naloxone_kit.h"
#include "core/domain/supplies.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"
#include "tests/support/services.h"

namespace keywork::test {

inline Kept<NaloxonePlace> aPlace(TestHostel &hostel, const QString &name, qint64 atLeast)
{
    return need(hostel.services().records.add(NaloxonePlace{.name = name, .atLeast = atLeast}));
}

/// A nasal spray with two doses.
inline Kept<NaloxoneKit> aKit(TestHostel &hostel, Id<NaloxonePlace> place, const QString &number,
    const QString &expires = QStringLiteral("2028-01"), const QString &batch = QStringLiteral("A12"))
{
    NaloxoneKit kit;
    kit.number = number;
    kit.batch = batch;
    kit.expiresOn = PartialDate::fromText(expires);
    kit.dosesLeft = 2;
    kit.placeId = place;
    return need(hostel.services().records.add(kit));
}

/// An item that is brought back once it was used.
inline Kept<SupplyItem> anItem(TestHostel &hostel, const QString &name, std::optional<qint64> reorderAt = {})
{
    SupplyItem item;
    item.name = name;
    item.kind = {QStringLiteral("syringe")};
    item.comesBack = true;
    item.reorderAt = reorderAt;
    return need(hostel.services().records.add(item));
}

/// One visit, now, with one line.
inline Result<Family> tryGive(TestHostel &hostel, Id<SupplyItem> item, qint64 given, qint64 returned, Id<Person> person = {})
{
    SupplyVisit visit;
    visit.at = hostel.services().records.clock().now().addSecs(-3600);
    visit.personId = person;
    Family family;
    family.head.row = toRow(visit);
    family.parts.append(KeptRow());
    family.parts.last().row = toRow(SupplyLine{.itemId = item, .given = given, .returned = returned});
    return hostel.services().families.save(family, {});
}
inline Family give(TestHostel &hostel, Id<SupplyItem> item, qint64 given, qint64 returned, Id<Person> person = {})
{
    return need(tryGive(hostel, item, given, returned, person));
}

} // namespace keywork::test
