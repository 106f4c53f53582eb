// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sharing/ledger_page.h"

#include "core/domain/sharing.h"
#include "ui/pages/list_export.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QTableView>

using namespace Qt::StringLiterals;

namespace keywork {

LedgerPage::LedgerPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(12);
    auto *title = lineOrFlow(14);
    title->addWidget(label(tr("What left"), "title"));
    title->addWidget(label(tr("every print, file and referral with somebody's data, newest first"), "soft"));
    pushRight(title);
    auto *exportButton = button(tr("E&xport CSV"));
    exportButton->setObjectName(u"export"_s);
    connect(exportButton, &QPushButton::clicked, this,
        [this] { exportList(this, m_services, m_navigator, u"disclosure"_s, [this] { return m_table->model()->csv(); }); });
    title->addWidget(exportButton);
    layout->addLayout(title);
    auto *card = new Card;
    m_table = new RecordTable(recordType<Disclosure>(), services);
    m_table->setEmptyText(tr("Nothing has left yet. Prints and referrals stand here by themselves."));
    card->body()->addWidget(m_table);
    layout->addWidget(card);
    connect(m_table, &RecordTable::opened, this,
        [this](const KeptRow &row) { m_navigator.openResident({row.row.value(u"person_id"_s).toLongLong()}); });
    reload();
    m_table->view()->setFocus();
}

void LedgerPage::reload() { m_table->reload({}); }

} // namespace keywork
