// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/appointment.h"
#include "core/domain/disclosure.h"
#include "core/services/care/appointments.h"
#include "core/services/sharing/agreements.h"
#include "tests/core/services/watch/year.h"

// What is planted about agreements, referrals and appointments.

namespace keywork::test::year_sharing_plants {

namespace {

using year::Year;

void speak(Year &y, Id<Person> who, Id<Agency> agency, AgreementState state, std::optional<QDate> until, std::optional<QDate> askAgain = {})
{
    SharingAgreement word;
    word.personId = who;
    word.agencyId = agency;
    word.state = state;
    word.fromOn = y.today();
    word.untilOn = until;
    word.askAgainOn = askAgain;
    const bool opens = state == AgreementState::InPart;
    need(y.services().agreements.record(word, opens ? std::set<Category>{Category::Identity} : std::set<Category>()));
}

/// Two weeks before its end, on the days after it, until they were asked anew.
void agreementEnds(Year &y, Id<Person> who, QDate d)
{
    const auto agency = std::make_shared<Id<Agency>>();
    y.then(d, 9, 0, [&y, who, d, agency] {
        *agency = anAgency(y.hostel(), u"Agency of %1"_s.arg(who.value)).id;
        speak(y, who, *agency, AgreementState::InPart, d.addDays(20));
    });
    y.must("agreement_ending", who, y.at(d.addDays(6)), y.at(d.addDays(21)));
    y.must("agreement_lapsed", who, y.at(d.addDays(21)), y.at(d.addDays(24), 10));
    y.then(d.addDays(24), 10, 0, [&y, who, agency] { speak(y, who, *agency, AgreementState::Refused, {}); });
}

void agreementAsked(Year &y, Id<Person> who, QDate d)
{
    const auto agency = std::make_shared<Id<Agency>>();
    y.then(d, 9, 0, [&y, who, d, agency] {
        *agency = anAgency(y.hostel(), u"Asked agency of %1"_s.arg(who.value)).id;
        speak(y, who, *agency, AgreementState::CouldNotDecide, {}, d.addDays(3));
    });
    y.must("ask_about_sharing", who, y.at(d.addDays(3)), y.at(d.addDays(5), 10));
    y.then(d.addDays(5), 10, 0, [&y, who, agency] { speak(y, who, *agency, AgreementState::InPart, y.today().addDays(300)); });
    y.then(d.addDays(6), 10, 0, [&y, who, agency] { speak(y, who, *agency, AgreementState::Refused, {}); });
    y.then(d.addDays(7), 10, 0, [&y, who] {
        const auto last = y.latest<SharingAgreement>(who);
        need(y.records().withdraw(recordType<SharingAgreement>(), last.id.value, last.version, u"a slip of mine"_s));
    });
    y.must("agreement_in_error", who, y.at(d.addDays(7), 10), y.at(d.addDays(8), 10));
    y.then(d.addDays(8), 10, 0, [&y, who, agency] { speak(y, who, *agency, AgreementState::Refused, {}); });
}

void referralOut(Year &y, Id<Person> who, QDate d)
{
    y.then(d, 9, 0, [&y, who, d] {
        const auto agency = anAgency(y.hostel(), u"Referred to, of %1"_s.arg(who.value));
        need(y.records().add(Referral{{}, who, agency.id, u"wants help"_s, u"identity"_s, ReferralState::Sent, d, d.addDays(4)}));
        need(y.records().add(LawfulReason{.personId = who, .agencyId = agency.id, .because = u"at risk"_s, .sections = u"identity"_s}));
    });
    y.must("referral_unanswered", who, y.at(d.addDays(4)), y.at(d.addDays(6), 10));
    y.then(d.addDays(6), 10, 0, [&y, who] {
        const auto referral = y.latest<Referral>(who);
        need(y.services().referrals.follow(referral.id, {.state = ReferralState::FirstSeen, .onDay = y.today()}));
    });
    const auto last = [&y, who] { return y.latest<LawfulReason>(who); };
    y.must("lawful_reason_unreviewed", who, y.at(d, 9), y.at(d.addDays(1), 10));
    y.then(d.addDays(1), 10, 0, [&y, last] { need(y.services().referrals.review(last(), LawfulReview::Right, u"right"_s)); });
    y.must("lawful_reason_incomplete", who, y.at(d, 9), y.at(d.addDays(2), 10));
    y.then(d.addDays(2), 10, 0, [&y, last] {
        auto reason = last();
        reason.value.told = PersonTold::Told;
        need(y.records().amend(reason));
    });
}

Appointment appointmentOf(Year &y, Id<Person> who, const QDateTime &at, const QString &category)
{
    Agency agency;
    agency.name = u"%1 for %2"_s.arg(category).arg(who.value);
    agency.category = {category};
    Appointment one;
    one.personId = who;
    one.agencyId = need(y.records().add(agency)).id;
    one.purpose = u"Review"_s;
    one.startsAt = at;
    return one;
}

void end(Year &y, Id<Person> who, AppointmentOutcome outcome)
{
    for (const auto &one : need(y.records().of<Appointment>("person_id", who)))
        if (one.value.outcome == AppointmentOutcome::Booked)
            need(y.services().appointments.end(one.id, outcome));
}

/// Nobody goes along, until it has begun; a day later it is asked how it went.
void appointmentAlone(Year &y, Id<Person> who, QDate d)
{
    const QDateTime starts = y.at(d.addDays(5), 10, 30);
    y.then(d, 9, 0, [&y, who, starts] { need(y.records().add(appointmentOf(y, who, starts, u"drug_alcohol_treatment"_s))); });
    y.must("appointment_escort_missing", who, y.at(d.addDays(2)), starts.addMSecs(1));
    y.must("appointment_outcome", who, starts.addSecs(24 * 3600 + 1), y.at(d.addDays(8), 10));
    y.then(d.addDays(8), 10, 0, [&y, who] { end(y, who, AppointmentOutcome::Kept); });
}

void appointmentReminded(Year &y, Id<Person> who, QDate d)
{
    y.then(d, 9, 0, [&y, who, d] {
        auto one = appointmentOf(y, who, y.at(d.addDays(5), 10, 30), u"primary_care"_s);
        one.remindDays = 2;
        need(y.records().add(one));
    });
    y.must("appointment_ahead", who, y.at(d.addDays(3)), y.at(d.addDays(5), 18));
    y.then(d.addDays(5), 18, 0, [&y, who] { end(y, who, AppointmentOutcome::Kept); });
}

/// Said the day before; once the colleague is to leave before it, another line asks who else.
void appointmentEscorted(Year &y, Id<Person> who, QDate d)
{
    y.then(d, 9, 0, [&y, who, d] {
        auto one = appointmentOf(y, who, y.at(d.addDays(9), 10, 30), u"drug_alcohol_treatment"_s);
        one.goesAlongId = need(y.records().add(Staff{.name = u"Escort of %1"_s.arg(who.value)})).id;
        need(y.records().add(one));
    });
    const auto escort = [&y, who](std::optional<QDate> leaves) {
        const auto one = y.latest<Appointment>(who);
        auto member = need(y.records().one(one.value.goesAlongId));
        member.value.leftOn = leaves;
        need(y.records().amend(member));
    };
    y.then(d.addDays(1), 9, 0, [escort, d] { escort(d.addDays(8)); });
    y.must("appointment_escort_gone", who, y.at(d.addDays(1), 9), y.at(d.addDays(3), 9));
    y.then(d.addDays(3), 9, 0, [escort] { escort({}); });
    y.must("appointment_escort", who, y.at(d.addDays(8)), y.at(d.addDays(9), 18));
    y.then(d.addDays(9), 18, 0, [&y, who] { end(y, who, AppointmentOutcome::Late); });
}

} // namespace

QList<year::Plant> plants()
{
    return {{{u"agreement_ending"_s, u"agreement_lapsed"_s}, 25, agreementEnds},
        {{u"ask_about_sharing"_s, u"agreement_in_error"_s}, 9, agreementAsked},
        {{u"referral_unanswered"_s, u"lawful_reason_unreviewed"_s, u"lawful_reason_incomplete"_s}, 7, referralOut},
        {{u"appointment_escort_missing"_s, u"appointment_outcome"_s}, 9, appointmentAlone},
        {{u"appointment_ahead"_s}, 6, appointmentReminded},
        {{u"appointment_escort_gone"_s, u"appointment_escort"_s}, 10, appointmentEscorted}};
}

} // namespace keywork::test::year_sharing_plants
