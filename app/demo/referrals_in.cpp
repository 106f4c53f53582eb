// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sharing/referrals_in.h"
#include "app/demo/areas.h"
#include "core/services/care/care_plans.h"
#include "core/services/care/stages.h"
#include "core/services/records/records.h"

#include "core/base/anniversary.h"
#include "core/exchange/fhir_bundle.h"
#include "core/services/sharing/referral_gathering.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

using ReferralInPtr = std::shared_ptr<std::optional<Kept<ReferralIn>>>;

/// The file that another house's Keywork would write.
Result<QByteArray> fileOf(DemoHouse &house, DemoRandom &random)
{
    const QJsonArray from = random.pick(house.list(u"otherHouses")).toArray();
    Kept<Person> person;
    nameSomebody(house, random, person.value);
    person.value.bornOn
        = PartialDate::fromDate(yearsAfter(house.today(), -20 - random.upTo(40), MonthEnd::LastDay).addDays(-random.upTo(365)));
    person.value.pronouns = {random.pick(house.list(u"pronouns")).toString()};
    auto sections = ReferralGathering(house.services.records, house.services.plans, house.services.stages, house.services.forms)
                        .sections(person, {Category::Identity}, {Category::Identity});
    if (!sections)
        return sections.error();
    ReferralFacts facts;
    facts.vaultId = QByteArray(16, char(1 + random.upTo(100)));
    facts.preparedAt = house.clock.local(house.clock.now());
    facts.referralId = 1 + random.upTo(9000);
    facts.number = u"R-%1"_s.arg(facts.referralId, 4, 10, QChar(u'0'));
    facts.hostel = {1, from.at(0).toString(), from.at(1).toString(), from.at(2).toString(), {}};
    facts.author = {1, from.at(3).toString(), {}, {}, {}};
    facts.agency = {1, u"Cairn Street Hostel"_s, {}, {}, {}};
    facts.personId = 1 + random.upTo(9000);
    facts.personNumber = u"P-%1"_s.arg(facts.personId, 4, 10, QChar(u'0'));
    facts.person = person.value.displayName();
    facts.reason = random.pick(house.list(u"reasons")).toString();
    facts.agreement = AgreementBasis{1, house.today().addDays(-3), monthsAfter(house.today(), 3, MonthEnd::LastDay)};
    facts.sections = *sections;
    return fhirBundle(facts);
}

Done receive(DemoHouse &house, DemoRandom &random, const ReferralInPtr &kept)
{
    const auto file = fileOf(house, random);
    if (!file)
        return file.error();
    const auto read = readReferral(*file);
    if (!read)
        return read.error();
    auto added = house.services.referralsIn.keep(*read);
    if (added)
        *kept = *added;
    return onlyDone(added);
}

Done decide(DemoHouse &house, DemoRandom &random, const ReferralInPtr &kept)
{
    ReferralIn &referral = (*kept)->value;
    referral.state = random.oneIn(3) ? ReferralInState::Withdrew : ReferralInState::Declined;
    const bool isOurs = referral.state == ReferralInState::Declined;
    referral.decidedOn = house.today();
    referral.decidedWhy = random.pick(house.list(isOurs ? u"declined" : u"withdrew")).toString();
    return onlyDone(house.services.records.amend(**kept));
}

} // namespace

/// Files from other houses: the more beds, the more often.
Done referralsIn(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    constexpr int kDaysPerBed = 1200;
    if (random.upTo(kDaysPerBed) >= int(house.rooms.size()))
        return {};
    const auto kept = std::make_shared<std::optional<Kept<ReferralIn>>>();
    day.at(10, [&house, &random, kept] { return receive(house, random, kept); });
    day.on(day.date.addDays(2 + random.upTo(12)), 11, [&house, &random, kept] { return decide(house, random, kept); });
    return {};
}

} // namespace keywork::demo
