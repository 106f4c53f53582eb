// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/agency.h"
#include "core/services/care/care_plans.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/pdf_text.h"
#include "tests/support/screen.h"
#include "ui/forms/record_table.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/residents/new_resident_page.h"
#include "ui/pages/residents/residents_page.h"
#include "ui/print/directory_document.h"
#include "ui/shell/sign_in_page.h"
#include "ui/shell/workspace.h"

#include <QAbstractItemModelTester>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QKeySequence>
#include <QListWidget>
#include <QScrollArea>
#include <QWheelEvent>

namespace keywork::test::widgets_test {

using namespace Qt::StringLiterals;

namespace {

/// Hostile text in every field that a header, list or label shows.
const QString kHostile = QStringLiteral("<img src=/dev/zero><b>%1</b>\u202e🙂");

void checkWalk(QWidget &window)
{
    QHash<QChar, QString> mnemonics;
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        const QKeySequence keys = QKeySequence::mnemonic(button->text());
        if (keys.isEmpty() || !button->isVisibleTo(&window))
            continue;
        const QChar key = keys.toString().back();
        INFO("Alt+" << QString(key).toStdString() << " is " << mnemonics.value(key).toStdString() << " and "
                    << button->text().toStdString());
        CHECK_FALSE(mnemonics.contains(key));
        mnemonics.insert(key, button->text());
    }
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&window))
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            INFO(label->text().toStdString());
            CHECK(label->textFormat() == Qt::PlainText);
        }
        const bool inner = widget->objectName().startsWith(u"qt_"_s) || qobject_cast<const QAbstractScrollArea *>(widget->parentWidget());
        if (!(widget->focusPolicy() & Qt::TabFocus) || inner || qobject_cast<const QScrollArea *>(widget))
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        INFO(widget->metaObject()->className() << ' ' << widget->objectName().toStdString() << " in "
                                               << widget->parentWidget()->metaObject()->className());
        REQUIRE(interface);
        const bool named = !interface->text(QAccessible::Name).isEmpty() || !widget->accessibleName().isEmpty();
        CHECK(named);
    }
}

} // namespace

TEST_CASE("Every control has a name and every label is plain, also with hostile text in it")
{
    TestHostel hostel;
    auto builder = aPerson().called(kHostile, kHostile).arrived(QDate(2026, 8, 3));
    builder.person.conditions = kHostile;
    const auto person = builder.in(hostel);
    Services &services = hostel.services();
    need(services.records.add(Alert{person.id, {u"health"_s}, kHostile, {u"urgent"_s}, QDate(2026, 9, 1), {}}));
    Goal goal;
    goal.statement = kHostile;
    goal.area = Area::Health;
    const QString thread = need(services.plans.saveGoal(person.id, goal));
    need(services.plans.saveStep(person.id, thread, Step{{}, {}, {}, {}, kHostile, {}, 0}, {{StepActor::Other, kHostile}}));
    need(services.records.add(Agency{kHostile, {u"debt"_s}, {}, {}, {}, {}, {}, {}, {}}));

    MainWindow window(hostel.clock);
    window.show();
    checkWalk(window);
    window.enter(shared(hostel));
    for (const QString &place : {u"today"_s, u"residents"_s, u"rooms"_s, u"partners"_s, u"team"_s, u"house"_s}) {
        INFO(place.toStdString());
        window.workspace()->openPlace(place);
        Screen::settle();
        checkWalk(window);
    }
    window.workspace()->openNewResident();
    Screen::settle();
    checkWalk(window);
    window.workspace()->openResident(person.id);
    auto *page = qobject_cast<ResidentPage *>(window.workspace()->currentPage());
    REQUIRE(page);
    for (const QString &tab : {u"overview"_s, u"timeline"_s, u"plan"_s, u"stages"_s, u"record"_s, u"lists"_s, u"sharing"_s, u"history"_s}) {
        INFO(tab.toStdString());
        page->showTab(tab);
        Screen::settle();
        checkWalk(window);
    }
    CHECK(Screen(window).find<QLabel>(u"residentName"_s)->text().contains(kHostile));
    CHECK(window.windowTitle() == u"Keywork"_s);
}

TEST_CASE("An agency is found and opened while on the telephone, and the directory prints without anybody's data")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    Records &records = hostel.services().records;
    const auto agency = need(records.add(Agency{u"Wellbeing"_s, {u"debt"_s}, {}, u"020 7946 0100"_s, {}, {}, {}, {}, {}}));
    need(records.add(AgencyService{.agencyId = agency.id, .name = u"Debt clinic"_s, .needs = u"debt_advice,benefits_advice"_s}));
    need(records.add(Meeting{u"Early evening"_s, {u"mutual_aid"_s}, {u"1_mon"_s}, u"18:30"_s, u"Cairn hall"_s, {}, {}, {}}));
    const auto wrong = records.add(AgencyService{.agencyId = agency.id, .name = u"x"_s, .needs = u"debt_advice,nonsense"_s});
    REQUIRE_FALSE(bool(wrong));
    CHECK(wrong.error().violations.first().rule == Rule::UnknownChoice);
    MainWindow window(hostel.clock);
    window.show();
    window.enter(shared(hostel));
    Screen screen(window);
    Screen::settle();
    screen.type(u"find"_s, u"clinic"_s);
    INFO(screen.find<QListWidget>(u"findResults"_s)->item(0)->text().toStdString());
    QTest::keyClick(screen.find<QLineEdit>(u"find"_s), Qt::Key_Return);
    Screen::settle();
    CHECK(screen.shows(u"020 7946 0100"_s));
    CHECK(screen.shows(u"Debt advice, Benefits advice"_s));
    window.workspace()->openPlace(u"partners"_s);
    Screen::settle();
    screen.press(u"printDirectory"_s);
    CHECK(screen.shows(u"Help nearby"_s));
    const print::Document document = need(print::directoryDocument(hostel.services()));
    const QString text = pdfText(document.toPdf());
    for (const QString &word : {u"Monday"_s, u"18:30"_s, u"Cairn hall"_s, u"Debt clinic"_s, u"020 7946 0100"_s})
        CHECK(text.contains(word));
    CHECK_FALSE(text.contains(u"Barker"_s));
}

TEST_CASE("List models keep the rules of item models")
{
    TestHostel hostel;
    aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    aPerson().called(u"Grace"_s, u"Oduya"_s).arrived(QDate(2026, 8, 4)).in(hostel);
    ResidentsModel residents(hostel.services());
    const QAbstractItemModelTester first(&residents, QAbstractItemModelTester::FailureReportingMode::Fatal);
    residents.setGroup(ResidentGroup::HereNow);
    CHECK(residents.rowCount() == 2);
    CHECK(residents.index(0, 0).data(ResidentsModel::SecondLine).toString().contains(u"here 6 weeks"_s));
    RecordTableModel staff(recordType<Staff>(), hostel.services());
    const QAbstractItemModelTester second(&staff, QAbstractItemModelTester::FailureReportingMode::Fatal);
    staff.setRows(need(hostel.services().records.list(recordType<Staff>())));
    CHECK(need(staff.csv()).contains(u"Priya Shah,Manager"_s));
}

TEST_CASE("Enter presses the focused button, the wheel changes no list, and Back returns to the same part of a record")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    MainWindow window(hostel.clock);
    window.show();
    window.enter(shared(hostel));
    Screen screen(window);
    window.workspace()->openResident(ben.id);
    auto *page = qobject_cast<ResidentPage *>(window.workspace()->currentPage());
    page->showTab(u"stages"_s);
    auto *change = screen.find<QPushButton>(u"recordChange"_s);
    change->setFocus();
    QTest::keyClick(change, Qt::Key_Return);
    Screen::settle();
    auto *stage = screen.find<QComboBox>(u"stage"_s);
    stage->setCurrentIndex(2);
    const QPointF middle(stage->rect().center());
    QWheelEvent wheel(middle, stage->mapToGlobal(middle), {}, QPoint(0, -240), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(stage, &wheel);
    CHECK(stage->currentIndex() == 2);
    window.workspace()->openPlace(u"rooms"_s);
    window.workspace()->back();
    page = qobject_cast<ResidentPage *>(window.workspace()->currentPage());
    REQUIRE(page);
    CHECK(page->tabName() == u"stages"_s);
    window.lock();
    window.enter(shared(hostel));
    page = qobject_cast<ResidentPage *>(window.workspace()->currentPage());
    REQUIRE(page); // the same person comes back to where they were
    CHECK(page->tabName() == u"stages"_s);
}

TEST_CASE("Locking takes every page away, and typing comes back after signing in again")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const QString path = hostel.path;
    hostel.hostel.reset();
    hostel.file.reset();
    MainWindow window(hostel.clock);
    window.show();
    Screen screen(window);
    const auto signIn = [&](const QString &password) {
        screen.type(u"name"_s, u"priya shah"_s);
        screen.type(u"password"_s, password);
        screen.press(u"signIn"_s);
        for (int i = 0; i < 100 && window.signInPage()->isBusy(); ++i)
            QTest::qWait(20);
        Screen::settle();
    };
    window.chooseFile(path);
    signIn(u"not the password"_s);
    CHECK_FALSE(window.workspace());
    CHECK(screen.shows(u"Name or password is not right."_s));
    QTest::qWait(1100);
    signIn(kPassword);
    REQUIRE(window.workspace());
    window.workspace()->openResident(ben.id);
    qobject_cast<ResidentPage *>(window.workspace()->currentPage())->showTab(u"record"_s);
    screen.type(u"telephone"_s, u"07700 900123"_s);
    QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
    window.lock();
    CHECK_FALSE(window.workspace());
    CHECK_FALSE(screen.shows(u"Barker"_s));
    signIn(kPassword);
    REQUIRE(window.workspace());
    window.workspace()->openResident(ben.id);
    auto *page = qobject_cast<ResidentPage *>(window.workspace()->currentPage());
    page->showTab(u"record"_s);
    CHECK(screen.find<QLineEdit>(u"telephone"_s)->text() == u"07700 900123"_s);
    CHECK(screen.shows(u"This was typed earlier and not saved yet."_s));
}

TEST_CASE("A wrong entry is explained beside its field and nothing is kept")
{
    TestHostel hostel;
    MainWindow window(hostel.clock);
    window.show();
    window.enter(shared(hostel));
    window.workspace()->openNewResident();
    Screen screen(window);
    CHECK(window.focusWidget() == screen.find<QLineEdit>(u"given_name"_s));
    screen.type(u"given_name"_s, u"Ben"_s);
    screen.type(u"born_on"_s, u"30/2/1981"_s);
    screen.type(u"nhs_number"_s, u"943 476 5918"_s);
    screen.type(u"arrived_on"_s, u"1/1/2020"_s);
    screen.press(u"save"_s);
    CHECK(screen.shows(u"There is no such date."_s));
    CHECK(screen.shows(u"This is no NHS number"_s));
    CHECK(qobject_cast<NewResidentPage *>(window.workspace()->currentPage())); // still there, nothing was taken in
    window.workspace()->openPlace(u"residents"_s);
    Screen::settle();
    CHECK(screen.shows(u"0 here"_s));
}

} // namespace keywork::test::widgets_test
