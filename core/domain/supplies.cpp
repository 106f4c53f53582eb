// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/supplies.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// What a law of its own covers is switched on with both: which paper, and since when.
Violations switchedOnByPaper(const Row &row, QDate)
{
    if (row.value(u"needs_authority"_s).toLongLong() == 0)
        return {};
    const bool hasPaper = !row.text(u"authority_paper"_s).trimmed().isEmpty();
    const bool hasDay = !row.text(u"switched_on"_s).isEmpty();
    if (hasPaper == hasDay)
        return {};
    return {{hasPaper ? u"switched_on"_s : u"authority_paper"_s, Rule::Required, {}}};
}

Violations movesSomething(const Row &row, QDate)
{
    const bool isNothing = row.value(u"given"_s).toLongLong() == 0 && row.value(u"returned"_s).toLongLong() == 0;
    return isNothing ? Violations{{u"given"_s, Rule::Required, {}}} : Violations();
}

bool isItemInUse(const Row &item, QDate today);

Field itemField()
{
    return {.column = "item_id", .label = QT_TRANSLATE_NOOP("record", "What"), .refers = "supply_item", .required = true, .listed = true};
}

} // namespace

template <> const Described<SupplyItem> &recordType<SupplyItem>()
{
    static const Described<SupplyItem> type
        = Described<SupplyItem>({.table = "supply_item",
                                    .title = QT_TRANSLATE_NOOP("record", "Harm-reduction supply"),
                                    .titleMany = QT_TRANSLATE_NOOP("record", "What we hand out"),
                                    .titleShort = QT_TRANSLATE_NOOP("record", "Supply"),
                                    .access = kManagersChange,
                                    .place = Place::Supplies,
                                    .newOne = QT_TRANSLATE_NOOP("record", "New supply to hand out"),
                                    .belongs = QT_TRANSLATE_NOOP("record",
                                        "Needles and syringes by size, cups, filters, condoms, sharps boxes: what can be handed out here, "
                                        "and when to reorder."),
                                    .listRank = 6,
                                    .orderBy = "name",
                                    .few = true,
                                    .offered = isItemInUse,
                                    .called = "{name}",
                                    .together = switchedOnByPaper})
              .field(&SupplyItem::name,
                  {.column = "name",
                      .label = QT_TRANSLATE_NOOP("record", "What it is called"),
                      .help = QT_TRANSLATE_NOOP("record", "With its size, as: 1 ml syringe with needle."),
                      .onlyOne = QT_TRANSLATE_NOOP("record", "There is a supply called %1 already."),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .maxLength = 60})
              .field(&SupplyItem::kind,
                  {.column = "kind", .label = QT_TRANSLATE_NOOP("record", "Kind"), .list = "supply_kind", .required = true, .listed = true})
              .field(&SupplyItem::comesBack,
                  {.column = "comes_back",
                      .label = QT_TRANSLATE_NOOP("record", "Used ones are brought back"),
                      .help = QT_TRANSLATE_NOOP("record", "They count for how many come back of what was given."),
                      .listed = true})
              .field(&SupplyItem::reorderAt,
                  {.column = "reorder_at",
                      .label = QT_TRANSLATE_NOOP("record", "Reorder when so many are left"),
                      .help = QT_TRANSLATE_NOOP("record", "Single ones. Empty: nobody counts them."),
                      .listed = true,
                      .smallest = 0,
                      .largest = 100'000})
              .field(&SupplyItem::orderedFrom,
                  {.column = "ordered_from", .label = QT_TRANSLATE_NOOP("record", "Ordered from"), .refers = "agency", .listed = true})
              .field(&SupplyItem::needsAuthority,
                  {.column = "needs_authority",
                      .label = QT_TRANSLATE_NOOP("record", "A law of its own covers it"),
                      .help = QT_TRANSLATE_NOOP("record",
                          "As foil, pipes and tourniquets (Misuse of Drugs Act 1971, section 9A). It is offered only once paper and day "
                          "stand here.")})
              .field(&SupplyItem::authorityPaper,
                  {.column = "authority_paper",
                      .label = QT_TRANSLATE_NOOP("record", "Switched on by which paper"),
                      .shownWhen = {"needs_authority", nullptr},
                      .maxLength = 300})
              .field(&SupplyItem::switchedOn,
                  {.column = "switched_on",
                      .label = QT_TRANSLATE_NOOP("record", "Switched on since"),
                      .shownWhen = {"needs_authority", nullptr},
                      .listed = true,
                      .days = kEitherWay})
              .field(&SupplyItem::outOfUse,
                  {.column = "out_of_use", .label = QT_TRANSLATE_NOOP("record", "Not handed out any more"), .listed = true})
              .field(&SupplyItem::note, noteField(1000));
    return type;
}

template <> const Described<SupplyStock> &recordType<SupplyStock>()
{
    static const Described<SupplyStock> type
        = Described<SupplyStock>({.table = "supply_stock",
                                     .title = QT_TRANSLATE_NOOP("record", "Delivery or count"),
                                     .titleMany = QT_TRANSLATE_NOOP("record", "Deliveries and counts"),
                                     .access = {.add = Act::Record},
                                     .place = Place::Supplies,
                                     .newOne = QT_TRANSLATE_NOOP("record", "New delivery or count"),
                                     .belongs = QT_TRANSLATE_NOOP("record",
                                         "What came, and what was counted on the shelf. What is handed out is taken off by itself."),
                                     .listRank = 4,
                                     .orderBy = "at",
                                     .newestFirst = true})
              .field(&SupplyStock::itemId, itemField())
              .field(&SupplyStock::act,
                  {.column = "act",
                      .label = QT_TRANSLATE_NOOP("record", "Which"),
                      .required = true,
                      .beginsAs = "delivered",
                      .listed = true})
              .field(&SupplyStock::quantity,
                  {.column = "quantity",
                      .label = QT_TRANSLATE_NOOP("record", "How many"),
                      .help = QT_TRANSLATE_NOOP("record", "Single ones, not packs."),
                      .required = true,
                      .listed = true,
                      .smallest = 0,
                      .largest = 100'000})
              .field(&SupplyStock::at,
                  {.column = "at", .label = QT_TRANSLATE_NOOP("record", "When"), .required = true, .listed = true, .days = kHappened})
              .field(&SupplyStock::note, noteField(500));
    return type;
}

template <> const Described<SupplyVisit> &recordType<SupplyVisit>()
{
    static const Described<SupplyVisit> type
        = Described<SupplyVisit>(
            {.table = "supply_visit",
                .title = QT_TRANSLATE_NOOP("record", "Supplies given or brought back"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Supplies given and brought back"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Supplies"),
                .category = Category::Risk,
                .access = {.add = Act::Record},
                .place = Place::Supplies,
                .newOne = QT_TRANSLATE_NOOP("record", "Give supplies"),
                .belongs = QT_TRANSLATE_NOOP("record", "Equipment that was handed out or came back, for a resident or for nobody named."),
                .listRank = 2,
                .orderBy = "at",
                .newestFirst = true,
                .happens = "at",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Harm-reduction supplies given or brought back"); },
                .seen = {.at = "at"},
                .called = "{at}"})
              .field(&SupplyVisit::at,
                  {.column = "at", .label = QT_TRANSLATE_NOOP("record", "When"), .required = true, .listed = true, .days = kHappened})
              .field(&SupplyVisit::personId,
                  {.column = "person_id",
                      .label = QT_TRANSLATE_NOOP("record", "Resident"),
                      .refers = "person",
                      .help = QT_TRANSLATE_NOOP("record", "Leave empty for nobody named: a name is never asked for."),
                      .listed = true,
                      .anyOnFile = true,
                      .tie = Tie::Subject})
              .field(&SupplyVisit::messages,
                  {.column = "messages",
                      .label = QT_TRANSLATE_NOOP("record", "Talked about"),
                      .list = "harm_reduction_topic",
                      .listed = true})
              .field(&SupplyVisit::leaflets,
                  {.column = "leaflets", .label = QT_TRANSLATE_NOOP("record", "Leaflets given"), .list = "leaflet", .listed = true})
              .field(&SupplyVisit::isEstimate,
                  {.column = "is_estimate",
                      .label = QT_TRANSLATE_NOOP("record", "What came back is an estimate"),
                      .help = QT_TRANSLATE_NOOP("record", "A closed sharps box is never opened to count.")})
              .field(&SupplyVisit::note, noteField(1000));
    return type;
}

template <> const Described<SupplyLine> &recordType<SupplyLine>()
{
    static const Described<SupplyLine> type
        = Described<SupplyLine>({.table = "supply_line",
                                    .title = QT_TRANSLATE_NOOP("record", "Item"),
                                    .titleMany = QT_TRANSLATE_NOOP("record", "What and how many"),
                                    .access = {.add = Act::Record},
                                    .childOf = "visit_id",
                                    .together = movesSomething})
              .field(&SupplyLine::visitId,
                  {.column = "visit_id",
                      .label = QT_TRANSLATE_NOOP("record", "Supplies given or brought back"),
                      .refers = "supply_visit",
                      .required = true,
                      .kept = true})
              .field(&SupplyLine::itemId, itemField())
              .field(&SupplyLine::given,
                  {.column = "given", .label = QT_TRANSLATE_NOOP("record", "Given"), .listed = true, .smallest = 0, .largest = 1000})
              .field(&SupplyLine::returned,
                  {.column = "returned",
                      .label = QT_TRANSLATE_NOOP("record", "Brought back"),
                      .listed = true,
                      .smallest = 0,
                      .largest = 5000});
    return type;
}

namespace {

bool isItemInUse(const Row &item, QDate today)
{
    const auto supply = recordType<SupplyItem>().fromRow(item);
    return supply && supply->isOffered(today);
}

} // namespace

} // namespace keywork
