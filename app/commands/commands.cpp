// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

#include "core/base/plain_file.h"
#include "core/services/keeping/guessing.h"
#include "core/services/sharing/disclosures.h"
#include "ui/text/list_text.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_trust.h"

#include <QFile>
#include <QStandardPaths>
#include <QThread>

using namespace Qt::StringLiterals;

namespace keywork {

const QList<Command> &allCommands()
{
    static const CommandOption user{"user", true, false};
    static const CommandOption password{"password-file", true, false};
    static const QList<Command> commands{
        {"demo", "demo FILE [--people N] [--years N] [--beds N] [--seed S] [--end YYYY-MM-DD] [--password-file PATH]", 1,
            {{"people", false, false}, {"years", false, false}, {"beds", false, false}, {"seed", false, false}, {"end", false, false},
                {"password-file", false, false}},
            runDemo},
        {"people", "people FILE [--csv]", 1, {user, password, {"csv", false, true}}, runPeople},
        {"timeline", "timeline FILE --person P-0001 [--from YYYY-MM-DD] [--until YYYY-MM-DD] [--csv]", 1,
            {user, password, {"person", true, false}, {"from", false, false}, {"until", false, false}, {"csv", false, true}}, runTimeline},
        {"list", "list FILE KIND [--csv]", 2, {user, password, {"csv", false, true}}, runList, 1},
        {"today", "today FILE [--on YYYY-MM-DD] [--csv]", 1, {user, password, {"on", false, false}, {"csv", false, true}}, runToday},
        {"print",
            "print care-plan|emergency-sheet FILE --person P-0001 --out X.pdf [--overwrite]\n"
            "                 [--discreet | --large-print]",
            2,
            {user, password, {"person", true, false}, {"out", true, false}, {"discreet", false, true}, {"large-print", false, true},
                {"overwrite", false, true}},
            runPrint},
        {"quick-card", "quick-card ROLE --out X.pdf [--overwrite]", 1, {{"out", true, false}, {"overwrite", false, true}}, runQuickCard},
        {"refer",
            "refer FILE --person P-0001 --agency NAME|#NUMBER --sections identity,care_plan --reason \"…\" --out DIR\n"
            "                 [--format pdf|protected|fhir|all] [--passphrase-file PATH|-] [--lawful-reason KIND --because \"…\"]",
            1,
            {user, password, {"person", true, false}, {"agency", true, false}, {"sections", true, false}, {"reason", true, false},
                {"out", true, false}, {"format", false, false}, {"passphrase-file", false, false}, {"lawful-reason", false, false},
                {"because", false, false}},
            runRefer},
        {"consent", "consent FILE --person P-0001 --list", 1, {user, password, {"person", true, false}, {"list", false, true}}, runConsent},
        {"disclosures", "disclosures FILE [--person P-0001] [--csv]", 1, {user, password, {"person", false, false}, {"csv", false, true}},
            runDisclosures},
        {"backup", "backup FILE DIR [--leaving [--passphrase-file PATH|-]]", 2,
            {user, password, {"leaving", false, true}, {"passphrase-file", false, false}}, runBackup},
        {"restore",
            "restore BACKUP NEWFILE [--dry-run] [--erased-from FILE]\n"
            "                 --user NAME --password-file PATH|- | --recovery-key-file PATH|- | --passphrase-file PATH|-",
            2,
            {{"user", false, false}, {"password-file", false, false}, {"recovery-key-file", false, false},
                {"passphrase-file", false, false}, {"erased-from", false, false}, {"dry-run", false, true}},
            runRestore},
        {"rescue", "rescue DAMAGED NEWFILE (opened as for restore)", 2,
            {{"user", false, false}, {"password-file", false, false}, {"recovery-key-file", false, false},
                {"passphrase-file", false, false}},
            runRescue},
        {"check", "check FILE [--deep]", 1, {user, password, {"deep", false, true}}, runCheck},
        {"audit", "audit verify FILE [--seal \"NUMBER DIGITS\"]", 2, {user, password, {"seal", false, false}}, runAudit},
    };
    return commands;
}

QString seenHeadsPath() { return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/keywork/seen.json"_s; }

int fail(Output output, const Error &error, const QString &about)
{
    output.err << (about.isEmpty() ? QString() : about + u": "_s) << words::error(error) << '\n';
    for (const Violation &violation : error.violations)
        output.err << "  " << violation.column << ": " << words::violation(violation) << '\n';
    const bool isRefusal
        = error.kind == ErrorKind::NotAgreed || error.kind == ErrorKind::NotPermitted || error.kind == ErrorKind::NeedToKnow;
    return isRefusal ? RefusedToDo : Failed;
}

void waitAfterTries(int failures) { QThread::sleep(ulong(secondsBeforeTry(failures))); }

std::optional<QString> readPassword(const QString &path, Output output)
{
    QFile file(path);
    const bool isInput = path == u"-";
    if (isInput && !file.open(stdin, QIODevice::ReadOnly)) {
        fail(output, {ErrorKind::NotReadable, {}, {}}, path);
        return {};
    }
    if (Done opened = isInput ? Done() : openPlainFile(file); !opened) {
        fail(output, opened.error(), path);
        return {};
    }
    QString line = QString::fromUtf8(file.readLine(4096));
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    if (!line.isEmpty())
        return line;
    output.err << path << ": " << said("Its first line is empty; the password is to stand there.") << '\n';
    return {};
}

QString listText(const Request &request, const QStringList &labels, const QList<QStringList> &lines)
{
    if (request.flags.contains(u"csv"_s))
        return csvOfList(labels, lines);
    QString text;
    for (const QStringList &line : lines)
        text += line.join(u"  "_s) + u'\n';
    return text;
}

QString dayText(const Request &request, QDate day)
{
    return request.flags.contains(u"csv"_s) ? day.toString(Qt::ISODate) : words::date(day);
}

int letLeave(Services &services, const QString &kind, const QList<Id<Person>> &people, const QString &text, Output output)
{
    const auto kept = services.disclosures.keepList(kind, people, text.toUtf8());
    if (!kept)
        return fail(output, kept.error());
    output.out << text;
    output.out.flush();
    if (output.out.status() == QTextStream::Ok)
        return Finished;
    Q_UNUSED(bool(services.disclosures.didNotLeave(*kept)));
    output.err << said("This could not be written to where the output goes. It is noted that it did not leave.") << '\n';
    return Failed;
}

std::unique_ptr<SignedIn> signInFor(const Request &request, const QString &path, Output output)
{
    auto signedIn = std::make_unique<SignedIn>();
    const auto password = readPassword(request.options.value(u"password-file"_s), output);
    if (!password) {
        signedIn->code = Failed;
        return signedIn;
    }
    auto file = HostelFile::choose(path, signedIn->clock, SeenHeads(seenHeadsPath()));
    if (!file) {
        signedIn->code = fail(output, file.error(), path);
        return signedIn;
    }
    signedIn->file = std::move(*file);
    waitAfterTries(signedIn->file->recentFailures());
    auto hostel = signedIn->file->signIn(request.options.value(u"user"_s), *password);
    if (!hostel) {
        signedIn->code = fail(output, hostel.error(), path);
        return signedIn;
    }
    signedIn->hostel = std::move(*hostel);
    signedIn->hostel->leaveAs(HistoryAction::SignedOut);
    if (const Done takes = signedIn->hostel->takesWriting(); !takes)
        output.err << words::takesNothing(takes.error(), signedIn->hostel->asideFolder()) << '\n';
    return signedIn;
}

} // namespace keywork
