// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/resident/additions.h"

#include <QMenu>
#include <functional>

namespace keywork {

/// What may be added to a resident's record, from the descriptions: a new kind stands here once it says `newOne`. What
/// everybody on a shift may write stands first; the rest in a menu of its tab, once that has more than two.
class AddMenu : public QMenu {
public:
    AddMenu(const QList<Addition> &additions, const std::function<void(const Visit &)> &open, QWidget *parent);

    /// Of all kinds, in the order of the menu, also those in a menu of a tab.
    QList<QAction *> lines() const { return m_lines; }

private:
    QList<QAction *> m_lines;
};

} // namespace keywork
