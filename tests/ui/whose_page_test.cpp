// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "tests/support/screen.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/resident/tabs.h"
#include "ui/shell/find_box.h"
#include "ui/shell/workspace.h"

#include <QAbstractItemView>
#include <QListWidget>

namespace keywork::test::whose_page_test {

using namespace Qt::StringLiterals;

namespace {

/// Two residents whose names have no word in common.
struct TwoPeople {
    TestHostel hostel;
    Kept<Person> ann = person(u"Annika"_s, u"Abernathy"_s);
    Kept<Person> bob = person(u"Boniface"_s, u"Brightwell"_s);
    MainWindow window{hostel.clock};
    Screen screen{window};

    TwoPeople()
    {
        window.resize(1366, 768);
        window.show();
        window.enter(shared(hostel));
        Screen::settle();
    }
    Kept<Person> person(const QString &given, const QString &family)
    {
        auto made = aPerson().called(given, family).arrived(QDate(2026, 8, 3)).in(hostel);
        Alert alert;
        alert.personId = made.id;
        alert.kind = {u"other"_s};
        alert.text = given + u" knows the way out"_s;
        alert.priority = {u"know"_s};
        alert.fromOn = QDate(2026, 9, 1);
        need(hostel.services().records.add(alert));
        return made;
    }
    Workspace &workspace() { return *window.workspace(); }
    void open(const Kept<Person> &who, const QString &tab)
    {
        workspace().visit(residentVisit(who.id.value, tab));
        Screen::settle();
    }
    /// As somebody types the name into Ctrl+K and presses Enter.
    void find(const QString &typed)
    {
        screen.shortcut(QKeySequence(u"Ctrl+K"_s));
        QTest::keyClicks(workspace().find(), typed);
        workspace().find()->search();
        QTest::keyClick(workspace().find(), Qt::Key_Return);
        Screen::settle();
    }
    /// All that can be read on the page, cells of lists and texts of fields too.
    QString inView() const
    {
        QStringList texts;
        for (const QWidget *widget : window.workspace()->currentPage()->findChildren<QWidget *>()) {
            if (!widget->isVisibleTo(&window))
                continue;
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                texts.append(label->text());
            if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                texts.append(button->text());
            if (const auto *line = qobject_cast<const QLineEdit *>(widget))
                texts.append(line->text());
            if (const auto *area = qobject_cast<const QPlainTextEdit *>(widget))
                texts.append(area->toPlainText());
            texts.append(widget->accessibleName());
            const auto *view = qobject_cast<const QAbstractItemView *>(widget);
            for (int row = 0; view && view->model() && row < view->model()->rowCount(); ++row)
                for (int column = 0; column < view->model()->columnCount(); ++column)
                    texts.append(view->model()->index(row, column).data().toString());
        }
        return texts.join(u'\n');
    }
    void checkShows(const Kept<Person> &who)
    {
        const Kept<Person> &other = who.id == ann.id ? bob : ann;
        const QString text = inView();
        INFO(text.toStdString());
        CHECK(text.contains(who.value.familyName));
        CHECK_FALSE(text.contains(other.value.familyName));
        CHECK_FALSE(text.contains(other.value.givenName));
    }
    /// Back or Forward until their record is open again.
    void step(void (Workspace::*by)(), const Kept<Person> &to)
    {
        for (int steps = 0; steps < 4; ++steps) {
            (workspace().*by)();
            Screen::settle();
            if (qobject_cast<ResidentPage *>(workspace().currentPage()) && inView().contains(to.value.familyName))
                return;
        }
        REQUIRE(false);
    }
    Person onFile(const Kept<Person> &who) { return need(hostel.services().records.one(who.id)).value; }
};

} // namespace

TEST_CASE("Each tab shows the one whom the header names: after Ctrl+K to somebody else, and Back and Forward between them")
{
    TwoPeople at;
    for (const ResidentTab &tab : residentTabs()) {
        INFO(tab.id);
        REQUIRE(tab.mayOpen(at.hostel.services()));
        const QString id = QString::fromLatin1(tab.id);
        at.open(at.ann, id);
        at.checkShows(at.ann);
        at.find(u"brightwell"_s);
        at.checkShows(at.bob);
        at.open(at.bob, id);
        at.checkShows(at.bob);
        at.step(&Workspace::back, at.ann);
        at.checkShows(at.ann);
        CHECK(qobject_cast<ResidentPage *>(at.workspace().currentPage())->tabName() == id);
        at.step(&Workspace::forward, at.bob);
        at.checkShows(at.bob);
    }
}

TEST_CASE("What is half typed about one resident is saved to nobody else, and comes back to them alone")
{
    TwoPeople at;
    at.open(at.ann, u"record"_s);
    at.screen.type(u"telephone"_s, u"07700 900111"_s);
    at.find(u"brightwell"_s);
    at.open(at.bob, u"record"_s);
    at.checkShows(at.bob);
    CHECK(at.screen.find<QLineEdit>(u"telephone"_s)->text().isEmpty());
    at.screen.shortcut(QKeySequence::Save);
    CHECK(at.onFile(at.ann).telephone.isEmpty());
    CHECK(at.onFile(at.bob).telephone.isEmpty());
    at.open(at.bob, u"record"_s);
    at.screen.type(u"telephone"_s, u"07700 900222"_s);
    at.workspace().back();
    Screen::settle();
    at.workspace().forward();
    Screen::settle();
    at.open(at.bob, u"record"_s);
    at.screen.shortcut(QKeySequence::Save);
    CHECK(at.onFile(at.bob).telephone == u"07700 900222");
    CHECK(at.onFile(at.ann).telephone.isEmpty());
    at.open(at.ann, u"record"_s);
    CHECK(at.screen.find<QLineEdit>(u"telephone"_s)->text() == u"07700 900111");
    at.screen.shortcut(QKeySequence::Save);
    CHECK(at.onFile(at.ann).telephone == u"07700 900111");
    CHECK(at.onFile(at.bob).telephone == u"07700 900222");
    CHECK(at.hostel.services().drafts.places().isEmpty());
}

} // namespace keywork::test::whose_page_test
