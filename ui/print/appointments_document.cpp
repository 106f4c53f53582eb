// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/appointments_document.h"

#include "core/base/anniversary.h"
#include "core/domain/appointment.h"
#include "core/domain/house.h"
#include "core/domain/person.h"
#include "core/services/care/appointments.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/print/say.h"
#include "ui/text/appointment_lines.h"
#include "ui/text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

constexpr int kYearsAhead = 2; // as long as a series can last

QString below(const QString &text) { return text.isEmpty() ? QString() : u'\n' + text; }

Document begun(const Services &services, const QString &title)
{
    const auto house = services.records.all<House>();
    Document document;
    document.title = title;
    document.footLeft = house && !house->isEmpty() ? house->first().value.name : QString();
    document.footMiddle = words::longDate(services.records.today());
    return document;
}

QList<Runs> houseRow(const AppointmentLine &line, const QString &day)
{
    const Appointment &one = line.kept.value;
    const QString outcome = one.isOpen() ? QString() : words::shortLabelFor(one.outcome);
    return {Runs{{day, true, false}}, Runs{{words::time(line.at)}},
        Runs{{line.resident, true, false}, {below(line.room.isEmpty() ? QString() : say("Room %1").arg(line.room)), false, true}},
        Runs{{line.withWhom}, {(line.withWhom.isEmpty() ? QString() : u"\n"_s) + one.purpose, false, true}}, Runs{{line.goesAlong}},
        Runs{{outcome}}};
}

QList<Runs> theirRow(const AppointmentLine &line, QDate today)
{
    const Appointment &one = line.kept.value;
    const QString with = line.goesAlong.isEmpty() ? QString() : say("Going along with you: %1").arg(line.goesAlong);
    return {Runs{{words::weekday(line.at.date(), today), true, false}}, Runs{{words::time(line.at), true, false}},
        Runs{{line.withWhom.isEmpty() ? one.purpose : line.withWhom + u'\n' + one.purpose}, {below(with), false, true}}, Runs{{one.place}}};
}

QString keptOf(const Attendance &count)
{
    const auto rate = count.percent();
    return rate ? say("kept %1 of %2 (%3 %)").arg(QString::number(count.kept), QString::number(count.all()), QString::number(*rate))
                : say("none");
}

} // namespace

Result<HouseAppointments> appointmentsOfHouse(const Services &services, QDate first, QDate last)
{
    const auto lines = appointmentLines(services, first, last);
    if (!lines)
        return lines.error();
    HouseAppointments made{begun(services, say("Appointments")), {}};
    made.document.add(text({{say("Appointments"), true, false}}, 17, 2));
    made.document.add(
        text({{first == last ? words::weekday(first) + u' ' + QString::number(first.year())
                             : say("%1 to %2").arg(words::weekday(first), words::weekday(last)) + u' ' + QString::number(last.year())}},
            11, 8));
    Table days;
    days.shares = {0.14, 0.09, 0.22, 0.29, 0.14, 0.12};
    days.head = {say("Day"), say("Time"), say("Resident"), say("With whom, what for"), say("Goes along"), say("How it went")};
    QDate before;
    for (const AppointmentLine &line : *lines) {
        const bool isFirst = line.at.date() != before;
        before = line.at.date();
        days.rows.append(houseRow(line, isFirst ? words::weekday(before) : QString()));
        days.firstOfGroup.append(isFirst);
        if (!made.people.contains(line.kept.value.personId))
            made.people.append(line.kept.value.personId);
    }
    if (lines->isEmpty())
        made.document.add(text({{say("Nothing is booked.")}}, 11, 6));
    else
        made.document.add(table(days));
    return made;
}

Result<Document> upcomingAppointments(const Services &services, Id<Person> person)
{
    const auto who = services.records.one(person);
    if (!who)
        return who.error();
    const QDate today = services.records.today();
    auto lines = appointmentLines(services, today, yearsAfter(today, kYearsAhead, MonthEnd::LastDay), person);
    if (!lines)
        return lines.error();
    lines->removeIf([](const AppointmentLine &line) { return !line.kept.value.isOpen(); });
    Document document = begun(services, say("Your appointments"));
    document.textScale = 1.5;
    document.add(text({{say("Your appointments"), true, false}}, 17, 2));
    document.add(text({{who->value.displayName(), true, false}}, 12, 2));
    document.add(text({{say("Tell us if you can't go, or would like somebody to come along.")}}, 9.5, 8));
    if (lines->isEmpty()) {
        document.add(text({{say("Nothing is booked.")}}, 11, 6));
        return document;
    }
    Table days;
    days.shares = {0.19, 0.13, 0.42, 0.26};
    days.head = {say("Day"), say("Time"), say("With whom, what for"), say("Where")};
    for (const AppointmentLine &line : *lines) {
        days.rows.append(theirRow(line, today));
        days.firstOfGroup.append(true);
    }
    document.add(table(days));
    return document;
}

Result<Document> attendance(const Services &services, Id<Person> person)
{
    const auto who = services.records.one(person);
    const auto counted = services.appointments.attendanceByAgency(person);
    if (!who || !counted)
        return who ? counted.error() : who.error();
    Document document = begun(services, say("Your attendance"));
    document.add(text({{say("Your attendance"), true, false}}, 17, 2));
    document.add(text({{who->value.displayName(), true, false}}, 12, 2));
    document.add(
        text({{say("Counted from the appointments that this house wrote down, up to today. Cancelled ones count for neither.")}}, 9.5, 8));
    Table kinds;
    kinds.shares = {0.4, 0.3, 0.3};
    kinds.head = {say("With whom"), say("Before arriving here"), say("Since arriving here")};
    for (auto it = counted->cbegin(); it != counted->cend(); ++it) {
        const QString label = services.records.choices().label(u"agency_category"_s, it.key());
        kinds.rows.append({Runs{{label, true, false}}, Runs{{keptOf(it->before)}}, Runs{{keptOf(it->since)}}});
        kinds.firstOfGroup.append(true);
    }
    document.add(table(kinds));
    return document;
}

} // namespace keywork::print
