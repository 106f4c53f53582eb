// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/history_page.h"

#include "core/domain/kinds.h"
#include "core/services/keeping/audit.h"
#include "core/services/records/earlier_versions.h"
#include "core/services/records/history_lines.h"
#include "core/services/records/history_reader.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/kept_place.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_history.h"
#include "ui/theme/theme.h"
#include "ui/widgets/heard_cells.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/table_fit.h"

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
    m_looks = new QCheckBox(tr("&Looks, too"));
    auto *who = button(tr("&Who looked at this record"));
    who->setObjectName(u"whoLooked"_s);
    connect(who, &QPushButton::clicked, this, &HistoryPage::showWhoLooked);
    card->addToTitle(who);
    card->addToTitle(m_looks);
    m_who = label({}, "", true);
    m_who->setObjectName(u"whoLookedList"_s);
    m_who->hide();
    card->body()->addWidget(m_who);
    m_table = new QTableWidget(0, 3);
    m_table->setAccessibleName(tr("History of this record"));
    m_table->setHorizontalHeaderLabels({tr("When"), tr("Who"), tr("What")});
    m_table->setTabKeyNavigation(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(Theme::scaled(30));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setMinimumHeight(Theme::isLarge() ? Theme::scaled(240) : 0);
    card->body()->addWidget(m_table);
    constexpr int kRanks[] = {1, 2, 0}; // what was done, and when
    card->body()->addWidget(new TableFit(m_table, {.rank = [kRanks](int column) { return kRanks[column]; }, .widest = 2, .mostLines = 12}));
    m_bringBack = button(tr("Bring this &version back"));
    m_bringBack->setObjectName(u"bringBack"_s);
    m_bringBack->setToolTip(tr("Saves the record as it stood after the entry that is selected; nothing is taken out of the history."));
    connect(m_bringBack, &QPushButton::clicked, this, &HistoryPage::bringBack);
    card->body()->addWidget(m_bringBack, 0, Qt::AlignLeft);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] { m_bringBack->setEnabled(chosen() != nullptr); });
    layout->addWidget(card);
    connect(m_looks, &QCheckBox::toggled, this, &HistoryPage::reload);
}

void HistoryPage::reload()
{
    const auto rowOf = [this](qint64 sequence) {
        const auto found
            = std::find_if(m_lines.cbegin(), m_lines.cend(), [&](const HistoryLine &line) { return line.sequence == sequence; });
        return found == m_lines.cend() ? -1 : int(found - m_lines.cbegin());
    };
    const auto sequenceAt = [this](int row) { return m_lines.at(row).sequence; };
    if (chosenRow() < 0)
        return read(); // none is chosen for anybody: a version could be brought back by it
    keepingPlace(m_table, IfGone::Neighbour, sequenceAt, rowOf, [this] { read(); });
    m_bringBack->setEnabled(chosen() != nullptr);
}

int HistoryPage::chosenRow() const { return m_table->selectedItems().isEmpty() ? -1 : m_table->currentRow(); }

void HistoryPage::read()
{
    const auto lines = m_services.history.ofPerson(m_person.value, !m_looks->isChecked(), 300);
    m_table->setRowCount(0);
    m_lines.clear();
    m_bringBack->setEnabled(false);
    if (!lines)
        return;
    m_lines = *lines;
    m_table->setRowCount(int(lines->size()));
    for (int row = 0; row < lines->size(); ++row) {
        const HistoryLine &line = lines->at(row);
        const QDateTime local = m_services.records.clock().local(line.at);
        m_table->setItem(row, 0, new QTableWidgetItem(words::date(local.date()) + u' ' + words::time(local)));
        m_table->setItem(row, 1, new QTableWidgetItem(line.by));
        m_table->setItem(
            row, 2, new QTableWidgetItem(words::historySentence(line, m_services.records.choices(), m_services.records.clock())));
    }
    hearCells(m_table);
}

void HistoryPage::showWhoLooked()
{
    const auto looked = m_services.audit.whoLookedAt(m_person);
    QStringList said;
    for (const Looked &one : looked ? *looked : QList<Looked>()) {
        const QDateTime last = m_services.records.clock().local(one.last);
        said.append(tr("%1: %2, %3, last on %4, %5")
                        .arg(one.who, words::timesLooked(one.times), words::timesChanged(one.changed), words::date(last.date()),
                            words::time(last)));
    }
    m_who->setText(!looked ? words::error(looked.error()) : said.isEmpty() ? tr("Nobody has looked at it yet.") : said.join(u'\n'));
    m_who->setVisible(!m_who->isVisible());
}

const HistoryLine *HistoryPage::chosen() const
{
    const int row = chosenRow();
    if (row < 0 || row >= m_lines.size())
        return nullptr;
    const HistoryLine &line = m_lines.at(row);
    const RecordType *type = kindOf(line.kind);
    const auto action = fromCode<HistoryAction>(line.action);
    const bool isVersion = type && action && changesRecords(*action) && !type->cannotUndo && m_services.records.mayChange(*type);
    return isVersion ? &line : nullptr;
}

void HistoryPage::bringBack()
{
    const HistoryLine *line = chosen();
    if (!line)
        return;
    const auto back = m_services.earlierVersions.bringBack(*kindOf(line->kind), line->record, line->sequence);
    m_navigator.answer(back, tr("Brought back. Ctrl+Z undoes it."));
    reload();
}

} // namespace keywork
