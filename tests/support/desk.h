// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/screen.h"
#include "tests/support/trust.h"
#include "ui/shell/sign_in_page.h"
#include "ui/shell/workspace.h"

#include <QFileDialog>

namespace keywork::test {

/// The window with a file of its own, as somebody at the desk has it.
struct Desk {
    TestHostel made;
    MainWindow window{made.clock};
    Screen screen{window};

    void open()
    {
        made.hostel.reset();
        made.file.reset();
        window.resize(1366, 768);
        window.show();
        window.chooseFile(made.path);
    }
    void signIn(const QString &name = kManager, const QString &password = kPassword)
    {
        screen.type(u"name"_s, name);
        screen.type(u"password"_s, password);
        REQUIRE(Screen::waitFor([&] { return screen.find<QPushButton>(QStringLiteral("signIn"))->isEnabled(); })); // guessing is slow
        window.signInPage()->signIn();
        REQUIRE(Screen::waitFor([&] { return !window.signInPage()->isBusy(); }));
        Screen::settle();
    }
    Services &services() { return made.hostel->services(); }
    template <class P> P *openPlace(const QString &place)
    {
        window.workspace()->openPlace(place);
        Screen::settle();
        auto *page = qobject_cast<P *>(window.workspace()->currentPage());
        REQUIRE(page);
        return page;
    }
    /// Types the path into the file dialog that is open.
    void answerFileDialog(const QString &path)
    {
        auto *dialog = window.findChild<QFileDialog *>();
        REQUIRE(dialog);
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
        REQUIRE(name);
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
        Screen::settle();
    }
    /// Answers "Is it you?".
    void confirm(const QString &password = kPassword)
    {
        auto *dialog = window.findChild<QDialog *>();
        REQUIRE(dialog);
        screen.type(QStringLiteral("passwordAgain"), password, dialog);
        screen.press(QStringLiteral("confirm"), dialog);
    }
};

} // namespace keywork::test
