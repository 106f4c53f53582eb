// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/tab_line.h"

#include "ui/widgets/parts.h"

#include <QMenu>
#include <QResizeEvent>
#include <QSet>
#include <QShortcut>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kBetweenTabs = 2; ///< pixels between two tabs, and between two lines
} // namespace

TabLine::TabLine(QWidget *parent)
    : QWidget(parent)
    , m_more(button(tr("More") + u"    "_s, "tab")) // room for the arrow
    , m_menu(new QMenu(m_more))
    , m_all(new QMenu(this))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_more->setParent(this);
    m_more->setObjectName(u"moreTabs"_s);
    m_more->setAccessibleName(tr("More tabs"));
    m_more->setMenu(m_menu);
    m_more->hide();
    connect(m_menu, &QMenu::aboutToShow, this, &TabLine::fillMenu);
}

void TabLine::add(QPushButton *tab)
{
    tab->setParent(this);
    const QKeySequence letter = QKeySequence::mnemonic(tab->text());
    auto *key = letter.isEmpty() ? nullptr : new QShortcut(letter, this);
    if (key) {
        key->setEnabled(false); // the button itself has it
        connect(key, &QShortcut::activated, tab, &QPushButton::click);
    }
    m_tabs.append({tab, key});
    m_more->setProperty("tight", tab->property("tight"));
    connect(tab, &QPushButton::toggled, this, [this](bool isChecked) {
        if (isChecked)
            arrange();
    });
    if (m_tabs.size() > 1)
        setTabOrder(m_tabs.at(m_tabs.size() - 2).button, tab);
    setTabOrder(tab, m_more);
    tab->show();
    updateGeometry();
}

QList<QPushButton *> TabLine::waiting() const
{
    QList<QPushButton *> some;
    for (const Tab &tab : m_tabs)
        if (tab.button->isHidden())
            some.append(tab.button);
    return some;
}

int TabLine::lineHeight() const
{
    int height = m_more->sizeHint().height();
    for (const Tab &tab : m_tabs)
        height = std::max(height, tab.button->sizeHint().height());
    return height;
}

int TabLine::linesOf(const QList<QPushButton *> &buttons, int width) const
{
    int lines = 1;
    int x = 0;
    for (const QPushButton *one : buttons) {
        const int wide = one->sizeHint().width();
        if (x > 0 && x + wide > width) {
            ++lines;
            x = 0;
        }
        x += wide + kBetweenTabs;
    }
    return lines;
}

QList<QPushButton *> TabLine::shownAt(int width) const
{
    QList<QPushButton *> shown;
    QPushButton *current = nullptr;
    for (const Tab &tab : m_tabs) {
        shown.append(tab.button);
        if (tab.button->isChecked())
            current = tab.button;
    }
    if (linesOf(shown, width) <= kLines)
        return shown;
    shown.append(m_more);
    while (shown.size() > 2 && linesOf(shown, width) > kLines) {
        const auto last = shown.size() - 2; // before "More"
        shown.removeAt(shown.at(last) == current ? last - 1 : last);
    }
    return shown;
}

QSize TabLine::sizeHint() const
{
    int width = 0;
    for (const Tab &tab : m_tabs)
        width += tab.button->sizeHint().width() + kBetweenTabs;
    return {width, lineHeight()};
}

QSize TabLine::minimumSizeHint() const
{
    int width = m_more->sizeHint().width();
    for (const Tab &tab : m_tabs)
        width = std::max(width, tab.button->sizeHint().width());
    return {width, lineHeight()};
}

int TabLine::heightForWidth(int width) const
{
    const int lines = linesOf(shownAt(width), width);
    return lines * lineHeight() + (lines - 1) * kBetweenTabs;
}

void TabLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void TabLine::arrange()
{
    const QList<QPushButton *> shown = shownAt(width());
    for (const Tab &tab : std::as_const(m_tabs)) {
        const bool isShown = shown.contains(tab.button);
        tab.button->setVisible(isShown);
        if (tab.key)
            tab.key->setEnabled(!isShown);
    }
    m_more->setVisible(shown.contains(m_more));
    const int high = lineHeight();
    int x = 0;
    int y = 0;
    for (QPushButton *one : shown) {
        const int wide = one->sizeHint().width();
        if (x > 0 && x + wide > width()) {
            x = 0;
            y += high + kBetweenTabs;
        }
        one->setGeometry(x, y, std::min(wide, width()), high);
        x += wide + kBetweenTabs;
    }
    updateGeometry();
}

void TabLine::fillMenu()
{
    QStringList names;
    for (const QPushButton *tab : waiting())
        names.append(tab->text());
    fill(m_menu, waiting(), names);
}

void TabLine::openAll()
{
    QList<QPushButton *> all;
    QStringList names;
    for (const Tab &tab : std::as_const(m_tabs)) {
        all.append(tab.button);
        names.append(tab.button->text());
    }
    fill(m_all, all, withOwnLetters(names));
    for (qsizetype i = 0; i < all.size(); ++i)
        if (all.at(i)->isChecked())
            m_all->setActiveAction(m_all->actions().at(i));
    m_all->popup(mapToGlobal(QPoint(0, height())));
}

void TabLine::fill(QMenu *menu, const QList<QPushButton *> &tabs, const QStringList &names)
{
    menu->clear();
    for (qsizetype i = 0; i < tabs.size(); ++i) {
        QAction *action = menu->addAction(names.at(i));
        connect(action, &QAction::triggered, tabs.at(i), &QPushButton::click, Qt::QueuedConnection);
    }
}

QStringList withOwnLetters(const QStringList &names)
{
    QStringList said = names;
    QSet<QChar> taken;
    for (const QString &name : names) // a letter that a tab has everywhere stays its own
        if (const qsizetype at = name.indexOf(u'&'); at >= 0 && at + 1 < name.size())
            taken.insert(name.at(at + 1).toUpper());
    for (QString &name : said)
        for (qsizetype i = 0; !name.contains(u'&') && i < name.size(); ++i)
            if (const QChar letter = name.at(i).toUpper(); letter.isLetter() && !taken.contains(letter)) {
                taken.insert(letter);
                name.insert(i, u'&');
            }
    int digit = 1; // of whose letters none is free
    for (QString &name : said)
        if (!name.contains(u'&') && digit < 10)
            name += u" (&%1)"_s.arg(digit++);
    return said;
}

} // namespace keywork
