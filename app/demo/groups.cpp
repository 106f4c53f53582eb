// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "core/domain/group_activity.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

/// A line of the texts: what, kind, place, minutes, who leads from outside (or nobody), how it went.
Done meet(DemoHouse &house, DemoRandom &random, const QJsonArray &text)
{
    GroupActivity group;
    group.what = text.at(0).toString();
    group.kind = {text.at(1).toString()};
    group.place = text.at(2).toString();
    group.minutes = text.at(3).toInt();
    group.leadsOther = text.at(4).toString();
    if (group.leadsOther.isEmpty())
        group.leadsId = house.someone(random).id;
    group.howItWent = text.at(5).toString();
    group.startsAt = house.clock.now().addSecs(-60 * (*group.minutes + 30));
    Family family;
    family.head.row = toRow(group);
    QList<DemoResidentPtr> nearby = house.present;
    const int most = 2 + random.upTo(5);
    for (int i = 0; i < most && !nearby.isEmpty(); ++i) {
        GroupPerson part;
        part.personId = nearby.takeAt(random.upTo(int(nearby.size())))->id;
        part.came = random.oneIn(8) ? GroupCame::DidNotCome : random.oneIn(10) ? GroupCame::HelpedLead : GroupCame::Came;
        if (part.came == GroupCame::Came && random.oneIn(5))
            part.said = random.pick(house.list(u"saidOfGroups")).toString();
        family.parts.append(KeptRow());
        family.parts.last().row = toRow(part);
    }
    return onlyDone(house.services.families.save(family, {}));
}

} // namespace

/// On Tuesdays the support group of the house, on Fridays something else.
Done groups(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    const QJsonArray all = house.list(u"groups");
    const int weekday = day.date.dayOfWeek();
    if ((weekday != Qt::Tuesday && weekday != Qt::Friday) || house.present.isEmpty())
        return {};
    const QJsonArray text = weekday == Qt::Tuesday ? all.first().toArray() : all.at(1 + random.upTo(int(all.size()) - 1)).toArray();
    day.at(19, [&house, &random, text] { return meet(house, random, text); });
    return {};
}

} // namespace keywork::demo
