// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/supplies.h"
#include "core/services/services.h"

#include <QJsonArray>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace keywork {

/// Everything that can be handed out, a line each: how many are given, and how many used ones come back. Several items are
/// typed one below the other; Enter and the arrow keys go up and down, Tab goes on.
class SupplyLinesPart : public QWidget {
    Q_OBJECT
public:
    explicit SupplyLinesPart(const Services &services, QWidget *parent = nullptr);

    void load(const QList<KeptRow> &lines);
    /// What was typed, as parts of a visit; what can't be read stays as it was typed.
    QList<KeptRow> parts() const;
    /// Sentences below the lines; gives the others.
    Violations showViolations(const Violations &violations);
    QJsonArray toJson() const;
    void fromJson(const QJsonArray &kept);
    void focusFirst();

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Line {
        qint64 item = 0;
        QLineEdit *given = nullptr;
        QLineEdit *returned = nullptr; ///< null: it does not come back
        QLabel *problem = nullptr;
        KeptRow kept = {};
    };
    Line &addLine(const Kept<SupplyItem> &item, const QString &left);
    QLineEdit *addNumber(int row, int column, const QString &name, const QString &hears);
    Line *lineOf(qint64 item);
    bool isTyped(const Line &line) const;
    bool moveFrom(const QLineEdit *edit, int by);
    const Services m_services;
    QGridLayout *m_grid = nullptr;
    QList<Line> m_lines;
    QList<KeptRow> m_twice; ///< a second line of one item, which an older form kept
};

} // namespace keywork
