// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation_bar.h"

#include "core/services/keeping/open_hostel.h"
#include "ui/shell/places.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// At the right end of an entry, hidden until something waits.
QLabel *badgeIn(QPushButton *entry)
{
    auto *badge = label({}, "navBadge");
    badge->setAttribute(Qt::WA_TransparentForMouseEvents);
    badge->hide();
    auto *inside = new QHBoxLayout(entry);
    inside->setContentsMargins(0, 0, 8, 0);
    inside->addStretch();
    inside->addWidget(badge, 0, Qt::AlignVCenter);
    return badge;
}

/// Another text takes the key away.
void nameEntry(QPushButton *entry, const QString &text)
{
    const QKeySequence keys = entry->shortcut();
    entry->setText(text);
    entry->setShortcut(keys);
}

} // namespace

NavigationBar::NavigationBar(OpenHostel &hostel, QWidget *parent)
    : QFrame(parent)
{
    setObjectName(u"navigation"_s);
    setFixedWidth(Theme::isLarge() ? Theme::scaled(130) : Theme::scaled(196));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 18, 10, 12);
    layout->setSpacing(4);
    auto *title = label(u"Keywork"_s, "navTitle");
    title->setContentsMargins(10, 0, 0, 0);
    auto *house = label(hostel.hostelName(), "", true);
    house->setObjectName(u"houseName"_s);
    house->setContentsMargins(10, 0, 0, 12);
    setPlainToolTip(house, tr("House"), hostel.hostelName()); // one long word has no room in large text
    layout->addWidget(title);
    layout->addWidget(house);
    m_actNow = button({}, "emergency");
    m_actNow->setObjectName(u"actNowButton"_s);
    m_actNow->setToolTip(tr("F12, from anywhere"));
    connect(m_actNow, &QPushButton::clicked, this, &NavigationBar::actNowRequested);
    layout->addWidget(m_actNow);
    layout->addSpacing(6);
    showRunning(0);
    layout->addWidget(buildPlaces(hostel.services()), 1);
    auto *who = label(hostel.session().name(), "navName", true);
    who->setContentsMargins(10, 0, 0, 0);
    auto *role = label(words::labelFor(hostel.session().role()));
    role->setContentsMargins(10, 0, 0, 0);
    auto *lock = new QPushButton(Theme::isLarge() ? tr("Lock") : tr("Lock   Ctrl+L"));
    lock->setObjectName(u"lock"_s);
    connect(lock, &QPushButton::clicked, this, &NavigationBar::lockRequested);
    auto *password = new QPushButton(tr("My password"));
    password->setObjectName(u"myPassword"_s);
    connect(password, &QPushButton::clicked, this, &NavigationBar::passwordRequested);
    layout->addWidget(who);
    layout->addWidget(role);
    layout->addWidget(password);
    layout->addWidget(lock);
}

/// In large text the places scroll; the house, who is signed in and Lock are always in view.
QWidget *NavigationBar::buildPlaces(const Services &services)
{
    auto *entries = new QWidget;
    auto *layout = new QVBoxLayout(entries);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    addPlaces(layout, services);
    layout->addStretch();
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus); // no Tab stop that nobody sees
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(entries);
    QScrollBar *sideways = m_scroll->horizontalScrollBar(); // a long title in large text would push all of them out at the left
    connect(sideways, &QScrollBar::valueChanged, sideways, [sideways] { sideways->setValue(0); });
    return m_scroll;
}

void NavigationBar::addPlaces(QVBoxLayout *layout, const Services &services)
{
    for (const PlaceInfo *place : navigation(services)) {
        const QString id = QString::fromLatin1(place->id);
        const QString keys = navigationKey(m_entries.size());
        const bool isShort = Theme::isLarge() && place->titleShort;
        auto *entry = new QPushButton(isShort ? QCoreApplication::translate("places", place->titleShort) : titleOf(*place));
        entry->setAccessibleName(titleOf(*place));
        entry->setObjectName(u"nav-"_s + id);
        entry->setCheckable(true);
        entry->setAutoExclusive(true);
        entry->setToolTip(keys);
        entry->setShortcut(QKeySequence(keys));
        connect(entry, &QPushButton::clicked, this, [this, id] { Q_EMIT placeChosen(id); });
        layout->addWidget(entry);
        m_entries.insert(id, entry);
        m_waiting.insert(id, badgeIn(entry));
    }
    showWaiting(services);
}

void NavigationBar::showWaiting(const Services &services)
{
    for (auto it = m_waiting.cbegin(); it != m_waiting.cend(); ++it) {
        const PlaceInfo *place = placeNamed(it.key());
        const qint64 waiting = place->waiting ? place->waiting(services) : 0; // what it counts itself says more than its lines
        const qint64 count = waiting > 0 ? waiting : m_lines.value(it.key());
        it.value()->setText(QString::number(count));
        it.value()->setVisible(count > 0);
        if (place->titleShort && !Theme::isLarge()) // beside a number a long title would be cut
            nameEntry(m_entries.value(it.key()), count > 0 ? QCoreApplication::translate("places", place->titleShort) : titleOf(*place));
        // Whoever hears the page hears the number, too.
        m_entries.value(it.key())->setAccessibleName(count > 0 ? tr("%1, %2 waiting").arg(titleOf(*place)).arg(count) : titleOf(*place));
    }
}

void NavigationBar::showLines(const QHash<QString, qsizetype> &lines, const Services &services)
{
    m_lines = lines;
    showWaiting(services);
}

void NavigationBar::showRunning(qsizetype count)
{
    if (Theme::isLarge())
        return m_actNow->setText(count == 0 ? tr("Act now") : tr("Act now: %1").arg(count));
    const QString text = tr("Overdose — act now");
    m_actNow->setText(count == 0 ? text : count == 1 ? tr("Act now: one runs") : tr("Act now: %1 run").arg(count));
}

void NavigationBar::showPlace(const PlaceInfo &place)
{
    if (QPushButton *entry = m_entries.value(QString::fromLatin1(place.under ? place.under : place.id))) {
        entry->setChecked(true);
        QTimer::singleShot(0, entry, [this, entry] { m_scroll->ensureWidgetVisible(entry, 0, 0); }); // once it has its place
    }
}

} // namespace keywork
