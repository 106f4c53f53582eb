// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/place.h"

#include "core/domain/assessment.h"
#include "core/domain/substance.h"
#include "core/services/keeping/retention.h"
#include "core/services/services.h"
#include "ui/pages/settings/backups_page.h"
#include "ui/pages/settings/forms_page.h"
#include "ui/pages/settings/restricted_records_page.h"
#include "ui/pages/settings/retention_page.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/pages/settings/substances_page.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

template <class... Kinds> std::optional<Visit> whereIs(const QString &place, const KeptRow &kept)
{
    const bool isHere = ((kept.row.type == &recordType<Kinds>()) || ...);
    return isHere ? std::optional(Visit{.place = place}) : std::nullopt;
}

} // namespace

PlaceInfo settingsPlace()
{
    return {.id = "house",
        .title = QT_TRANSLATE_NOOP("places", "Settings"),
        .isInNavigation = true,
        .mayOpen = managesHouse,
        .make = [](const PlaceContext &here) -> QWidget * { return new SettingsPage(here.hostel, here.navigator); },
        .whereIs = [](const KeptRow &kept) { return whereIs<House, AgreementWording>(u"house"_s, kept); }};
}

PlaceInfo backupsPlace()
{
    return {.id = "backups",
        .title = QT_TRANSLATE_NOOP("places", "Backups and restoring"),
        .under = "house",
        .mayOpen = managesHouse,
        .make = [](const PlaceContext &here) -> QWidget * { return new BackupsPage(here.hostel, here.navigator); }};
}

PlaceInfo restrictedRecordsPlace()
{
    return {.id = "restricted",
        .title = QT_TRANSLATE_NOOP("places", "Restricted records"),
        .under = "house",
        .mayOpen = managesHouse,
        .make = [](const PlaceContext &here) -> QWidget * { return new RestrictedRecordsPage(here.services, here.navigator); }};
}

PlaceInfo formsPlace()
{
    return {.id = "forms",
        .title = QT_TRANSLATE_NOOP("places", "Forms"),
        .under = "house",
        .mayOpen = managesHouse,
        .make = [](const PlaceContext &here) -> QWidget * { return new FormsPage(here.services, here.navigator); },
        .whereIs = [](const KeptRow &kept) { return whereIs<FormVersion>(u"forms"_s, kept); }};
}

PlaceInfo retentionPlace()
{
    return {.id = "retention",
        .title = QT_TRANSLATE_NOOP("places", "Retention and erasure"),
        .under = "house",
        .mayOpen = [](const Services &services) { return services.retention.mayApprove(); },
        .make = [](const PlaceContext &here) -> QWidget * { return new RetentionPage(here.hostel, here.navigator); },
        .whereIs = [](const KeptRow &kept) { return whereIs<RetentionRule, Erasure>(u"retention"_s, kept); }};
}

PlaceInfo substancesPlace()
{
    return {.id = "substances",
        .title = QT_TRANSLATE_NOOP("places", "Substances"),
        .under = "house",
        .mayOpen = managesHouse,
        .make = [](const PlaceContext &here) -> QWidget * { return new SubstancesPage(here.services, here.navigator); },
        .whereIs = [](const KeptRow &kept) -> std::optional<Visit> {
            if (kept.row.type != &recordType<Substance>())
                return {};
            return Visit{.place = u"substances"_s, .record = {u"substance"_s, kept.id}};
        }};
}

} // namespace keywork
