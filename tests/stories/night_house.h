// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/barring.h"
#include "core/domain/handover.h"
#include "core/domain/room.h"
#include "core/domain/shift.h"
#include "core/services/care/timed_checks.h"
#include "core/services/house/attention.h"
#include "core/services/house/handovers.h"
#include "core/services/house/shifts.h"
#include "core/services/house/watch/watch_rule.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "tests/support/scripts.h"
#include "ui/shell/find_box.h"
#include "ui/text/words_handover.h"

#include <QListWidget>

namespace keywork::test {

using namespace Qt::StringLiterals;

inline const QDate kMonday(2026, 9, 14);
inline const QDate kTuesday(2026, 9, 15);

/// A house with two shifts. Ben is looked in on at two each night, Mia lives in room 8, room 9 is free.
struct NightHouse {
    Desk desk;
    Kept<Room> seven = aRoom(u"7"_s);
    Kept<Room> eight = aRoom(u"8"_s);
    Kept<Room> nine = aRoom(u"9"_s);
    Kept<Person> ben = aPerson().called(u"Ben"_s, u"Barker"_s).arrived(QDate(2026, 9, 1), seven.id).in(desk.made);
    Kept<Person> mia = aPerson().called(u"Mia"_s, u"Moss"_s).arrived(QDate(2026, 9, 2), eight.id).in(desk.made);
    Id<CheckSeries> checks;
    Screen &screen = desk.screen;

    NightHouse()
    {
        makeMember(desk.made, u"Rae Relief"_s, Role::Relief);
        makeMember(desk.made, u"Tomi Okoro"_s, Role::SupportWorker);
        Records &records = services().records;
        need(records.add(ShiftPattern{.name = u"Day"_s, .startsAt = {7, 30}, .endsAt = {22, 0}, .weekdays = kEveryDay}));
        need(records.add(ShiftPattern{.name = u"Night"_s, .startsAt = {22, 0}, .endsAt = {7, 30}, .weekdays = kEveryDay}));
        need(records.add(Barring{.name = u"Mick Stone"_s,
            .described = u"tall, red cap"_s,
            .fromOn = QDate(2026, 9, 1),
            .untilOn = QDate(2026, 10, 1),
            .reviewOn = QDate(2026, 9, 21),
            .reason = u"Threatened somebody at the door"_s,
            .decidedById = records.session().staff()}));
        checks = need(services().timedChecks.start({.personId = ben.id,
                          .reason = CheckReason::Welfare,
                          .fromAt = desk.made.clock.now(),
                          .rhythm = CheckRhythm::Hours,
                          .hours = u"02:00"_s,
                          .agreement = CheckAgreement::Agreed,
                          .agreedHow = u"Two knocks, then two people may come in"_s,
                          .watcherId = records.session().staff()}))
                     .id;
    }
    Kept<Room> aRoom(const QString &name) { return need(services().records.add(Room{.name = name})); }
    Services &services() { return desk.services(); }
    Workspace &workspace() { return *desk.window.workspace(); }
    void itIs(QDate day, int hour, int minute) { desk.made.clock.set(desk.made.clock.resolve(day, QTime(hour, minute)).earlier); }
    /// What the day shift hands over before the night begins.
    void dayHandsOver()
    {
        itIs(kMonday, 21, 55);
        Handover handover = Handovers::of(need(services().shifts.current()), kMonday);
        handover.words = u"The boiler man comes at ten."_s;
        const auto begun = need(services().handovers.begin(handover));
        const auto told = need(services().handovers.gather(begun.value.fromAt));
        need(services().handovers.finish(begun, words::linesToKeep(told, services())));
    }
    void comesOn(const QString &name)
    {
        signInWith(desk.made, name, name == kManager ? kPassword : kTheirs);
        desk.window.enter(shared(desk.made));
        desk.window.activateWindow();
        Screen::settle();
    }
    void goesOff()
    {
        desk.window.lock();
        Screen::settle();
    }
    /// Ctrl+K, a few letters, Enter on what is meant.
    void find(const QString &typed, const QString &line)
    {
        FindBox *box = workspace().find();
        box->setText(typed);
        box->search();
        for (int i = 0; i < box->results()->count(); ++i)
            if (box->results()->item(i)->text().contains(line))
                box->results()->setCurrentRow(i);
        QTest::keyClick(box, Qt::Key_Return);
        Screen::settle();
    }
    void chooseNamed(const QString &column, const QString &name)
    {
        auto *box = screen.find<QComboBox>(column);
        const int index = box->findText(name);
        INFO(column.toStdString() << ' ' << name.toStdString());
        REQUIRE(index >= 0);
        box->setCurrentIndex(index);
        Screen::settle();
    }
    QStringList today()
    {
        QStringList codes;
        for (const WatchItem &item : need(services().attention.today()))
            codes.append(item.code());
        return codes;
    }
    /// Whether a label in view says so, wherever its line breaks.
    bool says(const QString &text)
    {
        for (const QLabel *label : desk.window.findChildren<QLabel *>())
            if (label->isVisibleTo(&desk.window) && QString(label->text()).remove(QChar(0x200b)).contains(text))
                return true;
        return false;
    }
    bool offersToAcknowledge()
    {
        for (const QAbstractButton *button : desk.window.findChildren<QAbstractButton *>(u"acknowledgeHandover"_s))
            if (button->isVisibleTo(&desk.window))
                return true;
        return false;
    }
    Kept<Handover> lastHandover()
    {
        const auto now = need(services().handovers.now());
        REQUIRE(now.last.has_value());
        return *now.last;
    }
    QList<Kept<TimedCheck>> done() { return need(services().timedChecks.one(checks)).checks; }
    template <class T> qsizetype kept() { return need(services().records.all<T>()).size(); }
};

} // namespace keywork::test
