// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/page_walk.h"
#include "tests/ui/widget_walker.h"
#include "ui/print/referral_document.h"

#include <QSet>
#include <QShortcut>
#include <QTextEdit>
#include <QVBoxLayout>

namespace keywork::test::widget_walker_test {

using namespace Qt::StringLiterals;

namespace {

/// A small page that may be spoiled in one place.
struct SmallPage {
    QWidget window;
    QVBoxLayout layout{&window};
    QLabel *label = new QLabel(u"&Name"_s);
    QLineEdit *edit = new QLineEdit;
    QPushButton *button = new QPushButton(u"&Save"_s);

    SmallPage()
    {
        label->setTextFormat(Qt::PlainText);
        label->setBuddy(edit);
        edit->setMaxLength(100);
        for (QWidget *widget : {static_cast<QWidget *>(label), static_cast<QWidget *>(edit), static_cast<QWidget *>(button)})
            layout.addWidget(widget);
        window.show();
    }
};

} // namespace

TEST_CASE("The walker sees each fault that it looks for, and none in a page without")
{
    SmallPage good;
    CHECK(widgetProblems(good.window).isEmpty());
    const std::function<void(SmallPage &)> faults[] = {
        [](SmallPage &page) { page.label->setTextFormat(Qt::AutoText); },
        [](SmallPage &page) { page.button->setToolTip(u"<b>Ben</b>"_s); },
        [](SmallPage &page) { page.window.setToolTip(u"<img src=/dev/zero>"_s); },
        [](SmallPage &page) { page.label->setBuddy(nullptr); },
        [](SmallPage &page) { page.button->setText(u"&New"_s); },
        [](SmallPage &page) { new QShortcut(QKeySequence(u"Ctrl+Alt+Q"_s), &page.window); },
        [](SmallPage &page) {
            auto *edit = new QTextEdit;
            page.layout.addWidget(edit);
            edit->show();
        },
    };
    for (const auto &fault : faults) {
        SmallPage page;
        fault(page);
        INFO("fault " << &fault - &faults[0]);
        CHECK_FALSE(widgetProblems(page.window).isEmpty());
    }
    CHECK(withoutMnemonics(u"R&D && &copy;"_s) == u"RD & copy;");
}

TEST_CASE("A button that Enter does not press is seen, and in the window each key presses every button once, even when it is held")
{
    SmallPage page;
    CHECK(deafButtons(page.window).size() == 2); // Enter and the Enter of the number pad: Qt's own buttons take Space alone
    TestHostel hostel;
    MainWindow window(hostel.clock); // which helps
    CHECK(deafButtons(page.window).isEmpty());
    int pressed = 0;
    QObject::connect(page.button, &QPushButton::clicked, &page.window, [&pressed] { ++pressed; });
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter})
        QTest::keyClick(page.button, key);
    CHECK(pressed == 3);
    QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QString(), true);
    QCoreApplication::sendEvent(page.button, &held);
    CHECK(pressed == 3);
}

TEST_CASE("Every page, form and preview is plain, named and without a shortcut used twice, each button takes each key, "
          "with a record of each kind")
{
    EveryKind kinds(u"Plain words"_s, print::PdfRenderer());
    MainWindow window(kinds.hostel.clock);
    window.show();
    const auto check = [&](const QString &where) {
        for (const QString &problem : widgetProblems(window) + deafButtons(window)) {
            INFO(where.toStdString() << ": " << problem.toStdString());
            CHECK(false);
        }
    };
    walkStart(window, check);
    window.enter(shared(kinds.hostel));
    walkPages(window, kinds, check);
}

} // namespace keywork::test::widget_walker_test
