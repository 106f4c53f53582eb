// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "ui/pages/appointments/appointment_list.h"
#include "ui/widgets/parts.h"

namespace keywork {

/// The card of today's appointments on Today; how they went is said there in one press.
class AppointmentsToday : public Card {
    Q_OBJECT
public:
    AppointmentsToday(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload();

private:
    const Services m_services;
    AppointmentList *m_list = nullptr;
    QPushButton *m_week = nullptr;
};

} // namespace keywork
