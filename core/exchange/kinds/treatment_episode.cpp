// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/treatment.h"
#include "core/exchange/kinds.h"

using namespace Qt::StringLiterals;

namespace keywork::fhir {

namespace {

/// Managed by the treatment service, which is named by itself unless the referral goes to it. How it ended, and who the
/// keyworker there is, stand in the section's text.
QList<Resource> treatmentEpisode(const Resources &from, const SharedRecord &record)
{
    const QString id = uuid(from.facts(), u"treatment_episode"_s, record.id);
    QJsonObject object = from.begin(u"EpisodeOfCare"_s, id, false);
    const QString started = record.code("started_on");
    const QString ended = record.code("ended_on");
    object.insert(u"status"_s,
        ended.isEmpty() ? (started.isEmpty() ? u"planned"_s : u"active"_s) : (started.isEmpty() ? u"cancelled"_s : u"finished"_s));
    object.insert(u"patient"_s, reference(from.patientId()));
    const qint64 service = record.code("agency_id").toLongLong();
    QList<Resource> all;
    if (service == from.facts().agency.id) {
        object.insert(u"managingOrganization"_s, reference(from.agencyId()));
    } else {
        const Resource organization = from.organization(u"treatment_service"_s, {record.id, record.text("agency_id"), {}, {}, {}});
        object.insert(u"managingOrganization"_s, reference(organization.uuid));
        all.append(organization);
    }
    put(object, u"period"_s, period(started, ended));
    all.prepend({id, object});
    return all;
}

} // namespace

ExchangeKind exchangedTreatmentEpisode() { return {&recordType<TreatmentEpisode>(), treatmentEpisode}; }

} // namespace keywork::fhir
