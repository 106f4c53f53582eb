// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/health_checks.h"
#include "tests/support/desk.h"
#include "tests/support/large_text.h"
#include "tests/support/treatment.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/widgets/kept_focus.h"

namespace keywork::test::tab_order_test {

using namespace Qt::StringLiterals;

namespace {

/// What Tab reaches on the page, in the order of the keys, each once.
QList<QWidget *> walk(QWidget *page)
{
    QList<QWidget *> stops;
    QWidget *const window = page->window();
    for (QWidget *at = window->nextInFocusChain(); at != window; at = at->nextInFocusChain())
        if (page->isAncestorOf(at) && (at->focusPolicy() & Qt::TabFocus) && at->isVisible() && at->isEnabled() && !at->focusProxy())
            stops.append(at);
    return stops;
}

QString nameOf(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()
        + (button ? u' ' + button->text() : QString());
}

/// How often Tab comes onto the page from elsewhere in the window, on its way round.
int entries(QWidget *page)
{
    QWidget *const window = page->window();
    int found = 0;
    bool wasInside = false;
    for (QWidget *at = window->nextInFocusChain(); at != window; at = at->nextInFocusChain()) {
        if (!(at->focusPolicy() & Qt::TabFocus) || !at->isVisible() || !at->isEnabled())
            continue;
        const bool isInside = page->isAncestorOf(at);
        found += isInside && !wasInside ? 1 : 0;
        wasInside = isInside;
    }
    return found;
}

/// Where the keys go up without going to the right, "a → b", and where they leave the page before all of it was reached.
QStringList stepsBack(QWidget *page)
{
    QStringList found;
    if (const int times = entries(page); times != 1)
        found.append(u"entered %1 times"_s.arg(times));
    const QList<QWidget *> stops = walk(page);
    for (qsizetype i = 1; i < stops.size(); ++i) {
        const auto place = [page](QWidget *one) { return QRect(one->mapTo(page, QPoint()), one->size()); };
        const QRect before = place(stops.at(i - 1));
        const QRect after = place(stops.at(i));
        if (after.bottom() <= before.top() && after.left() < before.right())
            found.append(nameOf(stops.at(i - 1)) + u" → "_s + nameOf(stops.at(i)));
    }
    return found;
}

Measurement weightOn(Id<Person> person, QDate day)
{
    Measurement one{.personId = person, .measuredOn = day};
    one.weightUnit = WeightUnit::Kilograms;
    one.kilograms = Decimal::fromWhole(60 + day.day());
    return one;
}

/// Ben's record with a prescription and two weights.
struct Walked {
    Desk desk;
    TreatedPerson treated{desk.made};

    Walked()
    {
        Records &records = desk.services().records;
        for (const int day : {1, 8})
            need(records.add(weightOn(treated.ben.id, QDate(2026, 9, day))));
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    QWidget *tab(const QString &name)
    {
        desk.window.workspace()->visit(residentVisit(treated.ben.id.value, name));
        Screen::settle();
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        REQUIRE(resident->currentTab());
        return resident->currentTab();
    }
};

} // namespace

TEST_CASE("Tab goes through Treatment in the order in which it is seen, after a press and in another list, too")
{
    for (const int percent : {100, 200}) {
        INFO(percent);
        const TextSize size(percent);
        Walked here;
        QWidget *page = here.tab(u"treatment"_s);
        REQUIRE(walk(page).size() > 12);
        CHECK(stepsBack(page) == QStringList());
        const QString course = QString::number(here.treated.first.id.value);
        here.desk.screen.press(u"pickedUp-"_s + course); // the days are made anew
        Screen::settle();
        page = here.tab(u"treatment"_s);
        CHECK(stepsBack(page) == QStringList());
        for (QPushButton *pill : page->findChildren<QPushButton *>())
            if (pill->isCheckable() && pill->isVisible() && pill->text() == u"Collections") {
                pill->click(); // its list is made now
                Screen::settle();
                CHECK(stepsBack(page) == QStringList());
            }
    }
}

TEST_CASE("Tab goes through Money and Health with their cards above the lists in the order in which they are seen")
{
    Walked here;
    for (const QString &tab : {u"money"_s, u"health"_s}) {
        INFO(tab.toStdString());
        QWidget *page = here.tab(tab);
        REQUIRE(walk(page).size() > 3);
        CHECK(stepsBack(page) == QStringList());
    }
}

} // namespace keywork::test::tab_order_test
