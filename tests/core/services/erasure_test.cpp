// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/referral_in.h"
#include "core/services/keeping/audit.h"
#include "core/services/keeping/backups.h"
#include "core/services/keeping/open_hostel.h"
#include "core/services/keeping/retention.h"
#include "core/services/records/drafts.h"
#include "core/services/records/finding.h"
#include "core/services/records/records.h"
#include "core/storage/erasing.h"
#include "tests/support/trust.h"

namespace keywork::test::erasure_test {

using namespace Qt::StringLiterals;

namespace {

/// The one who lived here and left long ago.
PersonBuilder longGone()
{
    auto builder = aPerson().arrived(QDate(2018, 5, 1));
    builder.stay.referredOn = QDate(2018, 4, 1);
    builder.stay.leftOn = QDate(2019, 6, 30);
    builder.stay.destination = {u"not_known"_s};
    return builder;
}

} // namespace

TEST_CASE("Erasing takes two people, and leaves no word in any page, in no backup that is restored, and a history that holds")
{
    TestHostel hostel;
    const QString canary = u"Zebulonquist"_s;
    auto builder = aPerson().called(u"Ben"_s, canary).arrived(QDate(2018, 5, 1));
    builder.stay.referredOn = QDate(2018, 4, 1);
    builder.stay.leftOn = QDate(2019, 6, 30);
    builder.stay.destination = {u"not_known"_s};
    builder.person.conditions = canary + u" asthma"_s;
    const auto ben = builder.in(hostel);
    const auto grace = aPerson().called(u"Grace"_s, u"Adeyemi"_s).arrived(QDate(2026, 9, 1)).in(hostel);
    need(hostel.services().drafts.keep(
        {u"alert"_s, 0, ben.id.value}, {{u"row"_s, QJsonObject{{u"person_id"_s, ben.id.value}}}, {u"x"_s, canary}}));
    const BackupMade backup = backUp(hostel, {.folder = hostel.folder.path()});
    makeMember(hostel, u"Kim Keyworker"_s, Role::Keyworker);
    Services &services = hostel.services();
    const auto due = need(services.retention.due());
    REQUIRE(due.size() == 1);
    CHECK(due.first().due == QDate(2025, 6, 30));
    CHECK(kindOfError(services.retention.propose(RetentionClass::Resident, grace.id.value, ErasureWhy::TheirWish))
        == ErrorKind::NotAllowedNow);
    // Nor when the clock says a day before they came.
    const QDateTime now = hostel.clock.now();
    hostel.clock.set(QDateTime(QDate(2020, 1, 1), QTime(9, 0), Qt::UTC));
    need(services.accounts.confirmed(true));
    CHECK(kindOfError(services.retention.propose(RetentionClass::Resident, grace.id.value, ErasureWhy::TheirWish))
        == ErrorKind::NotAllowedNow);
    hostel.clock.set(now);
    need(services.accounts.confirmed(true));
    const auto hold = need(services.records.add(RetentionHold{ben.id, u"an inquest"_s, QDate(2026, 1, 1), {}}));
    CHECK(need(services.retention.due()).first().isHeld);
    CHECK(
        kindOfError(services.retention.propose(RetentionClass::Resident, ben.id.value, ErasureWhy::Retention)) == ErrorKind::NotAllowedNow);
    need(services.records.withdraw(recordType<RetentionHold>(), hold.id.value, hold.version, u"the inquest is over"_s));
    const auto proposed = need(services.retention.propose(RetentionClass::Resident, ben.id.value, ErasureWhy::Retention));
    CHECK(kindOfError(services.retention.propose(RetentionClass::Resident, ben.id.value, ErasureWhy::Retention)) == ErrorKind::Conflict);
    CHECK(kindOfError(services.retention.approve(proposed.id)) == ErrorKind::Invalid); // not the same person twice
    signInWith(hostel, u"Kim Keyworker"_s, kTheirs);
    const auto certificate = need(hostel.services().retention.approve(proposed.id));
    CHECK(certificate.value.records >= 2);
    CHECK(certificate.value.entries >= 2);
    signInWith(hostel, kManager, kPassword);
    auto job = hostel.hostel->rewriting(OpenHostel::Rewriting::Compaction);
    putInPlace(hostel, need(need(job)()));
    CHECK(kindOfError(hostel.services().records.one(ben.id)) == ErrorKind::NotFound);
    CHECK(need(hostel.services().finding.find(canary)).isEmpty());
    const AuditReport report = verified(hostel);
    CHECK(report.findings.isEmpty());
    CHECK(report.erased == certificate.value.entries);
    CHECK(need(hostel.services().records.one(grace.id)).value.givenName == u"Grace");
    CHECK(need(hostel.hostel->problems()).isEmpty());
    const auto pagesWith = [&](const QString &word) {
        int pages = 0;
        for (int page = 1; page <= valueOf(hostel.services().records.database(), u"PRAGMA page_count"_s)->toInt(); ++page)
            pages += plainPage(hostel.services().records.database(), page).toLower().contains(word.toLower().toUtf8());
        return pages;
    };
    CHECK(pagesWith(u"Adeyemi"_s) > 0); // the scan sees what is there
    CHECK(pagesWith(canary) == 0);
    // An older backup still knows him; restoring it loses him again.
    auto restoring = hostel.hostel->restoring({.backup = backup.path});
    putInPlace(hostel, need(need(restoring)()));
    CHECK(kindOfError(hostel.services().records.one(ben.id)) == ErrorKind::NotFound);
    CHECK(pagesWith(canary) == 0);
    CHECK(verified(hostel).findings.isEmpty());
}

TEST_CASE("Erasing takes the unsaved words of that person, wherever they were typed, and nobody else's")
{
    TestHostel hostel;
    for (int i = 0; i < 31; ++i)
        aPerson().called(u"Ben %1"_s.arg(i), u"Barker"_s).in(hostel);
    Records &records = hostel.services().records;
    const auto contact = [&records](qint64 person) {
        Contact mum;
        mum.personId = {person};
        mum.name = u"Mum"_s;
        return need(records.add(mum)).id.value;
    };
    const qint64 theirContact = contact(7);
    const qint64 otherContact = contact(8);
    const QList<DraftPlace> theirs{{u"goal"_s, 0, 7, u"0/"_s}, {u"step"_s, 0, 7, u"abc/"_s}, {u"goal_progress"_s, 0, 7, u"abc"_s},
        {u"care_plan_version"_s, 0, 7}, {u"care_plan_area"_s, 0, 7, u"2"_s}, {u"note"_s, 0, 7}, {u"person"_s, 7, 7}, {u"person"_s, 7, 0},
        {u"referral"_s, 0, 7}, {u"referral"_s, 31, 7}, {u"passphrase"_s, 0, 7}, {u"stage_entry"_s, 0, 7},
        {u"stage_entry"_s, 12, 7, u"correct"_s}, {u"sign_off"_s, 0, 7, u"8"_s}, {u"referral_step"_s, 0, 7, u"8"_s},
        {u"sharing_agreement"_s, 0, 7}, {u"contact"_s, 12, 7}, {u"contact"_s, theirContact, 0}};
    const QList<DraftPlace> others{{u"goal"_s, 0, 8, u"7/"_s}, {u"contact"_s, 0, 8}, {u"contact"_s, otherContact, 8}, {u"room"_s, 0, 0},
        {u"person"_s, 0, 0}, {u"person"_s, 9, 9}, {u"passphrase"_s, 0, 70}, {u"sign_off"_s, 0, 8, u"7"_s}};
    for (const DraftPlace &place : theirs + others)
        need(Drafts(records).keep(place, {{u"row"_s, u"typed"_s}}));
    need(eraseRecord(records.database(), {u"person"_s, 7}));
    const QList<DraftPlace> left = Drafts(records).places();
    CHECK(left.size() == others.size());
    for (const DraftPlace &place : others) {
        INFO(place.kind.toStdString() << ' ' << place.record << ' ' << place.person);
        CHECK(left.contains(place));
    }
}

TEST_CASE("Erasing a referral to us takes what was typed about it, and about no other")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    need(Drafts(records).keep({u"referral_in"_s, 1}, {{u"row"_s, u"typed"_s}}));
    need(Drafts(records).keep({u"referral_in"_s, 2}, {{u"row"_s, u"typed"_s}}));
    need(eraseRecord(records.database(), {u"referral_in"_s, 1}));
    CHECK(Drafts(records).places() == QList<DraftPlace>{{u"referral_in"_s, 2}});
}

TEST_CASE("Nobody is given the number of somebody who was erased, so that a later restore loses the right person")
{
    TestHostel hostel;
    const auto grace = aPerson().called(u"Grace"_s, u"Adeyemi"_s).arrived(QDate(2026, 9, 1)).in(hostel);
    const BackupMade before = backUp(hostel, {.folder = hostel.folder.path()});
    const auto ben = longGone().in(hostel);
    makeMember(hostel, u"Kim Keyworker"_s, Role::Keyworker);
    const auto proposed = need(hostel.services().retention.propose(RetentionClass::Resident, ben.id.value, ErasureWhy::Retention));
    signInWith(hostel, u"Kim Keyworker"_s, kTheirs);
    need(hostel.services().retention.approve(proposed.id));
    signInWith(hostel, kManager, kPassword);
    const auto una = aPerson().called(u"Una"_s, u"New"_s).in(hostel);
    CHECK(una.id.value > ben.id.value);
    // A backup from before he came, then one that holds him: he stays gone from both.
    auto restoring = hostel.hostel->restoring({.backup = before.path});
    putInPlace(hostel, need(need(restoring)()));
    CHECK(need(hostel.services().records.one(grace.id)).value.givenName == u"Grace");
    const auto erased = need(erasedRecords(hostel.services().records.database()));
    REQUIRE(erased.size() == 1);
    CHECK(erased.first().record == ben.id.value);
    CHECK(aPerson().called(u"Otis"_s, u"Next"_s).in(hostel).id.value > ben.id.value);
    CHECK(verified(hostel).findings.isEmpty());
}

TEST_CASE("Somebody who is expected again is not erased, though an erasure was proposed before")
{
    TestHostel hostel;
    const auto ben = longGone().in(hostel);
    makeMember(hostel, u"Kim Keyworker"_s, Role::Keyworker);
    const auto proposed = need(hostel.services().retention.propose(RetentionClass::Resident, ben.id.value, ErasureWhy::Retention));
    Stay again;
    again.personId = ben.id;
    again.referredOn = QDate(2026, 9, 10);
    need(hostel.services().records.add(again));
    signInWith(hostel, u"Kim Keyworker"_s, kTheirs);
    CHECK(kindOfError(hostel.services().retention.approve(proposed.id)) == ErrorKind::NotAllowedNow);
    CHECK(bool(hostel.services().records.one(ben.id)));
}

TEST_CASE("A record can be named for erasure before its time, by the number that people say, also a referral to us")
{
    TestHostel hostel;
    Services &services = hostel.services();
    const auto ben = longGone().in(hostel);
    const auto grace = aPerson().called(u"Grace"_s, u"Adeyemi"_s).in(hostel);
    ReferralIn referral;
    referral.receivedOn = QDate(2026, 9, 1);
    referral.fromWhom = u"Northside GP"_s;
    referral.personName = u"Ada Byrne"_s;
    referral.document = u"{}"_s;
    referral.content = u"asks for a room"_s;
    referral.fingerprint = QString(64, u'a');
    const auto asked = need(services.records.add(referral));
    CHECK(need(services.retention.named(u" p-0001 "_s)).record == ben.id.value);
    CHECK(need(services.retention.named(ben.value.number)).what == RetentionClass::Resident);
    CHECK(need(services.retention.named(grace.value.number)).name == grace.value.displayName());
    const DueRecord theirs = need(services.retention.named(asked.value.number));
    CHECK(theirs.what == RetentionClass::ReferralIn);
    CHECK(theirs.name == u"Ada Byrne");
    CHECK(kindOfError(services.retention.named(u"P-9999"_s)) == ErrorKind::NotFound);
    need(services.records.add(RetentionHold{ben.id, u"an inquest"_s, QDate(2026, 1, 1), {}}));
    CHECK(need(services.retention.named(ben.value.number)).isHeld);
    const auto proposed = need(services.retention.propose(theirs.what, theirs.record, ErasureWhy::TheirWish));
    CHECK(proposed.value.number == asked.value.number);
    makeMember(hostel, u"Kim Keyworker"_s, Role::Keyworker);
    signInWith(hostel, u"Kim Keyworker"_s, kTheirs);
    CHECK(kindOfError(hostel.services().retention.named(ben.value.number)) == ErrorKind::NotPermitted);
    need(hostel.services().retention.approve(proposed.id));
    signInWith(hostel, kManager, kPassword);
    CHECK(kindOfError(hostel.services().retention.named(asked.value.number)) == ErrorKind::NotFound);
}

} // namespace keywork::test::erasure_test
