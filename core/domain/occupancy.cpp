// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/occupancy.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

std::optional<Kept<OccupancyRight>> occupancyOn(const QList<Kept<OccupancyRight>> &all, QDate day)
{
    std::optional<Kept<OccupancyRight>> latest;
    for (const Kept<OccupancyRight> &one : all) {
        const bool isLater = !latest || std::pair(one.value.fromOn, one.id.value) > std::pair(latest->value.fromOn, latest->id.value);
        if (!one.withdrawn && one.value.fromOn <= day && isLater)
            latest = one;
    }
    return latest;
}

template <> const Described<OccupancyRight> &recordType<OccupancyRight>()
{
    static const Described<OccupancyRight> type
        = Described<OccupancyRight>(
            {.table = "occupancy",
                .title = QT_TRANSLATE_NOOP("record", "Kind of occupancy"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Kinds of occupancy"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Occupancy"),
                .category = Category::Housing,
                .access = {.add = Act::Share, .amend = Act::Share},
                .place = Place::Notice,
                .newOne = QT_TRANSLATE_NOOP("record", "New kind of occupancy"),
                .belongs = QT_TRANSLATE_NOOP(
                    "record", "By what right they live here, and the paper that says so. Until it is known no notice can be given."),
                .listRank = 4,
                .orderBy = "from_on",
                .newestFirst = true,
                .happens = "from_on",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Lives here by: {occupancy}"); }})
              .field(&OccupancyRight::personId, residentField())
              .field(&OccupancyRight::kind,
                  {.column = "occupancy",
                      .label = QT_TRANSLATE_NOOP("record", "Kind of occupancy"),
                      .help = QT_TRANSLATE_NOOP(
                          "record", "As the paper says. Not sure? Leave it until somebody who knows housing law has looked at it."),
                      .required = true,
                      .listed = true})
              .field(&OccupancyRight::described,
                  {.column = "described",
                      .label = QT_TRANSLATE_NOOP("record", "Which other kind"),
                      .shownWhen = {"occupancy", "other"},
                      .required = true,
                      .listed = true})
              .field(&OccupancyRight::fromOn,
                  {.column = "from_on", .label = QT_TRANSLATE_NOOP("record", "Since"), .required = true, .listed = true, .days = kHappened})
              .field(&OccupancyRight::paper,
                  {.column = "paper",
                      .label = QT_TRANSLATE_NOOP("record", "The paper that says so"),
                      .help = QT_TRANSLATE_NOOP("record", "Which paper, of which day, and where it is kept."),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .maxLength = 300})
              .field(&OccupancyRight::note, noteField(2000));
    return type;
}

} // namespace keywork
