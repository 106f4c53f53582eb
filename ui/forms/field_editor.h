// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/field.h"
#include "core/record/not_said.h"
#include "core/services/services.h"
#include "ui/forms/inputs/field_input.h"

#include <QLabel>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QComboBox;
QT_END_NAMESPACE

namespace keywork {

class FieldQuestion;

/// One field of a form: a visible label, the input that its kind needs, a sentence beside it when something is wrong.
class FieldEditor : public QWidget {
    Q_OBJECT
public:
    FieldEditor(const Field &field, const Services &services, QWidget *parent = nullptr);

    QString column() const { return QString::fromLatin1(m_field.column); }
    const Field &field() const { return m_field; }
    /// The encoded value; a date that can't be read comes back as typed, so that the check can say so.
    QVariant value() const { return m_answer->value(); }
    void setValue(const QVariant &value);
    std::optional<NotSaidReason> notSaid() const;
    void setNotSaid(const std::optional<NotSaidReason> &reason);
    /// Empty takes it away again.
    void showProblem(const QString &sentence);
    /// Asks beside the field whether an unlikely value is right; showProblem takes the question away.
    void askWhetherRight(const QString &sentence);
    /// Whether the value that stands here was confirmed.
    bool isConfirmed() const { return m_confirmed && *m_confirmed == value(); }
    /// Whether a note that there is no answer waits for a word about the answer that stands here.
    bool isUndecided() const;
    /// Puts the keys where that is answered.
    void focusQuestion();
    /// The widget that takes the keys.
    QWidget *input() const { return m_input; }
    /// As a cell of a line: nothing stands beside the label, and what follows from the value stands below.
    void setCompact();
    /// In a cell: what was answered before, below; `differs` shows that it is another answer now. Empty: nothing.
    void showWas(const QString &sentence, bool differs);
    /// What the field belongs to, for whoever hears it: one of several forms that ask the same.
    void setContext(const QString &context);
    /// Whether the label says that it has to be answered; a section that may be left blank asks so once it is begun.
    void showRequired(bool isRequired);

Q_SIGNALS:
    void edited();
    void left(); ///< the focus went elsewhere

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showName();
    void buildNotSaid(QBoxLayout *line);
    void keepToGrid(QBoxLayout *line);
    void showNotSaid();
    void noteAnswer();
    void noteNotSaid();
    void markProblem(bool isProblem);
    /// Made when it is first needed: a form has many fields.
    FieldQuestion *questionIn(FieldQuestion *&place, const QString &name);

    const Field &m_field;
    bool m_saysRequired = false;
    QString m_inWords; ///< what follows from the value, beside the label
    QLabel *m_label = nullptr;
    QLabel *m_problem = nullptr;
    QLabel *m_help = nullptr; ///< null: there is none
    QLabel *m_understood = nullptr; ///< of a cell; null: beside the label
    QLabel *m_was = nullptr; ///< of a cell
    FieldInput *m_answer = nullptr;
    QWidget *m_input = nullptr;
    QComboBox *m_notSaid = nullptr;
    FieldQuestion *m_whetherRight = nullptr;
    FieldQuestion *m_whetherReplaced = nullptr;
    std::optional<QVariant> m_confirmed;
};

} // namespace keywork
