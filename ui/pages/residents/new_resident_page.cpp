// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/residents/new_resident_page.h"

#include "core/services/records/records.h"
#include "core/services/services.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

// What can wait until the first quiet talk.
const QStringList kLater{u"interpreter"_s, u"ethnicity"_s, u"nationality"_s, u"veteran"_s, u"care_leaver"_s, u"email"_s,
    u"national_insurance_number"_s, u"may_ring"_s, u"may_leave_message"_s, u"may_say_lives_here"_s, u"conditions"_s,
    u"blood_borne_viruses"_s, u"medicines"_s, u"entitlement"_s, u"benefits"_s, u"orientation"_s, u"religion"_s, u"disabilities"_s,
    u"pregnant"_s, u"sex_at_birth"_s, u"serious_illness_told"_s, u"serious_illness_wishes"_s, u"gp_registered"_s, u"gp_practice"_s,
    u"gp_telephone"_s};
const QStringList kLaterOfStay{u"not_coming"_s, u"room_since"_s, u"licence_signed_on"_s, u"belongings_seen"_s, u"escape_plan"_s,
    u"induction"_s, u"leaflets"_s, u"left_on"_s, u"leaving_reason"_s, u"destination"_s, u"leaving_notes"_s};

IntakeQuestions byDay(const Services &services)
{
    Row stay = emptyRow(recordType<Stay>());
    stay.set(u"referred_on"_s, services.records.today().toString(Qt::ISODate));
    return {.title = NewResidentPage::tr("New resident"),
        .soft = NewResidentPage::tr("only what is known now; the rest can follow"),
        .hidden = kLater,
        .along = {{.type = &recordType<Stay>(), .start = stay, .hidden = kLaterOfStay}}};
}

} // namespace

NewResidentPage::NewResidentPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : TakingInPage(byDay(services), services, navigator, parent)
{
}

} // namespace keywork
