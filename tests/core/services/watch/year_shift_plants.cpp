// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/barring.h"
#include "core/domain/belonging.h"
#include "core/domain/front_desk.h"
#include "core/domain/incident_review.h"
#include "core/domain/missing.h"
#include "core/domain/move_on.h"
#include "core/domain/roll_call.h"
#include "core/domain/room.h"
#include "core/domain/room_upkeep.h"
#include "core/domain/stay_letters.h"
#include "core/domain/supplies.h"
#include "core/domain/timed_check.h"
#include "core/services/care/incidents.h"
#include "core/services/care/missing.h"
#include "core/services/care/timed_checks.h"
#include "core/services/house/front_desk.h"
#include "core/services/house/roll_calls.h"
#include "tests/core/services/watch/year.h"

// What is planted of the shift: who was not seen, checks by the hour, the desk, rooms, letters about the stay, moving on.

namespace keywork::test::year_shift_plants {

namespace {

using year::change;
using year::Held;
using year::held;
using year::Whom;
using year::Year;

/// Seen at ten, asked after once two days are over: elapsed hours, whatever the clocks do meanwhile.
void notSeen(Year &y, Id<Person> who, QDate d)
{
    y.withoutSight(who, d, d.addDays(4));
    y.withoutKeywork(who, d, d.addDays(3));
    const auto sooner = held<SeenWithin>();
    y.then(d, 10, 0, [&y, who, sooner] {
        y.see(who);
        *sooner = need(y.records().add(SeenWithin{who, 48, u"was unwell last week"_s, y.today(), {}}));
    });
    y.must("not_seen", who, y.at(d, 10).addSecs(48 * 3600), y.at(d.addDays(3), 9));
    y.then(d.addDays(3), 9, 0, [&y, who] { y.see(who); });
    y.then(d.addDays(3), 14, 0, [&y, who] { y.hold(who); });
    y.then(d.addDays(4), 14, 0,
        [&y, sooner] { change<SeenWithin>(y, sooner, [&y](SeenWithin &one) { one.untilOn = y.today().addDays(-1); }); });
}

/// Not found at eight in the evening; four hours later it is asked whether the police know, and at two they are back.
void missing(Year &y, Id<Person> who, QDate d)
{
    const auto search = std::make_shared<Id<Incident>>();
    const QDate next = d.addDays(1);
    const QDateTime asked = y.at(d, 20).addSecs(4 * 3600);
    y.then(d, 20, 0, [&y, who, search] { *search = need(y.services().missing.open(who)); });
    y.must("missing_open", who, y.at(d, 20), asked);
    y.must("missing_police", who, asked, y.at(next, 0, 30));
    y.then(next, 0, 30, [&y, who] {
        MissingStep step;
        step.personId = who;
        step.act = MissingAct::Police;
        step.answer = MissingAnswer::Told;
        step.happenedAt = y.now();
        need(y.services().missing.press(step));
    });
    y.must("missing_open", who, y.at(next, 0, 30), y.at(next, 2, 30));
    y.then(next, 2, 30, [&y, who, search] {
        need(y.services().missing.found(who,
            {.at = y.now(),
                .how = FoundHow::CameBack,
                .where = u"at the door"_s,
                .byId = y.me(),
                .byOther = {},
                .welfare = WelfareAsked::Well,
                .welfareNote = {}}));
        need(y.services().incidents.finish(
            *search, {.learned = u"to ask sooner"_s, .policy = PolicyChange::Nothing, .shared = SharedWithTeam::AtHandover}));
    });
}

/// Looked in on at two in the morning; whether they agree is asked two hours later.
void checkAtNight(Year &y, Id<Person> who, QDate d)
{
    const auto series = held<CheckSeries>();
    y.then(d, 9, 0, [&y, who, series] {
        CheckSeries wanted;
        wanted.personId = who;
        wanted.reason = CheckReason::Welfare;
        wanted.rhythm = CheckRhythm::Hours;
        wanted.hours = u"02:00"_s;
        wanted.fromAt = y.now();
        wanted.watcherId = y.me();
        *series = need(y.services().timedChecks.start(wanted));
    });
    y.must("checks_unagreed", who, y.at(d, 9), y.at(d, 11));
    y.then(d, 11, 0, [&y, series] {
        change<CheckSeries>(y, series, [](CheckSeries &one) {
            one.agreement = CheckAgreement::Agreed;
            one.agreedHow = u"two knocks"_s;
        });
    });
    const QDate next = d.addDays(1);
    const QDateTime late = y.at(next, 2).addMSecs(1); // at two itself it is in time
    y.must("check_round", {}, y.at(d, 9), late);
    y.must("check_due", who, late, y.at(next, 3));
    y.then(next, 3, 0, [&y, series] {
        TimedCheck check;
        check.seriesId = series->id;
        check.doneAt = y.now();
        check.result = CheckResult::Spoke;
        need(y.services().timedChecks.write(check));
    });
    y.must("check_round", {}, y.at(next, 3), y.at(next, 4));
    y.then(next, 4, 0, [&y, series] {
        change<CheckSeries>(y, series, [&y](CheckSeries &one) {
            one.endedAt = y.now();
            one.endedWhy = u"they are well again"_s;
        });
    });
}

/// A guest who stays past ten, and goes after a word.
void visitor(Year &y, Id<Person> who, QDate d)
{
    const auto guest = held<Visitor>();
    y.then(d, 18, 0, [&y, who, guest, d] {
        *guest = need(y.records().add(Visitor{.name = u"Guest of "_s + d.toString(Qt::ISODate), .personId = who, .cameAt = y.now()}));
    });
    y.must("visitor_still_in", {}, y.at(d, 22), y.at(d, 22, 40));
    y.then(d, 22, 40, [&y, guest] { need(y.services().frontDesk.visitorLeft(guest->id)); });
}

/// Kept for them until a day, that day included.
void belonging(Year &y, Id<Person> who, QDate d)
{
    const auto bag = held<Belonging>();
    y.then(d, 10, 0, [&y, who, bag, d] {
        *bag = need(y.records().add(Belonging{who, u"a red rucksack"_s, u"store 2"_s, d, {}, d.addDays(3)}));
    });
    y.must("belonging_past_day", who, y.at(d.addDays(4)), y.at(d.addDays(5), 10));
    y.then(d.addDays(5), 10, 0, [&y, bag] { change<Belonging>(y, bag, [&y](Belonging &one) { one.returnedOn = y.today(); }); });
}

/// A warning of four weeks; they appeal and have an answer, and are told when it is over.
void warning(Year &y, Id<Person> who, QDate d)
{
    const auto letter = held<StayWarning>();
    const QDate over = d.addDays(28);
    y.then(d, 10, 0, [&y, who, letter, d, over] {
        StayWarning one;
        one.personId = who;
        one.reason = {u"noise"_s};
        one.happened = u"Loud until three on two nights, the neighbour knocked."_s;
        one.givenOn = d;
        one.givenHow = {u"by_hand"_s};
        one.appealHow = u"Tell any of us."_s;
        one.kind = WarningKind::Written;
        one.agreed = u"Headphones after eleven."_s;
        one.support = u"A talk about sleep."_s;
        one.expiresOn = over;
        *letter = need(y.records().add(one));
    });
    y.then(d.addDays(1), 10, 0, [&y, letter] { change<StayWarning>(y, letter, [&y](StayWarning &one) { one.appealOn = y.today(); }); });
    y.must("appeal_waiting", who, y.at(d.addDays(1), 10), y.at(d.addDays(3), 10));
    y.then(d.addDays(3), 10, 0, [&y, letter] {
        change<StayWarning>(y, letter, [&y](StayWarning &one) {
            one.heardOn = y.today();
            one.heardByOther = u"Helen Marsh, trustee"_s;
            one.outcome = AppealOutcome::Stands;
            one.answer = u"It stands."_s;
        });
    });
    y.must("warning_over", who, y.at(over), y.at(over.addDays(1), 10));
    y.then(over.addDays(1), 10, 0, [&y, letter] { change<StayWarning>(y, letter, [&y](StayWarning &one) { one.endToldOn = y.today(); }); });
}

/// What passes the desk and is not settled by itself; at six in the morning nobody asks for a contractor any more.
void desk(Year &y, QDate d)
{
    const auto firm = held<Contractor>();
    const auto parcel = held<Delivery>();
    const auto barring = held<Barring>();
    y.then(d, 15, 0, [&y, firm, parcel, barring, d] {
        *firm = need(y.records().add(Contractor{.firm = u"City Lifts"_s, .whatFor = u"the lift"_s, .cameAt = y.now()}));
        *parcel = need(y.records().add(Delivery{.forWhom = u"The office"_s, .what = u"a parcel"_s, .cameAt = y.now()}));
        *barring = need(y.records().add(Barring{.name = u"Somebody of "_s + d.toString(Qt::ISODate),
            .fromOn = d,
            .untilOn = d.addDays(40),
            .reviewOn = d.addDays(20),
            .reason = u"threatened somebody at the door"_s,
            .decidedById = y.me()}));
    });
    y.must("contractor_still_in", {}, y.at(d, 22), y.at(d.addDays(1), 6));
    y.then(d.addDays(1), 7, 0, [&y, firm] { need(y.services().frontDesk.contractorLeft(firm->id)); });
    y.must("delivery_waiting", {}, y.at(d.addDays(7)), y.at(d.addDays(8), 10));
    y.then(d.addDays(8), 10, 0, [&y, parcel] { need(y.services().frontDesk.handedOver(parcel->id)); });
    y.must("barring_review", {}, y.at(d.addDays(13)), y.at(d.addDays(15), 10));
    y.then(d.addDays(15), 10, 0, [&y, barring] {
        change<Barring>(y, barring, [&y](Barring &one) {
            one.endedOn = y.today();
            one.endedWhy = u"talked it through"_s;
        });
    });
}

void drill(Year &y, QDate d)
{
    const auto call = std::make_shared<Id<RollCall>>();
    y.then(d, 11, 0, [&y, call] { *call = need(y.services().rollCalls.begin()); });
    y.must("roll_call_open", {}, y.at(d, 11), y.at(d, 11, 9));
    y.then(d, 11, 9, [&y, call] { need(y.services().rollCalls.end(*call, RollCallKind::Drill, u"car park"_s, {})); });
}

/// A room that nobody has: a tap drips in it, it stands empty beyond the house's fortnight, and is given up.
void emptyRoom(Year &y, QDate d)
{
    const auto room = held<Room>();
    const auto repair = held<RoomRepair>();
    y.then(d, 10, 0, [&y, room, repair, d] {
        *room = need(y.records().add(Room{.name = u"of "_s + d.toString(Qt::ISODate), .openedOn = d}));
        *repair = need(y.records().add(RoomRepair{.roomId = room->id, .what = u"the tap drips"_s, .reportedOn = d, .dueOn = d.addDays(2)}));
    });
    y.must("repair_overdue", {}, y.at(d.addDays(3)), y.at(d.addDays(4), 10));
    y.then(d.addDays(4), 10, 0, [&y, repair] { change<RoomRepair>(y, repair, [&y](RoomRepair &one) { one.doneOn = y.today(); }); });
    y.must("room_empty_long", {}, y.at(d.addDays(15)), y.at(d.addDays(16), 10)); // fourteen nights, and one more
    y.then(d.addDays(16), 10, 0, [&y, room] { change<Room>(y, room, [&y](Room &one) { one.givenUpOn = y.today(); }); });
}

/// Nobody has looked at it for ninety days.
void poster(Year &y, QDate d)
{
    const auto hangs = held<HarmPoster>();
    y.then(d, 10, 0, [&y, hangs, d] {
        *hangs = need(y.records().add(HarmPoster{.what = u"Carry naloxone"_s, .where = u"lift"_s, .putUpOn = d.addDays(-85)}));
    });
    y.must("poster_unchecked", {}, y.at(d.addDays(5)), y.at(d.addDays(6), 10));
    y.then(d.addDays(6), 10, 0, [&y, hangs] { change<HarmPoster>(y, hangs, [&y](HarmPoster &one) { one.checkedOn = y.today(); }); });
    y.then(d.addDays(8), 10, 0, [&y, hangs] { change<HarmPoster>(y, hangs, [&y](HarmPoster &one) { one.takenDownOn = y.today(); }); });
}

/// Somebody whose 24 months are over (the year's house talks of it then); moving on is begun two days later.
void movesOn(Year &y, QDate d)
{
    QDate due = d.addDays(3);
    while (due.addMonths(-24).addMonths(24) != due) // of the 29th of February another day speaks
        due = due.addDays(1);
    const Whom who;
    y.then(d, 9, 0, [&y, who, d, due] { who.become(y.arrivedLongAgo(u"Moving on "_s + d.toString(Qt::ISODate), due.addMonths(-24)).id); });
    y.isAbout(who, d.addDays(1));
    y.keepsKeyworkFrom(who, d.addDays(9));
    y.must("move_on_prompt", who, y.at(due), y.at(due.addDays(2), 10));
    y.then(due.addDays(2), 10, 0, [&y, who] { need(y.records().add(MoveOnPlan{.personId = who.id(), .begunOn = y.today()})); });
}

} // namespace

QList<year::Plant> plants()
{
    using year::ofHouse;
    return {{{u"not_seen"_s}, 15, notSeen}, {{u"missing_open"_s, u"missing_police"_s}, 2, missing},
        {{u"check_due"_s, u"check_round"_s, u"checks_unagreed"_s}, 2, checkAtNight}, {{u"visitor_still_in"_s}, 1, visitor},
        {{u"belonging_past_day"_s}, 6, belonging}, {{u"warning_over"_s, u"appeal_waiting"_s}, 30, warning},
        ofHouse({u"contractor_still_in"_s, u"delivery_waiting"_s, u"barring_review"_s}, 16, desk), ofHouse({u"roll_call_open"_s}, 1, drill),
        ofHouse({u"repair_overdue"_s, u"room_empty_long"_s}, 17, emptyRoom), ofHouse({u"poster_unchecked"_s}, 9, poster),
        ofHouse({u"move_on_prompt"_s}, 10, movesOn)};
}

} // namespace keywork::test::year_shift_plants
