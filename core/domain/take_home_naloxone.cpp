// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/take_home_naloxone.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr DayRange kTakeHomeExpires{DayDirection::Any, 5, 6, false}; // an old one is still written down

Violations takeHomeHoldsTogether(const Row &row, QDate)
{
    const QString ended = row.text(u"ended_on"_s);
    Violations violations;
    if (!ended.isEmpty() && ended < row.text(u"on_day"_s))
        violations.append({u"ended_on"_s, Rule::EndsBeforeStart, {}});
    const auto from = fromCode<TakeHomeFrom>(row.text(u"source"_s));
    const bool isHandedOver = fromCode<TakeHomeState>(row.text(u"state"_s)) != TakeHomeState::Expected;
    // Whoever only arranged it has not seen it handed over.
    if (from == TakeHomeFrom::Arranged && isHandedOver)
        violations.append({u"state"_s, Rule::ArrangedOnly, {}});
    // What we hand out leaves our stock: by which kit, a recall asks.
    if (from == TakeHomeFrom::Us && isHandedOver && row.value(u"kit_id"_s).toLongLong() == 0)
        violations.append({u"kit_id"_s, Rule::Required, {}});
    return violations;
}

const char *takeHomeLine(const Row &row)
{
    return fromCode<TakeHomeState>(row.text(u"state"_s)) == TakeHomeState::Expected
        ? QT_TRANSLATE_NOOP("record", "Naloxone to take home arranged")
        : QT_TRANSLATE_NOOP("record", "Naloxone to take home: {source}");
}

} // namespace

template <> const Described<TakeHomeNaloxone> &recordType<TakeHomeNaloxone>()
{
    static const Described<TakeHomeNaloxone> type
        = Described<TakeHomeNaloxone>(
            {.table = "take_home_naloxone",
                .title = QT_TRANSLATE_NOOP("record", "Naloxone to take home"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Naloxone to take home"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Naloxone"),
                .category = Category::Risk,
                .access = {.add = Act::Record},
                .place = Place::HarmReduction,
                .newOne = QT_TRANSLATE_NOOP("record", "New naloxone to take home"),
                .belongs = QT_TRANSLATE_NOOP("record",
                    "Naloxone of their own: arranged or handed out by whom, its batch, and what became of it. Anyone may give it in an "
                    "emergency."),
                .listRank = 1,
                .orderBy = "on_day",
                .newestFirst = true,
                .happens = "on_day",
                .happened = takeHomeLine,
                .ends = "ended_on",
                .ended = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Naloxone of their own: {state}"); },
                .together = takeHomeHoldsTogether})
              .field(&TakeHomeNaloxone::personId, residentField())
              .field(&TakeHomeNaloxone::from,
                  {.column = "source",
                      .label = QT_TRANSLATE_NOOP("record", "From whom"),
                      .help = QT_TRANSLATE_NOOP("record",
                          "Who may supply it is law (Human Medicines regulations as amended in 2024). We hand it out ourselves only under "
                          "an authority that a manager has put on file."),
                      .required = true,
                      .beginsAs = "arranged",
                      .listed = true})
              .field(&TakeHomeNaloxone::supplierId,
                  {.column = "supplier_id",
                      .label = QT_TRANSLATE_NOOP("record", "Which supplier"),
                      .refers = "agency",
                      .shownWhen = {"source", "arranged,supplier"},
                      .required = true,
                      .listed = true})
              .field(&TakeHomeNaloxone::kitId,
                  {.column = "kit_id",
                      .label = QT_TRANSLATE_NOOP("record", "Kit from our stock"),
                      .refers = "naloxone_kit",
                      .help = QT_TRANSLATE_NOOP("record", "It leaves the stock when this is saved."),
                      .shownWhen = {"source", "us"},
                      .listed = true})
              .field(&TakeHomeNaloxone::onDay,
                  {.column = "on_day",
                      .label = QT_TRANSLATE_NOOP("record", "Arranged or handed over on"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&TakeHomeNaloxone::state,
                  {.column = "state",
                      .label = QT_TRANSLATE_NOOP("record", "Now"),
                      .required = true,
                      .beginsAs = "expected",
                      .listed = true,
                      .saidAfterwards = true}) // by whoever hears of it, also at night
              .field(&TakeHomeNaloxone::endedOn,
                  {.column = "ended_on",
                      .label = QT_TRANSLATE_NOOP("record", "Since"),
                      .shownWhen = {"state", "used,lost,taken_away,given_back"},
                      .required = true,
                      .listed = true,
                      .saidAfterwards = true,
                      .days = kHappened})
              .field(&TakeHomeNaloxone::incidentId,
                  {.column = "incident_id",
                      .label = QT_TRANSLATE_NOOP("record", "In which incident"),
                      .refers = "incident",
                      .shownWhen = {"state", "used"},
                      .saidAfterwards = true})
              .field(&TakeHomeNaloxone::whyAnother,
                  {.column = "why_another",
                      .label = QT_TRANSLATE_NOOP("record", "Why another one"),
                      .help = QT_TRANSLATE_NOOP(
                          "record", "When they had one before: used, lost, out of date. Another one is no reason to ask twice."),
                      .saysWhy = true,
                      .maxLength = 300})
              .field(&TakeHomeNaloxone::kind,
                  {.column = "kind", .label = QT_TRANSLATE_NOOP("record", "Kind"), .required = true, .beginsAs = "spray", .listed = true})
              .field(&TakeHomeNaloxone::batch,
                  {.column = "batch",
                      .label = QT_TRANSLATE_NOOP("record", "Batch"),
                      .help = QT_TRANSLATE_NOOP("record", "The letters and digits beside LOT, so that a recall finds it."),
                      .listed = true,
                      .maxLength = 40})
              .field(&TakeHomeNaloxone::expiresOn,
                  {.column = "expires_on",
                      .label = QT_TRANSLATE_NOOP("record", "Expires"),
                      .help = QT_TRANSLATE_NOOP("record", "As beside EXP. A month alone means its last day."),
                      .listed = true,
                      .days = kTakeHomeExpires})
              .field(&TakeHomeNaloxone::shownOn,
                  {.column = "shown_on",
                      .label = QT_TRANSLATE_NOOP("record", "Shown how to use it on"),
                      .saidAfterwards = true,
                      .days = kHappened})
              .field(&TakeHomeNaloxone::keptWhere,
                  {.column = "kept_where",
                      .label = QT_TRANSLATE_NOOP("record", "Where they keep it"),
                      .keptInHouse = true,
                      .saidAfterwards = true})
              .field(&TakeHomeNaloxone::note, noteField(1000));
    return type;
}

} // namespace keywork
