// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/overdose_reading.h"

#include "core/domain/court.h"
#include "core/domain/drug_alert.h"
#include "core/domain/health.h"
#include "core/domain/incident.h"
#include "core/domain/leaving_plan.h"
#include "core/domain/loss.h"
#include "core/domain/prescription.h"
#include "core/domain/risk.h"
#include "core/domain/stay.h"
#include "core/domain/stay_letters.h"
#include "core/domain/substance_use.h"
#include "core/domain/take_home_naloxone.h"
#include "core/domain/treatment.h"
#include "core/rules/serious_illness.h"
#include "core/rules/take_home.h"
#include "core/services/care/overdose_source.h"
#include "core/services/records/record_reader.h"
#include "core/storage/drug_alerts.h"
#include "core/storage/naloxone_and_supplies.h"
#include "core/storage/table.h"
#include "core/storage/watching.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kAffected = u"affected"_s;

/// Fills in what is on file, a source at a time.
class OverdoseSources : public OverdoseSource {
public:
    using OverdoseSource::OverdoseSource;

    Done read()
    {
        using Source = Done (OverdoseSources::*)();
        for (const Source source : {&OverdoseSources::reviews, &OverdoseSources::uses, &OverdoseSources::incidents,
                 &OverdoseSources::leavings, &OverdoseSources::takeHome, &OverdoseSources::treatments, &OverdoseSources::illnesses,
                 &OverdoseSources::healthConditions, &OverdoseSources::healthAlerts, &OverdoseSources::risks, &OverdoseSources::intoxicated,
                 &OverdoseSources::drugAlerts, &OverdoseSources::losses, &OverdoseSources::notices, &OverdoseSources::rules})
            if (Done done = (this->*source)(); !done)
                return done;
        return {};
    }

private:
    Done leavings() { return readLeavings(*this); }
    Done treatments() { return readTreatments(*this); }

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
        UseOnFile one{.from = markOf(use),
            .asOf = asOf,
            .substance = substance.substanceClass,
            .catalogued = said.substanceId.value,
            .name = substance.name,
            .days = said.days};
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

    /// Naloxone of their own: whether one that they may rely on is to hand, or since when none is.
    Done takeHome()
    {
        QHash<qint64, QList<Kept<TakeHomeNaloxone>>> theirs;
        Done read = each<TakeHomeNaloxone>(
            [&theirs](OverdoseInput &, const Kept<TakeHomeNaloxone> &one) { theirs[one.value.personId.value].append(one); });
        if (!read || theirs.isEmpty())
            return read;
        const auto recalls = naloxoneRecalls(m_records.database(), false);
        if (!recalls)
            return recalls.error();
        for (auto it = theirs.cbegin(); it != theirs.cend(); ++it) {
            OverdoseInput &input = m_onFile.of[it.key()];
            if (const auto told = naloxoneToHand(it.value(), input.today, recallDays(*recalls)))
                input.naloxone.append({markOf(it.value().at(told->which)), told->on, told->isToHand});
        }
        return {};
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

    Done losses()
    {
        return each<Loss>([this](OverdoseInput &input, const Kept<Loss> &loss) {
            if (loss.value.onDay)
                input.losses.append({markOf(loss), {loss.value.onDay->earliest(), loss.value.onDay->latest()},
                    m_records.choices().label(u"loss_of"_s, loss.value.what.code)});
        });
    }

    /// Given and not taken back: since it was given, and anew from the day of leaving on.
    Done notices()
    {
        return each<StayNotice>(
            [this](OverdoseInput &input, const Kept<StayNotice> &notice) {
                if (!notice.value.counts())
                    return;
                const QDate ends = notice.value.endsOn.value_or(*notice.value.givenOn);
                input.notices.append({markOf(notice), KnownDays::on(ends <= input.today ? ends : *notice.value.givenOn),
                    m_records.choices().label(u"stay_letter_reason"_s, notice.value.reason.code)});
            },
            u"given_on IS NOT NULL"_s);
    }

    /// Alerts that nobody ended, whatever day they were to be asked about: the fact goes by a decision only.
    Done drugAlerts()
    {
        if (!reaches(recordType<DrugAlert>()) || !reaches(Category::SubstanceUse)) {
            m_onFile.isPartial = true;
            return {};
        }
        const QDate today = m_onFile.of.isEmpty() ? QDate() : m_onFile.of.cbegin()->today;
        const auto rows = drugAlertsInForce(m_records.database(), today);
        if (!rows)
            return rows.error();
        QHash<qint64, Kept<DrugAlert>> alerts;
        for (const KeptRow &row : *rows) {
            const auto alert = asKind<DrugAlert>(row);
            if (!alert)
                return alert.error();
            alerts.insert(row.id, *alert);
        }
        if (alerts.isEmpty())
            return {};
        QHash<QPair<qint64, qint64>, AlertFits> decided; // by alert and person
        Done read = each<DrugAlertPerson>([&](OverdoseInput &, const Kept<DrugAlertPerson> &part) {
            if (part.value.fits)
                decided.insert({part.value.alertId.value, part.value.personId.value}, *part.value.fits);
        });
        for (auto person = m_onFile.of.begin(); read && person != m_onFile.of.end(); ++person)
            for (const Kept<DrugAlert> &alert : std::as_const(alerts)) {
                const auto said = decided.constFind({alert.id.value, person.key()});
                const bool doesFit
                    = said == decided.constEnd() ? usesWhatIsSoldAs(person->uses, alert.value.soldAsId.value) : *said == AlertFits::Fits;
                person->drugAlerts.append({markOf(alert), u"%1, %2 (%3)"_s.arg(alert.value.number, alert.value.soldAs, alert.value.issuer),
                    alert.value.fromOn, today, doesFit});
            }
        return read;
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

    QHash<qint64, QDate> m_asOf; ///< of each review
    QHash<qint64, Substance> m_substances;
};

} // namespace

Result<OverdoseOnFile> readOverdose(const RecordReader &records, const QList<qint64> &people, QDate today, OverdoseReach reach)
{
    OverdoseOnFile onFile;
    for (const qint64 person : people)
        onFile.of.insert(person, OverdoseInput{.today = today});
    const Done read = OverdoseSources(records, people, reach, onFile).read();
    return read ? Result(onFile) : read.error();
}

bool readsEveryFact(const Session &session)
{
    const std::initializer_list<const RecordType *> sources{&recordType<SubstanceReview>(), &recordType<SubstanceUse>(),
        &recordType<Incident>(), &recordType<IncidentPerson>(), &recordType<TakeHomeNaloxone>(), &recordType<Stay>(),
        &recordType<ReferralIn>(), &recordType<HospitalStay>(), &recordType<CustodySpell>(), &recordType<HealthCondition>(),
        &recordType<Alert>(), &recordType<Risk>(), &recordType<SeemedIntoxicated>(), &recordType<Prescription>(),
        &recordType<TreatmentPart>(), &recordType<LeavingPlan>(), &recordType<DrugAlert>(), &recordType<DrugAlertPerson>(),
        &recordType<Loss>(), &recordType<StayNotice>()};
    const Field *dose = recordType<HospitalStay>().fieldNamed(u"dose_given"_s);
    return session.may(Act::Read, Category::Health) && session.may(Act::Read, recordType<HospitalStay>().categoryOf(*dose))
        && std::all_of(sources.begin(), sources.end(), [&session](const RecordType *type) {
               return session.may(Act::Read, type->category) && session.roleMay(type->access.readers, type->category);
           });
}

} // namespace keywork
