// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/add_menu.h"

#include "ui/pages/resident/tabs.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QMap>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kOfATabAtOnce = 2;

/// Empty: everybody on a shift writes it, so it stands in the menu itself.
QString menuFor(const RecordType &type)
{
    const ResidentTab *tab = type.access.add == Act::Record || !type.tiedBy(Tie::Owner) ? nullptr : tabShowing(type);
    return tab ? QCoreApplication::translate("resident", tab->title).remove(u'&') : QString();
}

} // namespace

AddMenu::AddMenu(const QList<Addition> &additions, const std::function<void(const Visit &)> &open, QWidget *parent)
    : QMenu(parent)
{
    QMap<QString, int> many;
    for (const Addition &one : additions)
        ++many[menuFor(*one.type)];
    QMap<QString, QMenu *> menus;
    const auto add = [&](const Addition &one, QMenu *menu) {
        QAction *action = menu->addAction(words::label(one.type->newOne));
        action->setObjectName(u"add-"_s + QLatin1String(one.type->table));
        connect(
            action, &QAction::triggered, this, [open, where = one.where] { open(where); }, Qt::QueuedConnection);
        m_lines.append(action);
    };
    for (const Addition &one : additions)
        if (const QString title = menuFor(*one.type); title.isEmpty() || many.value(title) <= kOfATabAtOnce)
            add(one, this);
    for (const Addition &one : additions) {
        const QString title = menuFor(*one.type);
        if (title.isEmpty() || many.value(title) <= kOfATabAtOnce)
            continue;
        if (menus.isEmpty())
            addSeparator();
        QMenu *&menu = menus[title];
        if (!menu)
            menu = addMenu(title);
        add(one, menu);
    }
}

} // namespace keywork
