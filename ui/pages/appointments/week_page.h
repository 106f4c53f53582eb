// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/appointments/appointment_list.h"
#include "ui/pages/list_export.h"

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

/// The appointments of the house: a week, Monday to Sunday, or one day.
class WeekPage : public Page {
    Q_OBJECT
public:
    enum class Span { Week, Day };
    WeekPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    void show(Span span, QDate day);
    QDate first() const;
    QDate last() const { return m_span == Span::Week ? first().addDays(6) : m_day; }

private:
    QLayout *buildTitle();
    QLayout *buildSteps();
    void addDay(QDate day, const QList<AppointmentLine> &lines);
    void step(int by);
    void print();
    void preview();
    void exportCsv();
    Span m_span = Span::Week;
    QDate m_day;
    QLabel *m_range = nullptr;
    QPushButton *m_week = nullptr;
    QPushButton *m_oneDay = nullptr;
    QVBoxLayout *m_days = nullptr;
    AppointmentList *m_list = nullptr;
};

/// The same days as a list that leaves.
Result<ListText> appointmentsCsv(const Services &services, QDate first, QDate last);

} // namespace keywork
