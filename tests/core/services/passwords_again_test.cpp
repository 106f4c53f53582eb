// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/accounts.h"
#include "core/services/keeping/backups.h"
#include "core/services/keeping/open_hostel.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "tests/support/trust.h"

namespace keywork::test::passwords_again_test {

using namespace Qt::StringLiterals;

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

} // namespace keywork::test::passwords_again_test
