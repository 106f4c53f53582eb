// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/check_round.h"

#include "core/base/text.h"
#include "core/domain/room.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "ui/text/say.h"
#include "ui/text/words.h"
#include "ui/text/words_checks.h"

#include <algorithm>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

struct Walk {
    QHash<QString, Room> rooms; ///< by name
    bool hasBuildings = false;
};

Walk walkOf(const Services &services)
{
    Walk walk;
    std::set<QString> buildings;
    const auto rooms = services.records.all<Room>();
    for (const Kept<Room> &room : rooms ? *rooms : QList<Kept<Room>>()) {
        walk.rooms.insert(room.value.name, room.value);
        buildings.insert(room.value.building);
    }
    walk.hasBuildings = buildings.size() > 1;
    return walk;
}

QString floorSaid(const Room &room, bool withBuilding)
{
    QStringList parts{room.floor};
    if (withBuilding)
        parts.prepend(room.building);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace

QList<RoundLine> roundLines(const QList<ChecksOnFile> &running, const Services &services)
{
    QList<Id<Person>> people;
    for (const ChecksOnFile &checks : running)
        if (const Id<Person> person = checks.series.value.personId; person && !people.contains(person))
            people.append(person);
    QHash<qint64, QString> roomOf;
    if (const auto lines = services.people.lines(people))
        for (const ResidentLine &line : *lines)
            roomOf.insert(line.person.id.value, line.room);
    const Walk walk = walkOf(services);
    QList<RoundLine> found;
    QHash<QString, QString> lowest; ///< of a floor, the key of its first room
    for (const ChecksOnFile &checks : running) {
        RoundLine line{checks, whoIsChecked(checks, services), {}, roomOf.value(checks.series.value.personId.value)};
        line.floor = floorSaid(walk.rooms.value(line.room), walk.hasBuildings);
        const QString key = orderKey(line.room);
        if (!lowest.contains(line.floor) || key < lowest.value(line.floor))
            lowest.insert(line.floor, key);
        found.append(line);
    }
    std::stable_sort(found.begin(), found.end(), [&](const RoundLine &a, const RoundLine &b) {
        const auto rank = [&](const RoundLine &line) {
            return std::tuple(line.room.isEmpty(), orderKey(walk.rooms.value(line.room).building), lowest.value(line.floor),
                orderKey(line.floor), orderKey(line.room), orderKey(line.who));
        };
        return rank(a) < rank(b);
    });
    return found;
}

QString roundDue(const RoundLine &line, const Services &services)
{
    QStringList parts{whenChecked(line.checks, services.records.clock())};
    if (const QString away = whyPaused(line.checks, services); !away.isEmpty())
        parts.prepend(away);
    int missed = 0;
    for (const MissedChecks &run : line.checks.missed)
        missed += run.count;
    if (missed > 0)
        parts.append(say(QT_TRANSLATE_NOOP("words", "%1 missed")).arg(missed));
    return parts.join(u" · "_s);
}

QString roundDone(const RoundLine &line, const Clock &clock)
{
    if (line.checks.checks.isEmpty())
        return {};
    const TimedCheck &last = line.checks.checks.last().value;
    const QDateTime at = clock.local(last.doneAt);
    return (at.date() == clock.today() ? time(at) : moment(at)) + u", "_s + shortLabelFor(last.result);
}

} // namespace keywork::words
