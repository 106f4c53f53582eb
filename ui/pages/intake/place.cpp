// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/intake/place.h"

#include "core/domain/entry_criteria.h"
#include "core/domain/referral_in.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/intake/criteria_page.h"
#include "ui/pages/intake/intake_prints.h"
#include "ui/pages/intake/referrals_in_page.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QWidget *makeReferrals(const PlaceContext &here) { return new ReferralsInPage({here.visit.person}, here.services, here.navigator); }

QWidget *makeCriteria(const PlaceContext &here) { return new CriteriaPage(here.services, here.navigator); }

/// What has no person yet, and what is about to be taken down.
std::optional<Visit> whereIsReferral(const KeptRow &kept)
{
    const qint64 person = kept.row.value(u"person_id"_s).toLongLong();
    if (kept.row.type != &recordType<ReferralIn>() || (kept.id > 0 && person > 0)) // then it stands at the person
        return {};
    return Visit{.place = u"referrals-in"_s, .person = person, .record = {u"referral_in"_s, kept.id}};
}

std::optional<Visit> whereAreCriteria(const KeptRow &kept)
{
    if (kept.row.type == &recordType<EntryCriterion>())
        return Visit{.place = u"entry-criteria"_s};
    if (kept.row.type != &recordType<EntryCriteria>())
        return {};
    return Visit{.place = u"entry-criteria"_s, .record = {u"entry_criteria"_s, kept.id}};
}

bool mayTakeDown(const Services &services) { return services.records.mayAdd(recordType<ReferralIn>()); }

} // namespace

PlaceInfo referralsInPlace()
{
    return {.id = "referrals-in",
        .title = QT_TRANSLATE_NOOP("places", "Referrals"),
        .foundAs = QT_TRANSLATE_NOOP("places", "Referrals to us"),
        .isInNavigation = true,
        .mayOpen = mayTakeDown,
        .make = makeReferrals,
        .whereIs = whereIsReferral,
        .actions = {{QT_TRANSLATE_NOOP("places", "New referral"),
                        [](const PlaceContext &here) {
                            here.navigator.visit({.place = u"referrals-in"_s, .record = {u"referral_in"_s, 0}});
                        },
                        mayTakeDown},
            {QT_TRANSLATE_NOOP("places", "Blank referral form"),
                [](const PlaceContext &here) { previewBlankReferral(here.services, here.navigator); }, worksInHouse},
            {QT_TRANSLATE_NOOP("places", "Right to register with a GP"),
                [](const PlaceContext &here) { previewRightToRegister(here.services, here.navigator); }, worksInHouse}}};
}

PlaceInfo entryCriteriaPlace()
{
    return {.id = "entry-criteria",
        .title = QT_TRANSLATE_NOOP("places", "Entry criteria"),
        .under = "referrals-in",
        .mayOpen = worksInHouse,
        .make = makeCriteria,
        .whereIs = whereAreCriteria};
}

} // namespace keywork
