// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/overdose_tolerance.h"

#include <QMap>
#include <algorithm>
#include <tuple>

namespace keywork {

namespace {

constexpr int kOverdoseWindow = 28; ///< what "days in the last 28" of a review looks back on
constexpr int kDaysUntilStopped = 2; ///< without alcohol or benzodiazepines, until it counts as stopped; house rule

bool isOpioidUse(const UseOnFile &use) { return use.substance == SubstanceClass::Opioid; }

/// The latest day on which it can have been used, also when the review says "not in 28 days" and no more.
std::optional<KnownDays> lastPossible(const UseOnFile &use)
{
    if (const auto day = usedOn(use))
        return day;
    if (use.days != 0)
        return {};
    const QDate before = use.answeredOn().addDays(-kOverdoseWindow);
    return KnownDays{before.addDays(-1), before}; // at the latest
}

/// Uses of which the record knows the day, and days since which a substitute dose was stable.
QList<KnownDays> opioidsTaken(const OverdoseInput &input)
{
    QList<KnownDays> taken;
    for (const UseOnFile &use : input.uses)
        if (const auto day = usedOn(use); day && isOpioidUse(use))
            taken.append(*day);
    for (const TreatmentOnFile &one : input.treatments)
        if (one.stableSince)
            taken.append(KnownDays::on(*one.stableSince));
    return taken;
}

/// The first use after the drop that surely came after it, by the latest day that it can have been.
std::optional<KnownDays> resumedAfter(QDate day, const QList<KnownDays> &taken, QDate today)
{
    std::optional<KnownDays> first;
    for (const KnownDays &one : taken)
        if (one.earliest >= day && one.latest <= today
            && (!first || std::tuple(one.latest, one.earliest) < std::tuple(first->latest, first->earliest)))
            first = one;
    return first;
}

/// A dose that was stable before the drop and has been since: it resumed with the drop itself.
bool goesOnStable(const OverdoseInput &input, QDate day)
{
    return day <= input.today && std::any_of(input.treatments.cbegin(), input.treatments.cend(), [day](const TreatmentOnFile &one) {
        return one.stableSince && *one.stableSince < day && !one.stopped;
    });
}

/// The substances of one review.
using ByReview = QMap<QDate, QList<UseOnFile>>;
ByReview byReview(const QList<UseOnFile> &uses, const std::function<bool(const UseOnFile &)> &which)
{
    ByReview reviews;
    for (const UseOnFile &use : uses)
        if (which(use))
            reviews[use.asOf].append(use);
    for (QList<UseOnFile> &review : reviews)
        std::sort(review.begin(), review.end(), [](const UseOnFile &a, const UseOnFile &b) {
            return std::tuple(a.name, a.from.kind, a.from.record) < std::tuple(b.name, b.from.kind, b.from.record);
        });
    return reviews;
}

/// Since when somebody was without all of these, as the review of that day tells; none: not without, or not known.
std::optional<ToleranceDrop> pauseIn(const QList<UseOnFile> &review, const QStringList &usual, int daysWithout)
{
    std::optional<KnownDays> last;
    ToleranceDrop pause;
    for (const UseOnFile &use : review) {
        const auto day = lastPossible(use);
        if (!day)
            return {}; // one of them nobody knows about
        if (use.answeredOn() < use.asOf && use.days.value_or(1) > 0)
            return {}; // used when it was last said, and nobody asked in this review
        if (!last || day->latest > last->latest) {
            last = day;
            pause.from = use.from;
        }
        if (usual.contains(use.name))
            pause.what.append(use.name);
    }
    if (!last || pause.what.isEmpty() || last->latest.daysTo(review.first().asOf) < daysWithout)
        return {};
    pause.since = {last->earliest.addDays(1), last->latest.addDays(1)};
    return pause;
}

/// The pauses that reviews tell of, the same one once.
QList<ToleranceDrop> pausesIn(const ByReview &reviews, int daysWithout, const std::function<bool(const UseOnFile &)> &isUsual)
{
    QMap<QDate, ToleranceDrop> pauses;
    QStringList usual;
    for (const QList<UseOnFile> &review : reviews) { // by their day, so that what was usual before counts
        for (const UseOnFile &use : review)
            if (isUsual(use) && !usual.contains(use.name))
                usual.append(use.name);
        if (const auto pause = pauseIn(review, usual, daysWithout); pause && !pauses.contains(pause->since.latest))
            pauses.insert(pause->since.latest, *pause);
    }
    return pauses.values();
}

bool knowsNoOpioids(const OverdoseInput &input)
{
    return !input.reviews.isEmpty() && input.treatments.isEmpty() && std::none_of(input.uses.cbegin(), input.uses.cend(), isOpioidUse);
}

/// Whether coming out of there lowered it: a hospital that gave the dose kept it up, as far as somebody knows.
bool lowers(const LeavingOnFile &leaving, const OverdoseInput &input)
{
    if (leaving.left.earliest > input.today)
        return false;
    if (leaving.kind != OverdoseFactKind::LeftHospital)
        return true;
    return leaving.dose != DoseThere::Yes && !knowsNoOpioids(input);
}

} // namespace

int OverdoseRules::daysOf(OverdoseFactKind fact) const
{
    const OverdoseThreshold &ours = overdoseThresholdOf(fact);
    const auto set = m_set.constFind(int(fact));
    if (set == m_set.constEnd() || !set->days)
        return ours.days;
    return int(std::clamp<qint64>(*set->days, ours.least, ours.most));
}

bool OverdoseRules::isOff(OverdoseFactKind fact) const
{
    const auto set = m_set.constFind(int(fact));
    return set != m_set.constEnd() && set->off && !overdoseThresholdOf(fact).suggestsHigh;
}

bool OverdoseRules::holds(const KnownDays &days, OverdoseFactKind fact, QDate today) const
{
    if (days.earliest > today)
        return false;
    const int lasts = daysOf(fact);
    return lasts == 0 || std::min(days.latest, today).daysTo(today) < lasts;
}

std::optional<KnownDays> usedOn(const UseOnFile &use)
{
    if (use.lastUsed)
        return KnownDays{std::min(use.lastUsed->earliest, use.answeredOn()), std::min(use.lastUsed->latest, use.answeredOn())};
    if (use.days.value_or(0) == 0)
        return {};
    return KnownDays{use.answeredOn().addDays(1 - kOverdoseWindow), use.answeredOn()};
}

QList<ToleranceDrop> toleranceDrops(const OverdoseInput &input, const OverdoseRules &rules)
{
    QList<ToleranceDrop> all;
    for (const LeavingOnFile &leaving : input.leavings)
        if (lowers(leaving, input))
            all.append(
                {leaving.kind, {leaving.left.earliest, std::min(leaving.left.latest, input.today)}, {}, leaving.dose, {}, leaving.from});
    const auto isUsual = [](const UseOnFile &use) { return use.isDependent || use.isPrescribed; };
    for (ToleranceDrop pause : pausesIn(byReview(input.uses, isOpioidUse), rules.daysOf(OverdoseFactKind::BreakFromOpioids), isUsual)) {
        pause.kind = OverdoseFactKind::BreakFromOpioids;
        all.append(pause);
    }
    const QList<KnownDays> taken = opioidsTaken(input);
    QList<ToleranceDrop> low;
    for (ToleranceDrop &drop : all) {
        drop.resumed = goesOnStable(input, drop.since.latest) ? KnownDays::on(drop.since.latest)
                                                              : resumedAfter(drop.since.latest, taken, input.today);
        // A break's own figure says how many days make it; how long it counts afterwards is that of leaving custody.
        const OverdoseFactKind lasts = drop.kind == OverdoseFactKind::BreakFromOpioids ? OverdoseFactKind::LeftCustody : drop.kind;
        if (drop.since.earliest <= input.today && (!drop.resumed || rules.holds(*drop.resumed, lasts, input.today)))
            low.append(drop);
    }
    return low;
}

QList<ToleranceDrop> suddenStops(const OverdoseInput &input, const OverdoseRules &rules)
{
    QList<ToleranceDrop> stops;
    for (const SubstanceClass substance : {SubstanceClass::Alcohol, SubstanceClass::Benzodiazepine}) {
        const auto isOfClass = [substance](const UseOnFile &use) { return use.substance == substance; };
        QList<KnownDays> taken;
        for (const UseOnFile &use : input.uses)
            if (const auto day = usedOn(use); day && isOfClass(use))
                taken.append(*day);
        const auto pauses
            = pausesIn(byReview(input.uses, isOfClass), kDaysUntilStopped, [](const UseOnFile &use) { return use.isDependent; });
        for (const ToleranceDrop &pause : pauses)
            if (rules.holds(pause.since, OverdoseFactKind::StoppedSuddenly, input.today)
                && !resumedAfter(pause.since.latest, taken, input.today))
                stops.append(pause);
    }
    return stops;
}

DoseRun runWithoutDose(const QList<DoseDay> &doses, QDate today)
{
    QMap<QDate, DoseDay> days;
    for (const DoseDay &dose : doses) {
        if (dose.day > today)
            continue;
        const auto known = days.find(dose.day);
        if (known == days.end()) {
            days.insert(dose.day, dose);
            continue;
        }
        if (known->held != dose.held)
            known->held = DoseHeld::NotKnown; // two records that contradict each other
        if (std::tuple(dose.from.kind, dose.from.record) > std::tuple(known->from.kind, known->from.record))
            known->from = dose.from;
    }
    DoseRun run;
    const QList<DoseDay> inOrder = days.values();
    for (auto day = inOrder.crbegin(); day != inOrder.crend() && day->held != DoseHeld::Held; ++day) {
        if (!run.last.latest.isValid()) {
            run.last = KnownDays::on(day->day);
        }
        run.from = day->from; // the first of the run: it stays the same while the run goes on
        run.certain += day->held == DoseHeld::NotHeld ? 1 : 0;
        ++run.perhaps;
    }
    return run;
}

} // namespace keywork
