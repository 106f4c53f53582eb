// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/house/room_page.h"

#include "core/domain/belonging.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/house/rooms_page.h"
#include "ui/pages/residents/take_in_tonight_page.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_rooms.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/text_button.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kRoomLines = 12; ///< of one kind; the rest stands in the lists

QString dayToldIn(const std::optional<QDate> &day, QDate today) { return day ? words::dayAndMonth(*day, today) : QString(); }

QString repairSentence(const RoomRepair &repair, QDate today)
{
    QStringList said{repair.what};
    if (repair.isUrgent && !repair.doneOn)
        said.append(RoomPage::tr("urgent"));
    said.append(RoomPage::tr("reported %1").arg(words::dayAndMonth(repair.reportedOn, today)));
    if (repair.doneOn)
        said.append(RoomPage::tr("done %1").arg(dayToldIn(repair.doneOn, today)));
    else if (repair.dueOn)
        said.append(RoomPage::tr("to be done by %1").arg(dayToldIn(repair.dueOn, today)));
    return said.join(u" · "_s);
}

QString keySentence(const RoomKey &key, const QString &who, QDate today)
{
    QStringList said{words::labelFor(key.what) + u' ' + key.number, key.personId ? who : key.givenTo};
    said.append(RoomPage::tr("given %1").arg(words::dayAndMonth(key.givenOn, today)));
    if (key.returnedOn)
        said.append(RoomPage::tr("returned %1").arg(dayToldIn(key.returnedOn, today)));
    if (key.lostOn)
        said.append(RoomPage::tr("lost %1").arg(dayToldIn(key.lostOn, today)));
    said.removeAll(QString());
    return said.join(u" · "_s);
}

} // namespace

RoomPage::RoomPage(Id<Room> room, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_room(room)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(12);
    reload();
}

void RoomPage::reload()
{
    keepingFocus(this, [this] {
        emptyLayout(layout());
        const auto board = m_services.occupancy.board();
        const auto kept = m_services.records.one(m_room);
        if (!board || !kept)
            return layout()->addWidget(label(words::error(board ? kept.error() : board.error()), "problem", true));
        const auto found
            = std::find_if(board->rooms.cbegin(), board->rooms.cend(), [this](const RoomOnBoard &one) { return one.room.id == m_room; });
        build(found == board->rooms.cend() ? RoomOnBoard{.room = *kept} : *found); // one that was given up
    });
}

void RoomPage::build(const RoomOnBoard &room)
{
    m_person = room.who ? room.who->person.id.value : 0;
    addTitle(room);
    addWays(room);
    const auto story = m_services.occupancy.story(m_room);
    if (!story)
        return layout()->addWidget(label(words::error(story.error()), "problem", true));
    m_cards = new QVBoxLayout;
    m_cards->setSpacing(12);
    static_cast<QVBoxLayout *>(layout())->addLayout(m_cards);
    addTimes(*story);
    addVoids(*story);
    addUpkeep();
    addBelongings(*story);
    static_cast<QVBoxLayout *>(layout())->addStretch();
    tabsAsShown(this);
}

void RoomPage::addTitle(const RoomOnBoard &room)
{
    auto *line = wrappingLine(10);
    line->addWidget(label(words::roomNamed(room.room.value.name), "title"));
    const QDate today = m_services.records.today();
    QStringList soft{words::floorOf(room.room.value), words::roomSince(room, today)};
    soft.removeAll(QString());
    line->addWidget(label(soft.join(u" · "_s), "soft", true));
    for (const words::RoomPill &pill : words::roomPills(room, m_services.records.choices(), today))
        line->addWidget(chip(pill.text, pill.look));
    static_cast<QVBoxLayout *>(layout())->addLayout(line);
    if (!room.room.value.notes.isEmpty())
        layout()->addWidget(label(breakable(room.room.value.notes), "", true));
}

void RoomPage::addWays(const RoomOnBoard &room)
{
    auto *line = wrappingLine(8);
    const auto add = [&](const QString &text, const QString &name, const Visit &where, bool isEnabled = true, const char *look = "") {
        auto *made = button(text, look);
        made->setObjectName(name);
        made->setEnabled(isEnabled);
        connect(
            made, &QPushButton::clicked, this, [this, where] { m_navigator.visit(where); }, Qt::QueuedConnection);
        line->addWidget(made);
    };
    if (room.who) {
        const qint64 person = m_person;
        add(literal(tr("Open %1").arg(room.who->person.value.displayName())), u"openWho"_s, residentVisit(person), true, "primary");
        add(tr("&Move…"), u"moveWho"_s, {.place = u"move"_s, .person = person}, mayMove(m_services) && !room.who->isClosed);
        add(tr("Nights &away…"), u"awayWho"_s, residentVisit(person, u"lists"_s, {u"nights_away"_s, 0}),
            m_services.records.mayAdd(recordType<NightsAway>()) && !room.who->isClosed);
        const qint64 stay = room.who->stay ? room.who->stay->id.value : 0;
        add(tr("&Leave…"), u"leaveWho"_s, residentVisit(person, u"lists"_s, {u"stay"_s, stay}),
            mayMove(m_services) && !room.who->isClosed && stay > 0);
    } else if (room.expected) {
        add(literal(tr("%1 is here…").arg(room.expected->person.value.displayName())), u"arriveExpected"_s,
            residentVisit(room.expected->person.id.value, u"way-in"_s), mayMove(m_services), "primary");
    } else {
        add(tr("Arri&val"), u"arriveHere"_s, {.place = u"tonight"_s}, mayTakeIn(m_services), "primary");
    }
    add(tr("Change the room's &details"), u"changeRoom"_s, listed(recordType<Room>(), m_room.value),
        m_services.records.mayChange(recordType<Room>()));
    static_cast<QVBoxLayout *>(layout())->addLayout(line);
}

Visit RoomPage::listed(const RecordType &type, qint64 id) const
{
    return {.place = u"room-lists"_s, .record = {QString::fromLatin1(type.table), id}};
}

Card *RoomPage::addCard(const QString &title, const QString &soft, const QString &name)
{
    auto *card = new Card(title, soft);
    card->setObjectName(name);
    m_cards->addWidget(card);
    return card;
}

void RoomPage::addLine(Card *card, const QString &text, const Visit &where)
{
    auto *line = new TextButton(breakable(text));
    line->setProperty("look", u"link"_s);
    connect(
        line, &QPushButton::clicked, this, [this, where] { m_navigator.visit(where); }, Qt::QueuedConnection);
    card->body()->addWidget(line);
}

void RoomPage::addNew(Card *card, const RecordType &type, const QVariantMap &more)
{
    QVariantMap start{{u"room_id"_s, m_room.value}};
    start.insert(more);
    Visit where = listed(type, 0);
    where.record.start = start;
    auto *made = button(words::label(type.newOne));
    made->setObjectName(u"new-"_s + QString::fromLatin1(type.table));
    made->setEnabled(m_services.records.mayAdd(type));
    connect(
        made, &QPushButton::clicked, this, [this, where] { m_navigator.visit(where); }, Qt::QueuedConnection);
    card->addToTitle(made);
}

void RoomPage::addTimes(const RoomStory &story)
{
    auto *card = addCard(tr("Who has had it"), tr("moves included"), u"roomTimes"_s);
    const QDate today = m_services.records.today();
    for (const TimeInRoom &time : story.times.first(std::min(kRoomLines, story.times.size()))) {
        const QString said = words::timeInRoom(time, today);
        if (time.person)
            addLine(card, time.name + u" · "_s + said, residentVisit(time.person.value));
        else
            card->body()->addWidget(label(tr("Somebody") + u" · "_s + said, "soft", true));
    }
    if (story.times.isEmpty())
        card->body()->addWidget(label(tr("Nobody yet."), "soft", true));
}

void RoomPage::addVoids(const RoomStory &story)
{
    auto *card = addCard(tr("Empty nights"), tr("%1 in the last %2 nights").arg(story.nightsLost).arg(kStoryNights), u"roomVoids"_s);
    addNew(card, recordType<RoomVoid>(), {{u"from_on"_s, m_services.records.today().toString(Qt::ISODate)}});
    const QDate today = m_services.records.today();
    for (const RoomStory::EmptyTime &one : story.voids.first(std::min(kRoomLines, story.voids.size()))) {
        const RoomVoid &why = one.why.value;
        const QString until = why.readyOn ? tr("ready %1").arg(dayToldIn(why.readyOn, today)) : tr("not ready yet");
        addLine(card,
            QStringList{words::dayAndMonth(why.fromOn, today), words::emptyBecause(why, m_services.records.choices(), today), until,
                tr("%1 lost").arg(words::nightsCount(one.nights))}
                .join(u" · "_s),
            listed(recordType<RoomVoid>(), one.why.id.value));
    }
    if (story.voids.isEmpty())
        card->body()->addWidget(label(tr("Nobody has said why it stood empty."), "soft", true));
}

template <class T>
void RoomPage::addKind(const QString &none, const std::function<QString(const T &)> &sentence, const std::function<bool(const T &)> &isOpen)
{
    const RecordType &type = recordType<T>();
    const bool mayRead = m_services.records.mayRead(type);
    if (!mayRead && !m_services.records.mayAdd(type))
        return;
    auto *card = addCard(words::label(type.titleMany), {}, u"roomKind-"_s + QString::fromLatin1(type.table));
    QVariantMap more;
    if (m_person > 0 && type.fieldNamed(u"person_id"_s))
        more.insert(u"person_id"_s, m_person);
    addNew(card, type, more);
    if (!mayRead)
        return;
    auto records = m_services.records.of<T>("room_id", m_room);
    if (!records)
        return card->body()->addWidget(label(words::error(records.error()), "problem", true));
    std::reverse(records->begin(), records->end());
    std::stable_partition(records->begin(), records->end(), [&](const Kept<T> &one) { return isOpen(one.value); });
    for (const Kept<T> &one : records->first(std::min(kRoomLines, records->size())))
        addLine(card, sentence(one.value), listed(type, one.id.value));
    if (records->isEmpty())
        card->body()->addWidget(label(none, "soft", true));
}

void RoomPage::addUpkeep()
{
    const QDate today = m_services.records.today();
    addKind<RoomRepair>(
        tr("Nothing was reported."), [today](const RoomRepair &one) { return repairSentence(one, today); },
        [](const RoomRepair &one) { return !one.doneOn; });
    addKind<RoomKey>(
        tr("No key or fob of this room is on file."),
        [this, today](const RoomKey &key) {
            const auto who = key.personId ? m_services.records.one(key.personId) : Result<Kept<Person>>(Error{});
            return keySentence(key, who ? who->value.displayName() : tr("a resident"), today);
        },
        [](const RoomKey &key) { return key.isOut(); });
    const Clock &clock = m_services.records.clock();
    addKind<RoomCheck>(
        tr("No room check is on file."),
        [this, &clock](const RoomCheck &check) {
            QStringList said{words::moment(clock.local(check.doneAt)),
                words::choice(m_services.records.choices(), u"room_check_why"_s, check.why.code), words::shortened(check.found, 160)};
            if (!check.done.isEmpty())
                said.append(tr("done: %1").arg(words::shortened(check.done, 120)));
            if (check.incidentId)
                said.append(tr("found items stand in an incident"));
            return said.join(u" · "_s);
        },
        [](const RoomCheck &) { return false; });
}

/// What is kept for those who had this room and left.
void RoomPage::addBelongings(const RoomStory &story)
{
    if (!m_services.records.mayRead(recordType<Belonging>()))
        return;
    QSet<qint64> asked;
    Card *card = nullptr;
    const QDate today = m_services.records.today();
    for (const TimeInRoom &time : story.times) {
        if (!time.nights.until || time.movedOut || time.name.isEmpty() || asked.contains(time.person.value))
            continue;
        asked.insert(time.person.value);
        const auto kept = m_services.records.of<Belonging>("person_id", time.person);
        for (const Kept<Belonging> &one : kept ? *kept : QList<Kept<Belonging>>()) {
            if (one.value.returnedOn)
                continue;
            if (!card)
                card = addCard(tr("Belongings kept for those who left"), {}, u"roomBelongings"_s);
            QStringList said{time.name, one.value.what, one.value.keptWhere};
            said.append(one.value.keepUntil ? tr("kept until %1").arg(words::dayAndMonth(*one.value.keepUntil, today))
                                            : tr("until when is not said"));
            said.removeAll(QString());
            addLine(card, said.join(u" · "_s), residentVisit(time.person.value, u"lists"_s, {u"belonging"_s, one.id.value}));
        }
    }
}

} // namespace keywork
