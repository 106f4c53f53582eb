// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
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

} // namespace

int runCheck(const Request &request, Output output)
{
    const QString path = request.names.first();
    const auto signedIn = signInFor(request, path, output);
    if (!signedIn->hostel)
        return signedIn->code;
    const bool deep = request.flags.contains(u"deep"_s);
    const auto found = deep ? signedIn->hostel->deepCheck()([] { return false; }) : quickCheck(*signedIn->hostel);
    if (!found)
        return fail(output, found.error(), path);
    for (const QString &problem : found->damage)
        output.err << problem << '\n';
    for (const HistoryFinding &finding : found->history)
        output.err << words::auditFinding(finding) << '\n';
    for (const QString &line : words::rowsOlder(found->rows) + words::pagesFound(found->pages))
        output.err << line << '\n';
    for (const FileWarning &warning : signedIn->hostel->warnings())
        if (!deep || warning.kind != FileWarning::Kind::RowsOlder) // said above, with the rest
            output.err << words::fileWarning(warning) << '\n';
    sayHarmless(*signedIn->hostel, found->damage.isEmpty(), output);
    sayClock(*signedIn->hostel, found->jumps, output);
    const QList<FileWarning> warnings = signedIn->hostel->warnings();
    const bool isDamaged = !found->isWhole()
        || std::any_of(warnings.cbegin(), warnings.cend(), [](const FileWarning &warning) { return isAboutDamage(warning.kind); });
    const bool isWell = !isDamaged && warnings.isEmpty();
    output.out << path << ": "
               << (isDamaged        ? said("damaged, see above.")
                          : !isWell ? said("nothing in it is damaged, but it is not the file that was expected here, see above.")
                          : deep    ? said("every page, key, reference, search word, history entry and record is in order.")
                                    : said("every page, key and reference is in order."))
               << '\n';
    return isWell && signedIn->hostel->headCopies() != HeadCopies::Broken ? Finished : Failed;
}

int runAudit(const Request &request, Output output)
{
    if (request.names.at(0) != u"verify") {
        output.err << said("“audit” knows: verify.") << '\n';
        return WrongUsage;
    }
    QList<Seal> seals;
    if (const QString text = request.options.value(u"seal"_s); !text.isEmpty()) {
        const auto seal = sealFrom(text);
        if (!seal) {
            output.err << said("A seal is a number and 64 digits, as it is printed.") << '\n';
            return WrongUsage;
        }
        seals.append(*seal);
    }
    const auto signedIn = signInFor(request, request.names.at(1), output);
    if (!signedIn->hostel)
        return signedIn->code;
    Services &services = signedIn->hostel->services();
    const auto job = services.audit.verification(seals);
    if (!job)
        return fail(output, job.error(), request.names.at(1));
    const auto report = (*job)([] { return false; });
    if (!report)
        return fail(output, report.error(), request.names.at(1));
    for (const FileWarning &warning : signedIn->hostel->warnings())
        output.err << words::fileWarning(warning) << '\n';
    for (const HistoryFinding &finding : report->findings)
        output.err << words::auditFinding(finding) << '\n';
    sayClock(*signedIn->hostel, report->jumps, output);
    output.out << said("%1 entries, %2 of them emptied by erasure.").arg(report->entries).arg(report->erased) << '\n'
               << said("Seal: %1 %2").arg(report->seal.sequence).arg(report->seal.head) << '\n';
    Q_UNUSED(bool(services.audit.verified(*report)));
    output.out << words::onlyTheHistory() << '\n';
    const bool isAsWritten = report->findings.isEmpty();
    const bool isWell = isAsWritten && signedIn->hostel->warnings().isEmpty();
    output.out << (isWell ? said("The history is as it was written.")
            : isAsWritten ? said("What is in this file is as it was written, but it is not all that was expected, see above.")
                          : said("The history is not as it was written, see above."))
               << '\n';
    return isWell ? Finished : Failed;
}

} // namespace keywork
