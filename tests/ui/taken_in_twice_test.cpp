// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/restriction.h"
#include "core/domain/room.h"
#include "core/services/records/drafts.h"
#include "core/services/records/history_reader.h"
#include "core/services/records/records.h"
#include "tests/support/screen.h"
#include "tests/support/trust.h"
#include "ui/pages/residents/new_resident_page.h"
#include "ui/shell/find_box.h"
#include "ui/shell/workspace.h"

#include <QListWidget>

namespace keywork::test::taken_in_twice_test {

using namespace Qt::StringLiterals;

namespace {

/// Ben is on file, in room 7; the form of a new resident is open.
struct TakingIn {
    TestHostel hostel;
    Kept<Person> ben;
    MainWindow window{hostel.clock};
    Screen screen{window};

    TakingIn()
    {
        Room seven;
        seven.name = u"7"_s;
        const auto room = need(hostel.services().records.add(seven));
        auto builder = aPerson().born(u"1981-02-03"_s).arrived(QDate(2026, 8, 3), room.id);
        builder.person.nhsNumber = u"943 476 5919"_s;
        ben = builder.in(hostel);
        window.show();
    }
    void open()
    {
        window.enter(shared(hostel));
        window.workspace()->openNewResident();
        Screen::settle();
    }
    qsizetype onFile() { return need(hostel.services().records.all<Person>()).size(); }
};

} // namespace

TEST_CASE("A likely double is asked about at Save: go back, or take in somebody else")
{
    TakingIn at;
    at.open();
    at.screen.type(u"given_name"_s, u"ben"_s);
    at.screen.type(u"family_name"_s, u"barker"_s);
    at.screen.press(u"save"_s);
    CHECK(at.onFile() == 1);
    CHECK(at.screen.shows(u"Ben Barker · P-0001 · born 3 Feb 1981 · Room 7 is on file already: same name."_s));
    at.screen.press(u"goBack"_s);
    CHECK(at.onFile() == 1);
    CHECK(at.screen.find<QLineEdit>(u"family_name"_s)->text() == u"barker"_s);
    at.screen.press(u"save"_s); // nothing was answered
    at.screen.press(u"saveAnyway"_s);
    CHECK(at.onFile() == 2);
}

TEST_CASE("Nobody is asked about who was born on another day, or is only called alike")
{
    TakingIn at;
    at.open();
    at.screen.type(u"given_name"_s, u"Ben"_s);
    at.screen.type(u"family_name"_s, u"Barker"_s);
    at.screen.type(u"born_on"_s, u"5/6/1990"_s);
    at.screen.press(u"save"_s);
    CHECK(at.onFile() == 2);
}

TEST_CASE("An NHS number that is on file stops the save with who has it, and is kept with a reason")
{
    TakingIn at;
    at.open();
    at.screen.type(u"given_name"_s, u"Grace"_s);
    at.screen.type(u"family_name"_s, u"Adeyemi"_s);
    at.screen.type(u"nhs_number"_s, u"9434765919"_s);
    at.screen.press(u"save"_s);
    CHECK(at.onFile() == 1);
    CHECK(at.screen.shows(u"This number is on file already: Ben Barker · P-0001 has it."_s));
    at.screen.press(u"saveAnyway"_s); // not without a reason
    CHECK(at.onFile() == 1);
    at.screen.type(u"anywayReason"_s, u"the surgery mends it"_s);
    at.screen.press(u"saveAnyway"_s);
    REQUIRE(at.onFile() == 2);
    const auto lines = need(at.hostel.services().history.ofRecord(recordType<Person>(), 2));
    CHECK(lines.last().changes[u"reason"_s].toString() == u"the surgery mends it");
    CHECK(at.hostel.services().drafts.at({.kind = u"person"_s}).isEmpty());
}

TEST_CASE("Whose number it is stays unsaid when that record is restricted")
{
    TakingIn at;
    need(at.hostel.services().records.add(Restriction{at.ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    makeMember(at.hostel, u"Tomi Okoro"_s, Role::Keyworker);
    signInWith(at.hostel, u"Tomi Okoro"_s, kTheirs);
    at.open();
    at.screen.type(u"given_name"_s, u"Grace"_s);
    at.screen.type(u"family_name"_s, u"Adeyemi"_s);
    at.screen.type(u"born_on"_s, u"3/2/1981"_s);
    at.screen.type(u"nhs_number"_s, u"9434765919"_s);
    CHECK(Screen::waitFor([&] { return at.screen.shows(u"Nobody with a name like this."_s); }));
    at.screen.press(u"save"_s);
    CHECK(at.screen.shows(u"This number is on file already. Whose it is may not be shown to you"_s));
    CHECK_FALSE(at.screen.shows(u"Barker"_s));
}

TEST_CASE("A draft that came back shows who may be the same person, and says only what holds")
{
    TakingIn at;
    at.open();
    at.screen.type(u"given_name"_s, u"Mohammed"_s);
    at.screen.type(u"family_name"_s, u"ONeil-Smith"_s);
    at.screen.type(u"born_on"_s, u"3/2/1981"_s);
    at.window.lock();
    at.open();
    REQUIRE(at.screen.shows(u"This was typed earlier and not saved yet."_s));
    CHECK(at.screen.shows(u"“Take in” keeps it"_s));
    CHECK(at.screen.shows(u"P-0001 · born 3 Feb 1981 · Room 7 · same date of birth"_s));
    CHECK_FALSE(at.screen.shows(u"alike"_s));
}

TEST_CASE("Lines of a search tell people of one name apart")
{
    TakingIn at;
    aPerson().born(u"1990"_s).in(at.hostel);
    at.open();
    at.screen.type(u"find"_s, u"barker"_s);
    const auto *results = at.screen.find<QListWidget>(u"findResults"_s);
    REQUIRE(results->count() >= 2);
    CHECK(results->item(0)->text() == u"Ben Barker · P-0002 · born 1990"_s);
    CHECK(results->item(1)->text() == u"Ben Barker · P-0001 · born 3 Feb 1981 · Room 7"_s);
}

} // namespace keywork::test::taken_in_twice_test
