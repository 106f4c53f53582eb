// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/forms/asked_form.h"
#include "core/record/validation.h"

#include <QHash>
#include <memory>

namespace keywork {

class CarePlans;
class Forms;
class Records;

/// Why a whole section was left out.
enum class LeftOut { NotToday, PrefersNot, DoesNotConcern, AskedElsewhere };

template <> struct Codes<LeftOut> {
    static constexpr const char *list = "section_left_out";
    static constexpr std::array options{
        FixedOption{"not_today", QT_TRANSLATE_NOOP("record", "Left out: not today")},
        FixedOption{"prefers_not", QT_TRANSLATE_NOOP("record", "Left out: prefers not to talk about it")},
        FixedOption{"does_not_concern", QT_TRANSLATE_NOOP("record", "Left out: does not concern them")},
        FixedOption{"asked_elsewhere", QT_TRANSLATE_NOOP("record", "Left out: asked elsewhere")},
    };
};

/// An assessment with its questions and, as far as whoever reads may know them, its answers.
struct FilledForm {
    Kept<Assessment> assessment;
    QString formTitle;
    qint64 formVersion = 1;
    std::shared_ptr<const AskedForm> asked;
    Row answers; ///< of asked->type()
    QMap<QString, LeftOut> leftOut; ///< sections, and why
    QMap<QString, QString> corrected; ///< questions that were corrected after it was finished, and why
    bool isFinished() const { return assessment.value.state == AssessmentState::Finished; }
};

/// A need that answers tell of, or an area of the care plan.
struct NeedFound {
    QString need; ///< of the catalogue; empty: only an area
    std::optional<Area> area;
    QStringList because; ///< question and answer, as people read them
    int goals = 0; ///< of the area in the plan, those set aside or achieved left out
    bool operator==(const NeedFound &) const = default;
};

/// What was said in the assessment before, and now.
struct WhatChanged {
    Kept<Assessment> before;
    struct Line {
        QString section;
        QString asked;
        QString before;
        QString after;
    };
    QList<Line> lines;
};

/// Conversations along a form (W: case study 1, two levels): begun, answered over many sittings, finished, compared.
class Assessments {
public:
    Assessments(Records &records, Forms &forms, CarePlans &plans);

    /// Of one person, the newest first.
    Result<QList<Kept<Assessment>>> of(Id<Person> person) const;
    /// Begins one along the version that is published now. `begun` says for whom, how, where and with whom.
    Result<Kept<Assessment>> begin(const QString &form, Assessment begun);
    Result<FilledForm> read(Id<Assessment> id) const;
    /// How, where, when and with whom; also of a half-done one only.
    Done saveCircumstances(const Kept<Assessment> &changed);
    /// Keeps what differs from what is on file, in one commit: a row an answer. Questions that whoever is signed in may not
    /// read stay as they are. Invalid under the questions' ids; NotAllowedNow once it is finished.
    Done save(Id<Assessment> id, const Row &answers);
    /// Takes a section out with a reason, or (none) back in.
    Done leaveOut(Id<Assessment> id, const QString &section, std::optional<LeftOut> why);
    /// Invalid under the required questions that are neither answered nor said to be without an answer.
    Done finish(Id<Assessment> id);
    /// Changes answers of a finished one; why stands with each. Invalid under `reason` without one.
    Done correct(Id<Assessment> id, const Row &answers, const QString &reason);
    /// Marks it and its answers as entered in error.
    Done withdraw(Id<Assessment> id, const QString &reason);

    /// What the answers tell: needs, and areas of the care plan, each once, with the goals that there are.
    Result<QList<NeedFound>> tells(Id<Assessment> id) const;
    /// Against the one before it of the same person that is finished and asks some of the same; none: it is the first.
    Result<std::optional<WhatChanged>> whatChanged(Id<Assessment> id) const;

private:
    /// An assessment with its form and the rows of its answers, by question; a section left out by leftOutKey().
    struct OnFile {
        Kept<Assessment> assessment;
        std::shared_ptr<const AskedForm> asked;
        QHash<QString, Kept<AssessmentAnswer>> rows;
    };
    Result<OnFile> onFile(Id<Assessment> id) const;
    Row answersOf(const OnFile &stored) const;
    bool mayRead(const OnFile &stored, const Question &question) const;
    Done checkAnswers(const OnFile &stored, const Row &answers) const;
    Done keep(const OnFile &stored, const Row &typed, const QString &corrected);
    Done keepOne(const OnFile &stored, const AssessmentAnswer &wanted);
    Result<Violations> answerStays(const Row &row, qint64 self) const;
    Result<Violations> assessmentStays(const Row &row, qint64 self) const;
    Result<QHash<Area, int>> goalsOf(Id<Person> person) const;

    Records &m_records;
    Forms &m_forms;
    CarePlans &m_plans;
    bool m_corrects = false; ///< while a correction with its reason is kept
};

} // namespace keywork
