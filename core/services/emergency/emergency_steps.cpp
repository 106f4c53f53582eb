// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/emergency/emergency_steps.h"

#include "core/domain/house.h"
#include "core/domain/naloxone_kit.h"
#include "core/rules/naloxone_stock.h"
#include "core/services/records/records.h"
#include "core/storage/naloxone_and_supplies.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

ActNowWho whoIn(const Row &part)
{
    if (const qint64 person = part.value(u"person_id"_s).toLongLong(); person > 0)
        return {ActNowWho::Kind::Resident, {person}, {}};
    const QString described = part.text(u"described"_s);
    return described.isEmpty() ? ActNowWho() : ActNowWho{ActNowWho::Kind::Visitor, {}, described};
}

/// Of somebody else's emergency, for whoever may not read incidents: steps and times, and no words.
void takeWordsOut(EmergencyOnFile &found)
{
    for (ActNowStep &step : found.steps) {
        step.said.words.clear();
        step.said.byWhom.clear();
        step.said.whyNot.clear();
        step.said.watcherOther.clear();
    }
    found.overdose.substances.clear();
    found.overdose.signs.clear();
    found.who = {};
}

/// A kit of a few hours ago stays choosable: an opened syringe may be gone on with.
bool isOnWall(const NaloxoneKit &kit, const QDateTime &now)
{
    constexpr qint64 kHours = 24; // house rule
    return isHere(kit.state) || (kit.state == KitState::Used && kit.usedAt && qAbs(kit.usedAt->secsTo(now)) < kHours * 3600);
}

/// The batches that were called back, as `batchKey` writes them.
Result<QSet<QString>> recalledBatches(Database &database)
{
    const auto recalls = naloxoneRecalls(database, false);
    if (!recalls)
        return recalls.error();
    QSet<QString> batches;
    for (const KeptRow &row : *recalls)
        batches.insert(batchKey(row.row.text(u"batch"_s)));
    batches.remove(QString());
    return batches;
}

KitOnWall onWall(const Kept<NaloxoneKit> &kept, const QString &place, const QSet<QString> &recalled)
{
    const NaloxoneKit &kit = kept.value;
    return {.id = kept.id.value,
        .number = kit.number,
        .place = place,
        .kind = QString::fromLatin1(codeOf(kit.kind)),
        .dosesLeft = kit.dosesLeft.value_or(0),
        .expiresOn = kit.expiresOn ? std::optional(kit.expiresOn->latest()) : std::nullopt,
        .isOpened = kit.state != KitState::Ready,
        .isUsedUp = !isHere(kit.state),
        .isRecalled = recalled.contains(batchKey(kit.batch))};
}

} // namespace

Result<EmergencyOnFile> EmergencySteps::read(const KeptRow &head) const
{
    const auto overdose = asKind<Overdose>(head);
    if (!overdose)
        return overdose.error();
    EmergencyOnFile found{.incident = overdose->value.incidentId, .record = overdose->id, .overdose = overdose->value};
    Database &database = m_records.database();
    const QList<Filter> filters{{u"incident_id"_s, Filter::Comparison::Equals, found.incident.value}};
    const auto incident = Table(database, recordType<Incident>()).find(found.incident.value);
    const auto steps
        = Table(database, recordType<OverdoseStep>()).list({.filters = filters, .orderBy = u"happened_at"_s, .withWithdrawn = true});
    const auto people = Table(database, recordType<IncidentPerson>()).list({.filters = filters, .orderBy = u"id"_s});
    if (!incident || !steps || !people)
        return !incident ? incident.error() : !steps ? steps.error() : people.error();
    found.number = incident->row.text(u"number"_s);
    for (const KeptRow &row : *steps) {
        const auto step = asKind<OverdoseStep>(row);
        if (!step)
            return step.error();
        found.steps.append({step->value, row.withdrawnAt.has_value(), row.id});
    }
    for (const KeptRow &part : *people)
        if (part.row.text(u"role"_s) == u"affected" && found.who.kind == ActNowWho::Kind::NotKnown)
            found.who = whoIn(part.row);
    if (!m_records.mayRead(recordType<Incident>()) || m_records.isSharedWithClosed(recordType<Incident>(), found.incident.value))
        takeWordsOut(found);
    return found;
}

Result<QList<EmergencyOnFile>> EmergencySteps::unfinished() const
{
    const auto heads
        = Table(m_records.database(), recordType<Overdose>())
              .list({.filters = {{u"state"_s, Filter::Comparison::Equals, QString::fromLatin1(codeOf(OverdoseState::Running))}},
                  .orderBy = u"id"_s,
                  .descending = true});
    if (!heads)
        return heads.error();
    QList<EmergencyOnFile> all;
    for (const KeptRow &head : *heads) {
        const auto found = read(head);
        if (!found)
            return found.error();
        all.append(*found);
    }
    return all;
}

Result<EmergencyOnFile> EmergencySteps::of(const QString &emergency) const
{
    const auto heads = Table(m_records.database(), recordType<Overdose>())
                           .list({.filters = {{u"emergency"_s, Filter::Comparison::Equals, emergency}}, .orderBy = u"id"_s});
    if (!heads)
        return heads.error();
    return heads->isEmpty() ? Error{ErrorKind::NotFound, u"overdose"_s, {}} : read(heads->first());
}

Result<EmergencyOnFile> EmergencySteps::ofIncident(Id<Incident> incident) const
{
    if (const auto readable = m_records.one(incident); !readable) // whoever may not, or of somebody closed
        return readable.error();
    if (m_records.isSharedWithClosed(recordType<Incident>(), incident.value))
        return Error{ErrorKind::NeedToKnow, {}, {}};
    const auto heads = Table(m_records.database(), recordType<Overdose>())
                           .list({.filters = {{u"incident_id"_s, Filter::Comparison::Equals, incident.value}}, .orderBy = u"id"_s});
    if (!heads)
        return heads.error();
    return heads->isEmpty() ? Error{ErrorKind::NotFound, u"overdose"_s, {}} : read(heads->first());
}

Done EmergencySteps::putRight(Id<OverdoseStep> step, const QDateTime &happenedAt)
{
    auto kept = m_records.one(step);
    if (!kept)
        return kept.error();
    kept->value.happenedAt = happenedAt;
    const auto saved = m_records.amend(*kept);
    return saved ? Done() : Done(saved.error());
}

Result<HouseCard> EmergencySteps::card() const
{
    Database &database = m_records.database();
    const auto houses = Table(database, recordType<House>()).list({});
    const auto kits = Table(database, recordType<NaloxoneKit>()).list({.orderBy = u"number"_s});
    const auto places = Table(database, recordType<NaloxonePlace>()).list({});
    const auto recalled = recalledBatches(database);
    if (!houses || !kits || !places || !recalled)
        return !houses ? houses.error() : !kits ? kits.error() : !places ? places.error() : recalled.error();
    HouseCard card;
    if (const auto house = houses->isEmpty() ? std::nullopt : recordType<House>().fromRow(houses->first().row))
        card = {.name = house->name,
            .address = house->address,
            .doors = house->doors,
            .nightEntry = house->nightEntry,
            .defibrillatorPlace = house->defibrillatorPlace,
            .defibrillatorCode = house->defibrillatorCode,
            .naloxonePlace = house->naloxonePlace,
            .wordsCheckedBy = house->wordsCheckedBy,
            .wordsCheckedOn = house->wordsCheckedOn};
    QHash<qint64, QString> names;
    QSet<qint64> outside;
    for (const KeptRow &place : *places) {
        names.insert(place.id, place.row.text(u"name"_s));
        if (place.row.value(u"goes_out"_s).toLongLong() != 0)
            outside.insert(place.id);
    }
    QList<KitOnWall> carried;
    const QDateTime now = m_records.clock().now();
    for (const KeptRow &row : *kits) {
        const auto kit = asKind<NaloxoneKit>(row);
        if (kit && isOnWall(kit->value, now))
            (outside.contains(kit->value.placeId.value) ? carried : card.kits)
                .append(onWall(*kit, names.value(kit->value.placeId.value), *recalled));
    }
    card.kits.append(carried); // a bag that goes out may not be here
    return card;
}

} // namespace keywork
