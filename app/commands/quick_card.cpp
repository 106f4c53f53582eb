// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/quick_card.h"
#include "app/commands/commands.h"
#include "core/services/sharing/durable_file.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork {

/// Holds nobody's data: no file is opened, nobody signs in, and the ledger has nothing to keep.
int runQuickCard(const Request &request, Output output)
{
    const QString name = request.names.first();
    const auto role = fromCode<Role>(name);
    if (!role) {
        QStringList known;
        for (const Role one : allOf<Role>())
            known.append(QString::fromLatin1(codeOf(one)));
        output.err << said("There is no role “%1”. Roles are: %2.").arg(name, known.join(u", "_s)) << '\n';
        return WrongUsage;
    }
    const print::Document card = print::quickCard(*role, {});
    const QString path = request.options.value(u"out"_s);
    const IfThere ifThere = request.flags.contains(u"overwrite"_s) ? IfThere::Replace : IfThere::Refuse;
    if (Done written = writeDurably(path, card.toPdf(), ifThere); !written)
        return fail(output, written.error(), path);
    output.out << path << ": " << words::pages(card.pageCount()) << '\n';
    return Finished;
}

} // namespace keywork
