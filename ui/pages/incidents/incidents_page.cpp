// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/incidents/incidents_page.h"

#include "core/domain/drug_alert.h"
#include "core/domain/incident_parts.h"
#include "core/domain/incident_review.h"
#include "core/domain/restriction.h"
#include "core/services/care/incidents.h"
#include "core/services/records/records.h"
#include "ui/forms/record_table.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/incidents/incident_review_view.h"
#include "ui/pages/shown_kinds.h"
#include "ui/text/words_incidents.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <QButtonGroup>

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
