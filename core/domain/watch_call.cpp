// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/watch_call.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const char *callLine(const Row &) { return QT_TRANSLATE_NOOP("record", "Rung about an emergency: {answer}"); }

} // namespace

template <> const Described<WatchCall> &recordType<WatchCall>()
{
    // Whoever works a shift reads it, at night too; on Today it stands for everybody who may know the line.
    static const Described<WatchCall> type
        = Described<WatchCall>({.table = "watch_call",
                                   .title = QT_TRANSLATE_NOOP("record", "Rung about an emergency"),
                                   .titleMany = QT_TRANSLATE_NOOP("record", "Rung about an emergency"),
                                   .titleShort = QT_TRANSLATE_NOOP("record", "Rung"),
                                   .category = Category::Risk,
                                   .access = {.add = Act::Record},
                                   .orderBy = "rung_at",
                                   .newestFirst = true,
                                   .happens = "rung_at",
                                   .happened = callLine})
              .field(&WatchCall::ruleCode,
                  {.column = "rule_code", .label = QT_TRANSLATE_NOOP("record", "What it is about"), .required = true, .kept = true})
              .field(
                  &WatchCall::subjectKind, {.column = "subject_kind", .label = QT_TRANSLATE_NOOP("record", "Kind of record"), .kept = true})
              .field(&WatchCall::subjectRecord,
                  {.column = "subject_record", .label = QT_TRANSLATE_NOOP("record", "Record"), .kept = true, .smallest = 0})
              .field(&WatchCall::personId,
                  {.column = "person_id",
                      .label = QT_TRANSLATE_NOOP("record", "Resident"),
                      .refers = "person",
                      .kept = true,
                      .tie = Tie::Owner})
              .field(&WatchCall::rungAt,
                  {.column = "rung_at",
                      .label = QT_TRANSLATE_NOOP("record", "Rung at"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&WatchCall::answer,
                  {.column = "answer",
                      .label = QT_TRANSLATE_NOOP("record", "Who answered, and what they said"),
                      .help = QT_TRANSLATE_NOOP("record", "“No answer” is one, too."),
                      .required = true,
                      .listed = true,
                      .saysWhy = true,
                      .maxLength = 300})
              .field(&WatchCall::againAt,
                  {.column = "again_at",
                      .label = QT_TRANSLATE_NOOP("record", "Look at it again at"),
                      .help = QT_TRANSLATE_NOOP("record",
                          "The time that was agreed. Until then the line stays on Today, below the other emergencies; then it is one "
                          "again."),
                      .required = true,
                      .listed = true,
                      .days = kToCome});
    return type;
}

} // namespace keywork
