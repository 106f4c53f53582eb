// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/keywork.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/keywork/area_notes.h"
#include "ui/pages/page.h"

#include <QSet>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace keywork {

class AgreedPart;
class PartsAtOpening;

class KeyworkRuler;
class SincePart;
class TalkedPart;

/// A session as it goes on, or one on file: what is known at the left, notes by area in the middle, what follows at the
/// right; below, the rest of the record. Kept as it is typed, saved as a whole.
class SessionForm : public QWidget {
    Q_OBJECT
public:
    /// `known`: one that was planned, or one to be corrected; none: one that begins now.
    SessionForm(Id<Person> person, const std::optional<Kept<KeyworkSession>> &known, const Services &services, QWidget *parent = nullptr);
    RecordEditor *editor() const { return m_editor; }
    AreaNotes *notes() const { return m_notes; }

Q_SIGNALS:
    void saved(const QString &sentence);
    void left();
    /// What they use has changed: the short review as of the session's day; what was typed here waits.
    void reviewWanted(QDate asOf);

private:
    bool isReopened() const { return m_known && !m_known->value.isPlanned(); }
    QDate day() const;
    Row startRow() const;
    QLayout *buildHeader();
    QWidget *buildColumns();
    QWidget *buildMiddle();
    QWidget *buildRight();
    void addNextTime(QVBoxLayout *layout);
    void buildEditor();
    Done save(const Row &row);
    std::optional<KeyworkSession> nextSession(const KeyworkSession &now, Violations &wrong) const;
    Violations showProblems(const Violations &violations);
    void bringBack(const QJsonObject &kept);
    void showHeader();
    void loadParts();
    const Id<Person> m_person;
    const std::optional<Kept<KeyworkSession>> m_known;
    const Services m_services;
    const QDateTime m_openedAt;
    QString m_called;
    QList<GoalChoice> m_goals;
    RecordEditor *m_editor = nullptr;
    SincePart *m_since = nullptr;
    AreaNotes *m_notes = nullptr;
    AgreedPart *m_agreed = nullptr;
    TalkedPart *m_talked = nullptr;
    KeyworkRuler *m_importance = nullptr;
    KeyworkRuler *m_confidence = nullptr;
    QLabel *m_rulerProblem = nullptr;
    QLineEdit *m_next = nullptr;
    QLineEdit *m_nextPlace = nullptr;
    QLabel *m_nextProblem = nullptr;
    QLabel *m_facts = nullptr;
    QTimer m_minute;
    QString m_said;
    const std::shared_ptr<PartsAtOpening> m_atOpening; ///< the editor asks for it when this is gone already
};

} // namespace keywork
