// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/accounts.h"
#include "core/services/house/passwords.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/records/records.h"
#include "tests/support/services.h"

#include <QSet>

namespace keywork::test::accounts_test {

using namespace Qt::StringLiterals;

namespace {

const QString kNew = QStringLiteral("glacier-mitten-oboe-47");

/// Signing in without keeping the session.
bool opens(TestHostel &hostel, const QString &name, const QString &password)
{
    hostel.hostel.reset();
    const bool opened = bool(hostel.file->signIn(name, password));
    hostel.reopen();
    return opened;
}

} // namespace

TEST_CASE("A member of the team signs in once a manager gave them a password")
{
    TestHostel hostel;
    const auto tomi = need(hostel.services().records.add(Staff{.name = u"Tomi Okoro"_s, .role = Role::Keyworker}));
    CHECK(tomi.value.keySlot.isEmpty());
    CHECK_FALSE(opens(hostel, u"Tomi Okoro"_s, kNew));
    CHECK(kindOfError(hostel.services().accounts.give(tomi, u"password1"_s)) == ErrorKind::Invalid);
    CHECK(kindOfError(hostel.services().accounts.give(tomi, u"tomi okoro"_s)) == ErrorKind::Invalid);
    need(hostel.services().accounts.give(tomi, kNew));
    CHECK_FALSE(need(hostel.services().records.one(tomi.id)).value.keySlot.isEmpty());
    CHECK(opens(hostel, u"tomi  OKORO"_s, kNew));
    need(hostel.services().accounts.give(need(hostel.services().records.one(tomi.id)), kPassword + u'2'));
    CHECK_FALSE(opens(hostel, u"Tomi Okoro"_s, kNew));
    CHECK(opens(hostel, u"Tomi Okoro"_s, kPassword + u'2'));
}

TEST_CASE("A new name with a new password takes the old name's way in away")
{
    TestHostel hostel;
    auto tomi = need(hostel.services().records.add(Staff{.name = u"Tomi Okoro"_s, .role = Role::Keyworker}));
    need(hostel.services().accounts.give(tomi, kNew));
    tomi = need(hostel.services().records.one(tomi.id));
    tomi.value.name = u"Tomi Bello"_s;
    tomi = need(hostel.services().records.amend(tomi));
    // A colleague who is called now as Tomi was must not take Tomi's slot over.
    const auto other = need(hostel.services().records.add(Staff{.name = u"Tomi Okoro"_s, .role = Role::Relief}));
    CHECK(kindOfError(hostel.services().accounts.give(other, kNew)) == ErrorKind::Invalid);
    CHECK(opens(hostel, u"Tomi Okoro"_s, kNew));
    need(hostel.services().accounts.give(need(hostel.services().records.one(tomi.id)), kPassword + u'2'));
    CHECK(opens(hostel, u"Tomi Bello"_s, kPassword + u'2'));
    CHECK_FALSE(opens(hostel, u"Tomi Okoro"_s, kNew));
    need(hostel.services().accounts.give(other, kNew));
    CHECK(opens(hostel, u"Tomi Okoro"_s, kNew));
}

TEST_CASE("Two members of the team can't have one name")
{
    TestHostel hostel;
    const auto twin = hostel.services().records.add(Staff{.name = u"priya  SHAH"_s, .role = Role::Keyworker});
    REQUIRE(kindOfError(twin) == ErrorKind::Invalid);
    CHECK(twin.error().violations == Violations{{u"name"_s, Rule::AlreadyUsed, {}}});
}

TEST_CASE("Only a manager gives passwords, and nobody who left gets one")
{
    TestHostel hostel;
    const auto gone = need(hostel.services().records.add(Staff{.name = u"Gone Before"_s, .leftOn = QDate(2026, 9, 1)}));
    CHECK(kindOfError(hostel.services().accounts.give(gone, kNew)) == ErrorKind::NotAllowedNow);
    const auto tomi = need(hostel.services().records.add(Staff{.name = u"Tomi Okoro"_s, .role = Role::Keyworker}));
    signInAs(hostel, u"Kay Worker"_s, Role::Keyworker);
    CHECK(kindOfError(hostel.services().accounts.give(tomi, kNew)) == ErrorKind::NotPermitted);
}

TEST_CASE("The recovery key lets a manager in who forgot the password")
{
    TestHostel hostel;
    hostel.hostel.reset();
    const QString key = HostelFile::grouped(hostel.recoveryKey).toLower();
    auto wrong = hostel.recoveryKey;
    wrong[3] = wrong.at(3) == u'7' ? u'8' : u'7';
    CHECK(kindOfError(hostel.file->unlockWithRecoveryKey(wrong)) == ErrorKind::WrongPassword);
    {
        auto unlocked = hostel.file->unlockWithRecoveryKey(key);
        CHECK(kindOfError(hostel.file->openRecovered(std::move(need(unlocked)), u"Nobody Here"_s)) == ErrorKind::NotFound);
    }
    auto unlocked = hostel.file->unlockWithRecoveryKey(key);
    auto opened = hostel.file->openRecovered(std::move(need(unlocked)), u"priya shah"_s);
    hostel.hostel = std::move(need(opened));
    CHECK(hostel.hostel->session().role() == Role::Manager);
    need(hostel.services().accounts.give(need(hostel.services().records.one(hostel.hostel->session().staff())), kNew));
    hostel.hostel.reset();
    CHECK(kindOfError(hostel.file->signIn(kManager, kPassword)) == ErrorKind::WrongPassword);
    auto again = hostel.file->signIn(kManager, kNew);
    hostel.hostel = std::move(need(again));
    const auto actions = valueOf(hostel.services().records.database(), u"SELECT count(*) FROM history WHERE action = 'recovered'"_s);
    CHECK(actions->toInt() == 1);
}

TEST_CASE("Offered passphrases are four words, differ, and pass the check")
{
    QSet<QString> seen;
    for (int i = 0; i < 50; ++i) {
        const QString words = makePassphrase();
        CHECK(words.split(u'-').size() == 4);
        CHECK_FALSE(passwordViolation(words, {}).has_value());
        seen.insert(words);
    }
    CHECK(seen.size() == 50);
}

} // namespace keywork::test::accounts_test
