// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/appointment_lines.h"

#include "core/services/care/appointments.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/text/say.h"
#include "ui/text/timeline_words.h"
#include "ui/text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// What they are called, as far as whoever is signed in may know.
QHash<qint64, QString> calledBy(const Records &records, const RecordType &type, const QList<qint64> &ids)
{
    QHash<qint64, QString> names;
    const auto rows = ids.isEmpty() ? Result<QList<KeptRow>>(QList<KeptRow>()) : records.some(type, ids);
    for (const KeptRow &row : rows ? *rows : QList<KeptRow>())
        names.insert(row.id, words::nameOf(row.row, records));
    return names;
}

template <class T> void note(QList<qint64> &ids, Id<T> id)
{
    if (id && !ids.contains(id.value))
        ids.append(id.value);
}

} // namespace

Result<QList<AppointmentLine>> appointmentLines(const Services &services, const QList<Kept<Appointment>> &appointments)
{
    QList<qint64> agencies;
    QList<qint64> team;
    QList<qint64> people;
    for (const Kept<Appointment> &one : appointments) {
        note(agencies, one.value.agencyId);
        note(team, one.value.goesAlongId);
        note(people, one.value.personId);
    }
    QList<Id<Person>> residents;
    for (const qint64 id : std::as_const(people))
        residents.append(Id<Person>{id});
    const auto known = residents.isEmpty() ? Result<QList<ResidentLine>>(QList<ResidentLine>()) : services.people.lines(residents);
    if (!known)
        return known.error();
    QHash<qint64, const ResidentLine *> byId;
    for (const ResidentLine &line : *known)
        byId.insert(line.person.id.value, &line);
    const auto agencyNames = calledBy(services.records, recordType<Agency>(), agencies);
    const auto teamNames = calledBy(services.records, recordType<Staff>(), team);
    QList<AppointmentLine> lines;
    for (const Kept<Appointment> &one : appointments) {
        AppointmentLine line{one, services.records.clock().local(one.value.startsAt), {}, {}, {}, {}};
        if (const ResidentLine *resident = byId.value(one.value.personId.value)) {
            line.resident = resident->person.value.displayName();
            line.room = resident->room;
        }
        line.withWhom = words::dotted({agencyNames.value(one.value.agencyId.value), one.value.withWhom});
        line.goesAlong = words::dotted({teamNames.value(one.value.goesAlongId.value), one.value.goesAlongOther});
        lines.append(line);
    }
    return lines;
}

Result<QList<AppointmentLine>> appointmentLines(const Services &services, QDate first, QDate last, Id<Person> person)
{
    const auto appointments = services.appointments.between(first, last, person);
    return appointments ? appointmentLines(services, *appointments) : Result<QList<AppointmentLine>>(appointments.error());
}

namespace words {

QString dotted(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString withRoom(const AppointmentLine &line)
{
    return line.room.isEmpty() ? line.resident : line.resident + u" · "_s + say(QT_TRANSLATE_NOOP("words", "Room %1")).arg(line.room);
}

QString goesAlong(const AppointmentLine &line)
{
    return line.goesAlong.isEmpty() ? QString() : say(QT_TRANSLATE_NOOP("words", "goes along: %1")).arg(line.goesAlong);
}

QString attendance(const AttendanceAroundArrival &around)
{
    QStringList parts;
    if (const auto rate = around.since.percent())
        parts.append(say(QT_TRANSLATE_NOOP("words", "Kept %1 of %2 since arriving (%3 %)"))
                         .arg(QString::number(around.since.kept), QString::number(around.since.all()), QString::number(*rate)));
    if (around.before.all() > 0) {
        const char *said = parts.isEmpty() ? QT_TRANSLATE_NOOP("words", "Before arriving: kept %1 of %2")
                                           : QT_TRANSLATE_NOOP("words", "before: %1 of %2");
        parts.append(say(said).arg(around.before.kept).arg(around.before.all()));
    }
    return parts.isEmpty() ? say(QT_TRANSLATE_NOOP("words", "No appointments yet")) : parts.join(u" · "_s);
}

QStringList attendanceByAgency(const QMap<QString, AttendanceAroundArrival> &counted, const ChoiceSource &choices)
{
    QStringList lines;
    for (auto it = counted.cbegin(); it != counted.cend(); ++it)
        lines.append(say(QT_TRANSLATE_NOOP("words", "%1: %2")).arg(choices.label(u"agency_category"_s, it.key()), attendance(it.value())));
    return lines;
}

QString repeated(const QList<Appointment> &planned, const Clock &clock)
{
    if (planned.isEmpty())
        return say(QT_TRANSLATE_NOOP("words", "Until which day, or how many times?"));
    const QString last = weekday(clock.local(planned.last().startsAt).date(), clock.today());
    if (planned.size() == 1)
        return say(QT_TRANSLATE_NOOP("words", "1 appointment, on %1")).arg(last);
    return say(QT_TRANSLATE_NOOP("words", "%1 appointments, last on %2")).arg(QString::number(planned.size()), last);
}

QString clash(const AppointmentClash &clash, const AppointmentLine &other, QDate today)
{
    const QString when = weekday(other.at.date(), today) + u' ' + time(other.at);
    if (clash.samePerson)
        return say(QT_TRANSLATE_NOOP("words", "At that time they have another appointment: %1, %2")).arg(when, other.kept.value.purpose);
    return say(QT_TRANSLATE_NOOP("words", "At that time %1 goes along with somebody else: %2, %3"))
        .arg(other.goesAlong, when, other.resident);
}

} // namespace words

} // namespace keywork
