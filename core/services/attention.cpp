// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/attention.h"

#include "core/domain/care_plan.h"
#include "core/domain/referral.h"

#include <QMap>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

WatchItem itemFor(const ResidentLine &line, Watch watch, QDate day = {}, const QString &detail = {})
{
    return {watch, line.person.id, line.person.value.displayName(), line.room, day, detail};
}

void watchPlan(const ResidentLine &line, QDate today, QList<WatchItem> &items)
{
    const PlanStanding &plan = line.plan;
    const QString version = QString::number(plan.issuedVersion);
    if (plan.issuedVersion == 0) {
        if (line.stay && line.stay->value.arrivedOn && line.stay->value.arrivedOn->daysTo(today) >= kSettlingInDays)
            items.append(itemFor(line, Watch::NoPlan, *line.stay->value.arrivedOn));
        return;
    }
    if (plan.reviewOn && *plan.reviewOn < today)
        items.append(itemFor(line, Watch::PlanReviewOverdue, *plan.reviewOn, version));
    const bool unsaid = plan.signOff.isEmpty() || plan.signOff == QLatin1String(codeOf(SignOffKind::Waiting));
    if (unsaid)
        items.append(itemFor(line, Watch::PlanNotSigned, plan.onDay, version));
    if (plan.signOff == QLatin1String(codeOf(SignOffKind::TooUnwell)))
        items.append(itemFor(line, Watch::AskAgain, plan.onDay, version));
}

void sortByPressing(QList<WatchItem> &items)
{
    std::stable_sort(items.begin(), items.end(), [](const WatchItem &a, const WatchItem &b) { return int(a.watch) < int(b.watch); });
}

} // namespace

QList<WatchItem> watchList(const QList<ResidentLine> &lines, QDate today, bool seesStages, bool seesPlans)
{
    QList<WatchItem> items;
    for (const ResidentLine &line : lines) {
        if (line.isClosed)
            continue; // what is not known here can't be missing here
        const bool here = line.stay && line.stay->value.isHereOn(today);
        if (!here) {
            if (line.stay && line.stay->value.isExpected() && line.stay->value.expectedOn && *line.stay->value.expectedOn <= today)
                items.append(itemFor(line, Watch::ExpectedToday, *line.stay->value.expectedOn));
            continue;
        }
        if (seesPlans)
            watchPlan(line, today, items);
        if (!line.person.value.keyworkerId)
            items.append(itemFor(line, Watch::NoKeyworker));
        if (seesStages && !line.stage && line.stay->value.arrivedOn->daysTo(today) >= kSettlingInDays)
            items.append(itemFor(line, Watch::NoStage, *line.stay->value.arrivedOn));
    }
    sortByPressing(items);
    return items;
}

Result<QList<WatchItem>> Attention::today() const
{
    const auto here = m_people.residents(ResidentGroup::HereNow);
    if (!here)
        return here.error();
    const auto expected = m_people.residents(ResidentGroup::Expected);
    if (!expected)
        return expected.error();
    const QDate today = m_records.today();
    QList<WatchItem> items = watchList(*here + *expected, today, m_records.session().may(Act::Read, Category::SubstanceUse),
        m_records.session().may(Act::Read, Category::CarePlan));
    if (!m_records.session().may(Act::Share, Category::Identity))
        return items;
    const auto agencies = m_records.all<Agency>({.withWithdrawn = true});
    if (!agencies)
        return agencies.error();
    QHash<qint64, QString> names;
    for (const Kept<Agency> &agency : *agencies)
        names.insert(agency.id.value, agency.value.name);
    Done watched = watchAgreements(*here, names, today, items);
    if (watched)
        watched = watchReferrals(names, today, items);
    if (watched)
        watched = watchLawfulReasons(names, items);
    if (!watched)
        return watched.error();
    sortByPressing(items);
    return items;
}

namespace {

/// What Today says about the latest word to an agency; nothing for most.
std::optional<std::pair<Watch, QDate>> watchFor(const SharingAgreement &held, QDate today)
{
    if (held.state == AgreementState::CouldNotDecide && held.askAgainOn && *held.askAgainOn <= today)
        return std::pair(Watch::AskAboutSharing, *held.askAgainOn);
    if (!held.agrees() || !held.untilOn || *held.untilOn > today.addDays(kAgreementWarningDays)
        || *held.untilOn < today.addDays(-kLapsedDays))
        return {};
    return std::pair(*held.untilOn < today ? Watch::AgreementLapsed : Watch::AgreementEnding, *held.untilOn);
}

} // namespace

Done Attention::watchAgreements(
    const QList<ResidentLine> &here, const QHash<qint64, QString> &agencies, QDate today, QList<WatchItem> &items) const
{
    const auto agreements = m_records.all<SharingAgreement>({.orderBy = u"id"_s});
    if (!agreements)
        return agreements.error();
    // The latest word to an agency holds; an agreement that was followed by another one has ended already.
    QMap<std::pair<qint64, qint64>, SharingAgreement> latest;
    for (const Kept<SharingAgreement> &agreement : *agreements)
        latest.insert({agreement.value.personId.value, agreement.value.agencyId.value}, agreement.value);
    for (const ResidentLine &line : here)
        for (auto it = latest.lowerBound({line.person.id.value, 0}); it != latest.end() && it.key().first == line.person.id.value; ++it)
            if (const auto due = watchFor(it.value(), today))
                items.append(itemFor(line, due->first, due->second, agencies.value(it.key().second)));
    return {};
}

Result<WatchItem> Attention::itemAbout(Id<Person> id, Watch watch, QDate day, const QString &detail) const
{
    // Also of those who left: an answer or a review is waited for all the same.
    const auto line = m_people.line(id);
    if (!line)
        return line.error();
    return itemFor(*line, watch, day, detail);
}

Done Attention::watchReferrals(const QHash<qint64, QString> &agencies, QDate today, QList<WatchItem> &items) const
{
    const auto due = m_records.all<Referral>(
        {.filters = {{u"chase_on"_s, Filter::Comparison::AtMost, today.toString(Qt::ISODate)}}, .orderBy = u"chase_on"_s});
    if (!due)
        return due.error();
    for (const Kept<Referral> &referral : *due) {
        if (!isOpen(referral.value.state))
            continue;
        const auto item = itemAbout(
            referral.value.personId, Watch::ReferralUnanswered, *referral.value.chaseOn, agencies.value(referral.value.agencyId.value));
        if (!item && item.error().kind == ErrorKind::NotFound)
            continue; // the record was marked as entered in error
        if (!item)
            return item.error();
        items.append(*item);
    }
    return {};
}

Done Attention::watchLawfulReasons(const QHash<qint64, QString> &agencies, QList<WatchItem> &items) const
{
    const auto reasons = m_records.all<LawfulReason>({.orderBy = u"id"_s});
    if (!reasons)
        return reasons.error();
    const bool manages = m_records.session().may(Act::Manage, Category::Identity);
    for (const Kept<LawfulReason> &reason : *reasons) {
        const QDate day = m_records.clock().local(reason.createdAt).date();
        const QString agency = agencies.value(reason.value.agencyId.value);
        QList<Watch> due;
        if (manages && reason.value.review == LawfulReview::Waiting)
            due.append(Watch::LawfulReasonUnreviewed);
        if (!reason.value.isComplete())
            due.append(Watch::LawfulReasonIncomplete);
        for (const Watch watch : std::as_const(due)) {
            const auto item = itemAbout(reason.value.personId, watch, day, agency);
            if (!item && item.error().kind == ErrorKind::NotFound)
                continue; // the record was marked as entered in error
            if (!item)
                return item.error();
            items.append(*item);
        }
    }
    return {};
}

Result<std::array<int, 5>> Attention::stageCounts() const
{
    const auto here = m_people.residents(ResidentGroup::HereNow);
    if (!here)
        return here.error();
    std::array<int, 5> counts{};
    for (const ResidentLine &line : *here)
        if (line.stage)
            ++counts[size_t(line.stage->stage)];
    return counts;
}

} // namespace keywork
