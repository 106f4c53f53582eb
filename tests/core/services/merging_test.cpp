// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/merging.h"

#include "core/domain/restriction.h"
#include "core/domain/watch_call.h"
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
#include "tests/core/services/taken_in_twice.h"
#include "tests/support/every_kind.h"
#include "tests/support/services.h"
#include "tests/support/trust.h"

namespace keywork::test::merging_test {

using namespace Qt::StringLiterals;

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
    WatchCall call;
    call.ruleCode = u"doses_missed"_s;
    call.personId = every.ben.id;
    call.rungAt = every.hostel.clock.now();
    call.answer = u"They see him today"_s;
    call.againAt = every.hostel.clock.now().addSecs(3600);
    need(every.services().records.add(call));
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

} // namespace keywork::test::merging_test
