// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/drug_alert.h"
#include "core/domain/guidance.h"
#include "core/domain/house.h"
#include "core/domain/incident_parts.h"
#include "core/domain/incident_review.h"
#include "core/domain/naloxone_watch.h"
#include "core/domain/overdose.h"
#include "core/domain/referral_in.h"
#include "core/services/care/incidents.h"
#include "core/services/care/intake.h"
#include "core/services/house/policies.h"
#include "core/services/keeping/backups.h"
#include "tests/core/services/watch/year.h"
#include "tests/support/kits.h"
#include "tests/support/policies.h"

// What is planted about the house, and whoever comes to it.

namespace keywork::test::year_house_plants {

namespace {

using year::Whom;
using year::Year;

template <class T> using Held = std::shared_ptr<Kept<T>>;
template <class T> Held<T> held() { return std::make_shared<Kept<T>>(); }

/// Changes what was kept before as it stands now.
template <class T> void change(Year &y, const Held<T> &one, const std::function<void(T &)> &how)
{
    *one = need(y.records().one(one->id));
    how(one->value);
    *one = need(y.records().amend(*one));
}

void changeHouse(Year &y, const std::function<void(House &)> &how)
{
    auto house = need(y.records().all<House>()).first();
    how(house.value);
    need(y.records().amend(house));
}

/// Reviewed after nine days; another one is forgotten until the forty-sixth.
void incidents(Year &y, QDate d)
{
    const auto first = held<Incident>();
    const auto forgotten = held<Incident>();
    const auto finish = [&y](const Held<Incident> &one) {
        need(y.services().incidents.finish(
            one->id, {.learned = u"lids on pans"_s, .policy = PolicyChange::Nothing, .shared = SharedWithTeam::AtHandover}));
    };
    y.then(d, 12, 0, [&y, first] { *first = y.incident(u"near_miss"_s, y.now(), false); });
    y.must("incident_unreviewed", {}, y.at(d.addDays(7)), y.at(d.addDays(9), 10));
    y.then(d.addDays(9), 10, 0, [finish, first] { finish(first); });
    y.then(d.addDays(10), 12, 0, [&y, forgotten] { *forgotten = y.incident(u"near_miss"_s, y.now(), false); });
    y.must("incident_unreviewed", {}, y.at(d.addDays(17)), y.at(d.addDays(55)));
    y.must("incident_unreviewed_long", {}, y.at(d.addDays(55)), y.at(d.addDays(56), 10));
    y.then(d.addDays(56), 10, 0, [finish, forgotten] { finish(forgotten); });
}

void afterAnIncident(Year &y, QDate d)
{
    const auto action = held<IncidentAction>();
    const auto question = held<IncidentQuestion>();
    const auto item = held<FoundItem>();
    const auto colleague = held<Staff>();
    y.then(d, 10, 0, [&y, d, action, question, item, colleague] {
        const auto incident = y.incident(u"found"_s, y.now());
        *colleague = need(y.records().add(Staff{.name = u"Colleague of %1"_s.arg(d.toString(Qt::ISODate))}));
        *action = need(
            y.records().add(IncidentAction{.incidentId = incident.id, .what = u"New bulb"_s, .ownerId = y.me(), .dueOn = d.addDays(3)}));
        *question = need(y.records().add(IncidentQuestion{.incidentId = incident.id, .askedOfId = y.me(), .question = u"Which bag?"_s}));
        FoundItem found{
            .incidentId = incident.id, .what = {u"powder"_s}, .foundAt = y.now(), .bagNumber = u"B "_s + d.toString(Qt::ISODate)};
        found.firstId = y.me();
        *item = need(y.records().add(found));
    });
    y.must("incident_detail_asked", {}, y.at(d, 10), y.at(d, 11));
    y.then(
        d, 11, 0, [&y, question] { change<IncidentQuestion>(y, question, [](IncidentQuestion &one) { one.answer = u"The blue one"_s; }); });
    y.must("found_item", {}, y.at(d, 10).addSecs(24 * 3600), y.at(d.addDays(2), 12)); // hours that passed, whatever the clocks did
    y.then(d.addDays(2), 12, 0, [&y, item, colleague] {
        change<FoundItem>(y, item, [&](FoundItem &one) {
            one.ended = FoundEnded::Police;
            one.endedAt = y.now();
            one.policeReference = u"CAD 12"_s;
            one.endedById = colleague->id;
            one.second = BagSecond::Staff;
            one.secondId = colleague->id;
        });
    });
    y.must("incident_action", {}, y.at(d.addDays(4)), y.at(d.addDays(5), 10));
    y.then(d.addDays(5), 10, 0, [&y, action] { change<IncidentAction>(y, action, [&y](IncidentAction &one) { one.doneOn = y.today(); }); });
}

/// One that was ended waits for its report at once, one that nobody ended after twelve hours.
void emergencies(Year &y, QDate d)
{
    const auto one = held<Overdose>();
    y.then(d, 3, 0, [&y, one] {
        const auto incident = y.incident(u"overdose"_s, y.now());
        *one = need(y.records().add(Overdose{.incidentId = incident.id, .state = OverdoseState::Running, .startedAt = y.now()}));
        need(y.records().add(OverdoseStep{.incidentId = incident.id, .step = OverdoseStepKind::ChoseNotToGo, .happenedAt = y.now()}));
    });
    y.must("checks_not_begun", {}, y.at(d, 3), y.at(d, 3).addSecs(24 * 3600).addMSecs(1));
    y.must("overdose_to_write_up", {}, y.at(d, 3).addSecs(12 * 3600).addMSecs(1), y.at(d.addDays(2), 10));
    y.then(d.addDays(2), 10, 0, [&y, one] { change<Overdose>(y, one, [](Overdose &it) { it.state = OverdoseState::WrittenUp; }); });
}

/// The month before was not looked at together by the seventh.
void month(Year &y, QDate d)
{
    const QDate before = d.addDays(1 - d.day()).addDays(-1);
    const QDate first(before.year(), before.month(), 1);
    const QDate next(d.year(), d.month(), 1);
    if (first < y.first())
        return;
    y.leavesMonthOpen(first);
    y.then(first.addDays(10), 9, 0, [&y] { y.incident(u"near_miss"_s, y.now()); });
    y.must("incident_month", {}, y.at(next.addDays(6)), y.at(next.addDays(11), 10));
    y.then(next.addDays(11), 10, 0, [&y, first] {
        need(y.records().add(IncidentMonth{.monthOn = first, .reviewedOn = y.today(), .byId = y.me(), .learned = u"the stairs again"_s}));
    });
}

/// A place without kits, kits that run out on the last of a month and are thrown away a day later, a month without looking it over.
void naloxone(Year &y, QDate d)
{
    const auto place = held<NaloxonePlace>();
    const auto kit = held<NaloxoneKit>();
    const auto training = held<NaloxoneTraining>();
    const QDate near = d.addDays(62);
    const QDate lastGood(near.year(), near.month(), near.daysInMonth());
    const QString name = d.toString(Qt::ISODate);
    y.then(d, 9, 0, [&y, place, training, name, d] {
        *training = need(y.records().add(NaloxoneTraining{.staffId = y.me(), .onDay = d}));
        *place = aPlace(y.hostel(), u"Place of %1"_s.arg(name), 1);
    });
    y.must("naloxone_low", {}, y.at(d, 9), y.at(d, 10));
    y.then(d, 10, 0,
        [&y, kit, place, name, lastGood] { *kit = aKit(y.hostel(), place->id, u"K "_s + name, lastGood.toString(u"yyyy-MM"_s)); });
    y.must("naloxone_expiring", {}, y.at(lastGood.addDays(-59)), y.at(lastGood.addDays(1)));
    y.must("naloxone_low", {}, y.at(lastGood.addDays(1)), y.at(lastGood.addDays(2), 10));
    y.must("naloxone_replace", {}, y.at(lastGood.addDays(1)), y.at(lastGood.addDays(2), 10));
    // A month after it was put on file it is to be looked over; the same day of the next month, or the first after a short one.
    const QDate wish(d.month() == 12 ? d.year() + 1 : d.year(), d.month() % 12 + 1, 1);
    const QDate check = d.day() <= wish.daysInMonth() ? wish.addDays(d.day() - 1) : wish.addDays(wish.daysInMonth());
    y.must("naloxone_check_due", {}, y.at(check), y.at(check.addDays(1), 10));
    const auto lookOver = [&y, place] {
        NaloxoneCheck one{.placeId = place->id, .onDay = y.today(), .kitsFound = 1};
        one.checkedBy = y.me();
        need(y.records().add(one));
    };
    y.then(check.addDays(1), 10, 0, lookOver);
    for (QDate day = check.addDays(21); day < lastGood.addDays(2); day = day.addDays(20))
        y.then(day, 10, 0, lookOver);
    y.then(lastGood.addDays(2), 10, 0, [&y, place, kit] {
        change<NaloxoneKit>(y, kit, [](NaloxoneKit &one) {
            one.state = KitState::Disposed;
            one.dosesLeft.reset();
            one.becameOf = u"pharmacy"_s;
        });
        change<NaloxonePlace>(y, place, [](NaloxonePlace &one) { one.outOfUse = true; });
    });
    // The only one who is signed in was trained until a day of it.
    const QDate until = d.addDays(80);
    y.then(d.addDays(2), 9, 0,
        [&y, training, until] { change<NaloxoneTraining>(y, training, [until](NaloxoneTraining &one) { one.untilOn = until; }); });
    y.must("training_expiring", {}, y.at(until.addDays(-59)), y.at(d.addDays(25), 9));
    y.then(d.addDays(25), 9, 0,
        [&y, training, d] { change<NaloxoneTraining>(y, training, [d](NaloxoneTraining &one) { one.untilOn = d.addDays(27); }); });
    y.must("training_expiring", {}, y.at(d.addDays(25), 9), y.at(d.addDays(28)));
    y.must("naloxone_untrained", {}, y.at(d.addDays(28)), y.at(d.addDays(29), 9));
    y.then(
        d.addDays(29), 9, 0, [&y, training] { change<NaloxoneTraining>(y, training, [](NaloxoneTraining &one) { one.untilOn.reset(); }); });
}

void stock(Year &y, QDate d)
{
    const auto item = held<SupplyItem>();
    const auto recall = held<NaloxoneRecall>();
    const QString name = d.toString(Qt::ISODate);
    y.then(d, 9, 0, [&y, item, recall, name, d] {
        *item = anItem(y.hostel(), u"Syringe %1"_s.arg(name), 20);
        need(y.records().add(SupplyStock{.itemId = item->id, .act = StockAct::Counted, .quantity = 20, .at = y.now()}));
        *recall = need(y.records().add(NaloxoneRecall{.batch = u"R"_s + name, .onDay = d, .issuedBy = u"the maker"_s}));
    });
    y.must("supplies_reorder", {}, y.at(d, 9), y.at(d.addDays(1), 9));
    y.then(d.addDays(1), 9, 0,
        [&y, item] { need(y.records().add(SupplyStock{.itemId = item->id, .act = StockAct::Delivered, .quantity = 50, .at = y.now()})); });
    y.must("naloxone_recall", {}, y.at(d, 9), y.at(d.addDays(2), 9));
    y.then(d.addDays(2), 9, 0, [&y, recall] { change<NaloxoneRecall>(y, recall, [&y](NaloxoneRecall &one) { one.endedOn = y.today(); }); });
}

void drugAlert(Year &y, QDate d)
{
    const auto alert = held<DrugAlert>();
    y.then(d, 9, 0, [&y, alert, d] {
        DrugAlert one;
        one.soldAs = u"blue Valium"_s;
        one.issuer = u"the panel"_s;
        one.fromOn = d;
        one.untilOn = d.addDays(2);
        *alert = need(y.records().add(one));
    });
    y.must("drug_alert_untold", {}, y.at(d, 9), y.at(d.addDays(3)));
    y.must("drug_alert_still_true", {}, y.at(d.addDays(3)), y.at(d.addDays(4), 10));
    y.then(d.addDays(4), 10, 0, [&y, alert] {
        change<DrugAlert>(y, alert, [&y](DrugAlert &one) {
            one.endedOn = y.today();
            one.endedWhy = u"the panel took it back"_s;
        });
    });
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
    const QDate checked(d.year() - 1, d.month(), std::min(d.day(), 28));
    y.then(d, 9, 0, [&y, page, line, d, checked] {
        HousePage one;
        one.title = u"Nights "_s + d.toString(Qt::ISODate);
        one.text = u"Two rounds."_s;
        one.source = u"Team meeting"_s;
        one.dated = PartialDate::fromText(u"2026"_s);
        one.writtenOn = d;
        one.reviewOn = d.addDays(5);
        *page = need(y.records().add(one));
        *line = need(y.records().add(HelpLine{u"Lantern line"_s, u"01632 960204"_s, {}, {}, checked.addDays(3), y.me(), {}}));
    });
    y.must("house_page_review", {}, y.at(d.addDays(5)), y.at(d.addDays(6), 10));
    y.then(
        d.addDays(6), 10, 0, [&y, page] { change<HousePage>(y, page, [&y](HousePage &one) { one.reviewOn = y.today().addDays(900); }); });
    // A whole year after it was checked nobody asks yet; the day after it they do.
    const QDate anniversary(checked.addDays(3).year() + 1, checked.addDays(3).month(), checked.addDays(3).day());
    y.must("help_line_unchecked", {}, y.at(anniversary.addDays(1)), y.at(anniversary.addDays(2), 10));
    y.then(anniversary.addDays(2), 10, 0, [&y, line] { change<HelpLine>(y, line, [&y](HelpLine &one) { one.checkedOn = y.today(); }); });
    y.then(d.addDays(20), 10, 0,
        [&y, line] { need(y.records().withdraw(recordType<HelpLine>(), line->id.value, line->version, u"closed down"_s)); });
}

/// The words of "Overdose - act now": nobody checked them, then somebody did a year ago.
void words(Year &y, QDate d)
{
    const QDate longAgo(d.year() - 1, d.month(), std::min(d.day(), 28));
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
            house.wordsCheckedOn = longAgo.addDays(4);
        });
    });
    const QDate due(longAgo.addDays(4).year() + 1, longAgo.addDays(4).month(), longAgo.addDays(4).day());
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
    });
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
    });
    y.must("record_unfinished", who, y.at(d, 23, 40), y.at(d.addDays(2), 12));
    y.then(d.addDays(2), 12, 0, [&y, who] {
        auto person = need(y.records().one(who.id()));
        person.value.notSaid.reasons = {{u"born_on"_s, NotSaidReason::PrefersNot}, {u"allergies_known"_s, NotSaidReason::DoesNotKnow}};
        need(y.records().amend(person));
    });
    y.keepsKeyworkFrom(who, d.addDays(9));
}

/// A good backup, and none within a day and the house's hours.
void backup(Year &y, QDate d)
{
    const auto make = [&y] { need(y.services().backups.finished(BackupMade{.at = y.now()})); };
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
    const auto ofHouse = [](const QStringList &codes, int days, void (*plant)(Year &, QDate)) {
        return year::Plant{codes, days, nullptr, plant};
    };
    return {ofHouse({u"incident_unreviewed"_s, u"incident_unreviewed_long"_s}, 57, incidents),
        ofHouse({u"incident_action"_s, u"incident_detail_asked"_s, u"found_item"_s}, 6, afterAnIncident),
        ofHouse({u"overdose_to_write_up"_s, u"checks_not_begun"_s}, 3, emergencies), ofHouse({u"incident_month"_s}, 60, month),
        ofHouse({u"naloxone_low"_s, u"naloxone_expiring"_s, u"naloxone_replace"_s, u"naloxone_check_due"_s, u"training_expiring"_s,
                    u"naloxone_untrained"_s},
            97, naloxone),
        ofHouse({u"supplies_reorder"_s, u"naloxone_recall"_s}, 3, stock),
        ofHouse({u"drug_alert_untold"_s, u"drug_alert_still_true"_s}, 5, drugAlert),
        ofHouse({u"policy_unread"_s, u"policy_review"_s, u"house_page_review"_s, u"help_line_unchecked"_s}, 21, texts),
        ofHouse({u"act_now_unchecked"_s, u"act_now_checked_long_ago"_s}, 8, words),
        ofHouse({u"referral_no_step"_s, u"referral_step_due"_s}, 15, referralIn),
        ofHouse({u"expected_today"_s, u"arrival_unfinished"_s, u"no_plan"_s, u"no_stage"_s}, 18, arrival),
        ofHouse({u"record_unfinished"_s}, 3, atTheDoor), ofHouse({u"backup_overdue"_s}, 400, backup),
        ofHouse({u"awareness_day"_s}, 400, awareness)};
}

} // namespace keywork::test::year_house_plants
