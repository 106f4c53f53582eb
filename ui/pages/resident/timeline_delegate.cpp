// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/timeline_delegate.h"

#include "ui/pages/resident/timeline_model.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QListView>
#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kEdge = 8;
constexpr int kGap = 10;
constexpr int kWraps = Qt::TextWordWrap | Qt::TextWrapAnywhere | Qt::AlignLeft | Qt::AlignTop;
} // namespace

TimelineDelegate::TimelineDelegate(QWidget *view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
}

QFont TimelineDelegate::fontOf(int pixels, int weight) const
{
    QFont font = m_view->font();
    font.setPixelSize(Theme::scaled(pixels));
    font.setWeight(QFont::Weight(weight));
    return font;
}

QString TimelineDelegate::chipText(const QModelIndex &index) const
{
    const QString kind = index.data(TimelineModel::KindRole).toString();
    return index.data(TimelineModel::IsAheadRole).toBool() ? tr("Coming up · %1").arg(kind) : kind;
}

TimelineDelegate::Places TimelineDelegate::placesIn(const QRect &line, const QModelIndex &index) const
{
    const QFontMetrics words(fontOf(13, QFont::Normal));
    const QFontMetrics small(fontOf(11, QFont::DemiBold));
    const int chipWidth = std::min(small.horizontalAdvance(chipText(index)) + 18, line.width() / 2);
    const int rowHeight = std::max(words.height(), small.height() + 6);
    const QRect inner = line.adjusted(kEdge, 6, -kEdge, -6);
    Places places;
    places.day = {inner.left(), inner.top(), Theme::scaled(120), rowHeight};
    places.time = {places.day.right() + kGap, inner.top(), Theme::scaled(46), rowHeight};
    places.chip = {inner.right() - chipWidth, inner.top(), chipWidth, rowHeight};
    QRect sentence = Theme::isLarge() ? QRect(inner.left(), inner.top() + 2 * rowHeight + 6, inner.width(), 0)
                                      : QRect(places.time.right() + kGap, inner.top() + (rowHeight - words.height()) / 2, 0, 0);
    if (Theme::isLarge())
        places.chip.moveTopLeft({inner.left(), inner.top() + rowHeight + 3});
    else
        sentence.setRight(places.chip.left() - kGap);
    const int wraps = std::max(sentence.width(), 60);
    sentence.setHeight(words.boundingRect(0, 0, wraps, 100'000, kWraps, index.data().toString()).height());
    places.sentence = sentence;
    places.height = std::max(sentence.bottom(), places.chip.bottom()) - line.top() + 7;
    return places;
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(m_view);
    const int width = view ? view->viewport()->width() : m_view->width();
    return {100, placesIn(QRect(0, 0, width, 0), index).height};
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, Theme::colour(u"primarySoft"_s));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2), Theme::colour(u"primary"_s));
    }
    const bool opensDay = index.data(TimelineModel::OpensDayRole).toBool();
    if (opensDay && index.row() > 0) {
        painter->setPen(Theme::colour(u"line"_s));
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
    }
    const Places places = placesIn(option.rect, index);
    const auto write = [&](const QRect &place, const QFont &font, const QString &role, int flags, const QString &text) {
        painter->setFont(font);
        painter->setPen(Theme::colour(role));
        painter->drawText(place, flags, text);
    };
    if (opensDay || Theme::isLarge())
        write(places.day, fontOf(13, QFont::DemiBold), u"ink"_s, Qt::AlignLeft | Qt::AlignVCenter,
            index.data(TimelineModel::DayRole).toString());
    write(places.time, fontOf(12, QFont::Normal), u"soft"_s, Qt::AlignLeft | Qt::AlignVCenter,
        index.data(TimelineModel::TimeRole).toString());
    write(places.sentence, fontOf(13, QFont::Normal), u"ink"_s, kWraps, index.data().toString());
    const bool isAhead = index.data(TimelineModel::IsAheadRole).toBool();
    painter->setPen(Qt::NoPen);
    painter->setBrush(Theme::colour(isAhead ? u"primarySoft"_s : u"neutralSoft"_s));
    painter->drawRoundedRect(places.chip, places.chip.height() / 2.0, places.chip.height() / 2.0);
    const QFont small = fontOf(11, QFont::DemiBold);
    write(places.chip, small, isAhead ? u"link"_s : u"ink"_s, Qt::AlignCenter,
        QFontMetrics(small).elidedText(chipText(index), Qt::ElideRight, places.chip.width() - 14));
    painter->restore();
}

} // namespace keywork
