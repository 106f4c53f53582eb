// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/appointment.h"
#include "core/services/services.h"
#include "ui/pages/appointments/appointment_row.h"
#include "ui/pages/page.h"

namespace keywork {

/// The lines of several appointments on a page; keeps how they went, and where the keys are when it is filled anew.
class AppointmentList : public QObject {
    Q_OBJECT
public:
    AppointmentList(AppointmentRow::Shown shown, const Services &services, const Navigator &navigator, QObject *parent);

    /// Before the lines are made anew.
    void begin();
    /// Adds a line for each to the layout.
    void add(QVBoxLayout *layout, const QList<AppointmentLine> &lines);
    /// Gives the keys back to the appointment that had them, or to the one in its place.
    void finish();
    qsizetype size() const { return m_rows.size(); }
    void focusFirst();

Q_SIGNALS:
    void opened(const keywork::Kept<keywork::Appointment> &appointment);

private:
    void end(const Kept<Appointment> &appointment, AppointmentOutcome outcome);
    const AppointmentRow::Shown m_shown;
    const Services m_services;
    const Navigator m_navigator;
    QList<AppointmentRow *> m_rows;
    Id<Appointment> m_focused;
    qsizetype m_place = -1; ///< of the one that had the keys
};

} // namespace keywork
