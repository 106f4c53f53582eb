// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/appointment.h"
#include "core/base/clock.h"
#include "core/exchange/kinds.h"

using namespace Qt::StringLiterals;

namespace keywork::fhir {

namespace {

QString status(AppointmentOutcome outcome)
{
    switch (outcome) {
    case AppointmentOutcome::Booked:
        return u"booked"_s;
    case AppointmentOutcome::Kept:
    case AppointmentOutcome::Late:
        return u"fulfilled"_s;
    case AppointmentOutcome::Missed:
        return u"noshow"_s;
    case AppointmentOutcome::CancelledByThem:
    case AppointmentOutcome::CancelledByAgency:
    case AppointmentOutcome::CancelledByHouse:
        return u"cancelled"_s;
    }
    return u"booked"_s;
}

/// With whom and how it went in words stand in the section's text; the moment has to be right here.
QList<Resource> appointment(const Resources &from, const SharedRecord &record)
{
    const QDateTime starts = fromStoredText(record.code("starts_at"));
    const auto outcome = fromCode<AppointmentOutcome>(record.code("outcome")).value_or(AppointmentOutcome::Booked);
    const QString id = uuid(from.facts(), u"appointment"_s, record.id);
    QJsonObject object{{u"resourceType"_s, u"Appointment"_s}, {u"id"_s, id}};
    object.insert(u"status"_s, status(outcome));
    put(object, u"description"_s, record.text("purpose"));
    object.insert(u"start"_s, instant(starts));
    object.insert(u"end"_s, instant(starts.addSecs(record.code("minutes").toLongLong() * 60)));
    const bool isCancelled = outcome >= AppointmentOutcome::CancelledByThem;
    object.insert(u"participant"_s,
        QJsonArray{QJsonObject{{u"actor"_s, reference(from.patientId())}, {u"status"_s, isCancelled ? u"needs-action"_s : u"accepted"_s}}});
    return {{id, object}};
}

} // namespace

ExchangeKind exchangedAppointment() { return {&recordType<Appointment>(), appointment}; }

} // namespace keywork::fhir
