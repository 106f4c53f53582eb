// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/incidents/incidents_page.h"

#include "core/domain/drug_alert.h"
#include "core/domain/incident_parts.h"
#include "core/domain/incident_review.h"
#include "core/domain/restriction.h"
#include "core/rules/incident_review.h"
#include "core/services/care/incidents.h"
#include "core/services/records/records.h"
#include "ui/forms/record_table.h"
#include "ui/pages/guidance/tolerance_card.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/incidents/incident_prints.h"
#include "ui/pages/incidents/incident_review_view.h"
#include "ui/pages/incidents/new_incident.h"
#include "ui/pages/list_export.h"
#include "ui/pages/shown_kinds.h"
#include "ui/text/words_incidents.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <QButtonGroup>
#include <utility>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kReviewTab = QStringLiteral("review");
const QString kListTab = QStringLiteral("list");
const QString kFoundTab = QStringLiteral("found");
const QString kMonthsTab = QStringLiteral("months");

QString tableName(const RecordType &type) { return QString::fromLatin1(type.table); }

/// A kind that hangs on an incident and has a form beside it; null for any other.
const RecordType *hangingKind(const QString &table)
{
    for (const RecordType *type : {static_cast<const RecordType *>(&recordType<IncidentAction>()),
             static_cast<const RecordType *>(&recordType<IncidentQuestion>()), static_cast<const RecordType *>(&recordType<DeathStep>())})
        if (table == tableName(*type))
            return type;
    return nullptr;
}

} // namespace

IncidentsPage::IncidentsPage(const QString &tab, Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(12);
    buildTitle(layout);
    m_stack = new PageStack;
    layout->addLayout(m_stack);
    show(m_pills.contains(tab) ? tab : kReviewTab);
    if (m_tab == kReviewTab)
        m_review->focusChosen();
}

void IncidentsPage::buildTitle(QVBoxLayout *layout)
{
    auto *titleLine = wrappingLine(8);
    titleLine->addWidget(label(tr("Incidents"), "title"));
    m_numbers = label({}, "soft", true);
    m_numbers->setObjectName(u"incidentNumbers"_s);
    titleLine->addWidget(m_numbers);
    pushRight(titleLine);
    auto *patterns = button(tr("Pa&tterns"));
    patterns->setObjectName(u"patterns"_s);
    connect(patterns, &QPushButton::clicked, this, [this] { m_navigator.visit({.place = u"patterns"_s}); });
    titleLine->addWidget(patterns);
    auto *alerts = button(tr("&Drug alerts"));
    alerts->setObjectName(u"drugAlerts"_s);
    alerts->setVisible(m_services.records.mayRead(recordType<DrugAlert>()));
    connect(alerts, &QPushButton::clicked, this, [this] { m_navigator.visit({.place = u"drug-alerts"_s}); });
    titleLine->addWidget(alerts);
    m_log = button(tr("&Log incident"), "primary");
    m_log->setObjectName(u"logIncident"_s);
    m_log->setEnabled(m_services.records.mayAdd(recordType<Incident>()));
    connect(m_log, &QPushButton::clicked, this, [this] { showRecord({tableName(recordType<Incident>()), 0}); });
    titleLine->addWidget(m_log);
    layout->addLayout(titleLine);
    auto *pills = new FlowLayout(6);
    auto *group = new QButtonGroup(this);
    const auto add = [&](const QString &tab, const QString &title) {
        auto *pill = button(title, "pill");
        pill->setObjectName(u"view-"_s + tab);
        pill->setCheckable(true);
        group->addButton(pill);
        pills->addWidget(pill);
        connect(pill, &QPushButton::clicked, this, [this, tab] { show(tab); });
        m_pills.insert(tab, pill);
    };
    add(kReviewTab, tr("Review"));
    add(kListTab, tr("List"));
    add(kFoundTab, tr("Found items"));
    add(kMonthsTab, tr("Months"));
    layout->addLayout(pills);
}

void IncidentsPage::show(const QString &tab)
{
    makeView(tab);
    m_tab = tab;
    m_stack->setCurrentWidget(tab == kReviewTab ? static_cast<QWidget *>(m_review)
            : tab == kListTab                   ? m_records
            : tab == kFoundTab                  ? m_foundCard
                                                : m_months);
    m_pills.value(tab)->setChecked(true);
    m_log->setVisible(tab != kListTab); // which has its own
    reload();
}

void IncidentsPage::makeView(const QString &tab)
{
    if (tab == kReviewTab)
        review();
    else if (tab == kListTab)
        records();
    else if (tab == kFoundTab)
        found();
    else
        months();
}

IncidentReviewView *IncidentsPage::review()
{
    if (m_review)
        return m_review;
    m_review = new IncidentReviewView(m_services, m_navigator);
    connect(m_review, &IncidentReviewView::formWanted, this, [this](Id<Incident> incident) {
        showRecord({tableName(recordType<Incident>()), incident.value});
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
        showRecord({tableName(recordType<Incident>()), row.row.value(u"incident_id"_s).toLongLong()});
    });
    auto *line = wrappingLine(8);
    addExits(line, this, m_services, m_navigator, tableName(type), listOf(type, m_found));
    card->body()->addLayout(line);
    card->body()->addWidget(m_found);
    m_stack->addWidget(card);
    return m_found;
}

void IncidentsPage::showNumbers()
{
    const auto numbers = m_services.incidents.numbers();
    m_numbers->setText(numbers ? words::incidentNumbers(*numbers) : QString());
}

void IncidentsPage::reload()
{
    showNumbers();
    if (m_tab == kReviewTab)
        m_review->reload();
    else if (m_tab == kListTab)
        m_records->reload();
    else if (m_tab == kFoundTab)
        m_found->reload();
    else
        m_months->reload();
}

bool IncidentsPage::concerns(const QList<Change> &changes) const
{
    if (m_tab == kListTab)
        return m_records->concerns(changes);
    return anyShown(changes, {},
        {.anybodys = {&recordType<Incident>(), &recordType<IncidentMonth>(), &recordType<Staff>(), &recordType<Person>(),
             &recordType<Restriction>(), &recordType<NeedToKnow>()}});
}

IncidentReviewView *IncidentsPage::reviewOf(Id<Incident> incident)
{
    show(kReviewTab);
    m_review->choose(incident);
    return m_review;
}

void IncidentsPage::showRecord(const RecordRef &record)
{
    if (record.kind == tableName(recordType<IncidentMonth>())) {
        show(kMonthsTab);
        m_months->showRecord(record);
    } else if (record.kind == tableName(recordType<FoundItem>())) {
        show(kFoundTab);
        m_found->select(record.id);
    } else if (record.kind == tableName(recordType<Incident>())) {
        show(kListTab);
        m_records->showRecord(record);
    } else {
        showHanging(record);
    }
}

/// What hangs on an incident is read beside it; a question to whoever reads it is answered at once.
void IncidentsPage::showHanging(const RecordRef &record)
{
    const RecordType *type = hangingKind(record.kind);
    const bool isReview = record.kind == tableName(recordType<IncidentReview>());
    if (record.id <= 0 || !(type || isReview))
        return;
    const auto kept = m_services.records.one(type ? *type : recordType<IncidentReview>(), record.id);
    if (!kept)
        return m_navigator.refuse(kept.error());
    IncidentReviewView *view = reviewOf({kept->row.value(u"incident_id"_s).toLongLong()});
    if (type != &recordType<IncidentQuestion>() || !kept->row.text(u"answer"_s).trimmed().isEmpty())
        return;
    if (kept->row.value(u"asked_of_id"_s).toLongLong() == m_services.records.session().staff().value)
        view->openPart(*type, record.id);
}

/// Of a new one the part of its draft's place says at which incident.
void IncidentsPage::showForm(const RecordRef &record, const QString &part)
{
    const RecordType *type = hangingKind(record.kind);
    const bool isReview = record.kind == tableName(recordType<IncidentReview>());
    if (!(type || isReview) || (record.id <= 0 && part.toLongLong() <= 0))
        return showRecord(record);
    if (record.id > 0) {
        showRecord(record);
        if (type)
            m_review->openPart(*type, record.id);
        return;
    }
    IncidentReviewView *view = reviewOf({part.toLongLong()});
    if (type)
        view->openPart(*type, 0);
}

QVariantMap IncidentsPage::leftAs() const
{
    QVariantMap left;
    if (m_review)
        left.insert(kReviewTab, m_review->leftAs());
    if (m_records)
        left.insert(kListTab, m_records->leftAs());
    if (m_found)
        left.insert(kFoundTab, m_found->leftAs());
    if (m_months)
        left.insert(kMonthsTab, m_months->leftAs());
    return left;
}

void IncidentsPage::bringBack(const QVariantMap &left)
{
    if (m_review)
        m_review->bringBack(left.value(kReviewTab).toMap());
    if (m_records && left.contains(kListTab))
        m_records->bringBack(left.value(kListTab).toMap());
    if (m_found && left.contains(kFoundTab))
        m_found->bringBack(left.value(kFoundTab).toMap());
    if (m_months && left.contains(kMonthsTab))
        m_months->bringBack(left.value(kMonthsTab).toMap());
}

} // namespace keywork
