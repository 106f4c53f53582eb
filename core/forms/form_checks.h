// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/form_reader.h"

#include <QHash>

namespace keywork {

/// Gathers what is wrong with a form while it is read, and judges what its questions say of one another.
class FormChecks {
public:
    explicit FormChecks(const ChoiceSource &lists)
        : m_lists(lists)
    {
    }

    void add(FormFault fault, int line, const QString &place = {}, const QString &argument = {});
    /// Notes in which line it begins; one that was there before is a problem.
    void noteSection(const QString &id, int line);
    void noteQuestion(const QString &id, int line);
    void judge(const Form &form);
    /// In the order of their lines.
    FormProblems problems() const;

private:
    void judgeQuestion(const Form &form, const Question &question);
    void judgeShowIf(const Form &form, const Question &question);
    void judgeTells(const Question &question);
    int lineOf(const QString &question) const { return m_questions.value(question, 1); }

    const ChoiceSource &m_lists;
    FormProblems m_problems;
    QHash<QString, int> m_sections;
    QHash<QString, int> m_questions;
    QHash<QString, qsizetype> m_order; ///< of the questions
};

/// The codes that an answer to the question can have; empty for one that is answered in words.
QStringList codesOf(const Question &question);

} // namespace keywork
