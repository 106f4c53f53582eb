// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/other_windows.h"

#include <QApplication>
#include <utility>

namespace keywork {

void OtherWindows::hideAllBut(const QWidget *window)
{
    while (QWidget *popup = QApplication::activePopupWidget())
        if (!popup->close())
            break;
    for (QWidget *top : QApplication::topLevelWidgets())
        if (top != window && top->isVisible()) {
            top->hide();
            m_hidden.append(top);
        }
}

void OtherWindows::showAgain()
{
    for (const QPointer<QWidget> &top : std::exchange(m_hidden, {}))
        if (top)
            top->show();
}

} // namespace keywork
