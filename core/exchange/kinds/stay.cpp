// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/stay.h"
#include "core/exchange/kinds.h"

using namespace Qt::StringLiterals;

namespace keywork::fhir {

namespace {

QList<Resource> episode(const Resources &from, const SharedRecord &stay)
{
    const QString id = uuid(from.facts(), u"stay"_s, stay.id);
    QJsonObject object = from.begin(u"EpisodeOfCare"_s, id, false);
    const QString arrived = stay.code("arrived_on");
    const QString left = stay.code("left_on");
    const bool notComing = stay.code("not_coming") == u"1";
    object.insert(u"status"_s,
        !left.isEmpty()          ? u"finished"_s
            : !arrived.isEmpty() ? u"active"_s
            : notComing          ? u"cancelled"_s
                                 : u"planned"_s);
    object.insert(u"patient"_s, reference(from.patientId()));
    object.insert(u"managingOrganization"_s, reference(from.hostelId()));
    put(object, u"period"_s, period(arrived, left));
    if (from.facts().keyworker && left.isEmpty())
        object.insert(u"careManager"_s, reference(uuid(from.facts(), u"staff"_s, from.facts().keyworker->id)));
    return {{id, object}};
}

} // namespace

ExchangeKind exchangedStay() { return {&recordType<Stay>(), episode}; }

} // namespace keywork::fhir
