// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/other_windows.h"

#include <QPointer>
#include <QWidget>

namespace keywork {

/// The privacy screen: covers everything with a plain page at once, keeps the file open, takes every key. F11 or a click take
/// it away. One that came by itself also goes at a key that only moves, which then works on the page as if it had not come;
/// what is typed otherwise goes nowhere.
class Cover : public QWidget {
    Q_OBJECT
public:
    explicit Cover(QWidget *over);
    enum class Came { Asked, ByItself };
    void raiseOver(Came how = Came::Asked);
    void takeAway();

Q_SIGNALS:
    void gone(); ///< taken away
    void actNowWanted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    OtherWindows m_others;
    QPointer<QWidget> m_focus; ///< where the keyboard was
    Came m_came = Came::Asked;
};

} // namespace keywork
