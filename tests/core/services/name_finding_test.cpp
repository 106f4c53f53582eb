// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/restriction.h"
#include "core/services/records/finding.h"
#include "core/services/records/history_reader.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/storage/erasing.h"
#include "core/storage/migrator.h"
#include "core/storage/name_keys.h"
#include "tests/support/statements.h"
#include "tests/support/trust.h"

#include <algorithm>

namespace keywork::test::name_finding_test {

using namespace Qt::StringLiterals;

namespace {

struct Case {
    const char16_t *given;
    const char16_t *family;
    const char16_t *typed;
    bool found;
};

constexpr Case kCases[] = {
    {u"Siobhan", u"O’Connor", u"oconnor", true},
    {u"Siobhan", u"O’Connor", u"O'Connor", true},
    {u"Siobhan", u"O’Connor", u"o connor", true},
    {u"Sean", u"O'Hara", u"ohara", true},
    {u"Sean", u"O'Hara", u"O’Hara", true},
    {u"Mary-Jane", u"Smith-Jones", u"smithjones", true},
    {u"Mary-Jane", u"Smith-Jones", u"Smith Jones, Mary", true},
    {u"Mary-Jane", u"Smith-Jones", u"maryjane", true},
    {u"João", u"Béla", u"joao bela", true},
    {u"Łukasz", u"Żółć", u"lukasz", true},
    {u"Łukasz", u"Żółć", u"zolc", true},
    {u"Søren", u"Østergård", u"soren ostergard", true},
    {u"Đorđe", u"Đukić", u"dorde dukic", true},
    {u"Jürgen", u"Groß", u"gross", true},
    {u"Jürgen", u"Groß", u"juergen", true},
    {u"İbrahim", u"Işık", u"isik", true},
    {u"Ian", u"McDonald", u"mc donald", true},
    {u"Ian", u"McDonald", u"macdonald", true},
    {u"Iain", u"MacDonald", u"mcdonald", true},
    {u"Þór", u"Æsisson", u"thor aesisson", true},
    {u"Madonna", u"", u"madonna", true},
    {u"محمد", u"علي", u"محمد", true},
    {u"Li", u"Wu", u"li wu", true},
    {u"Li", u"Wu", u"lisa", false},
    {u"Ian", u"McDonald", u"mackay", false},
    // Found beside the file of cases.
    {u"Zoë", u"D’Souza", u"zoe dsouza", true},
    {u"Anne Marie", u"O Brien", u"annemarie obrien", true},
    {u"Jean-Luc", u"St. John", u"stjohn jean", true},
    {u"Françoise", u"L'Œuvre", u"loeuvre", true},
    {u"Thi", u"Nguyễn", u"nguyen", true},
    {u"Đorđe", u"Đukić", u"djordje djukic", true},
    {u"Åsa", u"Ångström", u"aasa angstrom", true},
    {u"Gülşen", u"Çağlar", u"gulsen caglar", true},
    {u"Kamran", u"Əliyev", u"aliyev", true},
    {u"Bob", u"van der Berg", u"vanderberg", true},
    {u"Bob", u"van der Berg", u"berg bob", true},
    {u"小明", u"王", u"王小明", true},
    {u"Алёна", u"Йорданова", u"алена", true},
    {u"مریم", u"علی", u"مريم علي", true},
    {u"Kai", u"ʻŌpūnui", u"opunui", true},
    {u"Patrick", u"McCarthy", u"MC CARTHY", true},
    {u"Siobhan", u"O’Connor", u"connor", true},
    {u"Ben", u"Barker", u"b barker", true},
    {u"Ben", u"Barker", u"bb", true},
    {u"Ｂｅｎ", u"Barker", u"barker, ben", true},
    {u"Noa", u"בן־דוד", u"בן דוד", true},
    {u"Ben", u"Barker", u"ben carter", false},
    {u"Jo", u"Hnson", u"john", false},
    {u"Mac", u"Miller", u"macmillan", false},
    {u"Ann", u"Ale", u"annabel", false},
};

QString text(const char16_t *typed) { return QString::fromUtf16(typed); }

bool finds(TestHostel &hostel, const QString &typed, Id<Person> person)
{
    const auto found = need(hostel.services().finding.find(typed));
    return std::any_of(found.cbegin(), found.cend(), [&](const Found &hit) { return hit.isName && hit.person == person.value; });
}

QStringList keysIn(Database &database)
{
    QStringList lines;
    Query query(database, u"SELECT kind, record, person, form, key, category FROM name_key ORDER BY 1, 2, 4, 5"_s);
    need(query.run());
    while (query.next())
        lines.append(QStringList{query.text(0), query.text(1), query.text(2), query.text(3), query.text(4), query.text(5)}.join(u' '));
    return lines;
}

QStringList named(TestHostel &hostel, const QString &given, const QString &family, const QString &born = {})
{
    QStringList names;
    for (const NearMatch &match : need(hostel.services().people.nearMatches(given, family, born)))
        names.append(match.person.value.displayName());
    return names;
}

} // namespace

TEST_CASE("A resident is found however the name is typed")
{
    TestHostel hostel;
    QList<Id<Person>> people;
    for (const Case &one : kCases)
        people.append(aPerson().called(text(one.given), text(one.family)).in(hostel).id);
    for (size_t i = 0; i < std::size(kCases); ++i) {
        const Case &one = kCases[i];
        INFO(text(one.given).toStdString() << ' ' << text(one.family).toStdString() << ": " << text(one.typed).toStdString());
        CHECK(finds(hostel, text(one.typed), people.at(qsizetype(i))) == one.found);
    }
}

TEST_CASE("A resident is found by their number as people say it, before anything else")
{
    TestHostel hostel;
    for (int i = 1; i <= 13; ++i)
        aPerson().called(u"Person"_s, QString(QChar(u'A' + i))).in(hostel);
    const auto other = aPerson().called(u"P13"_s, u"Thirteen"_s).in(hostel); // whose name looks like a number
    for (const QString &typed : {u"13"_s, u"p13"_s, u"P-13"_s, u"P-0013"_s, u"p 0013"_s}) {
        INFO(typed.toStdString());
        const auto found = need(hostel.services().finding.find(typed));
        REQUIRE_FALSE(found.isEmpty());
        CHECK(found.first().person == 13);
    }
    CHECK(finds(hostel, u"p13"_s, other.id));
}

TEST_CASE("Each is found once, by another name too, and no more when that name was an error")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto street = need(hostel.services().records.add(PersonName{ben.id, {u"street_name"_s}, u"O’Scouse"_s}));
    need(hostel.services().records.add(PersonName{ben.id, {u"earlier"_s}, u"Benedict Barker"_s}));
    CHECK(need(hostel.services().finding.find(u"barker"_s)).size() == 1);
    const auto found = need(hostel.services().finding.find(u"oscouse"_s));
    REQUIRE(found.size() == 1);
    CHECK(found.first().kind == u"person_name");
    CHECK(found.first().title == u"Ben Barker");
    CHECK(found.first().excerpt == u"O’Scouse");
    need(hostel.services().records.withdraw(recordType<PersonName>(), street.id.value, street.version, u"somebody else"_s));
    CHECK(need(hostel.services().finding.find(u"oscouse"_s)).isEmpty());
    auto edited = need(hostel.services().records.one(ben.id));
    edited.value.familyName = u"Żółć"_s;
    need(hostel.services().records.amend(edited));
    CHECK(finds(hostel, u"zolc"_s, ben.id));
    const auto present = need(hostel.services().records.one(ben.id));
    need(hostel.services().records.withdraw(recordType<Person>(), ben.id.value, present.version, u"an error"_s));
    CHECK_FALSE(finds(hostel, u"zolc"_s, ben.id));
    CHECK_FALSE(finds(hostel, u"benedict"_s, ben.id));
    need(hostel.services().records.reinstate(recordType<Person>(), ben.id.value));
    CHECK(finds(hostel, u"zolc"_s, ben.id));
}

TEST_CASE("A closed record is found by the name that lists show, and by nothing else")
{
    TestHostel hostel;
    auto builder = aPerson().called(u"Benedict"_s, u"O’Connor"_s).born(u"1981-02-03"_s).arrived(QDate(2026, 9, 1));
    builder.person.preferredName = u"Ben"_s;
    builder.person.nhsNumber = u"943 476 5919"_s;
    const auto ben = builder.in(hostel);
    need(hostel.services().records.add(PersonName{ben.id, {u"street_name"_s}, u"Scouse"_s}));
    need(hostel.services().records.add(Restriction{ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    makeMember(hostel, u"Tomi Okoro"_s, Role::Keyworker);
    signInWith(hostel, u"Tomi Okoro"_s, kTheirs);
    CHECK(finds(hostel, u"oconnor"_s, ben.id));
    CHECK(finds(hostel, u"ben o connor"_s, ben.id));
    for (const QString &typed : {u"benedict"_s, u"scouse"_s, u"p1"_s, u"1"_s, u"bo"_s, u"9434765919"_s, u"943 476"_s}) {
        INFO(typed.toStdString());
        CHECK_FALSE(finds(hostel, typed, ben.id));
    }
    // A near match by name alone, with nothing of what is closed; none by birth date or other names.
    const auto matches = need(hostel.services().people.nearMatches(u"Ben"_s, u"OConnor"_s, u"1981-02-03"_s));
    REQUIRE(matches.size() == 1);
    CHECK(matches.first().isClosed);
    CHECK(matches.first().name == NameLikeness::Same);
    CHECK_FALSE(matches.first().sameBirth);
    CHECK_FALSE(matches.first().person.value.bornOn.has_value());
    CHECK(matches.first().person.value.nhsNumber.isEmpty());
    CHECK(named(hostel, u"Scouse"_s, {}).isEmpty());
    CHECK(named(hostel, u"Mohammed"_s, u"Ali"_s, u"1981-02-03"_s).isEmpty());

    // The number stops the save without saying whose it is.
    auto other = aPerson().called(u"Grace"_s, u"Adeyemi"_s);
    other.person.nhsNumber = u"9434765919"_s;
    const auto refused = hostel.services().people.takeIn(other.person, other.stay);
    CHECK(kindOfError(refused) == ErrorKind::Invalid);
    CHECK(refused.error().violations == Violations{{u"nhs_number"_s, Rule::OnFileAlready, {}}});
}

TEST_CASE("Whoever may read nobody's record finds nobody by a key")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    CHECK(finds(hostel, u"bb"_s, ben.id));
    signInAs(hostel, u"Ada Auditor"_s, Role::Auditor);
    for (const QString &typed : {u"barker"_s, u"bb"_s, u"p1"_s})
        CHECK(need(hostel.services().finding.find(typed)).isEmpty());
    CHECK(kindOfError(hostel.services().people.nearMatches(u"Ben"_s, u"Barker"_s, {})) == ErrorKind::NotPermitted);
}

TEST_CASE("Near matches meet the same letters, and say only what holds")
{
    TestHostel hostel;
    aPerson().called(u"Łukasz"_s, u"Żółć"_s).in(hostel);
    const auto ben = aPerson().born(u"1981-02-03"_s).in(hostel);
    CHECK(named(hostel, u"Lukas"_s, u"Zolc"_s) == QStringList{u"Łukasz Żółć"_s});
    CHECK(named(hostel, u"Zolc"_s, u"Lukasz"_s) == QStringList{u"Łukasz Żółć"_s});
    const auto alone = need(hostel.services().people.nearMatches(u"Mohammed"_s, u"ONeil-Smith"_s, u"1981-02-03"_s));
    REQUIRE(alone.size() == 1);
    CHECK(alone.first().person.id == ben.id);
    CHECK(alone.first().sameBirth);
    CHECK(alone.first().name == NameLikeness::None);
    CHECK_FALSE(alone.first().isLikelyDouble);
    aPerson().called(u"Mohamed"_s, u"Oneil"_s).in(hostel);
    CHECK(named(hostel, u"Mohammed"_s, u"ONeil-Smith"_s, u"1981-02-03"_s) == QStringList{u"Mohamed Oneil"_s, u"Ben Barker"_s});
    CHECK(named(hostel, u"Mohamed"_s, u"Kay"_s, u"1981"_s) == QStringList{u"Mohamed Oneil"_s}); // a year says too little
    struct Expected {
        const char *given;
        const char *family;
        const char *born;
        NameLikeness name;
        bool isLikelyDouble;
    };
    for (const Expected &one :
        {Expected{"Ben", "Barker", "1981-02-03", NameLikeness::Same, true}, Expected{"Barker", "BEN", "", NameLikeness::Same, true},
            Expected{"Ben", "Barker", "1981", NameLikeness::Same, true}, Expected{"Ben", "Barker", "1990-01-01", NameLikeness::Same, false},
            Expected{"Ben", "Baker", "1981-02-03", NameLikeness::Alike, true}, Expected{"Ben", "Baker", "", NameLikeness::Alike, false},
            Expected{"Ben", "Xylander", "1981-02-03", NameLikeness::Part, true}, Expected{"Ben", "", "", NameLikeness::Part, false}}) {
        INFO(one.given << ' ' << one.family << ' ' << one.born);
        const auto matches
            = need(hostel.services().people.nearMatches(QLatin1String(one.given), QLatin1String(one.family), QLatin1String(one.born)));
        REQUIRE(matches.size() == 1);
        CHECK(matches.first().person.id == ben.id);
        CHECK(matches.first().name == one.name);
        CHECK(matches.first().isLikelyDouble == one.isLikelyDouble);
    }
}

TEST_CASE("A near match that differs by one slip in each name is found among many")
{
    TestHostel hostel;
    QRandomGenerator random(11);
    const auto word = [&random] {
        QString made(QChar(u'a' + random.bounded(12))); // none begins as Mc
        for (int length = 4 + random.bounded(6); made.size() < length;)
            made += QChar(u'a' + random.bounded(26));
        return made;
    };
    QList<std::pair<QString, QString>> people;
    need(hostel.services().records.together([&]() -> Done {
        for (int i = 0; i < 200; ++i) {
            people.append({word(), word()});
            if (const auto kept = hostel.services().records.add(aPerson().called(people.last().first, people.last().second).person); !kept)
                return kept.error();
        }
        return {};
    }));
    for (int i = 0; i < 200; i += 5) {
        QString given = people.at(i).first;
        QString family = people.at(i).second;
        given[random.bounded(given.size())] = QChar(u'a' + random.bounded(26));
        family.remove(random.bounded(family.size()), 1);
        INFO(given.toStdString() << ' ' << family.toStdString());
        CHECK(named(hostel, given, family).contains(people.at(i).first + u' ' + people.at(i).second));
    }
}

TEST_CASE("Near matches read the same number of statements, however many are on file")
{
    TestHostel hostel;
    aPerson().in(hostel);
    Database &database = hostel.services().records.database();
    const auto look = [&] { need(hostel.services().people.nearMatches(u"Ben"_s, u"Barker"_s, {})); };
    const int few = statementsOf(database, look);
    need(hostel.services().records.together([&]() -> Done {
        for (int i = 0; i < 100; ++i)
            if (const auto kept = hostel.services().records.add(aPerson().called(u"Zz%1"_s.arg(i), u"Qq"_s).person); !kept)
                return kept.error();
        return {};
    }));
    CHECK(statementsOf(database, look) == few);
    // No search of a name reads the keys of everybody.
    Query plan(database,
        u"EXPLAIN QUERY PLAN SELECT person FROM name_key WHERE form = 0 AND key >= 'a' AND key < 'b' AND category NOT IN ('health')"_s);
    need(plan.run());
    REQUIRE(plan.next());
    CHECK(plan.text(3).startsWith(u"SEARCH name_key USING COVERING INDEX name_key_form_key"_s));
}

TEST_CASE("An NHS or National Insurance number that is on file stops the save with who has it; a reason keeps it")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    auto first = aPerson();
    first.person.nhsNumber = u"943 476 5919"_s;
    first.person.nationalInsuranceNumber = u"AB 12 34 56 C"_s;
    const auto ben = first.in(hostel);
    auto again = aPerson().called(u"Benedict"_s, u"Barker"_s);
    again.person.nhsNumber = u"9434765919"_s;
    again.person.nationalInsuranceNumber = u"ab123456c"_s;
    const auto refused = hostel.services().people.takeIn(again.person, again.stay);
    CHECK(kindOfError(refused) == ErrorKind::Invalid);
    CHECK(refused.error().violations
        == Violations{{u"nhs_number"_s, Rule::OnFileAlready, u"Ben Barker · P-0001"_s},
            {u"national_insurance_number"_s, Rule::OnFileAlready, u"Ben Barker · P-0001"_s}});
    const auto despite = [&](const QString &reason) {
        return records.despiteDouble(reason, [&]() -> Done {
            const auto taken = hostel.services().people.takeIn(again.person, again.stay);
            return taken ? Done() : Done(taken.error());
        });
    };
    CHECK(kindOfError(despite(u"  "_s)) == ErrorKind::Invalid);
    need(despite(u"two sisters share a card until it is mended"_s));
    const auto lines = need(HistoryReader(records).ofRecord(recordType<Person>(), 2));
    CHECK(lines.first().changes[u"reason"_s].toString() == u"two sisters share a card until it is mended");
    // Once it was kept, the rest can be saved; giving it to a third is asked again, and so is bringing a record back.
    auto edited = need(records.one(Id<Person>{2}));
    edited.value.telephone = u"07700 900123"_s;
    need(records.amend(edited));
    auto third = need(records.one(aPerson().called(u"Una"_s, u"Fox"_s).in(hostel).id));
    third.value.nhsNumber = u"943-476-5919"_s;
    CHECK(kindOfError(records.amend(third)) == ErrorKind::Invalid);
    const auto second = need(records.one(Id<Person>{2}));
    need(records.withdraw(recordType<Person>(), 2, second.version, u"the same person"_s));
    CHECK(kindOfError(records.reinstate(recordType<Person>(), 2)) == ErrorKind::Invalid);
    const auto gone = need(records.one(ben.id));
    need(records.withdraw(recordType<Person>(), ben.id.value, gone.version, u"an error"_s));
    need(records.amend(third)); // nobody who is on file has it any more
    CHECK(verified(hostel).findings.isEmpty());
}

TEST_CASE("An older file gets its keys at the next opening, and the same as when they are written one by one")
{
    TestHostel hostel;
    const auto ben = aPerson().called(u"Łukasz"_s, u"O’Connor"_s).born(u"1981-02-03"_s).in(hostel);
    need(hostel.services().records.add(PersonName{ben.id, {u"street_name"_s}, u"Scouse"_s}));
    const QStringList once = keysIn(hostel.services().records.database());
    REQUIRE(once.contains(u"person 1 1 0 lukasz identity"_s));
    REQUIRE(once.contains(u"person_name 1 1 0 scouse identity"_s));
    // As a file that was made by other rules, or before there were keys.
    need(run(hostel.services().records.database(), u"DELETE FROM name_key"_s));
    need(forgetNameKeys(hostel.services().records.database()));
    CHECK_FALSE(finds(hostel, u"lukasz"_s, ben.id));
    hostel.reopen();
    CHECK(keysIn(hostel.services().records.database()) == once);
    CHECK(finds(hostel, u"lukasz"_s, ben.id));
}

TEST_CASE("Erasing a person takes every key of theirs, and nobody else's")
{
    TestHostel hostel;
    const auto ben = aPerson().born(u"1981-02-03"_s).in(hostel);
    need(hostel.services().records.add(PersonName{ben.id, {u"street_name"_s}, u"Scouse"_s}));
    const auto grace = aPerson().called(u"Grace"_s, u"Adeyemi"_s).in(hostel);
    Database &database = hostel.services().records.database();
    QStringList others = keysIn(database);
    others.removeIf([](const QString &line) { return !line.startsWith(u"person 2 2 "); });
    REQUIRE_FALSE(others.isEmpty());
    need(eraseRecord(database, {u"person"_s, ben.id.value}));
    CHECK(keysIn(database) == others);
    CHECK(finds(hostel, u"adeyemi"_s, grace.id));
}

TEST_CASE("People are found by the birth date that stands on file, and a room with who lives there now")
{
    TestHostel hostel;
    const auto seven = need(hostel.services().records.add(Room{u"7a"_s, {}, {}, false, false, {}}));
    const auto ben = aPerson().born(u"1981-02-03"_s).arrived(QDate(2026, 8, 3), seven.id).in(hostel);
    const auto lena = aPerson().called(u"Lena"_s, u"Fox"_s).born(u"1981-02"_s).in(hostel);
    const auto whoIs = [](const QList<Found> &found) {
        QStringList lines;
        for (const Found &one : found)
            lines.append(one.kind + u' ' + QString::number(one.record) + u' ' + one.title);
        return lines;
    };
    const Finding &finding = hostel.services().finding;
    const QString him = u"person %1 Ben Barker"_s.arg(ben.id.value);
    CHECK(whoIs(need(finding.born(*PartialDate::fromText(u"1981-02-03"_s)))) == QStringList{him});
    CHECK(whoIs(need(finding.born(*PartialDate::fromText(u"1981-02"_s)))) == QStringList{u"person %1 Lena Fox"_s.arg(lena.id.value)});
    CHECK(need(finding.born(*PartialDate::fromText(u"1981-02-04"_s))).isEmpty());
    const QString room = u"room %1 "_s.arg(seven.id.value);
    CHECK(whoIs(need(finding.inRoom(u" 7A "_s))) == QStringList{him, room});
    CHECK(need(finding.inRoom(u"7"_s)).isEmpty()); // another room's name
    hostel.clock.set(kNow.addDays(1));
    auto stay = *need(hostel.services().people.line(ben.id)).stay;
    stay.value.leftOn = QDate(2026, 9, 14);
    stay.value.destination = {u"friends"_s};
    need(hostel.services().people.saveStay(stay, stay.value));
    CHECK(whoIs(need(finding.inRoom(u"7a"_s))) == QStringList{room});
    need(hostel.services().accounts.confirmed(true));
    signInAs(hostel, u"Ada Auditor"_s, Role::Auditor);
    CHECK(kindOfError(hostel.services().finding.born(*PartialDate::fromText(u"1981-02-03"_s))) == ErrorKind::NotPermitted);
    CHECK(kindOfError(hostel.services().finding.inRoom(u"7a"_s)) == ErrorKind::NotPermitted);
}

} // namespace keywork::test::name_finding_test
