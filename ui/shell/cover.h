// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace keywork {

/// The privacy screen: covers everything with a plain page at once, keeps the file open, takes every key. F11, Escape,
/// Enter, Space or a click take it away; what is typed otherwise goes nowhere.
class Cover : public QWidget {
    Q_OBJECT
public:
    explicit Cover(QWidget *over);
    void raiseOver();
    void takeAway();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointer<QWidget> m_focus; ///< where the keyboard was
};

} // namespace keywork
