// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "core/domain/restriction.h"
#include "core/domain/room.h"
#include "core/vault/vault_file.h"
#include "tests/support/trust.h"

using namespace keywork;
using namespace keywork::test;
using namespace Qt::StringLiterals;

namespace {

Room roomCalled(const QString &name)
{
    Room room;
    room.name = name;
    return room;
}

} // namespace

TEST_CASE("A restricted record shows name and room only, opens at once with a reason, and a manager is told")
{
    TestHostel hostel;
    const auto room = need(hostel.services().records.add(roomCalled(u"7"_s)));
    auto builder = aPerson().arrived(QDate(2026, 9, 1), room.id);
    builder.person.conditions = u"epilepsy"_s;
    builder.person.nhsNumber = u"943 476 5919"_s;
    const auto ben = builder.in(hostel);
    need(hostel.services().records.add(Contact{ben.id, u"Rose Barker"_s, {u"sibling"_s}, u"07700 900124"_s, {}, true, {}, {}}));
    const auto nell = makeMember(hostel, u"Nell Need"_s, Role::SupportWorker);
    need(hostel.services().records.add(Restriction{ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    need(hostel.services().records.add(NeedToKnow{ben.id, nell.id, {}}));
    CHECK(need(hostel.services().records.one(ben.id)).value.conditions == u"epilepsy"); // who set it needs to know
    makeMember(hostel, u"Tomi Okoro"_s, Role::Keyworker);

    signInWith(hostel, u"Tomi Okoro"_s, kTheirs);
    Services &closed = hostel.services();
    CHECK(closed.restrictions.isClosed(ben.id));
    const Person seen = need(closed.records.one(ben.id)).value;
    CHECK(seen.givenName == u"Ben");
    CHECK(seen.conditions.isEmpty());
    CHECK(seen.nhsNumber.isEmpty());
    CHECK(need(closed.records.of<Contact>("person_id", ben.id)).isEmpty());
    CHECK(kindOfError(closed.records.historyOfPerson(ben.id.value, false)) == ErrorKind::NeedToKnow);
    CHECK(need(closed.finding.find(u"Rose"_s)).isEmpty());
    CHECK(need(closed.finding.find(u"epilepsy"_s)).isEmpty());
    CHECK(need(closed.finding.find(u"Barker"_s)).size() == 1);
    CHECK(need(closed.finding.find(u"943"_s)).isEmpty()); // a number would tell whose it is
    CHECK(need(closed.finding.find(u"9434765919"_s)).isEmpty());
    const auto line = need(closed.people.line(ben.id));
    CHECK(line.isClosed);
    CHECK(line.room == u"7");
    CHECK(kindOfError(closed.records.amend(need(closed.records.one(ben.id)))) == ErrorKind::NeedToKnow);
    CHECK(kindOfError(closed.records.add(Alert{ben.id, {u"from_others"_s}, u"x"_s, {u"know"_s}, QDate(2026, 9, 1), {}}))
        == ErrorKind::NeedToKnow);
    CHECK(kindOfError(closed.restrictions.openWithReason(ben.id, u"  "_s)) == ErrorKind::Invalid);
    CHECK(closed.restrictions.isClosed(ben.id));
    need(closed.restrictions.openWithReason(ben.id, u"found unwell, ambulance called"_s));
    CHECK(need(closed.records.one(ben.id)).value.conditions == u"epilepsy");
    CHECK(need(closed.records.of<Contact>("person_id", ben.id)).size() == 1);
    CHECK(need(closed.restrictions.toReview()).isEmpty()); // theirs to answer for, not to review

    signInWith(hostel, u"Tomi Okoro"_s, kTheirs);
    CHECK(hostel.services().restrictions.isClosed(ben.id)); // until the end of that session
    signInWith(hostel, u"Nell Need"_s, kTheirs);
    CHECK_FALSE(hostel.services().restrictions.isClosed(ben.id));
    signInWith(hostel, kManager, kPassword);
    const auto openings = need(hostel.services().restrictions.toReview());
    REQUIRE(openings.size() == 1);
    CHECK(openings.first().value.reason == u"found unwell, ambulance called");
    need(hostel.services().restrictions.review(openings.first().id, u"right to do so"_s));
    CHECK(need(hostel.services().restrictions.toReview()).isEmpty());
}

TEST_CASE("A resident is found by name also when many newer entries hold the same word")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto grace = aPerson().called(u"Grace"_s, u"Adeyemi"_s).in(hostel);
    for (int i = 0; i < 30; ++i)
        need(hostel.services().records.add(
            Alert{grace.id, {u"other"_s}, u"benefits, seen with Ben %1"_s.arg(i), {u"know"_s}, QDate(2026, 9, 1), {}}));
    const auto found = need(hostel.services().finding.find(u"ben"_s, 12));
    REQUIRE(found.size() == 12);
    CHECK(found.first().isName);
    CHECK(found.first().person == ben.id.value);
}

TEST_CASE("A password given by a manager opens nothing but the choice of one's own")
{
    TestHostel hostel;
    const auto tomi = need(hostel.services().records.add(Staff{.name = u"Tomi Okoro"_s, .role = Role::Keyworker}));
    need(hostel.services().accounts.give(tomi, kTheirs, Accounts::Known::ManagerToo));
    aPerson().in(hostel);
    signInWith(hostel, u"Tomi Okoro"_s, kTheirs);
    CHECK(hostel.hostel->session().choosesPassword());
    CHECK(kindOfError(hostel.services().records.all<Person>()) == ErrorKind::NotPermitted);
    CHECK(kindOfError(hostel.services().people.residents(ResidentGroup::HereNow)) == ErrorKind::NotPermitted);
    CHECK(kindOfError(hostel.services().accounts.ownPreparation(kTheirs, kTheirs)) == ErrorKind::Invalid);
    auto wrong = hostel.services().accounts.ownPreparation(u"not it"_s, u"gravel-lantern-otter"_s);
    CHECK(kindOfError(need(wrong)()) == ErrorKind::WrongPassword);
    auto job = hostel.services().accounts.ownPreparation(kTheirs, u"gravel-lantern-otter"_s);
    need(hostel.services().accounts.grant(need(need(job)())));
    CHECK(need(hostel.services().records.all<Person>()).size() == 1);
    signInWith(hostel, u"Tomi Okoro"_s, u"gravel-lantern-otter"_s);
    CHECK_FALSE(hostel.hostel->session().choosesPassword());
    CHECK(kindOfError(hostel.file->signIn(u"Tomi Okoro"_s, kTheirs)) == ErrorKind::WrongPassword);
}

TEST_CASE("What can't be taken back asks for the password again, five minutes at a time")
{
    TestHostel hostel;
    auto tomi = makeMember(hostel, u"Tomi Okoro"_s, Role::Keyworker);
    hostel.clock.set(kNow.addSecs(301));
    Accounts &accounts = hostel.services().accounts;
    tomi.value.role = Role::Manager;
    CHECK(kindOfError(hostel.services().records.amend(tomi)) == ErrorKind::PasswordNeeded);
    CHECK(kindOfError(accounts.removeAccess(tomi.id)) == ErrorKind::PasswordNeeded);
    CHECK(kindOfError(hostel.services().backups.job({.leaving = true})) == ErrorKind::PasswordNeeded);
    CHECK(kindOfError(hostel.hostel->rewriting(OpenHostel::Rewriting::NewDataKey)) == ErrorKind::PasswordNeeded);
    CHECK(kindOfError(hostel.hostel->restoring({.backup = u"x"_s})) == ErrorKind::PasswordNeeded);
    CHECK(kindOfError(accounts.confirmed(accounts.confirmation(u"not it"_s)())) == ErrorKind::WrongPassword);
    CHECK(kindOfError(hostel.services().records.amend(tomi)) == ErrorKind::PasswordNeeded);
    need(accounts.confirmed(accounts.confirmation(kPassword)()));
    need(hostel.services().records.amend(tomi));
    need(accounts.removeAccess(tomi.id));
    CHECK(kindOfError(hostel.file->signIn(u"Tomi Okoro"_s, kTheirs)) == ErrorKind::WrongPassword);
    CHECK(kindOfError(accounts.removeAccess(hostel.hostel->session().staff())) == ErrorKind::NotAllowedNow);
}

TEST_CASE("After a new data key everybody signs in as before, but a copy of the old header opens nothing that is written now")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    makeMember(hostel, u"Tomi Okoro"_s, Role::Keyworker);
    const auto lee = makeMember(hostel, u"Lee Leaver"_s, Role::Keyworker);
    QFile before(hostel.path);
    hostel.hostel.reset();
    REQUIRE(before.open(QIODevice::ReadOnly));
    const QByteArray oldFile = before.readAll();
    before.close();
    signInWith(hostel, kManager, kPassword);
    need(hostel.services().accounts.removeAccess(lee.id));
    auto job = hostel.hostel->rewriting(OpenHostel::Rewriting::NewDataKey);
    putInPlace(hostel, need(need(job)()));
    CHECK(need(hostel.services().records.one(ben.id)).value.givenName == u"Ben"_s);
    CHECK(verified(hostel).findings.isEmpty()); // also the entries of the earlier key
    signInWith(hostel, u"Tomi Okoro"_s, kTheirs);
    CHECK(kindOfError(hostel.file->signIn(u"Lee Leaver"_s, kTheirs)) == ErrorKind::WrongPassword);
    hostel.hostel.reset();
    auto recovered = hostel.file->unlockWithRecoveryKey(hostel.recoveryKey);
    CHECK(bool(recovered));
    // Somebody who kept yesterday's header, and so a way to yesterday's key, puts it before today's pages.
    QFile now(hostel.path);
    REQUIRE(now.open(QIODevice::ReadOnly));
    const QByteArray mixed = oldFile.left(65536) + now.readAll().mid(65536);
    now.close();
    const QString path = hostel.folder.filePath(u"mixed.keywork"_s);
    QFile mix(path);
    REQUIRE(mix.open(QIODevice::WriteOnly));
    mix.write(mixed);
    mix.close();
    auto chosen = HostelFile::choose(path, hostel.clock);
    CHECK(kindOfError(need(chosen)->signIn(u"Lee Leaver"_s, kTheirs)) == ErrorKind::Damaged);
}

TEST_CASE("The last save can be undone and brought back, and any earlier version of a record returns as a new one")
{
    TestHostel hostel;
    Services &services = hostel.services();
    const auto ben = aPerson().in(hostel);
    auto edited = need(services.records.one(ben.id));
    edited.value.conditions = u"asthma"_s;
    edited = need(services.records.amend(edited));
    edited.value.conditions = u"asthma, epilepsy"_s;
    need(services.records.amend(edited));
    REQUIRE(services.earlierVersions.canUndo());
    need(services.earlierVersions.undo(u"undone"_s));
    CHECK(need(services.records.one(ben.id)).value.conditions == u"asthma");
    need(services.earlierVersions.undo(u"undone"_s));
    CHECK(need(services.records.one(ben.id)).value.conditions == u"asthma, epilepsy");
    const auto versions = need(services.earlierVersions.of(recordType<Person>(), ben.id.value));
    REQUIRE(versions.size() == 5);
    CHECK(versions.first().isPresent);
    CHECK(versions.last().row.row.text(u"conditions"_s).isEmpty());
    need(services.earlierVersions.bringBack(recordType<Person>(), ben.id.value, versions.last().entry.sequence));
    CHECK(need(services.records.one(ben.id)).value.conditions.isEmpty());
    CHECK(verified(hostel).findings.isEmpty());
    // A new resident is two records in one commit: both go, and both come back.
    const auto grace = aPerson().called(u"Grace"_s, u"Adeyemi"_s).in(hostel);
    need(services.earlierVersions.undo(u"undone"_s));
    CHECK(need(services.people.residents(ResidentGroup::Expected)).size() == 1);
    CHECK(need(services.finding.find(u"Grace"_s)).isEmpty());
    need(services.earlierVersions.undo(u"undone"_s));
    CHECK(need(services.finding.find(u"Grace"_s)).size() == 1);
    CHECK(need(services.people.line(grace.id)).stay.has_value());
    // What has left or gives somebody a way in is not undone with a key.
    need(services.records.add(Staff{.name = u"Una"_s}));
    CHECK_FALSE(services.earlierVersions.canUndo());
    // Changed by a colleague since: nothing is overwritten.
    auto again = need(services.records.one(ben.id));
    again.value.conditions = u"one"_s;
    need(services.records.amend(again));
    tamper(hostel, u"UPDATE person SET conditions = 'a colleague', version = version + 1 WHERE id = %1"_s.arg(ben.id.value));
    CHECK(kindOfError(services.earlierVersions.undo(u"undone"_s)) == ErrorKind::Conflict);
}

TEST_CASE("At a screen left open nobody sets a password or makes a manager without the password")
{
    TestHostel hostel;
    const auto self = need(hostel.services().records.self());
    hostel.clock.set(kNow.addSecs(301));
    Accounts &accounts = hostel.services().accounts;
    CHECK(kindOfError(accounts.preparation(self, kTheirs)) == ErrorKind::PasswordNeeded);
    CHECK(kindOfError(hostel.services().records.add(Staff{.name = u"Mo Manager"_s, .role = Role::Manager})) == ErrorKind::PasswordNeeded);
    CHECK(bool(hostel.services().records.add(Staff{.name = u"Una Relief"_s, .role = Role::Relief})));
    for (int wrong = 1; wrong <= 3; ++wrong)
        CHECK(kindOfError(accounts.confirmed(accounts.confirmation(u"not it"_s)())) == ErrorKind::WrongPassword);
    CHECK(accounts.secondsToWait() == 4);
    CHECK(Accounts::secondsToWait(100) == 60);
    need(accounts.confirmed(accounts.confirmation(kPassword)()));
    CHECK(accounts.secondsToWait() == 0);
    CHECK(bool(accounts.preparation(self, kTheirs)));
}

TEST_CASE("A way in is taken away also when the record and the header name different slots after a power cut")
{
    TestHostel hostel;
    const auto tomi = makeMember(hostel, u"Tomi Okoro"_s, Role::Keyworker);
    // The record was written, the header not any more.
    tamper(hostel, u"UPDATE staff SET key_slot = '%1' WHERE id = %2"_s.arg(QString(32, u'a')).arg(tomi.id.value));
    SECTION("at once")
    {
        need(hostel.services().accounts.removeAccess(tomi.id));
        CHECK(kindOfError(hostel.file->signIn(u"Tomi Okoro"_s, kTheirs)) == ErrorKind::WrongPassword);
    }
    SECTION("and signing in sets it right")
    {
        signInWith(hostel, u"Tomi Okoro"_s, kTheirs);
        CHECK(need(hostel.services().records.self()).value.keySlot == tomi.value.keySlot);
        need(hostel.services().accounts.confirmed(hostel.services().accounts.confirmation(kTheirs)()));
    }
}

TEST_CASE("What the resident took back and what was issued is not brought back")
{
    TestHostel hostel;
    Services &services = hostel.services();
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(hostel);
    const auto agency = anAgency(hostel);
    const auto given = need(services.agreements.record(agreement(ben.id, agency.id), {Category::Identity}));
    need(services.agreements.withdraw(given, u"changed my mind"_s));
    CHECK_FALSE(services.earlierVersions.canUndo());
    const auto versions = need(services.earlierVersions.of(recordType<SharingAgreement>(), given.id.value));
    REQUIRE(versions.size() == 2);
    CHECK(kindOfError(services.earlierVersions.bringBack(recordType<SharingAgreement>(), given.id.value, versions.last().entry.sequence))
        == ErrorKind::NotAllowedNow);
    CHECK(need(services.agreements.scope(ben.id, agency.id, QDate(2026, 9, 14))).categories.empty());

    CarePlanArea area;
    area.ownWords = u"first words"_s;
    need(services.plans.saveArea(ben.id, area));
    area.ownWords = u"second words"_s;
    need(services.plans.saveArea(ben.id, area));
    need(services.plans.issue(ben.id));
    const auto stored = need(services.records.of<CarePlanArea>("person_id", ben.id));
    REQUIRE(stored.size() == 1);
    const auto areas = need(services.earlierVersions.of(recordType<CarePlanArea>(), stored.first().id.value));
    REQUIRE(areas.size() == 2);
    CHECK(kindOfError(services.earlierVersions.bringBack(recordType<CarePlanArea>(), stored.first().id.value, areas.last().entry.sequence))
        == ErrorKind::NotAllowedNow);
    CHECK(kindOfError(services.records.withdraw(recordType<CarePlanArea>(), stored.first().id.value, stored.first().version, u"slip"_s))
        == ErrorKind::NotAllowedNow);
    CHECK(need(services.records.one(stored.first().id)).value.ownWords == u"second words");
}
