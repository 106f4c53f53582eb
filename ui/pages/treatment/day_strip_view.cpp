// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/treatment/day_strip_view.h"

#include "ui/theme/theme.h"
#include "ui/widgets/charts.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kDaysARow = 7; // at large text
constexpr qreal kDayGap = 3;

} // namespace

StripStyle screenStripStyle()
{
    return {screenStyle(), Theme::colour(u"card"_s), Theme::colour(u"done"_s), Theme::colour(u"doneSoft"_s), Theme::colour(u"emergency"_s),
        Theme::colour(u"emergencySoft"_s), Theme::colour(u"attention"_s), Theme::colour(u"attentionSoft"_s),
        Theme::colour(u"primaryInk"_s)};
}

DayStripView::DayStripView(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(name);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void DayStripView::setDays(const QList<StripDay> &days, QDate today)
{
    m_days = days;
    m_today = today;
    m_chosen = std::min(m_chosen, int(days.size()) - 1);
    setAccessibleDescription(stripText(days, today));
    updateGeometry();
    update();
}

QList<QRectF> DayStripView::placesIn(int width) const
{
    const int perRow = Theme::isLarge() ? kDaysARow : std::max(1, int(m_days.size()));
    return stripPlaces(QRectF(1, 0, width - 2, 0), m_days.size(), perRow, Theme::scaled(26), kDayGap, screenStyle().font);
}

int DayStripView::heightForWidth(int width) const
{
    const QList<QRectF> places = placesIn(width);
    return places.isEmpty() ? 0 : int(std::ceil(places.last().bottom())) + 3;
}

QSize DayStripView::minimumSizeHint() const { return {Theme::scaled(200), heightForWidth(std::max(width(), Theme::scaled(200)))}; }

QDate DayStripView::chosen() const { return m_chosen < 0 ? QDate() : m_days.at(m_chosen).on; }

void DayStripView::choose(QDate day)
{
    const auto found = std::find_if(m_days.cbegin(), m_days.cend(), [day](const StripDay &one) { return one.on == day; });
    if (found == m_days.cend())
        return;
    m_chosen = int(found - m_days.cbegin());
    say();
}

void DayStripView::say()
{
    const QString sentence = stripSentence(m_days.at(m_chosen), m_today);
    setAccessibleName(m_name + u": "_s + sentence); // a screen reader reads the name when it changes
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
    update();
    Q_EMIT chosenChanged(sentence);
}

void DayStripView::step(int by)
{
    if (m_days.isEmpty())
        return;
    if (m_chosen < 0) // from where the work is
        m_chosen = int(std::clamp<qint64>(m_days.first().on.daysTo(m_today), 0, m_days.size() - 1));
    m_chosen = std::clamp(m_chosen + by, 0, int(m_days.size()) - 1);
    say();
}

void DayStripView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QList<QRectF> places = placesIn(width());
    paintDayStrip(painter, places, m_days, m_today, screenStripStyle());
    if (!hasFocus() || m_chosen < 0)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Theme::colour(u"ink"_s), 2));
    painter.drawRoundedRect(places.at(m_chosen).adjusted(-1, -1, 1, 1), 4, 4);
}

void DayStripView::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() != Qt::NoModifier && event->modifiers() != Qt::KeypadModifier)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-1);
    case Qt::Key_Right:
        return step(1);
    case Qt::Key_Home:
        return step(-int(m_days.size()));
    case Qt::Key_End:
        return step(int(m_days.size()));
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_chosen >= 0)
            Q_EMIT opened(chosen());
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void DayStripView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_chosen < 0 && event->reason() != Qt::MouseFocusReason) // the press itself says which
        choose(m_today);
    update();
}

void DayStripView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

int DayStripView::dayAt(QPointF at) const
{
    const QList<QRectF> places = placesIn(width());
    for (int i = 0; i < places.size(); ++i)
        if (places.at(i).contains(at))
            return i;
    return -1;
}

void DayStripView::mousePressEvent(QMouseEvent *event)
{
    const int day = dayAt(event->position());
    if (day < 0 || event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    const bool again = day == m_chosen;
    m_chosen = day;
    say();
    if (again) // the first press says what the day is, the next opens it
        Q_EMIT opened(chosen());
}

bool DayStripView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int day = dayAt(help->pos());
        if (day < 0)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), stripSentence(m_days.at(day), m_today), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace keywork
