// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/loss.h"

#include "core/domain/shared_fields.h"

namespace keywork {

template <> const Described<Loss> &recordType<Loss>()
{
    static const Described<Loss> type
        = Described<Loss>({.table = "loss",
                              .title = QT_TRANSLATE_NOOP("record", "Loss"),
                              .titleMany = QT_TRANSLATE_NOOP("record", "Losses"),
                              .category = Category::Health,
                              .access = {.add = Act::Record},
                              .place = Place::Health,
                              .newOne = QT_TRANSLATE_NOOP("record", "New loss"),
                              .belongs = QT_TRANSLATE_NOOP("record",
                                  "Somebody or something they lost. It is a fact of overdose risk for a while, and a reason to be kind."),
                              .listRank = 8,
                              .orderBy = "on_day",
                              .newestFirst = true,
                              .happens = "created_at",
                              .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Told of a loss: {what}"); }})
              .field(&Loss::personId, residentField())
              .field(&Loss::what,
                  {.column = "what",
                      .label = QT_TRANSLATE_NOOP("record", "What they lost"),
                      .list = "loss_of",
                      .required = true,
                      .listed = true})
              .field(&Loss::onDay,
                  {.column = "on_day",
                      .label = QT_TRANSLATE_NOOP("record", "When"),
                      .help = QT_TRANSLATE_NOOP("record", "As near as they know: a day, a month or a year."),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&Loss::ownWords,
                  {.column = "own_words",
                      .label = QT_TRANSLATE_NOOP("record", "In their own words"),
                      .searched = true,
                      .multiline = true,
                      .keptInHouse = true,
                      .maxLength = 2000})
              .field(&Loss::support,
                  {.column = "support",
                      .label = QT_TRANSLATE_NOOP("record", "What helps, and what was offered"),
                      .searched = true,
                      .listed = true,
                      .maxLength = 500})
              .field(&Loss::askedAgainOn,
                  {.column = "asked_again_on",
                      .label = QT_TRANSLATE_NOOP("record", "Asked how it is on"),
                      .saidAfterwards = true,
                      .days = kHappened});
    return type;
}

} // namespace keywork
