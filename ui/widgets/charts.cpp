// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts.h"

#include "core/base/text.h"
#include "ui/text/words.h"
#include "ui/text/words_substances.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>
#include <numeric>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QFont smallFont()
{
    QFont font = QApplication::font();
    font.setPixelSize(Theme::scaled(11));
    return font;
}

constexpr qreal kStripGap = 4;
constexpr int kStripEdge = 14; // left and right of a name

} // namespace

ChartStyle screenStyle()
{
    ChartStyle style{Theme::colour(u"ink"_s), Theme::colour(u"soft"_s), Theme::colour(u"line"_s), Theme::colour(u"primarySoft"_s),
        Theme::colour(u"primary"_s), {}, smallFont()};
    for (int number = 1; number <= 5; ++number)
        style.stages.append(Theme::stageColour(number));
    return style;
}

StageStrip::StageStrip(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void StageStrip::setStage(const std::optional<Stage> &stage)
{
    m_stage = stage;
    const QString said = stage ? words::labelFor(*stage) : tr("No stage recorded yet");
    setAccessibleName(tr("Stage: %1").arg(said));
    setToolTip(stage ? said : QString());
    update();
}

QSize StageStrip::sizeHint() const { return {600, heightForWidth(600)}; }
QSize StageStrip::minimumSizeHint() const { return {Theme::scaled(200), Theme::scaled(28)}; }
int StageStrip::heightForWidth(int width) const { return int(std::ceil(placesIn(width).last().bottom())); }

/// Beside each other, or below each other at large text; high enough for the whole name of each.
QList<QRectF> StageStrip::placesIn(int width) const
{
    const bool areRows = Theme::isLarge();
    const qreal wide = areRows ? width : (width - 4 * kStripGap) / 5.0;
    QFont font = smallFont();
    font.setWeight(QFont::Bold); // the present one takes most
    const QFontMetrics metrics(font);
    int tallest = 0;
    for (const Stage stage : allOf<Stage>())
        tallest = std::max(tallest,
            metrics.boundingRect(QRect(0, 0, std::max(40, int(wide) - kStripEdge), 10'000), Qt::TextWordWrap, words::labelFor(stage))
                .height());
    const qreal tall = std::max(Theme::scaled(28), tallest + 10);
    QList<QRectF> places;
    for (const Stage stage : allOf<Stage>())
        places.append(
            areRows ? QRectF(0, int(stage) * (tall + kStripGap), wide, tall) : QRectF(int(stage) * (wide + kStripGap), 0, wide, tall));
    return places;
}

void StageStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QList<QRectF> places = placesIn(width());
    for (const Stage stage : allOf<Stage>()) {
        const bool isNow = m_stage == stage;
        const QRectF place = places.at(int(stage));
        painter.setPen(Qt::NoPen);
        painter.setBrush(isNow ? Theme::stageColour(stageNumber(stage)) : Theme::colour(u"neutralSoft"_s));
        painter.drawRoundedRect(place, 6, 6);
        QFont font = smallFont();
        font.setWeight(isNow ? QFont::Bold : QFont::Normal);
        painter.setFont(font);
        painter.setPen(isNow ? Theme::colour(u"stageInk"_s) : Theme::colour(u"soft"_s));
        painter.drawText(place.adjusted(8, 0, -6, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, words::labelFor(stage));
    }
}

StageTrack::StageTrack(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StageTrack::setMoves(const QList<StageMove> &moves, QDate today)
{
    m_moves = moves;
    m_today = today;
    setAccessibleName(tr("Stages over time"));
    setAccessibleDescription(stageTrackText(moves));
    setToolTip(atMost(stageTrackText(moves), 600));
    update();
}

QSize StageTrack::sizeHint() const { return {600, Theme::scaled(112)}; }

void StageTrack::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStageTrack(painter, rect(), m_moves, m_today, screenStyle());
}

StageBar::StageBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StageBar::setCounts(const std::array<int, 5> &counts)
{
    m_counts = counts;
    QStringList parts;
    for (const Stage stage : allOf<Stage>())
        parts.append(words::shortLabelFor(stage) + u' ' + QString::number(counts[size_t(stage)]));
    setAccessibleName(tr("Where residents are"));
    setAccessibleDescription(parts.join(u", "_s));
    update();
}

QSize StageBar::sizeHint() const { return {300, Theme::scaled(28)}; }

void StageBar::paintEvent(QPaintEvent *)
{
    const int total = std::accumulate(m_counts.begin(), m_counts.end(), 0);
    if (total == 0)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = smallFont();
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    qreal left = 0;
    for (const Stage stage : allOf<Stage>()) {
        const int count = m_counts[size_t(stage)];
        if (count == 0)
            continue;
        const QRectF place(left, 0, qreal(width()) * count / total - 2, height());
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::stageColour(stageNumber(stage)));
        painter.drawRoundedRect(place, 5, 5);
        painter.setPen(Theme::colour(u"stageInk"_s));
        painter.drawText(place.adjusted(8, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, QString::number(count));
        left += place.width() + 2;
    }
}

RatingBar::RatingBar(const std::optional<qint64> &rating, QWidget *parent)
    : QWidget(parent)
    , m_rating(rating)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(rating ? tr("%1 of 10").arg(*rating) : tr("not said"));
}

QSize RatingBar::sizeHint() const { return {Theme::scaled(76), Theme::scaled(8)}; }

void RatingBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::colour(u"neutralSoft"_s));
    painter.drawRoundedRect(rect(), 3, 3);
    painter.setBrush(Theme::colour(u"primary"_s));
    if (m_rating)
        painter.drawRoundedRect(QRectF(0, 0, width() * qreal(*m_rating) / 10, height()), 3, 3);
}

UseHistoryBars::UseHistoryBars(const QString &substance, const QList<UsePoint> &points, QDate today, UseSpan span, QWidget *parent)
    : QWidget(parent)
    , m_points(points)
    , m_span(span)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    const QString said = words::useHistory(points, today);
    setAccessibleName(tr("%1 over time").arg(substance));
    setAccessibleDescription(said);
    setToolTip(atMost(said, 600));
}

QSize UseHistoryBars::sizeHint() const { return {Theme::scaled(120), Theme::scaled(24)}; }

void UseHistoryBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintUseHistory(painter, rect(), m_points, screenStyle(), m_span);
}

} // namespace keywork
