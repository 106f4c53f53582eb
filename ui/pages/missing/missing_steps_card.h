// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/missing.h"
#include "ui/pages/page.h"
#include "ui/widgets/parts.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
QT_END_NAMESPACE

namespace keywork {

class RecordEditor;

/// "No reply: what to do": each step is one press and on file at once; the keys wait on the next one. What the house's policy
/// says stands beside.
class MissingStepsCard : public Card {
    Q_OBJECT
public:
    MissingStepsCard(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload();
    /// The form for a step that was not written down at once.
    void openLater();
    RecordEditor *editor() const { return m_editor; }

Q_SIGNALS:
    void stepKept(); ///< a step was written down: what stands beside may say something else

private:
    void buildWays();
    void addWay(QLayout *line, MissingAct act, MissingAnswer answer, const QString &text);
    void addPolicy();
    QString whomToAsk() const;
    void press(MissingAct act, MissingAnswer answer);
    void write(const MissingStep &step);
    void showSteps();
    void showNext();
    void closeForm();
    const Id<Person> m_person;
    const Services m_services;
    const Navigator m_navigator;
    QLabel *m_next = nullptr;
    QLabel *m_whom = nullptr;
    QLabel *m_problem = nullptr;
    QComboBox *m_with = nullptr;
    QLineEdit *m_reference = nullptr;
    QVBoxLayout *m_done = nullptr;
    QVBoxLayout *m_form = nullptr;
    QMap<MissingAct, QPushButton *> m_ways; ///< of each act, the one that goes on
    RecordEditor *m_editor = nullptr;
    MissingNow m_now;
};

} // namespace keywork
