// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/change_notifier.h"
#include "ui/pages/appointments/appointment_list.h"

QT_BEGIN_NAMESPACE
class QPushButton;
class QStackedLayout;
QT_END_NAMESPACE

namespace keywork {

class AppointmentForm;
class Card;

/// A resident's appointments: those to come, then those that were, the latest first; how many were kept.
class ResidentAppointmentsPage : public Page {
    Q_OBJECT
public:
    ResidentAppointmentsPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    void showRecord(const RecordRef &record) override;
    bool concerns(const QList<Change> &changes) const override;
    AppointmentForm *form() const { return m_form; }

private:
    QWidget *buildList();
    void openForm(const std::optional<Kept<Appointment>> &known);
    void closeForm();
    void addWithdrawal(QVBoxLayout *below, const Kept<Appointment> &known);
    void print();
    void printAttendance();
    const Id<Person> m_person;
    QStackedLayout *m_stack = nullptr;
    QWidget *m_formPlace = nullptr;
    QLabel *m_attendance = nullptr;
    QLabel *m_byAgency = nullptr; ///< each kind of agency apart, where there are several
    QPushButton *m_printAttendance = nullptr;
    Card *m_upcoming = nullptr;
    Card *m_past = nullptr;
    AppointmentList *m_list = nullptr;
    AppointmentForm *m_form = nullptr;
    qsizetype m_shownPast;
};

} // namespace keywork
