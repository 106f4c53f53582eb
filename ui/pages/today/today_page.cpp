// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/today/today_page.h"

#include "core/domain/incident.h"
#include "core/domain/keywork.h"
#include "core/services/house/attention.h"
#include "core/services/house/shifts.h"
#include "core/services/keeping/open_hostel.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "ui/pages/residents/take_in_tonight_page.h"
#include "ui/pages/today/appointments_today.h"
#include "ui/pages/today/collections_today.h"
#include "ui/pages/today/first_steps_card.h"
#include "ui/pages/today/handovers_today.h"
#include "ui/pages/today/safety_stock.h"
#include "ui/pages/today/watch_lines.h"
#include "ui/pages/today/where_residents_are.h"
#include "ui/shell/places.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/text_button.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kLooksAtTime = 5'000; // milliseconds; also right after the PC slept

/// Scrolls until it stands at the top, where there is enough below it.
void bringToTop(QWidget *widget)
{
    for (QWidget *above = widget->parentWidget(); above; above = above->parentWidget())
        if (auto *scroll = qobject_cast<QScrollArea *>(above))
            scroll->verticalScrollBar()->setValue(widget->mapTo(scroll->widget(), QPoint()).y());
}
} // namespace

TodayPage::TodayPage(OpenHostel &hostel, const Navigator &navigator, QWidget *parent)
    : Page(hostel.services(), navigator, parent)
    , m_hostel(hostel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(14);
    auto *titleLine = wrappingLine(14);
    titleLine->addWidget(label(tr("Today"), "title"));
    m_soft = label({}, "soft");
    m_soft->setObjectName(u"inShort"_s);
    titleLine->addWidget(m_soft);
    pushRight(titleLine);
    addButtons(titleLine);
    layout->addLayout(titleLine);
    auto *waysDown = wrappingLine(14);
    layout->addLayout(waysDown);

    auto *columns = columnsOrRows(14);
    m_attention = new Card(tr("Needs attention"));
    m_notes = new QVBoxLayout;
    m_notes->setSpacing(6);
    m_lines = new WatchLines(m_services, navigator);
    m_attention->body()->addLayout(m_notes);
    m_attention->body()->addWidget(m_lines);
    m_attention->body()->addStretch();
    // Below what is pressing: a house that works already has both for a while.
    m_firstSteps = new FirstStepsCard(m_services, navigator);
    auto *left = new QWidget;
    auto *below = new QVBoxLayout(left);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(14);
    below->addWidget(m_attention, 1);
    m_handover = new HandoversToday(m_navigator);
    below->addWidget(m_handover);
    below->addWidget(m_firstSteps);
    columns->addWidget(left, 3); // the whole page scrolls, and nothing in it
    auto *right = new QVBoxLayout;
    right->setSpacing(14);
    m_stages = new WhereResidentsAre(m_services);
    m_stock = new SafetyStock(m_services, m_navigator);
    m_expected = new Card(tr("Expected"));
    m_appointments = new AppointmentsToday(m_services, m_navigator);
    right->addWidget(m_appointments);
    m_collections = new CollectionsToday(m_services, m_navigator);
    right->addWidget(m_collections);
    right->addWidget(m_stages);
    right->addWidget(m_stock);
    right->addWidget(m_expected);
    right->addStretch();
    columns->addLayout(right, 2);
    layout->addLayout(columns);
    if (Theme::isLarge())
        addWaysDown(waysDown);
    m_time = new QTimer(this);
    m_time->setInterval(kLooksAtTime);
    connect(m_time, &QTimer::timeout, this, &TodayPage::lookAtTime);
    m_time->start();
    reload();
}

void TodayPage::addButtons(QLayout *line)
{
    const auto add = [this, line](const QString &text, const QString &keys, const char *look, const char *name) {
        auto *made = button(text, look);
        made->setObjectName(QString::fromLatin1(name));
        made->setToolTip(keys);
        line->addWidget(made);
        m_lastButton = made;
        return made;
    };
    const auto inHandovers = [this] {
        const PlaceInfo *place = placeNamed(u"handover"_s);
        return place && place->mayOpen(m_services);
    };
    if (inHandovers()) {
        auto *handover = add(tr("Handover note"), {}, "", "handoverNote");
        connect(handover, &QPushButton::clicked, this, [this] { m_navigator.openPlace(u"handover"_s); });
    }
    m_lastButton = tonightButton(m_services, m_navigator);
    line->addWidget(m_lastButton);
    auto *note = add(tr("Quick note"), tr("Asks whom it is about"), "", "quickNote");
    note->setEnabled(m_navigator.addForSomebody && m_services.records.mayAdd(recordType<ContactNote>()));
    connect(
        note, &QPushButton::clicked, this, [this] { m_navigator.addForSomebody(QString::fromLatin1(recordType<ContactNote>().table)); });
    auto *incident = add(tr("Log an incident"), tr("Ctrl+I"), "primary", "logIncident");
    incident->setEnabled(m_services.records.mayAdd(recordType<Incident>()));
    connect(incident, &QPushButton::clicked, this, [this] {
        m_navigator.visit({.place = u"incidents"_s, .record = {QString::fromLatin1(recordType<Incident>().table), 0}});
    });
}

void TodayPage::addWaysDown(QLayout *line)
{
    for (const auto &[card, title, name] : {std::tuple<Card *, QString, QString>{m_firstSteps, tr("First steps"), u"toFirstSteps"_s},
             {m_handover, tr("Handover"), u"toHandover"_s}, {m_appointments, tr("Appointments today"), u"toAppointments"_s},
             {m_collections, tr("Collections today"), u"toCollections"_s}, {m_stages, tr("Where residents are"), u"toStages"_s},
             {m_stock, tr("Safety stock"), u"toStock"_s}, {m_expected, tr("Expected"), u"toExpected"_s}}) {
        auto *go = button(title + u" ↓"_s, "link");
        go->setObjectName(name);
        go->setAccessibleName(tr("Down to: %1").arg(title));
        connect(go, &QPushButton::clicked, this, [card = card] {
            if (QWidget *first = firstOf(card))
                giveKeys(first);
            bringToTop(card);
        });
        line->addWidget(go);
        m_waysDown.append({go, card});
    }
    // They are reached before the lines are: what was made last is last for Tab.
    for (auto way = m_waysDown.crbegin(); way != m_waysDown.crend(); ++way)
        setTabOrder(m_lastButton, way->first);
}

void TodayPage::reload()
{
    readAnew();
    for (const auto &[go, card] : std::as_const(m_waysDown))
        go->setVisible(!card->isHidden());
}

void TodayPage::lookAtTime()
{
    if (!m_changesAt.isValid() || m_services.records.clock().now() < m_changesAt)
        return;
    m_changesAt = {};
    m_services.records.notifier().announce({Change()}); // as after midnight: the window reads it anew where it was scrolled
}

void TodayPage::readAnew()
{
    const bool hadFocus = m_lines->firstAction() && m_lines->firstAction()->hasFocus();
    emptyLayout(m_notes);
    m_expected->clear();
    m_appointments->reload();
    m_collections->reload();
    m_stages->reload();
    m_stock->reload();
    m_handover->setHandovers(lastHandovers(m_services));
    m_firstSteps->reload();
    m_soft->setText(inShort().join(u" · "_s));
    addNotices(); // that the file is damaged is told also when the rest can't be read
    const Result<WatchedDay> day = m_services.attention.now();
    if (!day) {
        m_lines->setDay({});
        m_notes->addWidget(label(words::error(day.error()), "soft", true));
        return;
    }
    m_changesAt = day->changesAt;
    if (const QDateTime shift = shiftChangesAt(); shift.isValid())
        m_changesAt = m_changesAt.isValid() ? std::min(m_changesAt, shift) : shift;
    const qsizetype lines = day->items.size() + m_notices;
    m_attention->setSoft(tr("%1, most pressing first").arg(lines));
    if (lines == 0)
        m_notes->addWidget(label(tr("Nothing is due."), "soft", true));
    m_lines->setDay(*day);
    if (QPushButton *first = m_lines->firstAction(); first && (hadFocus || !isVisible()))
        giveKeys(first); // the keyboard starts where the work is
    addExpected();
}

/// What the line beside the title says of the house at this moment.
QStringList TodayPage::inShort() const
{
    QStringList parts;
    if (const auto sizes = m_services.people.groupSizes()) {
        const auto free = m_services.people.freeRooms();
        const int here = (*sizes)[0];
        const qsizetype rooms = free ? free->size() : 0;
        parts.append(here == 1 ? tr("1 resident") : tr("%1 residents").arg(here));
        parts.append(rooms == 1 ? tr("1 room free") : tr("%1 rooms free").arg(rooms));
    }
    if (const QString shift = m_services.shifts.nameNow(); !shift.isEmpty())
        parts.append(shift.contains(tr("shift"), Qt::CaseInsensitive) ? shift : tr("%1 shift").arg(shift));
    return parts;
}

/// The line beside the title names the shift, so its end is such a moment, too.
QDateTime TodayPage::shiftChangesAt() const
{
    const auto now = m_services.shifts.current();
    if (now && *now)
        return (*now)->until;
    const auto next = m_services.shifts.next();
    return next && *next ? (*next)->from : QDateTime();
}

void TodayPage::addExpected()
{
    auto expected = m_services.people.residents(ResidentGroup::Expected);
    m_expected->setVisible(expected && !expected->isEmpty());
    if (!expected)
        return;
    // Who comes first stands first; without a day they stand last.
    std::stable_sort(expected->begin(), expected->end(), [](const ResidentLine &one, const ResidentLine &other) {
        const auto dayOf = [](const ResidentLine &line) { return line.stay->value.expectedOn.value_or(QDate(9999, 1, 1)); };
        return dayOf(one) < dayOf(other);
    });
    for (const ResidentLine &line : *expected) {
        const std::optional<QDate> &comes = line.stay->value.expectedOn;
        auto *open = new TextButton(
            line.person.value.displayName() + (comes ? u" · "_s + words::weekday(*comes, m_services.records.today()) : QString()));
        connect(open, &QPushButton::clicked, this, [this, id = line.person.id] { m_navigator.openResident(id); });
        m_expected->body()->addWidget(open);
    }
}

} // namespace keywork
