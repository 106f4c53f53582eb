// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/house/nights_page.h"

#include "core/base/anniversary.h"
#include "core/services/house/occupancy.h"
#include "core/services/records/records.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_rooms.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"

#include <QGridLayout>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace keywork {

NightsPage::NightsPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    const QDate today = services.records.today();
    m_month = QDate(today.year(), today.month(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(12);
    auto *line = wrappingLine(10);
    line->addWidget(label(tr("Nights counted"), "title"));
    m_title = label({}, "cardTitle");
    m_title->setObjectName(u"nightsMonth"_s);
    line->addWidget(m_title);
    pushRight(line);
    auto *before = button(tr("Month &before"));
    before->setObjectName(u"monthBefore"_s);
    connect(before, &QPushButton::clicked, this, [this] { goBy(-1); });
    line->addWidget(before);
    m_next = button(tr("&Next month"));
    m_next->setObjectName(u"monthAfter"_s);
    connect(m_next, &QPushButton::clicked, this, [this] { goBy(1); });
    line->addWidget(m_next);
    layout->addLayout(line);
    m_sums = label({}, "strong", true);
    m_sums->setObjectName(u"nightSums"_s);
    layout->addWidget(m_sums);
    layout->addWidget(
        label(tr("A night belongs to the day it begins on; the day of leaving has none. Occupied and void make up the beds. The "
                 "same by command, also for a spreadsheet: keywork occupancy."),
            "soft", true));
    m_card = new Card;
    m_card->setObjectName(u"nightsOfMonth"_s);
    layout->addWidget(m_card);
    layout->addStretch();
    before->setFocus();
    reload();
}

void NightsPage::goBy(int months)
{
    m_month = monthsAfter(m_month, months, MonthEnd::LastDay);
    keepingFocus(this, [this] { reload(); }); // "Next month" may have gone grey under the keys
}

void NightsPage::reload()
{
    const QDate today = m_services.records.today();
    m_title->setText(QLocale().toString(m_month, u"MMMM yyyy"_s));
    m_next->setEnabled(m_month.addDays(m_month.daysInMonth()) <= today);
    const QDate last = std::min(today, m_month.addDays(m_month.daysInMonth() - 1));
    const auto nights = m_services.occupancy.nights(m_month, last);
    m_sums->setText(nights ? words::nightSums(sumOf(*nights)) : words::error(nights.error()));
    m_card->clear();
    if (nights)
        showNights(*nights);
}

void NightsPage::showNights(const QList<NightCount> &nights)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(2);
    int column = 0;
    for (const QString &head : {tr("Night"), tr("Beds"), tr("Occupied"), tr("Void"), tr("Away"), tr("No room")})
        grid->addWidget(label(head, "soft"), 0, column++);
    int row = 0;
    for (const NightCount &night : nights) {
        ++row;
        column = 0;
        for (const QString &cell : {words::weekday(night.night), QString::number(night.beds), QString::number(night.occupied),
                 QString::number(night.empty), QString::number(night.away), QString::number(night.withoutRoom)}) {
            auto *made = label(cell);
            made->setObjectName(u"night-%1-%2"_s.arg(night.night.toString(Qt::ISODate)).arg(column));
            grid->addWidget(made, row, column++);
        }
    }
    grid->setColumnStretch(column, 1);
    m_card->body()->addLayout(grid);
}

QVariantMap NightsPage::leftAs() const { return {{u"month"_s, m_month}}; }

void NightsPage::bringBack(const QVariantMap &left)
{
    if (const QDate month = left.value(u"month"_s).toDate(); month.isValid())
        m_month = month;
    reload();
}

} // namespace keywork
