// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

QString say(const char *text) { return QCoreApplication::translate("words", text); }

} // namespace

QString watchTitle(const WatchItem &item)
{
    switch (item.watch) {
    case Watch::PlanReviewOverdue:
    case Watch::PlanNotSigned:
    case Watch::AskAgain:
    case Watch::NoPlan:
        return say(QT_TRANSLATE_NOOP("words", "Care plan"));
    case Watch::NoKeyworker:
        return say(QT_TRANSLATE_NOOP("words", "Keyworker"));
    case Watch::NoStage:
        return say(QT_TRANSLATE_NOOP("words", "Spectrum of need"));
    case Watch::ExpectedToday:
        return say(QT_TRANSLATE_NOOP("words", "Arrival"));
    case Watch::AgreementEnding:
    case Watch::AgreementLapsed:
    case Watch::AskAboutSharing:
        return say(QT_TRANSLATE_NOOP("words", "Agreement"));
    case Watch::ReferralUnanswered:
        return say(QT_TRANSLATE_NOOP("words", "Referral"));
    case Watch::LawfulReasonUnreviewed:
    case Watch::LawfulReasonIncomplete:
        return say(QT_TRANSLATE_NOOP("words", "No agreement"));
    }
    return {};
}

QString watchSentence(const WatchItem &item)
{
    switch (item.watch) {
    case Watch::PlanReviewOverdue:
        return say(QT_TRANSLATE_NOOP("words", "Review was due %1.")).arg(weekday(item.day));
    case Watch::PlanNotSigned:
        return say(QT_TRANSLATE_NOOP("words", "Version %1 was printed %2 and is not signed.")).arg(item.detail, weekday(item.day));
    case Watch::AskAgain:
        return say(QT_TRANSLATE_NOOP("words", "Too unwell to decide about version %1 on %2. Ask again."))
            .arg(item.detail, weekday(item.day));
    case Watch::NoPlan:
        return say(QT_TRANSLATE_NOOP("words", "Here since %1, no care plan printed yet.")).arg(weekday(item.day));
    case Watch::NoKeyworker:
        return say(QT_TRANSLATE_NOOP("words", "Nobody is keyworker yet."));
    case Watch::NoStage:
        return say(QT_TRANSLATE_NOOP("words", "Here since %1, no stage recorded yet.")).arg(weekday(item.day));
    case Watch::ExpectedToday:
        return say(QT_TRANSLATE_NOOP("words", "Expected %1, not arrived yet.")).arg(weekday(item.day));
    case Watch::AgreementEnding:
        return say(QT_TRANSLATE_NOOP("words", "Agreement to share with %1 ends %2.")).arg(item.detail, weekday(item.day));
    case Watch::AgreementLapsed:
        return say(QT_TRANSLATE_NOOP("words", "Agreement to share with %1 ended %2. Ask again?")).arg(item.detail, weekday(item.day));
    case Watch::AskAboutSharing:
        return say(QT_TRANSLATE_NOOP("words", "Could not decide about sharing with %1. To be asked again from %2."))
            .arg(item.detail, weekday(item.day));
    case Watch::ReferralUnanswered:
        return say(QT_TRANSLATE_NOOP("words", "%1 was to be asked by %2. Nothing heard yet.")).arg(item.detail, weekday(item.day));
    case Watch::LawfulReasonUnreviewed:
        return say(QT_TRANSLATE_NOOP("words", "Shared with %1 on %2. Waits for a manager's review.")).arg(item.detail, date(item.day));
    case Watch::LawfulReasonIncomplete:
        return say(QT_TRANSLATE_NOOP("words", "Shared with %1 on %2. It says “not yet”: does the resident know?"))
            .arg(item.detail, date(item.day));
    }
    return {};
}

} // namespace keywork::words
