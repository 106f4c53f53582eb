// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/repeating.h"

#include <QJsonObject>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace keywork {

/// How an appointment comes back: not, weekly, fortnightly, monthly; until a day or so many times.
class RepeatsPart : public QWidget {
    Q_OBJECT
public:
    explicit RepeatsPart(QDate today, QWidget *parent = nullptr);

    bool repeats() const;
    /// None: once. A repeat without an end, or with one that can't be read, gives no day at all.
    std::optional<Repeat> repeat() const;
    /// What comes of it, in words.
    void setResult(const QString &sentence);
    QJsonObject toJson() const;
    void fromJson(const QJsonObject &kept);

Q_SIGNALS:
    void edited();

private:
    void showAsked();
    const QDate m_today;
    QComboBox *m_every = nullptr;
    QWidget *m_end = nullptr;
    QLineEdit *m_until = nullptr;
    QLineEdit *m_times = nullptr;
    QLabel *m_result = nullptr;
};

} // namespace keywork
