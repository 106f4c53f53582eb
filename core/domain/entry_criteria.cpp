// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entry_criteria.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations isMeant(const Row &row, QDate)
{
    if (turnsOnSubstanceUse(row.text(u"wording"_s)))
        return {{u"wording"_s, Rule::Unlikely, kSubstanceUseAlone}};
    return {};
}

} // namespace

bool turnsOnSubstanceUse(const QString &criterion)
{
    // Beginnings of words, and short words as a whole.
    static const QRegularExpression words(u"\\b(?:drugs?\\b|substance|alcohol|drink|drunk|intoxicat|addic[t]|heroin|crack\\b|cocaine|"
                                          "cannabis|spice\\b|opioid|opiate|methadone|buprenorphine|inject|using\\b|users?\\b|abstin|"
                                          "abstain|sober|sobriety|clea[n]\\b|detox|rehab|substitut|script\\b)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return words.match(criterion).hasMatch();
}

template <> const Described<EntryCriteria> &recordType<EntryCriteria>()
{
    static const Described<EntryCriteria> type
        = Described<EntryCriteria>({.table = "entry_criteria",
                                       .title = QT_TRANSLATE_NOOP("record", "Entry criteria"),
                                       .titleMany = QT_TRANSLATE_NOOP("record", "Entry criteria, all versions"),
                                       .access = kManagersChange,
                                       .numberSeries = "EC",
                                       .newestFirst = true,
                                       .cannotUndo = true, // printed and given to partners
                                       .called = "{number}",
                                       .frozen = alwaysFrozen})
              .field(&EntryCriteria::number,
                  {.column = "number", .label = QT_TRANSLATE_NOOP("record", "Version"), .listed = true, .kept = true})
              .field(&EntryCriteria::fromOn,
                  {.column = "from_on",
                      .label = QT_TRANSLATE_NOOP("record", "Hold from"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&EntryCriteria::note,
                  {.column = "note",
                      .label = QT_TRANSLATE_NOOP("record", "What changed, and why"),
                      .listed = true,
                      .multiline = true,
                      .maxLength = 2000});
    return type;
}

template <> const Described<EntryCriterion> &recordType<EntryCriterion>()
{
    static const Described<EntryCriterion> type
        = Described<EntryCriterion>({.table = "entry_criterion",
                                        .title = QT_TRANSLATE_NOOP("record", "Criterion"),
                                        .titleMany = QT_TRANSLATE_NOOP("record", "Criteria"),
                                        .access = kManagersChange,
                                        .orderBy = "position",
                                        .cannotUndo = true,
                                        .called = "{wording}",
                                        .childOf = "entry_criteria_id",
                                        .together = isMeant,
                                        .frozen = alwaysFrozen})
              .field(&EntryCriterion::criteriaId,
                  {.column = "entry_criteria_id",
                      .label = QT_TRANSLATE_NOOP("record", "Entry criteria"),
                      .refers = "entry_criteria",
                      .required = true,
                      .kept = true})
              .field(&EntryCriterion::position,
                  {.column = "position", .label = QT_TRANSLATE_NOOP("record", "Position"), .kept = true, .smallest = 0, .largest = 1000})
              .field(&EntryCriterion::wording,
                  {.column = "wording",
                      .label = QT_TRANSLATE_NOOP("record", "What has to hold"),
                      .help = QT_TRANSLATE_NOOP("record", "As it is said to partners and to the person."),
                      .required = true,
                      .listed = true,
                      .maxLength = 300})
              .field(&EntryCriterion::help,
                  {.column = "help",
                      .label = QT_TRANSLATE_NOOP("record", "How it is judged"),
                      .listed = true,
                      .multiline = true,
                      .maxLength = 1000});
    return type;
}

} // namespace keywork
