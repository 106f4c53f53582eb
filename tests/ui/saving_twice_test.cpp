// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/records.h"
#include "tests/support/screen.h"
#include "ui/forms/generic_editor.h"
#include "ui/forms/record_editor.h"
#include "ui/forms/withdrawal_line.h"
#include "ui/shell/workspace.h"

#include <QPointer>

namespace keywork::test::saving_twice_test {

using namespace Qt::StringLiterals;

namespace {

/// A form for a new alert that stays open after it was saved, as one does until the events of the press are through.
struct NewAlert {
    TestHostel hostel;
    std::unique_ptr<RecordEditor> editor;
    int saves = 0;

    NewAlert()
    {
        editor.reset(genericEditor(hostel.services(), recordType<Alert>(), {}, start()));
        QObject::connect(editor.get(), &RecordEditor::saved, editor.get(), [this] { ++saves; });
        editor->show();
        editor->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(editor.get()));
    }
    Row start()
    {
        const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
        Alert alert;
        alert.personId = ben.id;
        alert.kind = {u"other"_s};
        alert.priority = {u"know"_s};
        alert.fromOn = QDate(2026, 9, 1);
        return toRow(alert);
    }
    QList<Kept<Alert>> onFile() { return need(hostel.services().records.all<Alert>()); }
};

} // namespace

TEST_CASE("Two quick presses of Save save once, by keys and by mouse; what is typed after it is saved too")
{
    NewAlert at;
    Screen screen(*at.editor);
    screen.type(u"text"_s, u"Dog on the stairs"_s);
    QTest::keyClick(at.editor.get(), Qt::Key_S, Qt::ControlModifier);
    QTest::keyClick(at.editor.get(), Qt::Key_S, Qt::ControlModifier);
    CHECK(at.onFile().size() == 1);
    auto *button = screen.find<QPushButton>(u"save"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::mouseDClick(button, Qt::LeftButton);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    CHECK(at.onFile().size() == 1);
    CHECK(at.saves == 1);
    screen.type(u"text"_s, u"Two dogs"_s);
    QTest::keyClick(at.editor.get(), Qt::Key_S, Qt::ControlModifier);
    REQUIRE(at.onFile().size() == 2);
    CHECK(at.saves == 2);
}

TEST_CASE("A new resident who is taken in by two quick presses is there once")
{
    TestHostel hostel;
    MainWindow window(hostel.clock);
    window.show();
    window.enter(shared(hostel));
    window.workspace()->openNewResident();
    Screen screen(window);
    Screen::settle();
    screen.type(u"given_name"_s, u"Grace"_s);
    auto *save = screen.find<QPushButton>(u"save"_s);
    const QPointer<QPushButton> pressed = save;
    QTest::mouseClick(save, Qt::LeftButton);
    if (pressed)
        QTest::mouseClick(save, Qt::LeftButton);
    Screen::settle();
    CHECK(need(hostel.services().records.all<Person>()).size() == 1);
}

TEST_CASE("A second room of one name is said beside the field, and what was typed stays")
{
    TestHostel hostel;
    need(hostel.services().records.add(Room{u"2"_s, {}, {}, false, false, {}}));
    const std::unique_ptr<RecordEditor> editor(genericEditor(hostel.services(), recordType<Room>(), {}, emptyRow(recordType<Room>())));
    editor->show();
    editor->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(editor.get()));
    Screen screen(*editor);
    screen.type(u"name"_s, u"2"_s);
    QTest::keyClick(editor.get(), Qt::Key_S, Qt::ControlModifier);
    CHECK(screen.shows(u"There is a room 2 already."_s));
    CHECK(screen.find<QLineEdit>(u"name"_s)->text() == u"2");
    CHECK(need(hostel.services().records.all<Room>()).size() == 1);
    screen.type(u"name"_s, u"2a"_s);
    QTest::keyClick(editor.get(), Qt::Key_S, Qt::ControlModifier);
    CHECK_FALSE(screen.shows(u"There is a room 2 already."_s));
    CHECK(need(hostel.services().records.all<Room>()).size() == 2);
}

TEST_CASE("Enter twice marks once as entered in error; one that was refused may be tried again")
{
    QStringList asked;
    const std::unique_ptr<QLineEdit> line(withdrawalLine([&asked](const QString &reason) {
        asked.append(reason);
        return reason == u"the wrong resident"_s;
    }));
    line->setText(u"x"_s);
    QTest::keyClick(line.get(), Qt::Key_Return);
    Screen::settle();
    CHECK(asked == QStringList{u"x"_s});
    line->setText(u"the wrong resident"_s);
    QTest::keyClick(line.get(), Qt::Key_Return);
    QTest::keyClick(line.get(), Qt::Key_Return); // before anything answered the first
    Screen::settle();
    QTest::keyClick(line.get(), Qt::Key_Return);
    Screen::settle();
    CHECK(asked == QStringList{u"x"_s, u"the wrong resident"_s});
}

} // namespace keywork::test::saving_twice_test
