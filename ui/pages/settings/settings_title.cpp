// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/settings_title.h"

#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QCoreApplication>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace keywork {

QWidget *settingsTitle(const QString &here, const Navigator &navigator)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("settings", text); };
    auto *title = new QWidget;
    auto *line = wrappingLine(8);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(label(tr("Settings"), "title"));
    const std::tuple<QString, QString> pages[]
        = {{u"house"_s, tr("The &house")}, {u"backups"_s, tr("&Backups")}, {u"restricted"_s, tr("Restr&icted records")},
            {u"forms"_s, tr("&Forms")}, {u"retention"_s, tr("&Retention and erasure")}, {u"substances"_s, tr("Substances")}};
    for (const auto &[name, text] : pages) {
        auto *tab = button(text, "pill");
        tab->setObjectName(u"settings-"_s + name);
        tab->setCheckable(true);
        tab->setChecked(name == here);
        QObject::connect(tab, &QPushButton::clicked, title, [navigator, at = name] { navigator.openPlace(at); });
        line->addWidget(tab);
        if (name == here) // the keys begin at the page that is open, not at the first of them
            QTimer::singleShot(0, tab, [tab] {
                const QWidget *focused = tab->window()->focusWidget();
                if (focused && focused->parentWidget() == tab->parentWidget())
                    tab->setFocus();
            });
    }
    pushRight(line);
    title->setLayout(line);
    return title;
}

} // namespace keywork
