// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/keywork.h"
#include "core/services/services.h"

#include <QJsonArray>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
QT_END_NAMESPACE

namespace keywork {

/// The left column of a session: what is on file since last time, steps that are due and can be ticked, and what they said.
class SincePart : public QWidget {
    Q_OBJECT
public:
    SincePart(Id<Person> person, const QString &called, const Services &services, QWidget *parent = nullptr);
    /// Threads of the steps that were ticked here.
    QStringList stepsDone() const;
    QJsonArray toJson() const;
    void fromJson(const QJsonArray &kept);

Q_SIGNALS:
    void edited();

private:
    QWidget *buildSince(Id<Person> person);
    QWidget *buildSteps(Id<Person> person);
    QWidget *buildSaid(Id<Person> person, const QString &called);
    const Services m_services;
    QList<std::pair<QString, QCheckBox *>> m_steps; ///< not done when the page opened
};

} // namespace keywork
