// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/policies.h"
#include "app/demo/areas.h"
#include "core/base/anniversary.h"
#include "core/domain/guidance.h"
#include "core/domain/policy.h"
#include "core/services/records/records.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

constexpr int kReadWithinDays = 20;

QDate yearOn(QDate day) { return yearsAfter(day, 1, MonthEnd::LastDay); }

Policy policyFrom(const QJsonObject &text, const DemoHouse &house, DemoRandom &random)
{
    const auto said = [&text](const char *name) { return text.value(QLatin1String(name)).toString(u""_s); };
    Policy policy;
    policy.title = said("title");
    policy.kind = fromCode<PolicyKind>(said("kind")).value_or(PolicyKind::Other);
    policy.text = said("text");
    policy.paper = said("paper");
    policy.inside = said("inside");
    policy.outside = said("outside");
    policy.onReturn = said("on_return");
    policy.weCallFor = said("we_call_for");
    policy.weDoNotCallFor = said("we_do_not_call_for");
    policy.namedOfficer = said("named_officer");
    policy.ownerId = house.someone(random).id;
    policy.validFrom = house.today();
    policy.reviewOn = yearOn(house.today());
    return policy;
}

/// The manager reads it at once; the team within three weeks, on paper or here.
Done isRead(DemoHouse &house, DemoRandom &random, Id<Policy> version)
{
    if (Done said = sayPolicyRead(house.services.records, version); !said)
        return said;
    for (const Kept<Staff> &member : house.team) {
        const QDate day = house.today().addDays(1 + random.upTo(kReadWithinDays));
        if (day < house.wish.end)
            house.agenda.add(QDateTime(day, QTime(15, 0), QTimeZone::utc()),
                [&house, version, reader = member.id] { return sayPolicyRead(house.services.records, version, reader); });
    }
    return {};
}

Done issuePolicies(DemoHouse &house, DemoRandom &random)
{
    for (const QJsonValue &text : house.list(u"policies")) {
        const auto kept = house.services.records.add(policyFrom(text.toObject(), house, random));
        if (!kept)
            return kept.error();
        if (Done read = isRead(house, random, kept->id); !read)
            return read;
    }
    return {};
}

/// Each year's review ends in the next version, read anew.
Done reviewPolicies(DemoHouse &house, DemoRandom &random)
{
    const auto latest = latestPolicies(house.services.records);
    if (!latest)
        return latest.error();
    for (const Kept<Policy> &policy : *latest) {
        Policy next = nextVersionOf(policy, house.today());
        next.whatChanged = random.pick(house.list(u"policyChanges")).toString();
        next.ownerId = house.someone(random).id;
        const auto kept = house.services.records.add(next);
        if (!kept)
            return kept.error();
        if (Done read = isRead(house, random, kept->id); !read)
            return read;
    }
    return {};
}

Done addHousePages(DemoHouse &house, DemoRandom &random)
{
    for (const QJsonValue &value : house.list(u"housePages")) {
        const QJsonObject text = value.toObject();
        HousePage page;
        page.title = text.value(u"title"_s).toString();
        page.words = text.value(u"words"_s).toString();
        page.text = text.value(u"text"_s).toString();
        page.source = text.value(u"source"_s).toString();
        page.dated = PartialDate::fromDate(house.today());
        page.writtenOn = house.today();
        page.ownerId = house.someone(random).id;
        page.reviewOn = yearOn(house.wish.end);
        if (Done kept = onlyDone(house.services.records.add(page)); !kept)
            return kept;
    }
    return {};
}

Done addHelpLines(DemoHouse &house, DemoRandom &random)
{
    for (const QJsonValue &value : house.list(u"helpLines")) {
        const QJsonArray text = value.toArray();
        const HelpLine line{text.at(0).toString(), text.at(1).toString(), text.at(2).toString(), text.at(3).toString(), house.today(),
            house.someone(random).id, u"their leaflet"_s};
        if (Done kept = onlyDone(house.services.records.add(line)); !kept)
            return kept;
    }
    return {};
}

Done checkHelpLines(DemoHouse &house, DemoRandom &random)
{
    auto lines = house.services.records.all<HelpLine>();
    if (!lines)
        return lines.error();
    for (Kept<HelpLine> &line : *lines) {
        line.value.checkedOn = house.today();
        line.value.checkedById = house.someone(random).id;
        if (Done kept = onlyDone(house.services.records.amend(line)); !kept)
            return kept;
    }
    return {};
}

} // namespace

/// Policies from the first day on, reviewed and read anew each year; help lines, checked as often; pages of the house.
Done policies(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    if (day.isFirst()) {
        for (const auto &part : {addHousePages, addHelpLines})
            if (Done added = part(house, random); !added)
                return added;
        day.at(11, [&house, &random] { return issuePolicies(house, random); });
        return {};
    }
    const QDate start = house.calendar.start();
    if (day.date != yearsAfter(start, day.date.year() - start.year(), MonthEnd::LastDay))
        return {};
    day.at(11, [&house, &random] { return reviewPolicies(house, random); });
    day.at(14, [&house, &random] { return checkHelpLines(house, random); });
    return {};
}

} // namespace keywork::demo
