// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>

QT_BEGIN_NAMESPACE
class QAbstractItemView;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

/// What stands in the middle of a list without a line: what belongs there, and the first one to make of it. Every list of
/// the program says it this way.
class EmptyHint : public QWidget {
    Q_OBJECT
public:
    explicit EmptyHint(QAbstractItemView *view);
    /// A button that begins the first one, with the words of the button that begins any other.
    void offer(const QString &words, std::function<void()> begin);
    /// Shows the sentence instead of lines; an empty one: there are lines. What is offered is left out beside a filter and
    /// where something went wrong.
    enum class Offered { Yes, No };
    void say(const QString &sentence, Offered offered = Offered::Yes);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void moveEvent(QMoveEvent *event) override;

private:
    void place();
    QAbstractItemView *m_view = nullptr;
    int m_ownHeight = 0; ///< the least that the list has with lines
    QLabel *m_sentence = nullptr;
    QPushButton *m_begin = nullptr;
    std::function<void()> m_run;
};

} // namespace keywork
