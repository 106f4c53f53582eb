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

QList<WatchItem> watchList(const QList<ResidentLine> &lines, QDate today)
{
    QList<WatchItem> items;
    for (const ResidentLine &line : lines) {
        const bool here = line.stay && line.stay->value.isHereOn(today);
        if (!here) {
            if (line.stay && line.stay->value.isExpected() && line.stay->value.expectedOn && *line.stay->value.expectedOn <= today)
                items.append(itemFor(line, Watch::ExpectedToday, *line.stay->value.expectedOn));
            continue;
        }
        watchPlan(line, today, items);
        if (!line.person.value.keyworkerId)
            items.append(itemFor(line, Watch::NoKeyworker));
        if (!line.stage && line.stay->value.arrivedOn->daysTo(today) >= kSettlingInDays)
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
    QList<WatchItem> items = watchList(*here + *expected, today);
    if (!m_records.session().may(Act::Share, Category::Identity))
        return items;
    const auto ending = m_records.all<SharingAgreement>(
        {.filters = {{u"until_on"_s, Filter::Comparison::AtLeast, today.toString(Qt::ISODate)},
             {u"until_on"_s, Filter::Comparison::AtMost, today.addDays(kAgreementWarningDays).toString(Qt::ISODate)}}});
    if (!ending)
        return ending.error();
    for (const Kept<SharingAgreement> &agreement : *ending) {
        const bool agrees = agreement.value.state == AgreementState::Given || agreement.value.state == AgreementState::InPart;
        for (const ResidentLine &line : *here)
            if (agrees && line.person.id == agreement.value.personId) {
                const auto agency = m_records.one(agreement.value.agencyId);
                items.append(itemFor(line, Watch::AgreementEnding, *agreement.value.untilOn, agency ? agency->value.name : QString()));
            }
    }
    return items;
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
