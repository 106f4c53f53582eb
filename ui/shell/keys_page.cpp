// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keys_page.h"

#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/quick_card_print.h"
#include "ui/shell/places.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Card *keysCard(const QString &title, const QList<KeyHelp> &keys)
{
    auto *card = new Card(title);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setColumnStretch(1, 1);
    for (const KeyHelp &key : keys) {
        const int row = grid->rowCount();
        grid->addWidget(label(key.keys, "strong"), row, 0, Qt::AlignTop);
        grid->addWidget(label(key.does, "", true), row, 1);
    }
    card->body()->addLayout(grid);
    card->body()->addStretch();
    return card;
}

} // namespace

PlaceInfo keysPlace()
{
    return {.id = "keys",
        .title = QT_TRANSLATE_NOOP("places", "Keys"),
        .mayOpen = [](const Services &) { return true; },
        .make = [](const PlaceContext &here) -> QWidget * {
            QList<KeyHelp> shown;
            for (const PlaceInfo *place : navigation(here.services))
                shown.append({navigationKey(shown.size()), titleOf(*place)});
            return new KeysPage(shown, here.services, here.navigator);
        },
        .keys = {QKeySequence(u"Ctrl+?"_s), QKeySequence(u"Ctrl+Shift+?"_s)},
        .actions = {{QT_TRANSLATE_NOOP("places", "Quick card of your role"),
            [](const PlaceContext &here) { previewQuickCard(here.services.records.session().role(), here.services, here.navigator); },
            [](const Services &) { return true; }}}};
}

KeysPage::KeysPage(const QList<KeyHelp> &places, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(12);
    auto *title = lineOrFlow(8);
    title->addWidget(label(tr("Keys"), "title"));
    pushRight(title);
    auto *card = button(tr("&Quick card of your role…"));
    card->setObjectName(u"quickCard"_s);
    connect(card, &QPushButton::clicked, this, &KeysPage::printCard);
    title->addWidget(card);
    layout->addLayout(title);
    auto *columns = columnsOrRows(14);
    columns->addWidget(keysCard(tr("Everywhere"), words::keysEverywhere()));
    columns->addWidget(keysCard(tr("Places"), places));
    columns->addWidget(keysCard(tr("In a form or list"), words::keysInForms()));
    layout->addLayout(columns);
    layout->addStretch();
}

void KeysPage::printCard() { previewQuickCard(m_services.records.session().role(), m_services, m_navigator); }

} // namespace keywork
