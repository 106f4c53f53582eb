// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/leaving_reading.h"

#include "core/services/records/record_reader.h"

namespace keywork {

namespace {

template <class T> LeavingKnown knownFrom(const Kept<T> &record, LeavingFrom from, QDate began, QDate leaves)
{
    return {QString::fromLatin1(recordType<T>().table), record.id.value, record.value.personId.value, from, began, leaves};
}

bool endsInto(const std::optional<TreatmentEnding> &how, std::initializer_list<TreatmentEnding> endings)
{
    return how && std::find(endings.begin(), endings.end(), *how) != endings.end();
}

template <class T> Done addLeavings(const RecordReader &records, Id<Person> person, QList<LeavingKnown> &known)
{
    if (!records.mayRead(recordType<T>()))
        return {};
    const auto all = records.of<T>("person_id", person);
    if (!all)
        return all.error();
    for (const Kept<T> &record : *all)
        if (const auto leaving = leavingIn(record))
            known.append(*leaving);
    return {};
}

Done addNotices(const RecordReader &records, Id<Person> person, QDate today, QList<LeavingKnown> &known, QList<LeavingSaid> &said)
{
    if (!records.mayRead(recordType<StayNotice>()) || !records.mayRead(recordType<LeavingSafetyPlan>()))
        return {};
    const auto notices = records.of<StayNotice>("person_id", person);
    const auto plans = records.of<LeavingSafetyPlan>("person_id", person);
    if (!notices || !plans)
        return !notices ? notices.error() : plans.error();
    for (const Kept<StayNotice> &notice : *notices)
        if (const auto leaving = leavingIn(notice, today)) {
            known.append(*leaving);
            if (const auto plan = latestLeavingPlan(*plans))
                said.append(leavingSaidIn(*plan, notice));
        }
    return {};
}

} // namespace

std::optional<LeavingKnown> leavingIn(const Kept<HospitalStay> &stay)
{
    if (!stay.value.dischargedOn)
        return {};
    LeavingKnown known = knownFrom(stay, LeavingFrom::Hospital, stay.value.admittedOn, *stay.value.dischargedOn);
    known.isDoseUnasked = !stay.value.doseGiven;
    return known;
}

std::optional<LeavingKnown> leavingIn(const Kept<CustodySpell> &spell)
{
    if (!spell.value.untilOn)
        return {};
    LeavingKnown known = knownFrom(spell, LeavingFrom::Custody, spell.value.fromOn, *spell.value.untilOn);
    known.isDoseUnasked = spell.value.doseGiven.code.isEmpty();
    return known;
}

std::optional<LeavingKnown> leavingIn(const Kept<TreatmentPart> &part)
{
    const auto leaves = part.value.endedOn ? part.value.endedOn : part.value.expectedEndOn;
    if (!leaves || !lowersTolerance(part.value.kind) || endsInto(part.value.howEnded, {TreatmentEnding::Custody, TreatmentEnding::Died}))
        return {};
    const bool isRehab = part.value.kind == TreatmentKind::ResidentialRehab;
    return knownFrom(part, isRehab ? LeavingFrom::Rehab : LeavingFrom::Detox, part.value.since.value_or(QDate()), *leaves);
}

std::optional<LeavingKnown> leavingIn(const Kept<TreatmentEpisode> &episode)
{
    using enum TreatmentEnding;
    const auto leaves = episode.value.endedOn ? episode.value.endedOn : episode.value.expectedEndOn;
    if (!leaves || endsInto(episode.value.howEnded, {Transferred, TreatmentEnding::Custody, Died}))
        return {};
    return knownFrom(episode, LeavingFrom::Treatment, episode.value.startedOn.value_or(QDate()), *leaves);
}

LeavingSaid leavingSaidIn(const Kept<LeavingPlan> &plan)
{
    return {plan.id.value, plan.value.personId.value, plan.value.from, plan.value.onDay, plan.value.hasHousing()};
}

std::optional<LeavingKnown> leavingIn(const Kept<StayNotice> &notice, QDate today)
{
    if (!notice.value.counts() || !notice.value.endsOn || *notice.value.endsOn <= today)
        return {};
    return knownFrom(notice, LeavingFrom::House, *notice.value.givenOn, *notice.value.endsOn);
}

LeavingSaid leavingSaidIn(const Kept<LeavingSafetyPlan> &plan, const Kept<StayNotice> &notice)
{
    return {plan.id.value, plan.value.personId.value, LeavingFrom::House, notice.value.endsOn.value_or(QDate()), plan.value.hasHousing()};
}

Result<QList<LeavingDue>> leavingsDueOf(const RecordReader &records, Id<Person> person, QDate today)
{
    QList<LeavingKnown> known;
    for (const auto &add :
        {&addLeavings<HospitalStay>, &addLeavings<CustodySpell>, &addLeavings<TreatmentPart>, &addLeavings<TreatmentEpisode>})
        if (Done added = add(records, person, known); !added)
            return added.error();
    QList<LeavingSaid> said;
    if (Done notices = addNotices(records, person, today, known, said); !notices)
        return notices.error();
    if (records.mayRead(recordType<LeavingPlan>())) {
        const auto plans = records.of<LeavingPlan>("person_id", person);
        if (!plans)
            return plans.error();
        for (const Kept<LeavingPlan> &plan : *plans)
            said.append(leavingSaidIn(plan));
    }
    return leavingsDue(known, said, today);
}

} // namespace keywork
