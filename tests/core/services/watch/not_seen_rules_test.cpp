// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/health.h"
#include "core/domain/house.h"
#include "core/domain/keywork.h"
#include "core/services/care/missing.h"
#include "tests/core/services/watch/watching.h"
#include "tests/support/multiplied.h"
#include "tests/support/statements.h"

namespace keywork::test::not_seen_rules_test {

using namespace Qt::StringLiterals;

namespace {

/// Ben was seen on Monday, 14 September at 09:42, by a note.
struct Unseen {
    TestHostel hostel;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const QDateTime seenAt = hostel.clock.now();

    Unseen() { need(records().add(ContactNote{ben.id, seenAt, u"at the door"_s})); }
    Records &records() { return hostel.services().records; }
    void after(int minutes) { hostel.clock.set(seenAt.addSecs(60LL * minutes)); }
    QList<WatchItem> lines(const QString &code)
    {
        QList<WatchItem> found;
        for (const WatchItem &item : need(hostel.services().attention.today()))
            if (item.code() == code)
                found.append(item);
        return found;
    }
    bool isDue(int minutes, const QString &code = u"not_seen"_s)
    {
        after(minutes);
        return !lines(code).isEmpty();
    }
    MissingStep step(MissingAct act, MissingAnswer answer)
    {
        MissingStep one;
        one.personId = ben.id;
        one.act = act;
        one.answer = answer;
        one.happenedAt = hostel.clock.now();
        one.withOther = u"Tomi"_s;
        return one;
    }
};

} // namespace

TEST_CASE("Who was not seen for 24 hours stands on Today at that minute, with when they were seen and what was tried")
{
    Unseen at;
    CHECK_FALSE(at.isDue(24 * 60 - 1));
    CHECK(at.isDue(24 * 60));
    at.after(25 * 60);
    need(at.hostel.services().missing.press(at.step(MissingAct::Knocked, MissingAnswer::NoReply)));
    at.after(26 * 60 + 30);
    need(at.hostel.services().missing.press(at.step(MissingAct::Rang, MissingAnswer::NoReply)));
    const auto found = at.lines(u"not_seen"_s);
    REQUIRE(found.size() == 1);
    const WatchItem item = found.first();
    CHECK(item.pressing() == Pressing::Now);
    CHECK(item.name == u"Ben Barker"_s);
    CHECK(item.day == QDate(2026, 9, 14));
    CHECK(item.places.value(u"hours"_s) == u"26"_s);
    CHECK(item.places.value(u"seen_time"_s) == u"09:42"_s);
    CHECK(item.places.value(u"seen_by"_s) == kManager);
    CHECK(item.places.value(u"tries"_s) == u"10:42,12:12"_s);
}

TEST_CASE("The line comes by itself: Today says when it will be others")
{
    Unseen at;
    CHECK(need(at.hostel.services().attention.watched(at.hostel.clock.today())).changesAt <= at.seenAt.addSecs(24 * 3600));
}

TEST_CASE("The house's hours and their own decide, and who is away is not asked after")
{
    Unseen at;
    auto house = need(at.records().all<House>()).first();
    house.value.notSeenHours = 12;
    need(at.records().amend(house));
    CHECK_FALSE(at.isDue(12 * 60 - 1));
    CHECK(at.isDue(12 * 60));
    at.after(0);
    need(at.records().add(SeenWithin{at.ben.id, 36, u"Works nights, sleeps until the afternoon"_s, kToday, {}}));
    CHECK_FALSE(at.isDue(36 * 60 - 1));
    CHECK(at.isDue(36 * 60));
    need(at.records().add(HospitalStay{.personId = at.ben.id, .admittedOn = QDate(2026, 9, 15), .hospital = u"Kingston General"_s}));
    CHECK_FALSE(at.isDue(37 * 60));
    CHECK_FALSE(at.isDue(40 * 24 * 60));
}

TEST_CASE("After time away the hours go on where they stopped, and the line says why it is later")
{
    Unseen at; // seen on the 14th at 09:42: 14 hours and 18 minutes are over at midnight
    at.after(24 * 60);
    HospitalStay stay{.personId = at.ben.id, .admittedOn = QDate(2026, 9, 15), .hospital = u"Kingston General"_s};
    stay.dischargedOn = QDate(2026, 9, 15);
    auto kept = need(at.records().add(stay));
    at.after(4 * 24 * 60 - 30);
    kept.value.dischargedOn = QDate(2026, 9, 18);
    need(at.records().amend(kept)); // due on 18 September, 09:42: nine hours and 42 minutes more
    CHECK_FALSE(at.isDue(4 * 24 * 60 - 1));
    CHECK(at.isDue(4 * 24 * 60));
    const WatchItem item = at.lines(u"not_seen"_s).first();
    CHECK(item.places.value(u"hours"_s) == u"24"_s);
    CHECK(item.places.value(u"away"_s) == u"hospital"_s);
}

TEST_CASE("Who is missing stands there as missing, until they are found, and the police are asked about after the house's hours")
{
    Unseen at;
    at.after(26 * 60);
    need(at.hostel.services().missing.press(at.step(MissingAct::Entered, MissingAnswer::NotThere)));
    CHECK(at.lines(u"not_seen"_s).isEmpty());
    CHECK(at.lines(u"missing_open"_s).size() == 1);
    CHECK_FALSE(at.isDue(30 * 60 - 1, u"missing_police"_s));
    CHECK(at.isDue(30 * 60, u"missing_police"_s));
    CHECK(at.lines(u"missing_open"_s).isEmpty());
    need(at.hostel.services().missing.press(at.step(MissingAct::Police, MissingAnswer::Told)));
    CHECK(at.lines(u"missing_police"_s).isEmpty());
    CHECK(at.lines(u"missing_open"_s).size() == 1);
    need(at.hostel.services().missing.found(at.ben.id,
        {.at = at.hostel.clock.now(),
            .how = FoundHow::CameBack,
            .where = u"at the door"_s,
            .byId = at.records().session().staff(),
            .byOther = {},
            .welfare = WelfareAsked::Well,
            .welfareNote = {}}));
    for (const QString &code : {u"missing_open"_s, u"missing_police"_s, u"not_seen"_s})
        CHECK(at.lines(code).isEmpty());
}

TEST_CASE("Who just came was seen, and the hours count from then")
{
    TestHostel hostel;
    const auto house = aPerson().arrived(QDate(2026, 9, 14)).in(hostel);
    Q_UNUSED(house)
    hostel.clock.set(kNow.addSecs(24 * 3600 - 60));
    CHECK_FALSE(dueOn(hostel, hostel.clock.today()).contains(u"not_seen"_s));
    hostel.clock.set(kNow.addSecs(24 * 3600));
    CHECK(dueOn(hostel, hostel.clock.today()).contains(u"not_seen"_s));
}

TEST_CASE("Who was not seen costs as many statements for 600 people as for 20")
{
    TestHostel hostel;
    for (int i = 0; i < 20; ++i) {
        const auto one = aPerson().called(u"Ben"_s, QString::number(i)).arrived(QDate(2026, 8, 3)).in(hostel);
        need(hostel.services().records.add(ContactNote{one.id, kNow.addSecs(-60 * i), u"at the desk"_s}));
    }
    hostel.clock.set(kNow.addDays(2));
    const auto count
        = [&] { return statementsOf(hostel.services().records.database(), [&] { need(hostel.services().attention.today()); }); };
    const int few = count();
    CHECK(dueOn(hostel, hostel.clock.today()).count(u"not_seen"_s) == 20);
    multiplyResidents(hostel.services().records.database(), 30);
    CHECK(count() == few);
    CHECK(dueOn(hostel, hostel.clock.today()).count(u"not_seen"_s) == 600);
}

} // namespace keywork::test::not_seen_rules_test
