// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/substance_use.h"

#include "core/domain/shared_fields.h"
#include "core/domain/told.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// A first drink may lie as far back as a life.
constexpr DayRange kLastUsed{DayDirection::Past, 70, 0};

std::optional<Category> reviewTells(const Row &row)
{
    return speaksOfCourt(row.text(u"words"_s)) ? std::optional(Category::Offending) : std::nullopt;
}

/// What is prescribed to somebody tells of their treatment.
std::optional<Category> useTells(const Row &row)
{
    const auto source = fromCode<UseSource>(row.text(u"source"_s));
    return source == UseSource::Prescribed ? std::optional(Category::Treatment) : std::nullopt;
}

Violations amountHasUnit(const Row &row, QDate)
{
    const bool hasAmount = !row.text(u"amount"_s).isEmpty();
    return hasAmount && row.text(u"unit"_s).isEmpty() ? Violations{{u"unit"_s, Rule::Required, {}}} : Violations();
}

} // namespace

template <> const Described<SubstanceReview> &recordType<SubstanceReview>()
{
    static const Described<SubstanceReview> type
        = Described<SubstanceReview>(
            {.table = "substance_review",
                .title = QT_TRANSLATE_NOOP("record", "Substance use review"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Substance use reviews"),
                .titleShort = QT_TRANSLATE_NOOP("record", "Use review"),
                .category = Category::SubstanceUse,
                .sharedAs = SharedAs::Fields,
                .latestLeaves = true, // what was said since is what holds
                .alsoTells = reviewTells,
                .newOne = QT_TRANSLATE_NOOP("record", "New substance use review"),
                .belongs = QT_TRANSLATE_NOOP("record", "What they use, as they tell it: the last answers stand, only changes are typed."),
                .orderBy = "as_on",
                .newestFirst = true,
                .happens = "as_on",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "Substance use talked through"); },
                .called = QT_TRANSLATE_NOOP("record", "Review of {as_on}")})
              .field(&SubstanceReview::personId, residentField())
              .field(&SubstanceReview::asOn,
                  {.column = "as_on", .label = QT_TRANSLATE_NOOP("record", "As of"), .required = true, .listed = true, .days = kHappened})
              .field(&SubstanceReview::knownFrom,
                  {.column = "known_from",
                      .label = QT_TRANSLATE_NOOP("record", "Known from"),
                      .list = "use_known_from",
                      .required = true,
                      .listed = true})
              .field(&SubstanceReview::toldBy, {.column = "told_by", .label = QT_TRANSLATE_NOOP("record", "Told by"), .keptInHouse = true})
              .field(&SubstanceReview::words,
                  {.column = "words",
                      .label = QT_TRANSLATE_NOOP("record", "In their own words"),
                      .searched = true,
                      .listed = true,
                      .multiline = true,
                      .maxLength = 4000})
              .field(&SubstanceReview::talkedAbout,
                  {.column = "talked_about",
                      .label = QT_TRANSLATE_NOOP("record", "Talked about"),
                      .list = "harm_reduction_topic",
                      .help = QT_TRANSLATE_NOOP("record",
                          "After “Working with people who use drugs” (Homeless Link, 2019): questions staff ask, naloxone, needle "
                          "exchange."),
                      .listed = true,
                      .maxLength = 1000})
              .field(&SubstanceReview::notes,
                  {.column = "notes",
                      .label = QT_TRANSLATE_NOOP("record", "Notes"),
                      .searched = true,
                      .multiline = true,
                      .keptInHouse = true,
                      .maxLength = 10000});
    return type;
}

template <> const Described<SubstanceUse> &recordType<SubstanceUse>()
{
    static const Described<SubstanceUse> type
        = Described<SubstanceUse>({.table = "substance_use",
                                      .title = QT_TRANSLATE_NOOP("record", "Substance used"),
                                      .titleMany = QT_TRANSLATE_NOOP("record", "Substances used"),
                                      .category = Category::SubstanceUse,
                                      .sharedAs = SharedAs::Fields,
                                      .alsoTells = useTells,
                                      .childOf = "review_id",
                                      .together = amountHasUnit})
              .field(&SubstanceUse::reviewId,
                  {.column = "review_id",
                      .label = QT_TRANSLATE_NOOP("record", "Review"),
                      .refers = "substance_review",
                      .required = true,
                      .kept = true})
              .field(&SubstanceUse::personId, residentField())
              .field(&SubstanceUse::substanceId,
                  {.column = "substance_id",
                      .label = QT_TRANSLATE_NOOP("record", "Substance"),
                      .refers = "substance",
                      .required = true,
                      .listed = true})
              .field(&SubstanceUse::rank, {.column = "rank", .label = QT_TRANSLATE_NOOP("record", "Main, second or third"), .listed = true})
              .field(&SubstanceUse::pattern,
                  {.column = "pattern",
                      .label = QT_TRANSLATE_NOOP("record", "Pattern"),
                      .help = QT_TRANSLATE_NOOP(
                          "record", "Recreational: now and then, mostly with others. Dependent: again and again, unwell without it."),
                      .listed = true,
                      .personal = true})
              .field(&SubstanceUse::route,
                  {.column = "route", .label = QT_TRANSLATE_NOOP("record", "How taken"), .listed = true, .personal = true})
              .field(&SubstanceUse::sites,
                  {.column = "sites",
                      .label = QT_TRANSLATE_NOOP("record", "Where on the body"),
                      .shownWhen = {"route", "inject"},
                      .personal = true})
              .field(&SubstanceUse::siteProblems,
                  {.column = "site_problems",
                      .label = QT_TRANSLATE_NOOP("record", "Problems there"),
                      .shownWhen = {"route", "inject"},
                      .personal = true,
                      .maxLength = 1000})
              .field(&SubstanceUse::days,
                  {.column = "days",
                      .label = QT_TRANSLATE_NOOP("record", "Days in the last 28"),
                      .listed = true,
                      .personal = true,
                      .smallest = 0,
                      .largest = 28})
              .field(&SubstanceUse::frequency,
                  {.column = "frequency", .label = QT_TRANSLATE_NOOP("record", "How often"), .list = "use_frequency", .personal = true})
              .field(&SubstanceUse::amount,
                  {.column = "amount",
                      .label = QT_TRANSLATE_NOOP("record", "Usual amount on a day"),
                      .listed = true,
                      .personal = true,
                      .smallest = 0,
                      .largest = 100'000})
              .field(
                  &SubstanceUse::unit, {.column = "unit", .label = QT_TRANSLATE_NOOP("record", "Unit"), .list = "use_unit", .listed = true})
              .field(&SubstanceUse::spend,
                  {.column = "spend",
                      .label = QT_TRANSLATE_NOOP("record", "Spent in a week"),
                      .personal = true,
                      .keptInHouse = true,
                      .smallest = 0,
                      .largest = 1'000'000})
              .field(&SubstanceUse::alone,
                  {.column = "alone", .label = QT_TRANSLATE_NOOP("record", "Uses alone"), .listed = true, .personal = true})
              .field(
                  &SubstanceUse::shares, {.column = "shares", .label = QT_TRANSLATE_NOOP("record", "Shares equipment"), .personal = true})
              .field(&SubstanceUse::source,
                  {.column = "source", .label = QT_TRANSLATE_NOOP("record", "Where it comes from"), .listed = true, .personal = true})
              .field(&SubstanceUse::place,
                  {.column = "place", .label = QT_TRANSLATE_NOOP("record", "Where"), .personal = true, .keptInHouse = true})
              .field(&SubstanceUse::withWhom,
                  {.column = "with_whom", .label = QT_TRANSLATE_NOOP("record", "With whom"), .personal = true, .keptInHouse = true})
              .field(&SubstanceUse::whatFor,
                  {.column = "what_for",
                      .label = QT_TRANSLATE_NOOP("record", "What it does for them"),
                      .searched = true,
                      .multiline = true,
                      .personal = true,
                      .keptInHouse = true,
                      .maxLength = 2000})
              .field(&SubstanceUse::firstAge,
                  {.column = "first_age",
                      .label = QT_TRANSLATE_NOOP("record", "Age when first used"),
                      .personal = true,
                      .smallest = 0,
                      .largest = 110})
              .field(&SubstanceUse::lastUsed,
                  {.column = "last_used",
                      .label = QT_TRANSLATE_NOOP("record", "Last used"),
                      .help = QT_TRANSLATE_NOOP("record", "The year alone, or month and year, will do."),
                      .listed = true,
                      .personal = true,
                      .days = kLastUsed})
              .field(&SubstanceUse::sameAs,
                  {.column = "same_as",
                      .label = QT_TRANSLATE_NOOP("record", "Same as on"),
                      .listed = true,
                      .kept = true,
                      .keptInHouse = true,
                      .days = kHappened})
              .field(&SubstanceUse::notSaid, {.column = "not_said", .label = QT_TRANSLATE_NOOP("record", "Not said"), .kept = true});
    return type;
}

} // namespace keywork
