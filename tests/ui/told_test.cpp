// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/told.h"

#include <QVBoxLayout>

namespace keywork::test::ui_told_test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNotJustNow = 1700; // milliseconds: longer than a sentence stays whatever happens

/// A page with a message, a field beside it and one elsewhere.
struct ToldPage {
    QWidget window;
    QWidget *part = new QWidget;
    QLabel *message = label({}, "problem", true);
    QLineEdit *beside = new QLineEdit;
    QLineEdit *elsewhere = new QLineEdit;

    ToldPage()
    {
        auto *whole = new QVBoxLayout(&window);
        whole->addWidget(part);
        whole->addWidget(elsewhere);
        auto *inside = new QVBoxLayout(part);
        inside->addWidget(message);
        inside->addWidget(beside);
        message->hide();
        window.show();
        tellOnPage(message, u"This can't be so."_s);
    }
    bool stands() const { return !message->isHidden(); }
};

} // namespace

TEST_CASE("A sentence of a page goes when somebody types beside it, and no other key takes it away")
{
    const ToldPage page;
    REQUIRE(page.stands());
    QTest::keyClick(page.beside, Qt::Key_Left);
    QTest::keyClick(page.beside, Qt::Key_Tab);
    QTest::keyClicks(page.elsewhere, u"other words"_s);
    CHECK(page.stands());
    QTest::keyClicks(page.beside, u"7"_s);
    CHECK_FALSE(page.stands());
}

TEST_CASE("A sentence of a page goes when another part is shown or something was saved, but not one that was said just now")
{
    for (const Went went : {Went::Elsewhere, Went::Changed}) {
        ToldPage page;
        announce(&page.window, went);
        CHECK(page.stands()); // saying it may be what brought us here
        QTest::qWait(kNotJustNow);
        announce(page.elsewhere, went);
        CHECK(page.stands()); // it stands in no part of that
        announce(&page.window, went);
        CHECK_FALSE(page.stands());
        tellOnPage(page.message, u"Once more."_s);
        CHECK(page.stands());
    }
}

TEST_CASE("What stands in the header goes with the tab it was about, and with the next words that are typed")
{
    Desk desk;
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(desk.made);
    desk.window.resize(1366, 768);
    desk.window.show();
    desk.window.enter(shared(desk.made));
    desk.window.workspace()->openResident(ben.id);
    Screen::settle();
    auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
    REQUIRE(resident);
    resident->showTab(u"record"_s);
    Screen::settle();
    const auto *said = desk.window.findChild<QLabel *>(u"saved"_s);
    const auto save = [&](const QString &name) {
        desk.screen.type(u"preferred_name"_s, name);
        desk.screen.shortcut(QKeySequence::Save);
        CHECK(said->text().startsWith(u"Saved"_s));
        CHECK_FALSE(said->isHidden());
    };
    save(u"Benny"_s);
    QTest::qWait(kNotJustNow);
    CHECK_FALSE(said->isHidden()); // it holds as long as nothing happens
    resident->showTab(u"timeline"_s);
    Screen::settle();
    CHECK(said->isHidden());
    resident->showTab(u"record"_s);
    Screen::settle();
    save(u"Ben B"_s);
    QTest::qWait(kNotJustNow);
    desk.screen.type(u"preferred_name"_s, u"Somebody"_s); // not saved yet
    CHECK(said->isHidden());
}

TEST_CASE("A box that is too narrow for what was chosen says it in full below and in its tooltip, and lists it whole")
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    ChoiceBox box;
    box.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box.setMinimumContentsLength(8);
    const QString wide = u"Housing First, with somebody who comes twice a week"_s;
    box.addItems({u"Hostel"_s, wide});
    layout->addWidget(&box);
    layout->addWidget(box.inFull());
    window.resize(160, 200);
    window.show();
    Screen::settle();
    CHECK_FALSE(box.isCut());
    CHECK(box.inFull()->isHidden());
    CHECK(box.toolTip().isEmpty());
    box.setCurrentIndex(1);
    Screen::settle();
    CHECK(box.isCut());
    CHECK(box.inFull()->isVisible());
    CHECK(box.inFull()->text() == wide);
    CHECK(box.toolTip().endsWith(u'\n' + wide));
    window.resize(900, 200);
    Screen::settle();
    CHECK_FALSE(box.isCut());
    CHECK(box.inFull()->isHidden());
    box.setToolTip(u"F2"_s); // somebody else's
    window.resize(160, 200);
    Screen::settle();
    CHECK(box.toolTip().endsWith(u'\n' + wide));
    window.resize(900, 200);
    Screen::settle();
    CHECK(box.toolTip() == u"F2");
}

} // namespace keywork::test::ui_told_test
