// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>

namespace keywork {

/// What `page` shows, or will show once its layouts have caught up, under this object name; null when there is nothing. What
/// was taken out and waits to be deleted is none of it.
QWidget *standing(QWidget *page, const QString &name);

/// Gives the keys to it, also when a layout has not shown it yet.
void giveKeys(QWidget *widget);

/// Where the keys begin on a page that chose nothing: its list, else what Tab reaches first. Null when nothing takes them.
QWidget *firstOf(QWidget *page);

/// Gives the keys to the first of these names that `page` shows and that is enabled; false when there is none.
bool giveKeysTo(QWidget *page, const QStringList &names);

/// Tab goes through `page` in the order in which its layouts show it, whatever was made first or made anew.
void tabsAsShown(QWidget *page);

/// Runs `change`, after which the keys are where they were inside `page`: in the same control, though made anew, or else in
/// its neighbour. They leave the page only when nothing on it takes them.
void keepingFocus(QWidget *page, const std::function<void()> &change);

} // namespace keywork
