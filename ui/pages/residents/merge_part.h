// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/merging.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QGridLayout;
class QLineEdit;
class QRadioButton;
QT_END_NAMESPACE

namespace keywork {

/// Two records of one person side by side: which answers hold, what moves, and the button that makes them one.
class MergePart : public QWidget {
    Q_OBJECT
public:
    MergePart(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void showPair(Id<Person> stays, Id<Person> goes);
    void clear();

Q_SIGNALS:
    void done();

private:
    struct Question {
        QString column;
        QRadioButton *other = nullptr;
    };
    void build(const MergePreview &preview);
    void addHeadings(QGridLayout *grid, const MergePreview &preview);
    void addQuestion(QGridLayout *grid, const MergePreview &preview, const QString &column, bool takesOther);
    QString shown(const KeptRow &person, const QString &column) const;
    QWidget *whatMoves(const MergePreview &preview) const;
    void merge();
    QString nameOf(const KeptRow &person) const;
    Services m_services;
    Navigator m_navigator;
    Id<Person> m_stays;
    Id<Person> m_goes;
    QList<Question> m_questions;
    QCheckBox *m_even = nullptr;
    QLineEdit *m_because = nullptr;
};

} // namespace keywork
