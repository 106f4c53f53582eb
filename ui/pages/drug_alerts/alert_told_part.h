// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/drug_alert.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

/// Below a drug alert: its notices, and who of the residents here was told, to be ticked off as one goes from door to door.
class AlertToldPart : public QWidget {
    Q_OBJECT
public:
    AlertToldPart(Id<DrugAlert> alert, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload();

private:
    void addNotices(QVBoxLayout *layout);
    void tell();
    const Id<DrugAlert> m_alert;
    const Services m_services;
    const Navigator m_navigator;
    QVBoxLayout *m_people = nullptr;
    QPushButton *m_tell = nullptr;
    QList<QPair<Id<Person>, QCheckBox *>> m_ticks;
};

/// The notice on paper.
void previewAlertNotice(Id<DrugAlert> alert, bool isFull, const Services &services, const Navigator &navigator);

} // namespace keywork
