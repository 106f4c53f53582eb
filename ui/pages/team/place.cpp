// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/team/place.h"

#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/team/access_part.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace keywork {

namespace {

QWidget *makeTeam(const PlaceContext &here)
{
    auto *team = new KindsPage(Place::Team, QCoreApplication::translate("places", "Team"), {}, here.services, here.navigator);
    RecordsPage *members = team->page(QString::fromLatin1(recordType<Staff>().table));
    if (members && here.services.records.mayChange(recordType<Staff>()))
        QObject::connect(members, &RecordsPage::opened, team,
            [&hostel = here.hostel, navigator = here.navigator](const KeptRow &row, QVBoxLayout *below) {
                if (const auto member = asKind<Staff>(row))
                    below->addWidget(new AccessPart(*member, hostel, navigator));
            });
    return team;
}

} // namespace

PlaceInfo teamPlace()
{
    return {.id = "team",
        .title = QT_TRANSLATE_NOOP("places", "Team"),
        .isInNavigation = true,
        .mayOpen = [](const Services &services) { return mayReadAnyOf(Place::Team, services); },
        .make = makeTeam,
        .whereIs = [](const KeptRow &kept) { return whereListed("team", Place::Team, kept); }};
}

} // namespace keywork
