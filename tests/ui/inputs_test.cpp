// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/records.h"
#include "tests/support/sample_kind.h"
#include "tests/support/screen.h"
#include "tests/support/services.h"
#include "tests/ui/widget_walker.h"
#include "ui/forms/inputs/reference_input.h"
#include "ui/forms/record_form.h"
#include "ui/forms/record_table.h"
#include "ui/shell/workspace.h"
#include "ui/text/words.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QCheckBox>
#include <QTableView>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace keywork::test::inputs_test {

using namespace Qt::StringLiterals;

namespace {

/// A form of the sample kind on the screen.
struct SampleForm {
    TestHostel hostel;
    QWidget window;
    RecordForm *form = nullptr;
    Screen screen{window};

    SampleForm() { fill(); }
    void fill()
    {
        form = new RecordForm(sampleType(), hostel.services());
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(form);
        form->load(sampleType().toRow(aSample()));
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
    }
    QLineEdit *line(const QString &column) { return screen.find<QLineEdit>(column); }
    void type(const QString &column, const QString &text) { screen.type(column, text); }
    void leave(const QString &column) { QTest::keyClick(line(column), Qt::Key_Tab); }
    QVariant held(const QString &column) { return form->row().value(column); }
    QString problem(const QString &column)
    {
        for (const QLabel *label : form->editor(column)->findChildren<QLabel *>())
            if (label->property("look") == u"problem"_s && !label->isHidden())
                return label->text();
        return {};
    }
};

} // namespace

TEST_CASE("A time, a measure and an amount are typed, shown as understood, and read back as they are kept")
{
    SampleForm at;
    struct Case {
        QString column, typed;
        QVariant kept;
        QString shown;
    };
    const Case cases[] = {
        {u"due_at"_s, u"2.20pm"_s, u"14:20"_s, u"14:20"_s},
        {u"next_at"_s, u"905"_s, u"09:05"_s, u"09:05"_s},
        {u"weight"_s, u"62.50"_s, u"62.5"_s, u"62.5"_s},
        {u"weight"_s, u"71 kg"_s, u"71"_s, u"71"_s},
        {u"dose"_s, u".25"_s, u"0.25"_s, u"0.25"_s},
        {u"paid"_s, u"12.5"_s, qint64(1250), u"£12.50"_s},
        {u"paid"_s, u"12"_s, qint64(1200), u"£12.00"_s},
        {u"owed"_s, u"-3"_s, qint64(-300), u"-£3.00"_s},
        {u"happened_at"_s, u"yesterday 22.15"_s, u"2026-09-13T21:15:00.000Z"_s, u"Sun 13 Sep 2026 22:15"_s},
        {u"told_at"_s, u"-20m"_s, u"2026-09-14T08:22:00.000Z"_s, u"Mon 14 Sep 2026 09:22"_s},
    };
    for (const Case &one : cases) {
        INFO(one.column.toStdString() << ": " << one.typed.toStdString());
        at.type(one.column, one.typed);
        CHECK(at.held(one.column) == one.kept);
        at.leave(one.column);
        CHECK(at.held(one.column) == one.kept);
        CHECK(at.line(one.column)->text().toStdString() == one.shown.toStdString());
        CHECK(at.problem(one.column).isEmpty());
    }
    const Row typed = at.form->row();
    at.form->load(typed); // as a draft or a record that is opened again
    CHECK(at.form->row() == typed);
    CHECK(sampleType().fromRow(typed).has_value());
}

TEST_CASE("What can't be read stays as it was typed, and is told when the field is left")
{
    SampleForm at;
    const std::pair<QString, QString> cases[]
        = {{u"due_at"_s, u"There is no such time."_s}, {u"weight"_s, u"Please type a number, such as"_s},
            {u"paid"_s, u"Please type an amount"_s}, {u"happened_at"_s, u"Please type a day and a time"_s}};
    for (const auto &[column, sentence] : cases) {
        INFO(column.toStdString());
        at.type(column, u"half past"_s);
        at.leave(column);
        CHECK(at.held(column) == u"half past"_s);
        CHECK(at.line(column)->text() == u"half past"_s);
        CHECK(at.problem(column).startsWith(sentence));
    }
    at.type(u"weight"_s, u"10"_s);
    at.leave(u"weight"_s);
    CHECK(at.problem(u"weight"_s) == u"It must be at least 20."_s);
    at.type(u"paid"_s, u"501"_s);
    at.leave(u"paid"_s);
    CHECK(at.problem(u"paid"_s) == u"It can be at most £500.00."_s);
    at.type(u"happened_at"_s, u"22:15"_s); // not made yesterday's: the rule of the kind says so
    at.leave(u"happened_at"_s);
    CHECK(at.problem(u"happened_at"_s) == u"This is still to come."_s);
}

TEST_CASE("A time that was twice that night is asked about, and answered with the keyboard")
{
    SampleForm at;
    at.type(u"told_at"_s, u"25/10/26 1:30"_s);
    CHECK(at.screen.shows(u"01:30 happened twice that night:"_s));
    CHECK(at.held(u"told_at"_s) == u"25/10/26 1:30"_s); // nothing is guessed
    CHECK(at.form->showViolations({{u"told_at"_s, Rule::NotAMoment, {}}}).isEmpty());
    CHECK(at.problem(u"told_at"_s) == u"Please choose which it was."_s);
    at.leave(u"told_at"_s);
    auto *earlier = at.screen.find<QPushButton>(u"told_at-earlier"_s);
    auto *later = at.screen.find<QPushButton>(u"told_at-later"_s);
    CHECK(earlier->hasFocus());
    CHECK(later->accessibleName() == u"01:30 happened twice that night: after the clocks went back"_s);
    QTest::keyClick(earlier, Qt::Key_Tab);
    CHECK(later->hasFocus());
    QTest::keyClick(later, Qt::Key_Space);
    CHECK(at.held(u"told_at"_s) == u"2026-10-25T01:30:00.000Z"_s);
    CHECK(at.problem(u"told_at"_s).isEmpty());
    CHECK(later->isChecked());
    at.screen.press(u"told_at-earlier"_s);
    CHECK(at.held(u"told_at"_s) == u"2026-10-25T00:30:00.000Z"_s);
    const Row kept = at.form->row();
    at.type(u"told_at"_s, u"now"_s);
    CHECK_FALSE(at.screen.shows(u"happened twice"_s));
    at.form->load(kept); // opened again, it still says which
    CHECK(at.screen.find<QPushButton>(u"told_at-earlier"_s)->isChecked());
    CHECK(at.form->row() == kept);
}

TEST_CASE("A time that never was is asked about too, with the nearest ones")
{
    SampleForm at;
    at.type(u"told_at"_s, u"29/3/26 1:30"_s);
    CHECK(at.screen.shows(u"this time never was"_s));
    CHECK(at.screen.find<QPushButton>(u"told_at-earlier"_s)->text() == u"Sun 29 Mar 2026 00:59"_s);
    at.screen.press(u"told_at-later"_s);
    CHECK(at.held(u"told_at"_s) == u"2026-03-29T01:00:00.000Z"_s);
    CHECK(at.line(u"told_at"_s)->text() == u"Sun 29 Mar 2026 02:00"_s);
    CHECK_FALSE(at.screen.shows(u"this time never was"_s));
}

TEST_CASE("A moment that nobody touched keeps its seconds, and \"now\" stays the moment when it was typed")
{
    SampleForm at;
    Row row = sampleType().toRow(aSample());
    row.set(u"told_at"_s, u"2026-09-14T07:12:42.005Z"_s);
    at.form->load(row);
    at.line(u"told_at"_s)->setFocus();
    at.leave(u"told_at"_s);
    CHECK(at.form->row() == row);
    at.type(u"told_at"_s, u"now"_s);
    at.hostel.clock.set(kNow.addSecs(3600));
    at.leave(u"told_at"_s);
    CHECK(at.held(u"told_at"_s) == u"2026-09-14T08:42:00.000Z"_s);
}

TEST_CASE("A field comes and goes with the answer that it belongs to, and what was typed waits")
{
    SampleForm at;
    CHECK(at.form->editor(u"where_hurt"_s)->isHidden());
    CHECK(at.form->editor(u"why"_s)->isHidden());
    CHECK_FALSE(at.screen.shows(u"Harm"_s)); // a title of nothing
    auto *hurt = at.screen.find<QCheckBox>(u"hurt"_s);
    hurt->click();
    CHECK(at.screen.shows(u"Harm"_s));
    at.type(u"where_hurt"_s, u"left hand"_s);
    CHECK_FALSE(at.form->editor(u"treated"_s)->isHidden());
    hurt->click();
    CHECK(at.form->editor(u"where_hurt"_s)->isHidden());
    CHECK(at.form->editor(u"treated"_s)->isHidden());
    CHECK(at.held(u"where_hurt"_s) == u"left hand"_s);
    CHECK(at.form->showViolations({{u"where_hurt"_s, Rule::Required, {}}}).size() == 1); // not said beside what nobody sees
    hurt->click();
    CHECK(at.line(u"where_hurt"_s)->text() == u"left hand"_s);
    at.screen.choose(u"decision"_s, u"not_offered"_s);
    CHECK_FALSE(at.form->editor(u"why"_s)->isHidden());
}

TEST_CASE("\"Please fill this in\" goes once it is filled in, and not before")
{
    SampleForm at;
    at.type(u"weight"_s, u" "_s);
    at.form->showViolations(at.hostel.services().records.check(at.form->row()));
    CHECK(at.problem(u"weight"_s) == u"Please fill this in."_s);
    at.leave(u"weight"_s);
    CHECK(at.problem(u"weight"_s) == u"Please fill this in."_s);
    at.type(u"weight"_s, u"6"_s);
    CHECK(at.problem(u"weight"_s) == u"Please fill this in."_s);
    at.type(u"weight"_s, u"62"_s);
    CHECK(at.problem(u"weight"_s).isEmpty());
    at.form->showViolations({{u"weight"_s, Rule::ChangedMeanwhile, u"70"_s}});
    at.type(u"weight"_s, u"71"_s);
    CHECK(at.problem(u"weight"_s).contains(u"“70”"_s)); // a colleague's words can still be read
}

TEST_CASE("Tab goes through a form in its order, and every input says its name")
{
    SampleForm at;
    CHECK(widgetProblems(at.window).isEmpty());
    CHECK(at.line(u"weight"_s)->accessibleName() == u"Weight, kg"_s);
    CHECK(at.line(u"told_at"_s)->accessibleName() == u"Told at"_s);
    at.screen.find<QWidget>(u"decision"_s)->setFocus();
    QStringList order;
    for (int i = 0; i < 10; ++i) {
        order.append(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    CHECK(order
        == QStringList{u"decision"_s, u"hurt"_s, u"happened_at"_s, u"told_at"_s, u"due_at"_s, u"next_at"_s, u"weight"_s, u"dose"_s,
            u"paid"_s, u"owed"_s});
}

TEST_CASE("The wheel over a box takes neither its value nor the place where somebody types")
{
    SampleForm at;
    at.line(u"weight"_s)->setFocus();
    auto *combo = at.screen.find<QComboBox>(u"decision"_s);
    CHECK(combo->focusPolicy() == Qt::StrongFocus);
    const QPointF middle(combo->rect().center());
    QWheelEvent wheel(middle, combo->mapToGlobal(middle), {}, QPoint(0, -240), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(combo, &wheel);
    CHECK(at.line(u"weight"_s)->hasFocus());
    CHECK(combo->currentIndex() == combo->findData(u"waiting"_s));
}

TEST_CASE("A resident is found by typing, and of two with one name none is taken unseen")
{
    SampleForm at;
    Room room;
    room.name = u"7"_s;
    const auto seven = need(at.hostel.services().records.add(room));
    const auto ben = aPerson().arrived(QDate(2026, 8, 3), seven.id).in(at.hostel);
    const auto grace = aPerson().called(u"Grace"_s, u"Green"_s).in(at.hostel);
    auto *edit = at.line(u"whom"_s);
    const auto list = [&] { return at.form->findChildren<ReferenceSearch *>().first(); };
    const auto shown = [&] {
        QStringList lines;
        const QAbstractItemView *view = nullptr;
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (widget->objectName() == u"whom-list"_s)
                view = qobject_cast<QAbstractItemView *>(widget);
        for (int i = 0; view && view->isVisible() && i < view->model()->rowCount(); ++i)
            lines.append(view->model()->index(i, 0).data().toString());
        return lines;
    };
    at.type(u"whom"_s, u"ba"_s);
    CHECK(shown() == QStringList{u"Ben Barker · %1 · Room 7"_s.arg(ben.value.number)});
    CHECK(at.held(u"whom"_s) == u"? ba"_s); // not chosen yet
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    CHECK(at.held(u"whom"_s) == QVariant(ben.id.value));
    CHECK(edit->text() == u"Ben Barker · %1 · Room 7"_s.arg(ben.value.number));

    at.type(u"whom"_s, grace.value.number);
    CHECK(at.held(u"whom"_s) == QVariant(grace.id.value)); // a number is nobody else's
    at.type(u"whom"_s, u"ben barker"_s);
    CHECK(at.held(u"whom"_s) == QVariant(ben.id.value));
    aPerson().in(at.hostel); // another Ben Barker
    at.type(u"whom"_s, u"Ben Barker"_s);
    CHECK(shown().size() == 2);
    CHECK(at.held(u"whom"_s) == u"? Ben Barker"_s);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return); // none is marked
    CHECK(at.held(u"whom"_s) == u"? Ben Barker"_s);
    at.form->showViolations(at.hostel.services().records.check(at.form->row()));
    CHECK(at.problem(u"whom"_s) == u"Please choose one that is on file."_s);

    at.form->load(at.form->row()); // a draft keeps what was typed
    CHECK(edit->text() == u"Ben Barker"_s);
    at.type(u"whom"_s, u"1"_s); // no id
    CHECK(at.held(u"whom"_s) == u"? 1"_s);
    edit->clear();
    CHECK(at.held(u"whom"_s).isNull());
    at.form->load(sampleType().toRow(aSample()));
    list()->openList();
    CHECK(shown().size() == 1); // who is here
    at.form->hide();
}

TEST_CASE("Numbers stand at the right and are sorted by their value, moments by when they were")
{
    TestHostel hostel;
    RecordTableModel model(sampleType(), hostel.services());
    QList<KeptRow> rows;
    for (const QString &weight : {u"100"_s, u"62.5"_s}) {
        Sample sample = aSample();
        sample.weight = Decimal::fromText(weight);
        sample.paid = Pence{weight.size() * 500};
        rows.append({rows.size() + 1, 1, kNow, 1, {}, sampleType().toRow(sample)});
    }
    model.setRows(rows);
    const int weight = model.columnOf(u"weight"_s);
    const int paid = model.columnOf(u"paid"_s);
    CHECK(model.data(model.index(1, weight), Qt::DisplayRole) == u"62.5 kg"_s);
    CHECK(model.data(model.index(1, paid), Qt::DisplayRole) == u"£20.00"_s);
    for (const int column : {weight, paid})
        CHECK(model.data(model.index(0, column), Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    const auto first = [&](int column) {
        model.sort(column, Qt::AscendingOrder);
        return model.data(model.index(0, column), Qt::DisplayRole).toString();
    };
    CHECK(first(weight) == u"62.5 kg"_s);
    CHECK(first(paid) == u"£15.00"_s);
    const Field &at = *sampleType().fieldNamed(u"happened_at"_s);
    CHECK(words::value(rows.first().row, at, hostel.services().records.choices(), {}, hostel.services().records.clock())
        == u"14 Sep 2026 09:30"_s);
}

TEST_CASE("An unlikely moment is asked about beside its field, and a refused one is not")
{
    SampleForm at;
    at.type(u"happened_at"_s, u"1/1/1995 10:00"_s);
    at.leave(u"happened_at"_s);
    CHECK(at.screen.shows(u"Sun 1 Jan 1995 is further away than usual here."_s));
    CHECK(at.form->confirmed().isEmpty());
    at.screen.press(u"happened_at-right-yes"_s);
    CHECK(at.form->confirmed() == QList<Confirmed>{{u"sample"_s, u"happened_at"_s, u"1995-01-01T10:00:00.000Z"_s}});
    at.leave(u"happened_at"_s);
    CHECK_FALSE(at.screen.shows(u"is further away than usual here."_s));
    at.type(u"happened_at"_s, u"1/1/2399 10:00"_s);
    at.leave(u"happened_at"_s);
    CHECK(at.problem(u"happened_at"_s) == u"This is still to come."_s);
    CHECK(at.form->confirmed().isEmpty());
}

TEST_CASE("Blanks that don't break, line separators and line ends of a file stay in a field that nobody touched, and beside what is typed")
{
    TestHostel hostel;
    Person ben;
    ben.givenName = u"Ben"_s;
    for (const QString &text :
        {u"60\u00A0ml\u00A0daily"_s, u"one\u2028two"_s, u"one\r\ntwo"_s, u"one\u2029two"_s, u"a\tb\n\nc"_s, u"\uFDD0x"_s})
        for (const QString &column : {u"allergies"_s, u"preferred_name"_s}) {
            INFO(column.toStdString() << ": " << text.toStdString());
            Row row = toRow(ben);
            row.set(column, text);
            QWidget window; // it closes while its form is still whole
            auto &form = *new RecordForm(recordType<Person>(), hostel.services());
            (new QVBoxLayout(&window))->addWidget(&form);
            form.load(row);
            window.show();
            CHECK_FALSE(form.holdsMoreThan(row));
            CHECK(form.row().text(column) == text);
            Screen screen(window);
            screen.type(u"telephone"_s, u"07700 900123"_s);
            CHECK(form.row().text(column) == text);
            CHECK(form.row().text(u"telephone"_s) == u"07700 900123");
        }
    QWidget window;
    auto &form = *new RecordForm(recordType<Person>(), hostel.services());
    (new QVBoxLayout(&window))->addWidget(&form);
    Row row = toRow(ben);
    row.set(u"allergies"_s, u"60\u00A0ml\u2028daily"_s);
    form.load(row);
    window.show();
    Screen screen(window);
    auto *area = screen.find<QPlainTextEdit>(u"allergies"_s);
    area->moveCursor(QTextCursor::End);
    QTest::keyClicks(area, u"!"_s);
    CHECK(form.row().text(u"allergies"_s) == u"60\u00A0ml\u2028daily!");
    QTest::keyClick(area, Qt::Key_Backspace); // as it came: nothing to save
    CHECK_FALSE(form.holdsMoreThan(row));
    row.set(u"allergies"_s, u"one"_s);
    form.load(row);
    area->moveCursor(QTextCursor::End);
    QTest::keyClick(area, Qt::Key_Return, Qt::ShiftModifier); // a new line like any other
    QTest::keyClicks(area, u"two"_s);
    CHECK(form.row().text(u"allergies"_s) == u"one\ntwo");
}

TEST_CASE("Letters of the third level (AltGr) of British, Polish, Turkish, Russian, French and Arabic keyboards are typed, not stolen")
{
    TestHostel hostel;
    aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    MainWindow window(hostel.clock);
    window.resize(1366, 768);
    window.show();
    window.enter(shared(hostel));
    window.workspace()->openNewResident();
    Screen screen(window);
    Screen::settle();
    struct Layout {
        const char *name;
        QString letters; ///< with AltGr
        QList<Qt::Key> keys; ///< that are held with it; every key that the program takes with Ctrl or Alt among them
    };
    const QList<Qt::Key> keys{Qt::Key_A, Qt::Key_C, Qt::Key_D, Qt::Key_E, Qt::Key_K, Qt::Key_L, Qt::Key_M, Qt::Key_N, Qt::Key_O, Qt::Key_P,
        Qt::Key_Q, Qt::Key_S, Qt::Key_Z, Qt::Key_0, Qt::Key_1, Qt::Key_4, Qt::Key_9};
    const Layout layouts[] = {{"gb", u"áéíóú€"_s, keys}, {"pl", u"ąćęłńóśźż€"_s, keys}, {"tr", u"@€æß₺#"_s, keys},
        {"ru", u"₽ёѣі"_s, keys}, {"fr", u"@#{[|`\\^]}€"_s, keys}, {"ar", u"ٱپچڤگ"_s, keys}};
    for (const Layout &layout : layouts)
        for (const QString &column : {u"given_name"_s, u"allergies"_s}) {
            auto *found = window.workspace()->currentPage()->findChild<QWidget *>(column);
            if (!found)
                continue;
            INFO(layout.name << " in " << column.toStdString());
            found->setFocus();
            const QPointer<QWidget> page = window.workspace()->currentPage();
            QString typed;
            for (qsizetype i = 0; i < std::max(layout.letters.size(), layout.keys.size()); ++i) {
                const QString letter(layout.letters.at(i % layout.letters.size()));
                QTest::sendKeyEvent(QTest::Click, found, layout.keys.at(i % layout.keys.size()), letter, Qt::GroupSwitchModifier);
                typed += letter;
            }
            Screen::settle();
            REQUIRE(page);
            CHECK(window.focusWidget() == found);
            auto *line = qobject_cast<QLineEdit *>(found);
            auto *area = qobject_cast<QPlainTextEdit *>(found);
            CHECK((line ? line->text() : area->toPlainText()) == typed);
            line ? line->clear() : area->clear();
        }
    // Into the filter of a list, too, from the list itself.
    window.workspace()->openPlace(u"residents"_s);
    Screen::settle();
    auto *list = window.workspace()->currentPage()->findChild<QTableView *>();
    REQUIRE(list);
    list->setFocus();
    QTest::sendKeyEvent(QTest::Click, list, Qt::Key_L, u"ł"_s, Qt::GroupSwitchModifier);
    Screen::settle();
    auto *filter = qobject_cast<QLineEdit *>(window.focusWidget());
    REQUIRE(filter);
    CHECK(filter->text() == u"ł");
}

} // namespace keywork::test::inputs_test
