// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/history_page.h"

#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace keywork {

HistoryPage::HistoryPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card(tr("History of this record"), tr("newest first"));
    m_looks = new QCheckBox(tr("&Who looked, too"));
    card->addToTitle(m_looks);
    m_table = new QTableWidget(0, 3);
    m_table->setAccessibleName(tr("History of this record"));
    m_table->setHorizontalHeaderLabels({tr("When"), tr("Who"), tr("What")});
    m_table->setTabKeyNavigation(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(0, Theme::scaled(150));
    m_table->setColumnWidth(1, Theme::scaled(150));
    card->body()->addWidget(m_table);
    layout->addWidget(card);
    connect(m_looks, &QCheckBox::toggled, this, &HistoryPage::reload);
}

void HistoryPage::reload()
{
    const auto lines = m_services.records.historyOfPerson(m_person.value, !m_looks->isChecked(), 300);
    m_table->setRowCount(0);
    if (!lines)
        return;
    m_table->setRowCount(int(lines->size()));
    for (int row = 0; row < lines->size(); ++row) {
        const HistoryLine &line = lines->at(row);
        const QDateTime local = m_services.records.clock().local(line.at);
        m_table->setItem(row, 0, new QTableWidgetItem(words::date(local.date()) + u' ' + words::time(local)));
        m_table->setItem(row, 1, new QTableWidgetItem(line.by));
        m_table->setItem(row, 2, new QTableWidgetItem(words::historySentence(line, m_services.records.choices())));
    }
}

} // namespace keywork
