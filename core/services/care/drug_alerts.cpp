// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/drug_alerts.h"

#include "core/services/care/overdose_reading.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/storage/drug_alerts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

qsizetype AlertReach::told() const
{
    return std::count_if(here.cbegin(), here.cend(), [](const AlertResident &one) { return one.toldAt.has_value(); });
}

Result<QList<Kept<DrugAlert>>> DrugAlerts::inForce() const
{
    if (!m_records.mayRead(recordType<DrugAlert>()))
        return Error{ErrorKind::NotPermitted, u"drug_alert"_s, {}};
    const auto rows = drugAlertsInForce(m_records.database(), m_records.today());
    if (!rows)
        return rows.error();
    QList<Kept<DrugAlert>> alerts;
    for (const KeptRow &row : *rows) {
        const auto alert = asKind<DrugAlert>(row);
        if (!alert)
            return alert.error();
        alerts.append(*alert);
    }
    return alerts;
}

Result<AlertReach> DrugAlerts::reach(Id<DrugAlert> alert) const
{
    const auto kept = m_records.one(alert);
    if (!kept)
        return kept.error();
    auto lines = m_people.residents(ResidentGroup::HereNow);
    if (!lines)
        return lines.error();
    lines->removeIf([](const ResidentLine &line) { return line.isClosed; });
    QList<qint64> people;
    for (const ResidentLine &line : *lines)
        people.append(line.person.id.value);
    const auto facts = readOverdose(m_records, people, m_records.today(), OverdoseReach::AsMayRead);
    const auto parts = m_records.of<DrugAlertPerson>("alert_id", alert);
    if (!facts || !parts)
        return facts ? parts.error() : facts.error();
    QHash<qint64, QDateTime> told;
    for (const Kept<DrugAlertPerson> &part : *parts)
        if (part.value.toldAt)
            told.insert(part.value.personId.value, *part.value.toldAt);
    AlertReach reach;
    for (const ResidentLine &line : *lines) {
        const qint64 id = line.person.id.value;
        const QList<AlertOnFile> alerts = facts->of.value(id).drugAlerts;
        const bool fits = std::any_of(
            alerts.cbegin(), alerts.cend(), [&](const AlertOnFile &one) { return one.from.record == alert.value && one.fits; });
        reach.here.append({line.person.id, line.person.value.displayName(), line.room,
            told.contains(id) ? std::optional(told.value(id)) : std::nullopt, fits});
    }
    std::stable_sort(
        reach.here.begin(), reach.here.end(), [](const AlertResident &a, const AlertResident &b) { return a.fits && !b.fits; });
    return reach;
}

Done DrugAlerts::tell(Id<DrugAlert> alert, const QList<Id<Person>> &people)
{
    const auto parts = m_records.of<DrugAlertPerson>("alert_id", alert);
    if (!parts)
        return parts.error();
    return m_records.together([&]() -> Done {
        for (const Id<Person> person : people) {
            const auto known = std::find_if(
                parts->cbegin(), parts->cend(), [&](const Kept<DrugAlertPerson> &part) { return part.value.personId == person; });
            if (known != parts->cend() && known->value.toldAt)
                continue;
            Kept<DrugAlertPerson> told = known == parts->cend() ? Kept<DrugAlertPerson>() : *known;
            told.value.alertId = alert;
            told.value.personId = person;
            told.value.toldAt = m_records.clock().now();
            told.value.toldById = m_records.session().staff();
            const auto kept = told.id ? m_records.amend(told) : m_records.add(told.value);
            if (!kept)
                return kept.error();
        }
        return {};
    });
}

} // namespace keywork
