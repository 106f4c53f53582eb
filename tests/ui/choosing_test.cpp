// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/screen.h"
#include "ui/pages/guidance/guidance_view.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/file_question.h"

#include <QAbstractItemView>
#include <QFileDialog>
#include <QPointer>

namespace keywork::test::choosing_test {

using namespace Qt::StringLiterals;

TEST_CASE("A blank between two typed words goes on looking, and by itself opens the list")
{
    ChoiceBox box;
    box.addItems({QString(), u"New Road House"_s, u"New Street"_s, u"North Gate"_s});
    box.show();
    box.setFocus();
    QTest::keyClicks(&box, u"new s"_s);
    CHECK(box.currentText() == u"New Street");
    CHECK_FALSE(box.view()->isVisible());
    QTest::qWait(QApplication::keyboardInputInterval() + 50);
    QTest::keyClick(&box, Qt::Key_Space);
    CHECK(box.view()->isVisible());
    box.hidePopup();
}

TEST_CASE("A file dialog begins where one was chosen last, and never in the folder for temporary files")
{
    QTemporaryDir temporary;
    QTemporaryDir kept(QDir::homePath() + u"/chosen-XXXXXX"_s);
    REQUIRE(kept.isValid());
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", temporary.path().toLocal8Bit()); // the tests' own home may lie among temporary files
    QWidget window;
    const auto choose = [&window](const QString &folder) {
        askForFile(&window, {.title = u"Save"_s, .wanted = FileQuestion::Wanted::NewFile, .name = u"list.csv"_s}, [](const QString &) {});
        const QPointer<QFileDialog> dialog = window.findChild<QFileDialog *>();
        REQUIRE(dialog);
        const QString began = dialog->directory().absolutePath();
        Q_EMIT dialog->fileSelected(folder + u"/list.csv"_s);
        dialog->reject();
        Screen::settle();
        delete dialog.data(); // where it waits for that
        return began;
    };
    const QString first = choose(temporary.path());
    CHECK_FALSE(first.startsWith(temporary.path()));
    CHECK(choose(kept.path()) == first); // what was chosen among temporary files is forgotten
    CHECK(choose(temporary.path()) == kept.path());
    CHECK(choose(temporary.path()) == kept.path());
    before.isEmpty() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
}

TEST_CASE("A table of guidance has all of its lines")
{
    GuidanceBlock table;
    table.type = GuidanceBlock::Type::Table;
    for (int row = 0; row < 2; ++row) {
        QList<GuidanceRuns> cells;
        for (int column = 0; column < 2; ++column)
            cells.append(GuidanceRuns{GuidanceRun{u"cell"_s}});
        table.rows.append(cells);
    }
    GuidanceView view;
    view.resize(400, 300);
    view.setBlocks({table});
    view.show();
    Screen::settle();
    const QImage image = view.grab().toImage();
    const QColor line = Theme::colour(u"line"_s);
    int across = 0;
    int down = 0;
    for (int y = 0; y < image.height(); ++y) {
        int found = 0;
        for (int x = 0; x < image.width(); ++x)
            found += image.pixelColor(x, y) == line ? 1 : 0;
        across += found > image.width() / 2 ? 1 : 0;
    }
    for (int x = 0; x < image.width(); ++x) {
        int found = 0;
        for (int y = 0; y < image.height(); ++y)
            found += image.pixelColor(x, y) == line ? 1 : 0;
        down += found > 30 ? 1 : 0;
    }
    CHECK(across == 3);
    CHECK(down == 3);
}

} // namespace keywork::test::choosing_test
