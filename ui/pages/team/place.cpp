// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/team/place.h"

#include "core/domain/group_activity.h"
#include "core/services/house/accounts.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/team/access_part.h"
#include "ui/pages/team/new_group.h"

#include <QCoreApplication>
#include <QVBoxLayout>
#include <utility>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString signsIn(const Accounts &accounts, const Staff &member)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("places", text); };
    if (!accounts.maySignIn(member))
        return say(QT_TRANSLATE_NOOP("places", "no"));
    if (member.choosesPassword)
        return say(QT_TRANSLATE_NOOP("places", "with the passphrase given"));
    return accounts.entryOf(member) == Accounts::Entry::ByName ? say(QT_TRANSLATE_NOOP("places", "yes"))
                                                               : say(QT_TRANSLATE_NOOP("places", "by the earlier name"));
}

QWidget *makeTeam(const PlaceContext &here)
{
    auto *team = new KindsPage(Place::Team, QCoreApplication::translate("places", "Team"), {}, here.services, here.navigator);
    // Its list is the first page, and asked for here before anybody sees it.
    RecordsPage *members = team->page(QString::fromLatin1(recordType<Staff>().table));
    if (members)
        members->table()->model()->addSaid(
            QCoreApplication::translate("places", "Can sign in"), [&accounts = here.services.accounts](const KeptRow &row) {
                const auto member = asKind<Staff>(row);
                return member ? signsIn(accounts, member->value) : QString();
            });
    if (members && here.services.records.mayChange(recordType<Staff>()))
        QObject::connect(members, &RecordsPage::opened, team,
            [&hostel = here.hostel, navigator = here.navigator](const KeptRow &row, QVBoxLayout *below) {
                if (const auto member = asKind<Staff>(row))
                    below->addWidget(new AccessPart(*member, hostel, navigator));
            });
    // Whoever's record it was opened from is in the first one only.
    if (RecordsPage *groups = team->page(QString::fromLatin1(recordType<GroupActivity>().table)))
        groups->beginNewWith(QCoreApplication::translate("places", "New &group or activity"),
            [services = here.services, person = Id<Person>{here.visit.person}]() mutable {
                return newGroup(services, std::exchange(person, {}));
            });
    return team;
}

std::optional<Visit> whereInTeam(const KeptRow &kept)
{
    if (kept.row.type == &recordType<GroupPerson>()) // it is read where it belongs
        return Visit{.place = u"team"_s,
            .record = {QString::fromLatin1(recordType<GroupActivity>().table), kept.row.value(u"activity_id"_s).toLongLong()}};
    return whereListed("team", Place::Team, kept);
}

} // namespace

PlaceInfo teamPlace()
{
    return {.id = "team",
        .title = QT_TRANSLATE_NOOP("places", "Team"),
        .isInNavigation = true,
        .mayOpen = [](const Services &services) { return mayReadAnyOf(Place::Team, services); },
        .make = makeTeam,
        .whereIs = whereInTeam};
}

} // namespace keywork
