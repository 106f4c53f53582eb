// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_day.h"

#include "app/demo/areas.h"
#include "core/services/records/records.h"
#include "core/services/services.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kMorning = 8; ///< UTC, like every hour here

/// Names, goals and sentences of the demonstration; all invented.
QJsonObject readTexts()
{
    QJsonObject all;
    for (const QFileInfo &one : QDir(u":/keywork/demo"_s).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(one.filePath());
        const QJsonObject texts = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
        for (auto text = texts.begin(); text != texts.end(); ++text)
            all.insert(text.key(), text.value());
    }
    return all;
}

/// Hands each day to the areas, and asks itself again the next morning.
class Mornings {
public:
    explicit Mornings(DemoHouse &house)
        : m_house(house)
    {
        for (const DemoArea &area : demoAreas())
            house.sources.emplace_back(house.wish.seed, area.name);
    }
    void wake(QDate day)
    {
        if (day <= m_house.wish.end)
            m_house.agenda.add(QDateTime(day, QTime(kMorning, 0), Qt::UTC), [this, day] { return plan(day); });
    }

private:
    Done plan(QDate date)
    {
        if (m_house.wish.lived)
            m_house.wish.lived(m_house.calendar.start().daysTo(date), m_house.calendar.start().daysTo(m_house.wish.end));
        QList<DemoResidentPtr> referred;
        const auto &stays = m_house.calendar.stays();
        for (; m_next < stays.size() && stays[m_next].referredOn <= date; ++m_next) {
            const QDate leaves = stays[m_next].leavesOn;
            referred.append(std::make_shared<DemoResident>(DemoResident{stays[m_next], leaves.isValid() ? leaves : m_house.wish.end}));
        }
        m_coming += referred;
        QList<DemoResidentPtr> arriving;
        for (const DemoResidentPtr &resident : std::as_const(m_coming))
            if (resident->stay.arrivesOn == date)
                arriving.append(resident);
        m_coming.removeIf([date](const DemoResidentPtr &resident) { return resident->stay.arrivesOn <= date; });
        auto source = m_house.sources.begin();
        for (const DemoArea &area : demoAreas()) {
            DemoDay day{m_house, *source++, date, referred, arriving, m_house.calendar.notOffered(date)};
            if (Done planned = area.plan(day); !planned)
                return planned;
        }
        wake(date.addDays(1));
        return {};
    }

    DemoHouse &m_house;
    size_t m_next = 0;
    QList<DemoResidentPtr> m_coming;
};

} // namespace

DemoHouse::DemoHouse(Services &given, SetClock &time, const DemoWish &wanted, const QDateTime &last)
    : services(given)
    , clock(time)
    , wish(wanted)
    , until(last)
    , texts(readTexts())
    , calendar(wanted, int(texts[u"people"_s].toArray().size()))
{
}

void DemoDay::on(QDate day, int hour, DemoAgenda::Event event, DemoAgenda::Commit commit)
{
    if (day <= house.wish.end)
        house.agenda.add(QDateTime(day, QTime(hour, random.upTo(60)), Qt::UTC), std::move(event), commit);
}

void nameSomebody(const DemoHouse &house, DemoRandom &random, Person &person)
{
    const QJsonArray families = house.list(u"family");
    person.givenName = random.pick(house.list(u"given")).toString();
    person.familyName = random.pick(families).toString();
    const auto livesHere = [&house, &person] {
        return std::any_of(house.present.cbegin(), house.present.cend(),
            [&person](const DemoResidentPtr &one) { return one->firstName == person.givenName && one->familyName == person.familyName; });
    };
    qsizetype family = 0;
    while (families.at(family).toString() != person.familyName)
        ++family;
    for (qsizetype tried = 0; tried < families.size() && livesHere(); ++tried) // without another throw: nobody else is another then
        person.familyName = families.at((family + tried + 1) % families.size()).toString();
}

Done liveThrough(DemoHouse &house)
{
    Mornings mornings(house);
    mornings.wake(house.calendar.start());
    // The known people's birth dates stand, in whatever years the hostel lives.
    return house.services.records.withoutAsking([&] { return house.agenda.play(house.services.records, house.clock, house.until); });
}

} // namespace keywork
