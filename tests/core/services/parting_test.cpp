// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/appointment.h"
#include "core/domain/restriction.h"
#include "core/services/keeping/audit.h"
#include "core/services/keeping/retention.h"
#include "core/services/records/drafts.h"
#include "core/services/records/earlier_versions.h"
#include "core/services/records/finding.h"
#include "core/services/records/merging.h"
#include "core/storage/erasing.h"
#include "core/storage/history.h"
#include "core/storage/moved_records.h"
#include "core/storage/table.h"
#include "tests/core/services/taken_in_twice.h"
#include "tests/support/every_kind.h"
#include "tests/support/services.h"
#include "tests/support/trust.h"

#include <QRandomGenerator>

namespace keywork::test::parting_test {

using namespace Qt::StringLiterals;

TEST_CASE("Undone at once, every record is as it was")
{
    TakenInTwice was;
    Services &services = was.services();
    need(services.records.add(contactOf(was.twice.id, u"Joan Barker"_s)));
    const auto before = everything(was.hostel);
    const auto merged = need(was.merge({u"given_name"_s}));
    CHECK(everything(was.hostel) != before);
    CHECK(need(services.merging.leftBehind(merged.id)).isNothing());
    need(services.merging.undo(merged.id, u"He is his cousin after all"_s));
    CHECK(everything(was.hostel) == before);
    CHECK(found(services, was.twice.value.number) == QStringList{was.twice.value.number});
    CHECK(kindOfError(services.merging.undo(merged.id, u"They are two people"_s)) == ErrorKind::NotAllowedNow);
    need(was.merge());
}

TEST_CASE("Undone later, what came since stays with the record and is listed beforehand")
{
    TakenInTwice was;
    Services &services = was.services();
    const auto merged = need(was.merge({u"given_name"_s}));
    was.hostel.clock.set(kNow.addSecs(3600));
    auto ben = need(services.records.one(was.ben.id));
    ben.value.givenName = u"Benny"_s;
    need(services.records.amend(ben));
    const auto alert = need(services.records.add(Alert{.personId = was.ben.id,
        .kind = {u"health"_s},
        .text = u"Epilepsy"_s,
        .priority = {u"urgent"_s},
        .fromOn = QDate(2026, 9, 14),
        .untilOn = {}}));
    const auto left = need(services.merging.leftBehind(merged.id));
    REQUIRE(left.records.size() == 1);
    CHECK(left.records.first().id == alert.id.value);
    CHECK(left.fields == QStringList{u"given_name"_s});
    need(services.merging.undo(merged.id, u"He is his cousin after all"_s));
    CHECK(need(services.records.one(was.ben.id)).value.givenName == u"Benny");
    CHECK(need(services.records.one(alert.id)).value.personId == was.ben.id);
    CHECK(need(services.records.one(was.twice.id)).value.givenName == u"Benjamin");
}

TEST_CASE("What hangs on a record that goes back goes back with it, and whoever is erased then is gone for good")
{
    TakenInTwice was;
    Services &services = was.services();
    Goal goal;
    goal.statement = u"See a dentist"_s;
    need(services.plans.saveGoal(was.twice.id, goal));
    const auto merged = need(was.merge());
    was.hostel.clock.set(kNow.addSecs(60));
    goal.statement = u"A bank account"_s;
    need(services.plans.saveGoal(was.ben.id, goal)); // in the plan that came along
    CHECK(need(services.merging.leftBehind(merged.id)).isNothing());
    need(services.merging.undo(merged.id, u"They are cousins"_s));
    CHECK(need(services.records.of<Goal>("person_id", was.twice.id)).size() == 2);
    CHECK(need(services.records.of<Goal>("person_id", was.ben.id)).isEmpty());
    Database &database = services.records.database();
    Transaction transaction(database);
    need(transaction.begin());
    need(eraseRecord(database, {u"person"_s, was.twice.id.value}));
    need(transaction.commit());
    CHECK(valueOf(database, u"SELECT count(*) FROM history_content WHERE changes LIKE '%Benjamin%' OR changes LIKE '%dentist%'"_s)->toInt()
        == 0);
    CHECK(valueOf(database, u"SELECT count(*) FROM person_name WHERE name LIKE '%Benjamin%'"_s)->toInt() == 0);
    CHECK(need(services.records.one(was.ben.id)).value.givenName == u"Ben");
}

TEST_CASE("Nothing but parting makes a record that went into another one stand again, or moves anything back")
{
    TakenInTwice was;
    Services &services = was.services();
    const auto alert = need(services.records.add(Alert{.personId = was.twice.id,
        .kind = {u"health"_s},
        .text = u"Epilepsy"_s,
        .priority = {u"urgent"_s},
        .fromOn = QDate(2026, 9, 14),
        .untilOn = {}}));
    const auto first = need(services.earlierVersions.of(recordType<Alert>(), alert.id.value)).last();
    need(was.merge());
    CHECK(kindOfError(services.records.reinstate(recordType<Person>(), was.twice.id.value)) == ErrorKind::NotAllowedNow);
    auto changed = need(services.records.one(alert.id));
    changed.value.text = u"Epilepsy, no driving"_s;
    need(services.records.amend(changed));
    need(services.earlierVersions.bringBack(recordType<Alert>(), alert.id.value, first.entry.sequence));
    CHECK(need(services.records.one(alert.id)).value.text == u"Epilepsy");
    CHECK(need(services.records.one(alert.id)).value.personId == was.ben.id);
}

TEST_CASE("Of merges one after the other the later one is parted first, and a restricted record never goes into an open one")
{
    TakenInTwice was;
    const auto third = aPerson().called(u"B."_s, u"Barker"_s).in(was.hostel);
    Merging &merging = was.services().merging;
    const auto first = need(was.merge());
    const auto second = need(merging.merge({third.id, was.ben.id, {}, u"One man three times"_s, false}));
    const auto refused = merging.undo(first.id, u"They are cousins"_s);
    REQUIRE_FALSE(bool(refused));
    CHECK(refused.error().notNow == NotNow::LaterMergeFirst);
    need(merging.undo(second.id, u"They are cousins"_s));
    need(was.services().records.add(Restriction{third.id, u"A colleague's brother"_s, QDate(2026, 9, 1), {}}));
    const auto opened = merging.preview(was.ben.id, third.id);
    REQUIRE_FALSE(bool(opened));
    CHECK(opened.error().notNow == NotNow::RestrictedStays);
    need(merging.preview(third.id, was.ben.id));
}

TEST_CASE("In a file from before they were parted, one is erased and the other keeps what is theirs")
{
    for (const bool erasesWhoStayed : {true, false}) {
        TakenInTwice was;
        Services &services = was.services();
        need(services.records.add(contactOf(was.twice.id, u"Joan Barker"_s)));
        need(was.merge());
        Database &database = services.records.database();
        const Id<Person> gone = erasesWhoStayed ? was.ben.id : was.twice.id;
        const Id<Person> there = erasesWhoStayed ? was.twice.id : was.ben.id;
        const auto counts = need(eraseAgain(database, {{u"person"_s, gone.value}}, 1, kNow));
        CHECK(counts.parted);
        CHECK_FALSE(bool(Table(database, recordType<Person>()).find(gone.value)));
        const auto left = need(Table(database, recordType<Person>()).find(there.value));
        CHECK_FALSE(left.withdrawnAt.has_value());
        CHECK(need(Table(database, recordType<Contact>()).list({})).size() == (erasesWhoStayed ? 1 : 0));
        CHECK(need(verifyHistory(database, {})).findings.isEmpty());
    }
}

TEST_CASE("Whatever is made one and parted again, in any order, leaves every record as it was")
{
    const int rounds = qEnvironmentVariableIsSet("KEYWORK_CAMPAIGN") ? 1000 : 40;
    TestHostel hostel;
    QList<Id<Person>> people;
    QRandomGenerator random(20261130);
    const QStringList names{u"Ben"_s, u"Benjamin"_s, u"Grace"_s, u"Łukasz"_s, u"Siobhan"_s};
    for (int i = 0; i < 6; ++i) {
        const auto person = aPerson().called(names.at(i % names.size()), u"Barker"_s).in(hostel);
        people.append(person.id);
        for (int k = 0; k < 3; ++k)
            need(hostel.services().records.add(contactOf(person.id, names.at(random.bounded(5)) + QString::number(k))));
    }
    const auto before = everything(hostel);
    Merging &merging = hostel.services().merging;
    int done = 0;
    for (int round = 0; round < rounds; ++round) {
        QList<Id<MergedPerson>> stack;
        const int depth = 1 + random.bounded(4);
        for (int i = 0; i < depth; ++i) {
            const Id<Person> stays = people.at(random.bounded(int(people.size())));
            const Id<Person> goes = people.at(random.bounded(int(people.size())));
            const auto merged = merging.merge({stays, goes, {u"given_name"_s}, u"They are one, it seems"_s, true});
            if (merged)
                stack.append(merged->id);
            else
                CHECK((merged.error().kind == ErrorKind::NotFound || merged.error().notNow == NotNow::SamePerson));
        }
        done += int(stack.size());
        while (!stack.isEmpty())
            need(merging.undo(stack.takeLast(), u"They are two after all"_s));
        if (round % 10 == 9 || round + 1 == rounds)
            REQUIRE(everything(hostel) == before);
    }
    CHECK(done > rounds / 2);
}

} // namespace keywork::test::parting_test
