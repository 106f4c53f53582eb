// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/watch/watch_facts.h"

#include "core/domain/agency.h"
#include "core/rules/appointment_watch.h"
#include "core/services/care/treatment_reading.h"
#include "core/services/records/records.h"
#include "core/services/records/visibility.h"
#include "core/storage/watching.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Result<QHash<qint64, QString>> agencyNames(const Records &records)
{
    const auto agencies = records.all<Agency>({.withWithdrawn = true});
    if (!agencies)
        return agencies.error();
    QHash<qint64, QString> names;
    for (const Kept<Agency> &agency : *agencies)
        names.insert(agency.id.value, agency.value.name);
    return names;
}

Result<QHash<qint64, Kept<Staff>>> teamById(const Records &records)
{
    const auto team = records.all<Staff>({.withWithdrawn = true});
    if (!team)
        return team.error();
    QHash<qint64, Kept<Staff>> byId;
    for (const Kept<Staff> &member : *team)
        byId.insert(member.id.value, member);
    return byId;
}

} // namespace

const Result<QHash<qint64, Kept<Staff>>> &WatchFacts::team() const
{
    if (!m_team)
        m_team = teamById(m_records);
    return *m_team;
}

const Result<QHash<qint64, PersonTreatment>> &WatchFacts::treatment() const
{
    if (!m_treatment) {
        QList<qint64> people;
        if (here())
            for (const ResidentLine &line : *here())
                people.append(line.person.id.value);
        m_treatment = here() ? readTreatment(m_records, people, m_today) : Result<QHash<qint64, PersonTreatment>>(here().error());
    }
    return *m_treatment;
}

const Result<QList<ChecksOnFile>> &WatchFacts::checks() const
{
    if (!m_checks) {
        m_checks = readChecks(m_records, clock().latest().addSecs(-kMissedToldHours * 3600));
        if (*m_checks)
            hideWhatIsClosed(**m_checks, m_records);
    }
    return *m_checks;
}

Result<bool> WatchFacts::escortIsGone(const Appointment &appointment) const
{
    if (!appointment.goesAlongId)
        return false;
    if (!team())
        return team().error();
    const auto member = team()->constFind(appointment.goesAlongId.value);
    return member == team()->constEnd() || member->withdrawn || member->value.hasLeft(clock().local(appointment.startsAt).date());
}

const Result<QList<KeptRow>> &WatchFacts::appointmentsAlone() const
{
    if (!m_appointmentsAlone) {
        // Of today only what has not begun: then nobody can go along any more.
        const QDateTime from = m_today == clock().today() ? clock().now() : clock().startOf(m_today);
        m_appointmentsAlone = appointmentsToAccompany(
            database(), from, clock().startOf(m_today.addDays(kEscortMissingDays + 1)), accompaniedEachTime(), accompaniedFirstTime());
        for (const KeptRow &row : *m_appointmentsAlone ? **m_appointmentsAlone : QList<KeptRow>())
            changeAt(fromStoredText(row.row.text(u"starts_at"_s)).addMSecs(1)); // begun
    }
    return *m_appointmentsAlone;
}

Result<QList<WatchItem>> WatchFacts::ofAppointments(const QList<KeptRow> &rows) const
{
    auto items = ofRecordsOn<Appointment>(rows, [this](const Kept<Appointment> &one) { return clock().local(one.value.startsAt).date(); });
    for (qsizetype i = 0; items && i < items->size(); ++i) {
        const auto appointment = recordType<Appointment>().fromRow(rows.at(i).row); // read before
        QMap<QString, QString> &places = (*items)[i].places;
        places.insert(u"purpose"_s, appointment->purpose);
        places.insert(u"time"_s, clock().local(appointment->startsAt).toString(u"HH:mm"_s));
        if (!isAccompanied(*appointment))
            continue;
        if (appointment->goesAlongId && !team())
            return team().error();
        QStringList who{appointment->goesAlongOther};
        if (appointment->goesAlongId)
            who.prepend(team()->value(appointment->goesAlongId.value).value.name);
        who.removeAll(QString());
        places.insert(u"who"_s, who.join(u", "_s));
    }
    return items;
}

WatchFacts::Lines WatchFacts::openLines(ResidentGroup group) const
{
    auto lines = m_people.residents(group, m_today);
    if (lines)
        lines->removeIf([](const ResidentLine &line) { return line.isClosed; });
    return lines;
}

const WatchFacts::Lines &WatchFacts::here() const
{
    if (!m_here)
        m_here = openLines(ResidentGroup::HereNow);
    return *m_here;
}

const WatchFacts::Lines &WatchFacts::expected() const
{
    if (!m_expected)
        m_expected = openLines(ResidentGroup::Expected);
    return *m_expected;
}

Result<QList<qint64>> WatchFacts::peopleHere() const
{
    if (!here())
        return here().error();
    QList<qint64> people;
    for (const ResidentLine &line : *here())
        people.append(line.person.id.value);
    return people;
}

const Result<AwayOnFile> &WatchFacts::away() const
{
    if (!m_away) {
        const auto people = peopleHere();
        m_away = people ? readAway(m_records, *people, m_today) : Result<AwayOnFile>(people.error());
    }
    return *m_away;
}

const Result<QHash<qint64, QString>> &WatchFacts::agencies() const
{
    if (!m_agencies)
        m_agencies = agencyNames(m_records);
    return *m_agencies;
}

Result<QList<WatchItem>> WatchFacts::ofResidents(const Lines &lines, const Fact &fact)
{
    if (!lines)
        return lines.error();
    QList<WatchItem> items;
    for (const ResidentLine &line : *lines)
        if (auto item = fact(line)) {
            item->subject = {QString::fromLatin1(recordType<Person>().table), line.person.id.value, line.person.id};
            items.append(*item);
        }
    return items;
}

/// Of a closed record the room is known, and no line of it was read before.
Done WatchFacts::addRoomsOfClosed(QHash<qint64, Named> &names) const
{
    QList<Id<Person>> closed;
    for (auto it = names.cbegin(); it != names.cend(); ++it)
        if (m_records.closed().isClosed(it.key()))
            closed.append(Id<Person>{it.key()});
    const auto lines = closed.isEmpty() ? Result<QList<ResidentLine>>(QList<ResidentLine>()) : m_people.lines(closed);
    if (!lines)
        return lines.error();
    for (const ResidentLine &line : *lines)
        names[line.person.id.value].room = line.room;
    return {};
}

Done WatchFacts::nameResidents(QList<WatchItem> &items) const
{
    items.removeIf([this](const WatchItem &item) {
        return m_records.closed().isClosed(item.subject.person.value) && !(item.rule && item.rule->tellsOfClosed);
    });
    QHash<qint64, Named> names;
    for (const std::optional<Lines> *lines : {&m_expected, &m_here}) // whoever is in both is here
        if (*lines && **lines)
            for (const ResidentLine &line : ***lines)
                names.insert(line.person.id.value, {line.person.value.displayName(), line.room});
    QList<qint64> others;
    for (const WatchItem &item : std::as_const(items))
        if (const qint64 person = item.subject.person.value; person > 0 && !names.contains(person) && !others.contains(person))
            others.append(person);
    const auto rows = others.isEmpty() ? QList<KeptRow>() : peopleWithIds(m_records.database(), others);
    if (!rows)
        return rows.error();
    for (const KeptRow &row : *rows) {
        KeptRow readable = row;
        readable.row = readablePart(row.row, m_records.session());
        const auto person = asKind<Person>(readable);
        if (!person)
            return person.error();
        names.insert(row.id, {person->value.displayName(), {}});
    }
    if (Done rooms = addRoomsOfClosed(names); !rooms)
        return rooms.error();
    items.removeIf([&](const WatchItem &item) { return item.subject.person && !names.contains(item.subject.person.value); });
    for (WatchItem &item : items)
        if (item.subject.person) {
            item.name = names.value(item.subject.person.value).name;
            item.room = names.value(item.subject.person.value).room;
        }
    return {};
}

} // namespace keywork
