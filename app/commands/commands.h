// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"
#include "core/services/keeping/hostel_file.h"

#include <QCoreApplication>
#include <QMap>
#include <functional>

namespace keywork {

struct CommandOption {
    const char *name = "";
    bool required = false;
    bool isFlag = false;
};

/// What was asked for, checked for form only.
struct Request {
    QStringList names;
    QMap<QString, QString> options;
    QStringList flags;
};

struct Command {
    const char *name = "";
    const char *usage = "";
    int positional = 1;
    QList<CommandOption> options;
    int (*run)(const Request &request, Output output) = nullptr;
    int mayMiss = 0; ///< of the names, at the end: the command says itself what could stand there
};

/// A translated sentence of the command line.
inline QString said(const char *text) { return QCoreApplication::translate("command", text); }

const QList<Command> &allCommands();

int runDemo(const Request &request, Output output);
int runPeople(const Request &request, Output output);
int runTimeline(const Request &request, Output output);
int runList(const Request &request, Output output);
int runToday(const Request &request, Output output);
int runPrint(const Request &request, Output output);
int runRefer(const Request &request, Output output);
int runConsent(const Request &request, Output output);
int runDisclosures(const Request &request, Output output);
int runCheck(const Request &request, Output output);
int runAudit(const Request &request, Output output);
int runBackup(const Request &request, Output output);
int runRestore(const Request &request, Output output);
int runRescue(const Request &request, Output output);
int selfTest(Output output);

/// Where this PC keeps what it has seen of each file's history.
QString seenHeadsPath();
/// Says the error's sentence and gives its exit code.
int fail(Output output, const Error &error, const QString &about = {});

/// The file, opened with --user and --password-file. On failure the sentence was said and `code` is set.
struct SignedIn {
    SystemClock clock;
    std::unique_ptr<HostelFile> file;
    std::unique_ptr<OpenHostel> hostel;
    int code = Finished;
};
std::unique_ptr<SignedIn> signInFor(const Request &request, const QString &path, Output output);
/// Guessing by script is slowed like guessing at the window.
void waitAfterTries(int failures);
/// The first line of the file, or of standard input for "-".
Result<QString> readPassword(const QString &path);

} // namespace keywork
