// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_rooms.h"

#include "ui/text/say.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

constexpr int kPerCent = 100;

QString withCapital(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

/// The time of today, or the day.
QString sinceWhen(const QDateTime &local, QDate today) { return local.date() == today ? time(local) : weekday(local.date(), today); }

QString expectedIn(const RoomOnBoard &room, QDate today)
{
    const Stay &stay = room.expected->stay->value;
    if (!stay.expectedOn)
        return say(QT_TRANSLATE_NOOP("words", "Held for an arrival"));
    return *stay.expectedOn == today ? say(QT_TRANSLATE_NOOP("words", "Arrival today"))
        : *stay.expectedOn < today   ? say(QT_TRANSLATE_NOOP("words", "Arrival was due %1")).arg(weekday(*stay.expectedOn, today))
                                     : say(QT_TRANSLATE_NOOP("words", "Arrival %1")).arg(weekday(*stay.expectedOn, today));
}

} // namespace

QString roomNamed(const QString &name) { return say(QT_TRANSLATE_NOOP("words", "Room %1")).arg(name); }

QString floorOf(const Room &room)
{
    QStringList said;
    if (!room.floor.isEmpty())
        said.append(room.floor.contains(u' ') ? room.floor : say(QT_TRANSLATE_NOOP("words", "%1 floor")).arg(room.floor));
    if (!room.building.isEmpty())
        said.append(room.building);
    return said.join(u" · "_s);
}

QString roomSince(const RoomOnBoard &room, QDate today)
{
    if (!room.since.isValid())
        return {};
    if (room.who)
        return room.since == today ? say(QT_TRANSLATE_NOOP("words", "here since today")) : duration(room.since, today);
    const qint64 days = room.since.daysTo(today);
    return days <= 0 ? say(QT_TRANSLATE_NOOP("words", "void today"))
        : days == 1  ? say(QT_TRANSLATE_NOOP("words", "void 1 day"))
                     : say(QT_TRANSLATE_NOOP("words", "void %1 days")).arg(days);
}

QString roomsInUse(const RoomBoard &board, std::optional<int> inBuilding)
{
    const QString inUse = say(QT_TRANSLATE_NOOP("words", "%1 of %2 in use")).arg(board.tonight.occupied).arg(board.tonight.beds);
    return inBuilding ? inUse + u" · "_s + say(QT_TRANSLATE_NOOP("words", "%1 in the building now")).arg(*inBuilding) : inUse;
}

RoomPill whereabouts(const PersonPresence &presence, const std::optional<AwaySpell> &away, const Clock &clock)
{
    const QDate today = clock.today();
    const QDateTime since = clock.local(presence.state.since);
    switch (presence.state.where) {
    case Whereabouts::In:
        return {say(QT_TRANSLATE_NOOP("words", "In")), "done"};
    case Whereabouts::Out:
        return {say(QT_TRANSLATE_NOOP("words", "Out since %1")).arg(sinceWhen(since, today)), "neutral"};
    case Whereabouts::Away: {
        const auto why = fromCode<AwayWhy>(presence.awayWhy);
        if (why && *why != AwayWhy::Nights)
            return {withCapital(labelFor(*why)), "neutral"};
        const qint64 nights = away ? away->from.daysTo(today) : 0;
        return {nights <= 0   ? say(QT_TRANSLATE_NOOP("words", "Away tonight"))
                : nights == 1 ? say(QT_TRANSLATE_NOOP("words", "Away 1 night"))
                              : say(QT_TRANSLATE_NOOP("words", "Away %1 nights")).arg(nights),
            "attention"};
    }
    case Whereabouts::NotKnown:
        break;
    }
    return {say(QT_TRANSLATE_NOOP("words", "Not known if in")), "attention"};
}

QString emptyBecause(const RoomVoid &empty, const ChoiceSource &choices, QDate today)
{
    const QString why = choice(choices, u"room_void_why"_s, empty.why.code);
    if (!empty.expectedOn)
        return why;
    return say(
        *empty.expectedOn < today ? QT_TRANSLATE_NOOP("words", "%1, was to be ready %2") : QT_TRANSLATE_NOOP("words", "%1, ready %2"))
        .arg(why, weekday(*empty.expectedOn, today));
}

QList<RoomPill> roomPills(const RoomOnBoard &room, const ChoiceSource &choices, QDate today)
{
    QList<RoomPill> pills;
    if (room.isFreeTonight)
        pills.append({say(QT_TRANSLATE_NOOP("words", "Free tonight")), "done"});
    if (room.emptyBecause)
        pills.append({emptyBecause(room.emptyBecause->value, choices, today), "neutral"});
    if (room.expected && room.expected->stay && !room.who)
        pills.append({expectedIn(room, today), "primary"});
    if (room.room.value.outOfUse)
        pills.append({say(QT_TRANSLATE_NOOP("words", "Out of use")), "attention"});
    const bool isUrgent
        = std::any_of(room.repairs.cbegin(), room.repairs.cend(), [](const Kept<RoomRepair> &repair) { return repair.value.isUrgent; });
    if (isUrgent)
        pills.append({say(QT_TRANSLATE_NOOP("words", "Urgent repair")), "attention"});
    else if (!room.repairs.isEmpty())
        pills.append({say(QT_TRANSLATE_NOOP("words", "Repair")), "neutral"});
    if (room.room.value.stepFree)
        pills.append({say(QT_TRANSLATE_NOOP("words", "Step-free")), "neutral"});
    return pills;
}

QString comingWhat(ComingWhat what)
{
    switch (what) {
    case ComingWhat::Arrival:
        return say(QT_TRANSLATE_NOOP("words", "Arrival"));
    case ComingWhat::NightsAway:
        return say(QT_TRANSLATE_NOOP("words", "Away from then on"));
    case ComingWhat::Back:
        return say(QT_TRANSLATE_NOOP("words", "Back"));
    case ComingWhat::Appointment:
        break;
    }
    return say(QT_TRANSLATE_NOOP("words", "Appointment"));
}

QString comingText(const ComingLine &line)
{
    QString text = line.name;
    if (line.what == ComingWhat::Arrival && !line.room.isEmpty())
        text = say(QT_TRANSLATE_NOOP("words", "%1 to room %2")).arg(line.name, line.room);
    if (!line.text.isEmpty())
        text += u", "_s + line.text;
    return line.isLate ? say(QT_TRANSLATE_NOOP("words", "%1 (that day is over)")).arg(text) : text;
}

QString nightsCount(qint64 nights)
{
    return nights == 1 ? say(QT_TRANSLATE_NOOP("words", "1 night")) : say(QT_TRANSLATE_NOOP("words", "%1 nights")).arg(nights);
}

QString timeInRoom(const TimeInRoom &time, QDate today)
{
    if (!time.nights.until)
        return say(QT_TRANSLATE_NOOP("words", "since %1")).arg(date(time.nights.from)) + u" · "_s
            + nightsCount(time.nights.from.daysTo(today));
    const QString days = say(QT_TRANSLATE_NOOP("words", "%1 to %2")).arg(date(time.nights.from), date(*time.nights.until));
    const QString told = days + u" · "_s + nightsCount(time.nights.from.daysTo(*time.nights.until));
    return time.movedOut ? told + u" · "_s + say(QT_TRANSLATE_NOOP("words", "then another room")) : told;
}

QString nightSums(const NightSums &sums)
{
    const qint64 percent = sums.beds > 0 ? (sums.occupied * kPerCent + sums.beds / 2) / sums.beds : 0;
    QString said = say(QT_TRANSLATE_NOOP("words", "%1 of %2 nights occupied (%3 %), %4 void; of the occupied %5 away"))
                       .arg(sums.occupied)
                       .arg(sums.beds)
                       .arg(percent)
                       .arg(sums.empty)
                       .arg(sums.away);
    if (sums.withoutRoom > 0)
        said += u"; "_s + say(QT_TRANSLATE_NOOP("words", "%1 nights of people without a room")).arg(sums.withoutRoom);
    return said;
}

} // namespace keywork::words
