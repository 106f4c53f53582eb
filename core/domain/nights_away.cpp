// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/nights_away.h"
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Expected back, and back, no earlier than they went.
Violations backAfterGoing(const Row &row, QDate)
{
    Violations violations;
    for (const QString &column : {u"expected_on"_s, u"back_on"_s})
        if (const QString day = row.text(column); !day.isEmpty() && day < row.text(u"from_on"_s))
            violations.append({column, Rule::EndsBeforeStart, {}});
    return violations;
}

} // namespace

template <> const Described<NightsAway> &recordType<NightsAway>()
{
    static const Described<NightsAway> type
        = Described<NightsAway>(
            {.table = "nights_away",
                .title = QT_TRANSLATE_NOOP("record", "Nights away"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Nights away"),
                .category = Category::Housing,
                .access = {.add = Act::Record},
                .place = Place::Resident,
                .newOne = QT_TRANSLATE_NOOP("record", "New nights away"),
                .belongs = QT_TRANSLATE_NOOP("record", "Nights they spend elsewhere: from when, until when, and whether they are back."),
                .listRank = 5,
                .orderBy = "from_on",
                .newestFirst = true,
                .happens = "from_on",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Away for some nights: {why}"); },
                .ends = "back_on",
                .ended = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Back after nights away"); },
                .handedOver = alwaysTold,
                .seen = {.at = "back_on"},
                .together = backAfterGoing})
              .field(&NightsAway::personId, residentField())
              .field(&NightsAway::fromOn,
                  {.column = "from_on",
                      .label = QT_TRANSLATE_NOOP("record", "Away from"),
                      .help = QT_TRANSLATE_NOOP("record", "The day on which the first night begins."),
                      .required = true,
                      .listed = true,
                      .days = kEitherWay})
              .field(&NightsAway::expectedOn,
                  {.column = "expected_on",
                      .label = QT_TRANSLATE_NOOP("record", "Expected back on"),
                      .help = QT_TRANSLATE_NOOP("record", "Later than this they are asked after on Today."),
                      .required = true,
                      .listed = true,
                      .days = kEitherWay})
              .field(&NightsAway::backOn,
                  {.column = "back_on",
                      .label = QT_TRANSLATE_NOOP("record", "Back on"),
                      .help = QT_TRANSLATE_NOOP("record", "Leave empty until they are."),
                      .listed = true,
                      .saidAfterwards = true, // by whoever was there when they came back, also at night
                      .days = kHappened})
              .field(&NightsAway::why,
                  {.column = "why", .label = QT_TRANSLATE_NOOP("record", "Why"), .list = "nights_away_why", .listed = true})
              .field(&NightsAway::where,
                  {.column = "where_to",
                      .label = QT_TRANSLATE_NOOP("record", "Where, as far as they told"),
                      .searched = true,
                      .keptInHouse = true,
                      .maxLength = 300})
              .field(&NightsAway::note, noteField(2000));
    return type;
}

} // namespace keywork
