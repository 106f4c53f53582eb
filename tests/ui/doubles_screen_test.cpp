// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/merging.h"
#include "core/services/records/records.h"
#include "tests/support/screen.h"
#include "tests/support/services.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/residents/doubles_page.h"
#include "ui/shell/workspace.h"

#include <QRadioButton>

namespace keywork::test::doubles_screen_test {

using namespace Qt::StringLiterals;

namespace {

/// Ben Barker was taken in by telephone once more; the page for managers is open.
struct TwoOfBen {
    TestHostel hostel;
    Kept<Person> ben = taken(u"Ben"_s, {});
    Kept<Person> twice = taken(u"Benjamin"_s, u"020 7946 0123"_s);
    MainWindow window{hostel.clock};
    Screen screen{window};

    TwoOfBen()
    {
        window.resize(1366, 768);
        window.show();
        window.enter(shared(hostel));
        window.workspace()->openPlace(u"doubles"_s);
        Screen::settle();
        REQUIRE(qobject_cast<DoublesPage *>(window.workspace()->currentPage()));
    }
    Services &services() { return hostel.services(); }
    void enter(const QString &field)
    {
        QTest::keyClick(screen.find<QLineEdit>(field), Qt::Key_Return);
        Screen::settle();
    }

private:
    Kept<Person> taken(const QString &given, const QString &telephone)
    {
        auto builder = aPerson().called(given, u"Barker"_s).born(u"1980-05-12"_s);
        builder.person.telephone = telephone;
        return builder.in(hostel);
    }
};

} // namespace

TEST_CASE("A manager makes two records one, side by side, and parts them again with what came since named")
{
    TwoOfBen at;
    CHECK(at.screen.shows(u"same birth date, name alike"_s));
    at.screen.press(u"compare-"_s + at.ben.value.number);
    CHECK(at.screen.find<QRadioButton>(u"own-given_name"_s)->isChecked());
    CHECK(at.screen.find<QRadioButton>(u"other-telephone"_s)->isChecked());
    CHECK(at.screen.shows(u"Moves along: "_s + QString::fromUtf8(recordType<Stay>().titleMany) + u": 1."_s));
    at.screen.press(u"makeOne"_s);
    CHECK(need(at.services().records.all<MergedPerson>()).isEmpty()); // without a reason nothing happens, and nothing is lost
    at.screen.type(u"mergeBecause"_s, u"He says so himself"_s);
    at.screen.press(u"makeOne"_s);
    CHECK(need(at.services().records.all<MergedPerson>()).size() == 1);
    CHECK(need(at.services().records.one(at.ben.id)).value.telephone == u"020 7946 0123");
    CHECK(at.screen.shows(u"Nobody on file looks like somebody else."_s));

    // An old link leads to the record that stands.
    at.window.workspace()->openResident(at.twice.id);
    Screen::settle();
    CHECK(at.screen.shows(u"Ben Barker"_s));
    CHECK(at.screen.shows(at.ben.value.number));

    at.window.workspace()->openPlace(u"doubles"_s);
    Screen::settle();
    at.screen.press(u"part-"_s + at.twice.value.number);
    CHECK(at.screen.shows(u"Nothing was saved on the record since"_s));
    at.screen.type(u"askedBecause"_s, u"They are cousins"_s);
    at.enter(u"askedBecause"_s);
    CHECK(at.screen.shows(u"parted again"_s));
    CHECK(need(at.services().records.one(at.ben.id)).value.telephone.isEmpty());
}

TEST_CASE("Two records are found by name or number and compared by keyboard, and what is nobody's is named")
{
    TwoOfBen at;
    at.screen.name(u"staysNumber"_s, at.twice.value.number);
    at.screen.name(u"goesNumber"_s, u"P-0099"_s);
    at.enter(u"goesNumber"_s);
    CHECK(at.screen.shows(u"“P-0099” is nobody on file"_s));
    at.screen.name(u"goesNumber"_s, u"Barker"_s); // two are called so: nobody is chosen unseen
    at.enter(u"goesNumber"_s);
    CHECK(at.screen.shows(u"“Barker” is nobody on file, or more than one."_s));
    at.screen.name(u"goesNumber"_s, u"Ben Barker"_s);
    at.enter(u"goesNumber"_s);
    CHECK(at.screen.shows(u"This record stays:\nBenjamin Barker"_s));
    at.screen.name(u"goesNumber"_s, at.ben.value.number);
    at.enter(u"goesNumber"_s);
    CHECK(at.screen.shows(u"This record stays:\nBenjamin Barker"_s));
    at.screen.press(u"swap"_s);
    CHECK(at.screen.shows(u"This record stays:\nBen Barker"_s));
    at.screen.name(u"staysNumber"_s, at.ben.value.number);
    at.enter(u"staysNumber"_s);
    CHECK(at.screen.shows(u"These are one record already."_s));
}

TEST_CASE("Who is said to be somebody else is not asked about again, and keeps both records")
{
    TwoOfBen at;
    at.screen.press(u"different-"_s + at.ben.value.number);
    at.screen.press(u"askedKeep"_s); // without a reason: it stays open
    CHECK(need(at.services().records.all<DifferentPeople>()).isEmpty());
    at.screen.type(u"askedBecause"_s, u"Cousins, both were asked"_s);
    at.screen.press(u"askedKeep"_s);
    CHECK(need(at.services().records.all<DifferentPeople>()).size() == 1);
    CHECK(at.screen.shows(u"Nobody on file looks like somebody else."_s));
}

} // namespace keywork::test::doubles_screen_test
