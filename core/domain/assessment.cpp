// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/assessment.h"

#include "core/domain/shared_fields.h"
#include "core/domain/told.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kLongestForm = 400'000; // bytes of a form's file, so never more characters (core/forms/form.h)
constexpr int kLongestAnswer = 100'000; // a table of many rows; words alone end at 20,000

bool isPublished(const Row &stored) { return fromCode<FormState>(stored.text(u"state"_s)) == FormState::Published; }

std::optional<Category> answerCategory(const Row &row) { return fromCode<Category>(row.text(u"category"_s)); }

/// Words of their own, not one of the form's answers: "Yes" is in every assessment.
bool isInTheirWords(const Row &row)
{
    const QString answer = row.text(u"answer"_s);
    const QString value = row.text(u"value"_s);
    const bool hasLetter = std::any_of(answer.cbegin(), answer.cend(), [](QChar c) { return c.isLetter(); });
    return hasLetter && (answer == value || value.startsWith(u'['));
}

/// What somebody told of the court on the way leaves only with the court.
std::optional<Category> answerTells(const Row &row)
{
    return speaksOfCourt(row.text(u"answer"_s)) ? std::optional(Category::Offending) : std::nullopt;
}

/// An answer is of a category of its own, and about a resident like every one of theirs.
Violations saysOfAResident(const Row &row, QDate)
{
    const auto category = answerCategory(row);
    if (category && !isAboutResidents(*category))
        return {{u"category"_s, Rule::UnknownChoice, {}}};
    return {};
}

Violations finishedAfterItBegan(const Row &row, QDate)
{
    const QString finished = row.text(u"finished_at"_s);
    if (!finished.isEmpty() && finished < row.text(u"begun_at"_s))
        return {{u"finished_at"_s, Rule::EndsBeforeStart, {}}};
    return {};
}

Violations reviewedAfterwards(const Row &row, QDate)
{
    const QString review = row.text(u"review_on"_s);
    if (!review.isEmpty() && review < row.text(u"on_day"_s))
        return {{u"review_on"_s, Rule::EndsBeforeStart, {}}};
    return {};
}

} // namespace

template <> const Described<FormVersion> &recordType<FormVersion>()
{
    static const Described<FormVersion> type
        = Described<FormVersion>({.table = "form_version",
                                     .title = QT_TRANSLATE_NOOP("record", "Form"),
                                     .titleMany = QT_TRANSLATE_NOOP("record", "Forms"),
                                     .category = Category::House,
                                     // Ours come into a file with whoever begins the first assessment.
                                     .access = {.add = Act::Write, .amend = Act::Manage},
                                     .orderBy = "form",
                                     .few = true,
                                     .called = "{title}",
                                     .frozen = isPublished})
              .field(&FormVersion::form,
                  {.column = "form", .label = QT_TRANSLATE_NOOP("record", "Form"), .required = true, .listed = true, .kept = true})
              .field(&FormVersion::versionNumber,
                  {.column = "version_number",
                      .label = QT_TRANSLATE_NOOP("record", "Version"),
                      .listed = true,
                      .kept = true,
                      .smallest = 1})
              .field(&FormVersion::title,
                  {.column = "title", .label = QT_TRANSLATE_NOOP("record", "Title"), .required = true, .listed = true, .kept = true})
              .field(&FormVersion::level,
                  {.column = "level", .label = QT_TRANSLATE_NOOP("record", "Level"), .required = true, .listed = true, .kept = true})
              .field(&FormVersion::state,
                  {.column = "state", .label = QT_TRANSLATE_NOOP("record", "State"), .required = true, .listed = true, .kept = true})
              .field(&FormVersion::text,
                  {.column = "text",
                      .label = QT_TRANSLATE_NOOP("record", "Questions"),
                      .required = true,
                      .multiline = true,
                      .kept = true,
                      .maxLength = kLongestForm})
              .field(&FormVersion::shipped,
                  {.column = "shipped", .label = QT_TRANSLATE_NOOP("record", "Fingerprint of the file it came with"), .kept = true})
              .field(&FormVersion::publishedAt,
                  {.column = "published_at",
                      .label = QT_TRANSLATE_NOOP("record", "Published"),
                      .listed = true,
                      .kept = true,
                      .days = kHappened});
    return type;
}

template <> const Described<Assessment> &recordType<Assessment>()
{
    static const Described<Assessment> type
        = Described<Assessment>({.table = "assessment",
                                    .title = QT_TRANSLATE_NOOP("record", "Assessment"),
                                    .titleMany = QT_TRANSLATE_NOOP("record", "Assessments"),
                                    .category = Category::CarePlan,
                                    .newOne = QT_TRANSLATE_NOOP("record", "New assessment"),
                                    .numberSeries = "AS",
                                    .orderBy = "begun_at",
                                    .newestFirst = true,
                                    .happens = "begun_at",
                                    .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "{level} begun: {number}"); },
                                    .ends = "finished_at",
                                    .ended = [](const Row &) { return QT_TRANSLATE_NOOP("record", "{level} finished: {number}"); },
                                    .seen = {.at = "begun_at",
                                        .by = "led_by",
                                        .where = "place",
                                        .when = [](const Row &row) { return row.text(u"means"_s) == u"here"; }},
                                    .called = "{number}",
                                    .together = finishedAfterItBegan})
              .field(&Assessment::number, numberField())
              .field(&Assessment::personId, residentField())
              .field(&Assessment::formVersionId,
                  {.column = "form_version_id",
                      .label = QT_TRANSLATE_NOOP("record", "Form"),
                      .refers = "form_version",
                      .required = true,
                      .listed = true,
                      .kept = true})
              .field(&Assessment::level,
                  {.column = "level", .label = QT_TRANSLATE_NOOP("record", "Level"), .required = true, .listed = true, .kept = true})
              .field(&Assessment::state,
                  {.column = "state", .label = QT_TRANSLATE_NOOP("record", "State"), .required = true, .listed = true, .kept = true})
              .field(&Assessment::begunAt,
                  {.column = "begun_at", .label = QT_TRANSLATE_NOOP("record", "When"), .required = true, .listed = true, .days = kHappened})
              .field(&Assessment::finishedAt,
                  {.column = "finished_at",
                      .label = QT_TRANSLATE_NOOP("record", "Finished"),
                      .listed = true,
                      .kept = true,
                      .days = kHappened})
              .field(&Assessment::ledBy,
                  {.column = "led_by", .label = QT_TRANSLATE_NOOP("record", "Who of the team led it"), .refers = "staff", .listed = true})
              .field(&Assessment::means,
                  {.column = "means",
                      .label = QT_TRANSLATE_NOOP("record", "How"),
                      .list = "assessment_means",
                      .required = true,
                      .listed = true})
              .field(&Assessment::place, {.column = "place", .label = QT_TRANSLATE_NOOP("record", "Where, if not here")})
              .field(&Assessment::present,
                  {.column = "present",
                      .label = QT_TRANSLATE_NOOP("record", "Who else was there"),
                      .help = QT_TRANSLATE_NOOP("record", "A worker, a friend, an advocate.")})
              .field(&Assessment::interpreter,
                  {.column = "interpreter",
                      .label = QT_TRANSLATE_NOOP("record", "Interpreter"),
                      .help = QT_TRANSLATE_NOOP("record", "The language, and who interpreted; not a relative where it can be helped.")});
    return type;
}

template <> const Described<AssessmentAnswer> &recordType<AssessmentAnswer>()
{
    static const Described<AssessmentAnswer> type
        = Described<AssessmentAnswer>({.table = "assessment_answer",
                                          .title = QT_TRANSLATE_NOOP("record", "Answer"),
                                          .titleMany = QT_TRANSLATE_NOOP("record", "Answers"),
                                          .category = Category::CarePlan,
                                          .sharedAs = SharedAs::Own,
                                          .alsoTells = answerTells,
                                          .readAs = answerCategory,
                                          .together = saysOfAResident})
              .field(&AssessmentAnswer::assessmentId,
                  {.column = "assessment_id",
                      .label = QT_TRANSLATE_NOOP("record", "Assessment"),
                      .refers = "assessment",
                      .required = true,
                      .kept = true})
              .field(&AssessmentAnswer::personId, residentField())
              .field(&AssessmentAnswer::category,
                  {.column = "category", .label = QT_TRANSLATE_NOOP("record", "Category"), .required = true, .listed = true, .kept = true})
              .field(&AssessmentAnswer::section,
                  {.column = "section", .label = QT_TRANSLATE_NOOP("record", "Section"), .required = true, .kept = true})
              .field(&AssessmentAnswer::question,
                  {.column = "question", .label = QT_TRANSLATE_NOOP("record", "Question, by its id"), .kept = true})
              .field(&AssessmentAnswer::asked,
                  {.column = "asked", .label = QT_TRANSLATE_NOOP("record", "Question"), .listed = true, .kept = true, .maxLength = 400})
              .field(&AssessmentAnswer::answer,
                  {.column = "answer",
                      .label = QT_TRANSLATE_NOOP("record", "Answer"),
                      .searched = true,
                      .searchedWhen = isInTheirWords,
                      .listed = true,
                      .multiline = true,
                      .kept = true,
                      .maxLength = kLongestAnswer})
              .field(&AssessmentAnswer::value,
                  {.column = "value",
                      .label = QT_TRANSLATE_NOOP("record", "Answer, as the form keeps it"),
                      .multiline = true,
                      .kept = true,
                      .maxLength = kLongestAnswer})
              .field(&AssessmentAnswer::notSaid,
                  {.column = "not_said_why", .label = QT_TRANSLATE_NOOP("record", "Not said"), .listed = true, .kept = true})
              .field(&AssessmentAnswer::corrected,
                  {.column = "corrected",
                      .label = QT_TRANSLATE_NOOP("record", "Why it was corrected"),
                      .listed = true,
                      .multiline = true,
                      .kept = true,
                      .maxLength = 500});
    return type;
}

template <> const Described<AssessmentByOthers> &recordType<AssessmentByOthers>()
{
    static const Described<AssessmentByOthers> type
        = Described<AssessmentByOthers>(
            {.table = "assessment_by_others",
                .title = QT_TRANSLATE_NOOP("record", "Assessment by others"),
                .titleMany = QT_TRANSLATE_NOOP("record", "Assessments by others"),
                .titleShort = QT_TRANSLATE_NOOP("record", "By others"),
                .category = Category::CarePlan,
                .place = Place::Resident,
                .newOne = QT_TRANSLATE_NOOP("record", "New assessment by others"),
                .belongs = QT_TRANSLATE_NOOP("record", "What Adult Social Care, a hospital or another service found, as paper or file."),
                .orderBy = "on_day",
                .newestFirst = true,
                .happens = "on_day",
                .happened = [](const Row &) { return QT_TRANSLATE_NOOP("record", "{kind}, by {by_whom}"); },
                .together = reviewedAfterwards})
              .field(&AssessmentByOthers::personId, residentField())
              .field(&AssessmentByOthers::kind,
                  {.column = "kind",
                      .label = QT_TRANSLATE_NOOP("record", "What kind"),
                      .help = QT_TRANSLATE_NOOP("record", "A care needs assessment, a mental health assessment, a risk assessment …"),
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&AssessmentByOthers::agencyId,
                  {.column = "agency_id", .label = QT_TRANSLATE_NOOP("record", "Agency"), .refers = "agency", .listed = true})
              .field(&AssessmentByOthers::byWhom,
                  {.column = "by_whom",
                      .label = QT_TRANSLATE_NOOP("record", "Who made it"),
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&AssessmentByOthers::onDay, onDayField())
              .field(&AssessmentByOthers::findings,
                  {.column = "findings",
                      .label = QT_TRANSLATE_NOOP("record", "What they found"),
                      .required = true,
                      .searched = true,
                      .multiline = true})
              .field(&AssessmentByOthers::keptWhere,
                  {.column = "kept_where",
                      .label = QT_TRANSLATE_NOOP("record", "Where the paper or file is kept"),
                      .help = QT_TRANSLATE_NOOP("record", "The folder in the office, or the name of the file."),
                      .listed = true})
              .field(&AssessmentByOthers::reviewOn,
                  {.column = "review_on",
                      .label = QT_TRANSLATE_NOOP("record", "To be looked at again"),
                      .listed = true,
                      .days = kEitherWay});
    return type;
}

} // namespace keywork
