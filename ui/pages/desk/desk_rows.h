// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/house/presence.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

class Avatar;

/// Everybody who lives here, each with "In" and "Out": one press puts them, durable at once, and is taken back by another.
/// What is typed above it leaves those whom it fits; Enter there puts the first of them.
class DeskRows : public QWidget {
    Q_OBJECT
public:
    DeskRows(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload();
    QString filter() const;
    void setFilter(const QString &typed);
    void giveKeysToFilter();

Q_SIGNALS:
    void moved();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Row {
        PersonPresence of;
        QString found; ///< what typing finds, folded
        QWidget *widget = nullptr;
        Avatar *picture = nullptr;
        QLabel *state = nullptr;
        QPushButton *in = nullptr;
        QPushButton *out = nullptr;
    };
    void build(const QList<PersonPresence> &people);
    void addRow(const PersonPresence &one, QLayout *rows);
    void show(Row &row);
    void applyFilter();
    void tellCounts();
    const Row *firstFound() const;
    void put(Id<Person> person, DeskDirection direction);
    void takeBack();
    void loadOnePicture();
    const Services m_services;
    const Navigator m_navigator;
    QLineEdit *m_filter = nullptr;
    QLabel *m_hint = nullptr;
    QLabel *m_counts = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_back = nullptr;
    QWidget *m_list = nullptr;
    QList<Row> m_rows;
    QHash<qint64, QByteArray> m_pictures; ///< by person; empty: there is none
    std::optional<Kept<DeskMovement>> m_last; ///< the last press, while it can be taken back
};

} // namespace keywork
