// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/merging.h"

#include "core/domain/appointment.h"
#include "core/domain/child.h"
#include "core/domain/restriction.h"
#include "core/domain/watch_snooze.h"
#include "core/services/keeping/audit.h"
#include "core/services/keeping/retention.h"
#include "core/services/records/drafts.h"
#include "core/services/records/earlier_versions.h"
#include "core/services/records/finding.h"
#include "core/services/records/history_reader.h"
#include "core/services/records/timeline.h"
#include "core/storage/erasing.h"
#include "core/storage/history.h"
#include "core/storage/moved_records.h"
#include "core/storage/table.h"
#include "tests/support/every_kind.h"
#include "tests/support/services.h"
#include "tests/support/trust.h"

#include <QRandomGenerator>
#include <map>

using namespace keywork;
using namespace keywork::test;
using namespace Qt::StringLiterals;

namespace {

/// A hostel where Ben Barker was taken in twice: once by telephone, once at the door.
struct TakenInTwice {
    TestHostel hostel;
    Kept<Person> ben = person(u"Ben"_s, u"9434765919"_s, QDate(2026, 9, 1));
    Kept<Person> twice = person(u"Benjamin"_s, {}, {});

    Services &services() { return hostel.services(); }
    Result<Kept<MergedPerson>> merge(const QStringList &taken = {})
    {
        return services().merging.merge({ben.id, twice.id, taken, u"He says so, and it is his birth date"_s, false});
    }

private:
    Kept<Person> person(const QString &given, const QString &nhs, QDate arrived)
    {
        auto builder = aPerson().called(given, u"Barker"_s).born(u"1980-05-12"_s);
        builder.person.nhsNumber = nhs;
        if (arrived.isValid())
            builder.arrived(arrived);
        return builder.in(hostel);
    }
};

Contact contactOf(Id<Person> person, const QString &name)
{
    Contact contact;
    contact.personId = person;
    contact.name = name;
    contact.relation = {u"parent"_s};
    return contact;
}

/// Every row of every kind as the file holds it, but for how often it was saved; and by what people and words are found.
std::map<QString, QStringList> everything(TestHostel &hostel)
{
    Database &database = hostel.services().records.database();
    std::map<QString, QStringList> all;
    for (const RecordType *type : allKinds()) {
        if (type == &recordType<MergedPerson>() || type == &recordType<House>())
            continue;
        for (const KeptRow &kept : need(Table(database, *type).list({.orderBy = u"id"_s, .withWithdrawn = true}))) {
            // The names that a merge wrote down are gone again when they are marked as entered in error.
            if (type == &recordType<PersonName>() && kept.withdrawnAt)
                continue;
            QString line = QString::number(kept.id) + (kept.withdrawnAt ? u" out"_s : u""_s);
            for (const QVariant &value : kept.row.values)
                line += u'|' + value.toString();
            all[QString::fromLatin1(type->table)].append(line);
        }
    }
    const auto lines = [&](const QString &name, const QString &sql, int columns) {
        Query query(database, sql);
        need(query.run());
        while (query.next()) {
            QStringList cells;
            for (int i = 0; i < columns; ++i)
                cells.append(query.text(i));
            all[name].append(cells.join(u'|'));
        }
    };
    lines(u"keys"_s, u"SELECT kind, record, person, form, key FROM name_key WHERE kind <> 'merged_person' ORDER BY 1, 2, 3, 4, 5"_s, 5);
    lines(u"happenings"_s,
        u"SELECT kind, record, person, phase, at FROM happening WHERE kind <> 'merged_person' AND NOT (kind = 'person_name' AND record IN (SELECT id FROM person_name WHERE withdrawn_at IS NOT NULL)) ORDER BY 1, 2, 3, 4"_s,
        5);
    lines(u"words"_s, u"SELECT kind, record, person, body FROM search_text WHERE kind NOT LIKE 'merged_person%' ORDER BY 1, 2, 3"_s, 4);
    return all;
}

QStringList found(Services &services, const QString &typed)
{
    QStringList numbers;
    for (const Found &one : need(services.finding.find(typed, 10)))
        if (one.isName)
            numbers.append(need(services.records.one(Id<Person>{one.person})).value.number);
    return numbers;
}

} // namespace

TEST_CASE("Two records of one person become one: everything moves, both names and both numbers find it")
{
    TakenInTwice was;
    Services &services = was.services();
    const auto contact = need(services.records.add(contactOf(was.twice.id, u"Joan Barker"_s)));
    need(services.records.add(PersonName{was.twice.id, {u"street_name"_s}, u"Bazza"_s}));
    const auto merged = need(was.merge());
    CHECK(merged.value.mergedNumber == was.twice.value.number);
    CHECK(need(services.records.one(contact.id)).value.personId == was.ben.id);
    CHECK(found(services, u"bazza"_s) == QStringList{was.ben.value.number});
    CHECK(found(services, u"benjamin"_s) == QStringList{was.ben.value.number});
    CHECK(found(services, was.twice.value.number) == QStringList{was.ben.value.number});
    CHECK(found(services, was.ben.value.number) == QStringList{was.ben.value.number});
    CHECK(need(services.merging.standsIn(was.twice.id)) == was.ben.id);
    CHECK(need(services.merging.standsIn(was.ben.id)) == was.ben.id);
    CHECK(need(services.records.all<Person>()).size() == 1);
    was.hostel.reopen();
    CHECK(found(was.services(), was.twice.value.number) == QStringList{was.ben.value.number});
    CHECK(need(verifyHistory(was.services().records.database(), {})).findings.isEmpty());
}

TEST_CASE("What one record lacks is offered from the other; what both say is chosen, and the number never changes")
{
    TakenInTwice was;
    Services &services = was.services();
    auto twice = was.twice;
    twice.value.telephone = u"020 7946 0123"_s;
    twice.value.notSaid.reasons.insert(u"ethnicity"_s, NotSaidReason::PrefersNot);
    twice = need(services.records.amend(twice));
    const auto preview = need(services.merging.preview(was.ben.id, was.twice.id));
    CHECK(preview.lacking == QStringList{u"telephone"_s});
    CHECK(preview.differing == QStringList{u"given_name"_s});
    CHECK_FALSE(preview.bothHereOn);
    need(was.merge({u"telephone"_s, u"given_name"_s, u"ethnicity"_s, u"number"_s, u"nonsense"_s}));
    const auto ben = need(services.records.one(was.ben.id)).value;
    CHECK(ben.telephone == u"020 7946 0123");
    CHECK(ben.givenName == u"Benjamin");
    CHECK(ben.number == was.ben.value.number);
    CHECK(ben.nhsNumber == was.ben.value.nhsNumber);
    CHECK(ben.notSaid.reasons.value(u"ethnicity"_s, NotSaidReason::NotAsked) == NotSaidReason::PrefersNot);
}

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

TEST_CASE("A merge is refused where it can't be right, and then nothing has changed")
{
    TakenInTwice was;
    Services &services = was.services();
    const auto other = aPerson().called(u"Grace"_s, u"Adeyemi"_s).arrived(QDate(2026, 9, 2)).in(was.hostel);
    const auto before = everything(was.hostel);
    const auto refused = [&](Id<Person> stays, Id<Person> goes, const QString &why, bool even = false) {
        const auto merged = services.merging.merge({stays, goes, {}, why, even});
        REQUIRE_FALSE(bool(merged));
        CHECK(everything(was.hostel) == before);
        return merged.error();
    };
    CHECK(refused(was.ben.id, was.ben.id, u"The same man"_s).notNow == NotNow::SamePerson);
    CHECK(refused(was.ben.id, {9999}, u"Nobody there"_s).kind == ErrorKind::NotFound);
    CHECK(refused(was.ben.id, was.twice.id, u"   "_s).violations == Violations{{u"because"_s, Rule::ReasonNeeded, {}}});
    CHECK(refused(was.ben.id, was.twice.id, u"x"_s).violations == Violations{{u"because"_s, Rule::SaysTooLittle, {}}});
    CHECK(refused(was.ben.id, other.id, u"They look alike"_s).notNow == NotNow::BothWereHere);
    need(services.drafts.keep({u"person"_s, was.twice.id.value, was.twice.id.value}, {{u"row"_s, QJsonObject()}}));
    CHECK(refused(was.ben.id, was.twice.id, u"The same man"_s).notNow == NotNow::TypedMeanwhile);
    need(services.drafts.discard({u"person"_s, was.twice.id.value, was.twice.id.value}));
    need(services.merging.notTheSame(was.ben.id, was.twice.id, u"They are cousins"_s));
    CHECK(kindOfError(services.merging.preview(was.twice.id, was.ben.id)) == ErrorKind::NotAllowedNow);
}

TEST_CASE("Two who had a room on one night become one only when that was confirmed, and it is written down")
{
    TakenInTwice was;
    const auto other = aPerson().called(u"Ben"_s, u"Barkr"_s).arrived(QDate(2026, 9, 2)).in(was.hostel);
    CHECK(need(was.services().merging.preview(was.ben.id, other.id)).bothHereOn == QDate(2026, 9, 2));
    const auto merged = need(was.services().merging.merge({was.ben.id, other.id, {}, u"One man with two beds, by mistake"_s, true}));
    CHECK(merged.value.wereHereAtOnce);
}

TEST_CASE("Only a manager makes two records one, parts them or lists who may be one")
{
    const auto role = GENERATE(Role::Keyworker, Role::SupportWorker, Role::Relief, Role::Volunteer, Role::PeerSupporter, Role::Auditor);
    TakenInTwice was;
    const auto merged = need(was.merge());
    signInAs(was.hostel, u"Somebody Else"_s, role);
    Merging &merging = was.services().merging;
    CHECK(kindOfError(was.merge()) == ErrorKind::NotPermitted);
    CHECK(kindOfError(merging.preview(was.ben.id, was.twice.id)) == ErrorKind::NotPermitted);
    CHECK(kindOfError(merging.undo(merged.id, u"They are two people"_s)) == ErrorKind::NotPermitted);
    CHECK(kindOfError(merging.leftBehind(merged.id)) == ErrorKind::NotPermitted);
    CHECK(kindOfError(merging.likelyDoubles()) == ErrorKind::NotPermitted);
    CHECK(kindOfError(merging.notTheSame(was.ben.id, was.twice.id, u"Cousins, both were asked"_s)) == ErrorKind::NotPermitted);
}

TEST_CASE("The history of the person is that of both records")
{
    TakenInTwice was;
    Services &services = was.services();
    const auto looks = [&](Id<Person> person) { return need(services.history.ofPerson(person.value, false)).size(); };
    need(services.records.note(HistoryAction::Viewed, u"person"_s, was.twice.id.value, was.twice.id.value));
    const auto apart = looks(was.ben.id) + looks(was.twice.id);
    need(was.merge());
    CHECK(looks(was.ben.id) > apart);
    int seen = 0;
    for (const Looked &looked : need(services.audit.whoLookedAt(was.ben.id)))
        seen += looked.times;
    CHECK(seen >= 1);
}

TEST_CASE("A record that is erased takes with it what was made one with it, also from a file where they still stand apart")
{
    TestHostel hostel;
    auto builder = aPerson().called(u"Ben"_s, u"Zebulonquist"_s).arrived(QDate(2018, 5, 1));
    builder.stay.referredOn = QDate(2018, 4, 1);
    builder.stay.leftOn = QDate(2019, 6, 30);
    builder.stay.destination = {u"not_known"_s};
    const auto ben = builder.in(hostel);
    auto again = aPerson().called(u"Benjamin"_s, u"Zebulonquist"_s);
    again.stay.referredOn = QDate(2018, 3, 1);
    again.stay.notComing = true;
    const auto twice = again.in(hostel);
    need(hostel.services().merging.merge({ben.id, twice.id, {}, u"He says so himself"_s, false}));
    Database &database = hostel.services().records.database();
    const auto counts = need(eraseRecord(database, {u"person"_s, ben.id.value}));
    CHECK(counts.along == QList<ErasedRecord>{{u"person"_s, twice.id.value}});
    for (const Id<Person> gone : {ben.id, twice.id})
        CHECK_FALSE(bool(Table(database, recordType<Person>()).find(gone.value)));
    CHECK(valueOf(database, u"SELECT count(*) FROM history_content WHERE changes LIKE '%Zebulonquist%'"_s)->toInt() == 0);
    CHECK(need(hostel.services().finding.find(u"zebulonquist"_s, 10)).isEmpty());
}

TEST_CASE("What was made one with a restricted record is as closed as it, and nobody gains the right to open it")
{
    TakenInTwice was;
    makeMember(was.hostel, u"Kim Keyworker"_s, Role::Keyworker);
    const auto kim = need(was.services().records.all<Staff>({.filters = {{u"name"_s, Filter::Comparison::Equals, u"Kim Keyworker"_s}}}));
    REQUIRE(kim.size() == 1);
    Records &records = was.services().records;
    need(records.add(Restriction{.personId = was.ben.id, .why = u"A colleague's brother"_s, .fromOn = QDate(2026, 9, 1), .untilOn = {}}));
    const auto known = need(records.add(NeedToKnow{was.twice.id, kim.first().id, u"Knew him"_s}));
    CHECK(need(was.services().merging.preview(was.ben.id, was.twice.id)).accessStays);
    need(was.merge());
    CHECK(need(records.one(known.id)).value.personId == was.twice.id);
    ClosedRecords closed;
    const auto someoneElse = need(records.add(Staff{.name = u"Sam Support"_s, .role = Role::SupportWorker}));
    need(was.services().accounts.give(someoneElse, u"correct-horse-staple"_s));
    was.hostel.hostel.reset();
    auto opened = was.hostel.file->signIn(u"Sam Support"_s, u"correct-horse-staple"_s);
    was.hostel.hostel = std::move(need(opened));
    CHECK(was.services().records.closed().isClosed(was.ben.id.value));
    CHECK(was.services().records.closed().isClosed(was.twice.id.value));
}

TEST_CASE("Who may be one is listed for managers: the same number, or the same birth date and a name that sounds alike")
{
    TakenInTwice was;
    aPerson().called(u"Grace"_s, u"Adeyemi"_s).born(u"1980-05-12"_s).in(was.hostel); // the same day alone is nothing
    Merging &merging = was.services().merging;
    auto doubles = need(merging.likelyDoubles());
    REQUIRE(doubles.size() == 1);
    CHECK(doubles.first().one.id == was.ben.id);
    CHECK(doubles.first().other.id == was.twice.id);
    CHECK_FALSE(doubles.first().sameNumber);
    need(merging.notTheSame(was.twice.id, was.ben.id, u"Cousins, both were asked"_s));
    CHECK(need(merging.likelyDoubles()).isEmpty());
}

TEST_CASE("The last word about sharing holds, whichever record it stood in: a withdrawal is not undone by a merge")
{
    TakenInTwice was;
    Services &services = was.services();
    const auto agency = anAgency(was.hostel);
    const auto agreed = [&](Id<Person> person, QDate from) {
        auto given = agreement(person, agency.id);
        given.fromOn = from;
        return need(services.agreements.record(given, {Category::Identity}));
    };
    const auto first = agreed(was.ben.id, QDate(2026, 2, 1));
    agreed(was.twice.id, QDate(2026, 3, 1)); // typed later, said earlier
    need(services.agreements.withdraw(first, u"He changed his mind"_s)); // today, 14 September
    need(was.merge());
    CHECK(need(services.agreements.scope(was.ben.id, agency.id, QDate(2026, 9, 14))).categories.empty());
    agreed(was.ben.id, QDate(2026, 9, 14)); // a new word opens it
    CHECK(need(services.agreements.scope(was.ben.id, agency.id, QDate(2026, 9, 14))).categories.size() == 1);
}

TEST_CASE("Of two care plans the one that was worked on last goes on, and what is noted is seen")
{
    TakenInTwice was;
    CarePlans &plans = was.services().plans;
    const auto planOf = [&](Id<Person> person, const QString &what) {
        Goal goal;
        goal.statement = what;
        const QString thread = need(plans.saveGoal(person, goal));
        need(plans.issue(person));
        return thread;
    };
    planOf(was.ben.id, u"See a dentist"_s);
    need(plans.startDraft(was.ben.id));
    planOf(was.ben.id, u"Paint"_s); // the second version of the first plan
    const QString thread = planOf(was.twice.id, u"A bank account"_s); // the first version of the second
    need(was.merge());
    const auto plan = need(plans.planOf(was.ben.id));
    REQUIRE(plan);
    CHECK(plan->current.version.value.versionNumber == 1);
    need(plans.noteGoal(was.ben.id, thread, GoalStatus::Achieved, u"It was opened"_s));
    const auto after = need(plans.planOf(was.ben.id));
    bool isNoted = false;
    for (const AreaView &area : after->current.areas)
        for (const GoalView &goal : area.goals)
            isNoted = isNoted || (goal.progress && goal.progress->note == u"It was opened");
    CHECK(isNoted);
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

TEST_CASE("A record of every kind goes along, whatever kinds there are, and comes back")
{
    EveryKind every(u"Quillfeather"_s);
    auto builder = aPerson().called(u"Ben"_s, u"Quillfeather"_s);
    const auto into = builder.in(every.hostel);
    RestrictedOpening opening;
    opening.personId = every.ben.id;
    opening.openedBy = every.services().records.session().staff();
    opening.reason = u"An ambulance was on its way"_s;
    need(every.services().records.add(opening));
    WatchSnooze snooze;
    snooze.ruleCode = u"no_plan"_s;
    snooze.personId = every.ben.id;
    snooze.reason = u"He is away until then"_s;
    snooze.untilOn = QDate(2026, 9, 20);
    need(every.services().records.add(snooze));
    Database &database = every.services().records.database();
    need(every.services().records.add(Restriction{into.id, u"A colleague's brother"_s, QDate(2026, 9, 1), {}})); // as the other is
    const auto before = everything(every.hostel);
    const auto moving = need(recordsOf(database, every.ben.id.value, true)); // who needs to know a restricted record stays as it was
    std::set<QString> kinds;
    for (const MovedRecords &moved : moving)
        kinds.insert(QString::fromLatin1(moved.type->table));
    for (const RecordType *type : allKinds())
        for (const Field &field : type->fields)
            if (field.refers && QLatin1String(field.refers) == "person"_L1 && field.tie == Tie::Owner
                && type != &recordType<NeedToKnow>()) {
                INFO(type->table);
                CHECK(kinds.count(QString::fromLatin1(type->table)) == 1);
            }
    const auto merged = need(every.services().merging.merge({into.id, every.ben.id, {}, u"Two records of one person"_s, true}));
    for (const MovedRecords &moved : moving) {
        INFO(moved.type->table << '.' << moved.column.toStdString());
        for (const KeptRow &row : need(Table(database, *moved.type).some(moved.ids)))
            CHECK(row.row.value(moved.column).toLongLong() == into.id.value);
    }
    need(every.services().merging.undo(merged.id, u"They are two"_s));
    CHECK(everything(every.hostel) == before);
    CHECK(need(verifyHistory(database, {})).findings.isEmpty());
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
