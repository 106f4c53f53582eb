// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/desk/desk_page.h"

#include "core/domain/restriction.h"
#include "core/domain/roll_call.h"
#include "core/services/house/roll_calls.h"
#include "core/services/records/records.h"
#include "ui/pages/desk/desk_rows.h"
#include "ui/pages/shown_kinds.h"
#include "ui/text/words.h"
#include "ui/text/words_desk.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kDeskHeight = 380; ///< of what is above the lists

QString sinceAtDesk(const QDateTime &at, const Clock &clock)
{
    const QDateTime local = clock.local(at);
    return local.date() == clock.today() ? words::time(local) : words::moment(local);
}

} // namespace

DeskPage::DeskPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : KindsPage(Place::Desk, QCoreApplication::translate("places", "In and out"), {}, services, navigator, parent)
{
    auto *roll = button(tr("Roll call (F9)"), "primary");
    roll->setObjectName(u"beginRollCall"_s);
    roll->setEnabled(services.records.mayAdd(recordType<RollCall>()));
    connect(roll, &QPushButton::clicked, this, [this] {
        const auto begun = m_services.rollCalls.begin();
        begun ? m_navigator.openPlace(u"roll-call"_s) : m_navigator.refuse(begun.error());
    });
    addToTitle(roll);
    m_now = new QWidget;
    auto *line = columnsOrRows(12);
    line->setContentsMargins(0, 0, 0, 0);
    m_now->setLayout(line);
    auto *people = new Card;
    m_rows = new DeskRows(services, navigator);
    people->body()->addWidget(m_rows);
    line->addWidget(people, 3);
    auto *beside = new QWidget;
    auto *cards = new QVBoxLayout(beside);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(10);
    m_inside = new Card(tr("Also in the building"));
    m_inside->setObjectName(u"alsoInside"_s);
    m_waiting = new Card(tr("Waiting at the desk"));
    m_waiting->setObjectName(u"waitingHere"_s);
    m_barred = new Card(tr("Not to be let in"));
    m_barred->setObjectName(u"notLetIn"_s);
    for (Card *card : {m_inside, m_waiting, m_barred})
        cards->addWidget(card);
    cards->addStretch();
    line->addWidget(ownScroll(beside), 2);
    if (!Theme::isLarge())
        m_now->setFixedHeight(Theme::scaled(kDeskHeight));
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_now); // below the title
    tabsAsShown(this);
    connect(this, &KindsPage::formShown, this, [this](bool isShown) { m_now->setVisible(!isShown); }); // a form has the whole room
    connect(this, &KindsPage::opened, this, [this](const KeptRow &row, QVBoxLayout *below) { showPeopleOn(row, below); });
    connect(m_rows, &DeskRows::moved, this, &DeskPage::showBeside);
    showBeside();
    m_rows->giveKeysToFilter();
}

void DeskPage::showBeside()
{
    keepingFocus(m_now, [this] {
        showInside();
        showWaiting();
        showNotLetIn();
    });
}

void DeskPage::addPress(Card *card, const QString &text, const QString &press, const QString &name, const std::function<Done()> &done)
{
    auto *line = columnsOrRows(8);
    line->addWidget(label(breakable(text), "", true), 1);
    auto *way = button(press);
    way->setObjectName(name);
    way->setAccessibleName(press + u": "_s + text);
    connect(
        way, &QPushButton::clicked, this,
        [this, done, press] {
            const Done ended = done();
            ended ? m_navigator.say(press) : m_navigator.refuse(ended.error());
        },
        Qt::QueuedConnection);
    line->addWidget(way, 0, Qt::AlignTop);
    card->body()->addLayout(line);
}

/// Visitors, contractors and staff.
void DeskPage::showInside()
{
    m_inside->clear();
    const Clock &clock = m_services.records.clock();
    FrontDesk &desk = m_services.frontDesk;
    const auto visitors = desk.visitorsIn();
    const auto contractors = desk.contractorsIn();
    if (!visitors || !contractors)
        return m_inside->body()->addWidget(label(words::error(!visitors ? visitors.error() : contractors.error()), "soft", true));
    for (const VisitorInside &one : *visitors) {
        const QString host = one.room.isEmpty() ? one.host : tr("%1, room %2").arg(one.host, one.room);
        addPress(m_inside, tr("%1 visits %2, since %3").arg(one.visitor.value.name, host, sinceAtDesk(one.visitor.value.cameAt, clock)),
            tr("Left"), u"visitorLeft-%1"_s.arg(one.visitor.id.value), [&desk, id = one.visitor.id] { return desk.visitorLeft(id); });
    }
    for (const Kept<Contractor> &one : *contractors)
        addPress(m_inside, tr("%1: %2, since %3").arg(one.value.firm, one.value.whatFor, sinceAtDesk(one.value.cameAt, clock)), tr("Left"),
            u"contractorLeft-%1"_s.arg(one.id.value), [&desk, id = one.id] { return desk.contractorLeft(id); });
    addStaff(m_inside->body());
}

void DeskPage::addStaff(QLayout *cards)
{
    FrontDesk &desk = m_services.frontDesk;
    const auto staff = desk.staffIn();
    if (!staff)
        return cards->addWidget(label(words::error(staff.error()), "soft", true));
    const Id<Staff> self = m_services.records.session().staff();
    bool isSelfIn = false;
    for (const StaffInside &one : *staff) {
        isSelfIn |= one.presence.value.staffId == self;
        addPress(m_inside, tr("%1, staff, since %2").arg(one.name, sinceAtDesk(one.presence.value.cameAt, m_services.records.clock())),
            tr("Left"), u"staffLeft-%1"_s.arg(one.presence.id.value), [&desk, id = one.presence.id] { return desk.staffLeft(id); });
    }
    if (isSelfIn || !m_services.records.mayAdd(recordType<StaffPresence>()))
        return;
    auto *here = button(tr("I am in the &building"));
    here->setObjectName(u"staffCame"_s);
    connect(
        here, &QPushButton::clicked, this,
        [this, self] { m_navigator.answer(m_services.frontDesk.staffCame(self), tr("You are on the roll call")); }, Qt::QueuedConnection);
    m_inside->body()->addWidget(here, 0, Qt::AlignLeft);
}

void DeskPage::showWaiting()
{
    m_waiting->clear();
    FrontDesk &desk = m_services.frontDesk;
    const auto waiting = desk.deliveriesWaiting();
    if (!waiting)
        return m_waiting->body()->addWidget(label(words::error(waiting.error()), "soft", true));
    for (const DeliveryHere &one : *waiting) {
        const QString whom = one.room.isEmpty() ? one.whom : tr("%1, room %2").arg(one.whom, one.room);
        const QString since = sinceAtDesk(one.delivery.value.cameAt, m_services.records.clock());
        addPress(m_waiting, tr("%1 for %2, since %3").arg(one.delivery.value.what, whom, since), tr("Handed over"),
            u"handedOver-%1"_s.arg(one.delivery.id.value), [&desk, id = one.delivery.id] { return desk.handedOver(id); });
    }
    if (waiting->isEmpty())
        m_waiting->body()->addWidget(label(tr("Nothing waits here."), "soft", true));
}

/// The fact alone; why stands in the record, for whoever may read it.
void DeskPage::showNotLetIn()
{
    m_barred->clear();
    const auto barred = m_services.frontDesk.notLetIn();
    if (!barred)
        return m_barred->body()->addWidget(label(words::error(barred.error()), "soft", true));
    const QDate today = m_services.records.today();
    for (const NotLetIn &one : *barred) {
        m_barred->body()->addWidget(
            label(breakable(one.described.isEmpty() ? one.who : one.who + u" · "_s + one.described), "strong", true));
        auto *line = wrappingLine(8);
        line->addWidget(label(tr("Not let in until %1; ring the manager").arg(words::weekday(one.untilOn, today)), "soft", true));
        if (one.mayReadReason) {
            auto *open = button(tr("Open"), "link");
            open->setObjectName(u"openBarring-%1"_s.arg(one.barring.value));
            open->setAccessibleName(tr("Open the barring of %1").arg(one.who));
            connect(
                open, &QPushButton::clicked, this,
                [this, id = one.barring.value] {
                    showRecord({u"barring"_s, id});
                },
                Qt::QueuedConnection);
            line->addWidget(open);
        }
        m_barred->body()->addLayout(line);
    }
    if (barred->isEmpty())
        m_barred->body()->addWidget(label(tr("Nobody."), "soft", true));
}

/// Below a roll call: who was on it, and when each was accounted for.
void DeskPage::showPeopleOn(const KeptRow &rollCall, QVBoxLayout *below)
{
    if (rollCall.row.type != &recordType<RollCall>())
        return;
    const auto now = m_services.rollCalls.read({rollCall.id});
    if (!now || now->lines.isEmpty())
        return;
    below->addWidget(label(words::rollCountTold(now->count), "strong", true));
    for (const bool isTicked : {false, true})
        for (const RollLine &line : now->lines) {
            if (line.entry.isTicked != isTicked || (!isTicked && !isLookedFor(line.entry)))
                continue;
            const QString who = words::whoOnRoll(line) + (line.entry.room.isEmpty() ? QString() : u" · "_s + words::roomOnRoll(line.entry));
            const QString said = isTicked ? tr("%1: accounted for %2").arg(who, words::tickedTold(line, m_services.records.clock()))
                                          : tr("%1: not accounted for").arg(who);
            below->addWidget(label(breakable(said), isTicked ? "soft" : "strong", true));
        }
}

void DeskPage::reload()
{
    KindsPage::reload();
    m_rows->reload();
    showBeside();
}

bool DeskPage::concerns(const QList<Change> &changes) const
{
    static const QList<const RecordType *> all{&recordType<DeskMovement>(), &recordType<Visitor>(), &recordType<Contractor>(),
        &recordType<Delivery>(), &recordType<StaffPresence>(), &recordType<Barring>(), &recordType<RollCall>(), &recordType<Stay>(),
        &recordType<Person>(), &recordType<Restriction>(), &recordType<NeedToKnow>()};
    static const QStringList away{u"nights_away"_s, u"hospital_stay"_s, u"custody_spell"_s, u"room"_s, u"house"_s};
    return KindsPage::concerns(changes) || anyShown(changes, {}, {.anybodys = all})
        || std::any_of(changes.cbegin(), changes.cend(), [](const Change &change) { return away.contains(change.kind); });
}

QVariantMap DeskPage::leftAs() const
{
    QVariantMap left = KindsPage::leftAs();
    left.insert(u"deskFilter"_s, m_rows->filter());
    return left;
}

void DeskPage::bringBack(const QVariantMap &left)
{
    QVariantMap lists = left;
    m_rows->setFilter(lists.take(u"deskFilter"_s).toString());
    KindsPage::bringBack(lists);
}

} // namespace keywork
