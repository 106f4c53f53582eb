// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/watch/rules.h"

namespace keywork {

// A new rule: a file of its own beside this one that defines `extern const WatchRule name{…};`, and one line here.
// clang-format off
#define KEYWORK_WATCH_RULES(RULE) \
    RULE(checkAlarm) \
    RULE(checkOverdue) \
    RULE(checksNotBegun) \
    RULE(loneOverdue) \
    RULE(dosesMissed) \
    RULE(dosesMissedPerhaps) \
    RULE(clockBehind) \
    RULE(checkNext) \
    RULE(handoverUnread) \
    RULE(handoverItemDue) \
    RULE(rollCallOpen) \
    RULE(missingPolice) \
    RULE(missingOpen) \
    RULE(notSeen) \
    RULE(checkDue) \
    RULE(drugAlertUntold) \
    RULE(overdoseNewlyHigh) \
    RULE(treatmentGapComing) \
    RULE(injectionOverdue) \
    RULE(dosesNotKnown) \
    RULE(overdoseUnread) \
    RULE(safeguardingWaiting) \
    RULE(safeguardingReview) \
    RULE(selfHarmReview) \
    RULE(incidentUnreviewedLong) \
    RULE(lawfulReasonUnreviewed) \
    RULE(lawfulReasonIncomplete) \
    RULE(agreementInError) \
    RULE(notBackYet) \
    RULE(naloxoneRecallOpen) \
    RULE(noticePlanMissing) \
    RULE(noticeOver) \
    RULE(checkRound) \
    RULE(checkMissed) \
    RULE(checksUnagreed) \
    RULE(deathStepsOpen) \
    RULE(debriefNotHeld) \
    RULE(overdoseNoPlan) \
    RULE(overdoseReviewOverdue) \
    RULE(injectionDue) \
    RULE(riskReviewOverdue) \
    RULE(riskUnapproved) \
    RULE(intoxicatedTalk) \
    RULE(naloxoneLow) \
    RULE(naloxoneReplace) \
    RULE(naloxoneUntrained) \
    RULE(handoverMissing) \
    RULE(drugAlertStillTrue) \
    RULE(backupOverdue) \
    RULE(custodyRecount) \
    RULE(custodySecondName) \
    RULE(custodyReview) \
    RULE(custodyRisk) \
    RULE(custodyGone) \
    RULE(visitorStillIn) \
    RULE(contractorStillIn) \
    RULE(foundItemStillHere) \
    RULE(incidentDetailAsked) \
    RULE(incidentActionOverdue) \
    RULE(incidentUnreviewed) \
    RULE(repairOverdue) \
    RULE(planReviewOverdue) \
    RULE(planNotSigned) \
    RULE(planAskAgain) \
    RULE(recordUnfinished) \
    RULE(appointmentEscortGone) \
    RULE(appointmentEscortMissing) \
    RULE(appointmentEscort) \
    RULE(appointmentAhead) \
    RULE(keyworkMissed) \
    RULE(movingDayOpen) \
    RULE(hearingAhead) \
    RULE(orderReviewAhead) \
    RULE(hospitalDoseUnasked) \
    RULE(leavingUnasked) \
    RULE(leavingNoHousing) \
    RULE(treatmentFirstAppointment) \
    RULE(treatmentPanelAhead) \
    RULE(custodyDoseUnasked) \
    RULE(backAgain) \
    RULE(safetyPlanReview) \
    RULE(noticeEnding) \
    RULE(noticePlanReview) \
    RULE(stayAppealWaiting) \
    RULE(overdoseToWriteUp) \
    RULE(safeguardingOpen) \
    RULE(safeguardingYours) \
    RULE(incidentMonthUnreviewed) \
    RULE(noKeyworker) \
    RULE(noPlan) \
    RULE(noStage) \
    RULE(noKeywork) \
    RULE(expectedToday) \
    RULE(appointmentOutcome) \
    RULE(keyworkUnsaidRule) \
    RULE(hearingOutcome) \
    RULE(advocacyFollowUp) \
    RULE(assessmentHalfDone) \
    RULE(referralUnanswered) \
    RULE(referralNoStep) \
    RULE(referralStepDue) \
    RULE(arrivalUnfinished) \
    RULE(conditionReview) \
    RULE(moveOnPrompt) \
    RULE(followUpDue) \
    RULE(warningLapsed) \
    RULE(arrangementMissed) \
    RULE(benefitUnknown) \
    RULE(healthCheckDue) \
    RULE(vaccinationDue) \
    RULE(staffHealthNext) \
    RULE(naloxoneExpiring) \
    RULE(naloxoneCheckDue) \
    RULE(trainingExpiring) \
    RULE(takeHomeExpiring) \
    RULE(roomEmptyLong) \
    RULE(keyNotBack) \
    RULE(belongingPastDay) \
    RULE(suppliesReorder) \
    RULE(barringReview) \
    RULE(treatmentReviewDue) \
    RULE(pharmacyHoursUnknown) \
    RULE(askAboutSharing) \
    RULE(agreementEnding) \
    RULE(policyUnread) \
    RULE(policyReview) \
    RULE(agreementLapsed) \
    RULE(deliveryWaiting) \
    RULE(awayNow) \
    RULE(actNowUnchecked) \
    RULE(actNowCheckedLongAgo) \
    RULE(safeguardingYoursInHand) \
    RULE(helpLineUnchecked) \
    RULE(awarenessDay) \
    RULE(posterUnchecked) \
    RULE(housePageReview)
// clang-format on

#define KEYWORK_DECLARED(rule) extern const WatchRule rule;
KEYWORK_WATCH_RULES(KEYWORK_DECLARED)

const QList<const WatchRule *> &watchRules()
{
#define KEYWORK_LISTED(rule) &rule,
    static const QList<const WatchRule *> rules{KEYWORK_WATCH_RULES(KEYWORK_LISTED)};
    return rules;
}

const WatchRule *watchRuleOf(const QString &code)
{
    for (const WatchRule *rule : watchRules())
        if (code == QLatin1String(rule->code))
            return rule;
    return nullptr;
}

qsizetype orderOf(const WatchRule &rule) { return watchRules().indexOf(&rule); }

} // namespace keywork
