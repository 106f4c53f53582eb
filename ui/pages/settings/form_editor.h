// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/forms.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/page.h"
#include "ui/pages/settings/question_fields.h"

#include <QPointer>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QStackedLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;

/// The draft of a form: its questions section by section, added, reworded, moved and taken out; published as the next
/// version, from when on it is asked. Each change is judged before it is kept.
class FormEditor : public QWidget {
    Q_OBJECT
public:
    FormEditor(const Kept<FormVersion> &draft, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    ~FormEditor() override;
    void editQuestion(const QString &question);
    void addQuestion();
    /// What was typed in a question and not kept: its id, or "new" and the section.
    void openDraft(const QString &part);
    RecordEditor *editor() const { return m_editor; }
    Id<FormVersion> draft() const { return m_draft.id; }

Q_SIGNALS:
    void closed();

private:
    QLayout *buildTitle();
    QLayout *buildSectionLine();
    void showSections(const QString &chosen);
    void showQuestions();
    void rewordSection();
    void addLine(const Question &question);
    void openQuestion(const QString &title, const Question &question, const QString &part);
    void closeQuestion();
    /// False when it could not be asked like that; why is told.
    bool keep(const Form &form);
    void publish();
    void discard();
    QString section() const;
    const Services m_services;
    const Navigator m_navigator;
    Kept<FormVersion> m_draft;
    Form m_form;
    QStackedLayout *m_stack = nullptr;
    QWidget *m_place = nullptr;
    QComboBox *m_sections = nullptr;
    QLineEdit *m_sectionTitle = nullptr;
    Card *m_questions = nullptr;
    QLabel *m_message = nullptr;
    std::unique_ptr<QuestionFields> m_fields; ///< what the open question is described by
    QPointer<RecordEditor> m_editor;
};

} // namespace keywork
