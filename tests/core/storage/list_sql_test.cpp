// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/restriction.h"
#include "core/services/records/listing.h"
#include "core/services/records/records.h"
#include "tests/support/services.h"
#include "tests/support/trust.h"

namespace keywork::test::list_sql_test {

using namespace Qt::StringLiterals;

namespace {

using enum Filter::Comparison;

void addAgency(TestHostel &hostel, const QString &name, const QString &telephone = {})
{
    Agency agency;
    agency.name = name;
    agency.category = {u"drug_alcohol_treatment"_s};
    agency.telephone = telephone;
    need(hostel.services().records.add(agency));
}

QStringList namesOf(TestHostel &hostel, const ListRequest &request)
{
    QStringList names;
    for (const Kept<Agency> &agency : need(hostel.services().records.all<Agency>(request)))
        names.append(agency.value.name);
    return names;
}

QStringList namesWith(TestHostel &hostel, const Filter &filter) { return namesOf(hostel, {.filters = {filter}}); }

QList<qint64> idsOf(const QList<KeptRow> &rows)
{
    QList<qint64> ids;
    for (const KeptRow &row : rows)
        ids.append(row.id);
    return ids;
}

/// A stay whose days may be missing, some alike.
void addStays(TestHostel &hostel, int count)
{
    QRandomGenerator random(20260914);
    for (int i = 0; i < count; ++i) {
        const auto person = aPerson().called(u"Person %1"_s.arg(random.bounded(40)), u"Of Many"_s).in(hostel);
        auto stay = need(hostel.services().records.of<Stay>("person_id", person.id)).first();
        stay.value.referredOn = QDate(2026, 6, 1).addDays(random.bounded(10));
        if (random.bounded(2) == 0)
            stay.value.expectedOn = QDate(2026, 10, 1).addDays(random.bounded(5));
        stay.value.belongingsSeen = {random.bounded(2) == 0 ? u"elsewhere"_s : u"with_them"_s};
        need(hostel.services().records.amend(stay));
    }
}

} // namespace

TEST_CASE("A list holds what was typed anywhere, without case and accents, and percent signs mean themselves")
{
    TestHostel hostel;
    addAgency(hostel, u"Café Élan"_s);
    addAgency(hostel, u"100% Recovery"_s);
    addAgency(hostel, u"Under_score"_s);
    addAgency(hostel, u"100 Steps"_s);
    CHECK(namesWith(hostel, {u"name"_s, Contains, u"ELAN"_s}) == QStringList{u"Café Élan"_s});
    CHECK(namesWith(hostel, {u"name"_s, Contains, u"0%"_s}) == QStringList{u"100% Recovery"_s});
    CHECK(namesWith(hostel, {u"name"_s, Contains, u"_"_s}) == QStringList{u"Under_score"_s});
    CHECK(namesWith(hostel, {u"name"_s, Contains, u"' OR 1=1"_s}).isEmpty());
    CHECK(namesWith(hostel, {u"name"_s, Contains, u""_s}).size() == 4);
}

TEST_CASE("A list of values finds these and nothing else, and an empty one finds nothing")
{
    TestHostel hostel;
    for (const QString &name : {u"A"_s, u"B"_s, u"C"_s})
        addAgency(hostel, name);
    CHECK(namesWith(hostel, {u"name"_s, In, QVariantList{u"A"_s, u"C"_s, u"\"D"_s}}) == QStringList{u"A"_s, u"C"_s});
    CHECK(namesWith(hostel, {u"id"_s, In, idList({2, 3})}) == QStringList{u"B"_s, u"C"_s});
    CHECK(namesWith(hostel, {u"name"_s, In, QVariantList()}).isEmpty());
    QVariantList many;
    for (int i = 0; i < 100'000; ++i)
        many.append(i);
    CHECK(namesWith(hostel, {u"id"_s, In, many}).size() == 3);
    CHECK(namesOf(hostel, {.anyOf = {{u"name"_s, Equals, u"A"_s}, {u"name"_s, Contains, u"b"_s}}}) == QStringList{u"A"_s, u"B"_s});
    CHECK(kindOfError(hostel.services().records.list(recordType<Agency>(), {.anyOf = {{u"1=1 --"_s, Equals, 1}}})) == ErrorKind::Storage);
}

TEST_CASE("From one day until another includes both days")
{
    TestHostel hostel;
    for (int day = 1; day <= 5; ++day)
        aPerson().arrived(QDate(2026, 9, day)).in(hostel);
    const ListRequest request{.filters = {{u"arrived_on"_s, Between, u"2026-09-02"_s, u"2026-09-04"_s}}};
    CHECK(need(hostel.services().records.count(recordType<Stay>(), request)) == 3);
}

TEST_CASE("Records are found by whom they are about, and left out by it")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto lena = aPerson().called(u"Lena"_s, u"Fox"_s).in(hostel);
    const auto agency = anAgency(hostel);
    Records &records = hostel.services().records;
    const auto of = [&](const RecordType &type, Filter::Comparison comparison, const QList<qint64> &people) {
        return idsOf(need(records.list(type, {.filters = {{{}, comparison, idList(people)}}, .orderBy = u"id"_s})));
    };
    CHECK(of(recordType<Person>(), OfPeople, {ben.id.value}) == QList<qint64>{ben.id.value});
    CHECK(of(recordType<Person>(), NotOfPeople, {ben.id.value}) == QList<qint64>{lena.id.value});
    CHECK(of(recordType<Stay>(), OfPeople, {ben.id.value}).size() == 1);
    CHECK(of(recordType<Stay>(), NotOfPeople, {ben.id.value, lena.id.value}).isEmpty());
    CHECK(of(recordType<Stay>(), OfPeople, {}).isEmpty());
    CHECK(of(recordType<Stay>(), NotOfPeople, {}).size() == 2);
    CHECK(of(recordType<Agency>(), OfPeople, {ben.id.value}).isEmpty()); // about nobody
    CHECK(of(recordType<Agency>(), NotOfPeople, {ben.id.value}) == QList<qint64>{agency.id.value});
}

TEST_CASE("Page behind page is the whole list, in every order and in both directions, whatever is missing or alike")
{
    TestHostel hostel;
    addStays(hostel, 57);
    const RecordType &type = recordType<Stay>();
    const Listing listing(hostel.services().records);
    const QVariantList ranks{u"with_them"_s, u"elsewhere"_s}; // against the alphabet
    for (const QString &column :
        {u"id"_s, u"created_at"_s, u"referred_on"_s, u"expected_on"_s, u"belongings_seen"_s, u"person_id"_s, u""_s})
        for (const bool descending : {false, true})
            for (const int limit : {1, 7, 19, 57, 200})
                for (const bool ranked : {false, true}) {
                    ListRequest request{.orderBy = column, .descending = descending};
                    if (ranked && column == u"belongings_seen")
                        request.ranks = ranks.mid(0, 1 + limit % 2);
                    const auto whole = idsOf(need(listing.page(type, request)));
                    REQUIRE(whole.size() == 57);
                    INFO(column.toStdString() << descending << limit << ranked);
                    QList<qint64> pages;
                    request.limit = limit;
                    for (;;) {
                        const auto page = need(listing.page(type, request));
                        pages += idsOf(page);
                        if (page.size() < limit)
                            break;
                        request.after = placeBehind(type, request, page.last());
                    }
                    CHECK(pages == whole);
                }
    const auto rows = need(listing.page(type, {.orderBy = u"belongings_seen"_s, .ranks = ranks}));
    CHECK(rows.first().row.text(u"belongings_seen"_s) == u"with_them");
    CHECK(rows.last().row.text(u"belongings_seen"_s) == u"elsewhere");
    for (const bool descending : {false, true}) {
        const auto expected = need(listing.page(type, {.orderBy = u"expected_on"_s, .descending = descending}));
        CHECK_FALSE(expected.first().row.value(u"expected_on"_s).isNull());
        CHECK(expected.last().row.value(u"expected_on"_s).isNull()); // what has no day stands last
    }
}

TEST_CASE("Names stand without regard to case, page by page as well")
{
    TestHostel hostel;
    for (const QString &name : {u"beta"_s, u"Alpha"_s, u"alpha"_s, u"Gamma"_s, u"delta"_s})
        addAgency(hostel, name);
    CHECK(namesOf(hostel, {}) == QStringList{u"Alpha"_s, u"alpha"_s, u"beta"_s, u"delta"_s, u"Gamma"_s});
    const auto first = need(hostel.services().records.list(recordType<Agency>(), {.limit = 2}));
    CHECK(
        namesOf(hostel, {.limit = 2, .after = placeBehind(recordType<Agency>(), {}, first.last())}) == QStringList{u"beta"_s, u"delta"_s});
}

TEST_CASE("Names of people, rooms and contacts stand where somebody looks for them, up and down, page by page")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const QStringList inOrder{u"anna"_s, u"de Souza"_s, u"émile"_s, u"Emma"_s, u"MACDONALD"_s, u"Øystein"_s, u"Zoë"_s, u"علي"_s, u"李"_s};
    const QStringList rooms{u"2"_s, u"3a"_s, u"10"_s, u"007b"_s, u"Annexe 2"_s, u"annexe 10"_s};
    const auto ben = aPerson().called(u"Ben"_s, u"Barker"_s).in(hostel);
    for (auto name = inOrder.crbegin(); name != inOrder.crend(); ++name) {
        addAgency(hostel, *name);
        aPerson().called(*name, u"X"_s).in(hostel);
        need(records.add(Contact{ben.id, *name, {u"sibling"_s}, {}, {}, true, {}, {}}));
    }
    for (auto room = rooms.crbegin(); room != rooms.crend(); ++room)
        need(records.add(Room{*room, {}, {}, false, false, {}}));
    struct List {
        const RecordType &type;
        QString column;
        QStringList wanted;
    };
    QStringList people = inOrder;
    people.insert(1, u"Ben"_s);
    const QStringList roomsInOrder{u"2"_s, u"3a"_s, u"007b"_s, u"10"_s, u"Annexe 2"_s, u"annexe 10"_s};
    for (const List &list : {List{recordType<Agency>(), u"name"_s, inOrder}, List{recordType<Person>(), u"given_name"_s, people},
             List{recordType<Contact>(), u"name"_s, inOrder}, List{recordType<Room>(), u"name"_s, roomsInOrder}})
        for (const bool descending : {false, true}) {
            ListRequest request{.orderBy = list.column, .descending = descending, .limit = 2};
            QStringList found;
            for (;;) {
                const auto page = need(records.list(list.type, request));
                if (page.isEmpty())
                    break;
                for (const KeptRow &row : page)
                    found.append(row.row.text(list.column));
                request.after = placeBehind(list.type, request, page.last());
            }
            QStringList wanted = list.wanted;
            if (descending)
                std::reverse(wanted.begin(), wanted.end());
            INFO(list.type.table << ": " << found.join(u", "_s).toStdString());
            CHECK(found == wanted);
        }
    CHECK(QString::fromLatin1(recordType<Room>().orderBy) == u"name");
}

TEST_CASE("The next page of a list is found by its index, without sorting the whole")
{
    TestHostel hostel;
    Database &database = hostel.services().records.database();
    for (const RecordType *type :
        {static_cast<const RecordType *>(&recordType<Stay>()), static_cast<const RecordType *>(&recordType<Alert>())}) {
        const ListRequest request{.limit = 200, .after = After{u"2026-06-01"_s, 7}};
        Query plan(database, u"EXPLAIN QUERY PLAN "_s + listSql(*type, request));
        need(plan.bind(boundListValues(*type, request)).run());
        QStringList steps;
        while (plan.next())
            steps.append(plan.text(3));
        INFO(steps.join(u'\n').toStdString());
        CHECK(steps.size() == 1);
        CHECK(steps.first().startsWith(u"SEARCH "_s));
    }
}

TEST_CASE("Pages are full although some records are closed to whoever reads, and closed ones are not found by what they hold")
{
    TestHostel hostel;
    Records &all = hostel.services().records;
    QList<Id<Person>> people;
    for (int i = 0; i < 12; ++i) {
        const auto person = aPerson().called(u"Person %1"_s.arg(i), u"X"_s).arrived(QDate(2026, 9, 1)).in(hostel);
        people.append(person.id);
        need(all.add(Contact{person.id, u"Rose %1"_s.arg(i), {u"sibling"_s}, {}, {}, true, {}, {}}));
    }
    auto stay = need(all.of<Stay>("person_id", people.at(1))).first();
    stay.value.belongingsSeen = {u"nothing"_s};
    need(all.amend(stay));
    makeMember(hostel, u"Tomi Okoro"_s, Role::Keyworker);
    for (const int i : {0, 1, 4, 5})
        need(all.add(Restriction{people.at(i), u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    signInWith(hostel, u"Tomi Okoro"_s, kTheirs);
    const Records &records = hostel.services().records;
    const Listing listing(records);
    const RecordType &contact = recordType<Contact>();
    CHECK(need(listing.count(contact, {})) == 8);
    const auto page = need(listing.page(contact, {.orderBy = u"id"_s, .limit = 3}));
    CHECK(idsOf(page) == QList<qint64>{3, 4, 7});
    CHECK(idsOf(need(listing.all(contact, {.orderBy = u"id"_s}))) == QList<qint64>{3, 4, 7, 8, 9, 10, 11, 12});
    CHECK(need(listing.count(contact, {.anyOf = {{u"name"_s, Contains, u"Rose 1"_s}}})) == 2); // 10 and 11, not 1
    // A stay shows its room still; found by what the person brought along, it would say this.
    CHECK(need(listing.count(recordType<Stay>(), {})) == 12);
    CHECK(need(listing.count(recordType<Stay>(), {.anyOf = {{u"belongings_seen"_s, In, QVariantList{u"nothing"_s}}}})) == 0);
    CHECK(need(listing.page(recordType<Stay>(), {.orderBy = u"belongings_seen"_s})).size() == 8);
}

TEST_CASE("What a role may not read neither finds nor orders a list")
{
    TestHostel hostel;
    auto builder = aPerson();
    builder.person.conditions = u"epilepsy"_s;
    builder.in(hostel);
    makeMember(hostel, u"Vera Volunteer"_s, Role::Volunteer);
    signInWith(hostel, u"Vera Volunteer"_s, kTheirs);
    const Listing listing(hostel.services().records);
    if (!hostel.services().records.mayRead(recordType<Person>()))
        return;
    CHECK(need(listing.count(recordType<Person>(), {.anyOf = {{u"conditions"_s, Contains, u"epilepsy"_s}}})) == 0);
    CHECK(kindOfError(listing.page(recordType<Person>(), {.orderBy = u"conditions"_s})) == ErrorKind::NotPermitted);
}

} // namespace keywork::test::list_sql_test
