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

/// Messages that were talked about, each with the day it was last, and whether a leaflet was given.
class TalkedPart : public QWidget {
    Q_OBJECT
public:
    TalkedPart(const QHash<QString, QDate> &lastGiven, const Services &services, QWidget *parent = nullptr);
    void load(const QList<KeptRow> &messages);
    QList<KeptRow> parts() const;
    QJsonArray toJson() const;
    void fromJson(const QJsonArray &kept);

Q_SIGNALS:
    void edited();

private:
    struct Line {
        QString code;
        QCheckBox *talked = nullptr;
        QCheckBox *leaflet = nullptr;
        KeptRow kept = {};
    };
    void set(const QString &code, bool leaflet);
    QList<Line> m_lines;
    QList<KeptRow> m_others;
};

} // namespace keywork
