// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/handover.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

bool isHandedOver(const Row &stored) { return !stored.text(u"finished_at"_s).isEmpty(); }

std::optional<Category> lineTells(const Row &row) { return fromCode<Category>(row.text(u"category"_s)); }

Field ofHandover()
{
    return {.column = "handover_id",
        .label = QT_TRANSLATE_NOOP("record", "Handover"),
        .refers = "handover",
        .required = true,
        .listed = true,
        .kept = true,
        .anyOnFile = true};
}

Field keptText(const char *column, const char *label, int maxLength)
{
    return {.column = column, .label = label, .kept = true, .maxLength = maxLength};
}

Described<HandoverLine> whatALineTells(Described<HandoverLine> &&type)
{
    return std::move(type)
        .field(&HandoverLine::section,
            {.column = "section", .label = QT_TRANSLATE_NOOP("record", "Part"), .required = true, .listed = true, .kept = true})
        .field(&HandoverLine::rank, {.column = "rank", .label = QT_TRANSLATE_NOOP("record", "Place in it"), .kept = true, .smallest = 0})
        .field(&HandoverLine::kind, keptText("kind", QT_TRANSLATE_NOOP("record", "Kind of record"), 60))
        .field(
            &HandoverLine::record, {.column = "record", .label = QT_TRANSLATE_NOOP("record", "Which record"), .kept = true, .smallest = 0})
        .field(&HandoverLine::isEnd, {.column = "is_end", .label = QT_TRANSLATE_NOOP("record", "Its end"), .kept = true})
        .field(&HandoverLine::at,
            {.column = "at", .label = QT_TRANSLATE_NOOP("record", "When"), .listed = true, .kept = true, .days = kEitherWay})
        .field(&HandoverLine::isDay, {.column = "is_day", .label = QT_TRANSLATE_NOOP("record", "Only the day"), .kept = true})
        .field(&HandoverLine::category, keptText("category", QT_TRANSLATE_NOOP("record", "What it tells of"), 40))
        .field(&HandoverLine::said,
            {.column = "said", .label = QT_TRANSLATE_NOOP("record", "As it was read"), .listed = true, .kept = true, .maxLength = 600});
}

} // namespace

template <> const Described<Handover> &recordType<Handover>()
{
    static const Described<Handover> type
        = Described<Handover>(
            {.table = "handover",
                .title = QT_TRANSLATE_NOOP("record", "Handover"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Handovers"),
                .category = Category::Risk, // its words name people and what befell them
                .place = Place::Handover,
                .newOne = QT_TRANSLATE_NOOP("record", "Write this shift's handover"),
                .belongs = QT_TRANSLATE_NOOP("record", "What each shift told the next, as it was read, and who acknowledged it."),
                .listRank = 1,
                .orderBy = "from_at",
                .newestFirst = true,
                .cannotUndo = true, // people have read it
                .happens = "finished_at",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Handed over: {pattern_id}"); },
                .called = "{shift_day}",
                .frozen = isHandedOver})
              .field(&Handover::shiftDay,
                  {.column = "shift_day",
                      .label = QT_TRANSLATE_NOOP("record", "Day"),
                      .required = true,
                      .listed = true,
                      .kept = true,
                      .days = kEitherWay})
              .field(&Handover::patternId,
                  {.column = "pattern_id",
                      .label = QT_TRANSLATE_NOOP("record", "Shift"),
                      .refers = "shift_pattern",
                      .listed = true,
                      .kept = true,
                      .anyOnFile = true})
              .field(&Handover::shiftKey,
                  {.column = "shift_key",
                      .label = QT_TRANSLATE_NOOP("record", "Day and shift"),
                      .onlyOne = QT_TRANSLATE_NOOP("record", "A handover of this shift is on file already. Please open that one."),
                      .required = true,
                      .kept = true,
                      .maxLength = 40})
              .field(&Handover::fromAt,
                  {.column = "from_at",
                      .label = QT_TRANSLATE_NOOP("record", "Tells of what happened since"),
                      .required = true,
                      .listed = true,
                      .kept = true,
                      .days = kEitherWay})
              .field(&Handover::writtenBy,
                  {.column = "written_by",
                      .label = QT_TRANSLATE_NOOP("record", "Written by"),
                      .refers = "staff",
                      .required = true,
                      .listed = true,
                      .kept = true,
                      .anyOnFile = true})
              .field(&Handover::words,
                  {.column = "words",
                      .label = QT_TRANSLATE_NOOP("record", "In your own words"),
                      .help = QT_TRANSLATE_NOOP("record", "What the lines below do not say: how the house is, what to look out for."),
                      .searched = true,
                      .multiline = true,
                      .maxLength = 4000})
              .field(&Handover::finishedAt,
                  {.column = "finished_at",
                      .label = QT_TRANSLATE_NOOP("record", "Handed over at"),
                      .listed = true,
                      .kept = true,
                      .days = kHappened});
    return type;
}

template <> const Described<HandoverLine> &recordType<HandoverLine>()
{
    Field person = residentField();
    person.required = false;
    person.tie = Tie::Involved;
    static const Described<HandoverLine> type
        = whatALineTells(Described<HandoverLine>({.table = "handover_line",
                                                     .title = QT_TRANSLATE_NOOP("record", "Line of a handover"),
                                                     .titleMany = QT_TRANSLATE_NOOP("record", "Lines of a handover"),
                                                     .category = Category::Risk,
                                                     .readAs = lineTells,
                                                     .orderBy = "rank",
                                                     .cannotUndo = true,
                                                     .childOf = "handover_id",
                                                     .partSavedAlone = true,
                                                     .frozen = alwaysFrozen})
                             .field(&HandoverLine::handoverId, ofHandover())
                             .field(&HandoverLine::personId, person));
    return type;
}

template <> const Described<HandoverItem> &recordType<HandoverItem>()
{
    Field person = residentField();
    person.required = false;
    person.kept = false;
    person.listed = true;
    person.label = QT_TRANSLATE_NOOP("record", "About whom, if anybody");
    static const Described<HandoverItem> type
        = Described<HandoverItem>(
            {.table = "handover_item",
                .title = QT_TRANSLATE_NOOP("record", "Thing to be done"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Things to be done"),
                .titleShort = QT_TRANSLATE_NOOP("record", "To be done"),
                .category = Category::Risk,
                .access = {.add = Act::Record},
                .place = Place::Handover,
                .newOne = QT_TRANSLATE_NOOP("record", "Leave something to be done"),
                .belongs = QT_TRANSLATE_NOOP("record", "What one shift leaves to the next. It stays until somebody says that it is done."),
                .listRank = 2,
                .orderBy = "due_at",
                .happens = "created_at",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "To be done: {what}"); },
                .ends = "done_at",
                .ended = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Done: {what}"); },
                .called = "{what}"})
              .field(&HandoverItem::what,
                  {.column = "what",
                      .label = QT_TRANSLATE_NOOP("record", "What is to be done"),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .maxLength = 300})
              .field(&HandoverItem::personId, person)
              .field(&HandoverItem::dueAt,
                  {.column = "due_at",
                      .label = QT_TRANSLATE_NOOP("record", "By when"),
                      .help = QT_TRANSLATE_NOOP("record", "Empty: when there is time. Otherwise Today asks for it."),
                      .listed = true,
                      .days = kEitherWay})
              .field(&HandoverItem::doneAt,
                  {.column = "done_at",
                      .label = QT_TRANSLATE_NOOP("record", "Done at"),
                      .heading = QT_TRANSLATE_NOOP("record", "When it is done"),
                      .listed = true,
                      .saidAfterwards = true,
                      .days = kHappened})
              .field(&HandoverItem::doneNote,
                  {.column = "done_note",
                      .label = QT_TRANSLATE_NOOP("record", "What came of it"),
                      .shownWhen = {"done_at"},
                      .searched = true,
                      .saidAfterwards = true,
                      .maxLength = 300});
    return type;
}

template <> const Described<HandoverRead> &recordType<HandoverRead>()
{
    static const Described<HandoverRead> type
        = Described<HandoverRead>({.table = "handover_read",
                                      .title = QT_TRANSLATE_NOOP("record", "Handover acknowledged"),
                                      .titleMany = QT_TRANSLATE_NOOP("record", "Handovers acknowledged"),
                                      .titleShort = QT_TRANSLATE_NOOP("record", "Handover read"),
                                      .category = Category::Risk,
                                      .listsWhen = true,
                                      .cannotUndo = true,
                                      .answeredFor = true,
                                      .happens = "created_at",
                                      .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Handover read: {staff_id}"); },
                                      .frozen = alwaysFrozen})
              .field(&HandoverRead::handoverId, ofHandover())
              .field(&HandoverRead::staffId,
                  {.column = "staff_id",
                      .label = QT_TRANSLATE_NOOP("record", "Who has read it"),
                      .refers = "staff",
                      .required = true,
                      .listed = true,
                      .kept = true});
    return type;
}

} // namespace keywork
