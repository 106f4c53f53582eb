// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/naloxone_kit.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

// A kit that expired long ago is still written down: it stays choosable, since it may be all there is.
constexpr DayRange kExpires{DayDirection::Any, 5, 6, false};

/// A syringe that was opened is used up (additions.md, "Overdose, incidents, supplies").
Violations kitHoldsTogether(const Row &row, QDate)
{
    const bool isPartial = fromCode<KitState>(row.text(u"state"_s)) == KitState::Partial;
    const bool isSyringe = fromCode<NaloxoneKind>(row.text(u"kind"_s)) == NaloxoneKind::Syringe;
    return isPartial && isSyringe ? Violations{{u"state"_s, Rule::OpenedSyringe, {}}} : Violations();
}

/// What a record may name from now on: one that may be given, and one that was just used, which may still be written down.
bool mayBeNamed(const Row &kit, QDate today)
{
    constexpr int kDays = 31; // house rule: what was used is written up within a month
    const auto state = fromCode<KitState>(kit.text(u"state"_s));
    const QDate used = fromStoredText(kit.text(u"used_at"_s)).date();
    return state && (isHere(*state) || (*state == KitState::Used && used.isValid() && used.daysTo(today) <= kDays));
}

bool isPlaceInUse(const Row &place, QDate) { return place.value(u"out_of_use"_s).toLongLong() == 0; }

} // namespace

template <> const Described<NaloxonePlace> &recordType<NaloxonePlace>()
{
    static const Described<NaloxonePlace> type
        = Described<NaloxonePlace>(
            {.table = "naloxone_place",
                .title = QT_TRANSLATE_NOOP("record", "Place for naloxone"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Places for naloxone"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Place"),
                .place = Place::Supplies,
                .newOne = QT_TRANSLATE_NOOP("record", "New place for naloxone"),
                .belongs = QT_TRANSLATE_NOOP("record", "Each bag or box with naloxone, and how many kits it should hold."),
                .listRank = 5,
                .orderBy = "name",
                .few = true,
                .offered = isPlaceInUse,
                .called = "{name}"})
              .field(&NaloxonePlace::name,
                  {.column = "name",
                      .label = QT_TRANSLATE_NOOP("record", "Place"),
                      .help = QT_TRANSLATE_NOOP("record", "As a colleague finds it at night, as: reception, red bag."),
                      .onlyOne = QT_TRANSLATE_NOOP("record", "There is a place %1 already."),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .maxLength = 80})
              .field(&NaloxonePlace::atLeast,
                  {.column = "at_least",
                      .label = QT_TRANSLATE_NOOP("record", "Kits it should hold at least"),
                      .help = QT_TRANSLATE_NOOP("record", "With fewer that are ready and in date, Today says so."),
                      .required = true,
                      .beginsAs = "1",
                      .listed = true,
                      .smallest = 0,
                      .largest = 50})
              .field(&NaloxonePlace::outOfUse, {.column = "out_of_use", .label = QT_TRANSLATE_NOOP("record", "Out of use"), .listed = true})
              .field(&NaloxonePlace::goesOut,
                  {.column = "goes_out",
                      .label = QT_TRANSLATE_NOOP("record", "Leaves the house, as an outreach bag"),
                      .help = QT_TRANSLATE_NOOP("record", "In an emergency its kits are offered behind those that hang in the house."),
                      .listed = true})
              .field(&NaloxonePlace::note, noteField(500));
    return type;
}

template <> const Described<NaloxoneKit> &recordType<NaloxoneKit>()
{
    static const Described<NaloxoneKit> type
        = Described<NaloxoneKit>({.table = "naloxone_kit",
                                     .title = QT_TRANSLATE_NOOP("record", "Naloxone kit"),
                                     .titleMany = QT_TRANSLATE_NOOP("record", "Naloxone kits"),
                                     .titleShort = QT_TRANSLATE_NOOP("record", "Kit"),
                                     .access = {.add = Act::Record},
                                     .place = Place::Supplies,
                                     .newOne = QT_TRANSLATE_NOOP("record", "New naloxone kit"),
                                     .belongs = QT_TRANSLATE_NOOP("record",
                                         "Every kit of the house by its number: where it is, its batch, and until when it is good."),
                                     .listRank = 1,
                                     .orderBy = "number",
                                     .few = true,
                                     .offered = mayBeNamed,
                                     .called = "{number}",
                                     .together = kitHoldsTogether})
              .field(&NaloxoneKit::number,
                  {.column = "number",
                      .label = QT_TRANSLATE_NOOP("record", "Number"),
                      .help = QT_TRANSLATE_NOOP("record", "As written on the kit itself."),
                      .onlyOne = QT_TRANSLATE_NOOP("record", "There is a kit %1 already."),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .maxLength = 20})
              .field(&NaloxoneKit::kind,
                  {.column = "kind", .label = QT_TRANSLATE_NOOP("record", "Kind"), .required = true, .beginsAs = "spray", .listed = true})
              .field(
                  &NaloxoneKit::product, {.column = "product", .label = QT_TRANSLATE_NOOP("record", "Product"), .list = "naloxone_product"})
              .field(&NaloxoneKit::batch,
                  {.column = "batch",
                      .label = QT_TRANSLATE_NOOP("record", "Batch"),
                      .help = QT_TRANSLATE_NOOP(
                          "record", "The letters and digits beside LOT. Empty: a recall can't tell whether this one is meant."),
                      .searched = true,
                      .listed = true,
                      .maxLength = 40})
              .field(&NaloxoneKit::expiresOn,
                  {.column = "expires_on",
                      .label = QT_TRANSLATE_NOOP("record", "Expires"),
                      .help = QT_TRANSLATE_NOOP("record", "As beside EXP. A month alone means its last day."),
                      .required = true,
                      .listed = true,
                      .days = kExpires})
              .field(&NaloxoneKit::state,
                  {.column = "state",
                      .label = QT_TRANSLATE_NOOP("record", "State"),
                      .help
                      = QT_TRANSLATE_NOOP("record", "An opened syringe is used up. A pack with one spray left is partial: replace it."),
                      .required = true,
                      .beginsAs = "ready",
                      .listed = true,
                      .saidAfterwards = true}) // by whoever used it, also at night
              .field(&NaloxoneKit::dosesLeft,
                  {.column = "doses_left",
                      .label = QT_TRANSLATE_NOOP("record", "Doses in it"),
                      .shownWhen = {"state", "ready,partial"},
                      .required = true,
                      .beginsAs = "2",
                      .listed = true,
                      .saidAfterwards = true,
                      .smallest = 1,
                      .largest = 20})
              .field(&NaloxoneKit::placeId,
                  {.column = "place_id",
                      .label = QT_TRANSLATE_NOOP("record", "Place"),
                      .refers = "naloxone_place",
                      .help = QT_TRANSLATE_NOOP("record", "Where it belongs, also while somebody carries it."),
                      .required = true,
                      .listed = true,
                      .saidAfterwards = true})
              .field(&NaloxoneKit::holderId,
                  {.column = "holder_id",
                      .label = QT_TRANSLATE_NOOP("record", "Carried by"),
                      .refers = "staff",
                      .listed = true,
                      .saidAfterwards = true})
              .field(&NaloxoneKit::usedAt,
                  {.column = "used_at",
                      .label = QT_TRANSLATE_NOOP("record", "Used"),
                      .shownWhen = {"state", "partial,used"},
                      .saidAfterwards = true,
                      .days = kHappened})
              .field(&NaloxoneKit::incidentId,
                  {.column = "incident_id",
                      .label = QT_TRANSLATE_NOOP("record", "In which incident"),
                      .refers = "incident",
                      .shownWhen = {"state", "partial,used"},
                      .saidAfterwards = true})
              .field(&NaloxoneKit::becameOf,
                  {.column = "became_of",
                      .label = QT_TRANSLATE_NOOP("record", "When, and how"),
                      .shownWhen = {"state", "given_out,sent_back,disposed,missing"},
                      .saidAfterwards = true,
                      .maxLength = 300})
              .field(&NaloxoneKit::suppliedBy,
                  {.column = "supplied_by", .label = QT_TRANSLATE_NOOP("record", "Supplied by"), .refers = "agency"})
              .field(&NaloxoneKit::suppliedOn,
                  {.column = "supplied_on", .label = QT_TRANSLATE_NOOP("record", "Supplied on"), .days = kHappened})
              .field(&NaloxoneKit::note, noteField(1000));
    return type;
}

} // namespace keywork
