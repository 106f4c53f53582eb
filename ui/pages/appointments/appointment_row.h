// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/appointment.h"
#include "ui/text/appointment_lines.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QLayout;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

/// One appointment: when, who, what for, and how it went, in one press or with one key while the line has the focus:
/// K kept, L late, M missed, C cancelled, Enter opens it.
class AppointmentRow : public QFrame {
    Q_OBJECT
public:
    enum class Shown {
        OfResident, ///< with the day, without the name
        OfHouse, ///< the time, with the name
        Narrow, ///< as of the house, on a card
    };
    /// `today` is the house's; what is ahead can't have been kept. `mayChange`: whether the outcome may be said.
    AppointmentRow(const AppointmentLine &line, Shown shown, QDate today, bool mayChange, QWidget *parent = nullptr);

    Id<Appointment> id() const { return m_line.kept.id; }

Q_SIGNALS:
    void ended(AppointmentOutcome outcome);
    void opened();
    void stepped(int by); ///< Up and Down

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addTexts(QBoxLayout *layout);
    void addOutcome(QLayout *layout);
    void addButton(QLayout *layout, const QString &text, const QString &key, AppointmentOutcome outcome);
    void addCancelled(QLayout *layout);
    void say(AppointmentOutcome outcome);
    QString inOneLine() const;
    bool mayEnd() const { return m_mayChange && m_line.kept.value.isOpen(); }
    bool hasBegun() const { return m_line.at.date() <= m_today; }
    const AppointmentLine m_line;
    const Shown m_shown;
    const QDate m_today;
    const bool m_mayChange;
    QPushButton *m_cancelled = nullptr;
};

} // namespace keywork
