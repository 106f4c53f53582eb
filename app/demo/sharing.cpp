// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "core/services/records/records.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/referrals.h"

#include "core/base/anniversary.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

/// Stands for the pages: the demonstration keeps no file of what it hands over, and laying them out takes longer than
/// everything else about a referral.
class NoPages final : public DocumentRenderer {
public:
    QByteArray referralPdf(const ReferralFacts &facts, const QString &fingerprint) const override
    {
        return "%PDF demonstration " + facts.number.toUtf8() + ' ' + fingerprint.toUtf8();
    }
};

/// A resident and the one agency that they are referred to.
struct Sharing {
    DemoHouse &house;
    DemoRandom &random;
    DemoResidentPtr resident;
    Kept<Agency> agency;
    std::optional<Kept<SharingAgreement>> agreement = {};
    Id<Referral> referral = {};
};
using SharingPtr = std::shared_ptr<Sharing>;

Done keepWording(DemoHouse &house, int version)
{
    return onlyDone(house.services.agreements.saveWording(house.list(u"agreementWordings").at(version).toString()));
}

/// Six months; of those who are still here most agreements hold at the end.
QDate endOf(const Sharing &sharing)
{
    const QDate sixMonths = monthsAfter(sharing.house.today(), 6, MonthEnd::LastDay);
    const bool staysOn = !sharing.resident->stay.leavesOn.isValid() && sharing.house.today().daysTo(sharing.house.wish.end) < 365;
    return staysOn ? std::max(sixMonths, sharing.house.wish.end.addDays(5 + sharing.random.upTo(120))) : sixMonths;
}

Done agree(Sharing &sharing)
{
    const auto wording = sharing.house.services.agreements.wording();
    if (!wording)
        return wording.error();
    SharingAgreement agreement;
    agreement.personId = sharing.resident->id;
    agreement.agencyId = sharing.agency.id;
    agreement.state = AgreementState::InPart;
    agreement.fromOn = sharing.house.today();
    agreement.untilOn = endOf(sharing);
    agreement.wording = wording->text;
    agreement.wordingVersion = wording->versionNumber;
    agreement.formKeptWhere = u"Locked cabinet, office"_s;
    auto kept = sharing.house.services.agreements.record(
        agreement, {Category::Identity, Category::Housing, Category::Health, Category::CarePlan});
    if (kept)
        sharing.agreement = *kept;
    return onlyDone(kept);
}

Done refuse(const Sharing &sharing)
{
    SharingAgreement agreement;
    agreement.personId = sharing.resident->id;
    agreement.agencyId = sharing.agency.id;
    agreement.state = AgreementState::Refused;
    agreement.fromOn = sharing.house.today();
    return onlyDone(sharing.house.services.agreements.record(agreement, {}));
}

Done withdraw(const Sharing &sharing)
{
    const auto now = sharing.house.services.records.one(sharing.agreement->id);
    return now ? sharing.house.services.agreements.withdraw(*now, sharing.random.pick(sharing.house.list(u"withdrawn")).toString())
               : Done(now.error());
}

/// The file is written like every other, and thrown away: the demonstration's agencies exist nowhere.
Done send(Sharing &sharing, const ReferralWish &wish)
{
    const QTemporaryDir outbox;
    const auto sent = sharing.house.services.referrals.send(wish, {}, NoPages(), outbox.path());
    if (!sent)
        return sent.error();
    if (!wish.lawful)
        sharing.referral = sent->referral.id;
    return {};
}

Done refer(Sharing &sharing)
{
    return send(sharing,
        {sharing.resident->id, sharing.agency.id, u"Asked for support; would like a first appointment here."_s,
            {Category::Identity, Category::Health}});
}

Done shareToKeepSafe(Sharing &sharing)
{
    LawfulReason reason;
    reason.ground = LawfulGround::VitalInterests;
    reason.because = u"Taken to hospital at night and could not be asked; the crew needed to know the medicines."_s;
    reason.told = PersonTold::Told;
    ReferralWish wish{sharing.resident->id, sharing.agency.id, u"Taken to hospital at night."_s,
        {Category::Identity, Category::Health, Category::Treatment}};
    wish.lawful = reason;
    return send(sharing, wish);
}

Done hear(const Sharing &sharing, ReferralState state, const QString &from)
{
    const QDate today = sharing.house.today();
    const ReferralStep step{{}, {}, state, today, from, {}, isOpen(state) ? std::optional(today.addDays(kChaseDays)) : std::nullopt};
    return sharing.referral ? onlyDone(sharing.house.services.referrals.follow(sharing.referral, step)) : Done();
}

/// The manager looks at what left without agreement; the last of it waits for whoever opens the demonstration.
Done reviewLawfulReasons(DemoHouse &house)
{
    const auto waiting = house.services.referrals.unreviewed();
    if (!waiting)
        return waiting.error();
    for (const Kept<LawfulReason> &reason : *waiting)
        if (auto reviewed = house.services.referrals.review(reason, LawfulReview::Right, u"Right, and only what the crew needed."_s);
            !reviewed)
            return reviewed.error();
    return {};
}

void planReferral(DemoDay &day, const SharingPtr &sharing, QDate agreed)
{
    DemoRandom &random = day.random;
    const auto until = [&](QDate on) { return on <= sharing->resident->until; };
    if (until(agreed.addDays(3)))
        day.on(
            agreed.addDays(3), 13, [sharing] { return refer(*sharing); }, DemoAgenda::Commit::Own);
    if (!random.oneIn(3))
        day.on(agreed.addDays(8), 11, [sharing] { return hear(*sharing, ReferralState::Received, u"their duty worker"_s); });
    if (!random.oneIn(3))
        day.on(agreed.addDays(15 + random.upTo(20)), 15, [sharing] { return hear(*sharing, ReferralState::FirstSeen, u"the resident"_s); });
    if (random.oneIn(10) && until(agreed.addDays(60)))
        day.on(agreed.addDays(60), 12, [sharing] { return withdraw(*sharing); });
    if (sharing->resident->number() % 13 == 0 && until(agreed.addDays(20))) {
        day.on(
            agreed.addDays(20), 22, [sharing] { return shareToKeepSafe(*sharing); }, DemoAgenda::Commit::Own);
        if (agreed.addDays(60) < day.house.wish.end)
            day.on(agreed.addDays(21), 9, [&house = day.house] { return reviewLawfulReasons(house); });
    }
}

} // namespace

/// What residents agree to share and with whom, the referrals that follow, and what left to keep somebody safe.
Done sharing(DemoDay &day)
{
    if (day.isFirst())
        for (int version = 0; version < day.house.list(u"agreementWordings").size(); ++version)
            day.on(day.date.addDays(200 * version), 9, [&house = day.house, version] { return keepWording(house, version); });
    for (const DemoResidentPtr &resident : day.arriving) {
        const QDate on = day.date.addDays(9 + day.random.upTo(20));
        if (day.random.oneIn(4) || on >= resident->until)
            continue;
        const auto &agencies = day.house.agencies;
        const auto sharing
            = std::make_shared<Sharing>(Sharing{day.house, day.random, resident, agencies.at(resident->number() % agencies.size())});
        if (day.random.oneIn(8)) {
            day.on(on, 13, [sharing] { return refuse(*sharing); });
            continue;
        }
        day.on(on, 12, [sharing] { return agree(*sharing); });
        planReferral(day, sharing, on);
    }
    return {};
}

} // namespace keywork::demo
