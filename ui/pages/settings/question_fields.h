// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/form.h"
#include "core/record/owned_description.h"

#include <QHash>

namespace keywork {

/// A question of a form as a kind of record, so that it is typed in a form like everything else. Lives as long as its rows.
class QuestionFields {
public:
    /// `question` without an id: a new one.
    QuestionFields(const Form &form, const QString &section, const Question &question);
    QuestionFields(const QuestionFields &) = delete;
    QuestionFields &operator=(const QuestionFields &) = delete;

    const RecordType &type() const { return m_description.type(); }
    Row row() const;
    /// What the row says; a new question gets an id of its words.
    Question question(const Row &row) const;

private:
    class Lists final : public ChoiceSource {
    public:
        QList<ChoiceOption> options(const QString &list) const override { return m_lists.value(list); }
        QHash<QString, QList<ChoiceOption>> m_lists;
    };
    void addWords();
    void addAnswers();
    void addWhenAsked();
    void addWhatItTells();
    void addChoice(const QString &column, const QString &label, const QList<ChoiceOption> &options, Field rest);

    const Form m_form;
    const Question m_question;
    Lists m_lists;
    OwnedDescription m_description;
};

} // namespace keywork
