// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/substance_changes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kUseWindowDays = 28;

const SubstanceUse *useOf(const UseReview &review, Id<Substance> substance)
{
    const auto found = std::find_if(
        review.uses.cbegin(), review.uses.cend(), [substance](const SubstanceUse &use) { return use.substanceId == substance; });
    return found == review.uses.cend() ? nullptr : &*found;
}

bool isSo(const std::optional<UseOften> &often) { return often && *often != UseOften::No; }
bool isNotSo(const std::optional<UseOften> &often) { return often == UseOften::No; }

/// Naloxone works on opioids; bought tablets may hold some (additions.md, "Support").
bool mayHoldOpioid(const SubstanceUse &use, SubstanceClass of)
{
    const bool isTablet = of == SubstanceClass::Benzodiazepine || of == SubstanceClass::Sedative;
    return of == SubstanceClass::Opioid || (isTablet && use.source == UseSource::Bought);
}

/// The changes of one substance.
class OfSubstance {
public:
    OfSubstance(const SubstanceUse *before, const SubstanceUse *now, SubstanceClass of, int shared)
        : m_before(before)
        , m_now(now)
        , m_class(of)
        , m_shared(shared)
    {
    }

    QList<UseChange> changes(bool isKnownFromBefore)
    {
        if (!m_now) {
            add(UseChangeKind::NotInReview);
            return m_changes;
        }
        if (!m_before) {
            lookAtFirst(isKnownFromBefore);
            return m_changes;
        }
        const QStringList differing = differingAnswers(*m_before, *m_now);
        for (const QString &column : differing)
            if (!followsFromAnother(column, differing))
                lookAt(column);
        return m_changes;
    }

private:
    /// What needs no line of its own beside the change that brought it; one that follows from nothing always stays.
    bool followsFromAnother(const QString &column, const QStringList &differing) const
    {
        if (column == u"not_said"_s) {
            const QStringList reasons = differingReasons(*m_before, *m_now);
            return !reasons.isEmpty()
                && std::all_of(reasons.cbegin(), reasons.cend(), [&](const QString &one) { return differing.contains(one); });
        }
        if (column == u"unit"_s)
            return differing.contains(u"amount"_s);
        const char *asking = recordType<SubstanceUse>().fieldNamed(column)->shownWhen.column;
        return asking && differing.contains(QString::fromLatin1(asking));
    }

    void lookAtFirst(bool isKnownFromBefore)
    {
        const bool isUsed = m_now->isUsed().value_or(true);
        add(!isKnownFromBefore ? UseChangeKind::New : isUsed ? UseChangeKind::Returned : UseChangeKind::Stopped);
        if (m_now->route == UseRoute::Inject)
            add(UseChangeKind::NowInjected);
        if (isSo(m_now->shares))
            add(UseChangeKind::NowShared);
    }

    void lookAt(const QString &column)
    {
        if (column == u"days"_s)
            return lookAtDays();
        if (column == u"route"_s)
            return lookAtRoute();
        if (column == u"amount"_s)
            return lookAtAmount();
        if (column == u"alone"_s)
            return lookAtOften(m_before->alone, m_now->alone, UseChangeKind::NowAlone, UseChangeKind::NowWithOthers, column);
        if (column == u"shares"_s)
            return lookAtOften(m_before->shares, m_now->shares, UseChangeKind::NowShared, UseChangeKind::NoLongerShared, column);
        add(UseChangeKind::Answer, column);
    }

    void lookAtDays()
    {
        if (!m_before->days || !m_now->days)
            return add(UseChangeKind::Answer, u"days"_s);
        if (*m_before->days == 0)
            return add(UseChangeKind::Returned);
        if (*m_now->days == 0)
            return add(UseChangeKind::Stopped);
        if (m_shared > 0)
            return add(UseChangeKind::DaysDiffer);
        add(*m_now->days > *m_before->days ? UseChangeKind::MoreDays : UseChangeKind::FewerDays);
    }

    void lookAtRoute()
    {
        if (m_now->route == UseRoute::Inject)
            return add(UseChangeKind::NowInjected);
        if (!m_before->route || !m_now->route)
            return add(UseChangeKind::Answer, u"route"_s);
        add(m_before->route == UseRoute::Inject ? UseChangeKind::NoLongerInjected : UseChangeKind::RouteChanged);
    }

    void lookAtAmount()
    {
        if (!m_before->amount || !m_now->amount || m_before->unit != m_now->unit)
            return add(UseChangeKind::Answer, u"amount"_s);
        add(*m_now->amount > *m_before->amount ? UseChangeKind::MoreAmount : UseChangeKind::LessAmount);
    }

    void lookAtOften(const std::optional<UseOften> &before, const std::optional<UseOften> &now, UseChangeKind begins, UseChangeKind ends,
        const QString &column)
    {
        if (isSo(now) && !isSo(before))
            return add(begins);
        if (isSo(before) && isNotSo(now))
            return add(ends);
        add(UseChangeKind::Answer, column);
    }

    void add(UseChangeKind kind, const QString &column = {})
    {
        UseChange change{kind, (m_now ? m_now : m_before)->substanceId, column, {}, {}, offers(kind)};
        if (m_before)
            change.before = *m_before;
        if (m_now)
            change.now = *m_now;
        m_changes.append(change);
    }

    QList<UseOffer> offers(UseChangeKind kind) const
    {
        QList<UseOffer> offered;
        const bool wantsEquipment = kind == UseChangeKind::NowInjected || kind == UseChangeKind::NowShared;
        const bool isAlone = kind == UseChangeKind::NowAlone;
        if (!wantsEquipment && !isAlone && kind != UseChangeKind::Returned)
            return offered;
        if (wantsEquipment)
            offered.append(UseOffer::NeedleExchange);
        if (mayHoldOpioid(*m_now, m_class))
            offered.append(UseOffer::Naloxone);
        if (isAlone || kind == UseChangeKind::Returned)
            offered.append(UseOffer::NotAlone);
        offered.append(UseOffer::WhereToGetHelp);
        return offered;
    }

    const SubstanceUse *m_before;
    const SubstanceUse *m_now;
    const SubstanceClass m_class;
    const int m_shared;
    QList<UseChange> m_changes;
};

} // namespace

int sharedDays(QDate before, QDate now)
{
    const qint64 apart = std::abs(before.daysTo(now));
    return apart < kUseWindowDays ? int(kUseWindowDays - apart) : 0;
}

QStringList differingAnswers(const SubstanceUse &before, const SubstanceUse &now)
{
    const Row then = toRow(before);
    const Row later = toRow(now);
    QStringList columns;
    for (const Field &field : then.type->fields) {
        const QString column = QString::fromLatin1(field.column);
        const bool isAnswer = (!field.kept || column == u"not_said"_s) && column != u"substance_id"_s;
        if (isAnswer && then.value(column) != later.value(column))
            columns.append(column);
    }
    return columns;
}

QStringList differingReasons(const SubstanceUse &before, const SubstanceUse &now)
{
    QStringList columns;
    for (const Field &field : recordType<SubstanceUse>().fields) {
        const QString column = QString::fromLatin1(field.column);
        const auto reasonOf = [&column](const SubstanceUse &use) {
            const auto reason = use.notSaid.reasons.constFind(column);
            return reason == use.notSaid.reasons.constEnd() ? std::nullopt : std::optional(*reason);
        };
        if (reasonOf(before) != reasonOf(now))
            columns.append(column);
    }
    return columns;
}

bool sameAnswers(const SubstanceUse &one, const SubstanceUse &other)
{
    return one.substanceId == other.substanceId && differingAnswers(one, other).isEmpty();
}

UseComparison useChanges(const UseReview &before, const UseReview &now, const ClassOf &classOf, const std::set<qint64> &usedEarlier)
{
    std::set<qint64> all;
    for (const QList<SubstanceUse> &uses : {before.uses, now.uses})
        for (const SubstanceUse &use : uses)
            all.insert(use.substanceId.value);
    UseComparison comparison{sharedDays(before.asOn, now.asOn), {}};
    for (const qint64 substance : all) {
        const Id<Substance> id{substance};
        OfSubstance one(useOf(before, id), useOf(now, id), classOf(id), comparison.sharedDays);
        comparison.changes += one.changes(usedEarlier.contains(substance));
    }
    std::stable_sort(
        comparison.changes.begin(), comparison.changes.end(), [](const UseChange &a, const UseChange &b) { return a.kind < b.kind; });
    return comparison;
}

QList<SubstanceUse> carriedOn(const UseReview &before)
{
    QList<SubstanceUse> uses = before.uses;
    for (SubstanceUse &use : uses) {
        use.reviewId = {};
        use.sameAs = use.sameAs.value_or(before.asOn);
    }
    return uses;
}

QList<SubstanceUse> withSameAs(const UseReview &before, QList<SubstanceUse> now, const std::set<qint64> &confirmed)
{
    for (SubstanceUse &use : now) {
        const SubstanceUse *then = useOf(before, use.substanceId);
        const bool isUntouched = then && !confirmed.contains(use.substanceId.value) && sameAnswers(*then, use);
        use.sameAs = isUntouched ? std::optional(then->sameAs.value_or(before.asOn)) : std::nullopt;
    }
    return now;
}

QList<UsePoint> useHistory(QList<UseReview> reviews, Id<Substance> substance)
{
    std::stable_sort(reviews.begin(), reviews.end(), [](const UseReview &a, const UseReview &b) { return a.asOn < b.asOn; });
    QList<UsePoint> points;
    QDate previous;
    for (const UseReview &review : std::as_const(reviews)) {
        const SubstanceUse *use = useOf(review, substance);
        if (!use && points.isEmpty()) {
            previous = review.asOn;
            continue; // nothing was known of it yet
        }
        UsePoint point;
        point.asOn = review.asOn;
        point.overlapsBefore = previous.isValid() && sharedDays(previous, review.asOn) > 0;
        if (use) {
            point.known = use->days ? UsePoint::Known::Days : UsePoint::Known::NotKnown;
            point.days = use->days.value_or(0);
            point.sameAs = use->sameAs;
        }
        points.append(point);
        previous = review.asOn;
    }
    return points;
}

} // namespace keywork
