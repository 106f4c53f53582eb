// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/appointments/appointment_list.h"
#include "ui/pages/list_with_form.h"

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

class AppointmentForm;
class Card;

/// A resident's appointments: those to come, then those that were, the latest first; how many were kept.
class ResidentAppointmentsPage : public ListWithForm {
    Q_OBJECT
public:
    ResidentAppointmentsPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    void showRecord(const RecordRef &record) override;
    bool concerns(const QList<Change> &changes) const override;
    AppointmentForm *form() const;

private:
    void buildList();
    void open(const std::optional<Kept<Appointment>> &known);
    void print();
    void printAttendance();
    QLabel *m_attendance = nullptr;
    QLabel *m_byAgency = nullptr; ///< each kind of agency apart, where there are several
    QPushButton *m_printAttendance = nullptr;
    Card *m_upcoming = nullptr;
    Card *m_past = nullptr;
    AppointmentList *m_lines = nullptr;
    qsizetype m_shownPast;
};

} // namespace keywork
