// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/handovers.h"

#include "core/domain/court.h"
#include "core/domain/incident.h"
#include "core/domain/nights_away.h"
#include "core/domain/restriction.h"
#include "core/domain/room.h"
#include "core/domain/safeguarding.h"
#include "core/domain/timed_check.h"
#include "core/services/care/timed_checks.h"
#include "core/services/house/occupancy.h"
#include "core/services/house/shifts.h"
#include "core/services/records/undo.h"
#include "core/services/sharing/disclosures.h"
#include "tests/core/services/watch/watching.h"

namespace keywork::test::handovers_test {

namespace {

QDateTime now(TestHostel &hostel) { return hostel.services().records.clock().now(); }

Incident aCollapse(const QDateTime &at)
{
    Incident incident;
    incident.kind = {u"overdose"_s};
    incident.happenedAt = at;
    incident.whatHappened = u"found in the kitchen"_s;
    return incident;
}

/// Whom what kind is told about, and where: "incident/0" for the first section.
QStringList toldKinds(const QList<ToHandOver> &told)
{
    QStringList kinds;
    for (const ToHandOver &one : told)
        kinds.append(one.line.kind + u'/' + QString::number(int(one.line.section)));
    return kinds;
}

/// As the screen keeps them, with plain words.
QList<HandoverLine> linesOf(const QList<ToHandOver> &told)
{
    QList<HandoverLine> lines;
    for (const ToHandOver &one : told) {
        HandoverLine line = one.line;
        line.said = one.isReadable() ? u"told of "_s + line.kind : QString();
        if (!one.people.isEmpty())
            line.personId = one.people.first();
        lines.append(line);
    }
    return lines;
}

Kept<Handover> handOver(TestHostel &hostel)
{
    Handovers &handovers = hostel.services().handovers;
    const auto stand = need(handovers.now());
    const auto begun
        = stand.ours && !stand.ours->value.finishedAt ? *stand.ours : need(handovers.begin(Handovers::of(stand.shift, kToday)));
    return need(handovers.finish(begun, linesOf(need(handovers.gather(begun.value.fromAt)))));
}

} // namespace

TEST_CASE("A handover tells what happened and what was written down since the last one, most pressing first")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    hostel.clock.set(now(hostel).addSecs(3600));
    const QDateTime since = now(hostel);
    hostel.clock.set(since.addSecs(60));
    CHECK(need(hostel.services().handovers.gather(since)).isEmpty());
    need(records.add(NightsAway{.personId = ben.id, .fromOn = kToday, .expectedOn = kToday.addDays(3)}));
    need(records.add(aCollapse(since.addSecs(-600)))); // written down since
    need(records.add(HandoverItem{.what = u"ring the surgery"_s, .personId = ben.id}));
    const auto told = need(hostel.services().handovers.gather(since));
    CHECK(toldKinds(told) == QStringList{u"incident/0"_s, u"handover_item/1"_s, u"nights_away/2"_s});
    CHECK(told.at(2).people == QList<Id<Person>>{ben.id});
    CHECK(told.at(0).isReadable());
}

TEST_CASE("Each shift has one handover; it is acknowledged by name, and never by whoever wrote it")
{
    TestHostel hostel;
    Handovers &handovers = hostel.services().handovers;
    const auto begun = need(handovers.begin(Handovers::of({}, kToday)));
    CHECK(begun.value.writtenBy == hostel.services().records.session().staff());
    CHECK(kindOfError(handovers.begin(Handovers::of({}, kToday))) == ErrorKind::Invalid); // one a shift
    const auto early = handovers.acknowledge(begun.id);
    REQUIRE_FALSE(bool(early));
    CHECK(early.error().violations == Violations{{u"handover_id"_s, Rule::NotFinishedYet, {}}});
    const auto finished = need(handovers.finish(begun, {}));
    const auto own = handovers.acknowledge(begun.id);
    REQUIRE_FALSE(bool(own));
    CHECK(own.error().violations == Violations{{u"staff_id"_s, Rule::OwnHandover, {}}});
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"handover_unread"_s));
    auto changed = finished;
    changed.value.words = u"something else"_s;
    CHECK_FALSE(bool(hostel.services().records.amend(changed))); // it stays as it was read
    signInAs(hostel, u"Rae Ford"_s, Role::Relief);
    CHECK(lineOf(hostel, u"handover_unread"_s).subject.record == begun.id.value);
    CHECK(need(hostel.services().handovers.now()).waitsForReader);
    need(hostel.services().handovers.acknowledge(begun.id));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"handover_unread"_s));
    CHECK(need(hostel.services().handovers.readsOf(begun.id)).size() == 1);
    const auto twice = hostel.services().handovers.acknowledge(begun.id);
    REQUIRE_FALSE(bool(twice));
    CHECK(twice.error().violations == Violations{{u"staff_id"_s, Rule::SameAsBefore, {}}});
}

TEST_CASE("The next handover begins where the last one ended, and reaches no further back than three days")
{
    TestHostel hostel;
    const QDateTime first = now(hostel);
    CHECK(need(hostel.services().handovers.now()).since == first.addDays(-3));
    handOver(hostel);
    hostel.clock.set(first.addSecs(3600));
    CHECK(need(hostel.services().handovers.now()).since == first);
    hostel.clock.set(first.addDays(4));
    CHECK(need(hostel.services().handovers.now()).since == first.addDays(1));
}

TEST_CASE("A shift without a handover is told for two days, and one from before it was on file never")
{
    TestHostel hostel;
    need(hostel.services().records.add(ShiftPattern{
        .name = u"Night"_s, .startsAt = {22, 0}, .endsAt = {7, 30}, .weekdays = u"1_mon,2_tue,3_wed,4_thu,5_fri,6_sat,7_sun"_s}));
    const auto missing = [&] { return need(hostel.services().handovers.now()).missing; };
    CHECK(missing().isEmpty());
    const QDate night = hostel.services().records.today();
    const Clock &clock = hostel.services().records.clock();
    const QDateTime ended = clock.resolve(night.addDays(1), {7, 30}).earlier;
    hostel.clock.set(ended.addSecs(-1));
    CHECK(missing().isEmpty());
    hostel.clock.set(ended);
    REQUIRE(missing().size() == 1);
    CHECK(missing().first().day == night);
    CHECK(lineOf(hostel, u"handover_missing"_s, night.addDays(1)).name == u"Night");
    const ShiftSpan span = missing().first();
    const auto late = need(hostel.services().handovers.begin(Handovers::of(span, hostel.services().records.today())));
    CHECK(missing().size() == 1); // begun is not handed over
    need(hostel.services().handovers.finish(late, {}));
    CHECK(missing().isEmpty());
}

TEST_CASE("What is read of a handover follows the rights, at the time it is read")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    need(records.add(aCollapse(now(hostel))));
    need(records.add(NightsAway{.personId = ben.id, .fromOn = kToday, .expectedOn = kToday.addDays(3)}));
    const auto handover = handOver(hostel);
    const auto lines = need(hostel.services().handovers.linesOf(handover.id));
    CHECK(std::any_of(lines.cbegin(), lines.cend(), [](const auto &one) { return one.value.kind == u"incident"; }));
    const auto aboutBen = [&ben](const Kept<HandoverLine> &one) { return one.value.personId == ben.id; };
    CHECK(std::any_of(lines.cbegin(), lines.cend(), aboutBen));
    need(records.add(Restriction{ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    signInAs(hostel, u"Rae Ford"_s, Role::Relief);
    const auto theirs = need(hostel.services().handovers.linesOf(handover.id));
    CHECK_FALSE(std::any_of(theirs.cbegin(), theirs.cend(), aboutBen));
    CHECK(std::any_of(theirs.cbegin(), theirs.cend(), [](const auto &one) { return one.value.kind == u"incident"; }));
    hostel.reopen(); // a member is made by the manager
    signInAs(hostel, u"Vera Long"_s, Role::Volunteer);
    CHECK(kindOfError(hostel.services().handovers.now()) == ErrorKind::NotPermitted);
    CHECK(kindOfError(hostel.services().handovers.gather(now(hostel))) == ErrorKind::NotPermitted);
}

TEST_CASE("A handover is finished while a restricted resident's check is overdue, and the line is theirs")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    CheckSeries series;
    series.personId = ben.id;
    series.reason = CheckReason::SelfHarm;
    series.everyMinutes = 15;
    series.fromAt = now(hostel);
    series.watcherId = hostel.services().records.session().staff();
    need(hostel.services().timedChecks.start(series));
    need(hostel.services().records.add(Restriction{ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    signInAs(hostel, u"Kit Moss"_s, Role::Keyworker);
    hostel.clock.set(now(hostel).addSecs(30 * 60));
    const auto told = need(hostel.services().handovers.gather(now(hostel).addSecs(-3600)));
    const auto aboutBen = [&ben](const ToHandOver &one) { return one.people.contains(ben.id); };
    REQUIRE(std::any_of(told.cbegin(), told.cend(), aboutBen));
    const auto handover = handOver(hostel);
    for (const Kept<HandoverLine> &line : need(hostel.services().handovers.linesOf(handover.id)))
        CHECK(line.value.personId != ben.id);
}

TEST_CASE("A handover that one began and another finished is acknowledged by neither alone: it is whose who handed over")
{
    TestHostel hostel;
    const auto begun = need(hostel.services().handovers.begin(Handovers::of({}, kToday)));
    signInAs(hostel, u"Kit Moss"_s, Role::Keyworker);
    need(hostel.services().handovers.finish(begun, {}));
    const auto own = hostel.services().handovers.acknowledge(begun.id);
    REQUIRE_FALSE(bool(own));
    CHECK(own.error().violations == Violations{{u"staff_id"_s, Rule::OwnHandover, {}}});
}

TEST_CASE("That time away is not counted is handed over, and not that it was custody")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    hostel.clock.set(now(hostel).addDays(4));
    CustodySpell custody;
    custody.personId = ben.id;
    custody.fromOn = kToday.addDays(1);
    custody.untilOn = kToday.addDays(2);
    custody.place = u"HMP Westgate"_s;
    need(hostel.services().records.add(custody));
    CHECK(lineOf(hostel, u"not_seen"_s, kToday.addDays(4)).places.value(u"away"_s) == u"custody");
    const auto told = need(hostel.services().handovers.gather(now(hostel).addSecs(-3600)));
    const auto unseen
        = std::find_if(told.cbegin(), told.cend(), [](const ToHandOver &one) { return one.due && one.due->code() == u"not_seen"; });
    REQUIRE(unseen != told.cend());
    CHECK_FALSE(unseen->due->places.contains(u"away"_s));
}

TEST_CASE("What is for managers alone is not handed over, since whom a concern is about may read a handover")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    SafeguardingConcern concern;
    concern.personId = ben.id;
    concern.kind = {u"physical"_s};
    concern.seenAt = now(hostel).addDays(-1);
    concern.whatWasSeen = u"a bruise on the arm"_s;
    need(hostel.services().records.add(concern));
    CHECK(dueOn(hostel, kToday).contains(u"safeguarding_waiting"_s));
    CHECK_FALSE(toldKinds(need(hostel.services().handovers.gather(now(hostel).addSecs(-60)))).join(u' ').contains(u"safeguarding"_s));
}

TEST_CASE("Words about a notice are kept in no handover, where whoever may not read notices would find them")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto begun = need(hostel.services().handovers.begin(Handovers::of({}, kToday)));
    HandoverLine notice{.personId = ben.id, .kind = u"stay_notice"_s, .record = 1, .category = u"housing"_s, .said = u"Notice: arrears"_s};
    HandoverLine nights = notice;
    nights.kind = u"nights_away"_s;
    need(hostel.services().handovers.finish(begun, {notice, nights}));
    const auto lines = need(hostel.services().handovers.linesOf(begun.id));
    REQUIRE(lines.size() == 3);
    for (const Kept<HandoverLine> &line : lines)
        CHECK(line.value.said.isEmpty() == (line.value.kind != u"nights_away"));
}

TEST_CASE("Who moved is told also on the day they arrived, and no more once the move is undone")
{
    TestHostel hostel;
    const auto first = need(hostel.services().records.add(Room{.name = u"1"_s}));
    const auto second = need(hostel.services().records.add(Room{.name = u"2"_s}));
    const auto ben = aPerson().arrived(kToday, first.id).in(hostel);
    hostel.clock.set(now(hostel).addSecs(3600));
    const QDateTime since = now(hostel);
    hostel.clock.set(since.addSecs(60));
    const auto moved = [&] {
        const auto told = need(hostel.services().handovers.gather(since));
        return std::count_if(told.cbegin(), told.cend(), [](const ToHandOver &one) { return one.moved.has_value(); });
    };
    CHECK(moved() == 0);
    need(hostel.services().occupancy.move(*need(hostel.services().people.line(ben.id)).stay, second.id, kToday));
    CHECK(moved() == 1);
    need(hostel.services().undo.last(u"pressed by mistake"_s));
    CHECK(moved() == 0);
}

TEST_CASE("Whoever is on shift may print what was handed over, and no other list of residents")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    for (const auto &[name, role] : {std::pair{u"Rae Ford"_s, Role::Relief}, std::pair{u"Sal Iqbal"_s, Role::SupportWorker}}) {
        hostel.reopen();
        signInAs(hostel, name, role);
        const Disclosures &out = hostel.services().disclosures;
        const Disclosure about = need(out.aboutShiftPaper(u"handover"_s, {ben.id}, {Category::Risk}));
        CHECK(about.kind == DisclosureKind::RecordPrint);
        CHECK(about.personId == ben.id);
        CHECK(about.recipient == name);
        need(hostel.services().disclosures.keep({.about = about, .paper = "%PDF-1.7"}));
        CHECK(kindOfError(out.aboutList(u"person"_s, {ben.id})) == ErrorKind::NotPermitted);
    }
    hostel.reopen(); // a member is made by the manager
    signInAs(hostel, u"Vera Long"_s, Role::Volunteer);
    CHECK(kindOfError(hostel.services().disclosures.aboutShiftPaper(u"handover"_s, {}, {})) == ErrorKind::NotPermitted);
}

TEST_CASE("Something to be done stays until it is done, and presses from its time on")
{
    TestHostel hostel;
    const auto item = need(hostel.services().records.add(HandoverItem{.what = u"ring the surgery"_s, .dueAt = now(hostel).addSecs(60)}));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"handover_item_due"_s));
    CHECK(need(hostel.services().attention.watched(kToday)).changesAt == now(hostel).addSecs(60));
    hostel.clock.set(now(hostel).addSecs(60));
    CHECK(lineOf(hostel, u"handover_item_due"_s).places.value(u"what"_s) == u"ring the surgery");
    CHECK(need(hostel.services().handovers.openItems()).size() == 1);
    need(hostel.services().handovers.markDone(item.id));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"handover_item_due"_s));
    CHECK(need(hostel.services().handovers.openItems()).isEmpty());
}

} // namespace keywork::test::handovers_test
