// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/house/records_page.h"

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace keywork {

/// A resident's orders, hearings and what else comes of courts, and how many appointments with probation were kept.
class CourtPage : public KindsPage {
    Q_OBJECT
public:
    CourtPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    bool concerns(const QList<Change> &changes) const override;

private:
    void sayAttendance();
    const Id<Person> m_person;
    QLabel *m_attendance = nullptr;
};

} // namespace keywork
