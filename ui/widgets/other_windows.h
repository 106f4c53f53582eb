// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

namespace keywork {

/// What lies over the whole window would have lists, menus and dialogs above it, which keep the keys: they go meanwhile.
class OtherWindows {
public:
    /// Closes lists and menus, hides every window but this one.
    void hideAllBut(const QWidget *window);
    /// Those that were hidden and are still there.
    void showAgain();

private:
    QList<QPointer<QWidget>> m_hidden;
};

} // namespace keywork
