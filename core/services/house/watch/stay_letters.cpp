// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/stay_letters.h"
#include "core/domain/house.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching_notices.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Result<qint64> noticeAheadDays(const WatchFacts &facts)
{
    const auto houses = facts.records().all<House>();
    if (!houses)
        return houses.error();
    return houses->isEmpty() ? House().noticeAheadDays : houses->first().value.noticeAheadDays;
}

/// Those that end within the house's days, or have ended with them still here.
Result<QList<WatchItem>> noticesEndingFrom(const WatchFacts &facts, bool isOver)
{
    const auto ahead = noticeAheadDays(facts);
    if (!ahead)
        return ahead.error();
    return facts.ofRecords<StayNotice>(noticesOpen(facts.database()), [&](const Kept<StayNotice> &notice, WatchItem &item) {
        if (!notice.value.counts() || !notice.value.endsOn)
            return false;
        const qint64 days = facts.today().daysTo(*notice.value.endsOn);
        item.day = *notice.value.endsOn;
        item.places.insert(u"count"_s, QString::number(days));
        return isOver ? days <= 0 : days > 0 && days <= *ahead;
    });
}

Result<QList<WatchItem>> noticeEndingDue(const WatchFacts &facts) { return noticesEndingFrom(facts, false); }

Result<QList<WatchItem>> noticeOverDue(const WatchFacts &facts) { return noticesEndingFrom(facts, true); }

using NoticePlans = QHash<qint64, QList<Kept<LeavingSafetyPlan>>>; ///< by person

Result<NoticePlans> noticePlansOf(const WatchFacts &facts)
{
    const auto rows = plansOfOpenNotices(facts.database());
    if (!rows)
        return rows.error();
    NoticePlans plans;
    for (const KeptRow &row : *rows) {
        const auto plan = asKind<LeavingSafetyPlan>(row);
        if (!plan)
            return plan.error();
        plans[plan->value.personId.value].append(*plan);
    }
    return plans;
}

/// Prepared without one, or given with one that was entered in error since.
Result<QList<WatchItem>> noticePlanMissingDue(const WatchFacts &facts)
{
    const auto plans = noticePlansOf(facts);
    if (!plans)
        return plans.error();
    return facts.ofRecords<StayNotice>(noticesOpen(facts.database()), [&](const Kept<StayNotice> &notice, WatchItem &item) {
        item.day = notice.value.endsOn.value_or(QDate());
        return !latestLeavingPlan(plans->value(notice.value.personId.value));
    });
}

Result<QList<WatchItem>> noticePlanReviewDue(const WatchFacts &facts)
{
    const auto plans = noticePlansOf(facts);
    if (!plans)
        return plans.error();
    return facts.ofRecords<StayNotice>(noticesOpen(facts.database()), [&](const Kept<StayNotice> &notice, WatchItem &item) {
        const auto plan = latestLeavingPlan(plans->value(notice.value.personId.value));
        if (!notice.value.counts() || !plan)
            return false;
        item.subject = {QString::fromLatin1(recordType<LeavingSafetyPlan>().table), plan->id.value, notice.value.personId};
        item.day = plan->value.reviewOn;
        return item.day <= facts.today();
    });
}

template <class T> Done addAppeals(const WatchFacts &facts, const char *label, QList<WatchItem> &items)
{
    const auto rows = appealsWaiting(facts.database(), recordType<T>());
    const auto found = facts.ofRecords<T>(rows, [label](const Kept<T> &letter, WatchItem &item) {
        item.day = *letter.value.appealOn;
        item.labels.insert(u"what"_s, label);
        return true;
    });
    if (!found)
        return found.error();
    items += *found;
    return {};
}

Result<QList<WatchItem>> stayAppealsDue(const WatchFacts &facts)
{
    QList<WatchItem> items;
    if (Done notices = addAppeals<StayNotice>(facts, recordType<StayNotice>().title, items); !notices)
        return notices.error();
    if (Done warnings = addAppeals<StayWarning>(facts, recordType<StayWarning>().title, items); !warnings)
        return warnings.error();
    return items;
}

Result<QList<WatchItem>> warningOverDue(const WatchFacts &facts)
{
    return facts.ofRecordsOn<StayWarning>(
        warningsOver(facts.database(), facts.today()), [](const Kept<StayWarning> &warning) { return *warning.value.expiresOn; });
}

bool readsStayLetters(const Session &session) { return session.roleMay(Act::Share, Category::Housing); }

} // namespace

/// Without a safety plan no notice is given (domain.md, "Stay").
extern const WatchRule noticePlanMissing{
    .code = "notice_plan_missing",
    .category = Category::Housing,
    .mayKnow = readsStayLetters,
    .pressing = Pressing::Now,
    .canWait = false,
    .title = QT_TRANSLATE_NOOP("watch", "No safety plan"),
    .sentence = QT_TRANSLATE_NOOP("watch", "A notice to leave has no safety plan: write one with them, or take the notice back."),
    .opensTab = "notice",
    .due = noticePlanMissingDue,
};

extern const WatchRule noticeOver{
    .code = "notice_over",
    .category = Category::Housing,
    .mayKnow = readsStayLetters,
    .pressing = Pressing::Now,
    .title = QT_TRANSLATE_NOOP("watch", "Notice"),
    .sentence = QT_TRANSLATE_NOOP("watch", "The day of leaving was {day}, and they are here: go through the safety plan with them."),
    .opensTab = "notice",
    .due = noticeOverDue,
};

extern const WatchRule noticeEnding{
    .code = "notice_ending",
    .category = Category::Housing,
    .mayKnow = readsStayLetters,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Notice"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Day of leaving {day}, in {count} days. Is where to agreed?"),
    .opensTab = "notice",
    .due = noticeEndingDue,
};

extern const WatchRule noticePlanReview{
    .code = "notice_plan_review",
    .category = Category::Risk,
    .mayKnow = readsStayLetters,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Safety plan for a move"),
    .sentence = QT_TRANSLATE_NOOP("watch", "To be looked at again with them since {day}."),
    .opensTab = "notice",
    .due = noticePlanReviewDue,
};

extern const WatchRule stayAppealWaiting{
    .code = "appeal_waiting",
    .category = Category::Housing,
    .mayKnow = readsStayLetters,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Appeal"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{what}: they appealed {day} and wait for an answer."),
    .opensTab = "notice",
    .due = stayAppealsDue,
};

extern const WatchRule warningLapsed{
    .code = "warning_over",
    .category = Category::Housing,
    .mayKnow = readsStayLetters,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Warning is over"),
    .sentence = QT_TRANSLATE_NOOP("watch", "It counts no more since {day}. Tell them so."),
    .opensTab = "notice",
    .due = warningOverDue,
};

} // namespace keywork
