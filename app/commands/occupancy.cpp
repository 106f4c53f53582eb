// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/occupancy.h"
#include "app/commands/commands.h"
#include "core/services/records/records.h"
#include "core/services/services.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Numbers for a spreadsheet; for a person with what they count.
QStringList nightLine(const Request &request, const QString &label, const NightSums &sums)
{
    const bool csv = request.flags.contains(u"csv"_s);
    const auto cell = [csv](const QString &said, qint64 number) { return csv ? QString::number(number) : said.arg(number); };
    QStringList cells{label, cell(said("%1 beds"), sums.beds), cell(said("%1 occupied"), sums.occupied), cell(said("%1 void"), sums.empty),
        cell(said("%1 away"), sums.away)};
    if (csv || sums.withoutRoom > 0)
        cells.append(cell(said("%1 without a room"), sums.withoutRoom));
    return cells;
}

} // namespace

int runOccupancy(const Request &request, Output output)
{
    const auto period = periodOf(request, output);
    if (!period)
        return WrongUsage;
    const auto [from, until] = *period;
    return withListsOf(request, output, [&](OpenHostel &hostel) {
        Services &services = hostel.services();
        if (until > services.records.latestDay())
            return failUsage(output, said("A night that has not begun can't be counted: the last one that can is tonight's."));
        const auto nights = services.occupancy.nights(from, until);
        if (!nights)
            return fail(output, nights.error());
        QList<QStringList> lines;
        for (const NightCount &night : *nights)
            lines.append(nightLine(request, dayText(request, night.night), sumOf({night})));
        if (!request.flags.contains(u"csv"_s)) // a spreadsheet adds up by itself
            lines.append(nightLine(request, said("Nights in all"), sumOf(*nights)));
        const QStringList labels{said("Night"), said("Beds"), said("Occupied"), said("Void"), said("Away"), said("Without a room")};
        return letLeave(services, u"stay"_s, {}, listText(request, labels, lines), output);
    });
}

} // namespace keywork
