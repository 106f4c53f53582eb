// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/stage_entry.h"
#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

const char *stageInReports(Stage stage)
{
    static constexpr std::array words{
        QT_TRANSLATE_NOOP("record", "1 Chaotic drug use, not yet in treatment"),
        QT_TRANSLATE_NOOP("record", "2 Chaotic drug use, trying to engage with treatment"),
        QT_TRANSLATE_NOOP("record", "3 Tackling drug use, in treatment and trying to maintain it"),
        QT_TRANSLATE_NOOP("record", "4 Reduced use or abstinence, still vulnerable"),
        QT_TRANSLATE_NOOP("record", "5 Settled life, reduced use or abstinence"),
    };
    return words[size_t(stage)];
}

namespace {
Violations correctionSaysWhy(const Row &row, QDate)
{
    if (!row.value(u"corrects_id"_s).isNull() && row.text(u"correction_reason"_s).trimmed().isEmpty())
        return {{u"correction_reason"_s, Rule::ReasonNeeded, {}}};
    return {};
}

const char *stageLine(const Row &row)
{
    return row.value(u"corrects_id"_s).isNull() ? QT_TRANSLATE_NOOP("record", "Moved to stage {stage}")
                                                : QT_TRANSLATE_NOOP("record", "Stage put right: {stage}");
}

} // namespace

template <> const Described<StageEntry> &recordType<StageEntry>()
{
    static const Described<StageEntry> type
        = Described<StageEntry>({.table = "stage_entry",
                                    .title = QT_TRANSLATE_NOOP("record", "Spectrum of need"),
                                    .titleMany = QT_TRANSLATE_NOOP("record", "Spectrum of need"),
                                    .category = Category::SubstanceUse,
                                    .sharedAs = SharedAs::Own,
                                    .newOne = QT_TRANSLATE_NOOP("record", "Record a change of stage"),
                                    .orderBy = "from_on",
                                    .happens = "from_on",
                                    .happened = stageLine,
                                    .called = "{stage}, {from_on}",
                                    .together = correctionSaysWhy,
                                    .frozen = alwaysFrozen})
              .field(&StageEntry::personId, residentField())
              .field(&StageEntry::fromOn,
                  {.column = "from_on", .label = QT_TRANSLATE_NOOP("record", "Since"), .required = true, .listed = true, .days = kHappened})
              .field(
                  &StageEntry::stage, {.column = "stage", .label = QT_TRANSLATE_NOOP("record", "Stage"), .required = true, .listed = true})
              .field(&StageEntry::housing,
                  {.column = "housing", .label = QT_TRANSLATE_NOOP("record", "Housing"), .required = true, .listed = true})
              .field(&StageEntry::evidence,
                  {.column = "evidence",
                      .label = QT_TRANSLATE_NOOP("record", "What shows it"),
                      .help = QT_TRANSLATE_NOOP("record", "What was seen or said, not a judgement."),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .multiline = true,
                      .maxLength = 2000})
              .field(&StageEntry::agreement,
                  {.column = "agreement",
                      .label = QT_TRANSLATE_NOOP("record", "Does the resident agree"),
                      .required = true,
                      .listed = true})
              .field(&StageEntry::theirView,
                  {.column = "their_view",
                      .label = QT_TRANSLATE_NOOP("record", "In their words"),
                      .searched = true,
                      .multiline = true,
                      .maxLength = 2000})
              .field(&StageEntry::assessedBy,
                  {.column = "assessed_by",
                      .label = QT_TRANSLATE_NOOP("record", "Assessed by"),
                      .refers = "staff",
                      .required = true,
                      .listed = true})
              .field(&StageEntry::correctsId,
                  {.column = "corrects_id", .label = QT_TRANSLATE_NOOP("record", "Corrects"), .refers = "stage_entry", .kept = true})
              .field(&StageEntry::correctionReason,
                  {.column = "correction_reason",
                      .label = QT_TRANSLATE_NOOP("record", "Why it is corrected"),
                      .multiline = true,
                      .kept = true,
                      .saysWhy = true,
                      .maxLength = 1000});
    return type;
}

} // namespace keywork
