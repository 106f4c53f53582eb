// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/keywork.h"
#include "ui/pages/list_with_form.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

class Card;
class RulerLines;
class SessionForm;

/// A resident's keywork: what is planned, how ready and able they were over time, and every session; and the session itself.
class KeyworkPage : public ListWithForm {
    Q_OBJECT
public:
    KeyworkPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    bool concerns(const QList<Change> &changes) const override;
    void showRecord(const RecordRef &record) override;
    SessionForm *form() const;

private:
    void buildList();
    void addPlanned(const Kept<KeyworkSession> &session);
    void addCancelling(const Kept<KeyworkSession> &session, QPushButton *opens);
    void addLine(const Kept<KeyworkSession> &session);
    QString factsOf(const KeyworkSession &session) const;
    QString pauseNow() const;
    void showRulers(const QList<Kept<KeyworkSession>> &sessions);
    void end(const Kept<KeyworkSession> &session, KeyworkOutcome outcome, const QString &reason);
    void open(const std::optional<Kept<KeyworkSession>> &known);
    void print(Id<KeyworkSession> session);
    QPushButton *m_start = nullptr;
    QLabel *m_next = nullptr;
    Card *m_planned = nullptr;
    Card *m_rulers = nullptr;
    RulerLines *m_lines = nullptr;
    Card *m_sessions = nullptr;
    qsizetype m_shown;
};

} // namespace keywork
