// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/overdose_rule.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// A day count only where the fact has one, within what is allowed; a starred fact stays on.
Violations overdoseRuleFits(const Row &row, QDate)
{
    const auto fact = fromCode<OverdoseFactKind>(row.text(u"fact"_s));
    if (!fact)
        return {};
    const OverdoseThreshold &ours = overdoseThresholdOf(*fact);
    Violations violations;
    if (ours.suggestsHigh && row.value(u"off"_s).toLongLong() != 0)
        violations.append({u"off"_s, Rule::CountsAlone, {}});
    const QVariant days = row.value(u"days"_s);
    if (days.isNull())
        return violations;
    if (days.toLongLong() < ours.least)
        violations.append({u"days"_s, Rule::TooSmall, QString::number(ours.least)});
    else if (days.toLongLong() > ours.most)
        violations.append({u"days"_s, Rule::TooLarge, QString::number(ours.most)});
    return violations;
}

} // namespace

// House rules, all figures: W names the facts (overdose prevention) and no days. The stars are those of domain.md.
const QList<OverdoseThreshold> &overdoseThresholds()
{
    using Fact = OverdoseFactKind;
    static const QList<OverdoseThreshold> all{
        {Fact::OverdoseRecent, true, 90, 28, 730, false},
        {Fact::LeftCustody, true, 28, 14, 365, false},
        {Fact::LeftHospital, true, 28, 14, 365, false},
        {Fact::LeftDetox, true, 28, 14, 365, false},
        {Fact::BreakFromOpioids, true, 3, 1, 5, true},
        {Fact::TreatmentStarted, true, 28, 14, 180, false},
        {Fact::TreatmentStopped, true, 28, 14, 180, false},
        {Fact::NotCollected, true, 3, 1, 3, true},
        {Fact::DrugAlert, true, 28, 14, 180, false},
        {Fact::StoppedSuddenly, true, 14, 7, 60, false},
        {Fact::OpioidUse, false, 28, 7, 365, false},
        {Fact::OverdoseEarlier, false, 0, 0, 0, false},
        {Fact::MixedDepressants, false, 28, 7, 365, false},
        {Fact::Injects, false, 28, 7, 365, false},
        {Fact::UsesAlone, false, 28, 7, 365, false},
        {Fact::SyntheticOpioid, false, 28, 7, 365, false},
        {Fact::UnknownContent, false, 28, 7, 365, false},
        {Fact::SeriousIllness, false, 0, 0, 0, false},
        {Fact::SelfHarm, false, 365, 90, 3650, false},
        {Fact::Loss, false, 90, 28, 730, false},
        {Fact::Notice, false, 90, 28, 365, false},
        {Fact::NoNaloxone, false, 0, 0, 0, false},
        {Fact::SeemedIntoxicated, false, 7, 3, 28, false}, // 7: additions.md, "Support"
        {Fact::NotKnown, false, 28, 7, 90, true},
    };
    return all;
}

const OverdoseThreshold &overdoseThresholdOf(OverdoseFactKind fact)
{
    const auto &all = overdoseThresholds();
    return *std::find_if(all.cbegin(), all.cend(), [fact](const OverdoseThreshold &one) { return one.fact == fact; });
}

bool isLooser(const OverdoseRule &rule)
{
    const OverdoseThreshold &ours = overdoseThresholdOf(rule.fact);
    if (rule.off)
        return true;
    if (!rule.days)
        return false;
    return ours.isRun ? *rule.days > ours.days : *rule.days < ours.days;
}

template <> const Described<OverdoseRule> &recordType<OverdoseRule>()
{
    static const Described<OverdoseRule> type
        = Described<OverdoseRule>(
            {.table = "overdose_rule",
                .title = QT_TRANSLATE_NOOP("record", "Rule for a fact of overdose risk"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Rules for the facts of overdose risk"),
                .access = kManagersChange,
                .newOne = QT_TRANSLATE_NOOP("record", "New rule for a fact"),
                .belongs = QT_TRANSLATE_NOOP("record", "Our own figures hold until a manager says otherwise, with the reason."),
                .orderBy = "id",
                .newestFirst = true,
                .together = overdoseRuleFits})
              .field(&OverdoseRule::fact,
                  {.column = "fact", .label = QT_TRANSLATE_NOOP("record", "For which fact"), .required = true, .listed = true})
              .field(&OverdoseRule::days,
                  {.column = "days",
                      .label = QT_TRANSLATE_NOOP("record", "Days"),
                      .help
                      = QT_TRANSLATE_NOOP("record", "How long the fact lasts, or how many days in a row make it. Empty: as we set it."),
                      .listed = true,
                      .smallest = 0,
                      .largest = 3650})
              .field(&OverdoseRule::off,
                  {.column = "off",
                      .label = QT_TRANSLATE_NOOP("record", "Not listed in this house"),
                      .help = QT_TRANSLATE_NOOP("record", "A fact that counts alone can't be switched off."),
                      .listed = true})
              .field(&OverdoseRule::why,
                  {.column = "why",
                      .label = QT_TRANSLATE_NOOP("record", "Why"),
                      .help = QT_TRANSLATE_NOOP("record", "Who of the drug service agreed. It stands beside the facts."),
                      .required = true,
                      .listed = true,
                      .saysWhy = true,
                      .maxLength = 500});
    return type;
}

} // namespace keywork
