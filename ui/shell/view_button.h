// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPushButton>

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace keywork {

/// Colours and text size as a menu, for whoever does not know the keys; F10 opens it.
class ViewButton : public QPushButton {
    Q_OBJECT
public:
    explicit ViewButton(QWidget *parent = nullptr);
    QMenu *menuOfLooks() const { return m_menu; }

Q_SIGNALS:
    void wanted(keywork::Theme::Kind kind, int percent);

private:
    void fill();
    QMenu *m_menu = nullptr;
};

} // namespace keywork
