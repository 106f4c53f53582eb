// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/form.h"
#include "core/record/owned_description.h"

#include <QHash>
#include <deque>

namespace keywork {

/// A form as a kind of record: forms on the screen, checks, drafts and merging follow from its description like those of
/// every kind. A row of it holds the answers to all questions, and beside them what was not said (`not_said`). It lives as
/// long as its rows.
class AskedForm {
public:
    explicit AskedForm(Form form);
    AskedForm(const AskedForm &) = delete;
    AskedForm &operator=(const AskedForm &) = delete;

    const Form &form() const { return m_form; }
    const RecordType &type() const { return m_description.type(); }
    const ChoiceSource &lists() const { return m_lists; }

    /// The answer as people read it: labels for codes, a line for each row of a table, "62.5 kg". Empty when there is none.
    QString words(const Row &answers, const Question &question) const;
    /// Whether it is asked after the other answers.
    bool asks(const Row &answers, const Question &question) const;
    /// Whether something was said to it, or noted that it was not said.
    static bool isAnswered(const Row &answers, const Question &question);
    static std::optional<NotSaidReason> notSaid(const Row &answers, const Question &question);

private:
    class Lists final : public ChoiceSource {
    public:
        QList<ChoiceOption> options(const QString &list) const override { return m_lists.value(list); }
        QHash<QString, QList<ChoiceOption>> m_lists;
    };
    void add(const Question &question);
    void addList(const Question &question, Field &field);

    const Form m_form;
    Lists m_lists;
    std::deque<Scale> m_scales; // a deque moves nothing when it grows
    std::deque<QStringList> m_columns;
    OwnedDescription m_description;
};

/// How much of a section is done: what is asked now, and what of it was answered.
struct SectionProgress {
    int asked = 0;
    int answered = 0;
    bool isDone() const { return answered == asked; }
    bool operator==(const SectionProgress &) const = default;
};
SectionProgress progressOf(const AskedForm &form, const FormSection &section, const Row &answers);

/// An answer that tells something, and what.
struct AnswerTold {
    const Question *question = nullptr;
    const AnswerTells *tells = nullptr;
};
/// In the order of the form; of what was not said nothing is told.
QList<AnswerTold> toldBy(const AskedForm &form, const Row &answers);

/// What says otherwise in the later of two sets of answers, which may be of two versions or forms: questions are the same
/// by their id.
struct AnswerChange {
    const Question *question = nullptr; ///< of the later form; of the earlier one when only that asks it
    QString before; ///< empty: no answer then
    QString after;
};
QList<AnswerChange> changesBetween(const AskedForm &before, const Row &then, const AskedForm &after, const Row &now);

/// Required questions that are asked and have no answer, by their columns; those of the sections named are left alone.
Violations unanswered(const AskedForm &form, const Row &answers, const QStringList &sectionsLeftOut);

} // namespace keywork
