// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/commands/commands.h"
#include "app/demo/demo_hostel.h"
#include "core/services/keeping/seen_heads.h"

#include "core/base/clock.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPalette>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

// Only these ever stand outside the file: window geometry, palette, text size, last file path.
Theme::Kind kindFrom(const QString &text, bool beginsDark)
{
    if (text == u"dark")
        return Theme::Kind::Dark;
    if (text == u"high_contrast")
        return Theme::Kind::HighContrast;
    return text.isEmpty() && beginsDark ? Theme::Kind::Dark : Theme::Kind::Light;
}

QString textFrom(Theme::Kind kind)
{
    return kind == Theme::Kind::Dark ? u"dark"_s : kind == Theme::Kind::HighContrast ? u"high_contrast"_s : u"light"_s;
}

/// Dark by default at night (additions.md, "House and shift"); whoever chose a palette has that one. The hours are ours.
bool isNight(const Clock &clock)
{
    const QTime now = clock.local(clock.now()).time();
    return now >= QTime(22, 0) || now < QTime(7, 0);
}

/// Forty residents over two years, up to today.
Demonstration demonstration()
{
    DemoWish wish;
    wish.end = SystemClock().today();
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QDir folder(QFileInfo(documents).isDir() ? documents : QDir::homePath());
    return {.make = [wish](const QString &path) { return makeDemoHostel(path, wish); },
        .path = folder.filePath(u"demonstration.keywork"_s),
        .name = kDemoManager,
        .password = wish.password};
}

} // namespace

int runWindow(QApplication &application, const QString &path)
{
    QCoreApplication::setOrganizationName(u"Keywork"_s);
    QCoreApplication::setApplicationName(u"Keywork"_s);
    QGuiApplication::setDesktopFileName(u"org.keywork.Keywork"_s);
    QSettings settings;
    const SystemClock clock;
    const bool systemIsDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    const Theme::Kind begun = kindFrom(settings.value(u"palette"_s).toString(), systemIsDark || isNight(clock));
    Theme::apply(application, begun, settings.value(u"textPercent"_s, 100).toInt());
    MainWindow window(clock, SeenHeads(seenHeadsPath()));
    window.setDemonstration(demonstration());
    window.restoreGeometry(settings.value(u"geometry"_s).toByteArray());
    QObject::connect(&window, &MainWindow::fileChosen, &window,
        [&](const QString &chosen) { settings.setValue(u"lastFile"_s, QFileInfo(chosen).absoluteFilePath()); });
    QObject::connect(&window, &MainWindow::themeChanged, &window, [&](Theme::Kind kind, int percent) {
        if (kind != begun || settings.contains(u"palette"_s)) // a larger text at night chooses no palette
            settings.setValue(u"palette"_s, textFrom(kind));
        settings.setValue(u"textPercent"_s, percent);
    });
    // The screen most reception PCs have is no larger than the window was drawn for.
    const QSize room = window.screen()->availableSize();
    if (room.width() < 1400 || room.height() < 800)
        window.showMaximized();
    else
        window.show();
    const QString last = path.isEmpty() ? settings.value(u"lastFile"_s).toString() : path;
    if (!last.isEmpty() && (!path.isEmpty() || QFileInfo::exists(last)))
        window.chooseFile(last);
    const int code = QApplication::exec();
    settings.setValue(u"geometry"_s, window.saveGeometry());
    return code;
}

} // namespace keywork
