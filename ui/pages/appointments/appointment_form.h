// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/appointment.h"
#include "core/domain/person.h"
#include "core/domain/stay.h"
#include "core/services/services.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/page.h"

#include <QTimer>

namespace keywork {

class RepeatsPart;

/// The form of an appointment: a new one may repeat, one of a series may take those that follow along, and what is at the
/// same time is said before saving.
class AppointmentForm : public QWidget {
    Q_OBJECT
public:
    /// `known` none: a new one.
    AppointmentForm(Id<Person> person, const std::optional<Kept<Appointment>> &known, const Services &services, QWidget *parent = nullptr);
    RecordEditor *editor() const { return m_editor; }

Q_SIGNALS:
    void saved(const QString &sentence);
    void cancelled();

private:
    enum class Following { Stay, Move, Cancel };
    QWidget *buildExtra();
    QWidget *buildFollowing();
    void buildEditor();
    Row start() const;
    Done save(const Row &row);
    Done saveFollowing(const Appointment &typed);
    Done amend(const Row &row);
    void saveWith(Following following, AppointmentOutcome how = AppointmentOutcome::Booked);
    /// Series and clashes of what is typed now.
    void look();
    QStringList clashesOf(const QList<Appointment> &planned) const;
    const Id<Person> m_person;
    const std::optional<Kept<Appointment>> m_known;
    const Services m_services;
    RecordEditor *m_editor = nullptr;
    RepeatsPart *m_repeats = nullptr;
    QLabel *m_clashes = nullptr;
    QTimer m_look;
    Following m_following = Following::Stay;
    AppointmentOutcome m_how = AppointmentOutcome::Booked;
    QString m_said;
};

} // namespace keywork
