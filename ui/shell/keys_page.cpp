// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keys_page.h"

#include "core/services/services.h"
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
        .keys = {QKeySequence(u"F1"_s), QKeySequence(u"Ctrl+?"_s), QKeySequence(u"Ctrl+Shift+?"_s)}};
}

KeysPage::KeysPage(const QList<KeyHelp> &places, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(12);
    layout->addWidget(label(tr("Keys"), "title"));
    auto *columns = columnsOrRows(14);
    columns->addWidget(keysCard(tr("Everywhere"),
        {{u"Ctrl+K"_s, tr("Find a resident, note or action")}, {u"Ctrl+N"_s, tr("New resident")}, {u"Ctrl+I"_s, tr("Log an incident")},
            {u"Ctrl+Shift+A"_s, tr("Appointments of the week")}, {u"Ctrl+S"_s, tr("Save the form")},
            {u"Ctrl+P"_s, tr("Print what the preview shows")}, {u"Ctrl+Z"_s, tr("Undo typing; outside a field, the last save")},
            {u"Alt+Left, Alt+Right"_s, tr("Back and forward")}, {u"Ctrl+L"_s, tr("Lock")},
            {u"Ctrl+Shift+L"_s, tr("Lock for the next person to sign in")}, {u"F11"_s, tr("Cover the screen, and uncover it")},
            {u"Ctrl++, Ctrl+-, Ctrl+0"_s, tr("Text larger, smaller, as it was")}, {u"Ctrl+D"_s, tr("Light, dark, high contrast")},
            {u"F1, Ctrl+?"_s, tr("These keys")}}));
    columns->addWidget(keysCard(tr("Places"), places));
    columns->addWidget(keysCard(tr("In a form or list"),
        {{u"Tab, Shift+Tab"_s, tr("To the next field, to the one before")},
            {u"F2"_s, tr("No answer: not asked, does not know, prefers not to say")},
            {u"Ctrl+Shift+N"_s, tr("One more in the form: somebody in an incident")},
            {u"Alt+letter"_s, tr("The button with this letter underlined")}, {u"Enter"_s, tr("Open the chosen line")},
            {u"14/9, today, +2w, next tue"_s, tr("Dates as people type them")},
            {u"Enter, Ctrl+Enter"_s, tr("In an assessment: the next question, also from words on several lines")},
            {u"Ctrl+PgUp, Ctrl+PgDn"_s, tr("In an assessment: another section")},
            {u"0 … 9, arrows, Delete"_s, tr("On a scale; 1 and then 0 is 10")},
            {u"K, L, M, C"_s, tr("On an appointment: kept, late, missed, cancelled")}, {u"Esc"_s, tr("Close what hangs open")}}));
    layout->addLayout(columns);
    layout->addStretch();
}

} // namespace keywork
