// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

#include "core/base/plain_file.h"
#include "core/services/keeping/guessing.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
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

QString seenHeadsPath() { return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/keywork/seen.json"_s; }

namespace {

/// Nobody has typed into a form here that would still be there.
QString commandSentence(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::NoRoom:
        return said("The disk is full. This was not written. Please make room, with files that are not Keywork's, and try again.");
    case ErrorKind::FileGone:
        return said("Another file was put in the place of this one, or it was moved or deleted. Nothing was written into it. Please call "
                    "your manager.");
    case ErrorKind::Storage:
        return said("The file could not be written, so nothing came of it. (%1)").arg(error.detail);
    case ErrorKind::DoesNotFit:
        return said("This does not fit what is on file. The file is whole, and nothing was written. (%1)").arg(error.detail);
    default:
        return words::error(error);
    }
}

/// Why the file takes nothing at the moment, and what waits where.
QString takesNothingNow(const Error &error, const AsidePlace &place)
{
    if (error.kind != ErrorKind::NoRoom)
        return commandSentence(error);
    const QString full
        = said("The disk that this file lies on is full. It can be read; what has to stand in its history waits and joins by itself.");
    return place.folder.isEmpty() ? full : full + u' ' + said("It is sealed in %1 meanwhile.").arg(place.folder);
}

} // namespace

int fail(Output output, const Error &error, const QString &about)
{
    output.err << (about.isEmpty() ? QString() : about + u": "_s) << commandSentence(error) << '\n';
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

int failUsage(Output output, const QString &sentence)
{
    output.err << sentence << '\n';
    return WrongUsage;
}

std::optional<std::pair<QDate, QDate>> periodOf(const Request &request, Output output)
{
    constexpr int kLongestPeriod = 5 * 366; // days; bank holidays and prescriptions reach no further
    const QDate from = dayFromStored(request.options.value(u"from"_s));
    const QDate until = dayFromStored(request.options.value(u"until"_s));
    if (!from.isValid() || !until.isValid())
        failUsage(output, said("A day is written like 2026-09-14."));
    else if (from > until)
        failUsage(output, said("The first day of that period is behind its last."));
    else if (from.daysTo(until) >= kLongestPeriod)
        failUsage(output, said("Please ask for five years at most."));
    else
        return std::pair(from, until);
    return {};
}

int withHostel(const Request &request, const QString &path, Output output, const WorkOnHostel &work, Doubts doubts)
{
    const auto password = readPassword(request.options.value(u"password-file"_s), output);
    if (!password)
        return Failed;
    const SystemClock clock;
    const auto file = HostelFile::choose(path, clock, SeenHeads(seenHeadsPath()));
    if (!file)
        return fail(output, file.error(), path);
    waitAfterTries((*file)->recentFailures());
    const auto hostel = (*file)->signIn(request.options.value(u"user"_s), *password);
    if (!hostel)
        return fail(output, hostel.error(), path);
    (*hostel)->leaveAs(HistoryAction::SignedOut);
    if (const Done takes = (*hostel)->takesWriting(); !takes)
        output.err << takesNothingNow(takes.error(), (*hostel)->asidePlace()) << '\n';
    if (doubts == Doubts::AreSaid)
        for (const FileWarning &warning : (*hostel)->warnings())
            output.err << words::fileWarning(warning) << '\n';
    return work(**hostel);
}

int withListsOf(const Request &request, Output output, const WorkOnHostel &work)
{
    return withHostel(request, request.names.first(), output, [&](OpenHostel &hostel) {
        const Session &session = hostel.session();
        return session.may(Act::Export, Category::Identity) ? work(hostel) : fail(output, {session.refusal(), {}, {}});
    });
}

Result<Kept<Person>> personOf(const Request &request, const Services &services)
{
    const auto person = services.people.byNumber(request.options.value(u"person"_s));
    if (!person)
        return person;
    const Done open = services.records.checkOpen(person->id.value); // of a restricted record nothing is said, not even that there is none
    return open ? person : open.error();
}

} // namespace keywork
