// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/command_line.h"
#include "app/process.h"
#include "app/qt_messages.h"

#include <QApplication>
#include <QGuiApplication>

namespace {

int runWithoutWindow(const QStringList &arguments)
{
    QTextStream out(stdout); // UTF-8, whatever the console says
    QTextStream err(stderr);
    const keywork::Output output{out, err, keywork::errIsTerminal()};
    return arguments.value(0) == u"--complete" ? keywork::complete(arguments.mid(1), output) : keywork::runCommand(arguments, output);
}

} // namespace

int main(int argc, char **argv)
{
    keywork::hardenProcess();
    keywork::keepQtQuiet();
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(keywork::argumentFrom(argv[i]));
    if (arguments.value(0) == u"--complete") // at each Tab: without starting Qt
        return runWithoutWindow(arguments);
    if (keywork::isCommand(arguments)) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        const QGuiApplication application(argc, argv);
        keywork::qtHasStarted();
        return runWithoutWindow(arguments);
    }
    QApplication application(argc, argv);
    keywork::qtHasStarted();
    return keywork::runWindow(application, arguments.value(0));
}
