// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/incident.h"
#include "core/domain/restriction.h"
#include "core/services/keeping/open_hostel.h"
#include "core/services/records/families.h"
#include "core/services/records/finding.h"
#include "core/services/records/history_lines.h"
#include "core/services/records/history_reader.h"
#include "core/services/records/listing.h"
#include "core/services/records/records.h"
#include "core/services/records/timeline.h"
#include "core/services/sharing/disclosures.h"
#include "core/storage/erasing.h"
#include "tests/support/statements.h"
#include "tests/support/trust.h"

namespace keywork::test::several_people_test {

using namespace Qt::StringLiterals;

namespace {

struct Somebody {
    Id<Person> id;
    QString name; ///< a word that stands nowhere else
};

Incident anIncident(const QString &what, QDateTime at = kNow.addSecs(-3600))
{
    Incident incident;
    incident.kind = {u"violence"_s};
    incident.happenedAt = at;
    incident.place = u"kitchen"_s;
    incident.whatHappened = what;
    return incident;
}

KeptRow asPart(const Somebody &somebody, const QString &about)
{
    IncidentPerson part;
    part.personId = somebody.id;
    part.role = {u"involved"_s};
    part.about = about;
    KeptRow row;
    row.row = toRow(part);
    return row;
}

KeptRow visitor(const QString &described)
{
    IncidentPerson part;
    part.who = InvolvedWho::Visitor;
    part.described = described;
    part.role = {u"witness"_s};
    KeptRow row;
    row.row = toRow(part);
    return row;
}

/// An incident as the quick log saves it: everybody's name in the text, a word of each in their own part.
Kept<Incident> logged(
    TestHostel &hostel, const QList<Somebody> &people, const QList<KeptRow> &others = {}, const QString &word = u"shouting"_s)
{
    QStringList said{word};
    QList<KeptRow> parts = others;
    for (const Somebody &one : people) {
        said.append(one.name + u" was there."_s);
        parts.append(asPart(one, u"About"_s + one.name));
    }
    Family family;
    family.head.row = toRow(anIncident(said.join(u' ')));
    family.parts = parts;
    return need(asKind<Incident>(need(hostel.services().families.save(family, u"put in by mistake"_s)).head));
}

Somebody somebody(TestHostel &hostel, const QString &name)
{
    return {aPerson().called(name, u"Xx"_s + name).arrived(QDate(2026, 9, 1)).in(hostel).id, name};
}

QString wholeFile(TestHostel &hostel)
{
    Database &database = hostel.services().records.database();
    QByteArray all;
    const int pages = valueOf(database, u"PRAGMA page_count"_s)->toInt();
    for (int page = 1; page <= pages; ++page)
        all += plainPage(database, page);
    return QString::fromLatin1(all).toLower();
}

void erase(TestHostel &hostel, Id<Person> person)
{
    need(eraseAgain(hostel.services().records.database(), {{u"person"_s, person.value}}, 1, kNow));
    auto job = hostel.hostel->rewriting(OpenHostel::Rewriting::Compaction);
    putInPlace(hostel, need(need(job)()));
}

} // namespace

TEST_CASE("An incident stands in the timeline and the history of everybody who was in it")
{
    TestHostel hostel;
    const Somebody ben = somebody(hostel, u"Bendigo"_s);
    const Somebody tom = somebody(hostel, u"Tomkin"_s);
    const Somebody zoe = somebody(hostel, u"Zoelia"_s);
    const auto incident = logged(hostel, {ben, tom});
    CHECK(incident.value.number == u"I-0001");
    for (const Somebody &one : {ben, tom}) {
        const auto page = need(hostel.services().timeline.page({.person = one.id, .kinds = {&recordType<Incident>()}}));
        REQUIRE(page.lines.size() == 1);
        CHECK(page.lines.first().at == kNow.addSecs(-3600));
        const auto history = need(hostel.services().history.ofPerson(one.id.value, true));
        CHECK(std::any_of(history.cbegin(), history.cend(), [](const HistoryLine &line) { return line.kind == u"incident"; }));
    }
    CHECK(need(hostel.services().timeline.page({.person = zoe.id, .kinds = {&recordType<Incident>()}})).lines.isEmpty());
}

TEST_CASE("A resident put in by mistake and taken out again leaves their timeline clean")
{
    TestHostel hostel;
    const Somebody ben = somebody(hostel, u"Bendigo"_s);
    const Somebody tom = somebody(hostel, u"Tomkin"_s);
    const auto incident = logged(hostel, {ben, tom});
    Family family = need(hostel.services().families.one(recordType<Incident>(), incident.id.value));
    REQUIRE(family.parts.size() == 2);
    family.parts.removeLast();
    need(hostel.services().families.save(family, u"put in by mistake"_s));
    CHECK(need(hostel.services().timeline.page({.person = tom.id, .kinds = {&recordType<Incident>()}})).lines.isEmpty());
    CHECK(need(hostel.services().timeline.page({.person = ben.id, .kinds = {&recordType<Incident>()}})).lines.size() == 1);
}

TEST_CASE("Nothing of an incident is kept when one of the people in it can't be")
{
    TestHostel hostel;
    const Somebody ben = somebody(hostel, u"Bendigo"_s);
    Family family;
    family.head.row = toRow(anIncident(u"shouting"_s));
    family.parts = {asPart(ben, u"hurt"_s), visitor(u"  "_s)};
    const auto saved = hostel.services().families.save(family, u"x"_s);
    REQUIRE_FALSE(bool(saved));
    REQUIRE(saved.error().violations.size() == 1);
    CHECK(saved.error().violations.first().column == u"1/described");
    CHECK(partOfColumn(u"1/described"_s) == std::pair(qsizetype(1), u"described"_s));
    CHECK(need(hostel.services().records.count(recordType<Incident>())) == 0);
}

TEST_CASE("What lies ahead can't have happened")
{
    TestHostel hostel;
    CHECK(hostel.services().records.check(toRow(anIncident(u"x"_s, kNow.addSecs(4 * 60)))).isEmpty());
    CHECK(hostel.services().records.check(toRow(anIncident(u"x"_s, kNow.addSecs(6 * 60))))
        == Violations{{u"happened_at"_s, Rule::InTheFuture, {}}});
}

TEST_CASE("Volunteers add what they saw and can't read or change it afterwards")
{
    TestHostel hostel;
    const Somebody ben = somebody(hostel, u"Bendigo"_s);
    signInAs(hostel, u"Vera Volunteer"_s, Role::Volunteer);
    Family family;
    family.head.row = toRow(anIncident(u"a man fell on the stairs"_s));
    family.parts = {asPart(ben, u"hurt"_s)};
    const auto saved = need(hostel.services().families.save(family, u"x"_s));
    CHECK(kindOfError(hostel.services().records.one(recordType<Incident>(), saved.head.id)) == ErrorKind::NotPermitted);
    KeptRow changed = saved.head;
    changed.row.set(u"what_happened"_s, u"nothing"_s);
    CHECK(kindOfError(hostel.services().records.amend(changed)) == ErrorKind::NotPermitted);
    signInWith(hostel, kManager, kPassword);
    CHECK(need(hostel.services().families.one(recordType<Incident>(), saved.head.id)).parts.size() == 1);
}

TEST_CASE("Who need not know one of several people reads the incident without them, and can't save it so")
{
    TestHostel hostel;
    const Somebody ben = somebody(hostel, u"Bendigo"_s);
    const Somebody tom = somebody(hostel, u"Tomkin"_s);
    const auto incident = logged(hostel, {ben, tom});
    makeMember(hostel, u"Sam Shift"_s, Role::SupportWorker);
    need(hostel.services().records.add(Restriction{ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    signInWith(hostel, u"Sam Shift"_s, kTheirs);
    Services &services = hostel.services();
    const auto family = need(services.families.one(recordType<Incident>(), incident.id.value));
    CHECK(family.parts.size() == 1);
    CHECK_FALSE(family.head.row.text(u"what_happened"_s).contains(u"Bendigo"));
    CHECK(family.head.row.text(u"what_happened"_s).contains(u"Tomkin was there."));
    CHECK(need(services.finding.find(u"Bendigo was"_s)).isEmpty());
    CHECK(need(services.finding.find(u"AboutBendigo"_s)).isEmpty());
    CHECK(kindOfError(services.timeline.page({.person = ben.id})) == ErrorKind::NeedToKnow);
    CHECK(need(services.timeline.page({.person = tom.id, .kinds = {&recordType<Incident>()}})).lines.size() == 1);
    KeptRow changed = family.head;
    changed.row.set(u"place"_s, u"stairs"_s);
    CHECK(kindOfError(services.records.amend(changed)) == ErrorKind::NeedToKnow);
    CHECK(kindOfError(services.history.ofRecord(recordType<Incident>(), incident.id.value)) == ErrorKind::NeedToKnow);
    for (const HistoryLine &line : need(services.history.ofPerson(tom.id.value, true)))
        CHECK(line.kind != u"incident");
}

TEST_CASE("An incident that was about one resident alone goes with them; a visitor in it keeps it")
{
    TestHostel hostel;
    const Somebody ben = somebody(hostel, u"Bendigo"_s);
    const auto alone = logged(hostel, {ben}, {}, u"aloneword"_s);
    const auto withVisitor = logged(hostel, {ben}, {visitor(u"a man in a red coat"_s)}, u"visitorword"_s);
    erase(hostel, ben.id);
    CHECK(kindOfError(hostel.services().records.one(alone.id)) == ErrorKind::NotFound);
    CHECK(need(hostel.services().records.one(withVisitor.id)).value.whatHappened == u"visitorword ███ was there.");
    const QString file = wholeFile(hostel);
    CHECK_FALSE(file.contains(u"aloneword"));
    CHECK_FALSE(file.contains(u"bendigo"));
    CHECK(file.contains(u"red coat"));
    CHECK(verified(hostel).findings.isEmpty());
    CHECK(need(hostel.hostel->problems()).isEmpty());
}

TEST_CASE("Of one of several people who is erased no byte is left, and everybody else's incident stays whole")
{
    QRandomGenerator random(20261129);
    for (int round = 0; round < 4; ++round) {
        TestHostel hostel;
        QList<Somebody> house;
        for (const QString &name : {u"Bendigo"_s, u"Tomkin"_s, u"Zoelia"_s, u"Wilfrand"_s, u"Ostrava"_s})
            house.append(somebody(hostel, name));
        QList<std::pair<Kept<Incident>, QList<Somebody>>> incidents;
        for (int i = 0; i < 8; ++i) {
            QList<Somebody> in = house;
            std::shuffle(in.begin(), in.end(), random);
            in = in.mid(0, 1 + int(random.bounded(5)));
            incidents.append({logged(hostel, in, {}, u"plainword%1"_s.arg(i)), in});
        }
        const Somebody gone = house.at(int(random.bounded(house.size())));
        INFO("round " << round << ", " << gone.name.toStdString());
        erase(hostel, gone.id);
        CHECK_FALSE(wholeFile(hostel).contains(gone.name.toLower()));
        for (const auto &[incident, in] : incidents) {
            const bool wasIn = std::any_of(in.cbegin(), in.cend(), [&](const Somebody &one) { return one.id == gone.id; });
            const auto family = hostel.services().families.one(recordType<Incident>(), incident.id.value);
            if (wasIn && in.size() == 1) {
                CHECK(kindOfError(family) == ErrorKind::NotFound);
                continue;
            }
            CHECK(need(Result<Family>(family)).parts.size() == in.size() - (wasIn ? 1 : 0));
            const QString expected = QString(incident.value.whatHappened).replace(gone.name, u"███"_s);
            CHECK(family->head.row.text(u"what_happened"_s) == expected);
        }
        CHECK(verified(hostel).findings.isEmpty());
        CHECK(need(hostel.hostel->problems()).isEmpty());
    }
}

TEST_CASE("What is said of others names nobody whose record is restricted, in no part, filter or order")
{
    TestHostel hostel;
    const Somebody ben = somebody(hostel, u"Bendigo"_s);
    const Somebody tom = somebody(hostel, u"Tomkin"_s);
    Family family;
    family.head.row = toRow(anIncident(u"shouting"_s));
    family.head.row.set(u"place"_s, u"outside Bendigo's room"_s);
    family.parts = {asPart(ben, u"hurt"_s), asPart(tom, u"Bendigo hit him"_s), visitor(u"Bendigo's brother"_s)};
    const auto saved = need(hostel.services().families.save(family, u"x"_s));
    makeMember(hostel, u"Sam Shift"_s, Role::SupportWorker);
    need(hostel.services().records.add(Restriction{ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    signInWith(hostel, u"Sam Shift"_s, kTheirs);
    Services &services = hostel.services();
    const auto seen = need(services.families.one(recordType<Incident>(), saved.head.id));
    REQUIRE(seen.parts.size() == 2);
    for (const KeptRow &part : seen.parts)
        for (const QVariant &value : part.row.values)
            CHECK_FALSE(value.toString().contains(u"Bendigo"));
    CHECK(need(services.finding.find(u"Bendigo hit"_s)).isEmpty());
    const Listing listing(services.records);
    const RecordType &type = recordType<Incident>();
    CHECK(need(listing.page(type, {})).size() == 1);
    CHECK(need(listing.page(type, {.anyOf = {{u"place"_s, Filter::Comparison::Contains, u"Bendigo"_s}}})).isEmpty());
    CHECK(need(listing.page(type, {.orderBy = u"place"_s})).isEmpty());
    CHECK(need(listing.page(type, {.orderBy = u"what_happened"_s})).size() == 1); // nobody is named there
    CHECK(need(listing.page(type, {.anyOf = {{u"number"_s, Filter::Comparison::Contains, u"I-0001"_s}}})).size() == 1);
    KeptRow part = seen.parts.first();
    part.row.set(u"about"_s, u"nothing"_s);
    CHECK(kindOfError(services.records.amend(part)) == ErrorKind::NeedToKnow);
}

namespace {

const QString kRemoved = u"███"_s;

/// Eight incidents in places some of which are called after somebody.
void logSome(TestHostel &hostel, const QList<Somebody> &house, QRandomGenerator &random)
{
    for (int i = 0; i < 8; ++i) {
        QList<Somebody> in = house;
        std::shuffle(in.begin(), in.end(), random);
        in = in.mid(0, 1 + int(random.bounded(5)));
        Family family;
        family.head.row = toRow(anIncident(u"word%1 "_s.arg(i) + (random.bounded(2) ? in.first().name : u"nobody"_s)));
        family.head.row.set(u"place"_s, random.bounded(2) ? u"near "_s + house.at(int(random.bounded(5))).name : u"kitchen"_s);
        for (const Somebody &one : in)
            family.parts.append(asPart(one, random.bounded(2) ? u"with "_s + in.last().name : u"unhurt"_s));
        need(hostel.services().families.save(family, u"x"_s));
    }
}

/// What the plain list shows tells which rows may be found or placed by these columns: those that show nothing as taken out.
QList<KeptRow> unchangedIn(const QList<KeptRow> &plain, const QStringList &columns)
{
    QList<KeptRow> rows = plain;
    rows.removeIf([&columns](const KeptRow &kept) {
        return std::any_of(
            columns.cbegin(), columns.cend(), [&kept](const QString &column) { return kept.row.text(column).contains(kRemoved); });
    });
    return rows;
}

QList<std::pair<qint64, Row>> sorted(const QList<KeptRow> &rows)
{
    QList<std::pair<qint64, Row>> all;
    for (const KeptRow &kept : rows)
        all.append({kept.id, kept.row});
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    return all;
}

} // namespace

TEST_CASE("A list that is filtered or ordered tells no more of a closed person than the plain one shows")
{
    QRandomGenerator random(20261130);
    qsizetype left = 0; // out of some list
    qsizetype stayed = 0; // in some list, with something taken out elsewhere
    for (int round = 0; round < 4; ++round) {
        TestHostel hostel;
        QList<Somebody> house;
        for (const QString &name : {u"Bendigo"_s, u"Tomkin"_s, u"Zoelia"_s, u"Wilfrand"_s, u"Ostrava"_s})
            house.append(somebody(hostel, name));
        logSome(hostel, house, random);
        makeMember(hostel, u"Sam Shift"_s, Role::SupportWorker);
        const Somebody closed = house.at(int(random.bounded(5)));
        need(hostel.services().records.add(Restriction{closed.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
        signInWith(hostel, u"Sam Shift"_s, kTheirs);
        const Listing listing(hostel.services().records);
        for (const RecordType *type :
            {static_cast<const RecordType *>(&recordType<Incident>()), static_cast<const RecordType *>(&recordType<IncidentPerson>())}) {
            const auto plain = need(listing.page(*type, {}));
            for (const Field &field : type->fields) {
                const QString column = QString::fromLatin1(field.column);
                INFO("round " << round << ", " << closed.name.toStdString() << ", " << type->table << '.' << field.column);
                const auto allowed = unchangedIn(plain, {column});
                left += plain.size() - allowed.size();
                for (const bool descending : {false, true})
                    CHECK(sorted(need(listing.page(*type, {.orderBy = column, .descending = descending}))) == sorted(allowed));
                if (field.kind != Kind::Text)
                    continue;
                for (const QString &word : {closed.name, house.first().name, u"kitchen"_s, u"word3"_s, u"near"_s, u"unhurt"_s}) {
                    auto expected = allowed;
                    expected.removeIf([&](const KeptRow &kept) { return !kept.row.text(column).contains(word, Qt::CaseInsensitive); });
                    const ListRequest request{.anyOf = {{column, Filter::Comparison::Contains, word}}};
                    CHECK(sorted(need(listing.page(*type, request))) == sorted(expected));
                    CHECK(need(listing.count(*type, request)) == expected.size());
                    const ListRequest filtered{.filters = {{column, Filter::Comparison::Contains, word}}};
                    CHECK(sorted(need(listing.page(*type, filtered))) == sorted(expected));
                }
            }
        }
        const auto byTime = need(listing.page(recordType<Incident>(), {.orderBy = u"happened_at"_s}));
        CHECK(byTime.size() == 8);
        stayed += byTime.size() - unchangedIn(byTime, {u"place"_s, u"what_happened"_s}).size();
    }
    CHECK(left > 0);
    CHECK(stayed > 0);
}

TEST_CASE("Who a part is about is said once: a wrong person is taken out and the right one added")
{
    TestHostel hostel;
    const Somebody ben = somebody(hostel, u"Bendigo"_s);
    const Somebody tom = somebody(hostel, u"Tomkin"_s);
    const auto incident = logged(hostel, {ben});
    Family family = need(hostel.services().families.one(recordType<Incident>(), incident.id.value));
    family.parts.first().row.set(u"person_id"_s, tom.id.value);
    const auto refused = hostel.services().families.save(family, u"x"_s);
    REQUIRE_FALSE(bool(refused));
    CHECK(refused.error().violations == Violations{{u"0/person_id"_s, Rule::RemoveAndAdd, {}}});
}

TEST_CASE("An incident that an erased person was only put into by mistake stays; a name at the start of a line goes")
{
    TestHostel hostel;
    const Somebody ben = somebody(hostel, u"Bendigo"_s);
    const Somebody tom = somebody(hostel, u"Tomkin"_s);
    Family alarm;
    alarm.head.row = toRow(anIncident(u"fire alarm, burnt toast"_s));
    alarm.parts = {asPart(ben, u"was there"_s)};
    alarm = need(hostel.services().families.save(alarm, u"x"_s));
    alarm.parts.clear();
    need(hostel.services().families.save(alarm, u"put in by mistake"_s));
    Family fight;
    fight.head.row = toRow(anIncident(u"A fight.\nBendigo hit first"_s));
    fight.parts = {asPart(ben, u"hurt"_s), asPart(tom, u"hurt"_s)};
    fight = need(hostel.services().families.save(fight, u"x"_s));
    erase(hostel, ben.id);
    CHECK(need(hostel.services().records.one(recordType<Incident>(), alarm.head.id)).row.text(u"what_happened"_s)
        == u"fire alarm, burnt toast");
    CHECK(need(hostel.services().records.one(recordType<Incident>(), fight.head.id)).row.text(u"what_happened"_s)
        == u"A fight.\n███ hit first");
    CHECK_FALSE(wholeFile(hostel).contains(u"bendigo"));
    CHECK(verified(hostel).findings.isEmpty());
}

TEST_CASE("Whom a page of incidents is about, and which of them a closed person is in, is asked as often for one as for twelve")
{
    TestHostel hostel;
    QList<Somebody> house;
    for (const QString &name : {u"Bendigo"_s, u"Tomkin"_s, u"Zoelia"_s})
        house.append(somebody(hostel, name));
    for (int i = 0; i < 12; ++i)
        logged(hostel, house);
    makeMember(hostel, u"Kay Keyworker"_s, Role::Keyworker);
    need(hostel.services().records.add(Restriction{house.first().id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    signInWith(hostel, u"Kay Keyworker"_s, kTheirs);
    Services &services = hostel.services();
    Database &database = services.records.database();
    const auto rows = need(services.records.list(recordType<Incident>()));
    REQUIRE(rows.size() == 12);
    const auto cost = [&database](const std::function<void()> &work) { return statementsOf(database, work); };
    CHECK(cost([&] { need(services.records.peopleIn(rows)); }) == 1);
    CHECK(need(services.records.peopleIn(rows)) == QList<qint64>{house.at(1).id.value, house.at(2).id.value}); // each once
    CHECK(cost([&] { need(services.disclosures.aboutList(u"incident"_s, {house.at(1).id})); }) == cost([&] {
        need(services.disclosures.aboutList(u"incident"_s, {house.at(0).id, house.at(1).id, house.at(2).id}));
    }));
    const auto history = [&](int limit) { return cost([&] { need(services.history.ofPerson(house.at(1).id.value, true, limit)); }); };
    CHECK(history(8) == history(200)); // both read incidents and their parts
    CHECK(cost([&] { need(services.finding.find(u"Tomkin"_s)); })
        <= 30 + 24); // the index itself reads each of its 24 hits once, and looks into each of its parts
}

} // namespace keywork::test::several_people_test
