// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kept_focus.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QLayout>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Also true of what a layout will show in a moment: only what was hidden on purpose is gone.
bool isToBeSeen(const QWidget *widget, const QWidget *page)
{
    for (; widget && widget != page; widget = widget->parentWidget())
        if (widget->isHidden() && widget->testAttribute(Qt::WA_WState_ExplicitShowHide))
            return false;
    return widget == page;
}

bool takesKeys(const QWidget *widget, const QWidget *page)
{
    return (widget->focusPolicy() & Qt::TabFocus) && widget->isEnabledTo(page) && !widget->isWindow() && isToBeSeen(widget, page);
}

QList<QWidget *> stops(const QWidget *page)
{
    QList<QWidget *> all;
    for (QWidget *widget : page->findChildren<QWidget *>())
        if (widget->window() == page->window() && takesKeys(widget, page)) // the list that hangs out of a combo box is none
            all.append(widget);
    return all;
}

/// By what somebody would know it again.
QString known(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return QStringList{QLatin1String(widget->metaObject()->className()), widget->objectName(), widget->accessibleName(),
        button ? button->text() : QString()}
        .join(QChar(u'\n'));
}

/// Those of the stops that `alike` says are of one sort with the one that had the keys.
QList<QWidget *> only(const QList<QWidget *> &all, const std::function<bool(const QWidget *)> &alike)
{
    QList<QWidget *> some;
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(some), alike);
    return some;
}

struct Held {
    QPointer<QWidget> widget;
    QString known;
    QString name;
    qsizetype place = 0; ///< among all stops of the page
    qsizetype placeKnown = 0; ///< among those that are known by the same
    qsizetype placeNamed = 0; ///< among those of its name
};

QList<QWidget *> sameAs(const Held &held, const QList<QWidget *> &all)
{
    return only(all, [&](const QWidget *one) { return known(one) == held.known; });
}

QList<QWidget *> namedAs(const Held &held, const QList<QWidget *> &all)
{
    return only(all, [&](const QWidget *one) { return !held.name.isEmpty() && one->objectName() == held.name; });
}

Held holding(QWidget *page, QWidget *focus)
{
    const QList<QWidget *> all = stops(page);
    Held held{focus, known(focus), focus->objectName()};
    held.place = std::max<qsizetype>(0, all.indexOf(focus));
    held.placeKnown = std::max<qsizetype>(0, sameAs(held, all).indexOf(focus));
    held.placeNamed = std::max<qsizetype>(0, namedAs(held, all).indexOf(focus));
    return held;
}

QWidget *successorOf(const Held &held, const QList<QWidget *> &all)
{
    if (const QList<QWidget *> same = sameAs(held, all); !same.isEmpty())
        return same.at(std::min(held.placeKnown, same.size() - 1));
    if (const QList<QWidget *> named = namedAs(held, all); !named.isEmpty())
        return named.at(std::min(held.placeNamed, named.size() - 1));
    return all.isEmpty() ? nullptr : all.at(std::min(held.place, all.size() - 1));
}

void addStopsOf(const QLayout *layout, QList<QWidget *> &all);

/// Hidden ones, too: they are shown where they stand.
void addStopsOf(QWidget *widget, QList<QWidget *> &all)
{
    if (widget->isWindow())
        return;
    if (widget->focusPolicy() & Qt::TabFocus)
        all.append(widget);
    if (const auto *list = qobject_cast<QAbstractItemView *>(widget)) {
        for (QPushButton *offered : list->findChildren<QPushButton *>()) // what an empty one offers lies on it
            all.append(offered);
    } else if (auto *scrolled = qobject_cast<QScrollArea *>(widget)) {
        if (scrolled->widget())
            addStopsOf(scrolled->widget(), all);
    } else if (widget->layout()) {
        addStopsOf(widget->layout(), all);
    }
}

void addStopsOf(const QLayout *layout, QList<QWidget *> &all)
{
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem *item = layout->itemAt(i);
        if (item->widget())
            addStopsOf(item->widget(), all);
        else if (item->layout())
            addStopsOf(item->layout(), all);
    }
}

} // namespace

QWidget *standing(QWidget *page, const QString &name)
{
    if (name.isEmpty())
        return nullptr; // would be anything
    for (QWidget *widget : page->findChildren<QWidget *>(name))
        if (isToBeSeen(widget, page))
            return widget;
    return nullptr;
}

void giveKeys(QWidget *widget)
{
    for (QWidget *above = widget; above && !above->isWindow(); above = above->parentWidget())
        if (above->isHidden() && !above->testAttribute(Qt::WA_WState_ExplicitShowHide))
            above->show(); // a layout shows its widgets later, and what is hidden takes no focus
    widget->setFocus(Qt::OtherFocusReason);
}

QWidget *firstOf(QWidget *page)
{
    const QList<QWidget *> all = stops(page);
    const auto list
        = std::find_if(all.cbegin(), all.cend(), [](const QWidget *one) { return qobject_cast<const QAbstractItemView *>(one); });
    return list != all.cend() ? *list : all.value(0);
}

bool giveKeysTo(QWidget *page, const QStringList &names)
{
    for (const QString &name : names)
        if (QWidget *widget = standing(page, name); widget && widget->isEnabledTo(page)) {
            giveKeys(widget);
            return true;
        }
    return false;
}

void tabsAsShown(QWidget *page)
{
    QList<QWidget *> all;
    if (page->layout()) // which may have no window yet, and be one
        addStopsOf(page->layout(), all);
    // The chain is a ring. In a page without a window, nothing that takes the keys stands between its last stop and its first, so
    // that Qt takes a ring that is turned for the right one: the page itself is its beginning.
    const bool isBeginning = !page->focusProxy();
    const Qt::FocusPolicy own = page->focusPolicy();
    if (isBeginning) {
        page->setFocusPolicy(Qt::TabFocus);
        all.prepend(page);
    }
    for (qsizetype i = 1; i < all.size(); ++i)
        QWidget::setTabOrder(all.at(i - 1), all.at(i));
    if (isBeginning)
        page->setFocusPolicy(own);
}

void keepingFocus(QWidget *page, const std::function<void()> &change)
{
    QWidget *focus = page->window()->focusWidget();
    if (!focus || focus == page || !page->isAncestorOf(focus))
        return change();
    const Held held = holding(page, focus);
    const QPointer<QWidget> alive = page;
    change();
    if (!alive)
        return;
    if (held.widget && takesKeys(held.widget, page)) {
        if (page->window()->focusWidget() != held.widget)
            giveKeys(held.widget);
        return;
    }
    const QList<QWidget *> all = stops(page);
    QWidget *now = page->window()->focusWidget();
    const bool isInside = now && page->isAncestorOf(now) && takesKeys(now, page);
    if (isInside && sameAs(held, all).isEmpty())
        return; // the page chose, or what stood next has them
    if (QWidget *next = successorOf(held, all))
        giveKeys(next);
}

} // namespace keywork
