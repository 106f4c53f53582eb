// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/risk/risk_page.h"

#include "core/domain/drug_alert.h"
#include "core/domain/timed_check.h"
#include "core/services/records/records.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/checks/check_parts.h"
#include "ui/pages/checks/check_rounds.h"
#include "ui/pages/guidance/tolerance_card.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/record_print.h"
#include "ui/pages/risk/overdose_card.h"
#include "ui/pages/risk/risk_prints.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_stack.h"

#include <QButtonGroup>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kLeastListHeight = 170; ///< head and some lines
} // namespace

RiskPage::RiskPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    m_rounds = new CheckRounds(person, services, navigator);
    layout->addWidget(m_rounds); // first: without a parent it would be a window
    m_rounds->setVisible(!m_rounds->isEmpty());
    connect(m_rounds, &CheckRounds::reloaded, this, [this](bool isEmpty) { m_rounds->setVisible(!isEmpty); });
    m_card = new OverdoseCard(person, services);
    m_card->offerRecording();
    connect(m_card, &OverdoseCard::recordWanted, this, [this] { showRecord({QString::fromLatin1(recordType<OverdoseLevel>().table), 0}); });
    layout->addWidget(m_card);
    addPrints(layout);
    auto *pills = new FlowLayout(6);
    layout->addLayout(pills);
    m_stack = new PageStack;
    layout->addLayout(m_stack);
    auto *group = new QButtonGroup(this);
    QList<const RecordType *> kinds{&recordType<Risk>(), &recordType<OverdoseLevel>(), &recordType<SafetyPlan>(),
        &recordType<SeemedIntoxicated>(), &recordType<CheckSeries>(), &recordType<DrugAlertPerson>()};
    if (services.records.mayChange(recordType<OverdoseRule>()))
        kinds.append(&recordType<OverdoseRule>()); // the house's figures, by a manager
    QString first;
    for (const RecordType *type : std::as_const(kinds)) {
        if (!services.records.mayRead(*type) && !services.records.mayAdd(*type))
            continue; // whoever may only add, at night, finds the form and no list
        if (first.isEmpty())
            first = QString::fromLatin1(type->table);
        addPill(*type, pills);
        group->addButton(m_pills.value(QString::fromLatin1(type->table)));
    }
    show(first);
}

void RiskPage::addPill(const RecordType &type, QLayout *pills)
{
    const QString table = QString::fromLatin1(type.table);
    m_kinds.insert(table, &type);
    auto *pill = button(words::label(type.titleMany), "pill");
    pill->setObjectName(u"pill_"_s + table);
    pill->setCheckable(true);
    pills->addWidget(pill);
    connect(pill, &QPushButton::clicked, this, [this, table] { show(table); });
    m_pills.insert(table, pill);
}

void RiskPage::addPrints(QVBoxLayout *layout)
{
    auto *line = wrappingLine(8);
    const auto add = [&](const QString &words, const QString &name, void (*preview)(Id<Person>, const Services &, const Navigator &)) {
        auto *print = button(words, "link");
        print->setObjectName(name);
        print->setEnabled(mayTakeAlong(m_services));
        connect(
            print, &QPushButton::clicked, this, [this, preview] { preview(m_person, m_services, m_navigator); }, Qt::QueuedConnection);
        line->addWidget(print);
    };
    add(tr("Print the risk assessment"), u"printRisks"_s, previewRisks);
    add(tr("Print it without what is restricted"), u"printRisksOpen"_s, previewOpenRisks);
    add(tr("Print the safety plan, for them"), u"printSafetyPlan"_s, previewSafetyPlan);
    add(tr("Safety plan, discreet"), u"printDiscreetPlan"_s, previewDiscreetSafetyPlan);
    layout->addLayout(line);
}

Row RiskPage::beginning(const RecordType &type) const
{
    Row start = emptyRow(type);
    if (type.tiedBy(Tie::Owner))
        start.set(u"person_id"_s, m_person.value);
    const QString today = m_services.records.today().toString(Qt::ISODate);
    if (type.fieldNamed(u"from_at"_s))
        start.set(u"from_at"_s, toStoredText(m_services.records.clock().now()));
    if (type.fieldNamed(u"watcher_id"_s)) // whoever starts them keeps watch, until somebody else does
        start.set(u"watcher_id"_s, m_services.records.session().staff().value);
    for (const QString &column : {u"reviewed_on"_s, u"made_on"_s})
        if (type.fieldNamed(column))
            start.set(column, today);
    if (type.fieldNamed(u"seen_at"_s))
        start.set(u"seen_at"_s, toStoredText(m_services.records.clock().now()));
    return start;
}

RecordsPage *RiskPage::list(const QString &table)
{
    const RecordType *type = m_kinds.value(table);
    if (!type || m_lists.contains(table))
        return m_lists.value(table);
    ListRequest request;
    if (type->tiedBy(Tie::Owner))
        request.filters = {{u"person_id"_s, Filter::Comparison::Equals, m_person.value}};
    auto *made = new RecordsPage(*type, beginning(*type), request, m_services, m_navigator, RecordsPage::Frame::Part);
    made->scrollWithPage(); // below the facts a bar of its own would have a hand's breadth
    made->table()->view()->setMinimumHeight(Theme::scaled(kLeastListHeight));
    connect(made, &RecordsPage::opened, this, &RiskPage::addBelow);
    if (type == &recordType<SeemedIntoxicated>())
        showToleranceBelow(made, m_services, m_navigator, [](const Row &) { return true; });
    m_stack->addWidget(made);
    m_lists.insert(table, made);
    return made;
}

void RiskPage::show(const QString &table)
{
    RecordsPage *page = list(table);
    if (!page)
        return;
    m_shown = table;
    m_stack->setCurrentWidget(page);
    m_pills.value(table)->setChecked(true);
    page->reload();
}

/// Below a high risk that no manager has looked at: the manager's word. Below whoever seemed intoxicated: checks by the clock.
void RiskPage::addBelow(const KeptRow &row, QVBoxLayout *below)
{
    addChecksDone(row, below, m_services, m_navigator);
    if (row.row.type == &recordType<SeemedIntoxicated>())
        addStartOfChecks(below, m_services, [this](const QVariantMap &start) {
            showRecord({QString::fromLatin1(recordType<CheckSeries>().table), 0, start});
        });
    const auto risk = row.row.type == &recordType<Risk>() ? asKind<Risk>(row) : Result<Kept<Risk>>(Error{});
    if (!risk || !risk->value.isHigh())
        return;
    below->addWidget(label(tr("How likely and how bad together make %1 of 25: high, from %2 on (house rule).")
                               .arg(risk->value.product())
                               .arg(kHighRiskProduct),
        "soft", true));
    if (!risk->value.waitsForManager())
        return;
    auto *approve = button(tr("Approve as a manager"));
    approve->setObjectName(u"approveRisk"_s);
    approve->setEnabled(m_services.records.session().may(Act::Manage, Category::Risk));
    connect(
        approve, &QPushButton::clicked, this,
        [this, id = risk->id] {
            const auto approved = m_services.risks.approve(id);
            m_navigator.answer(approved, tr("Saved"));
            if (approved)
                showRecord({QString::fromLatin1(recordType<Risk>().table), id.value});
        },
        Qt::QueuedConnection);
    below->addWidget(approve, 0, Qt::AlignLeft);
}

void RiskPage::reload()
{
    m_rounds->reload();
    m_card->reload();
    if (RecordsPage *page = m_lists.value(m_shown))
        page->reload();
}

void RiskPage::showRecord(const RecordRef &record)
{
    if (const auto series = seriesOfCheck(record, m_services))
        return showRecord(*series);
    if (!m_kinds.contains(record.kind))
        return;
    show(record.kind);
    list(record.kind)->showRecord(record);
}

void RiskPage::showForm(const RecordRef &record, const QString &part)
{
    if (!m_rounds->showForm(part))
        showRecord(record);
}

QVariantMap RiskPage::leftAs() const
{
    const RecordsPage *page = m_lists.value(m_shown);
    return {{u"list"_s, m_shown}, {u"left"_s, page ? page->leftAs() : QVariantMap()}};
}

void RiskPage::bringBack(const QVariantMap &left)
{
    const QString table = left.value(u"list"_s).toString();
    if (!m_kinds.contains(table))
        return;
    show(table);
    list(table)->bringBack(left.value(u"left"_s).toMap());
}

} // namespace keywork
