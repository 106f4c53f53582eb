// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/incidents/patterns_page.h"

#include "core/services/care/incident_pattern_reading.h"
#include "core/services/records/records.h"
#include "ui/pages/list_export.h"
#include "ui/pages/record_print.h"
#include "ui/print/patterns_document.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_patterns.h"
#include "ui/widgets/charts.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QComboBox>
#include <QPainter>
#include <cmath>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QDate kFirstDayOfAll(2000, 1, 1); ///< no house has incidents from before it

QList<CountBar> barsOf(const QList<PatternCount> &counts)
{
    QList<CountBar> bars;
    for (const PatternCount &one : counts)
        bars.append({one.value, one.incidents, one.nearMisses});
    return bars;
}

Result<ListText> patternList(const IncidentPatterns &patterns, const Services &services)
{
    ListText list;
    list.title = PatternsPage::tr("Patterns of incidents");
    list.labels = {PatternsPage::tr("Grouping"), PatternsPage::tr("Value"), PatternsPage::tr("Incidents"), PatternsPage::tr("Near misses")};
    for (const words::PatternView &view : words::patternViews(patterns, services.records.choices()))
        for (const PatternCount &one : view.counts)
            list.lines.append({view.code, one.value, QString::number(one.incidents), QString::number(one.nearMisses)});
    return list;
}

} // namespace

CountBarsView::CountBarsView(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(title);
}

void CountBarsView::setBars(const QList<CountBar> &bars)
{
    m_bars = bars;
    setAccessibleDescription(countBarsText(bars));
    updateGeometry();
    update();
}

QSize CountBarsView::sizeHint() const { return {360, int(std::ceil(countBarsHeight(m_bars.size(), screenStyle().font)))}; }
QSize CountBarsView::minimumSizeHint() const { return {160, sizeHint().height()}; }

void CountBarsView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintCountBars(painter, rect(), m_bars, screenStyle());
}

PatternsPage::PatternsPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(12);
    auto *line = wrappingLine(10);
    line->addWidget(label(tr("Patterns"), "title"));
    m_total = label({}, "soft");
    m_total->setObjectName(u"patternTotal"_s);
    line->addWidget(m_total);
    pushRight(line);
    m_period = new QComboBox;
    m_period->setObjectName(u"period"_s);
    for (const auto &[words, days] :
        {std::pair{tr("Last 28 days"), 28}, {tr("Last 3 months"), 91}, {tr("Last 12 months"), 365}, {tr("All"), 0}})
        m_period->addItem(words, days);
    m_period->setCurrentIndex(1);
    line->addWidget(titled(tr("Period"), m_period));
    const bool mayTake = mayTakeAlong(services);
    for (const auto &[text, name, press] : {std::tuple{tr("Print"), u"printPatterns"_s, &PatternsPage::print},
             {tr("Export CSV"), u"exportPatterns"_s, &PatternsPage::exportCsv}}) {
        auto *exit = button(text);
        exit->setObjectName(name);
        exit->setVisible(mayTake);
        connect(exit, &QPushButton::clicked, this, press, Qt::QueuedConnection);
        line->addWidget(exit);
    }
    layout->addLayout(line);
    layout->addWidget(label(tr("Filled bars: incidents. Outlined bars: near misses, which count as much."), "soft", true));
    auto *cards = new QWidget;
    m_cards = new QVBoxLayout(cards);
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(12);
    layout->addWidget(cards);
    layout->addStretch();
    connect(m_period, &QComboBox::currentIndexChanged, this, &PatternsPage::reload);
    reload();
}

std::pair<QDate, QDate> PatternsPage::period() const
{
    const QDate today = m_services.records.today();
    const int days = m_period->currentData().toInt();
    return {days > 0 ? today.addDays(1 - days) : kFirstDayOfAll, today};
}

void PatternsPage::reload()
{
    emptyLayout(m_cards);
    const auto [from, until] = period();
    const auto incidents = incidentsForPatterns(m_services.records, from, until);
    m_patterns = incidents ? incidentPatterns(*incidents) : IncidentPatterns();
    m_total->setText(incidents ? words::patternTotal(m_patterns) : words::error(incidents.error()));
    auto *columns = columnsOrRows(12);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    for (const words::PatternView &view : words::patternViews(m_patterns, m_services.records.choices())) {
        auto *card = new Card(view.title);
        if (view.counts.isEmpty())
            card->body()->addWidget(label(tr("None in this time."), "soft", true));
        auto *bars = new CountBarsView(view.title);
        bars->setObjectName(u"bars-"_s + view.code);
        bars->setBars(barsOf(view.counts));
        card->body()->addWidget(bars);
        (view.code == u"hour" ? right : left)->addWidget(card);
    }
    left->addStretch();
    right->addStretch();
    m_cards->addLayout(columns);
}

void PatternsPage::print()
{
    const auto [from, until] = period();
    const auto document = print::patternsDocument(m_services, m_patterns, from, until);
    if (!document)
        return m_navigator.refuse(document.error());
    m_navigator.preview({.document = *document, .title = document->title, .fileName = u"incident-patterns"_s});
}

void PatternsPage::exportCsv()
{
    exportList(this, m_services, m_navigator, u"incident"_s,
        [patterns = m_patterns, services = m_services](ListReader) { return patternList(patterns, services); });
}

QVariantMap PatternsPage::leftAs() const { return {{u"period"_s, m_period->currentIndex()}}; }

void PatternsPage::bringBack(const QVariantMap &left)
{
    if (const int index = left.value(u"period"_s, -1).toInt(); index >= 0 && index < m_period->count())
        m_period->setCurrentIndex(index);
}

} // namespace keywork
