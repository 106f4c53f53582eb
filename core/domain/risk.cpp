// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/risk.h"

#include "core/domain/shared_fields.h"
#include "core/domain/told.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Its review is no day before it was looked at, and its end no day before that either.
Violations riskDaysFit(const Row &row, QDate)
{
    Violations violations;
    const QString reviewed = row.text(u"reviewed_on"_s);
    const QString next = row.text(u"review_on"_s);
    if (!next.isEmpty() && next < reviewed)
        violations.append({u"review_on"_s, Rule::EndsBeforeStart, {}});
    if (const QString ended = row.text(u"ended_on"_s); !ended.isEmpty() && ended < reviewed)
        violations.append({u"ended_on"_s, Rule::EndsBeforeStart, {}});
    return violations;
}

std::optional<Category> riskTells(const Row &row)
{
    const QString kind = row.text(u"kind"_s);
    QStringList said;
    for (const QString &column : {u"what_may_happen"_s, u"triggers"_s, u"early_signs"_s, u"protects"_s, u"plan"_s, u"who_must_know"_s})
        said.append(row.text(column));
    const std::optional<Category> ofKind = kind == u"overdose" ? std::optional(Category::SubstanceUse)
        : kind == u"medicine"                                  ? std::optional(Category::Treatment)
                                                               : std::nullopt;
    if (!speaksOfCourt(said.join(u'\n')))
        return ofKind;
    return ofKind ? Category::House : Category::Offending; // what tells of two stays in the house
}

/// Whom somebody rings is about those people, too.
std::optional<Category> safetyTells(const Row &row)
{
    const bool namesPeople = !row.text(u"whom_to_ring"_s).trimmed().isEmpty() || !row.text(u"people_and_places"_s).trimmed().isEmpty();
    return namesPeople ? std::optional(Category::Family) : std::nullopt;
}

std::optional<Category> tellsOfUse(const Row &) { return Category::SubstanceUse; }

/// What was seen has to be said, from the list or in words.
Violations saysASign(const Row &row, QDate)
{
    const bool isSaid = !row.text(u"signs"_s).isEmpty() || !row.text(u"other_signs"_s).trimmed().isEmpty();
    return isSaid ? Violations() : Violations{{u"other_signs"_s, Rule::Required, {}}};
}

const char *seenLine(const Row &row)
{
    return row.text(u"checks"_s).trimmed().isEmpty() ? QT_TRANSLATE_NOOP("record", "Seemed intoxicated")
                                                     : QT_TRANSLATE_NOOP("record", "Seemed intoxicated. Checks: {checks}");
}

/// A plan without a word helps nobody.
Violations saysAWord(const Row &row, QDate)
{
    for (const QString &column : {u"warning_signs"_s, u"what_helps"_s, u"people_and_places"_s, u"whom_to_ring"_s, u"making_safe"_s})
        if (!row.text(column).trimmed().isEmpty())
            return {};
    return {{u"what_helps"_s, Rule::Required, {}}};
}

Violations saysSinceWhen(const Row &row, QDate)
{
    const bool isNotKnown = row.text(u"level"_s) == QLatin1String(codeOf(OverdoseLevelKind::NotKnown));
    return isNotKnown && row.text(u"not_known_since"_s).isEmpty() ? Violations{{u"not_known_since"_s, Rule::Required, {}}} : Violations();
}

Field longText(const char *column, const char *label, const char *help = nullptr)
{
    return {.column = column, .label = label, .help = help, .searched = true, .multiline = true, .maxLength = 4000};
}

Field ownWords(const char *column, const char *label)
{
    return {.column = column, .label = label, .searched = true, .multiline = true, .maxLength = 2000};
}

Field outOfFive(const char *column, const char *label, const char *help)
{
    return {.column = column, .label = label, .help = help, .required = true, .listed = true, .smallest = 1, .largest = 5};
}

} // namespace

template <> const Described<Risk> &recordType<Risk>()
{
    static const Described<Risk> type
        = Described<Risk>({.table = "risk",
                              .title = QT_TRANSLATE_NOOP("record", "Risk"),
                              .titleMany = QT_TRANSLATE_NOOP("record", "Risks"),
                              .category = Category::Risk,
                              .sharedAs = SharedAs::Fields,
                              .alsoTells = riskTells,
                              .newOne = QT_TRANSLATE_NOOP("record", "New risk"),
                              .belongs = QT_TRANSLATE_NOOP("record",
                                  "What may happen, what sets it off, what protects, and what is done. Talk it through with them."),
                              .orderBy = "reviewed_on",
                              .newestFirst = true,
                              .happens = "reviewed_on",
                              .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Risk looked at: {kind}"); },
                              .ends = "ended_on",
                              .ended = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Risk ended: {kind}"); },
                              .called = "{kind}",
                              .together = riskDaysFit})
              .field(&Risk::personId, residentField())
              .field(&Risk::kind,
                  {.column = "kind",
                      .label = QT_TRANSLATE_NOOP("record", "Kind of risk"),
                      .list = "risk_kind",
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&Risk::whatMayHappen,
                  {.column = "what_may_happen",
                      .label = QT_TRANSLATE_NOOP("record", "What may happen"),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .multiline = true,
                      .maxLength = 4000})
              .field(&Risk::triggers, longText("triggers", QT_TRANSLATE_NOOP("record", "What sets it off")))
              .field(&Risk::earlySigns, longText("early_signs", QT_TRANSLATE_NOOP("record", "Early signs")))
              .field(&Risk::protects, longText("protects", QT_TRANSLATE_NOOP("record", "What protects")))
              .field(&Risk::likelihood,
                  outOfFive("likelihood", QT_TRANSLATE_NOOP("record", "How likely (1–5)"),
                      QT_TRANSLATE_NOOP("record", "1: hardly likely. 5: to be expected, if nothing is done.")))
              .field(&Risk::impact,
                  outOfFive("impact", QT_TRANSLATE_NOOP("record", "How bad (1–5)"),
                      QT_TRANSLATE_NOOP("record", "1: soon over. 5: somebody may die.")))
              .field(&Risk::plan, longText("plan", QT_TRANSLATE_NOOP("record", "What we do about it")))
              .field(&Risk::whoMustKnow,
                  {.column = "who_must_know", .label = QT_TRANSLATE_NOOP("record", "Who must know"), .listed = true, .maxLength = 500})
              .field(&Risk::tolerance,
                  {.column = "tolerance",
                      .label = QT_TRANSLATE_NOOP("record", "What this service accepts"),
                      .help = QT_TRANSLATE_NOOP("record", "The house's level of tolerance: inside, outside, and when they come back."),
                      .multiline = true,
                      .keptInHouse = true,
                      .maxLength = 1000})
              .field(&Risk::reviewedOn,
                  {.column = "reviewed_on",
                      .label = QT_TRANSLATE_NOOP("record", "Looked at on"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&Risk::reviewOn,
                  {.column = "review_on",
                      .label = QT_TRANSLATE_NOOP("record", "Look at it again on"),
                      .required = true,
                      .listed = true,
                      .days = kToCome})
              .field(&Risk::endedOn,
                  {.column = "ended_on", .label = QT_TRANSLATE_NOOP("record", "No longer a risk since"), .listed = true, .days = kHappened})
              .field(&Risk::approvedBy,
                  {.column = "approved_by",
                      .label = QT_TRANSLATE_NOOP("record", "Approved by"),
                      .refers = "staff",
                      .listed = true,
                      .kept = true,
                      .anyOnFile = true})
              .field(&Risk::approvedOn,
                  {.column = "approved_on", .label = QT_TRANSLATE_NOOP("record", "Approved on"), .kept = true, .days = kHappened});
    return type;
}

template <> const Described<OverdoseLevel> &recordType<OverdoseLevel>()
{
    static const Described<OverdoseLevel> type
        = Described<OverdoseLevel>(
            {.table = "overdose_level",
                .title = QT_TRANSLATE_NOOP("record", "Level of overdose risk"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Levels of overdose risk"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Overdose risk"),
                .category = Category::Risk,
                .sharedAs = SharedAs::Fields,
                .latestLeaves = true,
                .alsoTells = tellsOfUse,
                .listsWhen = true,
                .newOne = QT_TRANSLATE_NOOP("record", "Record the level"),
                .belongs = QT_TRANSLATE_NOOP("record", "The level that a worker sees in the facts, with the reason. Never “low”."),
                .orderBy = "id",
                .newestFirst = true,
                .happens = "created_at",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Overdose risk: {level}. {reason}"); },
                .handedOver = alwaysTold,
                .together = saysSinceWhen})
              .field(&OverdoseLevel::personId, residentField())
              .field(&OverdoseLevel::level,
                  {.column = "level", .label = QT_TRANSLATE_NOOP("record", "Overdose risk"), .required = true, .listed = true})
              .field(&OverdoseLevel::notKnownSince,
                  {.column = "not_known_since",
                      .label = QT_TRANSLATE_NOOP("record", "Not known since"),
                      .shownWhen = {"level", "not_known"},
                      .listed = true,
                      .days = kHappened})
              .field(&OverdoseLevel::reason,
                  {.column = "reason",
                      .label = QT_TRANSLATE_NOOP("record", "Why this level"),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .multiline = true,
                      .saysWhy = true,
                      .maxLength = 2000})
              .field(&OverdoseLevel::naloxoneOffered,
                  {.column = "naloxone_offered",
                      .label = QT_TRANSLATE_NOOP("record", "Naloxone offered"),
                      .list = "yes_no",
                      .listed = true})
              .field(&OverdoseLevel::checks,
                  {.column = "checks",
                      .label = QT_TRANSLATE_NOOP("record", "Checks set"),
                      .help = QT_TRANSLATE_NOOP("record", "How often somebody looks in, by day and at night, and until when."),
                      .listed = true,
                      .maxLength = 500})
              .field(&OverdoseLevel::reviewOn,
                  {.column = "review_on",
                      .label = QT_TRANSLATE_NOOP("record", "Look at it again on"),
                      .required = true,
                      .listed = true,
                      .days = kToCome})
              .field(&OverdoseLevel::facts,
                  {.column = "facts",
                      .label = QT_TRANSLATE_NOOP("record", "Facts that held then"),
                      .multiline = true,
                      .kept = true,
                      .keptInHouse = true,
                      .category = Category::SubstanceUse,
                      .maxLength = 20'000})
              .field(&OverdoseLevel::marks,
                  {.column = "marks",
                      .label = QT_TRANSLATE_NOOP("record", "What those facts rested on"),
                      .kept = true,
                      .keptInHouse = true,
                      .category = Category::SubstanceUse,
                      .maxLength = 4000});
    return type;
}

template <> const Described<SafetyPlan> &recordType<SafetyPlan>()
{
    static const Described<SafetyPlan> type
        = Described<SafetyPlan>(
            {.table = "safety_plan",
                .title = QT_TRANSLATE_NOOP("record", "Safety plan"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Safety plans"),
                .category = Category::Risk,
                .sharedAs = SharedAs::Fields,
                .latestLeaves = true,
                .alsoTells = safetyTells,
                .newOne = QT_TRANSLATE_NOOP("record", "New safety plan"),
                .belongs = QT_TRANSLATE_NOOP(
                    "record", "For when thoughts of suicide come: what they notice, what helps, whom they ring. In their own words."),
                .orderBy = "made_on",
                .newestFirst = true,
                .happens = "made_on",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Safety plan made"); },
                .together = saysAWord})
              .field(&SafetyPlan::personId, residentField())
              .field(&SafetyPlan::madeOn,
                  {.column = "made_on",
                      .label = QT_TRANSLATE_NOOP("record", "Made on"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&SafetyPlan::warningSigns, ownWords("warning_signs", QT_TRANSLATE_NOOP("record", "How I notice that it is coming")))
              .field(&SafetyPlan::whatHelps, ownWords("what_helps", QT_TRANSLATE_NOOP("record", "What helps me")))
              .field(&SafetyPlan::peopleAndPlaces, ownWords("people_and_places", QT_TRANSLATE_NOOP("record", "People and places")))
              .field(&SafetyPlan::whomToRing, ownWords("whom_to_ring", QT_TRANSLATE_NOOP("record", "Whom I ring, or who rings for me")))
              .field(&SafetyPlan::makingSafe, ownWords("making_safe", QT_TRANSLATE_NOOP("record", "How my room is made safe")))
              .field(&SafetyPlan::reasons, ownWords("reasons", QT_TRANSLATE_NOOP("record", "What I live for")))
              .field(&SafetyPlan::onSheet,
                  {.column = "on_sheet",
                      .label = QT_TRANSLATE_NOOP("record", "They agree: on the emergency sheet"),
                      .list = "yes_no",
                      .required = true,
                      .listed = true,
                      .keptInHouse = true})
              .field(&SafetyPlan::reviewOn,
                  {.column = "review_on", .label = QT_TRANSLATE_NOOP("record", "Look at it again on"), .listed = true, .days = kToCome});
    return type;
}

template <> const Described<SeemedIntoxicated> &recordType<SeemedIntoxicated>()
{
    static const Described<SeemedIntoxicated> type
        = Described<SeemedIntoxicated>({.table = "seemed_intoxicated",
                                           .title = QT_TRANSLATE_NOOP("record", "Seemed intoxicated"),
                                           .titleMany = QT_TRANSLATE_NOOP("record", "Times somebody seemed intoxicated"),
                                           .titleShort = QT_TRANSLATE_NOOP("record", "Intoxicated"),
                                           .category = Category::Risk,
                                           .sharedAs = SharedAs::Listed,
                                           .alsoTells = tellsOfUse,
                                           .access = {.add = Act::Record},
                                           .newOne = QT_TRANSLATE_NOOP("record", "Seemed intoxicated"),
                                           .belongs = QT_TRANSLATE_NOOP("record",
                                               "What was seen. It is no incident and nobody's fault; it asks for a talk in three days."),
                                           .orderBy = "seen_at",
                                           .newestFirst = true,
                                           .happens = "seen_at",
                                           .happened = seenLine,
                                           .handedOver = alwaysFirst,
                                           .seen = {.at = "seen_at"},
                                           .together = saysASign})
              .field(&SeemedIntoxicated::personId, residentField())
              .field(&SeemedIntoxicated::seenAt,
                  {.column = "seen_at",
                      .label = QT_TRANSLATE_NOOP("record", "Seen at"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&SeemedIntoxicated::signs,
                  {.column = "signs",
                      .label = QT_TRANSLATE_NOOP("record", "Signs"),
                      .list = "intoxicated_sign",
                      .listed = true,
                      .maxLength = 400})
              .field(&SeemedIntoxicated::otherSigns,
                  {.column = "other_signs",
                      .label = QT_TRANSLATE_NOOP("record", "Signs in your words"),
                      .searched = true,
                      .listed = true,
                      .maxLength = 500})
              .field(&SeemedIntoxicated::substance,
                  {.column = "substance",
                      .label = QT_TRANSLATE_NOOP("record", "What they say they took"),
                      .help = QT_TRANSLATE_NOOP("record", "Only if they told somebody. Empty is fine."),
                      .searched = true,
                      .keptInHouse = true})
              .field(&SeemedIntoxicated::checks,
                  {.column = "checks",
                      .label = QT_TRANSLATE_NOOP("record", "Checks set"),
                      .help = QT_TRANSLATE_NOOP("record", "How often somebody looks in, and until when."),
                      .listed = true,
                      .maxLength = 500})
              .field(&SeemedIntoxicated::seenAgainAt,
                  {.column = "seen_again_at",
                      .label = QT_TRANSLATE_NOOP("record", "Seen again, well"),
                      .listed = true,
                      .saidAfterwards = true,
                      .days = kHappened})
              .field(&SeemedIntoxicated::talkedOn,
                  {.column = "talked_on",
                      .label = QT_TRANSLATE_NOOP("record", "Talked about staying safer on"),
                      .listed = true,
                      .saidAfterwards = true,
                      .days = kHappened});
    return type;
}

} // namespace keywork
