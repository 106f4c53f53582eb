// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/person.h"
#include "tests/support/large_text.h"
#include "tests/support/screen.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/resident/tab_line.h"
#include "ui/pages/resident/tabs.h"
#include "ui/shell/workspace.h"

#include <QMenu>

namespace keywork::test::tab_line_test {

using namespace Qt::StringLiterals;

namespace {

/// A resident's record in a window of that size.
struct OpenRecord {
    TestHostel hostel;
    MainWindow window;
    Id<Person> person;

    explicit OpenRecord(QSize size)
        : window(hostel.clock)
    {
        person = aPerson().arrived(QDate(2026, 8, 3)).in(hostel).id;
        window.resize(size);
        window.show();
        window.activateWindow();
        window.enter(shared(hostel));
        window.workspace()->openResident(person);
        settle();
    }
    static void settle()
    {
        QTest::qWait(10);
        Screen::settle();
    }
    ResidentPage &page() { return *static_cast<ResidentPage *>(window.workspace()->currentPage()); }
    TabLine &line() { return *page().findChild<TabLine *>(); }
    QList<QPushButton *> tabs()
    {
        QList<QPushButton *> some = line().findChildren<QPushButton *>(QString(), Qt::FindDirectChildrenOnly);
        some.removeIf([](const QPushButton *one) { return !one->isCheckable(); });
        return some;
    }
    QPushButton &more() { return *line().findChild<QPushButton *>(u"moreTabs"_s); }
};

} // namespace

TEST_CASE("A record's tabs take two lines at most at every size; what has no room is under More, and the one that is shown in the line")
{
    for (const auto &[percent, size] : {std::pair{100, QSize(1920, 1080)}, {100, QSize(1024, 768)}, {150, QSize(1024, 768)},
             {200, QSize(1366, 768)}, {200, QSize(1024, 768)}}) {
        const TextSize text(percent);
        OpenRecord at(size);
        const auto tabs = at.tabs();
        REQUIRE(tabs.size() > 15);
        for (const ResidentTab &info : residentTabs()) {
            const QString id = QString::fromLatin1(info.id);
            at.page().showTab(id);
            OpenRecord::settle();
            if (at.page().tabName() != id)
                continue; // not for this role
            INFO(percent << " %, " << size.width() << ", " << id.toStdString());
            const QList<QPushButton *> waiting = at.line().waiting();
            QSet<int> lines;
            for (const QPushButton *tab : tabs) {
                CHECK(tab->isHidden() == waiting.contains(tab));
                if (tab->isHidden())
                    continue;
                lines.insert(tab->y());
                CHECK(tab->geometry().right() < at.line().width() + 1);
                CHECK(tab->width() >= tab->sizeHint().width());
                CHECK(tab->geometry().bottom() < at.line().height());
            }
            CHECK(lines.size() <= TabLine::kLines);
            CHECK(at.more().isHidden() == waiting.isEmpty());
            const auto current = std::find_if(tabs.cbegin(), tabs.cend(), [](const QPushButton *tab) { return tab->isChecked(); });
            REQUIRE(current != tabs.cend());
            CHECK_FALSE((*current)->isHidden());
        }
    }
}

TEST_CASE("A tab under More is opened from its menu, by its letter and by Ctrl+Tab, and stands in the line then")
{
    const TextSize text(200);
    OpenRecord at({1024, 768});
    REQUIRE_FALSE(at.line().waiting().isEmpty());
    const auto titles = [&] {
        Q_EMIT at.line().menu()->aboutToShow();
        QStringList some;
        for (const QAction *action : at.line().menu()->actions())
            some.append(action->text());
        return some;
    };
    QStringList waiting;
    for (const QPushButton *tab : at.line().waiting())
        waiting.append(tab->text());
    CHECK(titles() == waiting);

    QPushButton *last = at.line().waiting().last();
    at.line().menu()->actions().last()->trigger();
    OpenRecord::settle();
    CHECK(last->isChecked());
    CHECK_FALSE(last->isHidden());
    CHECK_FALSE(titles().contains(last->text()));

    const auto withLetter = at.line().waiting();
    const auto found = std::find_if(
        withLetter.cbegin(), withLetter.cend(), [](const QPushButton *tab) { return !QKeySequence::mnemonic(tab->text()).isEmpty(); });
    REQUIRE(found != withLetter.cend());
    Screen(at.window).shortcut(QKeySequence::mnemonic((*found)->text()));
    OpenRecord::settle();
    CHECK((*found)->isChecked());
    CHECK_FALSE((*found)->isHidden());

    QSet<QString> seen;
    for (int i = 0; i < at.tabs().size(); ++i) {
        Screen(at.window).shortcut(QKeySequence(u"Ctrl+Tab"_s));
        OpenRecord::settle();
        seen.insert(at.page().tabName());
    }
    CHECK(seen.size() == at.tabs().size());
}

TEST_CASE("Every tab is reached by Ctrl+J and a letter of its own, in the line or under More")
{
    for (const int percent : {100, 200}) {
        const TextSize text(percent);
        OpenRecord at({1024, 768});
        const qsizetype count = at.tabs().size();
        QSet<QString> seen;
        for (qsizetype i = 0; i < count; ++i) {
            Screen(at.window).shortcut(QKeySequence(u"Ctrl+J"_s));
            OpenRecord::settle();
            REQUIRE(at.line().allTabs()->isVisible());
            const auto actions = at.line().allTabs()->actions();
            REQUIRE(actions.size() == count);
            const QKeySequence letter = QKeySequence::mnemonic(actions.at(i)->text());
            INFO(percent << " %, " << actions.at(i)->text().toStdString());
            REQUIRE_FALSE(letter.isEmpty());
            QTest::keyClick(at.line().allTabs(), Qt::Key(letter[0].key()));
            OpenRecord::settle();
            CHECK_FALSE(at.line().allTabs()->isVisible());
            seen.insert(at.page().tabName());
        }
        CHECK(seen.size() == count);
    }
}

TEST_CASE("Names get letters of their own, and keep the ones that they have")
{
    CHECK(withOwnLetters({u"&Risk"_s, u"Record"_s, u"Rent"_s}) == QStringList{u"&Risk"_s, u"R&ecord"_s, u"Re&nt"_s});
    CHECK(withOwnLetters({u"A"_s, u"A"_s}) == QStringList{u"&A"_s, u"A (&1)"_s}); // none is free
}

TEST_CASE("A letter of a tab works once: its button has it in the line, its shortcut under More")
{
    const TextSize text(150);
    OpenRecord at({1024, 768});
    for (const QPushButton *tab : at.tabs()) {
        const QKeySequence letter = QKeySequence::mnemonic(tab->text());
        if (letter.isEmpty())
            continue;
        int enabled = 0;
        for (const QShortcut *one : at.line().findChildren<QShortcut *>())
            enabled += one->key() == letter && one->isEnabled();
        INFO(tab->text().toStdString());
        CHECK(enabled == (tab->isHidden() ? 1 : 0));
    }
}

} // namespace keywork::test::tab_line_test
