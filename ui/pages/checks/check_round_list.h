// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/text/check_round.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QTableWidget;
QT_END_NAMESPACE

namespace keywork {

class CheckRounds;

/// The round: everybody who is looked in on, as one walk by floor and room, with one key a person. What is pressed is kept at
/// once, and the next one who is due has the keys; what was pressed wrong is taken back with a key.
class CheckRoundList : public QWidget {
    Q_OBJECT
public:
    CheckRoundList(CheckRounds *rounds, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    /// Shows what `rounds` read.
    void reload();
    bool isEmpty() const { return m_lines.isEmpty(); }
    /// Chooses its line and gives it the keys; false when it is not in the round.
    bool focusOn(qint64 series);
    QTableWidget *table() const { return m_table; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTable();
    void buildKeys();
    bool pressed(int key);
    void write(CheckResult result);
    void takeBack();
    void goOn();
    void showLine(int row);
    void tellChosen();
    const words::RoundLine *chosen() const;
    void print();
    CheckRounds *m_rounds;
    const Services m_services;
    const Navigator m_navigator;
    QList<words::RoundLine> m_lines;
    QTableWidget *m_table = nullptr;
    QLabel *m_chosen = nullptr; ///< who the keys are about, with what has to be known
    QList<QPushButton *> m_ways; ///< need somebody chosen
    QPushButton *m_end = nullptr;
    QPushButton *m_back = nullptr;
    QList<qint64> m_commit; ///< of the last check that was pressed here; empty: none to take back
    qint64 m_of = 0; ///< its series
};

} // namespace keywork
