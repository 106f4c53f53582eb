// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/held_medicine.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qint64 kMostItems = 5000; // house rule: above it somebody typed a strength or a telephone number

/// Liquid is counted by its sealed bottles, and a dose is either taken under supervision or handed in.
Violations heldAsItCame(const Row &row, QDate)
{
    Violations violations;
    const auto unit = fromCode<HeldUnit>(row.text(u"unit"_s));
    const bool isWhole = unit == HeldUnit::Bottle || unit == HeldUnit::Box || unit == HeldUnit::Item;
    if (fromCode<HeldForm>(row.text(u"form"_s)) == HeldForm::Liquid && !isWhole)
        violations.append({u"unit"_s, Rule::LiquidIsNotPoured, {}});
    if (fromCode<DosesAre>(row.text(u"doses"_s)) == DosesAre::Supervised)
        violations.append({u"doses"_s, Rule::SupervisedDose, {}});
    return violations;
}

bool isUnsaid(const Row &row, const QString &column) { return row.text(column).trimmed().isEmpty(); }

/// What went in or out has to make the difference between the two counts.
Violations movesAddUp(const Row &row, int direction)
{
    Violations violations;
    for (const QString &column : {u"counted_before"_s, u"quantity"_s, u"counted_after"_s})
        if (row.value(column).isNull())
            violations.append({column, Rule::Required, {}});
    if (!violations.isEmpty())
        return violations;
    const qint64 before = row.value(u"counted_before"_s).toLongLong();
    const qint64 quantity = row.value(u"quantity"_s).toLongLong();
    if (direction < 0 && quantity > before)
        violations.append({u"quantity"_s, Rule::MoreThanIsThere, QString::number(before)});
    else if (const qint64 after = before + direction * quantity; row.value(u"counted_after"_s).toLongLong() != after)
        violations.append({u"counted_after"_s, Rule::DoesNotAddUp, QString::number(after)});
    return violations;
}

Violations entryHoldsTogether(const Row &row, QDate)
{
    Violations violations;
    const auto act = fromCode<CustodyAct>(row.text(u"act"_s));
    if (!act)
        return violations;
    const bool isSealed = row.value(u"sealed"_s).toLongLong() != 0;
    if (isStockAct(*act) && !isSealed)
        violations = countProblems(row, *act);
    const bool isAlone = fromCode<SecondName>(row.text(u"second"_s)) == SecondName::Nobody;
    const bool asksWhy = isSealed || isAlone || *act == CustodyAct::Correction || *act == CustodyAct::Review;
    if (asksWhy && isUnsaid(row, u"why"_s))
        violations.append({u"why"_s, Rule::ReasonNeeded, {}});
    if (!isStockAct(*act) && row.value(u"about_id"_s).isNull())
        violations.append({u"about_id"_s, Rule::Required, {}});
    return violations;
}

const char *custodyLine(const Row &row)
{
    if (row.value(u"sealed"_s).toLongLong() != 0)
        return QT_TRANSLATE_NOOP("record", "Medicine {held_medicine_id}: {act}, sealed and not counted");
    const auto act = fromCode<CustodyAct>(row.text(u"act"_s));
    if (act && directionOf(*act) != 0)
        return QT_TRANSLATE_NOOP("record", "Medicine {held_medicine_id}: {act}, {quantity}");
    return act && isStockAct(*act) ? QT_TRANSLATE_NOOP("record", "Medicine {held_medicine_id}: {act}, {counted_after}")
                                   : QT_TRANSLATE_NOOP("record", "Medicine {held_medicine_id}: {act}");
}

/// They took it themselves, or gave the second name: they stood there.
bool wasHandedOrSigned(const Row &row)
{
    return fromCode<CustodyAct>(row.text(u"act"_s)) == CustodyAct::HandedOver
        || fromCode<SecondName>(row.text(u"second"_s)) == SecondName::Resident;
}

constexpr const char *kMovesAndCorrection = "in,handed_over,to_pharmacy,spilled,to_coroner,correction";
constexpr const char *kCounts = "in,handed_over,to_pharmacy,spilled,to_coroner,left_behind,for_coroner,count,correction";
constexpr const char *kStock = "in,handed_over,to_pharmacy,spilled,to_coroner,left_behind,for_coroner,count";
constexpr const char *kMayDiffer = "in,handed_over,to_pharmacy,spilled,to_coroner,left_behind,for_coroner,count,review";

Field countField(const char *column, const char *label, const char *asked, qint64 smallest, const char *help = nullptr)
{
    return {.column = column,
        .label = label,
        .help = help,
        .shownWhen = {"act", asked},
        .listed = true,
        .smallest = smallest,
        .largest = kMostItems};
}

} // namespace

Violations countProblems(const Row &row, CustodyAct act)
{
    if (const int direction = directionOf(act); direction != 0)
        return movesAddUp(row, direction);
    return row.value(u"counted_after"_s).isNull() ? Violations{{u"counted_after"_s, Rule::Required, {}}} : Violations();
}

template <> const Described<HeldMedicine> &recordType<HeldMedicine>()
{
    static const Described<HeldMedicine> type
        = Described<HeldMedicine>(
            {.table = "held_medicine",
                .title = QT_TRANSLATE_NOOP("record", "Medicine held"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Medicines held"),
                .category = Category::Treatment,
                .access = {.add = Act::Record},
                .newOne = QT_TRANSLATE_NOOP("record", "Hand in a medicine"),
                .belongs = QT_TRANSLATE_NOOP("record",
                    "Medicine that they handed in at reception and take themselves. Sealed items are counted, nothing is poured."),
                .cannotUndo = true,
                .answeredFor = true,
                .called = "{medicine}",
                .within = "medicine",
                .together = heldAsItCame})
              .field(&HeldMedicine::personId, residentField())
              .field(&HeldMedicine::medicine,
                  {.column = "medicine",
                      .label = QT_TRANSLATE_NOOP("record", "Medicine"),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .maxLength = 120})
              .field(&HeldMedicine::strength,
                  {.column = "strength",
                      .label = QT_TRANSLATE_NOOP("record", "Strength, as the label says"),
                      .help = QT_TRANSLATE_NOOP("record", "75 mg, 1 mg/ml"),
                      .listed = true,
                      .maxLength = 60})
              .field(&HeldMedicine::form,
                  {.column = "form", .label = QT_TRANSLATE_NOOP("record", "Form"), .required = true, .beginsAs = "tablets"})
              .field(&HeldMedicine::unit,
                  {.column = "unit",
                      .label = QT_TRANSLATE_NOOP("record", "Counted in"),
                      .help = QT_TRANSLATE_NOOP("record", "Whole items as they were sealed. Nobody pours or measures."),
                      .required = true,
                      .beginsAs = "box",
                      .listed = true})
              .field(&HeldMedicine::doses,
                  {.column = "doses",
                      .label = QT_TRANSLATE_NOOP("record", "These doses are"),
                      .required = true,
                      .beginsAs = "to_take_home"})
              .field(&HeldMedicine::place,
                  {.column = "place",
                      .label = QT_TRANSLATE_NOOP("record", "Locked place"),
                      .help = QT_TRANSLATE_NOOP("record", "Its label. Each place holds one resident's medicine only."),
                      .required = true,
                      .listed = true,
                      .keptInHouse = true,
                      .maxLength = 80})
              .field(&HeldMedicine::note,
                  {.column = "note",
                      .label = QT_TRANSLATE_NOOP("record", "Note"),
                      .searched = true,
                      .multiline = true,
                      .keptInHouse = true,
                      .maxLength = 1000});
    return type;
}

template <> const Described<CustodyEntry> &recordType<CustodyEntry>()
{
    static const Described<CustodyEntry> type
        = Described<CustodyEntry>({.table = "custody_entry",
                                      .title = QT_TRANSLATE_NOOP("record", "Entry of medicine held"),
                                      .titleMany = QT_TRANSLATE_NOOP("record", "Register of medicine held"),
                                      .titleShort = QT_TRANSLATE_NOOP("record", "Medicine held"),
                                      .category = Category::Treatment,
                                      .access = {.add = Act::Record},
                                      .orderBy = "done_at",
                                      .newestFirst = true,
                                      .cannotUndo = true,
                                      .answeredFor = true,
                                      .happens = "done_at",
                                      .happened = custodyLine,
                                      .handedOver = alwaysTold,
                                      .seen = {.at = "done_at", .when = wasHandedOrSigned},
                                      .called = "{act}",
                                      .within = "held_medicine_id",
                                      .together = entryHoldsTogether,
                                      .frozen = alwaysFrozen})
              .field(&CustodyEntry::personId, residentField())
              .field(&CustodyEntry::heldId,
                  {.column = "held_medicine_id",
                      .label = QT_TRANSLATE_NOOP("record", "Medicine"),
                      .refers = "held_medicine",
                      .required = true,
                      .listed = true,
                      .kept = true})
              .field(&CustodyEntry::act,
                  {.column = "act", .label = QT_TRANSLATE_NOOP("record", "What happened"), .required = true, .listed = true})
              .field(&CustodyEntry::aboutId,
                  {.column = "about_id",
                      .label = QT_TRANSLATE_NOOP("record", "About the entry"),
                      .refers = "custody_entry",
                      .shownWhen = {"act", "correction,second_name,review"},
                      .kept = true})
              .field(&CustodyEntry::doneAt,
                  {.column = "done_at", .label = QT_TRANSLATE_NOOP("record", "When"), .required = true, .listed = true, .days = kHappened})
              .field(&CustodyEntry::sealed,
                  {.column = "sealed",
                      .label = QT_TRANSLATE_NOOP("record", "Sealed, not counted"),
                      .help = QT_TRANSLATE_NOOP("record", "When it can't be counted with them now: open until two names have counted it."),
                      .shownWhen = {"act", "in,left_behind,for_coroner"},
                      .listed = true})
              .field(&CustodyEntry::countedBefore,
                  countField("counted_before", QT_TRANSLATE_NOOP("record", "Counted before"), kMovesAndCorrection, 0))
              .field(&CustodyEntry::quantity, countField("quantity", QT_TRANSLATE_NOOP("record", "How many"), kMovesAndCorrection, 1))
              .field(&CustodyEntry::countedAfter,
                  countField("counted_after", QT_TRANSLATE_NOOP("record", "Counted after"), kCounts, 0,
                      QT_TRANSLATE_NOOP("record", "What is there now. Count it, and look at the register afterwards.")))
              .field(&CustodyEntry::receipt,
                  {.column = "receipt",
                      .label = QT_TRANSLATE_NOOP("record", "Receipt: who took it, where, its number"),
                      .shownWhen = {"act", "to_pharmacy,to_coroner"},
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&CustodyEntry::struckOut,
                  {.column = "struck_out",
                      .label = QT_TRANSLATE_NOOP("record", "That entry should not be there at all"),
                      .shownWhen = {"act", "correction"}})
              .field(&CustodyEntry::second,
                  {.column = "second",
                      .label = QT_TRANSLATE_NOOP("record", "Second name"),
                      .shownWhen = {"act", kStock},
                      .required = true,
                      .beginsAs = "staff",
                      .listed = true})
              .field(&CustodyEntry::secondId,
                  {.column = "second_id",
                      .label = QT_TRANSLATE_NOOP("record", "Who of the team"),
                      .refers = "staff",
                      .shownWhen = {"second", "staff"},
                      .required = true,
                      .listed = true})
              .field(&CustodyEntry::cause,
                  {.column = "cause",
                      .label = QT_TRANSLATE_NOOP("record", "If it differs: what is known"),
                      .help = QT_TRANSLATE_NOOP("record", "Only when the count is not what the register says."),
                      .shownWhen = {"act", kMayDiffer},
                      .listed = true})
              .field(&CustodyEntry::why,
                  {.column = "why",
                      .label = QT_TRANSLATE_NOOP("record", "Why, or what else is to be said"),
                      .searched = true,
                      .listed = true,
                      .multiline = true,
                      .keptInHouse = true,
                      .saysWhy = true,
                      .maxLength = 2000})
              .field(&CustodyEntry::difference,
                  {.column = "difference", .label = QT_TRANSLATE_NOOP("record", "Difference"), .listed = true, .kept = true})
              .field(&CustodyEntry::balance,
                  {.column = "balance", .label = QT_TRANSLATE_NOOP("record", "Balance"), .listed = true, .kept = true})
              .field(&CustodyEntry::stillOpen,
                  {.column = "still_open", .label = QT_TRANSLATE_NOOP("record", "Something is still to be done"), .kept = true});
    return type;
}

} // namespace keywork
