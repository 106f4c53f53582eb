// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/attention.h"

#include "core/domain/care_plan.h"
#include "core/domain/sharing.h"

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

} // namespace

QList<WatchItem> watchList(const QList<ResidentLine> &lines, QDate today, bool seesStages, bool seesPlans)
{
    QList<WatchItem> items;
    for (const ResidentLine &line : lines) {
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
    std::stable_sort(items.begin(), items.end(), [](const WatchItem &a, const WatchItem &b) { return int(a.watch) < int(b.watch); });
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
    if (Done watched = watchAgreements(*here, today, items); !watched)
        return watched.error();
    return items;
}

Done Attention::watchAgreements(const QList<ResidentLine> &here, QDate today, QList<WatchItem> &items) const
{
    const auto agreements = m_records.all<SharingAgreement>({.orderBy = u"id"_s});
    const auto agencies = m_records.all<Agency>({.withWithdrawn = true});
    if (!agreements || !agencies)
        return Error{ErrorKind::Storage, u"agreements"_s, {}};
    QHash<qint64, QString> names;
    for (const Kept<Agency> &agency : *agencies)
        names.insert(agency.id.value, agency.value.name);
    // The latest word to an agency holds; an agreement that was followed by another one has ended already.
    QHash<std::pair<qint64, qint64>, SharingAgreement> latest;
    for (const Kept<SharingAgreement> &agreement : *agreements)
        latest.insert({agreement.value.personId.value, agreement.value.agencyId.value}, agreement.value);
    for (const ResidentLine &line : here)
        for (const Kept<Agency> &agency : *agencies) {
            const auto held = latest.constFind({line.person.id.value, agency.id.value});
            if (held != latest.constEnd() && held->agrees() && held->untilOn && *held->untilOn >= today
                && *held->untilOn <= today.addDays(kAgreementWarningDays))
                items.append(itemFor(line, Watch::AgreementEnding, *held->untilOn, names.value(agency.id.value)));
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
