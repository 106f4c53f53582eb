// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/hostel_file.h"
#include "core/services/records/people.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

namespace keywork::test {

inline const QString kManager = QStringLiteral("Priya Shah");
inline const QString kPassword = QStringLiteral("tulip-anvil-morning");
inline const QDateTime kNow = QDateTime(QDate(2026, 9, 14), QTime(8, 42), Qt::UTC);

template <class T>
requires(!std::is_void_v<T>) T &need(Result<T> &result)
{
    if (!result)
        UNSCOPED_INFO("error " << int(result.error().kind) << ' ' << result.error().detail.toStdString());
    for (const Violation &violation : result ? Violations() : result.error().violations)
        UNSCOPED_INFO(violation.column.toStdString() << " rule " << int(violation.rule));
    REQUIRE(bool(result));
    return *result;
}
template <class T>
requires(!std::is_void_v<T>) T need(Result<T> &&result) { return std::move(need(result)); }
inline void need(Done &&done)
{
    if (!done)
        UNSCOPED_INFO("error " << int(done.error().kind) << ' ' << done.error().detail.toStdString());
    REQUIRE(bool(done));
}

/// Where what many tests make alike lies: of a whole run where KEYWORK_TESTS_SHARE names a folder (tests/run), else of this program.
inline QString sharedByTests()
{
    static const QTemporaryDir own;
    const QString shared = qEnvironmentVariable("KEYWORK_TESTS_SHARE");
    return shared.isEmpty() ? own.path() : shared;
}

/// A real vault in a temporary folder with a cheap key derivation, a set clock and a signed-in manager.
class TestHostel {
public:
    TestHostel()
        : clock(kNow)
    {
        HostelFile::NewHostel wanted;
        wanted.house.name = QStringLiteral("Cairn Street Hostel");
        wanted.house.address = QStringLiteral("12 Cairn Street");
        wanted.house.wordsCheckedBy = QStringLiteral("Wellbeing's lead nurse"); // nothing of the house waits on Today
        wanted.house.wordsCheckedOn = QDate(2026, 3, 2);
        wanted.managerName = kManager;
        wanted.password = kPassword;
        wanted.recoveryKey = recoveryKey = HostelFile::makeRecoveryKey();
        wanted.cost = KeyCost::ForTests;
        wanted.tablesFor = sharedByTests() + QStringLiteral("/tables");
        path = folder.filePath(QStringLiteral("cairn.keywork"));
        auto created = HostelFile::create(path, wanted, clock, hostel);
        file = std::move(need(created));
    }

    Services &services() { return hostel->services(); }
    /// Closes the file and signs in again: what is not on disk is gone.
    void reopen()
    {
        hostel.reset();
        file.reset();
        auto chosen = HostelFile::choose(path, clock);
        file = std::move(need(chosen));
        auto opened = file->signIn(kManager, kPassword);
        hostel = std::move(need(opened));
    }

    QTemporaryDir folder;
    QString path;
    QString recoveryKey;
    SetClock clock;
    std::unique_ptr<HostelFile> file;
    std::unique_ptr<OpenHostel> hostel;
};

/// A resident with what a test leaves unsaid; names only what matters.
struct PersonBuilder {
    Person person;
    Stay stay;
    PersonBuilder()
    {
        person.givenName = QStringLiteral("Ben");
        person.familyName = QStringLiteral("Barker");
        stay.referredOn = QDate(2026, 7, 15);
    }
    PersonBuilder &called(const QString &given, const QString &family)
    {
        person.givenName = given;
        person.familyName = family;
        return *this;
    }
    PersonBuilder &born(const QString &date)
    {
        person.bornOn = PartialDate::fromText(date);
        return *this;
    }
    PersonBuilder &arrived(QDate day, Id<Room> room = {})
    {
        stay.arrivedOn = day;
        stay.roomId = room;
        return *this;
    }
    Kept<Person> in(TestHostel &hostel) { return need(hostel.services().people.takeIn(person, stay)); }
};
inline PersonBuilder aPerson() { return {}; }

} // namespace keywork::test
