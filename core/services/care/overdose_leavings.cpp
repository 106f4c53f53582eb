// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/overdose_source.h"

#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/domain/leaving_plan.h"
#include "core/domain/stay.h"
#include "core/domain/treatment.h"
#include "core/rules/dose_there.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kStillAFactDays = 365; // what ended earlier and was only now written down is their story (house rule)
constexpr int kSameLeavingDays = 7; // two records of a leaving within so many days are about one (house rule)

class OverdoseLeavings : public OverdoseSource {
public:
    explicit OverdoseLeavings(const OverdoseSource &source)
        : OverdoseSource(source)
    {
    }

    Done read()
    {
        using Source = Done (OverdoseLeavings::*)();
        for (const Source source : {&OverdoseLeavings::waysIn, &OverdoseLeavings::hospitalStays, &OverdoseLeavings::custodySpells,
                 &OverdoseLeavings::treatmentParts, &OverdoseLeavings::comingOut}) // what the others tell of is known to the last
            if (Done done = (this->*source)(); !done)
                return done;
        return {};
    }

private:
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
        case LeavingFrom::House:
            return {}; // a notice is a fact of its own
        }
        return {};
    }

    /// The day that was planned and the day it was may lie apart.
    static bool isToldOf(const QList<LeavingOnFile> &leavings, OverdoseFactKind kind, QDate day)
    {
        return std::any_of(leavings.cbegin(), leavings.cend(),
            [kind, day](const LeavingOnFile &one) { return one.kind == kind && qAbs(one.left.latest.daysTo(day)) <= kSameLeavingDays; });
    }
};

} // namespace

Done readLeavings(const OverdoseSource &source) { return OverdoseLeavings(source).read(); }

} // namespace keywork
