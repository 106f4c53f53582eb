// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/drug_alert.h"
#include "core/domain/guidance.h"
#include "core/domain/house.h"
#include "core/domain/incident_parts.h"
#include "core/domain/incident_review.h"
#include "core/domain/lone_working.h"
#include "core/domain/naloxone_watch.h"
#include "core/domain/overdose.h"
#include "core/domain/referral_in.h"
#include "core/domain/staff_health.h"
#include "core/services/care/incidents.h"
#include "core/services/care/intake.h"
#include "core/services/house/handovers.h"
#include "core/services/house/policies.h"
#include "core/services/house/shifts.h"
#include "core/services/keeping/backups.h"
#include "tests/core/services/watch/year.h"
#include "tests/support/kits.h"
#include "tests/support/policies.h"

// What is planted about the house, and whoever comes to it.

namespace keywork::test::year_house_plants {

namespace {

using year::change;
using year::held;
using year::Whom;
using year::Year;

/// The same day of the year before; no 28th of February, whose anniversary in a leap year is another question.
QDate yearBefore(QDate day)
{
    return day.month() == 2 && day.day() >= 28 ? QDate(day.year() - 1, 3, 1) : QDate(day.year() - 1, day.month(), day.day());
}
QDate yearAfter(QDate day) { return QDate(day.year() + 1, day.month(), day.day()); }

void changeHouse(Year &y, const std::function<void(House &)> &how)
{
    auto house = need(y.records().all<House>()).first();
    how(house.value);
    need(y.records().amend(house));
}

void texts(Year &y, QDate d)
{
    const auto policy = held<Policy>();
    y.then(d, 9, 0, [&y, policy, d] {
        Policy one = aPolicy(y.hostel());
        one.title = u"Visitors "_s + d.toString(Qt::ISODate);
        one.reviewOn = d.addDays(10);
        *policy = need(y.records().add(one));
    });
    y.must("policy_unread", {}, y.at(d, 9), y.at(d, 12));
    y.then(d, 12, 0, [&y, policy] { need(sayPolicyRead(y.records(), policy->id)); });
    y.must("policy_review", {}, y.at(d.addDays(10)), y.at(d.addDays(12), 10));
    y.then(d.addDays(12), 10, 0, [&y, policy] {
        Policy next = nextVersionOf(*policy, y.today());
        next.reviewOn = y.today().addDays(900);
        *policy = need(y.records().add(next));
        need(sayPolicyRead(y.records(), policy->id));
    });
    const auto page = held<HousePage>();
    const auto line = held<HelpLine>();
    const QDate checked = yearBefore(d.addDays(3));
    y.then(d, 9, 0, [&y, page, line, d, checked] {
        HousePage one;
        one.title = u"Nights "_s + d.toString(Qt::ISODate);
        one.text = u"Two rounds."_s;
        one.source = u"Team meeting"_s;
        one.dated = PartialDate::fromText(u"2026"_s);
        one.writtenOn = d;
        one.reviewOn = d.addDays(5);
        *page = need(y.records().add(one));
        *line = need(y.records().add(HelpLine{u"Lantern line"_s, u"01632 960204"_s, {}, {}, checked, y.me(), {}}));
    });
    y.must("house_page_review", {}, y.at(d.addDays(5)), y.at(d.addDays(6), 10));
    y.then(
        d.addDays(6), 10, 0, [&y, page] { change<HousePage>(y, page, [&y](HousePage &one) { one.reviewOn = y.today().addDays(900); }); });
    // A whole year after it was checked nobody asks yet; the day after it they do.
    const QDate anniversary = yearAfter(checked);
    y.must("help_line_unchecked", {}, y.at(anniversary.addDays(1)), y.at(anniversary.addDays(2), 10));
    y.then(anniversary.addDays(2), 10, 0, [&y, line] { change<HelpLine>(y, line, [&y](HelpLine &one) { one.checkedOn = y.today(); }); });
    y.then(d.addDays(20), 10, 0,
        [&y, line] { need(y.records().withdraw(recordType<HelpLine>(), line->id.value, line->version, u"closed down"_s)); });
}

/// The words of "Overdose - act now": nobody checked them, then somebody did a year ago.
void words(Year &y, QDate d)
{
    const QDate longAgo = yearBefore(d.addDays(4));
    y.then(d, 10, 0, [&y] {
        changeHouse(y, [](House &house) {
            house.wordsCheckedBy.clear();
            house.wordsCheckedOn.reset();
        });
    });
    y.must("act_now_unchecked", {}, y.at(d, 10), y.at(d.addDays(1), 10));
    y.then(d.addDays(1), 10, 0, [&y, longAgo] {
        changeHouse(y, [longAgo](House &house) {
            house.wordsCheckedBy = u"the lead nurse"_s;
            house.wordsCheckedOn = longAgo;
        });
    });
    const QDate due = yearAfter(longAgo);
    y.must("act_now_checked_long_ago", {}, y.at(due), y.at(due.addDays(1), 10));
    y.then(due.addDays(1), 10, 0, [&y] { changeHouse(y, [&y](House &house) { house.wordsCheckedOn = y.today(); }); });
}

/// Referred on a Monday: three working days are over on Thursday.
void referralIn(Year &y, QDate d)
{
    const QDate monday = d.addDays((8 - d.dayOfWeek()) % 7);
    static const QSet<QDate> holidays{QDate(2027, 3, 29), QDate(2027, 5, 3), QDate(2027, 5, 31), QDate(2027, 8, 30), QDate(2027, 12, 27),
        QDate(2027, 12, 28), QDate(2028, 1, 3), QDate(2028, 4, 17), QDate(2028, 5, 1), QDate(2028, 5, 29), QDate(2028, 8, 28),
        QDate(2028, 12, 25), QDate(2028, 12, 26)};
    for (int i = 0; i < 3; ++i)
        if (holidays.contains(monday.addDays(i)))
            return;
    const Whom who;
    const auto referral = held<ReferralIn>();
    y.then(monday, 9, 0, [&y, who, referral, monday] {
        Person person;
        person.givenName = u"Ann"_s;
        person.familyName = u"Of "_s + monday.toString(Qt::ISODate);
        ReferralIn one;
        one.receivedOn = monday;
        *referral = need(y.services().intake.refer(person, one));
        who.become(referral->value.personId);
    });
    y.must("referral_no_step", who, y.at(monday.addDays(3)), y.at(monday.addDays(4), 10));
    y.then(monday.addDays(4), 10, 0, [&y, referral, monday] {
        change<ReferralIn>(y, referral, [monday](ReferralIn &one) {
            one.nextStep = u"ring the ward"_s;
            one.nextOn = monday.addDays(6);
        });
    });
    y.must("referral_step_due", who, y.at(monday.addDays(6)), y.at(monday.addDays(7), 10));
    y.then(monday.addDays(7), 10, 0, [&y, referral] {
        *referral = need(y.records().one(referral->id));
        referral->value.state = ReferralInState::Declined;
        referral->value.decidedWhy = u"the house is full"_s;
        need(y.services().intake.save(*referral, {}));
    });
}

/// Somebody comes as planned; what a new resident needs is there piece by piece.
void arrival(Year &y, QDate d)
{
    const Whom who;
    y.then(d, 9, 0, [&y, who, d] {
        auto builder = aPerson().called(u"Newcomer"_s, u"Of "_s + d.toString(Qt::ISODate));
        builder.stay.referredOn = d.addDays(-20);
        builder.stay.expectedOn = d.addDays(1);
        who.become(builder.in(y.hostel()).id);
        y.mayGoUnseen(who.id());
    });
    y.isAbout(who, d.addDays(2));
    y.must("expected_today", who, y.at(d.addDays(1)), y.at(d.addDays(1), 15));
    const QDate arrived = d.addDays(1);
    y.then(arrived, 15, 0, [&y, who, arrived] {
        const auto stay = *need(y.services().people.line(who.id())).stay;
        auto here = stay.value;
        here.arrivedOn = arrived;
        need(y.services().people.saveStay(stay, here));
    });
    y.must("arrival_unfinished", who, y.at(arrived, 15), y.at(arrived.addDays(2), 10));
    y.then(arrived.addDays(2), 10, 0, [&y, who] { finishArrival(y.hostel(), who.id()); });
    y.must("no_keyworker", who, y.at(arrived, 15), y.at(arrived.addDays(3), 10));
    y.then(arrived.addDays(3), 10, 0, [&y, who] {
        auto person = need(y.records().one(who.id()));
        person.value.keyworkerId = y.me();
        need(y.records().amend(person));
    });
    for (const char *code : {"no_plan", "no_stage"}) // a week after arriving
        y.must(code, who, y.at(arrived.addDays(7)), y.at(arrived.addDays(16), 14));
    y.must("no_keywork", who, y.at(arrived.addDays(14)), y.at(arrived.addDays(16), 14));
    y.then(arrived.addDays(16), 14, 0, [&y, who] { y.settle(who.id()); });
    y.keepsKeyworkFrom(who, arrived.addDays(26));
}

/// Taken in at the door with a few words.
void atTheDoor(Year &y, QDate d)
{
    const Whom who;
    y.then(d, 23, 40, [&y, who, d] {
        auto builder = aPerson().called(u"Door"_s, u"Of "_s + d.toString(Qt::ISODate)).arrived(d);
        builder.stay.referredOn = d;
        builder.person.keyworkerId = y.me();
        const auto person = builder.in(y.hostel());
        who.become(person.id);
        finishArrival(y.hostel(), person.id);
        y.settle(person.id);
        y.mayGoUnseen(person.id);
    });
    y.isAbout(who, d.addDays(1));
    y.must("record_unfinished", who, y.at(d, 23, 40), y.at(d.addDays(2), 12));
    y.then(d.addDays(2), 12, 0, [&y, who] {
        auto person = need(y.records().one(who.id()));
        person.value.notSaid.reasons = {{u"born_on"_s, NotSaidReason::PrefersNot}, {u"allergies_known"_s, NotSaidReason::DoesNotKnow}};
        need(y.records().amend(person));
    });
    y.keepsKeyworkFrom(who, d.addDays(9));
}

/// What the next shifts are to do, somebody who works alone, and what is offered to the team.
void shifts(Year &y, QDate d)
{
    const auto item = held<HandoverItem>();
    const auto alone = held<LoneWorking>();
    const auto offered = held<StaffHealth>();
    y.then(d, 9, 0, [&y, item, offered, d] {
        *item = need(y.records().add(HandoverItem{.what = u"ring the boiler people"_s, .dueAt = y.at(d.addDays(1), 8)}));
        *offered = need(y.records().add(StaffHealth{.staffId = y.me(),
            .what = {y.records().choices().options(u"staff_health"_s).first().code},
            .offeredOn = d,
            .answer = StaffHealthAnswer::Had,
            .doneOn = d,
            .nextOn = d.addDays(3)}));
    });
    y.must("handover_item_due", {}, y.at(d.addDays(1), 8), y.at(d.addDays(1), 10));
    y.then(d.addDays(1), 10, 0, [&y, item] { need(y.services().handovers.markDone(item->id)); });
    y.must("staff_health_due", {}, y.at(d.addDays(3)), y.at(d.addDays(4), 10));
    y.then(d.addDays(4), 10, 0, [&y, offered] { change<StaffHealth>(y, offered, [](StaffHealth &one) { one.nextOn.reset(); }); });
    y.then(d.addDays(2), 22, 0, [&y, alone] {
        *alone = need(y.records().add(LoneWorking{
            .staffId = y.me(), .place = u"the flats"_s, .telephone = u"07700 900123"_s, .fromAt = y.now(), .everyMinutes = 60}));
    });
    y.must("lone_overdue", {}, y.at(d.addDays(2), 23).addMSecs(1), y.at(d.addDays(2), 23, 10));
    y.then(d.addDays(2), 23, 10, [&y, alone] { need(y.services().shifts.isBack(alone->id)); });
}

/// A good backup, and none within a day and the house's hours.
void backup(Year &y, QDate d)
{
    const auto make = [&y] { need(y.services().backups.finished(BackupMade{.path = {}, .at = y.now()})); };
    y.then(d, 8, 0, make);
    y.must("backup_overdue", {}, y.at(d, 8).addSecs((24 + 4) * 3600), y.at(d.addDays(2), 8));
    y.then(d.addDays(2), 8, 0, make);
    // From then on nobody makes any.
    y.must("backup_overdue", {}, y.at(d.addDays(2), 8).addSecs((24 + 4) * 3600), y.at(y.last().addDays(400)));
}

/// Fourteen days before each, and on the day itself.
void awareness(Year &y, QDate d)
{
    for (const auto &[month, day] : {std::pair(2, 20), {6, 26}, {7, 28}, {8, 31}, {9, 1}, {12, 1}}) {
        const QDate on(d.year(), month, day);
        y.must("awareness_day", {}, y.at(on.addDays(-14)), y.at(on.addDays(1)));
    }
}

} // namespace

QList<year::Plant> plants()
{
    using year::ofHouse;
    return {ofHouse({u"policy_unread"_s, u"policy_review"_s, u"house_page_review"_s, u"help_line_unchecked"_s}, 21, texts),
        ofHouse({u"act_now_unchecked"_s, u"act_now_checked_long_ago"_s}, 8, words),
        ofHouse({u"referral_no_step"_s, u"referral_step_due"_s}, 15, referralIn),
        ofHouse({u"expected_today"_s, u"arrival_unfinished"_s, u"no_plan"_s, u"no_stage"_s}, 18, arrival),
        ofHouse({u"record_unfinished"_s}, 3, atTheDoor),
        ofHouse({u"handover_item_due"_s, u"staff_health_due"_s, u"lone_overdue"_s}, 5, shifts), ofHouse({u"backup_overdue"_s}, 400, backup),
        ofHouse({u"awareness_day"_s}, 400, awareness)};
}

} // namespace keywork::test::year_house_plants
