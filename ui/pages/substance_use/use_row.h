// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/substance_use.h"
#include "core/services/services.h"
#include "ui/forms/record_form.h"

#include <QFrame>
#include <QJsonObject>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

/// One substance in the form of a review: what matters most in a line, the rest below on demand, and below each answer what
/// was said last where it is another one now.
class UseRow : public QFrame {
    Q_OBJECT
public:
    /// `before`: what the last review said of it; none: it is told of for the first time.
    UseRow(const QString &name, const KeptRow &kept, const std::optional<SubstanceUse> &before, const Services &services,
        QWidget *parent = nullptr);

    /// As it stands in the form.
    KeptRow part() const;
    qint64 substance() const;
    /// Whether whoever asked says that it is the same.
    bool isConfirmed() const;
    void setConfirmed(bool isConfirmed);
    /// The answers; what can't be read yet is as it was said last.
    SubstanceUse use() const;
    /// The columns of what can't be read yet.
    QStringList unreadable() const;
    RecordForm *form() const { return m_form; }
    Violations showViolations(const Violations &violations);
    QJsonObject toDraft() const;
    const QString &name() const { return m_name; }
    /// Of the fields that stand in the line.
    static const QStringList &lineColumns();

Q_SIGNALS:
    void edited();
    void removed();

private:
    void buildTitle(QBoxLayout *place);
    void showRest(bool isShown);
    void showDifferences();
    SubstanceUse saidLast() const;
    const QString m_name;
    const KeptRow m_kept;
    const std::optional<SubstanceUse> m_before;
    const Services m_services;
    RecordForm *m_form = nullptr;
    QLabel *m_state = nullptr;
    QCheckBox *m_same = nullptr;
    QPushButton *m_more = nullptr;
};

} // namespace keywork
