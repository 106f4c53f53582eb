// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/services/watch/year.h"
#include "tests/support/campaign.h"

#include <QElapsedTimer>
#include <QMap>
#include <iostream>

namespace keywork::test::year_test {

namespace {

using year::Plant;
using year::Year;

QList<Plant> allPlants()
{
    return year_care_plants::plants() + year_sharing_plants::plants() + year_incident_plants::plants() + year_risk_plants::plants()
        + year_treatment_plants::plants() + year_house_plants::plants() + year_shift_plants::plants();
}

/// Rules that no plant brings about, with the reason.
const QMap<QString, QString> &notPlanted()
{
    static const QMap<QString, QString> reasons{
        {u"clock_behind"_s, u"the year's clock never goes back (clock_set_back_test)"_s},
        {u"overdose_unread"_s, u"said to roles that may not read all; the year is read by a manager (risk_rules_test)"_s},
        {u"safeguarding_yours"_s, u"said to whoever raised it and is no manager (safeguarding_rules_test)"_s},
        {u"safeguarding_yours_in_hand"_s, u"the same"_s},
        {u"handover_unread"_s, u"said to whoever did not write it; the year has one reader (the tests of handover)"_s},
        {u"handover_missing"_s, u"the house of the year has no shifts on file (the tests of handover)"_s},
        {u"custody_second_name"_s, u"the second name is a colleague's, and the year has one reader (custody_rules_test)"_s},
        {u"check_missed"_s, u"the run of missed checks has an oracle of its own (timed_checks_test)"_s},
        {u"death_steps"_s, u"a death brings a review, steps and talks (incident_rules_test)"_s},
        {u"debrief_wanted"_s, u"the same"_s},
        {u"notice_ending"_s, u"a notice brings the lines of leaving with it (notice_rules_test)"_s},
        {u"notice_over"_s, u"the same"_s},
        {u"notice_plan_missing"_s, u"the same"_s},
        {u"notice_plan_review"_s, u"the same"_s},
        {u"moving_day_open"_s, u"what is open hangs on treatment as well (move_on_rules_test)"_s},
        {u"follow_up_due"_s, u"nobody of the plan leaves for good (move_on_rules_test)"_s},
        {u"key_not_back"_s, u"the same (room_rules_test)"_s},
        {u"custody_gone"_s, u"nobody of the plan leaves for good (custody_rules_test)"_s},
    };
    return reasons;
}

/// Each resident has one plant after another for themselves, all plants in turn, by chance in another order.
void plantPeople(Year &year)
{
    QList<Plant> plants;
    for (const Plant &plant : allPlants())
        if (plant.ofPerson)
            plants.append(plant);
    std::vector<int> order;
    for (int i = 0; i < plants.size(); ++i)
        order.push_back(i);
    for (int i = int(order.size()) - 1; i > 0; --i)
        std::swap(order[size_t(i)], order[size_t(year.chance(i + 1))]);
    size_t next = 0;
    for (const Id<Person> person : year.residents()) {
        QDate on = year.first().addDays(1 + year.chance(20));
        while (true) {
            const Plant &plant = plants.at(order[next % order.size()]);
            if (on.addDays(plant.days + 2) > year.last())
                break;
            plant.ofPerson(year, person, on);
            ++next;
            on = on.addDays(plant.days + 3 + year.chance(4));
        }
    }
}

void plantHouse(Year &year)
{
    for (const Plant &plant : allPlants()) {
        if (!plant.ofHouse)
            continue;
        const int about = 40 + year.chance(30); // days between one and the next of its sort
        QDate on = year.first().addDays(3 + year.chance(20));
        if (plant.days > 366) {
            plant.ofHouse(year, plant.codes.first() == u"backup_overdue" ? year.last().addDays(-20) : on);
            continue;
        }
        for (; on.addDays(plant.days + 2) <= year.last(); on = on.addDays(plant.days + about))
            plant.ofHouse(year, on);
    }
}

struct House {
    int year;
    int planned;
    int quiet;
    bool everyMorning;
};

void liveThrough(const House &wanted, quint32 seed)
{
    QElapsedTimer time;
    time.start();
    Year year(wanted.year, wanted.planned, wanted.quiet, seed);
    plantPeople(year);
    plantHouse(year);
    QSet<QString> codes;
    for (const year::Must &must : year.musts())
        codes.insert(must.code);
    const Year::Lived lived = year.live(wanted.everyMorning);
    INFO("year " << wanted.year << ", seed " << seed << ", planted " << year.musts().size() << " lines of " << codes.size() << " rules\n"
                 << lived.wrong.join(u'\n').toStdString());
    CHECK(lived.wrong.isEmpty());
    CHECK(lived.lines > 300);
    std::cout << "    " << wanted.year << ": " << year.musts().size() << " lines of " << codes.size() << " rules planted, Today read "
              << lived.readings << " times, " << double(time.elapsed()) / 1000 << " s\n";
}

} // namespace

TEST_CASE("Every rule of Today is planted in the year of the house, or stands in a short list with the reason")
{
    QStringList planted;
    for (const Plant &plant : allPlants())
        planted += plant.codes;
    for (const WatchRule *rule : watchRules()) {
        const QString code = QString::fromLatin1(rule->code);
        INFO(rule->code);
        CHECK(planted.contains(code) != notPlanted().contains(code));
    }
    for (const QString &code : planted + notPlanted().keys()) {
        INFO(code.toStdString());
        CHECK(watchRuleOf(code)); // nothing is planted that no rule watches any more
    }
}

TEST_CASE("In a year of the house everything that was planted stands on Today from its moment until its end, and nothing else")
{
    const quint32 seed = 20260914;
    if (Size::isFull()) {
        liveThrough({2028, 44, 16, true}, seed); // a leap year, with both changes of the clocks
        liveThrough({2027, 44, 16, true}, seed + 1);
    } else {
        liveThrough({2028, 6, 4, false}, seed);
    }
}

TEST_CASE("Today asks as often after a year as after a month")
{
    Year year(2028, 0, 12, 7);
    for (const Plant &plant : allPlants())
        if (plant.codes == QStringList{u"awareness_day"_s}) // the calendar brings them
            plant.ofHouse(year, year.first());
    const Year::Lived lived = year.live(false);
    INFO(lived.wrong.join(u'\n').toStdString());
    CHECK(lived.wrong.isEmpty()); // a quiet house
    CHECK(lived.statementsEarly > 0);
    CHECK(lived.statementsLate <= lived.statementsEarly + 3);
}

} // namespace keywork::test::year_test
