// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/additions.h"

#include "core/domain/handover.h"
#include "core/domain/kinds.h"
#include "core/services/records/records.h"
#include "ui/pages/resident/tabs.h"
#include "ui/shell/places.h"

#include <algorithm>

namespace keywork {

namespace {

/// What stands on a tab of its own first, then what a shift adds most.
int additionRank(const RecordType &type)
{
    static const QList<Place> lists{Place::Resident, Place::Treatment, Place::Health, Place::ResidentCourt, Place::Money,
        Place::HarmReduction, Place::MoveOn, Place::Notice};
    return type.place == Place::Nowhere ? 0 : int(lists.indexOf(type.place)) * 100 + type.listRank;
}

bool isToAdd(const RecordType &type, const Services &services)
{
    const ResidentTab *tab = type.tiedBy(Tie::Owner) ? tabShowing(type) : nullptr;
    return type.newOne && !type.childOf && services.records.mayAdd(type) && (!tab || tab->mayOpen(services));
}

} // namespace

QList<const RecordType *> kindsToAdd(const Services &services)
{
    QList<const RecordType *> kinds;
    for (const RecordType *type : allKinds())
        if (type->tiedBy(Tie::Owner) && tabShowing(*type) && isToAdd(*type, services))
            kinds.append(type);
    std::stable_sort(
        kinds.begin(), kinds.end(), [](const RecordType *a, const RecordType *b) { return additionRank(*a) < additionRank(*b); });
    return kinds;
}

std::optional<Visit> formFor(const RecordType &type, Id<Person> person, const Services &services)
{
    KeptRow fresh;
    fresh.row = emptyRow(type);
    const Field *owner = type.tiedBy(Tie::Owner);
    if (owner)
        fresh.row.set(QString::fromLatin1(owner->column), person.value);
    auto where = visitTo(fresh);
    if (!where || !placeNamed(where->place)->mayOpen(services))
        return {};
    if (const ResidentTab *tab = owner ? tabShowing(type) : nullptr; tab && !tab->mayOpen(services))
        return {};
    where->person = person.value; // of a record that several may be in: the first one
    return where;
}

QList<Addition> additionsFor(Id<Person> person, const Services &services)
{
    QList<Addition> additions;
    for (const RecordType *type : allKinds()) {
        const bool isTheirs = type->tiedBy(Tie::Owner) || kindsAboutSeveral().contains(type);
        const bool isGathered = type == &recordType<Handover>(); // what it tells of them nobody types
        if (!isTheirs || isGathered || !isToAdd(*type, services))
            continue;
        if (const auto where = formFor(*type, person, services))
            additions.append({type, *where});
    }
    std::stable_sort(additions.begin(), additions.end(),
        [](const Addition &a, const Addition &b) { return additionRank(*a.type) < additionRank(*b.type); });
    return additions;
}

} // namespace keywork
