// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/watch_rung.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations comesBackSoonEnough(const Row &row, QDate)
{
    const QDateTime rung = fromStoredText(row.text(u"rung_at"_s));
    const QDateTime back = fromStoredText(row.text(u"back_at"_s));
    if (!rung.isValid() || !back.isValid())
        return {}; // that it is missing or no moment is said already
    return back > rung ? Violations() : Violations{{u"back_at"_s, Rule::EndsBeforeStart, {}}};
}

} // namespace

template <> const Described<WatchRung> &recordType<WatchRung>()
{
    // Read by the shift, who sees the lines; the answer may say more than a volunteer reads.
    static const Described<WatchRung> type
        = Described<WatchRung>({.table = "watch_rung",
                                   .title = QT_TRANSLATE_NOOP("record", "Rung about an emergency"),
                                   .titleMany = QT_TRANSLATE_NOOP("record", "Rung about emergencies"),
                                   .category = Category::Risk,
                                   .orderBy = "back_at",
                                   .together = comesBackSoonEnough})
              .field(&WatchRung::ruleCode,
                  {.column = "rule_code", .label = QT_TRANSLATE_NOOP("record", "What it is about"), .required = true, .kept = true})
              .field(
                  &WatchRung::subjectKind, {.column = "subject_kind", .label = QT_TRANSLATE_NOOP("record", "Kind of record"), .kept = true})
              .field(&WatchRung::subjectRecord,
                  {.column = "subject_record", .label = QT_TRANSLATE_NOOP("record", "Record"), .kept = true, .smallest = 0})
              .field(&WatchRung::subjectMark,
                  {.column = "subject_mark", .label = QT_TRANSLATE_NOOP("record", "What it rested on"), .kept = true})
              .field(&WatchRung::personId,
                  {.column = "person_id",
                      .label = QT_TRANSLATE_NOOP("record", "Resident"),
                      .refers = "person",
                      .kept = true,
                      .tie = Tie::Owner})
              .field(&WatchRung::rungAt,
                  {.column = "rung_at",
                      .label = QT_TRANSLATE_NOOP("record", "Rung at"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&WatchRung::whom,
                  {.column = "whom",
                      .label = QT_TRANSLATE_NOOP("record", "Whom you rang"),
                      .required = true,
                      .listed = true,
                      .maxLength = 120})
              .field(&WatchRung::answer,
                  {.column = "answer",
                      .label = QT_TRANSLATE_NOOP("record", "What they answered"),
                      .required = true,
                      .listed = true,
                      .saysWhy = true,
                      .maxLength = 300})
              .field(&WatchRung::backAt,
                  {.column = "back_at",
                      .label = QT_TRANSLATE_NOOP("record", "Show it again at"),
                      .help = QT_TRANSLATE_NOOP("record",
                          "The time that you agreed. The line is an emergency again then, or sooner when "
                          "something new happens."),
                      .required = true,
                      .listed = true,
                      .days = kEitherWay});
    return type;
}

} // namespace keywork
