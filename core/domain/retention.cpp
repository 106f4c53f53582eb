// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/retention.h"
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

bool isDone(const Row &row) { return !row.text(u"erased_at"_s).isEmpty(); }

} // namespace

template <> const Described<RetentionRule> &recordType<RetentionRule>()
{
    static const Described<RetentionRule> type
        = Described<RetentionRule>({.table = "retention_rule",
                                       .title = QT_TRANSLATE_NOOP("record", "How long it is kept"),
                                       .titleMany = QT_TRANSLATE_NOOP("record", "How long records are kept"),
                                       .access = kManagersChange})
              .field(&RetentionRule::what,
                  {.column = "what", .label = QT_TRANSLATE_NOOP("record", "What is kept"), .required = true, .listed = true})
              .field(&RetentionRule::years,
                  {.column = "years", .label = QT_TRANSLATE_NOOP("record", "Years"), .listed = true, .smallest = 1, .largest = 30})
              .field(&RetentionRule::why,
                  {.column = "why",
                      .label = QT_TRANSLATE_NOOP("record", "Why this long"),
                      .help = QT_TRANSLATE_NOOP("record", "The contract, the law or the policy that asks for it."),
                      .required = true,
                      .listed = true,
                      .saysWhy = true});
    return type;
}

template <> const Described<RetentionHold> &recordType<RetentionHold>()
{
    static const Described<RetentionHold> type = Described<RetentionHold>(
        {.table = "retention_hold",
            .title = QT_TRANSLATE_NOOP("record", "Do not erase yet"),
            .titleMany = QT_TRANSLATE_NOOP("record", "Do not erase yet"),
            .category = Category::Offending,
            .access = kManagersChange,
            .place = Place::Resident,
            .newOne = QT_TRANSLATE_NOOP("record", "Keep this record from being erased"),
            .belongs = QT_TRANSLATE_NOOP("record", "A court, a complaint, a safeguarding case: why this record is kept longer."),
            .orderBy = "from_on",
            .newestFirst = true,
            .together = endsAfterItBegan})
                                                     .field(&RetentionHold::personId, residentField())
                                                     .field(&RetentionHold::why,
                                                         {.column = "why",
                                                             .label = QT_TRANSLATE_NOOP("record", "Why it has to be kept"),
                                                             .help = QT_TRANSLATE_NOOP("record", "A court case, a complaint, an inquest."),
                                                             .required = true,
                                                             .listed = true,
                                                             .saysWhy = true,
                                                             .maxLength = 500})
                                                     .field(&RetentionHold::fromOn, fromField())
                                                     .field(&RetentionHold::untilOn, untilEndedField());
    return type;
}

template <> const Described<Erasure> &recordType<Erasure>()
{
    static const Described<Erasure> type
        = Described<Erasure>({.table = "erasure",
                                 .title = QT_TRANSLATE_NOOP("record", "Erasure"),
                                 .titleMany = QT_TRANSLATE_NOOP("record", "Erasures"),
                                 .access = kManagersChange,
                                 .newestFirst = true,
                                 .cannotUndo = true,
                                 .frozen = isDone})
              .field(&Erasure::what,
                  {.column = "what", .label = QT_TRANSLATE_NOOP("record", "What is erased"), .required = true, .listed = true})
              .field(&Erasure::record, {.column = "record", .label = QT_TRANSLATE_NOOP("record", "Record"), .kept = true})
              .field(&Erasure::number, {.column = "number", .label = QT_TRANSLATE_NOOP("record", "Number"), .listed = true, .kept = true})
              .field(&Erasure::why, {.column = "why", .label = QT_TRANSLATE_NOOP("record", "Why"), .required = true, .listed = true})
              .field(&Erasure::dueOn,
                  {.column = "due_on",
                      .label = QT_TRANSLATE_NOOP("record", "Due since"),
                      .required = true,
                      .listed = true,
                      .days = kEitherWay})
              .field(&Erasure::approvedBy,
                  {.column = "approved_by",
                      .label = QT_TRANSLATE_NOOP("record", "Approved by"),
                      .refers = "staff",
                      .listed = true,
                      .kept = true})
              .field(&Erasure::erasedAt,
                  {.column = "erased_at", .label = QT_TRANSLATE_NOOP("record", "Erased"), .listed = true, .kept = true, .days = kHappened})
              .field(
                  &Erasure::records, {.column = "records", .label = QT_TRANSLATE_NOOP("record", "Records"), .listed = true, .kept = true})
              .field(&Erasure::entries,
                  {.column = "entries", .label = QT_TRANSLATE_NOOP("record", "History entries emptied"), .listed = true, .kept = true});
    return type;
}

} // namespace keywork
