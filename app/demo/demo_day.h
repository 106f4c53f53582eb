// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/agenda.h"
#include "app/demo/calendar.h"
#include "core/domain/agency.h"
#include "core/domain/person.h"
#include "core/domain/room.h"
#include "core/domain/stay.h"
#include "core/services/services.h"

#include <QJsonObject>
#include <list>
#include <memory>

namespace keywork {

/// A resident for one stay, from the day they are referred. Areas keep what they need of their own beside it.
struct DemoResident {
    DemoStay stay;
    QDate until; ///< the day they leave, or the demonstration's end
    Id<Person> id = {}; ///< from the day of referral on
    QString firstName = {};
    QString familyName = {};
    std::optional<Kept<ReferralIn>> referral = {};
    std::optional<Kept<Stay>> kept = {}; ///< from the day on which they were accepted

    /// The first of those who are here at the end have names of their own.
    int number() const { return stay.number; }
    bool returns() const { return stay.returnsFrom >= 0; }
};
using DemoResidentPtr = std::shared_ptr<DemoResident>;

/// The house of the demonstration: what areas share. Holds those who are here or come soon, never everybody.
struct DemoHouse {
    DemoHouse(Services &services, SetClock &clock, const DemoWish &wish, const QDateTime &until = {});

    Services &services;
    SetClock &clock;
    const DemoWish &wish;
    const QDateTime until; ///< what happens later on the last day bears this moment; invalid: nothing does
    const QJsonObject texts; ///< every file of resources/demo, one object
    const DemoCalendar calendar;
    DemoAgenda agenda = {};
    QList<Kept<Staff>> team = {}; ///< who works here now, without the demonstration's manager
    QList<Id<Room>> rooms = {}; ///< one a bed
    QList<Kept<Agency>> agencies = {};
    QList<DemoResidentPtr> present = {}; ///< who has a room at this moment
    QHash<int, Id<Person>> comingBack = {}; ///< by the number of the stay that they will have left

    QJsonArray list(QStringView name) const { return texts[name].toArray(); }
    QDate today() const { return clock.today(); }
    const Kept<Staff> &someone(DemoRandom &random) const { return random.pick(team); }
    std::list<DemoRandom> sources = {}; ///< one an area, in the order of the areas
};

/// One day, as an area sees it in the morning. What it lets happen keeps `house` and `random` by reference, which
/// outlive the day; the DemoDay does not.
struct DemoDay {
    DemoHouse &house;
    DemoRandom &random; ///< the area's own: no other area's data change with it
    QDate date;
    QList<DemoResidentPtr> referred = {}; ///< today: whoever will get a place
    QList<DemoResidentPtr> arriving = {}; ///< today: they have their room from noon on
    int notOffered = 0; ///< referred today without ever getting a place

    bool isFirst() const { return date == house.calendar.start(); }
    /// Later today, in the hour (9 to 22, UTC). New arrivals are in their room from 12 on; who leaves is here until 15.
    void at(int hour, DemoAgenda::Event event) { on(date, hour, std::move(event)); }
    /// On a day to come; nothing happens after the end.
    void on(QDate day, int hour, DemoAgenda::Event event, DemoAgenda::Commit commit = DemoAgenda::Commit::Shared);
};

/// A name that nobody has who lives in the house now: they are not referred to it.
void nameSomebody(const DemoHouse &house, DemoRandom &random, Person &person);

/// Lives through the years day by day.
Done liveThrough(DemoHouse &house);

} // namespace keywork
