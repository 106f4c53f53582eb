// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

/// A question beside a field with two answers, which Tab reaches from the field. Hidden while nothing is asked.
class FieldQuestion : public QWidget {
    Q_OBJECT
public:
    /// `name` begins the object names of the answers: name-yes, name-no.
    explicit FieldQuestion(const QString &name, QWidget *parent = nullptr);
    /// `answered` is told true for `yes`; the question is gone then.
    void ask(const QString &sentence, const QString &yes, const QString &no, const std::function<void(bool)> &answered);
    bool isOpen() const { return !isHidden(); }
    QPushButton *firstAnswer() const { return m_yes; }
    QPushButton *lastAnswer() const { return m_no; }

private:
    void answer(bool isYes);
    QLabel *m_sentence;
    QPushButton *m_yes;
    QPushButton *m_no;
    std::function<void(bool)> m_answered;
};

} // namespace keywork
