// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/assessment.h"
#include "core/domain/care_plan.h"

namespace keywork {

/// What kind of answer a question asks for.
enum class QuestionKind { Text, LongText, Number, YesNo, OneOf, SeveralOf, Scale, Date, Table };

template <> struct Codes<QuestionKind> {
    static constexpr const char *list = "question_kind";
    static constexpr std::array options{
        FixedOption{"text", QT_TRANSLATE_NOOP("record", "A few words")},
        FixedOption{"long_text", QT_TRANSLATE_NOOP("record", "Words on several lines")},
        FixedOption{"number", QT_TRANSLATE_NOOP("record", "A number")},
        FixedOption{"yes_no", QT_TRANSLATE_NOOP("record", "Yes or no")},
        FixedOption{"one_of", QT_TRANSLATE_NOOP("record", "One of several")},
        FixedOption{"several_of", QT_TRANSLATE_NOOP("record", "Several of several")},
        FixedOption{"scale", QT_TRANSLATE_NOOP("record", "A scale from 0 to 10")},
        FixedOption{"date", QT_TRANSLATE_NOOP("record", "A date, or part of one")},
        FixedOption{"table", QT_TRANSLATE_NOOP("record", "A table of rows")},
    };
};

struct FormChoice {
    QString code;
    QString label;
    bool operator==(const FormChoice &) const = default;
};

/// A column of a table; its cells hold words.
struct FormColumn {
    QString id;
    QString label;
    bool operator==(const FormColumn &) const = default;
};

/// A question is asked only after certain answers to an earlier one.
struct ShowIf {
    QString question; ///< empty: always asked
    QStringList codes; ///< empty: any answer
    bool operator==(const ShowIf &) const = default;
};

/// What an answer tells: a need of the catalogue, and the area of the care plan where a goal may follow.
struct AnswerTells {
    QStringList codes; ///< of choices, or the numbers of a scale; empty: any answer
    QString need; ///< of the list "need"; empty: none
    std::optional<Area> area;
    bool operator==(const AnswerTells &) const = default;
};

struct Question {
    QString id; ///< the same in every version that asks the same
    QuestionKind kind = QuestionKind::Text;
    QString ask;
    QString help;
    Category category = Category::CarePlan; ///< its own, else its section's
    bool required = false; ///< before the assessment can be finished; "not said" is an answer
    QString unit; ///< of a number
    qint64 smallest = 0; ///< of a number
    qint64 largest = 1'000'000;
    QString lowLabel; ///< of a scale: what 0 means
    QString highLabel; ///< what 10 means
    DayDirection direction = DayDirection::Any; ///< of a date
    QList<FormChoice> choices;
    QList<FormColumn> columns;
    ShowIf showIf;
    QList<AnswerTells> tells;
    QString known; ///< a column of the person's record: what is on file is shown, confirmed and not typed again
    QString keptAs; ///< a kind of record that keeps such facts, offered from the answer; "child.lives_where" names a field for its words
    bool operator==(const Question &) const = default;
};

struct FormSection {
    QString id;
    QString title;
    QString about; ///< a sentence under the title
    Category category = Category::CarePlan;
    QList<Question> questions;
    bool operator==(const FormSection &) const = default;
};

/// A form as its file describes it.
struct Form {
    QString id;
    QString title;
    QString about;
    AssessmentLevel level = AssessmentLevel::Full;
    bool retired = false; ///< not offered for new assessments
    QList<FormSection> sections;
    bool operator==(const Form &) const = default;

    /// By its id; null when there is none.
    const Question *question(const QString &wanted) const;
    const FormSection *sectionOf(const QString &wanted) const;
    qsizetype questionCount() const;
};

/// The longest and most of everything. Ours have 150 questions; what goes beyond these is a mistake or an attack.
namespace form_limits {
inline constexpr qsizetype kBytes = 400'000;
inline constexpr int kDepth = 8;
inline constexpr qsizetype kSections = 40;
inline constexpr qsizetype kQuestions = 400;
inline constexpr qsizetype kChoices = 40;
inline constexpr qsizetype kColumns = 6;
inline constexpr qsizetype kTells = 20;
inline constexpr qsizetype kRows = 30; ///< of a table, in an answer
inline constexpr qsizetype kId = 40;
inline constexpr qsizetype kTitle = 120;
inline constexpr qsizetype kAsk = 300;
inline constexpr qsizetype kHelp = 600;
inline constexpr qsizetype kShort = 120; ///< a choice, a column, a unit
inline constexpr qsizetype kCell = 300;
inline constexpr int kShowIfChain = 6; ///< questions that wait for one another
} // namespace form_limits

/// The answers of a yes or no question, as a form keeps them.
inline const QString kYes = QStringLiteral("yes");
inline const QString kNo = QStringLiteral("no");

/// Whether the text may be the id of a question, a section or a choice: lower-case letters, digits and _.
bool isFormId(const QString &text);

} // namespace keywork
