// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "core/services/records/records.h"

#include "core/base/anniversary.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

Done addAgencies(DemoHouse &house)
{
    for (const QJsonValue &value : house.list(u"agencies")) {
        const QJsonArray parts = value.toArray();
        Agency agency;
        agency.name = parts.at(0).toString();
        agency.category = {parts.at(1).toString()};
        agency.telephone = parts.at(2).toString();
        agency.hours = u"Mon to Fri 9:00 to 17:00"_s;
        auto added = house.services.records.add(agency);
        if (!added)
            return added.error();
        house.agencies.append(*added);
    }
    return {};
}

Done addServices(DemoHouse &house)
{
    const QJsonArray services = house.list(u"services");
    for (qsizetype i = 0; i < services.size() && i < house.agencies.size(); ++i) {
        const Kept<Agency> &agency = house.agencies.at(i);
        const QJsonArray parts = services.at(i).toArray();
        AgencyService service{.agencyId = agency.id, .name = parts.at(0).toString(), .needs = parts.at(1).toString()};
        service.waitingWeeks = parts.at(2).toInteger();
        service.howToRefer = parts.at(3).toString();
        if (auto added = house.services.records.add(service); !added)
            return added.error();
        if (auto added = house.services.records.add(
                AgencyContact{agency.id, parts.at(4).toString(), parts.at(5).toString(), agency.value.telephone, {}, {}});
            !added)
            return added.error();
    }
    return {};
}

Done addMeetings(DemoHouse &house)
{
    for (const QJsonValue &value : house.list(u"meetings")) {
        const QJsonArray parts = value.toArray();
        const Meeting meeting{parts.at(0).toString(), {parts.at(1).toString()}, {parts.at(2).toString()}, parts.at(3).toString(),
            parts.at(4).toString(), parts.at(5).toString(), {}, {}};
        if (auto added = house.services.records.add(meeting); !added)
            return added.error();
    }
    return {};
}

/// Who does what, with the agencies that the house works with most; looked at once a year.
Done addJointWorking(DemoHouse &house)
{
    const QJsonArray agreed = house.list(u"jointWorking");
    for (qsizetype i = 0; i < agreed.size() && i < house.agencies.size(); ++i) {
        const QJsonArray parts = agreed.at(i).toArray();
        const JointWorking working{house.agencies.at(i).id, parts.at(0).toString(), parts.at(1).toString(), parts.at(2).toString(),
            house.today(), yearsAfter(house.today(), 1, MonthEnd::LastDay), {u"well"_s}, {}};
        if (auto added = house.services.records.add(working); !added)
            return added.error();
    }
    return {};
}

Done reviewJointWorking(DemoHouse &house, DemoRandom &random)
{
    auto all = house.services.records.all<JointWorking>();
    if (!all)
        return all.error();
    for (Kept<JointWorking> &one : *all) {
        one.value.reviewOn = yearsAfter(house.today(), 1, MonthEnd::LastDay);
        one.value.howWell = {random.oneIn(3) ? u"mostly"_s : u"well"_s};
        if (auto amended = house.services.records.amend(one); !amended)
            return amended.error();
    }
    return {};
}

} // namespace

/// Agencies and what they offer, people there, meetings nearby, agreements on who does what.
Done partners(DemoDay &day)
{
    if (day.isFirst()) {
        for (const auto &part : {addAgencies, addServices, addMeetings, addJointWorking})
            if (Done added = part(day.house); !added)
                return added;
        return {};
    }
    const QDate start = day.house.calendar.start();
    if (day.date == yearsAfter(start, day.date.year() - start.year(), MonthEnd::LastDay))
        day.at(16, [&house = day.house, &random = day.random] { return reviewJointWorking(house, random); });
    return {};
}

} // namespace keywork::demo
