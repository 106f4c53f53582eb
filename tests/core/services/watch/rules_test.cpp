// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/domain/restriction.h"
#include "core/services/house/attention.h"
#include "core/services/house/watch/watch_rule.h"
#include "core/services/keeping/restrictions.h"
#include "core/services/records/records.h"
#include "core/services/sharing/agreements.h"
#include "tests/core/services/watch/watching.h"

#include <QSet>

namespace keywork::test::rules_test {

TEST_CASE("Every rule has a code of its own, a title, a sentence, and stands where it presses")
{
    QStringList codes;
    Pressing before = Pressing::Emergency;
    for (const WatchRule *rule : watchRules()) {
        INFO(rule->code);
        CHECK_FALSE(codes.contains(QString::fromLatin1(rule->code)));
        codes.append(QString::fromLatin1(rule->code));
        CHECK(qstrlen(rule->title) > 0);
        CHECK(QString::fromUtf8(rule->sentence).count(u'{') == QString::fromUtf8(rule->sentence).count(u'}'));
        REQUIRE(rule->due);
        CHECK(rule->pressing >= before);
        before = rule->pressing;
        CHECK(watchRuleOf(QString::fromLatin1(rule->code)) == rule);
    }
    // The codes are in files and in spreadsheets of other people: they stay.
    CHECK(codes
        == QStringList{u"check_alarm"_s, u"check_overdue"_s, u"checks_not_begun"_s, u"lone_overdue"_s, u"doses_missed"_s,
            u"doses_missed_perhaps"_s, u"clock_behind"_s, u"check_next"_s, u"handover_unread"_s, u"handover_item_due"_s,
            u"roll_call_open"_s, u"missing_police"_s, u"missing_open"_s, u"not_seen"_s, u"check_due"_s, u"drug_alert_untold"_s,
            u"overdose_newly_high"_s, u"treatment_gap"_s, u"injection_overdue"_s, u"doses_not_known"_s, u"overdose_unread"_s,
            u"safeguarding_waiting"_s, u"safeguarding_review"_s, u"self_harm_review"_s, u"incident_unreviewed_long"_s,
            u"lawful_reason_unreviewed"_s, u"lawful_reason_incomplete"_s, u"agreement_in_error"_s, u"not_back_yet"_s, u"naloxone_recall"_s,
            u"notice_plan_missing"_s, u"notice_over"_s, u"check_round"_s, u"check_missed"_s, u"checks_unagreed"_s, u"death_steps"_s,
            u"debrief_wanted"_s, u"overdose_no_plan"_s, u"overdose_review_overdue"_s, u"injection_due"_s, u"risk_review_overdue"_s,
            u"risk_unapproved"_s, u"intoxicated_talk"_s, u"naloxone_low"_s, u"naloxone_replace"_s, u"naloxone_untrained"_s,
            u"handover_missing"_s, u"drug_alert_still_true"_s, u"backup_overdue"_s, u"custody_recount"_s, u"custody_second_name"_s,
            u"custody_review"_s, u"custody_risk"_s, u"custody_gone"_s, u"visitor_still_in"_s, u"contractor_still_in"_s, u"found_item"_s,
            u"incident_detail_asked"_s, u"incident_action"_s, u"incident_unreviewed"_s, u"repair_overdue"_s, u"plan_review_overdue"_s,
            u"plan_not_signed"_s, u"plan_ask_again"_s, u"record_unfinished"_s, u"appointment_escort_gone"_s,
            u"appointment_escort_missing"_s, u"appointment_escort"_s, u"appointment_ahead"_s, u"keywork_missed"_s, u"moving_day_open"_s,
            u"hearing_ahead"_s, u"order_review_ahead"_s, u"hospital_dose_unasked"_s, u"leaving_unasked"_s, u"leaving_no_housing"_s,
            u"treatment_first_appointment"_s, u"treatment_panel"_s, u"custody_dose_unasked"_s, u"back_again"_s, u"safety_plan_review"_s,
            u"notice_ending"_s, u"notice_plan_review"_s, u"appeal_waiting"_s, u"overdose_to_write_up"_s, u"safeguarding_open"_s,
            u"safeguarding_yours"_s, u"incident_month"_s, u"no_keyworker"_s, u"no_plan"_s, u"no_stage"_s, u"no_keywork"_s,
            u"expected_today"_s, u"appointment_outcome"_s, u"keywork_unsaid"_s, u"hearing_outcome"_s, u"advocacy_follow_up"_s,
            u"assessment_half_done"_s, u"referral_unanswered"_s, u"referral_no_step"_s, u"referral_step_due"_s, u"arrival_unfinished"_s,
            u"condition_review"_s, u"move_on_prompt"_s, u"follow_up_due"_s, u"warning_over"_s, u"arrangement_missed"_s,
            u"benefit_unknown"_s, u"health_check_due"_s, u"vaccination_due"_s, u"staff_health_due"_s, u"naloxone_expiring"_s,
            u"naloxone_check_due"_s, u"training_expiring"_s, u"take_home_expiring"_s, u"room_empty_long"_s, u"key_not_back"_s,
            u"belonging_past_day"_s, u"supplies_reorder"_s, u"barring_review"_s, u"treatment_review_due"_s, u"pharmacy_hours_unknown"_s,
            u"ask_about_sharing"_s, u"agreement_ending"_s, u"policy_unread"_s, u"policy_review"_s, u"agreement_lapsed"_s,
            u"delivery_waiting"_s, u"away_now"_s, u"act_now_unchecked"_s, u"act_now_checked_long_ago"_s, u"safeguarding_yours_in_hand"_s,
            u"help_line_unchecked"_s, u"awareness_day"_s, u"poster_unchecked"_s, u"house_page_review"_s});
    CHECK_FALSE(watchRuleOf(u"invented"_s));
}

TEST_CASE("A name that looks like a place in a sentence stays what it is")
{
    const auto value = [](const QString &name) { return name == u"agency" ? u"{day} & {agency}"_s : u"Monday"_s; };
    CHECK(withPlacesFilled(u"{agency}, {day}."_s, value) == u"{day} & {agency}, Monday."_s);
    CHECK(withPlacesFilled(u"open { stays"_s, value) == u"open { stays"_s);
    CHECK(withPlacesFilled({}, value).isEmpty());
}

TEST_CASE("A restricted record gives no line to whoever need not know, of no rule")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto agency = anAgency(hostel);
    auto wish = wishFor(ben.id, agency.id, {Category::Identity});
    wish.lawful = LawfulReason{.because = u"at risk tonight"_s};
    need(sendTo(hostel, wish));
    auto ending = agreement(ben.id, agency.id);
    ending.untilOn = kToday.addDays(3);
    need(hostel.services().agreements.record(ending, {Category::Identity}));
    need(hostel.services().records.add(Restriction{ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    const QDate later = kToday.addDays(15);
    CHECK(dueOn(hostel, later).size() == 8); // whoever restricted it sees everything
    signInAs(hostel, u"Marlon Otis"_s, Role::Manager);
    CHECK(dueOn(hostel, later).isEmpty());
    need(hostel.services().restrictions.openWithReason(ben.id, u"found unwell"_s));
    CHECK(dueOn(hostel, later).size() == 8);
}

TEST_CASE("Each role sees the lines of what it may read, and nobody else's")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto agency = anAgency(hostel);
    auto wish = wishFor(ben.id, agency.id, {Category::Identity});
    wish.lawful = LawfulReason{.because = u"at risk tonight"_s};
    need(sendTo(hostel, wish));
    const auto seenBy = [&](Role role) {
        hostel.reopen();
        signInAs(hostel, u"Una "_s + QString::number(int(role)), role);
        return dueOn(hostel, kToday);
    };
    const QString unreviewed = u"lawful_reason_unreviewed"_s;
    const QStringList sharers{u"lawful_reason_incomplete"_s, u"no_keyworker"_s, u"no_plan"_s, u"no_stage"_s, u"no_keywork"_s};
    CHECK(dueOn(hostel, kToday) == QStringList{unreviewed} + sharers);
    CHECK(seenBy(Role::Manager) == QStringList{unreviewed} + sharers);
    CHECK(seenBy(Role::Keyworker) == sharers);
    CHECK(seenBy(Role::SupportWorker) == sharers);
    for (const Role role : {Role::Relief, Role::Volunteer, Role::PeerSupporter})
        CHECK(seenBy(role) == QStringList{u"no_keyworker"_s});
    hostel.reopen();
    signInAs(hostel, u"Ada Auditor"_s, Role::Auditor);
    CHECK(kindOfError(hostel.services().attention.today()) == ErrorKind::NotPermitted);
}

} // namespace keywork::test::rules_test
