// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/progress.h"
#include "core/services/keeping/audit.h"
#include "core/services/keeping/open_hostel.h"
#include "ui/text/words_trust.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

std::optional<Seal> sealFrom(const QString &text)
{
    bool isNumber = false;
    const Seal seal{{}, text.section(u' ', 0, 0).toLongLong(&isNumber), text.section(u' ', 1).remove(u' ').remove(u'-').toLower()};
    return isNumber && seal.head.size() == 64 ? std::optional(seal) : std::nullopt;
}

/// An older copy, or another history than this PC has seen, is whole all the same.
bool isAboutDamage(FileWarning::Kind kind)
{
    using Kind = FileWarning::Kind;
    return kind == Kind::Damaged || kind == Kind::HistoryChanged || kind == Kind::SealedUnreadable || kind == Kind::RowsOlder
        || kind == Kind::PagesOlder;
}

Result<FileCheck> quickCheck(const OpenHostel &hostel)
{
    const auto problems = hostel.problems();
    return problems ? Result<FileCheck>(FileCheck{*problems, {}}) : problems.error();
}

/// What is no damage to anything that the file holds.
void sayHarmless(const OpenHostel &hostel, bool isWhole, Output output)
{
    if (const QString head = words::headCopies(hostel.headCopies()); !head.isEmpty())
        output.err << head << '\n';
    const auto unreadable = hostel.unreadablePages();
    if (!unreadable || *unreadable == 0)
        return;
    output.err << (isWhole ? said("Pages that can't be read and hold nothing any more: %1. Nothing is lost; the disk may be failing.")
                           : said("Pages that can't be read: %1."))
                      .arg(*unreadable)
               << '\n';
}

/// Neither damage nor a change behind the program's back; but whoever reads times has to know.
void sayClock(const OpenHostel &hostel, const QList<ClockJump> &jumps, Output output)
{
    constexpr qsizetype kShown = 20;
    for (const ClockJump &jump : jumps.mid(0, kShown))
        output.err << words::clockJump(jump) << '\n';
    if (jumps.size() > kShown)
        output.err << said("The clock was set back %1 more times.").arg(jumps.size() - kShown) << '\n';
    if (hostel.clock().isBehind())
        output.err << words::clockBehind(hostel.clock()) << '\n';
}

/// Whether the file is the one that was expected is another question than whether it is whole, and comes second.
int sayWhichFile(const QList<FileWarning> &warnings, Output output)
{
    for (const FileWarning &warning : warnings)
        output.err << words::fileWarning(warning) << '\n';
    output.err.flush();
    if (warnings.isEmpty())
        return Finished;
    const bool isOlder = std::any_of(
        warnings.cbegin(), warnings.cend(), [](const FileWarning &one) { return one.kind == FileWarning::Kind::EntriesMissing; });
    if (isOlder)
        output.out << said("If it was put back on purpose, a manager signs in and says on Today that this file goes on. If not, please put "
                           "the newer file back before anybody works in this one.")
                   << '\n';
    return Failed;
}

int checkFile(const Request &request, OpenHostel &hostel, Output output)
{
    const QString path = request.names.first();
    const bool deep = request.flags.contains(u"deep"_s);
    const auto found = [&] {
        Progress progress(request, output, said("Checking"));
        return deep ? hostel.deepCheck()(progress.beside()) : quickCheck(hostel);
    }();
    if (!found)
        return fail(output, found.error(), path);
    for (const QString &line : words::damageFound(found->damage))
        output.err << line << '\n';
    for (const HistoryFinding &finding : found->history)
        output.err << words::auditFinding(finding) << '\n';
    for (const QString &line : words::rowsOlder(found->rows) + words::pagesFound(found->pages))
        output.err << line << '\n';
    sayHarmless(hostel, found->damage.isEmpty(), output);
    sayClock(hostel, found->jumps, output);
    output.err.flush();
    QList<FileWarning> warnings = hostel.warnings();
    const bool hasOldRows = !found->rows.isEmpty(); // said above, with the rest
    warnings.removeIf([&](const FileWarning &warning) { return hasOldRows && warning.kind == FileWarning::Kind::RowsOlder; });
    const bool isDamaged = !found->isWhole()
        || std::any_of(warnings.cbegin(), warnings.cend(), [](const FileWarning &warning) { return isAboutDamage(warning.kind); });
    output.out << path << ": "
               << (isDamaged     ? said("damaged, see above and below.")
                          : deep ? said("every page, key, reference, search word, history entry and record is in order.")
                                 : said("every page, key and reference is in order."));
    if (!isDamaged && !warnings.isEmpty())
        output.out << ' ' << said("Nothing in it is damaged, but it is not the file that was expected here:");
    output.out << '\n';
    output.out.flush();
    const bool isExpected = sayWhichFile(warnings, output) == Finished;
    return isExpected && !isDamaged && hostel.headCopies() != HeadCopies::Broken ? Finished : Failed;
}

int verifyHistory(const Request &request, const QList<Seal> &seals, OpenHostel &hostel, Output output)
{
    const QString path = request.names.at(1);
    Services &services = hostel.services();
    const auto job = services.audit.verification(seals);
    if (!job)
        return fail(output, job.error(), path);
    const auto report = [&] {
        Progress progress(request, output, said("Reading the history"));
        return (*job)(progress.beside());
    }();
    if (!report)
        return fail(output, report.error(), path);
    for (const FileWarning &warning : hostel.warnings())
        output.err << words::fileWarning(warning) << '\n';
    for (const HistoryFinding &finding : report->findings)
        output.err << words::auditFinding(finding) << '\n';
    sayClock(hostel, report->jumps, output);
    output.out << said("%1 entries, %2 of them emptied by erasure.").arg(report->entries).arg(report->erased) << '\n'
               << said("Control number: %1 %2").arg(report->seal.sequence).arg(report->seal.head) << '\n';
    Q_UNUSED(bool(services.audit.verified(*report)));
    output.out << words::onlyTheHistory() << '\n';
    const bool isAsWritten = report->findings.isEmpty();
    const bool isWell = isAsWritten && hostel.warnings().isEmpty();
    output.out << (isWell ? said("The history is as it was written.")
            : isAsWritten ? said("What is in this file is as it was written, but it is not all that was expected, see above.")
                          : said("The history is not as it was written, see above."))
               << '\n';
    return isWell ? Finished : Failed;
}

} // namespace

int runCheck(const Request &request, Output output)
{
    return withHostel(
        request, request.names.first(), output, [&](OpenHostel &hostel) { return checkFile(request, hostel, output); },
        Doubts::TheWorkTells);
}

int runAudit(const Request &request, Output output)
{
    if (request.names.at(0) != u"verify")
        return failUsage(output, said("“audit” knows: verify."));
    QList<Seal> seals;
    if (const QString text = request.options.value(u"seal"_s); !text.isEmpty()) {
        const auto seal = sealFrom(text);
        if (!seal)
            return failUsage(output, said("A control number is the number of an entry and 64 digits, as it is printed."));
        seals.append(*seal);
    }
    return withHostel(
        request, request.names.at(1), output, [&](OpenHostel &hostel) { return verifyHistory(request, seals, hostel, output); },
        Doubts::TheWorkTells);
}

} // namespace keywork
