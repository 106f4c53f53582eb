// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flow_layout.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QWidget>

namespace keywork {

namespace {

/// A label that may wrap asks for a square; here it takes one line as long as there is room for it.
int wishedWidth(const QLayoutItem &item)
{
    const auto *label = qobject_cast<const QLabel *>(const_cast<QLayoutItem &>(item).widget());
    const int hinted = item.sizeHint().width();
    return label && label->wordWrap() ? std::max(hinted, label->fontMetrics().horizontalAdvance(label->text()) + 2) : hinted;
}

} // namespace

FlowLayout::FlowLayout(int spacing, QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout() { qDeleteAll(m_items); }

void FlowLayout::addItem(QLayoutItem *item) { m_items.append(item); }
int FlowLayout::count() const { return int(m_items.size()); }
QLayoutItem *FlowLayout::itemAt(int index) const { return m_items.value(index); }
QLayoutItem *FlowLayout::takeAt(int index) { return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr; }
int FlowLayout::heightForWidth(int width) const { return arrange(QRect(0, 0, width, 0), Doing::Measuring); }

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        size.rwidth() += item->sizeHint().width() + spacing();
        size.setHeight(std::max(size.height(), item->sizeHint().height()));
    }
    return size;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect &place)
{
    QLayout::setGeometry(place);
    arrange(place, Doing::Placing);
}

int FlowLayout::arrange(const QRect &place, Doing doing) const
{
    struct Placed {
        QLayoutItem *item;
        QRect where;
    };
    QList<Placed> line;
    int x = place.x();
    int y = place.y();
    int lineHeight = 0;
    const auto isPushed = [this](const QLayoutItem *item) { return m_pushedFrom >= 0 && m_items.indexOf(item) >= m_pushedFrom; };
    const auto endLine = [&] {
        const int room = line.isEmpty() || isPushed(line.first().item) ? 0 : place.x() + place.width() - x + spacing();
        if (doing == Doing::Placing)
            for (const Placed &placed : std::as_const(line)) // centred on the line
                placed.item->setGeometry(
                    placed.where.translated(isPushed(placed.item) ? std::max(0, room) : 0, (lineHeight - placed.where.height()) / 2));
        line.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        QSize size = QSize(wishedWidth(*item), item->sizeHint().height()).expandedTo(item->minimumSize());
        size.setWidth(std::min(size.width(), std::max(place.width(), item->minimumSize().width())));
        if (item->hasHeightForWidth())
            size.setHeight(item->heightForWidth(size.width()));
        if (x > place.x() && x + size.width() > place.x() + place.width()) {
            endLine();
            x = place.x();
            y += lineHeight + spacing();
            lineHeight = 0;
        }
        line.append({item, QRect(QPoint(x, y), size)});
        x += size.width() + spacing();
        lineHeight = std::max(lineHeight, size.height());
    }
    endLine();
    return y + lineHeight - place.y();
}

bool isNarrow()
{
    constexpr int kRoomForAll = 1200; // pixels of a window
    const QWidget *window = QApplication::activeWindow();
    return Theme::isLarge() || (window && window->width() < Theme::scaled(kRoomForAll));
}

QLayout *lineOrFlow(int spacing)
{
    if (Theme::isLarge())
        return new FlowLayout(spacing);
    auto *line = new QHBoxLayout;
    line->setSpacing(spacing);
    return line;
}

QLayout *wrappingLine(int spacing) { return new FlowLayout(spacing); }

void pushRight(QLayout *line)
{
    if (auto *flow = qobject_cast<FlowLayout *>(line); flow && !Theme::isLarge())
        flow->pushRight();
    if (auto *box = qobject_cast<QBoxLayout *>(line))
        box->addStretch();
}

QLayout *buttonsOf(QBoxLayout *line)
{
    QLayout *buttons = lineOrFlow(Theme::isLarge() ? 8 : line->spacing());
    line->addLayout(buttons);
    if (!Theme::isLarge())
        line->setAlignment(buttons, Qt::AlignTop | Qt::AlignLeft);
    return buttons;
}

QBoxLayout *columnsOrRows(int spacing)
{
    auto *columns = new QBoxLayout(Theme::isLarge() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    columns->setSpacing(spacing);
    return columns;
}

} // namespace keywork
