// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/seal_document.h"

#include "core/domain/house.h"
#include "core/services/keeping/audit.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/print/blocks.h"
#include "ui/print/say.h"
#include "ui/text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

/// 64 digits in groups that can be read out.
QString grouped(const QString &head)
{
    QStringList groups;
    for (qsizetype at = 0; at < head.size(); at += 8)
        groups.append(head.mid(at, 8));
    return groups.join(u' ');
}

} // namespace

Document sealDocument(const Services &services, const QList<Seal> &seals)
{
    const auto house = services.records.all<House>();
    Document document;
    document.title = say("Control numbers of the history");
    document.footLeft = house && !house->isEmpty() ? house->first().value.name : QString();
    document.footMiddle = words::longDate(services.records.today());
    document.add(text({{say("Control numbers of the history"), true, false}}, 17, 4));
    document.add(text({{say("Keep this page away from the PC. Whoever has it can tell later that no entry up to the number was changed or "
                            "taken out: under Audit, “Check the history”, or keywork audit verify FILE --seal \"NUMBER DIGITS\".")}},
        10, 10));
    Table days;
    days.shares = {0.2, 0.14, 0.66};
    days.head = {say("Day"), say("Last entry"), say("Digits")};
    for (const Seal &seal : seals) {
        days.rows.append(
            QList<Runs>{Runs{{words::date(seal.day), true, false}}, Runs{{QString::number(seal.sequence)}}, Runs{{grouped(seal.head)}}});
        days.firstOfGroup.append(true);
    }
    document.add(table(days));
    document.add(text({{say("Printed by, date, signature:")}}, 11, 30));
    return document;
}

} // namespace keywork::print
