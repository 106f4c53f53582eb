// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/today/appointments_today.h"

#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/text/words_errors.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

AppointmentsToday::AppointmentsToday(const Services &services, const Navigator &navigator, QWidget *parent)
    : Card(tr("Appointments today"), {}, parent)
    , m_services(services)
{
    m_week = button(tr("Week"), "link");
    m_week->setObjectName(u"appointmentsWeek"_s);
    m_week->setAccessibleName(tr("Appointments of the week"));
    m_week->setToolTip(u"Ctrl+Shift+A"_s);
    connect(m_week, &QPushButton::clicked, this, [navigator] { navigator.openPlace(u"appointments"_s); });
    addToTitle(m_week);
    m_list = new AppointmentList(AppointmentRow::Shown::Narrow, services, navigator, this);
    connect(m_list, &AppointmentList::opened, this, [navigator](const Kept<Appointment> &known) {
        navigator.visit(residentVisit(known.value.personId.value, u"appointments"_s, {u"appointment"_s, known.id.value}));
    });
    setVisible(services.records.mayRead(recordType<Appointment>()));
}

void AppointmentsToday::reload()
{
    if (!m_services.records.mayRead(recordType<Appointment>()))
        return;
    m_list->begin();
    clear();
    const QDate today = m_services.records.today();
    auto lines = appointmentLines(m_services, today, today);
    if (!lines)
        return body()->addWidget(label(words::error(lines.error()), "problem", true));
    // What still has to be said stands first.
    std::stable_partition(lines->begin(), lines->end(), [](const AppointmentLine &line) { return line.kept.value.isOpen(); });
    setSoft(QString::number(lines->size()));
    m_list->add(body(), *lines);
    if (lines->isEmpty())
        body()->addWidget(label(tr("Nothing is booked."), "soft", true));
    m_list->finish();
}

} // namespace keywork
