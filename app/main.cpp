// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/command_line.h"
#include "app/process.h"

#include <QApplication>
#include <QGuiApplication>

int main(int argc, char **argv)
{
    keywork::hardenProcess();
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(keywork::argumentFrom(argv[i]));
    if (keywork::isCommand(arguments)) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        const QGuiApplication application(argc, argv);
        QTextStream out(stdout); // UTF-8, whatever the console says
        QTextStream err(stderr);
        return keywork::runCommand(arguments, {out, err});
    }
    QApplication application(argc, argv);
    return keywork::runWindow(application, arguments.value(0));
}
