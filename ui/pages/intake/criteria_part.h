// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/intake.h"
#include "core/services/services.h"

#include <QJsonObject>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace keywork {

/// The entry criteria at a referral: each with its answer, and why where it is not met or waived. What was answered to words
/// that have changed since stands below, to be read.
class CriteriaPart : public QWidget {
    Q_OBJECT
public:
    CriteriaPart(const QList<CriterionLine> &lines, const Services &services, QWidget *parent = nullptr);

    QList<CriterionAnswer> answers() const;
    /// The words of those that are not met, and not waived.
    QStringList notMet() const;
    QJsonObject toDraft() const;
    void fromDraft(const QJsonObject &draft);
    /// Those under an answer's column are shown beside it. Gives the others.
    Violations showViolations(const Violations &violations);

Q_SIGNALS:
    void edited();

private:
    struct Line {
        CriterionLine at;
        QComboBox *answer;
        QLineEdit *why;
        QLabel *problem;
    };
    void addLine(const CriterionLine &line);
    void addEarlier(const CriterionLine &line);
    static void showAsked(const Line &line);
    QList<Line> m_lines;
};

} // namespace keywork
