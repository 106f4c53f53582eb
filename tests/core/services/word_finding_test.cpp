// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/name_spelling.h"
#include "core/domain/agency.h"
#include "core/services/records/finding.h"
#include "core/services/records/records.h"
#include "core/storage/erasing.h"
#include "core/storage/query.h"
#include "core/storage/search.h"
#include "tests/support/services.h"
#include "tests/support/trust.h"

namespace keywork::test::word_finding_test {

namespace {

Alert noteAbout(Id<Person> person, const QString &text) { return {person, {u"other"_s}, text, {u"know"_s}, QDate(2026, 9, 1), {}}; }

/// The kinds of what is found, in order.
QStringList kindsFound(TestHostel &hostel, const QString &typed, int limit = 12)
{
    QStringList kinds;
    for (const Found &hit : need(hostel.services().finding.find(typed, limit)))
        kinds.append(hit.kind);
    return kinds;
}

bool findsNote(TestHostel &hostel, const QString &typed) { return kindsFound(hostel, typed).contains(u"alert"_s); }

} // namespace

TEST_CASE("Of a text the words are kept that people type in another way than they stand there, and no others")
{
    struct Case {
        QString text;
        QString typed;
    };
    const QList<Case> cases{
        {u""_s, u""_s},
        {u"nothing here, on 2026-09-14 or 10-12."_s, u""_s},
        {u"the residents' kitchen, café"_s, u""_s}, // accents are the index's own
        {u"Łódź"_s, u"lodz"_s},
        {u"in der Straße"_s, u"strasse"_s},
        {u"ẞ"_s, u"ss"_s},
        {u"Müller"_s, u"muller mueller"_s},
        {u"Jørgensen, Jørgensen"_s, u"jorgensen joergensen"_s},
        {u"Mrs O'Connor and Mr O’Hara"_s, u"oconnor ohara"_s},
        {u"Smith-Jones"_s, u"smithjones"_s},
        {u"McKay"_s, u"mackay"_s},
    };
    for (const Case &one : cases) {
        INFO(one.text.toStdString());
        CHECK(wordsAsTyped(one.text).toStdString() == one.typed.toStdString());
    }
}

TEST_CASE("A note is found by its words however they are typed")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    need(hostel.services().records.add(
        noteAbout(ben.id, u"Moved from Łódź; Mrs O'Connor of the Grüne Straße project (Smith-Jones & McDonald) knows him"_s)));
    for (const QString &typed : {u"łódź"_s, u"lodz"_s, u"Lodz"_s, u"oconnor"_s, u"o'connor"_s, u"O’Connor"_s, u"connor"_s, u"strasse"_s,
             u"straße"_s, u"STRASSE"_s, u"gruene strasse"_s, u"grune straße"_s, u"smithjones"_s, u"smith jones"_s, u"smith-jones"_s,
             u"mcdonald"_s, u"macdonald"_s, u"mc donald"_s, u"knows lodz"_s, u"lod"_s}) {
        INFO(typed.toStdString());
        CHECK(findsNote(hostel, typed));
    }
    for (const QString &typed : {u"lodza"_s, u"lodz nobody"_s, u"strase"_s, u"connors"_s}) {
        INFO(typed.toStdString());
        CHECK_FALSE(findsNote(hostel, typed));
    }
}

TEST_CASE("Agencies and contacts are found by their names before the notes that tell of them, as people type them")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    Agency agency;
    agency.name = u"O'Brien-Łukasz House"_s;
    agency.category = {u"drug_alcohol_treatment"_s};
    need(hostel.services().records.add(agency));
    for (int i = 0; i < 20; ++i)
        need(hostel.services().records.add(noteAbout(ben.id, u"told by O'Brien-Łukasz House, %1"_s.arg(i))));
    for (const QString &typed : {u"obrien"_s, u"o'brien"_s, u"lukasz"_s, u"brien lukasz"_s, u"lukasz house"_s}) {
        INFO(typed.toStdString());
        const QStringList kinds = kindsFound(hostel, typed);
        REQUIRE(kinds.size() == 12);
        CHECK(kinds.first() == u"agency"_s);
        CHECK(kinds.count(u"alert"_s) == 11);
    }
}

TEST_CASE("An older file learns how its words are typed at the next opening")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    need(hostel.services().records.add(noteAbout(ben.id, u"from Łódź"_s)));
    REQUIRE(findsNote(hostel, u"lodz"_s));
    tamper(hostel, u"UPDATE search_text SET plain = ''"_s);
    CHECK_FALSE(findsNote(hostel, u"lodz"_s));
    hostel.reopen();
    CHECK_FALSE(findsNote(hostel, u"lodz"_s)); // made by the same rules: nothing to do
    tamper(hostel, u"UPDATE derived SET made_by = 'earlier rules' WHERE what = 'search_text'"_s);
    hostel.reopen();
    CHECK(findsNote(hostel, u"lodz"_s));
    CHECK(need(hostel.hostel->problems()).isEmpty());
}

TEST_CASE("Erasing somebody takes how their words are typed, too")
{
    TestHostel hostel;
    const auto ben = aPerson().called(u"Łukasz"_s, u"O'Neil"_s).in(hostel);
    need(hostel.services().records.add(noteAbout(ben.id, u"from Łódź"_s)));
    Database &database = hostel.services().records.database();
    const auto typed = [&] {
        return need(valueOf(database, u"SELECT count(*) FROM search_text WHERE search_text MATCH 'lodz OR lukasz OR oneil'"_s)).toInt();
    };
    CHECK(typed() == 2);
    need(eraseRecord(database, {u"person"_s, ben.id.value}));
    CHECK(typed() == 0);
}

} // namespace keywork::test::word_finding_test
