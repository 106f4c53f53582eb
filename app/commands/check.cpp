// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

namespace keywork {

int runCheck(const Request &request, Output output)
{
    const auto signedIn = signInFor(request, request.names.first(), output);
    if (!signedIn->hostel)
        return signedIn->code;
    const auto problems = signedIn->hostel->problems();
    if (!problems)
        return fail(output, problems.error(), request.names.first());
    for (const QString &problem : *problems)
        output.err << problem << '\n';
    output.out << request.names.first() << ": "
               << (problems->isEmpty() ? said("every page, key and reference is in order.") : said("damaged, see above.")) << '\n';
    return problems->isEmpty() ? Finished : Failed;
}

} // namespace keywork
