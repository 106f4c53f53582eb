// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy.h"

#include "core/domain/guidance.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations policyHolds(const Row &row, QDate)
{
    Violations wrong;
    const PolicyKind kind = fromCode<PolicyKind>(row.text(u"kind"_s)).value_or(PolicyKind::Other);
    const bool saysItself = kind == PolicyKind::Tolerance || kind == PolicyKind::PoliceProtocol; // in fields of their own
    if (row.value(u"is_over"_s).toLongLong() == 0 && !saysItself && row.text(u"text"_s).trimmed().isEmpty()
        && row.text(u"paper"_s).trimmed().isEmpty())
        wrong.append({u"text"_s, Rule::TextOrPaper, {}});
    const QDate from = dayFromStored(row.text(u"valid_from"_s));
    const QDate review = dayFromStored(row.text(u"review_on"_s));
    if (from.isValid() && review.isValid() && review < from)
        wrong.append({u"review_on"_s, Rule::EndsBeforeStart, {}});
    return wrong;
}

Field policyPart(const char *column, const char *label, const char *codes)
{
    return {.column = column,
        .label = label,
        .shownWhen = {"kind", codes},
        .required = true,
        .searched = true,
        .multiline = true,
        .maxLength = 4000};
}

/// A part under its heading, as its lines stand.
void addPolicyPart(QList<GuidanceBlock> &blocks, const char *heading, const QString &words)
{
    if (words.trimmed().isEmpty())
        return;
    blocks.append(
        {.type = GuidanceBlock::Type::Heading, .level = 2, .rows = {{{{QCoreApplication::translate("record", heading), false}}}}});
    for (const QString &line : words.split(u'\n', Qt::SkipEmptyParts))
        blocks.append({.type = GuidanceBlock::Type::Paragraph, .rows = {{{{line.trimmed(), false}}}}});
}

constexpr const char *kInsideLabel = QT_TRANSLATE_NOOP("record", "Inside the house");
constexpr const char *kOutsideLabel = QT_TRANSLATE_NOOP("record", "Outside");
constexpr const char *kReturnLabel = QT_TRANSLATE_NOOP("record", "When somebody comes back after using");
constexpr const char *kCallLabel = QT_TRANSLATE_NOOP("record", "What we call the police for");
constexpr const char *kNoCallLabel = QT_TRANSLATE_NOOP("record", "What we do not call them for");
constexpr const char *kOfficerLabel = QT_TRANSLATE_NOOP("record", "Our named officer, and how to reach them");
constexpr const char *kPaperLabel = QT_TRANSLATE_NOOP("record", "Where the paper lies");
constexpr const char *kChangedLabel = QT_TRANSLATE_NOOP("record", "What changed since the version before");

} // namespace

GuidancePage pageOf(const Policy &policy, qint64 id)
{
    GuidancePage shown{.key = u"policy-"_s + QString::number(id),
        .title = policy.title,
        .words = {},
        .sources = {},
        .dated = {},
        .written = policy.validFrom,
        .places = {},
        .blocks = {}};
    const auto body = readGuidanceBody(policy.text);
    if (const auto *blocks = std::get_if<QList<GuidanceBlock>>(&body))
        shown.blocks = *blocks;
    for (const auto &[heading, words] : {std::pair{kInsideLabel, policy.inside}, {kOutsideLabel, policy.outside},
             {kReturnLabel, policy.onReturn}, {kCallLabel, policy.weCallFor}, {kNoCallLabel, policy.weDoNotCallFor},
             {kOfficerLabel, policy.namedOfficer}, {kPaperLabel, policy.paper}, {kChangedLabel, policy.whatChanged}})
        addPolicyPart(shown.blocks, heading, words);
    return shown;
}

template <> const Described<Policy> &recordType<Policy>()
{
    static const Described<Policy> type
        = Described<Policy>({.table = "policy",
                                .title = QT_TRANSLATE_NOOP("record", "Policy"),
                                .titleMany = QT_TRANSLATE_NOOP("record", "Policies"),
                                .access = kManagersChange,
                                .place = Place::Guidance,
                                .newOne = QT_TRANSLATE_NOOP("record", "New policy"),
                                .belongs = QT_TRANSLATE_NOOP("record",
                                    "How this house works, each policy in its versions, with who looks after it, when it is reviewed and "
                                    "who has read it."),
                                .listRank = 1,
                                .orderBy = "valid_from",
                                .newestFirst = true,
                                .cannotUndo = true, // people have read it
                                .called = "{title}",
                                .together = policyHolds,
                                .frozen = alwaysFrozen})
              .field(&Policy::title, pageTitleField())
              .field(&Policy::kind,
                  {.column = "kind", .label = QT_TRANSLATE_NOOP("record", "What it is about"), .required = true, .listed = true})
              .field(&Policy::versionNumber,
                  {.column = "version_number",
                      .label = QT_TRANSLATE_NOOP("record", "Version"),
                      .listed = true,
                      .kept = true,
                      .smallest = 1})
              .field(&Policy::followsId,
                  {.column = "follows_id", .label = QT_TRANSLATE_NOOP("record", "Version before"), .refers = "policy", .kept = true})
              .field(&Policy::text, pageTextField(false))
              .field(&Policy::paper,
                  {.column = "paper",
                      .label = kPaperLabel,
                      .help = QT_TRANSLATE_NOOP("record", "Where the text is not kept here: which folder, in which room."),
                      .maxLength = 300})
              .field(&Policy::inside, policyPart("inside", kInsideLabel, "tolerance"))
              .field(&Policy::outside, policyPart("outside", kOutsideLabel, "tolerance"))
              .field(&Policy::onReturn, policyPart("on_return", kReturnLabel, "tolerance"))
              .field(&Policy::weCallFor, policyPart("we_call_for", kCallLabel, "police_protocol"))
              .field(&Policy::weDoNotCallFor, policyPart("we_do_not_call_for", kNoCallLabel, "police_protocol"))
              .field(&Policy::namedOfficer,
                  {.column = "named_officer",
                      .label = kOfficerLabel,
                      .shownWhen = {"kind", "police_protocol"},
                      .searched = true,
                      .maxLength = 300})
              .field(&Policy::whatChanged,
                  {.column = "what_changed", .label = kChangedLabel, .searched = true, .multiline = true, .maxLength = 2000})
              .field(&Policy::ownerId,
                  {.column = "owner_id",
                      .label = QT_TRANSLATE_NOOP("record", "Who looks after it"),
                      .refers = "staff",
                      .required = true,
                      .listed = true})
              .field(&Policy::validFrom,
                  {.column = "valid_from",
                      .label = QT_TRANSLATE_NOOP("record", "Holds from"),
                      .required = true,
                      .listed = true,
                      .days = kEitherWay})
              .field(&Policy::reviewOn,
                  {.column = "review_on",
                      .label = QT_TRANSLATE_NOOP("record", "Review on"),
                      .required = true,
                      .listed = true,
                      .days = kEitherWay})
              .field(&Policy::isOver,
                  {.column = "is_over", .label = QT_TRANSLATE_NOOP("record", "From the day above on, this policy holds no more")});
    return type;
}

template <> const Described<PolicyRead> &recordType<PolicyRead>()
{
    static const Described<PolicyRead> type
        = Described<PolicyRead>({.table = "policy_read",
                                    .title = QT_TRANSLATE_NOOP("record", "Policy read"),
                                    .titleMany = QT_TRANSLATE_NOOP("record", "Who has read which policy"),
                                    .listsWhen = true,
                                    .access = {.add = Act::Record, .amend = Act::Manage},
                                    .frozen = alwaysFrozen})
              .field(&PolicyRead::policyId,
                  {.column = "policy_id",
                      .label = QT_TRANSLATE_NOOP("record", "Policy"),
                      .refers = "policy",
                      .required = true,
                      .listed = true})
              .field(&PolicyRead::staffId,
                  {.column = "staff_id",
                      .label = QT_TRANSLATE_NOOP("record", "Who has read it"),
                      .refers = "staff",
                      .required = true,
                      .listed = true,
                      .kept = true});
    return type;
}

} // namespace keywork
