// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/last_seen.h"

#include "core/domain/appointment.h"
#include "core/domain/assessment.h"
#include "core/domain/group_activity.h"
#include "core/domain/held_medicine.h"
#include "core/domain/keywork.h"
#include "core/domain/kinds.h"
#include "core/domain/missing.h"
#include "core/domain/nights_away.h"
#include "core/domain/prescription.h"
#include "core/domain/restriction.h"
#include "core/domain/risk.h"
#include "core/domain/supplies.h"
#include "core/domain/timed_check.h"
#include "core/services/records/families.h"
#include "core/services/records/merging.h"
#include "core/services/records/undo.h"
#include "core/storage/erasing.h"
#include "core/storage/happenings.h"
#include "core/storage/query.h"
#include "tests/support/multiplied.h"
#include "tests/support/services.h"
#include "tests/support/statements.h"

#include <set>

namespace keywork::test::services_last_seen_test {

using namespace Qt::StringLiterals;

namespace {

KeyworkSession sessionOf(Id<Person> person, Id<Staff> staff, const QDateTime &at)
{
    KeyworkSession session;
    session.personId = person;
    session.staffId = staff;
    session.startsAt = at;
    session.minutes = 30;
    session.place = u"side room"_s;
    return session;
}

/// Ben came on 3 August; it is 14 September, 09:42 on the house's clock.
struct Seen {
    TestHostel hostel;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const QDateTime now = hostel.clock.now();

    Services &services() { return hostel.services(); }
    Records &records() { return hostel.services().records; }
    Id<Staff> me() { return records().session().staff(); }
    QDateTime ago(int minutes) const { return now.addSecs(-60LL * minutes); }
    std::optional<Sighting> last(Id<Person> person)
    {
        const auto all = need(lastSeenOf(records().database(), {person.value}, records().clock().latest()));
        return all.contains(person.value) ? std::optional(all.value(person.value)) : std::nullopt;
    }
    /// The moment and the kind, as "timed_check 08:40".
    QString said()
    {
        const auto one = last(ben.id);
        if (!one)
            return u"never"_s;
        return one->kind + u' ' + hostel.clock.local(one->at).toString(u"dd HH:mm"_s) + (one->onlyDay ? u" about"_s : QString());
    }
    Kept<ContactNote> note(int minutesAgo, bool onPhone = false)
    {
        return need(records().add(ContactNote{ben.id, ago(minutesAgo), u"at the desk"_s, onPhone}));
    }
    Kept<CheckSeries> series()
    {
        return need(records().add(CheckSeries{.personId = ben.id, .fromAt = ago(600), .everyMinutes = 60, .watcherId = me()}));
    }
};

QStringList seenRows(Database &database)
{
    QStringList rows;
    Query query(database, u"SELECT kind, record, person, at, only_day, by FROM seen ORDER BY 1, 2, 3"_s);
    need(query.run());
    while (query.next())
        rows.append(QStringList{query.text(0), query.text(1), query.text(2), query.text(3), query.text(4), query.text(5)}.join(u' '));
    return rows;
}

} // namespace

TEST_CASE("Arriving is being seen, and a check tells only when somebody was there")
{
    Seen at;
    CHECK(at.said() == u"stay 03 23:59 about"_s); // no time was said: the latest that it can have been
    const auto series = at.series();
    struct {
        CheckResult result;
        bool isSeen;
    } const cases[] = {{CheckResult::Spoke, true}, {CheckResult::Roused, true}, {CheckResult::BreathingCounted, true},
        {CheckResult::CouldNotRouse, true}, {CheckResult::ChoseNotWoken, false}, {CheckResult::NotFound, false},
        {CheckResult::NotDone, false}};
    int minutes = 60;
    for (const auto &one : cases) {
        INFO(codeOf(one.result));
        TimedCheck check{.personId = at.ben.id, .seriesId = series.id, .doneAt = at.ago(minutes), .result = one.result};
        check.breaths = one.result == CheckResult::BreathingCounted ? std::optional<qint64>(14) : std::nullopt;
        check.note = u"no key"_s;
        const auto kept = need(at.records().add(check));
        const auto last = at.last(at.ben.id);
        CHECK((last && last->kind == u"timed_check" && last->record == kept.id.value) == one.isSeen);
        --minutes;
    }
}

TEST_CASE("Keywork, notes, appointments, medicine, supplies and groups say that somebody was seen, and when they do not")
{
    Seen at;
    Records &records = at.records();
    auto keptSession = need(records.add(sessionOf(at.ben.id, at.me(), at.ago(500))));
    CHECK(at.said().startsWith(u"stay"_s)); // planned
    keptSession.value.outcome = KeyworkOutcome::Held;
    keptSession = need(records.amend(keptSession));
    CHECK(at.said() == u"keywork_session 14 01:22"_s);
    at.note(490, true);
    CHECK(at.said() == u"keywork_session 14 01:22"_s); // on the telephone
    at.note(480);
    CHECK(at.said() == u"contact_note 14 01:42"_s);
    Appointment appointment;
    appointment.personId = at.ben.id;
    appointment.withWhom = u"GP"_s;
    appointment.purpose = u"Review"_s;
    appointment.startsAt = at.ago(400);
    appointment.outcome = AppointmentOutcome::Kept;
    auto kept = need(records.add(appointment));
    CHECK(at.said() == u"contact_note 14 01:42"_s); // nobody of the team went along
    kept.value.goesAlongId = at.me();
    need(records.amend(kept));
    CHECK(at.said() == u"appointment 14 03:02"_s);
    need(records.add(SupplyVisit{.at = at.ago(300), .personId = at.ben.id}));
    CHECK(at.said() == u"supply_visit 14 04:42"_s);
    need(records.add(SeemedIntoxicated{.personId = at.ben.id, .seenAt = at.ago(200), .signs = u"drowsy"_s}));
    CHECK(at.said() == u"seemed_intoxicated 14 06:22"_s);
    const auto group = need(records.add(GroupActivity{.what = u"Breakfast"_s, .kind = {u"other"_s}, .startsAt = at.ago(100)}));
    need(records.add(GroupPerson{.activityId = group.id, .personId = at.ben.id, .came = GroupCame::DidNotCome}));
    CHECK(at.said() == u"seemed_intoxicated 14 06:22"_s);
    auto came = need(records.of<GroupPerson>("activity_id", group.id)).first();
    came.value.came = GroupCame::Came;
    need(records.amend(came));
    CHECK(at.said() == u"group_person 14 08:02"_s);
    auto moved = group; // when it was, the whole one says
    moved.value.startsAt = at.ago(90);
    moved = need(records.amend(moved));
    CHECK(at.said() == u"group_person 14 08:12"_s);
    need(records.withdraw(recordType<GroupActivity>(), moved.id.value, moved.version, u"it was another day"_s));
    CHECK(at.said() == u"seemed_intoxicated 14 06:22"_s);
}

TEST_CASE("A medicine that they collected themselves says the day, and by nobody of the team")
{
    Seen at;
    Prescription script{.personId = at.ben.id, .medicine = {u"methadone"_s}, .form = MedicineForm::Liquid};
    script.dose = script.amount = Decimal::fromWhole(35);
    script.strength = Decimal::fromWhole(1);
    script.fromOn = QDate(2026, 9, 7);
    script.untilOn = QDate(2026, 9, 20);
    script.pickupDays = u"1_mon,2_tue,3_wed,4_thu,5_fri,6_sat,7_sun"_s;
    const auto kept = need(at.records().add(script));
    Collection collection{.personId = at.ben.id, .prescriptionId = kept.id, .dueOn = QDate(2026, 9, 12)};
    collection.outcome = CollectionOutcome::NotCollected;
    need(at.records().add(collection));
    CHECK(at.said().startsWith(u"stay"_s));
    collection.dueOn = QDate(2026, 9, 13);
    collection.outcome = CollectionOutcome::Collected;
    need(at.records().add(collection));
    CHECK(at.said() == u"collection 13 23:59 about"_s);
    CHECK(at.last(at.ben.id)->by == 0);
    const auto told = need(at.services().lastSeen.told(at.ben.id));
    REQUIRE(told);
    CHECK(told->by.isEmpty());
    CHECK(told->onlyDay);
}

TEST_CASE("Of a day that was written down on that day, the moment of writing is the latest that it can have been")
{
    Seen at;
    need(at.records().add(
        NightsAway{.personId = at.ben.id, .fromOn = QDate(2026, 9, 11), .expectedOn = QDate(2026, 9, 13), .backOn = QDate(2026, 9, 14)}));
    CHECK(at.said() == u"nights_away 14 09:42 about"_s);
}

TEST_CASE("What was entered in error, taken back or changed says it no more, and an opening writes the same anew")
{
    Seen at;
    const auto first = at.note(120);
    auto second = at.note(60);
    CHECK(at.said() == u"contact_note 14 08:42"_s);
    second.value.seenAt = at.ago(180);
    second = need(at.records().amend(second));
    CHECK(at.said() == u"contact_note 14 07:42"_s);
    need(at.records().withdraw(recordType<ContactNote>(), first.id.value, first.version, u"somebody else"_s));
    CHECK(at.said() == u"contact_note 14 06:42"_s);
    need(at.services().undo.last(u"it was them"_s));
    CHECK(at.said() == u"contact_note 14 07:42"_s);
    const QStringList rows = seenRows(at.records().database());
    CHECK(rows.size() == 3);
    need(forgetHappenings(at.records().database()));
    at.hostel.reopen();
    CHECK(seenRows(at.records().database()) == rows);
}

TEST_CASE("What is still to come was not seen yet, and a record of one who goes stays with nobody")
{
    Seen at;
    const auto note = at.note(30);
    at.hostel.clock.set(at.ago(60)); // the clock was set back: what the history reached counts
    CHECK(at.said() == u"contact_note 14 09:12"_s);
    at.hostel.clock.set(at.now);
    need(eraseRecord(at.records().database(), {u"person"_s, at.ben.id.value}));
    CHECK(seenRows(at.records().database()).isEmpty());
    Q_UNUSED(note)
}

TEST_CASE("Two records of one person that become one are seen as one")
{
    Seen at;
    const auto twice = aPerson().called(u"Benny"_s, u"Barker"_s).in(at.hostel);
    need(at.records().add(ContactNote{twice.id, at.ago(10), u"on the stairs"_s}));
    const auto merged = need(at.services().merging.merge({at.ben.id, twice.id, {}, u"One man, put in twice"_s, true}));
    CHECK(at.said() == u"contact_note 14 09:32"_s);
    Q_UNUSED(merged)
}

TEST_CASE("A record that the reader may not read is told as a time and by whom, and what it was is not")
{
    Seen at;
    KeyworkSession session = sessionOf(at.ben.id, at.me(), at.ago(30));
    session.outcome = KeyworkOutcome::Held;
    const auto kept = need(at.records().add(session));
    const auto whole = need(at.services().lastSeen.told(at.ben.id));
    REQUIRE(whole);
    CHECK(whole->kind == &recordType<KeyworkSession>());
    CHECK(whole->record == kept.id.value);
    CHECK(whole->where == u"side room"_s);
    CHECK(whole->by == kManager);
    signInAs(at.hostel, u"Vera Doorkeeper"_s, Role::Volunteer);
    const auto told = need(at.services().lastSeen.told(at.ben.id));
    REQUIRE(told);
    CHECK(told->at == at.ago(30));
    CHECK(told->by == kManager);
    CHECK(told->kind == nullptr);
    CHECK(told->record == 0);
    CHECK(told->where.isEmpty());
    const auto list = need(at.services().lastSeen.of({at.ben.id.value}));
    CHECK(list.value(at.ben.id.value).at == at.ago(30));
}

TEST_CASE("Of a closed record nothing is told to whoever need not know, and to an auditor of nobody")
{
    Seen at;
    at.note(30);
    need(at.records().add(Restriction{at.ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    signInAs(at.hostel, u"Marlon Otis"_s, Role::Keyworker);
    CHECK(kindOfError(at.services().lastSeen.told(at.ben.id)) == ErrorKind::NeedToKnow);
    CHECK(kindOfError(at.services().lastSeen.standing(at.ben.id)) == ErrorKind::NeedToKnow);
    CHECK(need(at.services().lastSeen.of({at.ben.id.value})).isEmpty());
    at.hostel.reopen();
    signInAs(at.hostel, u"Ada Auditor"_s, Role::Auditor);
    CHECK(kindOfError(at.services().lastSeen.of({at.ben.id.value})) == ErrorKind::NotPermitted);
}

TEST_CASE("When many were last seen costs one statement, however many they are and however old the file is")
{
    Seen at;
    for (int i = 0; i < 20; ++i)
        at.note(10 * i + 5);
    QList<qint64> people{at.ben.id.value};
    const auto count
        = [&] { return statementsOf(at.records().database(), [&] { need(lastSeenOf(at.records().database(), people, at.now)); }); };
    CHECK(count() == 1);
    multiplyResidents(at.records().database(), 30);
    for (qint64 k = 1; k < 30; ++k)
        people.append(at.ben.id.value + k * 1'000'000);
    CHECK(count() == 1);
    const auto all = need(lastSeenOf(at.records().database(), people, at.now));
    CHECK(all.size() == 30);
    for (const Sighting &one : all)
        CHECK(one.at == at.ago(5));
}

TEST_CASE("Each kind that says when somebody was seen names columns that it has, and a person")
{
    std::set<QString> kinds;
    for (const RecordType *type : allKinds()) {
        if (!type->seen.at)
            continue;
        INFO(type->table);
        kinds.insert(QString::fromLatin1(type->table));
        CHECK(type->isAboutPerson());
        for (const char *columns : {type->seen.at, type->seen.timeOfDay, type->seen.by, type->seen.where})
            for (const QString &column : QString::fromLatin1(columns ? columns : "").split(u'|', Qt::SkipEmptyParts))
                CHECK((type->fieldNamed(column) || (headOf(*type) && headOf(*type)->fieldNamed(column))));
    }
    for (const QString &kind : {u"timed_check"_s, u"keywork_session"_s, u"contact_note"_s, u"appointment"_s, u"collection"_s,
             u"custody_entry"_s, u"supply_visit"_s, u"nights_away"_s, u"stay"_s, u"seemed_intoxicated"_s, u"assessment"_s,
             u"group_person"_s, u"missing_step"_s, u"missing_episode"_s})
        CHECK(kinds.contains(kind));
}

} // namespace keywork::test::services_last_seen_test
