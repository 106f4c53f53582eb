// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/first_steps.h"
#include "core/services/house/many_rooms.h"
#include "core/services/keeping/backups.h"
#include "core/services/sharing/agreements.h"
#include "tests/support/services.h"

#include <QDir>

namespace keywork::test::services_first_hour_test {

using namespace Qt::StringLiterals;

namespace {

FirstStepNow stepOf(TestHostel &hostel, FirstStep step)
{
    for (const FirstStepNow &now : need(hostel.services().firstSteps.all()))
        if (now.step == step)
            return now;
    REQUIRE(false);
    return {};
}

QStringList namesOf(const QList<Kept<Room>> &rooms)
{
    QStringList names;
    for (const Kept<Room> &room : rooms)
        names.append(room.value.name);
    return names;
}

} // namespace

TEST_CASE("In a new hostel every first step is open, and each is done by what is on file")
{
    TestHostel hostel;
    CHECK(need(hostel.services().firstSteps.all()).size() == 7);
    for (const FirstStepNow &now : need(hostel.services().firstSteps.all())) {
        CHECK_FALSE(now.isDone);
        CHECK_FALSE(now.isPutAway);
    }
    const auto room = need(hostel.services().records.add(Room{.name = u"1"_s}));
    CHECK(stepOf(hostel, FirstStep::Rooms).isDone);
    need(hostel.services().records.withdraw(recordType<Room>(), room.id.value, room.version, u"it is a cupboard"_s));
    CHECK_FALSE(stepOf(hostel, FirstStep::Rooms).isDone); // entered in error is not there

    anAgency(hostel);
    CHECK(stepOf(hostel, FirstStep::Agencies).isDone);
    need(hostel.services().agreements.saveWording(u"May we tell others what helps you?"_s));
    CHECK(stepOf(hostel, FirstStep::Wording).isDone);
    const QTemporaryDir second; // below the file's own folder it would go with the file
    need(hostel.services().backups.chooseSecondPlace(second.path()));
    CHECK(stepOf(hostel, FirstStep::SecondPlace).isDone);
}

TEST_CASE("The team is there once somebody else can sign in, not by a name alone")
{
    TestHostel hostel;
    auto sam = need(hostel.services().records.add(Staff{.name = u"Sam Reed"_s, .role = Role::Keyworker}));
    CHECK_FALSE(hostel.services().accounts.maySignIn(sam.value));
    CHECK_FALSE(stepOf(hostel, FirstStep::Team).isDone);
    need(hostel.services().accounts.give(sam, u"correct-horse-staple"_s));
    sam = need(hostel.services().records.one(sam.id));
    CHECK(hostel.services().accounts.maySignIn(sam.value));
    CHECK(stepOf(hostel, FirstStep::Team).isDone);
    sam.value.leftOn = kNow.date();
    sam = need(hostel.services().records.amend(sam));
    CHECK_FALSE(hostel.services().accounts.maySignIn(sam.value));
    CHECK_FALSE(stepOf(hostel, FirstStep::Team).isDone);
}

TEST_CASE("A step that was put away stays so, is told once in the history, and is a manager's only")
{
    TestHostel hostel;
    const int before = historyRows(hostel);
    need(hostel.services().firstSteps.putAway({FirstStep::RecoveryKey, FirstStep::Demonstration}));
    need(hostel.services().firstSteps.putAway({FirstStep::RecoveryKey}));
    CHECK(historyRows(hostel) == before + 2);
    hostel.reopen();
    CHECK(stepOf(hostel, FirstStep::RecoveryKey) == FirstStepNow{FirstStep::RecoveryKey, false, true});
    CHECK_FALSE(stepOf(hostel, FirstStep::Rooms).isPutAway);

    // Brought back, all at once; the last word about a step holds.
    CHECK(hostel.services().firstSteps.mayBringBack());
    need(hostel.services().firstSteps.bringBack());
    CHECK_FALSE(hostel.services().firstSteps.mayBringBack());
    CHECK_FALSE(stepOf(hostel, FirstStep::RecoveryKey).isPutAway);
    const int brought = historyRows(hostel);
    need(hostel.services().firstSteps.bringBack()); // nothing to bring back costs no entry
    CHECK(historyRows(hostel) == brought);
    need(hostel.services().firstSteps.putAway({FirstStep::Demonstration}));
    CHECK(stepOf(hostel, FirstStep::Demonstration).isPutAway);
    CHECK_FALSE(stepOf(hostel, FirstStep::RecoveryKey).isPutAway);
    signInAs(hostel, u"Sam Reed"_s, Role::Keyworker);
    CHECK(need(hostel.services().firstSteps.all()).isEmpty());
    const Done refused = hostel.services().firstSteps.putAway({FirstStep::Rooms});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::NotPermitted);
    CHECK_FALSE(hostel.services().firstSteps.mayBringBack());
    const Done brings = hostel.services().firstSteps.bringBack();
    REQUIRE_FALSE(brings);
    CHECK(brings.error().kind == ErrorKind::NotPermitted);
}

TEST_CASE("Many rooms are made in one commit, those that are there already stay as they are")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    need(records.add(Room{.name = u"2"_s, .floor = u"First"_s}));
    const auto planned = need(manyRooms(records, u"1-3, 3, A1"_s));
    CHECK(planned.fresh == QStringList{u"1"_s, u"3"_s, u"A1"_s});
    CHECK(planned.onFile == QStringList{u"2"_s});
    CHECK(planned.typed.twice == QStringList{u"3"_s});
    const auto made = need(addManyRooms(records, u"1-3, 3, A1"_s, {.floor = u"Ground"_s, .stepFree = true}));
    CHECK(namesOf(made) == QStringList{u"1"_s, u"3"_s, u"A1"_s});
    for (const Kept<Room> &room : need(records.all<Room>()))
        CHECK(room.value.floor == (room.value.name == u"2" ? u"First"_s : u"Ground"_s));
    CHECK(need(records.all<Room>()).size() == 4);
    CHECK(records.lastCommit().size() == 3); // one commit: undone as a whole
}

TEST_CASE("Nothing is made of a line that can't be read, or of rooms that are all there")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    need(records.add(Room{.name = u"1"_s}));
    const std::pair<QString, Rule> cases[]
        = {{u""_s, Rule::Required}, {u"1"_s, Rule::AllOnFile}, {u"2-5, 9-3"_s, Rule::NotARange}, {u"1-2000"_s, Rule::TooLarge}};
    for (const auto &[typed, rule] : cases) {
        const auto made = addManyRooms(records, typed, {});
        INFO(typed.toStdString());
        REQUIRE_FALSE(made);
        REQUIRE(made.error().violations.size() == 1);
        CHECK(made.error().violations.first().column == u"name"_s);
        CHECK(made.error().violations.first().rule == rule);
    }
    // The third is longer than a room's name may be: the first two are not kept either.
    CHECK_FALSE(addManyRooms(records, u"7, 8, the room behind the kitchen stairs"_s, {}));
    CHECK(need(records.all<Room>()).size() == 1);
}

} // namespace keywork::test::services_first_hour_test
