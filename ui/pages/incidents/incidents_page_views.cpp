// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/incident_parts.h"
#include "core/domain/incident_review.h"
#include "core/rules/incident_review.h"
#include "core/services/records/records.h"
#include "ui/forms/record_table.h"
#include "ui/pages/guidance/tolerance_card.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/incidents/incident_prints.h"
#include "ui/pages/incidents/incident_review_view.h"
#include "ui/pages/incidents/incidents_page.h"
#include "ui/pages/incidents/new_incident.h"
#include "ui/pages/list_export.h"
#include "ui/text/words_incidents.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
const QString kIncidentTable = QStringLiteral("incident");
} // namespace

IncidentReviewView *IncidentsPage::review()
{
    if (m_review)
        return m_review;
    m_review = new IncidentReviewView(m_services, m_navigator);
    connect(m_review, &IncidentReviewView::formWanted, this, [this](Id<Incident> incident) {
        showRecord({kIncidentTable, incident.value});
    });
    m_stack->addWidget(m_review);
    return m_review;
}

RecordsPage *IncidentsPage::records()
{
    if (m_records)
        return m_records;
    const RecordType &type = recordType<Incident>();
    m_records = new RecordsPage(type, emptyRow(type), {}, m_services, m_navigator, RecordsPage::Frame::Part);
    m_records->table()->setEmptyText(tr("Nothing logged yet. Near misses count too."));
    // Whoever's record it was opened from is in the first one only.
    m_records->beginNewWith(tr("&Log incident"), [this] { return newIncident(m_services, std::exchange(m_person, {})); });
    connect(m_records, &RecordsPage::opened, this, [this](const KeptRow &row, QVBoxLayout *below) {
        auto *toReview = button(tr("To its review"), "link");
        toReview->setObjectName(u"toReviewOf"_s);
        connect(
            toReview, &QPushButton::clicked, this, [this, id = row.id] { reviewOf({id}); }, Qt::QueuedConnection);
        below->addWidget(toReview, 0, Qt::AlignLeft);
        addIncidentPrints({row.id}, below, m_services, m_navigator);
    });
    showToleranceBelow(m_records, m_services, m_navigator, [](const Row &row) {
        static const QStringList kinds{u"cannabis_smoking"_s, u"other_use"_s, u"supply_concern"_s, u"found"_s};
        return kinds.contains(row.text(u"kind"_s));
    });
    m_stack->addWidget(m_records);
    return m_records;
}

RecordsPage *IncidentsPage::months()
{
    if (m_months)
        return m_months;
    const RecordType &type = recordType<IncidentMonth>();
    Row start = emptyRow(type);
    const QDate today = m_services.records.today();
    start.set(u"month_on"_s, today.addDays(-today.day()).toString(Qt::ISODate)); // the one before
    start.set(u"reviewed_on"_s, today.toString(Qt::ISODate));
    m_months = new RecordsPage(type, start, {}, m_services, m_navigator, RecordsPage::Frame::Part);
    m_stack->addWidget(m_months);
    return m_months;
}

RecordTable *IncidentsPage::found()
{
    if (m_found)
        return m_found;
    auto *card = new Card(tr("Found items"), tr("over all incidents; nobody weighs, tests or tastes them"));
    m_foundCard = card;
    const RecordType &type = recordType<FoundItem>();
    m_found = new RecordTable(type, m_services);
    m_found->setEmptyText(tr("Nothing was found yet. An item is added in the incident in which it was found."));
    m_found->model()->addSaid(tr("Here for"), [this](const KeptRow &row) {
        const auto item = recordType<FoundItem>().fromRow(row.row);
        return item ? words::hoursLong(hoursHere(*item, m_services.records.clock().now())) : QString();
    });
    m_found->model()->addSaid(tr("Still to do"), [](const KeptRow &row) {
        const auto item = recordType<FoundItem>().fromRow(row.row);
        return item ? words::foundWaits(waitsFor(*item)) : QString();
    });
    connect(m_found, &RecordTable::opened, this, [this](const KeptRow &row) {
        showRecord({kIncidentTable, row.row.value(u"incident_id"_s).toLongLong()});
    });
    auto *line = wrappingLine(8);
    addExits(line, this, m_services, m_navigator, QString::fromLatin1(type.table), listOf(type, m_found));
    card->body()->addLayout(line);
    card->body()->addWidget(m_found);
    m_stack->addWidget(card);
    return m_found;
}

} // namespace keywork
