// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/watch_snooze.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations endsSoonEnough(const Row &row, QDate today)
{
    const QDate until = dayFromStored(row.text(u"until_on"_s));
    const QDate last = today.addDays(kLongestSnoozeDays);
    if (!until.isValid())
        return {}; // that it is missing or no date is said already
    if (until <= today)
        return {{u"until_on"_s, Rule::NotToCome, {}}};
    return until <= last ? Violations() : Violations{{u"until_on"_s, Rule::TooFarAhead, last.toString(Qt::ISODate)}};
}

} // namespace

template <> const Described<WatchSnooze> &recordType<WatchSnooze>()
{
    // The reason may say more than a volunteer reads: only who reads nearly all about residents sees it.
    static const Described<WatchSnooze> type
        = Described<WatchSnooze>({.table = "watch_snooze",
                                     .title = QT_TRANSLATE_NOOP("record", "Put off on Today"),
                                     .titleMany = QT_TRANSLATE_NOOP("record", "Put off on Today"),
                                     .category = Category::Identity,
                                     .access = kSharersRead,
                                     .orderBy = "until_on",
                                     .together = endsSoonEnough})
              .field(&WatchSnooze::ruleCode,
                  {.column = "rule_code", .label = QT_TRANSLATE_NOOP("record", "What it is about"), .required = true, .kept = true})
              .field(&WatchSnooze::subjectKind,
                  {.column = "subject_kind", .label = QT_TRANSLATE_NOOP("record", "Kind of record"), .kept = true})
              .field(&WatchSnooze::subjectRecord,
                  {.column = "subject_record", .label = QT_TRANSLATE_NOOP("record", "Record"), .kept = true, .smallest = 0})
              .field(&WatchSnooze::personId,
                  {.column = "person_id",
                      .label = QT_TRANSLATE_NOOP("record", "Resident"),
                      .refers = "person",
                      .kept = true,
                      .tie = Tie::Owner})
              .field(&WatchSnooze::reason,
                  {.column = "reason",
                      .label = QT_TRANSLATE_NOOP("record", "Why it can wait"),
                      .help = QT_TRANSLATE_NOOP("record", "The team reads this. Until that day nobody sees the line on Today."),
                      .required = true,
                      .listed = true,
                      .saysWhy = true,
                      .maxLength = 300})
              .field(&WatchSnooze::untilOn,
                  {.column = "until_on",
                      .label = QT_TRANSLATE_NOOP("record", "Show it again on"),
                      .required = true,
                      .listed = true,
                      .days = kToCome});
    return type;
}

} // namespace keywork
