// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/services/house/roll_calls.h"
#include "core/services/services.h"
#include "core/services/sharing/disclosures.h"
#include "core/services/sharing/durable_file.h"
#include "ui/print/roll_call_document.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork {

/// The one that goes on, else who would be called now; nothing is begun by a command.
int runRollCall(const Request &request, Output output)
{
    return withHostel(request, request.names.first(), output, [&](OpenHostel &hostel) {
        Services &services = hostel.services();
        const QString path = request.options.value(u"out"_s);
        const IfThere ifThere = request.flags.contains(u"overwrite"_s) ? IfThere::Replace : IfThere::Refuse;
        if (Done may = checkMayWrite(path, "%PDF", ifThere); !may)
            return fail(output, may.error(), path);
        const auto running = services.rollCalls.running();
        if (!running)
            return fail(output, running.error());
        const auto now = *running ? services.rollCalls.read(**running) : services.rollCalls.asOfNow();
        if (!now)
            return fail(output, now.error());
        const auto paper = print::rollCallPaper(services, *now);
        if (!paper)
            return fail(output, paper.error());
        const auto left
            = services.disclosures.leave({.about = print::rollCallDisclosure(*now), .files = {{path, paper->toPdf(), ifThere}}});
        if (!left)
            return fail(output, left.error(), path);
        output.out << path << ": " << words::pages(paper->pageCount()) << '\n';
        return int(Finished);
    });
}

} // namespace keywork
