// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts.h"

#include "ui/text/words.h"
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
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StageStrip::setStage(const std::optional<Stage> &stage)
{
    m_stage = stage;
    const QString said = stage ? words::labelFor(*stage) : tr("No stage recorded yet");
    setAccessibleName(tr("Stage: %1").arg(said));
    setToolTip(stage ? said : QString());
    update();
}

QSize StageStrip::sizeHint() const { return {600, Theme::scaled(28)}; }

void StageStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal gap = 4;
    const qreal width = (this->width() - 4 * gap) / 5.0;
    for (const Stage stage : allOf<Stage>()) {
        const bool isNow = m_stage == stage;
        const QRectF place(int(stage) * (width + gap), 0, width, height());
        painter.setPen(Qt::NoPen);
        painter.setBrush(isNow ? Theme::stageColour(stageNumber(stage)) : Theme::colour(u"neutralSoft"_s));
        painter.drawRoundedRect(place, 6, 6);
        QFont font = smallFont();
        font.setWeight(isNow ? QFont::Bold : QFont::Normal);
        painter.setFont(font);
        painter.setPen(isNow ? Theme::colour(u"stageInk"_s) : Theme::colour(u"soft"_s));
        const QRectF inner = place.adjusted(8, 0, -6, 0);
        painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft,
            QFontMetrics(font).elidedText(words::labelFor(stage), Qt::ElideRight, int(inner.width())));
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
    setToolTip(stageTrackText(moves).left(600));
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

} // namespace keywork
