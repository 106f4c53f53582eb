// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/assessments.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/page.h"

#include <QPointer>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
class QPushButton;
class QScrollArea;
QT_END_NAMESPACE

namespace keywork {

class SectionList;

/// An assessment being filled in, or a finished one being corrected: its sections with how far each is, and the questions
/// of one of them. Enter goes from question to question and on into the next section (Ctrl+Enter in words on several
/// lines), Ctrl+PgUp and Ctrl+PgDn to any other. A section that is left is kept; what was typed in it is a draft before.
class AssessmentForm : public QWidget {
    Q_OBJECT
public:
    enum class Mode { FillIn, Correct };
    AssessmentForm(Id<Assessment> id, Mode mode, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);

    /// Keeps what was typed, then shows the section; stays where something can't be kept.
    void showSection(const QString &section);
    QString section() const { return m_section; }
    RecordEditor *editor() const { return m_editor; }
    /// Asks for the required answers that are missing, else fixes it.
    void finish();
    Id<Assessment> assessment() const { return m_id; }

Q_SIGNALS:
    void closed();
    void finished();
    void circumstancesWanted(); ///< where, when and with whom it was

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Then { Stay, GoOn, Close };
    QLayout *buildTitle();
    void fill();
    void addNeeds(QVBoxLayout *layout);
    void addLeaveOut(QVBoxLayout *layout, const FormSection &section);
    void leaveOut();
    RecordEditor *makeEditor(const FormSection &section);
    Done save(const Row &row);
    void onSaved();
    /// False when something stands in the way of keeping it.
    bool keepSection(Then then);
    void step(int by);
    void goOnFrom(QWidget *widget);
    bool read();
    const FormSection &current() const;
    bool mayHear(const Question &question) const;
    QStringList readableSections() const;
    /// Where to begin: what was typed and not kept, else what is still to be asked.
    QString firstSection() const;

    const Id<Assessment> m_id;
    const Mode m_mode;
    const Services m_services;
    const Navigator m_navigator;
    FilledForm m_filled;
    QString m_section;
    Then m_then = Then::GoOn; ///< after the next save
    bool m_isKept = false;
    SectionList *m_sections = nullptr;
    QScrollArea *m_place = nullptr;
    QPointer<RecordEditor> m_editor;
    QComboBox *m_leftOut = nullptr;
    QLineEdit *m_reason = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_finish = nullptr;
};

} // namespace keywork
