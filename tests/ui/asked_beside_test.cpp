// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/records.h"
#include "tests/support/screen.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/shell/workspace.h"

#include <QClipboard>

namespace keywork::test::asked_beside_test {

using namespace Qt::StringLiterals;

namespace {

/// Ben's record open in a window.
struct AskedBeside {
    TestHostel hostel;
    Kept<Person> ben;
    MainWindow window{hostel.clock};
    Screen screen{window};

    AskedBeside()
    {
        auto builder = aPerson().arrived(QDate(2026, 8, 3));
        builder.person.nationality = u"British"_s;
        ben = builder.in(hostel);
        window.show();
        window.enter(shared(hostel));
        window.workspace()->openResident(ben.id);
        auto *page = qobject_cast<ResidentPage *>(window.workspace()->currentPage());
        REQUIRE(page);
        page->showTab(u"record"_s);
        Screen::settle();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
    }
    Person onFile() { return need(hostel.services().records.one(ben.id)).value; }
    QLineEdit *line(const QString &column) { return screen.find<QLineEdit>(column); }
    void leave(const QString &column)
    {
        QTest::keyClick(line(column), Qt::Key_Tab);
        Screen::settle();
    }
    bool asks(const QString &name)
    {
        for (const QPushButton *button : window.findChildren<QPushButton *>(name))
            if (button->isVisibleTo(&window))
                return true;
        return false;
    }
    /// The small list of reasons beside a field.
    QComboBox *noAnswerTo(const QString &label)
    {
        for (QComboBox *combo : window.findChildren<QComboBox *>())
            if (combo->accessibleName() == u"No answer to: "_s + label)
                return combo;
        REQUIRE(false);
        return nullptr;
    }
    void sayNotAsked()
    {
        QComboBox *reasons = noAnswerTo(u"Nationality"_s);
        reasons->setCurrentIndex(reasons->findData(u"not_asked"_s));
        Screen::settle();
    }
};

} // namespace

TEST_CASE("An unlikely date is asked about beside its field, kept when it is confirmed with the keyboard, and not asked again")
{
    AskedBeside at;
    at.screen.type(u"born_on"_s, u"1/1/1850"_s);
    at.leave(u"born_on"_s);
    CHECK(at.screen.shows(u"Tue 1 Jan 1850 is further away than usual here. Please check it."_s));
    at.screen.press(u"save"_s); // not answered: nothing is kept
    CHECK_FALSE(at.onFile().bornOn);
    REQUIRE(at.asks(u"born_on-right-yes"_s));
    CHECK(at.line(u"born_on"_s)->hasFocus());
    QTest::keyClick(at.line(u"born_on"_s), Qt::Key_Tab);
    auto *yes = at.screen.find<QPushButton>(u"born_on-right-yes"_s);
    CHECK(yes->hasFocus());
    CHECK(yes->accessibleName() == u"Tue 1 Jan 1850 is further away than usual here. Please check it. It is right"_s);
    QTest::keyClick(yes, Qt::Key_Space);
    Screen::settle();
    CHECK_FALSE(at.asks(u"born_on-right-yes"_s));
    at.screen.press(u"save"_s);
    CHECK(at.onFile().bornOn == PartialDate::fromText(u"1850-01-01"_s));
    at.screen.type(u"telephone"_s, u"07700 900123"_s);
    at.screen.press(u"save"_s);
    CHECK(at.onFile().telephone == u"07700 900123"_s);
}

TEST_CASE("A date that is changed after the question is asked about anew, a likely one is kept without a word")
{
    AskedBeside at;
    at.screen.type(u"born_on"_s, u"1/1/1850"_s);
    at.leave(u"born_on"_s);
    at.screen.press(u"born_on-right-yes"_s);
    at.screen.type(u"born_on"_s, u"1/1/1851"_s);
    at.leave(u"born_on"_s);
    REQUIRE(at.asks(u"born_on-right-no"_s));
    at.screen.press(u"born_on-right-no"_s);
    CHECK(at.line(u"born_on"_s)->hasFocus());
    at.screen.type(u"born_on"_s, u"3/2/81"_s);
    at.leave(u"born_on"_s);
    CHECK_FALSE(at.asks(u"born_on-right-no"_s));
    CHECK(at.line(u"born_on"_s)->text() == u"3 Feb 1981"_s);
    at.screen.press(u"save"_s);
    CHECK(at.onFile().bornOn == PartialDate::fromText(u"1981-02-03"_s));
}

TEST_CASE("The hint beside a birth date offers no words that mean nothing there")
{
    AskedBeside at;
    for (const QString &typed : {u"mon"_s, u"+1m"_s, u"30/2/1981"_s}) {
        at.screen.type(u"born_on"_s, typed);
        at.leave(u"born_on"_s);
        CHECK(at.screen.shows(u"There is no such date. Try 14/9/1981."_s));
        CHECK_FALSE(at.screen.shows(u"+2w"_s));
    }
    CHECK_FALSE(at.line(u"born_on"_s)->placeholderText().contains(u"+2w"_s));
}

TEST_CASE("\"Not asked yet\" on a field with an answer asks before the answer goes, and nothing is saved meanwhile")
{
    AskedBeside at;
    at.screen.type(u"telephone"_s, u"07700 900123"_s);
    at.sayNotAsked();
    CHECK(at.screen.shows(u"There is an answer here. Put “Not asked yet” in its place?"_s));
    at.screen.press(u"save"_s);
    CHECK(at.onFile().telephone.isEmpty());
    CHECK(at.screen.find<QPushButton>(u"nationality-replaced-yes"_s)->hasFocus());

    at.screen.press(u"nationality-replaced-no"_s);
    CHECK(at.noAnswerTo(u"Nationality"_s)->currentIndex() == 0);
    at.screen.press(u"save"_s);
    CHECK(at.onFile().nationality == u"British");
    CHECK(at.onFile().telephone == u"07700 900123");

    at.sayNotAsked();
    at.screen.press(u"nationality-replaced-yes"_s);
    CHECK(at.line(u"nationality"_s)->text().isEmpty());
    at.screen.press(u"save"_s);
    CHECK(at.onFile().nationality.isEmpty());
    CHECK(at.onFile().notSaid.reasons.value(u"nationality"_s, NotSaidReason::PrefersNot) == NotSaidReason::NotAsked);
}

TEST_CASE("An answer that is typed takes the note away that there was none")
{
    AskedBeside at;
    at.sayNotAsked();
    at.screen.type(u"nationality"_s, u"Irish"_s); // instead of an answer to the question
    CHECK_FALSE(at.asks(u"nationality-replaced-yes"_s));
    CHECK(at.noAnswerTo(u"Nationality"_s)->currentIndex() == 0);
    at.screen.press(u"save"_s);
    CHECK(at.onFile().nationality == u"Irish");
    CHECK(at.onFile().notSaid.reasons.isEmpty());
}

TEST_CASE("What is pasted with line breaks into one line shows and keeps blanks")
{
    AskedBeside at;
    auto *name = at.line(u"given_name"_s);
    name->setFocus();
    name->selectAll();
    QApplication::clipboard()->setText(u"Ben\r\nJames\nLee"_s);
    name->paste();
    Screen::settle();
    CHECK(name->text() == u"Ben James Lee"_s);
    CHECK(name->cursorPosition() == 13);
    at.screen.press(u"save"_s);
    CHECK(at.onFile().givenName == u"Ben James Lee");
}

} // namespace keywork::test::asked_beside_test
