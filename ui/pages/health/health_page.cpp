// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/health/health_page.h"

#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/resident/coming_back.h"
#include "ui/pages/shown_kinds.h"
#include "ui/print/weight_chart.h"
#include "ui/text/body_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/charts.h"
#include "ui/widgets/parts.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kWeightHeight = 110;
} // namespace

WeightLine::WeightLine(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"weightLine"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Weight over time"));
}

void WeightLine::setPoints(const QList<WeightPoint> &points)
{
    m_points = points;
    QStringList lines;
    for (const WeightPoint &point : points)
        lines.append(words::weighed(point));
    setAccessibleDescription(lines.join(u'\n'));
    setToolTip(lines.join(u'\n').right(600));
    update();
}

QSize WeightLine::sizeHint() const { return {400, Theme::scaled(kWeightHeight)}; }

void WeightLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintWeights(painter, rect(), m_points, screenStyle());
}

HealthPage::HealthPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : KindsPage(Place::Health, {}, person, services, navigator, parent)
    , m_person(person)
{
    m_card = new Card(tr("Weight over time"));
    m_summary = label({}, "", true);
    m_summary->setObjectName(u"weightSummary"_s);
    m_card->body()->addWidget(m_summary);
    m_line = new WeightLine;
    m_card->body()->addWidget(m_line);
    putAbove(m_card);
    connect(this, &KindsPage::formShown, this, [this](bool isShown) { // a form has the whole room
        m_isFormShown = isShown;
        m_card->setVisible(!isShown && !m_line->points().isEmpty());
    });
    showWeights();
    asksOnComingBack(this, person, services, navigator);
}

void HealthPage::showWeights()
{
    const auto measured = m_services.records.mayRead(recordType<Measurement>()) ? m_services.records.of<Measurement>("person_id", m_person)
                                                                                : QList<Kept<Measurement>>();
    const QList<WeightPoint> points = measured ? weightsOverTime(*measured) : QList<WeightPoint>();
    m_line->setPoints(points);
    m_line->setVisible(points.size() > 1); // one weight is no line
    m_summary->setText(words::weightSummary(points).join(u'\n'));
    m_card->setVisible(!m_isFormShown && !points.isEmpty());
}

void HealthPage::reload()
{
    KindsPage::reload();
    showWeights();
}

bool HealthPage::concerns(const QList<Change> &changes) const
{
    return KindsPage::concerns(changes) || anyShown(changes, m_person, {.theirs = {&recordType<Measurement>()}});
}

} // namespace keywork
