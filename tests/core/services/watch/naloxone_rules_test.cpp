// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/naloxone_watch.h"
#include "core/domain/supplies.h"
#include "core/domain/take_home_naloxone.h"
#include "core/services/records/records.h"
#include "tests/core/services/watch/watching.h"
#include "tests/support/kits.h"

namespace keywork::test::naloxone_rules_test {

TEST_CASE("A place with fewer kits than it should hold stands on Today, and a kit out of date, opened or used leaves it short")
{
    TestHostel hostel;
    const auto place = aPlace(hostel, u"Reception"_s, 2);
    CHECK(lineOf(hostel, u"naloxone_low"_s).places.value(u"there"_s) == u"0"_s);
    aKit(hostel, place.id, u"1"_s);
    auto second = aKit(hostel, place.id, u"2"_s);
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"naloxone_low"_s));
    second.value.expiresOn = PartialDate::fromText(u"2026-08"_s);
    second = need(hostel.services().records.amend(second));
    const WatchItem low = lineOf(hostel, u"naloxone_low"_s);
    CHECK(low.name == u"Reception"_s);
    CHECK(low.places == QMap<QString, QString>{{u"there"_s, u"1"_s}, {u"least"_s, u"2"_s}});
    CHECK(lineOf(hostel, u"naloxone_replace"_s).places.value(u"kits"_s) == u"2"_s);
    second.value.state = KitState::Used;
    second.value.dosesLeft.reset();
    need(hostel.services().records.amend(second));
    CHECK(dueOn(hostel, kToday).contains(u"naloxone_low"_s));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"naloxone_replace"_s)); // it is gone
}

TEST_CASE("Kits that run out are spoken of for 60 days, those of one day together")
{
    TestHostel hostel;
    const auto place = aPlace(hostel, u"Reception"_s, 0);
    for (const QString &number : {u"4"_s, u"5"_s})
        aKit(hostel, place.id, number, u"2027-03"_s);
    const QDate last(2027, 3, 31);
    checkEdges(hostel, u"naloxone_expiring"_s, last, {{-60, false}, {-59, true}, {0, true}, {1, false}});
    CHECK(lineOf(hostel, u"naloxone_expiring"_s, last).places.value(u"kits"_s) == u"4, 5"_s);
    checkEdges(hostel, u"naloxone_replace"_s, last, {{0, false}, {1, true}});
}

TEST_CASE("A place is looked over every month")
{
    TestHostel hostel;
    const auto place = aPlace(hostel, u"Reception"_s, 0);
    checkEdges(hostel, u"naloxone_check_due"_s, QDate(2026, 10, 14), {{-1, false}, {0, true}}); // a month after it was put on file
    NaloxoneCheck check{.placeId = place.id, .onDay = kToday, .kitsFound = 0};
    check.checkedBy = hostel.services().records.session().staff();
    check.onDay = QDate(2026, 9, 10);
    need(hostel.services().records.add(check));
    checkEdges(hostel, u"naloxone_check_due"_s, QDate(2026, 10, 10), {{-1, false}, {0, true}});
    CHECK(lineOf(hostel, u"naloxone_check_due"_s, QDate(2026, 10, 10)).name == u"Reception"_s);
}

TEST_CASE("Whoever is signed in and not trained is told so, where there are kits; nobody of the team is another sentence")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"naloxone_untrained"_s));
    aKit(hostel, aPlace(hostel, u"Reception"_s, 1).id, u"1"_s);
    const auto who = [&] { return lineOf(hostel, u"naloxone_untrained"_s).places.value(u"who"_s); };
    CHECK(who() == u"nobody"_s);
    const auto colleague = need(records.add(Staff{.name = u"Marlon Otis"_s}));
    auto theirs = need(records.add(NaloxoneTraining{.staffId = colleague.id, .onDay = QDate(2026, 9, 1)}));
    CHECK(who() == u"you"_s);
    theirs.value.untilOn = QDate(2026, 9, 13);
    need(records.amend(theirs));
    CHECK(who() == u"nobody"_s);
    need(records.add(NaloxoneTraining{.staffId = records.session().staff(), .onDay = QDate(2026, 9, 1)}));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"naloxone_untrained"_s));
}

TEST_CASE("Training that ends is spoken of for 60 days, until one that lasts longer is on file, to managers and to whoever it is")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const QDate last(2026, 12, 20);
    const auto colleague = need(records.add(Staff{.name = u"Marlon Otis"_s}));
    need(records.add(NaloxoneTraining{.staffId = colleague.id, .onDay = QDate(2026, 9, 1), .untilOn = last}));
    checkEdges(hostel, u"training_expiring"_s, last, {{-60, false}, {-59, true}, {0, true}, {1, false}});
    CHECK(lineOf(hostel, u"training_expiring"_s, last).name == u"Marlon Otis"_s);
    signInAs(hostel, u"Kim Lowe"_s, Role::Keyworker);
    checkEdges(hostel, u"training_expiring"_s, last, {{0, false}}); // somebody else's
    hostel.reopen();
    need(hostel.services().records.add(NaloxoneTraining{.staffId = colleague.id, .onDay = QDate(2026, 9, 10)}));
    checkEdges(hostel, u"training_expiring"_s, last, {{0, false}});
}

TEST_CASE("A recall stands on Today until every kit is dealt with")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    auto recall = need(records.add(NaloxoneRecall{.batch = u"B77"_s, .onDay = QDate(2026, 9, 12), .issuedBy = u"the maker"_s}));
    const WatchItem line = lineOf(hostel, u"naloxone_recall"_s);
    CHECK(line.name == u"B77"_s);
    CHECK(line.day == QDate(2026, 9, 12));
    recall.value.endedOn = kToday;
    need(records.amend(recall));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"naloxone_recall"_s));
}

TEST_CASE("What a resident has of their own and runs out is spoken of while they are here and have it")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    TakeHomeNaloxone own{.personId = ben.id, .from = TakeHomeFrom::TheirOwn, .onDay = QDate(2026, 9, 1)};
    own.expiresOn = PartialDate::fromText(u"2026-12"_s);
    auto kept = need(records.add(own));
    checkEdges(hostel, u"take_home_expiring"_s, QDate(2026, 12, 31), {{-60, false}, {-59, true}, {0, true}, {1, false}});
    CHECK(lineOf(hostel, u"take_home_expiring"_s, QDate(2026, 12, 1)).day == QDate(2026, 12, 31));
    kept.value.state = TakeHomeState::Lost;
    kept.value.endedOn = kToday;
    need(records.amend(kept));
    checkEdges(hostel, u"take_home_expiring"_s, QDate(2026, 12, 31), {{0, false}});
}

TEST_CASE("A supply is to be reordered at its level, by what was delivered, counted and given")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto item = anItem(hostel, u"1 ml syringe"_s, 20);
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"supplies_reorder"_s)); // nobody has counted any
    SupplyStock delivery{.itemId = item.id, .act = StockAct::Delivered, .quantity = 100, .at = kNow.addDays(-3)};
    need(records.add(delivery));
    give(hostel, item.id, 79, 0);
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"supplies_reorder"_s)); // 21 left
    give(hostel, item.id, 1, 0);
    const WatchItem line = lineOf(hostel, u"supplies_reorder"_s);
    CHECK(line.name == u"1 ml syringe"_s);
    CHECK(line.places == QMap<QString, QString>{{u"left"_s, u"20"_s}, {u"level"_s, u"20"_s}});
    need(records.add(SupplyStock{.itemId = item.id, .act = StockAct::Counted, .quantity = 25, .at = kNow}));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"supplies_reorder"_s)); // what was given before the count is in it
}

} // namespace keywork::test::naloxone_rules_test
