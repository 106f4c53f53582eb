// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page_stack.h"

#include "ui/theme/theme.h"
#include "ui/widgets/told.h"

#include <QScrollArea>
#include <algorithm>

namespace keywork {

PageStack::PageStack(QWidget *parent)
    : QStackedLayout(parent)
{
    connect(this, &QStackedLayout::currentChanged, this, [this] {
        invalidate();
        if (parentWidget())
            announce(parentWidget(), Went::Elsewhere);
    });
}

QLayoutItem *PageStack::shown() const { return currentIndex() < 0 ? nullptr : itemAt(currentIndex()); }
QSize PageStack::sizeHint() const { return shown() ? shown()->sizeHint() : QSize(); }
QSize PageStack::minimumSize() const { return shown() ? shown()->minimumSize() : QSize(); }
bool PageStack::hasHeightForWidth() const { return shown() && shown()->hasHeightForWidth(); }

int PageStack::heightForWidth(int width) const
{
    return hasHeightForWidth() ? std::max(shown()->heightForWidth(width), minimumSize().height()) : -1;
}

QWidget *ownScroll(QWidget *inside, Sideways sideways)
{
    if (Theme::isLarge())
        return inside;
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // no Tab stop that nobody sees
    if (sideways == Sideways::Never)
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    return scroll;
}

} // namespace keywork
