// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/overdose_facts.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// {day}: of the fact, with "about" where it is not known to the day. {days}: of each. {what}: names. {count}, {perhaps}: numbers.
const char *overdosePattern(const OverdoseFact &fact)
{
    const bool isOne = fact.all.size() <= 1;
    switch (fact.kind) {
    case OverdoseFactKind::OverdoseRecent:
        return isOne ? QT_TRANSLATE_NOOP("overdose", "Overdose on {day}") : QT_TRANSLATE_NOOP("overdose", "{count} overdoses, {days}");
    case OverdoseFactKind::OverdoseEarlier:
        return isOne ? QT_TRANSLATE_NOOP("overdose", "Earlier overdose, {day}")
                     : QT_TRANSLATE_NOOP("overdose", "{count} earlier overdoses, {days}");
    case OverdoseFactKind::LeftCustody:
        return fact.days > 0 ? QT_TRANSLATE_NOOP("overdose", "Left custody on {day}, using or on a stable dose again since {days}")
                             : QT_TRANSLATE_NOOP("overdose", "Left custody on {day}, no use known since");
    case OverdoseFactKind::LeftHospital:
        if (fact.dose == DoseThere::NotKnown)
            return QT_TRANSLATE_NOOP("overdose", "Left hospital on {day}; whether the substitute dose was given there is not known: ask");
        return QT_TRANSLATE_NOOP("overdose", "Left hospital on {day}; the substitute dose was not given there");
    case OverdoseFactKind::LeftDetox:
        return fact.days > 0 ? QT_TRANSLATE_NOOP("overdose", "Left detox or rehab on {day}, using or on a stable dose again since {days}")
                             : QT_TRANSLATE_NOOP("overdose", "Left detox or rehab on {day}, no use known since");
    case OverdoseFactKind::BreakFromOpioids:
        return fact.days > 0 ? QT_TRANSLATE_NOOP("overdose", "Without {what} from {day}, using or on a stable dose again since {days}")
                             : QT_TRANSLATE_NOOP("overdose", "Without {what} since {day}");
    case OverdoseFactKind::TreatmentStarted:
        return QT_TRANSLATE_NOOP("overdose", "{what} started on {day}");
    case OverdoseFactKind::TreatmentStopped:
        return QT_TRANSLATE_NOOP("overdose", "{what} stopped on {day}");
    case OverdoseFactKind::NotCollected:
        return fact.perhaps > fact.days
            ? QT_TRANSLATE_NOOP("overdose", "At least {count}, perhaps {perhaps} dose days in a row without a dose, up to {day}")
            : QT_TRANSLATE_NOOP("overdose", "{count} dose days in a row without a dose, up to {day}");
    case OverdoseFactKind::DrugAlert:
        return QT_TRANSLATE_NOOP("overdose", "Drug alert of {day}: {what}");
    case OverdoseFactKind::StoppedSuddenly:
        return QT_TRANSLATE_NOOP("overdose", "Dependent on {what} and without since {day}: medical help now");
    case OverdoseFactKind::OpioidUse:
        return QT_TRANSLATE_NOOP("overdose", "{what}, last on {day}");
    case OverdoseFactKind::MixedDepressants:
        return QT_TRANSLATE_NOOP("overdose", "Opioids with alcohol or sedatives: {what}, last on {day}");
    case OverdoseFactKind::Injects:
        return QT_TRANSLATE_NOOP("overdose", "Injects {what}, last on {day}");
    case OverdoseFactKind::UsesAlone:
        return QT_TRANSLATE_NOOP("overdose", "Uses alone: {what}, last on {day}");
    case OverdoseFactKind::SyntheticOpioid:
        return QT_TRANSLATE_NOOP("overdose", "Synthetic opioid suspected: {what}, last on {day}");
    case OverdoseFactKind::UnknownContent:
        return fact.withoutTolerance
            ? QT_TRANSLATE_NOOP("overdose", "Bought, content not known: {what}, last on {day}. No opioid tolerance is known")
            : QT_TRANSLATE_NOOP("overdose", "Bought, content not known: {what}, last on {day}");
    case OverdoseFactKind::SeriousIllness:
        return QT_TRANSLATE_NOOP("overdose", "{what}");
    case OverdoseFactKind::SelfHarm:
        return QT_TRANSLATE_NOOP("overdose", "Self-harm or thoughts of suicide, {day}");
    case OverdoseFactKind::Loss:
        return QT_TRANSLATE_NOOP("overdose", "Loss: {what}, {day}");
    case OverdoseFactKind::Notice:
        return QT_TRANSLATE_NOOP("overdose", "Notice or eviction: {what}, {day}");
    case OverdoseFactKind::NoNaloxone:
        return QT_TRANSLATE_NOOP("overdose", "No naloxone to hand, as of {day}");
    case OverdoseFactKind::SeemedIntoxicated:
        return isOne ? QT_TRANSLATE_NOOP("overdose", "Seemed intoxicated on {day}")
                     : QT_TRANSLATE_NOOP("overdose", "Seemed intoxicated {count} times, {days}");
    case OverdoseFactKind::NotKnown:
        return fact.what.isEmpty() ? QT_TRANSLATE_NOOP("overdose", "What they use: not known since {day}")
                                   : QT_TRANSLATE_NOOP("overdose", "{what}: how much, and when last, not known since {day}");
    }
    return "";
}

} // namespace

QString overdoseSentence(
    const OverdoseFact &fact, const std::function<QString(const char *)> &say, const std::function<QString(QDate)> &day)
{
    const auto said = [&](const KnownDays &days) {
        const QString text = day(days.latest);
        return days.isAbout() ? say(QT_TRANSLATE_NOOP("overdose", "about %1")).arg(text) : text;
    };
    const auto value = [&](const QString &place) -> QString {
        if (place == u"day")
            return said(fact.on);
        if (place == u"what")
            return fact.what.join(u", "_s);
        if (place == u"perhaps")
            return QString::number(fact.perhaps);
        if (place == u"count")
            return QString::number(fact.days > 0 || fact.kind == OverdoseFactKind::NotCollected ? qsizetype(fact.days) : fact.all.size());
        QStringList all;
        for (const KnownDays &one : fact.all)
            all.append(said(one));
        return all.join(u", "_s);
    };
    return withPlacesFilled(say(overdosePattern(fact)), value);
}

QString overdoseKey(const OverdoseFact &fact)
{
    if (fact.from.kind == u"custody_spell") // whoever reads a level need not read about the court
        return u"tolerance:%1"_s.arg(fact.from.record);
    return u"%1:%2:%3"_s.arg(QLatin1String(codeOf(fact.kind)), fact.from.kind).arg(fact.from.record);
}

const char *overdoseMark(const OverdoseFact &fact)
{
    switch (fact.kind) {
    case OverdoseFactKind::LeftCustody:
    case OverdoseFactKind::LeftHospital:
    case OverdoseFactKind::LeftDetox:
    case OverdoseFactKind::BreakFromOpioids:
    case OverdoseFactKind::NotCollected:
    case OverdoseFactKind::TreatmentStopped:
        return fact.suggestsHigh ? QT_TRANSLATE_NOOP("overdose", "lowers tolerance") : nullptr;
    default:
        return fact.suggestsHigh ? QT_TRANSLATE_NOOP("overdose", "counts alone") : nullptr;
    }
}

const char *overdoseSource()
{
    return QT_TRANSLATE_NOOP("overdose",
        "Facts after Homeless Link, “Working with people who use drugs” (2019), overdose prevention; the figures are the house's.");
}

const char *unreadFactHolds(bool countsAlone)
{
    return countsAlone ? QT_TRANSLATE_NOOP("overdose",
               "On file is a fact that you may not read, and it suggests high by itself. Ring on call before you rely on this list.")
                       : QT_TRANSLATE_NOOP("overdose", "On file is a fact that you may not read. Ring on call when it matters.");
}

const char *nothingRecorded() { return QT_TRANSLATE_NOOP("overdose", "Nothing recorded. This does not mean no risk."); }

} // namespace keywork
