// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/restriction.h"
#include "core/services/house/attention.h"
#include "core/services/house/watch/rules.h"
#include "core/services/keeping/audit.h"
#include "core/services/keeping/backups.h"
#include "core/services/keeping/restrictions.h"
#include "core/services/records/history_lines.h"
#include "core/services/records/people.h"
#include "core/services/sharing/agreements.h"
#include "tests/support/trust.h"

#include <QDir>

namespace keywork::test::clock_set_back_test {

using namespace Qt::StringLiterals;

namespace {

QDateTime at(QDate day, QTime time = QTime(9, 0)) { return QDateTime(day, time, Qt::UTC); }

/// Something is written down at that moment.
void workOn(TestHostel &hostel, const QDateTime &moment)
{
    hostel.clock.set(moment);
    need(hostel.services().records.note(HistoryAction::Searched));
}

qsizetype timesNoted(TestHostel &hostel, const QString &action)
{
    const auto lines = need(hostel.services().audit.list({.what = AuditRequest::What::Safety}));
    return std::count_if(lines.cbegin(), lines.cend(), [&](const HistoryLine &line) { return line.action == action; });
}

bool isToldToday(TestHostel &hostel)
{
    const auto items = need(hostel.services().attention.today());
    return std::any_of(items.cbegin(), items.cend(), [](const WatchItem &item) { return item.code() == u"clock_behind"; });
}

} // namespace

TEST_CASE("An agreement that has ended does not hold again because the clock was set back")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto agency = anAgency(hostel);
    auto given = agreement(ben.id, agency.id);
    given.untilOn = QDate(2026, 9, 20);
    need(hostel.services().agreements.record(given, {Category::Identity}));
    const auto shared = [&] { return bool(hostel.services().referrals.facts(wishFor(ben.id, agency.id, {Category::Identity}))); };
    workOn(hostel, at(QDate(2026, 9, 20)));
    CHECK(shared());
    workOn(hostel, at(QDate(2026, 9, 21)));
    CHECK_FALSE(shared());
    hostel.clock.set(at(QDate(2026, 9, 19)));
    CHECK_FALSE(shared());
    CHECK(isToldToday(hostel));
    hostel.reopen();
    CHECK_FALSE(shared());
    CHECK(isToldToday(hostel));
    CHECK(timesNoted(hostel, u"clock_behind"_s) >= 1);
    // What is written down bears the time that the clock says.
    CHECK(need(hostel.services().records.add(Alert{ben.id, {u"other"_s}, u"x"_s, {u"know"_s}, QDate(2026, 9, 19), {}})).createdAt
        == at(QDate(2026, 9, 19)));
    const AuditReport report = verified(hostel);
    CHECK(report.findings.isEmpty());
    REQUIRE(report.jumps.size() == 1);
    CHECK(report.jumps.first().from == at(QDate(2026, 9, 21)));
    CHECK(report.jumps.first().to == at(QDate(2026, 9, 19)));
}

TEST_CASE("What was agreed can be taken back, and what happened put right, while the clock stands before it")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(hostel);
    const auto agency = anAgency(hostel);
    const auto given = need(hostel.services().agreements.record(agreement(ben.id, agency.id), {Category::Identity}));
    workOn(hostel, at(QDate(2026, 9, 21)));
    hostel.clock.set(at(QDate(2020, 1, 1)));
    need(hostel.services().agreements.withdraw(given, u"they changed their mind"_s));
    CHECK_FALSE(hostel.services().referrals.facts(wishFor(ben.id, agency.id, {Category::Identity})));
    auto stay = need(hostel.services().records.of<Stay>("person_id", ben.id)).first();
    stay.value.leavingNotes = u"put right"_s;
    CHECK(hostel.services().records.amend(stay));
}

TEST_CASE("A clock that was ahead is forgotten when a manager says that it is right now, and by nobody else")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto agency = anAgency(hostel);
    need(hostel.services().agreements.record(agreement(ben.id, agency.id), {Category::Identity}));
    makeMember(hostel, u"Sam Reed"_s, Role::SupportWorker);
    const auto shared = [&] { return bool(hostel.services().referrals.facts(wishFor(ben.id, agency.id, {Category::Identity}))); };
    workOn(hostel, at(QDate(2099, 12, 31))); // a battery that died
    hostel.clock.set(kNow.addSecs(60));
    CHECK_FALSE(shared());
    signInWith(hostel, u"Sam Reed"_s, kTheirs);
    CHECK(isToldToday(hostel));
    CHECK(kindOfError(hostel.hostel->acceptClock()) == ErrorKind::NotPermitted);
    CHECK_FALSE(shared());
    hostel.reopen();
    need(hostel.hostel->acceptClock());
    CHECK(shared());
    CHECK_FALSE(isToldToday(hostel));
    hostel.reopen();
    CHECK(shared());
    CHECK_FALSE(isToldToday(hostel));
    CHECK(timesNoted(hostel, u"clock_accepted"_s) == 1);
    // From there on the history is a floor again.
    workOn(hostel, at(QDate(2027, 3, 3)));
    hostel.clock.set(kNow);
    CHECK_FALSE(shared());
}

TEST_CASE("A few minutes between two PCs are told to nobody, and still revive nothing")
{
    TestHostel hostel;
    workOn(hostel, kNow.addSecs(kClocksDifferSeconds));
    hostel.clock.set(kNow);
    CHECK_FALSE(isToldToday(hostel));
    CHECK(hostel.services().records.clock().latest() == kNow.addSecs(kClocksDifferSeconds));
    hostel.clock.set(kNow.addSecs(-1));
    CHECK(isToldToday(hostel));
}

TEST_CASE("What protects somebody goes on protecting while nobody knows which day it is")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(hostel);
    makeMember(hostel, u"Tomi Okoro"_s, Role::Keyworker);
    workOn(hostel, kNow.addDays(2));
    need(hostel.services().records.add(Restriction{ben.id, u"a colleague's brother"_s, QDate(2026, 9, 16), QDate(2026, 9, 30)}));
    need(hostel.services().records.add(Alert{ben.id, {u"from_others"_s}, u"Threats"_s, {u"urgent"_s}, QDate(2026, 9, 16), {}}));
    hostel.clock.set(kNow);
    CHECK(need(hostel.services().people.line(ben.id)).alerts.size() == 1); // of the day after tomorrow, as the clock has it
    signInWith(hostel, u"Tomi Okoro"_s, kTheirs);
    CHECK(hostel.services().restrictions.isClosed(ben.id));
    hostel.reopen();
    workOn(hostel, at(QDate(2099, 1, 1)));
    hostel.clock.set(kNow.addDays(3));
    signInWith(hostel, u"Tomi Okoro"_s, kTheirs); // a clock that was ahead ends no restriction either
    CHECK(hostel.services().restrictions.isClosed(ben.id));
}

TEST_CASE("A line that was put off until yesterday is shown, whatever the clock says now")
{
    TestHostel hostel;
    aPerson().arrived(QDate(2026, 9, 1)).in(hostel);
    const auto isShown = [&] {
        const auto items = need(hostel.services().attention.today());
        return std::any_of(items.cbegin(), items.cend(), [](const WatchItem &item) { return item.code() == u"no_keyworker"; });
    };
    for (const WatchItem &item : need(hostel.services().attention.today()))
        if (item.code() == u"no_keyworker") {
            WatchSnooze snooze = Attention::snoozeOf(item);
            snooze.untilOn = QDate(2026, 9, 17);
            snooze.reason = u"on leave"_s;
            need(hostel.services().records.add(snooze));
        }
    CHECK_FALSE(isShown());
    workOn(hostel, at(QDate(2026, 9, 17)));
    CHECK(isShown());
    hostel.clock.set(at(QDate(2026, 9, 15)));
    CHECK(isShown());
}

TEST_CASE("A backup from a time that is still to come counts for nothing: another is due, and told")
{
    TestHostel hostel;
    const QString stick = hostel.folder.filePath(u"stick"_s);
    REQUIRE(QDir().mkpath(stick));
    hostel.clock.set(at(QDate(2099, 12, 31)));
    backUp(hostel, {.folder = stick});
    hostel.clock.set(kNow);
    const Backups &backups = hostel.services().backups;
    CHECK(backups.isDue());
    CHECK(backups.isOverdue());
    CHECK(backups.isFromTheFuture());
    for (int i = 0; i < 8; ++i) {
        hostel.clock.set(kNow.addSecs(60 * i));
        backUp(hostel, {.folder = stick});
    }
    CHECK_FALSE(backups.isDue());
    CHECK_FALSE(backups.isOverdue());
    // The six newest of those with a time that is worth something, and the other one as well.
    const auto kept = backups.list(stick);
    REQUIRE(kept.size() == 7);
    CHECK(kept.first().madeAt == at(QDate(2099, 12, 31)));
    CHECK(kept.at(1).madeAt == kNow.addSecs(60 * 7));
    CHECK(kept.last().madeAt == kNow.addSecs(60 * 2));
}

TEST_CASE("Two backups within a minute, and a clock that was set back in it, write over no backup")
{
    TestHostel hostel;
    const QString stick = hostel.folder.filePath(u"stick"_s);
    REQUIRE(QDir().mkpath(stick));
    const QDateTime minute(kNow.date(), QTime(8, 42), Qt::UTC);
    hostel.clock.set(minute.addSecs(30));
    backUp(hostel, {.folder = stick});
    hostel.clock.set(minute.addSecs(40));
    backUp(hostel, {.folder = stick});
    CHECK(QDir(stick).entryList(QDir::Files, QDir::Name)
        == QStringList{u"cairn 2026-09-14 0942 (2).keywork-backup"_s, u"cairn 2026-09-14 0942.keywork-backup"_s});
    hostel.clock.set(minute.addSecs(10));
    backUp(hostel, {.folder = stick});
    CHECK(QDir(stick).entryList(QDir::Files, QDir::Name)
        == QStringList{u"cairn 2026-09-14 0942 (2).keywork-backup"_s, u"cairn 2026-09-14 0942 (3).keywork-backup"_s,
            u"cairn 2026-09-14 0942.keywork-backup"_s});
}

} // namespace keywork::test::clock_set_back_test
