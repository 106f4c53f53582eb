// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/house/rooms_page.h"

#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/domain/restriction.h"
#include "core/services/house/attention.h"
#include "core/services/records/records.h"
#include "ui/pages/house/room_card.h"
#include "ui/pages/residents/take_in_tonight_page.h"
#include "ui/pages/shown_kinds.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_watch.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"

#include <QGridLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kCardWidth = 205;
constexpr int kBetweenCards = 10;
constexpr int kComingDays = 7;
const QString kRollCallPlace = QStringLiteral("roll-call");

/// A code of a rule about moving on, whichever of them.
bool isAboutMoveOn(const WatchItem &item) { return item.code().startsWith(u"move_on"); }

} // namespace

bool mayMove(const Services &services) { return services.records.mayChange(recordType<Stay>()); }

RoomsPage::RoomsPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(10);
    buildTitle(layout);
    m_board = new QVBoxLayout;
    m_board->setSpacing(8);
    layout->addLayout(m_board);
    m_coming = new Card(tr("Coming and going"), tr("next seven days"));
    m_coming->setObjectName(u"comingAndGoing"_s);
    layout->addWidget(m_coming);
    auto *keys = label(
        tr("Arrow keys: from room to room. Enter: the resident, or an empty room. R: the room. M: move. A: nights away."), "soft", true);
    layout->addWidget(keys);
    layout->addStretch();
    reload();
    if (!m_floors.isEmpty())
        m_floors.first().cards.first()->setFocus();
}

void RoomsPage::buildTitle(QVBoxLayout *layout)
{
    auto *line = wrappingLine(10);
    line->addWidget(label(tr("Rooms"), "title"));
    m_numbers = label({}, "soft", true);
    m_numbers->setObjectName(u"roomNumbers"_s);
    line->addWidget(m_numbers);
    pushRight(line);
    const auto add = [&](const QString &text, const QString &name, const Visit &where, bool isEnabled, const char *look = "") {
        auto *made = button(text, look);
        made->setObjectName(name);
        made->setEnabled(isEnabled);
        connect(made, &QPushButton::clicked, this, [this, where] { m_navigator.visit(where); });
        line->addWidget(made);
    };
    add(tr("Ni&ghts counted"), u"countNights"_s, {.place = u"nights"_s}, true);
    add(tr("&Lists: voids, repairs, keys"), u"roomLists"_s, {.place = u"room-lists"_s}, true);
    add(tr("&Roll call"), u"rollCall"_s, {.place = kRollCallPlace}, true);
    add(tr("&Move someone"), u"moveSomeone"_s, {.place = u"move"_s}, mayMove(m_services));
    add(tr("Arri&val"), u"takeInTonight"_s, {.place = u"tonight"_s}, mayTakeIn(m_services), "primary");
    layout->addLayout(line);
}

void RoomsPage::readPressing()
{
    m_pressing.clear();
    const auto items = m_services.attention.today();
    for (const WatchItem &item : items ? *items : QList<WatchItem>()) {
        const qint64 person = item.subject.person.value;
        if (person == 0 || (item.pressing() > Pressing::Now && !isAboutMoveOn(item)))
            continue;
        QList<words::RoomPill> &pills = m_pressing[person];
        const char *look = item.pressing() == Pressing::Emergency ? "emergency" : isAboutMoveOn(item) ? "primary" : "attention";
        const bool isFirst
            = std::none_of(pills.cbegin(), pills.cend(), [look](const words::RoomPill &one) { return qstrcmp(one.look, look) == 0; });
        if (isFirst) // the rest of it stands on Today
            pills.append({words::watchTitle(item), look});
    }
}

QList<words::RoomPill> RoomsPage::pillsOf(const RoomOnBoard &room) const
{
    QList<words::RoomPill> pills;
    if (room.who) {
        const auto presence = m_presence.constFind(room.who->person.id.value);
        if (presence != m_presence.cend())
            pills.append(words::whereabouts(*presence, room.away, m_services.records.clock()));
        pills += m_pressing.value(room.who->person.id.value);
    }
    return pills + words::roomPills(room, m_services.records.choices(), m_services.records.today());
}

void RoomsPage::reload()
{
    m_presence.clear();
    const auto present = m_services.presence.everybody();
    int in = 0;
    for (const PersonPresence &one : present ? *present : QList<PersonPresence>()) {
        m_presence.insert(one.line.person.id.value, one);
        in += one.state.isInBuilding() ? 1 : 0;
    }
    readPressing();
    const auto board = m_services.occupancy.board();
    m_numbers->setText(board ? words::roomsInUse(*board, present ? std::optional(in) : std::nullopt) : QString());
    keepingFocus(this, [&] {
        emptyLayout(m_board);
        m_floors.clear();
        m_columns = 0;
        if (!board)
            return m_board->addWidget(label(words::error(board.error()), "problem", true));
        for (const RoomOnBoard &room : board->rooms)
            addRoom(room);
        buildBoard();
        if (board->rooms.isEmpty())
            m_board->addWidget(label(tr("No room is on file yet. Under Lists they are made, several in one line."), "soft", true));
        QStringList without;
        for (const ResidentLine &line : board->withoutRoom)
            without.append(line.person.value.displayName());
        if (!without.isEmpty())
            m_board->addWidget(label(tr("Here without a room: %1").arg(without.join(u", "_s)), "problem", true));
        showComing();
    });
}

void RoomsPage::addRoom(const RoomOnBoard &room)
{
    const QString title = words::floorOf(room.room.value);
    auto floor = std::find_if(m_floors.begin(), m_floors.end(), [&](const Floor &one) { return one.title == title; });
    if (floor == m_floors.end())
        floor = m_floors.insert(m_floors.end(), Floor{.title = title});
    auto *card = new RoomCard(room, pillsOf(room), m_services.records.today());
    connectCard(card);
    floor->cards.append(card);
}

void RoomsPage::connectCard(RoomCard *card)
{
    const qint64 room = card->room().room.id.value;
    const qint64 person = card->room().who ? card->room().who->person.id.value : 0;
    const auto openRoom = [this, room] { m_navigator.visit({.place = u"room"_s, .record = {u"room"_s, room}}); };
    connect(
        card, &RoomCard::opened, this, [this, person, openRoom] { person > 0 ? m_navigator.visit(residentVisit(person)) : openRoom(); },
        Qt::QueuedConnection);
    connect(card, &RoomCard::roomWanted, this, openRoom, Qt::QueuedConnection);
    connect(
        card, &RoomCard::moveWanted, this,
        [this, person] {
            if (person > 0 && mayMove(m_services))
                m_navigator.visit({.place = u"move"_s, .person = person});
        },
        Qt::QueuedConnection);
    connect(
        card, &RoomCard::awayWanted, this,
        [this, person] {
            if (person > 0 && m_services.records.mayAdd(recordType<NightsAway>()))
                m_navigator.visit(residentVisit(person, u"lists"_s, {u"nights_away"_s, 0}));
        },
        Qt::QueuedConnection);
    connect(card, &RoomCard::goOn, this, [this, card](int aside, int down) { goOn(card, aside, down); });
}

void RoomsPage::buildBoard()
{
    for (Floor &floor : m_floors) {
        floor.heading = label(floor.title.isEmpty() ? tr("Rooms") : floor.title, "soft");
        m_board->addWidget(floor.heading);
        floor.grid = new QGridLayout;
        floor.grid->setSpacing(kBetweenCards);
        m_board->addLayout(floor.grid);
    }
    placeCards();
}

/// As many side by side as have room; made anew only when that is another number.
void RoomsPage::placeCards()
{
    const int margins = layout()->contentsMargins().left() + layout()->contentsMargins().right();
    const int fit = (width() - margins + kBetweenCards) / (Theme::scaled(kCardWidth) + kBetweenCards);
    const int columns = std::max(1, fit);
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (const Floor &floor : std::as_const(m_floors)) {
        for (RoomCard *card : floor.cards)
            floor.grid->removeWidget(card);
        for (int column = 0; column < std::max(columns, floor.grid->columnCount()); ++column)
            floor.grid->setColumnStretch(column, column < columns ? 1 : 0);
        for (qsizetype i = 0; i < floor.cards.size(); ++i)
            floor.grid->addWidget(floor.cards.at(i), int(i) / columns, int(i) % columns);
        for (int column = 0; column < columns; ++column)
            floor.grid->setColumnMinimumWidth(column, 1); // those without a card keep their share
    }
    tabsAsShown(this);
}

void RoomsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    placeCards();
}

void RoomsPage::goOn(RoomCard *from, int aside, int down)
{
    QList<RoomCard *> all;
    for (const Floor &floor : std::as_const(m_floors))
        all += floor.cards;
    RoomCard *next = nullptr;
    if (aside != 0) {
        next = all.value(all.indexOf(from) + aside);
    } else {
        const QPoint here = from->mapTo(this, from->rect().center());
        int nearest = 0;
        for (RoomCard *card : std::as_const(all)) {
            const QPoint there = card->mapTo(this, card->rect().center());
            const int far = down * (there.y() - here.y());
            if (far <= from->height() / 2) // of the same line, or the other way
                continue;
            const int away = far * this->width() + std::abs(there.x() - here.x()); // the nearest line, there the nearest card
            if (!next || away < nearest) {
                next = card;
                nearest = away;
            }
        }
    }
    if (!next)
        return;
    next->setFocus(Qt::TabFocusReason);
    bringIntoView(next);
}

void RoomsPage::showComing()
{
    m_coming->clear();
    const auto coming = m_services.occupancy.coming(kComingDays);
    if (!coming)
        return m_coming->body()->addWidget(label(words::error(coming.error()), "problem", true));
    for (const ComingLine &line : *coming)
        addComing(line);
    if (coming->isEmpty())
        m_coming->body()->addWidget(label(tr("Nobody is expected, and nothing is booked."), "soft", true));
}

void RoomsPage::addComing(const ComingLine &line)
{
    const QDate today = m_services.records.today();
    const bool isArrival = line.what == ComingWhat::Arrival;
    auto *row = columnsOrRows(12);
    QString when = line.day.year() > 9000 ? tr("No day yet") : line.day == today ? tr("Today") : words::weekday(line.day, today);
    if (line.time)
        when += u' ' + line.time->toString(u"HH:mm"_s);
    auto *day = label(when, "soft", true);
    day->setMinimumWidth(Theme::scaled(96));
    row->addWidget(day);
    row->addWidget(label(words::comingWhat(line.what), "strong"));
    row->addWidget(label(breakable(words::comingText(line)), "", true), 1);
    auto *open = button(isArrival ? tr("They are here…") : tr("Open"), "link");
    open->setAccessibleName(open->text() + u": "_s + line.name);
    open->setObjectName(u"coming-%1-%2"_s.arg(int(line.what)).arg(line.person.value));
    const QString tab = isArrival ? u"way-in"_s : QString();
    connect(
        open, &QPushButton::clicked, this, [this, person = line.person, tab] { m_navigator.visit(residentVisit(person.value, tab)); },
        Qt::QueuedConnection);
    row->addWidget(open, 0, Qt::AlignTop | Qt::AlignLeft);
    m_coming->body()->addLayout(row);
}

bool RoomsPage::concerns(const QList<Change> &changes) const
{
    return anyShown(changes, {},
        {.anybodys = {&recordType<Room>(), &recordType<Stay>(), &recordType<Person>(), &recordType<RoomVoid>(), &recordType<RoomRepair>(),
             &recordType<NightsAway>(), &recordType<HospitalStay>(), &recordType<CustodySpell>(), &recordType<Appointment>(),
             &recordType<DeskMovement>(), &recordType<StageEntry>(), &recordType<Restriction>(), &recordType<NeedToKnow>()}});
}

} // namespace keywork
