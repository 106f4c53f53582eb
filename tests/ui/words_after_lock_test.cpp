// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/person.h"
#include "core/domain/stay.h"
#include "core/services/records/people.h"
#include "tests/support/desk.h"
#include "tests/support/own_memory.h"

#include <catch2/catch.hpp>

namespace keywork::test::words_after_lock_test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHandful = 5; ///< copies of a word: stacks of threads keep what nobody frees

/// A copy on the heap, as every word of a record is; a literal would stand in the program itself.
QString onHeap(QStringView word) { return QString(word.data(), word.size()); }

/// One resident with words that stand nowhere else, and a shift that looks at everything of theirs.
struct Shift {
    Desk desk;
    Id<Person> person;
    const SoughtWord surname{u"Quillfeather"_s};
    const SoughtWord note{u"sleeps-lightly-wombat"_s};
    const SoughtWord typed{u"half-typed-heron"_s};
    const SoughtWord password{kPassword};

    Shift()
    {
        Services &services = desk.services();
        const QDate today = desk.made.clock.today();
        Person ada;
        ada.givenName = u"Ada"_s;
        ada.familyName = onHeap(u"Quillfeather");
        Stay stay;
        stay.referredOn = today;
        stay.arrivedOn = today;
        person = need(services.people.takeIn(ada, stay)).id;
        for (int i = 0; i < 30; ++i)
            need(services.records.add(Alert{person, {u"other"_s}, onHeap(u"sleeps-lightly-wombat"), {u"know"_s}, today, {}}));
        desk.open();
    }

    void openTab(const QString &tab)
    {
        Visit visit;
        visit.place = u"resident"_s;
        visit.person = person.value;
        visit.tab = tab;
        desk.window.workspace()->visit(visit);
        Screen::settle();
    }

    void work()
    {
        desk.signIn();
        Workspace &workspace = *desk.window.workspace();
        for (const QString &place : {u"today"_s, u"residents"_s, u"incidents"_s, u"appointments"_s, u"audit"_s}) {
            workspace.openPlace(place);
            Screen::settle();
        }
        for (const QString &tab : {u"overview"_s, u"record"_s, u"plan"_s, u"lists"_s, u"timeline"_s, u"sharing"_s, u"history"_s}) {
            openTab(tab);
        }
        openTab(u"record"_s);
        desk.screen.type(u"nationality"_s, onHeap(u"half-typed-heron"));
    }
};

} // namespace

TEST_CASE("After the lock, a change of user and the sign-out no more than a handful of a record's words is left in memory")
{
    const int ofTheTest = SoughtWord(kPassword).copies(); // its own constant
    Shift shift;
    shift.work();
    REQUIRE(shift.note.copies() > 20); // looking does find them
    const QString how = GENERATE(u"lock"_s, u"switch"_s, u"out"_s);
    bool isOut = how != u"out";
    if (how == u"lock")
        shift.desk.window.lock();
    else if (how == u"switch")
        shift.desk.window.switchUser();
    else
        shift.desk.window.signOut([&] { isOut = true; });
    REQUIRE(Screen::waitFor([&] { return isOut; }));
    Screen::settle();
    INFO(how.toStdString());
    CHECK(shift.surname.copies() <= kHandful);
    CHECK(shift.note.copies() <= kHandful);
    CHECK(shift.typed.copies() <= kHandful);
    CHECK(shift.password.copies() == ofTheTest);
}

} // namespace keywork::test::words_after_lock_test
