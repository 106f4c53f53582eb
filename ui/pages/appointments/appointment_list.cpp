// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/appointments/appointment_list.h"

#include "core/services/care/appointments.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/text/words.h"
#include "ui/widgets/parts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

AppointmentList::AppointmentList(AppointmentRow::Shown shown, const Services &services, const Navigator &navigator, QObject *parent)
    : QObject(parent)
    , m_shown(shown)
    , m_services(services)
    , m_navigator(navigator)
{
}

void AppointmentList::begin()
{
    m_focused = {};
    m_place = -1;
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        if (m_rows.at(i)->window()->focusWidget() == m_rows.at(i)) {
            m_focused = m_rows.at(i)->id();
            m_place = i;
        }
    m_rows.clear();
}

void AppointmentList::add(QVBoxLayout *layout, const QList<AppointmentLine> &lines)
{
    const bool mayChange = m_services.records.mayChange(recordType<Appointment>());
    for (const AppointmentLine &line : lines) {
        auto *row = new AppointmentRow(line, m_shown, m_services.records.today(), mayChange);
        connect(row, &AppointmentRow::ended, this, [this, kept = line.kept](AppointmentOutcome outcome) { end(kept, outcome); });
        connect(row, &AppointmentRow::opened, this, [this, kept = line.kept] { Q_EMIT opened(kept); });
        connect(row, &AppointmentRow::stepped, this, [this, row](int by) {
            const qsizetype next = m_rows.indexOf(row) + by;
            if (next < 0 || next >= m_rows.size())
                return;
            m_rows.at(next)->setFocus();
            bringIntoView(m_rows.at(next));
        });
        layout->addWidget(row);
        layout->addWidget(rule());
        m_rows.append(row);
    }
}

void AppointmentList::finish()
{
    if (m_place < 0 || m_rows.isEmpty())
        return;
    const auto same = std::find_if(m_rows.cbegin(), m_rows.cend(), [this](const AppointmentRow *row) { return row->id() == m_focused; });
    AppointmentRow *next = same != m_rows.cend() ? *same : m_rows.at(std::min(m_place, m_rows.size() - 1));
    next->show(); // a layout shows its widgets later, and what is hidden takes no focus
    next->setFocus();
}

void AppointmentList::focusFirst()
{
    if (!m_rows.isEmpty())
        m_rows.first()->setFocus();
}

void AppointmentList::end(const Kept<Appointment> &appointment, AppointmentOutcome outcome)
{
    const auto ended = m_services.appointments.end(appointment.id, outcome);
    m_navigator.answer(ended, tr("%1. Ctrl+Z takes it back.").arg(words::shortLabelFor(outcome)));
}

} // namespace keywork
