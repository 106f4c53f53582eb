// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/substances_page.h"

#include "core/services/care/substances.h"
#include "core/services/records/records.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/settings/settings_title.h"
#include "ui/widgets/parts.h"

using namespace Qt::StringLiterals;

namespace keywork {

SubstancesPage::SubstancesPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(14);
    layout->addWidget(settingsTitle(u"substances"_s, navigator));
    const RecordType &type = recordType<Substance>();
    if (services.records.mayAdd(type)) // a copy that is only looked at shows what is there
        if (Done taken = services.substances.takeInShipped(); !taken)
            navigator.refuse(taken.error());
    m_list = new RecordsPage(type, emptyRow(type), {}, services, navigator, RecordsPage::Frame::Part);
    layout->addWidget(m_list, 1);
}

void SubstancesPage::reload() { m_list->reload(); }

void SubstancesPage::showRecord(const RecordRef &record)
{
    if (record.kind == QLatin1String(recordType<Substance>().table))
        m_list->showRecord(record);
}

bool SubstancesPage::concerns(const QList<Change> &changes) const { return m_list->concerns(changes); }

QVariantMap SubstancesPage::leftAs() const { return m_list->leftAs(); }

void SubstancesPage::bringBack(const QVariantMap &left) { m_list->bringBack(left); }

} // namespace keywork
