// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTextStream>

namespace keywork {

/// What a command may be ended with (README, `keywork --help`).
enum ExitCode { Finished = 0, Failed = 1, WrongUsage = 2, RefusedToDo = 3 };

/// Where a command writes; tests give strings.
struct Output {
    QTextStream &out;
    QTextStream &err;
    bool errIsTerminal = false; ///< a person reads it: how a long command gets on may be said there
};

/// An argument as text. Bytes that are none (not UTF-8) stand in it as U+FFFD, which names no file: that is said (isNoText).
QString argumentFrom(const char *argument);
/// True when the arguments (without the program's name) ask for a command and not for the window.
bool isCommand(const QStringList &arguments);
/// What the shell may offer for the words after the program's name, the last of which is being typed; one a line.
int complete(const QStringList &words, Output output);
/// Runs it; needs a QGuiApplication for the commands that print.
int runCommand(const QStringList &arguments, Output output);

} // namespace keywork
