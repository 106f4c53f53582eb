// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/violation.h"
#include "ui/pages/page.h"

#include <QJsonObject>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace keywork {

/// Rooms in one line, with what would be made of them below.
class RoomNamesPart : public QWidget {
    Q_OBJECT
public:
    explicit RoomNamesPart(const Services &services, QWidget *parent = nullptr);
    QString typed() const;
    QJsonObject toDraft() const;
    void fromDraft(const QJsonObject &draft);
    /// Says what is wrong with the rooms beside them; gives the rest.
    Violations showViolations(const Violations &violations);

Q_SIGNALS:
    void edited();

private:
    void showPreview();
    const Services m_services;
    QLineEdit *m_names = nullptr;
    QLabel *m_preview = nullptr;
    QLabel *m_problem = nullptr;
};

/// Several rooms at once: "1-12, 14, A1-A4", all with the same building and floor, in one commit.
class NewRoomsPage : public Page {
    Q_OBJECT
public:
    NewRoomsPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override { } // what is being typed stays

private:
    Done save(const Row &like);
    RoomNamesPart *m_names = nullptr;
    qsizetype m_made = 0;
};

} // namespace keywork
