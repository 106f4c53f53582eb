// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/person.h"

namespace keywork {

/// How far a form goes: a short gentle beginning, everything, or what has changed (W: case study 1).
enum class AssessmentLevel { FirstConversation, Full, Review };

template <> struct Codes<AssessmentLevel> {
    static constexpr const char *list = "assessment_level";
    static constexpr std::array options{
        FixedOption{"first_conversation", QT_TRANSLATE_NOOP("record", "First conversation")},
        FixedOption{"full", QT_TRANSLATE_NOOP("record", "Full assessment")},
        FixedOption{"review", QT_TRANSLATE_NOOP("record", "Review")},
    };
};

enum class FormState { Draft, Published };

template <> struct Codes<FormState> {
    static constexpr const char *list = "form_state";
    static constexpr std::array options{
        FixedOption{"draft", QT_TRANSLATE_NOOP("record", "Draft")},
        FixedOption{"published", QT_TRANSLATE_NOOP("record", "Published")},
    };
};

/// The text of one version of a form, kept for ever once it is published: what was answered is shown with its own questions.
struct FormVersion {
    QString form; ///< its id, the same in every version
    qint64 versionNumber = 1;
    QString title;
    AssessmentLevel level = AssessmentLevel::Full;
    FormState state = FormState::Draft;
    QString text; ///< JSON, as core/forms reads it
    QString shipped; ///< SHA-256 of the file that came with the program; empty: made here
    std::optional<QDateTime> publishedAt;
    bool operator==(const FormVersion &) const = default;
};

enum class AssessmentState { HalfDone, Finished };

template <> struct Codes<AssessmentState> {
    static constexpr const char *list = "assessment_state";
    static constexpr std::array options{
        FixedOption{"half_done", QT_TRANSLATE_NOOP("record", "Half done")},
        FixedOption{"finished", QT_TRANSLATE_NOOP("record", "Finished")},
    };
};

/// A conversation along a form. Half done is normal; once it is finished it is corrected only with a reason.
struct Assessment {
    QString number; ///< AS-0001
    Id<Person> personId;
    Id<FormVersion> formVersionId;
    AssessmentLevel level = AssessmentLevel::Full; ///< of the form
    AssessmentState state = AssessmentState::HalfDone;
    QDateTime begunAt;
    std::optional<QDateTime> finishedAt;
    Id<Staff> ledBy;
    Choice means; ///< here, by telephone, in hospital, in prison
    QString place;
    QString present; ///< who else was there
    QString interpreter; ///< the language, and who interpreted
    bool operator==(const Assessment &) const = default;
};

/// What was said to one question. Of each question there is one row at most that holds; what it said before stands in its
/// history. The words are kept with it, so that it is read and found without the form.
struct AssessmentAnswer {
    Id<Assessment> assessmentId;
    Id<Person> personId;
    Category category = Category::CarePlan; ///< of the question: who reads it, what lets it leave
    QString section;
    QString question; ///< its id; empty: the whole section was left out
    QString asked; ///< in the words of the form
    QString answer; ///< as people read it
    QString value; ///< as the form keeps it
    std::optional<NotSaidReason> notSaid;
    QString corrected; ///< why it was changed after the assessment was finished
    bool operator==(const AssessmentAnswer &) const = default;
};

/// An assessment that somebody else made, kept beside ours.
struct AssessmentByOthers {
    Id<Person> personId;
    QString kind; ///< a care assessment, a mental health assessment
    Id<Agency> agencyId;
    QString byWhom;
    QDate onDay;
    QString findings;
    QString keptWhere; ///< the paper or file
    std::optional<QDate> reviewOn;
    bool operator==(const AssessmentByOthers &) const = default;
};

} // namespace keywork
