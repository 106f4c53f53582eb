// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/checks/checks_page.h"

#include "core/services/records/records.h"
#include "ui/pages/checks/check_parts.h"
#include "ui/pages/checks/check_round_list.h"
#include "ui/pages/checks/check_rounds.h"
#include "ui/pages/house/records_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

#include <QTableView>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kLeastChecksHeight = 170; ///< head and some lines

/// For somebody who is no resident; a resident's begin on their own page, where whose they are is said.
Row beginningOfChecks(const Services &services)
{
    Row start = emptyRow(recordType<CheckSeries>());
    start.set(u"from_at"_s, toStoredText(services.records.clock().now()));
    start.set(u"watcher_id"_s, services.records.session().staff().value);
    return start;
}

} // namespace

ChecksPage::ChecksPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(12);
    layout->addWidget(label(tr("Timed checks"), "title"));
    layout->addWidget(
        label(tr("One key writes a check down and goes on to the next. A resident's checks are started from their page, under "
                 "“Add”; here, for somebody who is no resident."),
            "soft", true));
    m_none = label(tr("No checks are running."), "", true);
    layout->addWidget(m_none);
    m_rounds = new CheckRounds({}, services, navigator);
    m_round = new CheckRoundList(m_rounds, services, navigator);
    layout->addWidget(m_round);
    layout->addWidget(m_rounds);
    m_list = new RecordsPage(recordType<CheckSeries>(), beginningOfChecks(services), {}, services, navigator, RecordsPage::Frame::Part);
    m_list->scrollWithPage();
    m_list->table()->view()->setMinimumHeight(Theme::scaled(kLeastChecksHeight));
    connect(m_list, &RecordsPage::opened, this,
        [this](const KeptRow &row, QVBoxLayout *below) { addChecksDone(row, below, m_services, m_navigator); });
    connect(m_rounds, &CheckRounds::reloaded, this, [this](bool isEmpty) { m_none->setVisible(isEmpty); });
    layout->addWidget(m_list, 1);
    m_none->setVisible(m_rounds->running().isEmpty());
}

void ChecksPage::reload()
{
    m_rounds->reload();
    m_list->reload();
}

void ChecksPage::showRecord(const RecordRef &record)
{
    if (const auto series = seriesOfCheck(record, m_services))
        return showRecord(*series);
    if (record.id == 0 || !(m_rounds->focusOn(record.id) || m_round->focusOn(record.id)))
        m_list->showRecord(record);
}

void ChecksPage::showForm(const RecordRef &record, const QString &part)
{
    const bool isOfCheck = part.startsWith(u"series/"_s);
    if (!m_rounds->showForm(part) && !isOfCheck) // whose series is over has no form here
        showRecord(record);
}

QVariantMap ChecksPage::leftAs() const { return m_list->leftAs(); }
void ChecksPage::bringBack(const QVariantMap &left) { m_list->bringBack(left); }

} // namespace keywork
