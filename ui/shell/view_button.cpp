// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/view_button.h"

#include <QActionGroup>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace keywork {

ViewButton::ViewButton(QWidget *parent)
    : QPushButton(tr("View"), parent)
    , m_menu(new QMenu(this))
{
    setObjectName(u"view"_s);
    setToolTip(tr("Colours and text size: F10"));
    setAccessibleName(tr("View: colours and text size"));
    setShortcut(QKeySequence(Qt::Key_F10)); // Alt and a letter is taken somewhere on each page
    connect(this, &QPushButton::clicked, this, [this] {
        fill(); // what is in force may have changed by a key
        m_menu->popup(mapToGlobal(QPoint(0, height())));
        m_menu->setActiveAction(m_menu->actions().first());
    });
    fill();
}

void ViewButton::fill()
{
    m_menu->clear();
    auto *colours = new QActionGroup(m_menu);
    const std::pair<QString, Theme::Kind> kinds[]
        = {{tr("&Light"), Theme::Kind::Light}, {tr("&Dark"), Theme::Kind::Dark}, {tr("&High contrast"), Theme::Kind::HighContrast}};
    for (const auto &[title, kind] : kinds) {
        QAction *action = m_menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(kind == Theme::kind());
        colours->addAction(action);
        connect(action, &QAction::triggered, this, [this, kind = kind] { Q_EMIT wanted(kind, Theme::percent()); });
    }
    m_menu->addSeparator();
    // The keys stand beside as words: the window has them already.
    const std::tuple<QString, int> sizes[] = {{tr("Larger &text") + u"\tCtrl++"_s, Theme::nextPercent(Theme::percent(), 1)},
        {tr("&Smaller text") + u"\tCtrl+-"_s, Theme::nextPercent(Theme::percent(), -1)}, {tr("Text as it &was") + u"\tCtrl+0"_s, 100}};
    for (const auto &[title, percent] : sizes) {
        QAction *action = m_menu->addAction(title);
        action->setEnabled(percent != Theme::percent());
        connect(action, &QAction::triggered, this, [this, percent = percent] { Q_EMIT wanted(Theme::kind(), percent); });
    }
}

} // namespace keywork
