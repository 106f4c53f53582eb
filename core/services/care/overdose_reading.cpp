// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/overdose_reading.h"

#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/domain/incident.h"
#include "core/domain/leaving_plan.h"
#include "core/domain/prescription.h"
#include "core/domain/risk.h"
#include "core/domain/stay.h"
#include "core/domain/substance_use.h"
#include "core/domain/take_home_naloxone.h"
#include "core/domain/treatment.h"
#include "core/rules/dose_there.h"
#include "core/rules/serious_illness.h"
#include "core/rules/take_home.h"
#include "core/rules/treatment_spells.h"
#include "core/services/care/treatment_reading.h"
#include "core/services/records/record_reader.h"
#include "core/storage/table.h"
#include "core/storage/watching.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kAffected = u"affected"_s;
constexpr int kStillAFactDays = 365; // what ended earlier and was only now written down is their story (house rule)
constexpr int kSameLeavingDays = 7; // two records of a leaving within so many days are about one (house rule)

/// Fills in what is on file, a source at a time.
class OverdoseSources {
public:
    OverdoseSources(const RecordReader &records, const QList<qint64> &people, QDate today, OverdoseReach reach)
        : m_records(records)
        , m_people(people)
        , m_isWhole(reach == OverdoseReach::Whole)
    {
        for (const qint64 person : people)
            m_onFile.of.insert(person, OverdoseInput{.today = today});
    }

    Result<OverdoseOnFile> read()
    {
        using Source = Done (OverdoseSources::*)();
        // Drug alerts, losses and notices: a function here each.
        for (const Source source : {&OverdoseSources::reviews, &OverdoseSources::uses, &OverdoseSources::incidents,
                 &OverdoseSources::waysIn, &OverdoseSources::hospitalStays, &OverdoseSources::custodySpells,
                 &OverdoseSources::treatmentParts, &OverdoseSources::treatments, &OverdoseSources::comingOut, &OverdoseSources::takeHome,
                 &OverdoseSources::illnesses, &OverdoseSources::healthConditions, &OverdoseSources::healthAlerts, &OverdoseSources::risks,
                 &OverdoseSources::intoxicated, &OverdoseSources::rules})
            if (Done done = (this->*source)(); !done)
                return done.error();
        return m_onFile;
    }

private:
    template <class T> static RecordMark markOf(const Kept<T> &record)
    {
        return {QString::fromLatin1(recordType<T>().table), record.id.value};
    }

    bool reaches(const RecordType &type) const { return m_isWhole || m_records.mayRead(type); }
    bool reaches(Category category) const { return m_isWhole || m_records.session().may(Act::Read, category); }

    /// Every record of the kind about these people; none of a kind that may not be read, which is said.
    template <class T> Done each(const std::function<void(OverdoseInput &input, const Kept<T> &record)> &take, const QString &further = {})
    {
        if (!reaches(recordType<T>())) {
            m_onFile.isPartial = true;
            return {};
        }
        return eachOf<T>(rowsOfPeople(m_records.database(), recordType<T>(), m_people, further), take);
    }

    template <class T>
    Done eachOf(const Result<QList<KeptRow>> &rows, const std::function<void(OverdoseInput &input, const Kept<T> &record)> &take)
    {
        if (!rows)
            return rows.error();
        for (const KeptRow &row : *rows) {
            const auto record = asKind<T>(row);
            if (!record)
                return record.error();
            if (const auto input = m_onFile.of.find(record->value.personId.value); input != m_onFile.of.end())
                take(*input, *record);
        }
        return {};
    }

    Done reviews()
    {
        return each<SubstanceReview>([this](OverdoseInput &input, const Kept<SubstanceReview> &review) {
            input.reviews.append({markOf(review), KnownDays::on(review.value.asOn), {}});
            m_asOf.insert(review.id.value, review.value.asOn);
        });
    }

    Done uses()
    {
        if (m_asOf.isEmpty())
            return {};
        const auto substances = Table(m_records.database(), recordType<Substance>()).list({});
        if (!substances)
            return substances.error();
        for (const KeptRow &row : *substances)
            if (const auto substance = asKind<Substance>(row))
                m_substances.insert(row.id, substance->value);
        return each<SubstanceUse>([this](OverdoseInput &input, const Kept<SubstanceUse> &use) {
            const auto asOf = m_asOf.constFind(use.value.reviewId.value);
            const auto substance = m_substances.constFind(use.value.substanceId.value);
            if (asOf != m_asOf.constEnd() && substance != m_substances.constEnd())
                input.uses.append(onFile(use, *substance, *asOf));
        });
    }

    static UseOnFile onFile(const Kept<SubstanceUse> &use, const Substance &substance, QDate asOf)
    {
        const SubstanceUse &said = use.value;
        const bool isBought = said.source == UseSource::Bought || said.source == UseSource::Unknown;
        const bool mayBeAnything = substance.substanceClass == SubstanceClass::Benzodiazepine
            || substance.substanceClass == SubstanceClass::Sedative || substance.substanceClass == SubstanceClass::SyntheticCannabinoid;
        UseOnFile one{.from = markOf(use), .asOf = asOf, .substance = substance.substanceClass, .name = substance.name, .days = said.days};
        one.saidOn = said.sameAs.value_or(QDate());
        if (said.lastUsed)
            one.lastUsed = KnownDays{said.lastUsed->earliest(), said.lastUsed->latest()};
        one.isPrescribed = said.source == UseSource::Prescribed;
        one.isDependent = said.pattern == UsePattern::Dependent;
        one.isInjected = said.route == UseRoute::Inject;
        one.isAlone = said.alone && *said.alone != UseOften::No;
        one.isSynthetic = substance.code == u"synthetic_opioid" || (substance.code == u"fentanyl" && !one.isPrescribed);
        one.isOfUnknownContent = substance.code == u"bought_tablets" || (isBought && mayBeAnything);
        return one;
    }

    Done incidents()
    {
        if (!reaches(recordType<Incident>())) {
            m_onFile.isPartial = true;
            return {};
        }
        const auto rows = incidentsOfPeople(m_records.database(), m_people, {u"overdose"_s, u"self_harm"_s});
        if (!rows)
            return rows.error();
        QHash<qint64, Kept<Incident>> incidents;
        for (const KeptRow &row : *rows) {
            const auto incident = asKind<Incident>(row);
            if (!incident)
                return incident.error();
            incidents.insert(row.id, *incident);
        }
        return each<IncidentPerson>([&](OverdoseInput &input, const Kept<IncidentPerson> &part) {
            const auto incident = incidents.constFind(part.value.incidentId.value);
            if (incident == incidents.constEnd() || part.value.role.code != kAffected)
                return;
            const DatedOnFile one{
                markOf(*incident), KnownDays::on(m_records.clock().local(incident->value.happenedAt).date()), incident->value.number};
            (incident->value.kind.code == u"overdose" ? input.overdoses : input.selfHarm).append(one);
        });
    }

    /// Who came here from custody, hospital or rehab left it on some day between the referral and their arrival.
    Done waysIn()
    {
        if (!reaches(recordType<Stay>()) || !reaches(recordType<ReferralIn>())) {
            m_onFile.isPartial = true;
            return {};
        }
        QHash<qint64, ReferralIn> referrals;
        Done read = each<ReferralIn>(
            [&](OverdoseInput &, const Kept<ReferralIn> &referral) { referrals.insert(referral.id.value, referral.value); },
            u"last_accommodation IN ('hospital', 'custody', 'rehab')"_s);
        if (!read)
            return read;
        return each<Stay>([&](OverdoseInput &input, const Kept<Stay> &stay) {
            const auto referral = referrals.constFind(stay.value.referralInId.value);
            if (referral == referrals.constEnd() || !stay.value.arrivedOn)
                return;
            const QString &from = referral->lastAccommodation.code;
            const OverdoseFactKind kind = from == u"hospital" ? OverdoseFactKind::LeftHospital
                : from == u"custody"                          ? OverdoseFactKind::LeftCustody
                                                              : OverdoseFactKind::LeftDetox;
            const QDate known = std::min(referral->receivedOn, *stay.value.arrivedOn);
            input.leavings.append({markOf(stay), kind, {known, *stay.value.arrivedOn}, DoseThere::NotKnown});
        });
    }

    /// What ended more than 365 days ago and was only now written down is their story, not a fact of today (house rule).
    QString stillAFact(const QString &column) const
    {
        return u"%1 >= '%2'"_s.arg(column, m_records.today().addDays(-kStillAFactDays).toString(Qt::ISODate));
    }

    /// Who came out of a hospital. Where the answer about the dose may not be read, the fact would say something wrong.
    Done hospitalStays()
    {
        const Field *dose = recordType<HospitalStay>().fieldNamed(u"dose_given"_s);
        if (!reaches(recordType<HospitalStay>().categoryOf(*dose))) {
            m_onFile.isPartial = true;
            return {};
        }
        return each<HospitalStay>(
            [](OverdoseInput &input, const Kept<HospitalStay> &stay) {
                input.leavings.append(
                    {markOf(stay), OverdoseFactKind::LeftHospital, KnownDays::on(*stay.value.dischargedOn), doseThere(stay.value)});
            },
            stillAFact(u"discharged_on"_s));
    }

    Done custodySpells()
    {
        return each<CustodySpell>(
            [](OverdoseInput &input, const Kept<CustodySpell> &spell) {
                input.leavings.append(
                    {markOf(spell), OverdoseFactKind::LeftCustody, KnownDays::on(*spell.value.untilOn), doseThere(spell.value)});
            },
            stillAFact(u"until_on"_s));
    }

    /// Substitute prescribing that began or ended, and detox and rehab that somebody came out of.
    Done treatmentParts()
    {
        return each<TreatmentPart>(
            [this](OverdoseInput &input, const Kept<TreatmentPart> &part) {
                const QDate since = *part.value.since;
                const auto ended = part.value.endedOn;
                const bool isStillAFact = !ended || ended->daysTo(m_records.today()) <= kStillAFactDays;
                if (part.value.kind == TreatmentKind::SubstitutePrescribing && isStillAFact)
                    input.treatments.append({.from = markOf(part),
                        .name = QString::fromUtf8(labelOf(part.value.kind)),
                        .started = KnownDays::on(since),
                        .stopped = ended ? std::optional(KnownDays::on(*ended)) : std::nullopt});
                if (ended && isStillAFact && lowersTolerance(part.value.kind))
                    input.leavings.append({markOf(part), OverdoseFactKind::LeftDetox, KnownDays::on(*ended), DoseThere::NotKnown});
            },
            u"since_on IS NOT NULL"_s);
    }

    /// What was said about coming out: a leaving that no other record tells of, and whether naloxone is to hand.
    Done comingOut()
    {
        return each<LeavingPlan>(
            [this](OverdoseInput &input, const Kept<LeavingPlan> &plan) {
                if (!m_isWhole && !m_records.mayReadRow(toRow(plan.value))) {
                    m_onFile.isPartial = true;
                    return;
                }
                const QDate said = m_records.clock().local(plan.createdAt).date();
                if (plan.value.naloxone != NaloxoneAfter::NotAsked)
                    input.naloxone.append({markOf(plan), said, plan.value.naloxone == NaloxoneAfter::ToHand});
                const auto kind = leavingFact(plan.value.from);
                const bool isOver = plan.value.onDay <= input.today;
                if (kind && isOver && !isToldOf(input.leavings, *kind, plan.value.onDay))
                    input.leavings.append({markOf(plan), *kind, KnownDays::on(plan.value.onDay),
                        plan.value.tolerance == ToleranceAfter::KeptUp ? DoseThere::Yes : DoseThere::NotKnown});
            },
            stillAFact(u"on_day"_s));
    }

    /// Naloxone of their own: whether one that they may rely on is to hand, or since when none is.
    Done takeHome()
    {
        QHash<qint64, QList<Kept<TakeHomeNaloxone>>> theirs;
        Done read = each<TakeHomeNaloxone>(
            [&theirs](OverdoseInput &, const Kept<TakeHomeNaloxone> &one) { theirs[one.value.personId.value].append(one); });
        if (!read)
            return read;
        for (auto it = theirs.cbegin(); it != theirs.cend(); ++it) {
            OverdoseInput &input = m_onFile.of[it.key()];
            if (const auto told = naloxoneToHand(it.value(), input.today))
                input.naloxone.append({markOf(it.value().at(told->which)), told->on, told->isToHand});
        }
        return {};
    }

    static std::optional<OverdoseFactKind> leavingFact(LeavingFrom from)
    {
        switch (from) {
        case LeavingFrom::Hospital:
            return OverdoseFactKind::LeftHospital;
        case LeavingFrom::Custody:
            return OverdoseFactKind::LeftCustody;
        case LeavingFrom::Detox:
        case LeavingFrom::Rehab:
            return OverdoseFactKind::LeftDetox;
        case LeavingFrom::Treatment:
            return {}; // what ended there stands in its parts
        }
        return {};
    }

    /// The day that was planned and the day it was may lie apart.
    static bool isToldOf(const QList<LeavingOnFile> &leavings, OverdoseFactKind kind, QDate day)
    {
        return std::any_of(leavings.cbegin(), leavings.cend(),
            [kind, day](const LeavingOnFile &one) { return one.kind == kind && qAbs(one.left.latest.daysTo(day)) <= kSameLeavingDays; });
    }

    /// Substitute treatment: the days with and without a dose, and when it began or was stopped.
    Done treatments()
    {
        if (!m_records.mayRead(recordType<Prescription>())) {
            m_onFile.isPartial = true;
            return {};
        }
        const QDate today = m_onFile.of.isEmpty() ? QDate() : m_onFile.of.cbegin()->today;
        const auto all = readTreatment(m_records, m_people, today);
        if (!all)
            return all.error();
        for (auto it = all->cbegin(); it != all->cend(); ++it)
            if (const TreatmentCourse *course = it->substitute()) {
                OverdoseInput &input = m_onFile.of[it.key()];
                input.doses = it->doses;
                // Parts were read before: of one treatment both tell.
                input.treatments = treatmentsTold(treatmentSpells(course->input, it->doses, today), course->medicine, input.treatments);
                addStableDose(input, *it, *course);
            }
        return {};
    }

    static void addStableDose(OverdoseInput &input, const PersonTreatment &treatment, const TreatmentCourse &course)
    {
        QSet<qint64> seenTaken;
        for (const CollectionSaid &said : course.said)
            if (said.knownFrom == DoseKnownFrom::Supervised)
                seenTaken.insert(said.id);
        const auto doseOn = [&](QDate day) {
            const Kept<Prescription> *script = course.shownOn(day);
            return script
                ? script->value.medicine.code + u' ' + doseWithStrength(script->value, stepOn(treatment.steps.value(script->id.value), day))
                : QString();
        };
        const auto since = stableDoseSince(treatment.doses, seenTaken, doseOn, input.today);
        for (TreatmentOnFile &one : input.treatments)
            if (since && !one.stopped && one.from.kind == u"prescription")
                one.stableSince = since;
    }

    Done healthConditions()
    {
        return each<HealthCondition>(
            [this](OverdoseInput &input, const Kept<HealthCondition> &condition) {
                const QStringList found = seriousIllnesses(condition.value.what);
                if (!found.isEmpty())
                    input.illnesses.append(
                        {markOf(condition), KnownDays::on(m_records.clock().local(condition.createdAt).date()), found.join(u", "_s)});
            },
            u"state <> 'over'"_s);
    }

    Done illnesses()
    {
        if (!reaches(Category::Health)) {
            m_onFile.isPartial = true;
            return {};
        }
        const auto people = peopleWithIds(m_records.database(), m_people);
        if (!people)
            return people.error();
        for (const KeptRow &row : *people) {
            const QStringList found = seriousIllnesses(row.row.text(u"conditions"_s));
            if (!found.isEmpty())
                m_onFile.of[row.id].illnesses.append({{QString::fromLatin1(recordType<Person>().table), row.id},
                    KnownDays::on(m_records.clock().local(row.createdAt).date()), found.join(u", "_s)});
        }
        return {};
    }

    Done healthAlerts()
    {
        const QDate today = m_onFile.of.isEmpty() ? QDate() : m_onFile.of.cbegin()->today;
        return each<Alert>([this, today](OverdoseInput &input, const Kept<Alert> &alert) {
            if (!alert.value.holdsOn(today) || !(m_isWhole || m_records.mayReadRow(toRow(alert.value))))
                return;
            const QStringList found = alert.value.kind.code == u"health" ? seriousIllnesses(alert.value.text) : QStringList();
            if (!found.isEmpty())
                input.illnesses.append({markOf(alert), KnownDays::on(alert.value.fromOn), found.join(u", "_s)});
        });
    }

    Done risks()
    {
        return each<Risk>(
            [](OverdoseInput &input, const Kept<Risk> &risk) {
                input.selfHarm.append({markOf(risk), KnownDays::on(risk.value.reviewedOn), {}});
            },
            u"kind = 'self_harm' AND ended_on IS NULL"_s);
    }

    Done intoxicated()
    {
        return each<SeemedIntoxicated>([this](OverdoseInput &input, const Kept<SeemedIntoxicated> &seen) {
            input.intoxicated.append({markOf(seen), KnownDays::on(m_records.clock().local(seen.value.seenAt).date()), {}});
        });
    }

    Done rules()
    {
        const auto set = m_records.all<OverdoseRule>({.orderBy = u"id"_s});
        if (!set)
            return set.error();
        QHash<int, OverdoseRule> latest;
        QHash<int, qint64> ids;
        for (const Kept<OverdoseRule> &rule : *set)
            if (const int fact = int(rule.value.fact); rule.id.value > ids.value(fact)) {
                latest.insert(fact, rule.value);
                ids.insert(fact, rule.id.value);
            }
        for (OverdoseInput &input : m_onFile.of)
            input.rules = latest;
        return {};
    }

    const RecordReader &m_records;
    const QList<qint64> m_people;
    const bool m_isWhole;
    OverdoseOnFile m_onFile;
    QHash<qint64, QDate> m_asOf; ///< of each review
    QHash<qint64, Substance> m_substances;
};

} // namespace

Result<OverdoseOnFile> readOverdose(const RecordReader &records, const QList<qint64> &people, QDate today, OverdoseReach reach)
{
    return OverdoseSources(records, people, today, reach).read();
}

bool readsEveryFact(const Session &session)
{
    const std::initializer_list<const RecordType *> sources{&recordType<SubstanceReview>(), &recordType<SubstanceUse>(),
        &recordType<Incident>(), &recordType<IncidentPerson>(), &recordType<TakeHomeNaloxone>(), &recordType<Stay>(),
        &recordType<ReferralIn>(), &recordType<HospitalStay>(), &recordType<CustodySpell>(), &recordType<HealthCondition>(),
        &recordType<Alert>(), &recordType<Risk>(), &recordType<SeemedIntoxicated>(), &recordType<Prescription>(),
        &recordType<TreatmentPart>(), &recordType<LeavingPlan>()};
    const Field *dose = recordType<HospitalStay>().fieldNamed(u"dose_given"_s);
    return session.may(Act::Read, Category::Health) && session.may(Act::Read, recordType<HospitalStay>().categoryOf(*dose))
        && std::all_of(sources.begin(), sources.end(), [&session](const RecordType *type) {
               return session.may(Act::Read, type->category) && session.roleMay(type->access.readers, type->category);
           });
}

} // namespace keywork
