// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"
#include "core/domain/person.h"
#include "core/record/access.h"
#include "core/services/keeping/hostel_file.h"

#include <QCoreApplication>
#include <QMap>
#include <functional>
#include <optional>
#include <utility>

namespace keywork {

/// What stands after a command or an option: how the usage calls it, and what the shell offers there.
struct Placeholder {
    enum class Shell { Nothing, Files, Folders };
    const char *shown = ""; ///< "FILE"; words to choose from stand with | between them
    Shell shell = Shell::Nothing;
    QStringList (*words)() = nullptr; ///< more words than fit into the usage
};

struct CommandOption {
    const char *name = "";
    std::optional<Placeholder> value = {}; ///< none: a flag
    bool required = false;
    bool isFlag() const { return !value; }
};

/// What was asked for, checked for form only: no name and no value is empty.
struct Request {
    QStringList names;
    QMap<QString, QString> options;
    QStringList flags;
};

/// A command as usage, check of what was typed, completion and the man page's test read it.
struct Command {
    const char *name = "";
    QList<Placeholder> names;
    QList<CommandOption> options;
    int (*run)(const Request &request, Output output) = nullptr;
    int mayMiss = 0; ///< of the names, at the end: the command says itself what could stand there
};

/// A translated sentence of the command line.
inline QString said(const char *text) { return QCoreApplication::translate("command", text); }

const QList<Command> &allCommands();
const Command *commandNamed(const QString &name);
/// "people FILE [--group here|left] [--csv]", in lines of a terminal's width; `withAccess`: and how to sign in.
QString usageOf(const Command &command, bool withAccess);
/// What can stand where a command or its options ask for one of several words, in sentences.
QStringList valuesOf(const Command &command);
/// What can stand at the place of the last word (bash completion), one a line; "<files>" and "<folders>" for the shell's own.
QStringList completionsFor(const QStringList &words);

int runDemo(const Request &request, Output output);
int runPeople(const Request &request, Output output);
int runCoverage(const Request &request, Output output);
int runOccupancy(const Request &request, Output output);
int runRecall(const Request &request, Output output);
int runTimeline(const Request &request, Output output);
int runList(const Request &request, Output output);
int runFind(const Request &request, Output output);
int runToday(const Request &request, Output output);
int runPrint(const Request &request, Output output);
int printGuidance(const Request &request, Output output); ///< of runPrint
/// What is printed by its number, not for a person (an incident, a drug alert); none: it is something else.
std::optional<int> runPrintNumbered(const Request &request, Output output);
int runQuickCard(const Request &request, Output output);
int runRollCall(const Request &request, Output output);
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
int failUsage(Output output, const QString &sentence);

/// The file, opened with --user and --password-file, and `work` on it; what `work` gives is the exit code. When it can't
/// be opened, the sentence was said.
using WorkOnHostel = std::function<int(OpenHostel &hostel)>;
/// What is doubted about the file (it is older, its header is) is said first, unless the work tells of it itself.
enum class Doubts { AreSaid, TheWorkTells };
int withHostel(const Request &request, const QString &path, Output output, const WorkOnHostel &work, Doubts doubts = Doubts::AreSaid);
/// The same for what takes a list along: refused to whoever may not share.
int withListsOf(const Request &request, Output output, const WorkOnHostel &work);
/// The resident whose number --person says, whose record is open to whoever asks. NotFound, NeedToKnow.
Result<Kept<Person>> personOf(const Request &request, const Services &services);

/// Guessing by script is slowed like guessing at the window.
void waitAfterTries(int failures);
/// The first line of the file, or of standard input for "-". Nothing when there is none: the sentence was said.
std::optional<QString> readPassword(const QString &path, Output output);

/// A list as it is shown: lines for a person, or with --csv labels, cells and the total for a spreadsheet.
QString listText(const Request &request, const QStringList &labels, const QList<QStringList> &lines);
/// A day in a list: 14 Sep 2026 for a person, 2026-09-14 in a spreadsheet.
QString dayText(const Request &request, QDate day);
/// The first and the last day that were asked for (--from, --until), five years at most; none: why not is said.
std::optional<std::pair<QDate, QDate>> periodOf(const Request &request, Output output);
/// The one way in which a list leaves by a command: what a terminal shows can be written to a file, so it is kept in the
/// ledger in both forms; with a sentence and noted as not having left when the output can't be written.
int letLeave(Services &services, const QString &kind, const QList<Id<Person>> &people, const QString &text, Output output);

} // namespace keywork
