// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/residents/place.h"

#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/residents/doubles_page.h"
#include "ui/pages/residents/new_resident_page.h"
#include "ui/pages/residents/residents_page.h"
#include "ui/pages/residents/take_in_tonight_page.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

template <class P> QWidget *makePage(const PlaceContext &here) { return new P(here.services, here.navigator); }

} // namespace

PlaceInfo residentsPlace()
{
    return {.id = "residents",
        .title = QT_TRANSLATE_NOOP("places", "Residents"),
        .isInNavigation = true,
        .mayOpen = worksInHouse,
        .make = makePage<ResidentsPage>};
}

PlaceInfo newResidentPlace()
{
    return {.id = "new",
        .title = QT_TRANSLATE_NOOP("places", "New resident"),
        .under = "residents",
        .mayOpen = [](const Services &services) { return services.records.mayChange(recordType<Person>()); },
        .make = makePage<NewResidentPage>,
        .whereIs = [](const KeptRow &kept) -> std::optional<Visit> {
            const bool isNew = kept.row.type == &recordType<Person>() && kept.id == 0;
            return isNew ? std::optional(Visit{.place = u"new"_s}) : std::nullopt;
        },
        .keys = {QKeySequence(u"Ctrl+N"_s)}};
}

PlaceInfo doublesPlace()
{
    return {.id = "doubles",
        .title = QT_TRANSLATE_NOOP("places", "The same person twice"),
        .under = "residents",
        .mayOpen = [](const Services &services) { return services.records.session().may(Act::Manage, Category::Identity); },
        .make = makePage<DoublesPage>};
}

PlaceInfo takeInTonightPlace()
{
    return {.id = "tonight",
        .title = QT_TRANSLATE_NOOP("places", "Take in tonight"),
        .under = "residents",
        .mayOpen = mayTakeIn,
        .make = makePage<TakeInTonightPage>,
        .draftPart = "tonight",
        .keys = {QKeySequence(u"Ctrl+T"_s)}};
}

} // namespace keywork
