// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/domain/restriction.h"
#include "core/services/care/appointments.h"
#include "core/services/keeping/audit.h"
#include "core/services/records/history_reader.h"
#include "core/services/records/listing.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/records/timeline.h"
#include "core/services/services.h"
#include "core/storage/table.h"
#include "tests/support/multiplied.h"
#include "tests/support/services.h"
#include "tests/support/statements.h"
#include "tests/support/trust.h"

namespace keywork::test::residents_test {

using namespace Qt::StringLiterals;

namespace {

/// People with rooms, stages, alerts, plans and keyworkers here and there.
void fill(TestHostel &hostel, int count, QRandomGenerator &random)
{
    Records &records = hostel.services().records;
    QList<Id<Staff>> staff;
    for (const QString &name : {u"Ásta Jón"_s, u"bill"_s, u"Carol"_s})
        staff.append(need(records.add(Staff{.name = name, .role = Role::Keyworker})).id);
    const QStringList given{u"Ben"_s, u"ben"_s, u"Élodie"_s, u"Zoe"_s, u"Mary Jane"_s};
    for (int i = 0; i < count; ++i) {
        const Id<Room> room
            = need(records.add(Room{u"%1"_s.arg(i % 3 == 0 ? u"Annexe %1"_s.arg(i) : QString::number(i)), {}, {}, false, false, {}})).id;
        PersonBuilder builder = aPerson().called(given.at(random.bounded(5)), u"Family %1"_s.arg(random.bounded(count)));
        if (random.bounded(3) > 0)
            builder.person.keyworkerId = staff.at(random.bounded(3));
        if (random.bounded(4) == 0)
            builder.person.preferredName = u"Nick"_s;
        builder.arrived(QDate(2026, 8, 1).addDays(random.bounded(20)), random.bounded(4) > 0 ? room : Id<Room>());
        const auto person = builder.in(hostel);
        std::optional<Id<StageEntry>> entered;
        for (int entry = random.bounded(3); entry > 0; --entry) {
            StageEntry stage;
            stage.personId = person.id;
            stage.fromOn = QDate(2026, 8, 20).addDays(random.bounded(3));
            stage.stage = Stage(random.bounded(5));
            stage.evidence = u"seen"_s;
            stage.assessedBy = {1};
            if (entered && random.bounded(2) == 0) {
                stage.correctsId = *entered;
                stage.correctionReason = u"wrong stage"_s;
            }
            entered = need(records.add(stage)).id;
        }
        if (random.bounded(2) == 0)
            need(records.add(Alert{person.id, {u"from_others"_s}, u"x"_s, {random.bounded(2) == 0 ? u"urgent"_s : u"know"_s},
                QDate(2026, 9, 1).addDays(random.bounded(20)), {}}));
    }
}

int urgencyOf(const ResidentLine &line)
{
    if (line.alerts.isEmpty())
        return 9;
    return line.alerts.first().priority.code == u"urgent" ? 0 : line.alerts.first().priority.code == u"watch" ? 1 : 2;
}

/// What a line is placed by, as a text; "~" stands last.
QString placeOf(const ResidentLine &line, ResidentOrder order)
{
    switch (order) {
    case ResidentOrder::Name:
        return folded(line.person.value.displayName());
    case ResidentOrder::Room:
        return line.room.isEmpty() ? u"~"_s : orderKey(line.room);
    case ResidentOrder::Stage:
        return line.stage ? QString::number(stageNumber(line.stage->stage)) : u"~"_s;
    case ResidentOrder::Alerts:
        return QString::number(urgencyOf(line));
    case ResidentOrder::Keyworker:
        return line.keyworker.isEmpty() ? u"~"_s : folded(line.keyworker);
    case ResidentOrder::Review:
        return line.plan.reviewOn ? line.plan.reviewOn->toString(Qt::ISODate) : u"~"_s;
    }
    return {};
}

QList<qint64> idsOf(const QList<ResidentLine> &lines)
{
    QList<qint64> ids;
    for (const ResidentLine &line : lines)
        ids.append(line.person.id.value);
    return ids;
}

QList<qint64> pageByPage(const People &people, ResidentsRequest request, int limit)
{
    QList<qint64> ids;
    request.limit = limit;
    do {
        const auto window = need(people.residents(request));
        ids += idsOf(window.lines);
        request.after = window.after;
    } while (request.after);
    return ids;
}

} // namespace

TEST_CASE("Residents stand in the order of any column, the same page by page as in one piece")
{
    TestHostel hostel;
    QRandomGenerator random(11);
    fill(hostel, 40, random);
    const People &people = hostel.services().people;
    for (const int order : {0, 1, 2, 3, 4, 5})
        for (const bool descending : {false, true}) {
            INFO("order " << order << descending);
            const ResidentsRequest request{.order = ResidentOrder(order), .descending = descending};
            const auto lines = need(people.residents(request)).lines;
            REQUIRE(lines.size() == 40);
            QStringList places;
            for (const ResidentLine &line : lines)
                places.append(placeOf(line, ResidentOrder(order)));
            const bool nothingLast = order != int(ResidentOrder::Name);
            QStringList there = places;
            there.removeIf([&](const QString &place) { return nothingLast && (place == u"~" || (order == 3 && place == u"9")); });
            CHECK(places.mid(0, there.size()) == there); // whoever has nothing there comes last, either way
            QStringList sorted = there;
            descending ? std::sort(sorted.begin(), sorted.end(), std::greater<>()) : std::sort(sorted.begin(), sorted.end());
            CHECK(there == sorted);
            for (const int limit : {1, 9, 40})
                CHECK(pageByPage(people, request, limit) == idsOf(lines));
        }
}

TEST_CASE("Everybody who ever left is reached by scrolling, however many they are")
{
    TestHostel hostel;
    need(hostel.services().records.together([&]() -> Done {
        for (int i = 0; i < 620; ++i) {
            PersonBuilder builder = aPerson().called(u"Person %1"_s.arg(i), u"Gone"_s).arrived(QDate(2026, 8, 3));
            builder.stay.leftOn = QDate(2026, 9, 1);
            builder.stay.destination = {u"friends"_s};
            builder.in(hostel);
        }
        return {};
    }));
    const People &people = hostel.services().people;
    const ResidentsRequest left{.group = ResidentGroup::Left};
    const auto ids = pageByPage(people, left, kPageRows);
    CHECK(ids.size() == 620);
    CHECK(QSet<qint64>(ids.cbegin(), ids.cend()).size() == 620);
    CHECK(need(people.count(left)) == 620);
    CHECK(need(people.groupSizes()) == std::array{0, 0, 0, 620});
    const ResidentsRequest some{.group = ResidentGroup::Left, .containing = u"PERSON 61"_s};
    CHECK(need(people.count(some)) == 11);
    CHECK(pageByPage(people, some, 4).size() == 11);
}

TEST_CASE("The list of residents is filtered by name, room, keyworker, stage and alert")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto room = need(records.add(Room{u"Garden 7"_s, {}, {}, false, false, {}}));
    const auto ben = aPerson().arrived(QDate(2026, 8, 3), room.id).in(hostel);
    auto builder = aPerson().called(u"Élodie"_s, u"Fox"_s).arrived(QDate(2026, 8, 3));
    builder.person.keyworkerId = {1};
    const auto elodie = builder.in(hostel);
    StageEntry stage;
    stage.personId = elodie.id;
    stage.fromOn = QDate(2026, 8, 4);
    stage.stage = Stage::InTreatment;
    stage.evidence = u"seen"_s;
    stage.assessedBy = {1};
    need(records.add(stage));
    need(records.add(Alert{ben.id, {u"from_others"_s}, u"x"_s, {u"know"_s}, QDate(2026, 9, 1), {}}));
    const auto found = [&](const ResidentsRequest &request) { return idsOf(need(hostel.services().people.residents(request)).lines); };
    using Ids = QList<qint64>;
    CHECK(found({.containing = u"elod"_s}) == Ids{elodie.id.value});
    CHECK(found({.containing = u"garden"_s}) == Ids{ben.id.value});
    CHECK(found({.containing = u"priya"_s}) == Ids{elodie.id.value});
    CHECK(found({.containing = u"%"_s}).isEmpty());
    CHECK(found({.containing = u"keeping"_s, .stages = {u"in_treatment"_s}}) == Ids{elodie.id.value});
    CHECK(found({.containing = u"others"_s, .alertKinds = {u"from_others"_s}}) == Ids{ben.id.value});
    CHECK(found({.containing = u"unass"_s, .unassigned = true}) == Ids{ben.id.value});
    CHECK(found({.group = ResidentGroup::MyKeywork}) == Ids{elodie.id.value});
}

TEST_CASE("A restricted record is found and placed by name and room alone")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto lena = aPerson().called(u"Lena"_s, u"Fox"_s).arrived(QDate(2026, 8, 3)).in(hostel);
    for (const auto &person : {ben.id, lena.id}) {
        StageEntry stage;
        stage.personId = person;
        stage.fromOn = QDate(2026, 8, 4);
        stage.stage = person == ben.id ? Stage::ChaoticNotInTreatment : Stage::Settled;
        stage.evidence = u"seen"_s;
        stage.assessedBy = {1};
        need(records.add(stage));
        need(records.add(Alert{person, {u"from_others"_s}, u"x"_s, {u"know"_s}, QDate(2026, 9, 1), {}}));
    }
    makeMember(hostel, u"Tomi Okoro"_s, Role::Keyworker);
    need(records.add(Restriction{ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    signInWith(hostel, u"Tomi Okoro"_s, kTheirs);
    const auto found = [&](const ResidentsRequest &request) { return idsOf(need(hostel.services().people.residents(request)).lines); };
    using Ids = QList<qint64>;
    CHECK(found({.containing = u"barker"_s}) == Ids{ben.id.value});
    CHECK(found({.containing = u"not in"_s, .stages = {u"chaotic_not_in_treatment"_s}}).isEmpty());
    CHECK(found({.containing = u"others"_s, .alertKinds = {u"from_others"_s}}) == Ids{lena.id.value});
    for (const ResidentOrder order : {ResidentOrder::Stage, ResidentOrder::Alerts})
        for (const bool descending : {false, true})
            CHECK(found({.order = order, .descending = descending}).last() == ben.id.value);
}

TEST_CASE("A list costs as many statements with two thousand residents as with forty")
{
    TestHostel hostel;
    Services &services = hostel.services();
    Database &database = services.records.database();
    const auto agency = anAgency(hostel);
    QList<Id<Person>> people;
    const auto add = [&](int count) {
        need(services.records.together([&]() -> Done {
            for (int i = 0; i < count; ++i) {
                people.append(aPerson().called(u"Person %1"_s.arg(people.size()), u"X"_s).arrived(QDate(2026, 8, 3)).in(hostel).id);
                Disclosure disclosure;
                disclosure.personId = people.last();
                disclosure.agencyId = agency.id;
                disclosure.reason = u"asked for"_s;
                if (const auto kept = Table(database, recordType<Disclosure>()).insert(toRow(disclosure), hostel.clock.now(), 1); !kept)
                    return kept.error();
            }
            return {};
        }));
    };
    const auto costs = [&] {
        const auto cost = [&](const std::function<void()> &work) { return statementsOf(database, work); };
        return QList<int>{
            cost([&] { need(services.people.residents(ResidentsRequest{.limit = kPageRows})); }),
            cost([&] { need(services.people.line(people.first())); }),
            cost([&] { need(services.people.groupSizes()); }),
            cost([&] { need(Listing(services.records).page(recordType<Disclosure>(), {.limit = kPageRows})); }),
            cost([&] { need(services.audit.list({.limit = 200})); }),
            cost([&] { need(services.timeline.page({.person = people.first()})); }),
            cost([&] { need(services.history.ofPerson(people.first().value, true)); }),
            cost([&] { need(services.appointments.attendance(people.first())); }),
        };
    };
    add(40);
    const QList<int> few = costs();
    multiplyResidents(database, 50);
    REQUIRE(need(services.people.groupSizes())[0] == 2000);
    REQUIRE(need(Listing(services.records).count(recordType<Disclosure>(), {})) == 2000);
    CHECK(costs() == few);
    CHECK(few.first() <= 10);
    CHECK(few.at(2) == 1);
}

} // namespace keywork::test::residents_test
