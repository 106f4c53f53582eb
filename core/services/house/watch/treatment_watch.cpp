// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kInjectionAheadDays = 3; // before its day, so that an appointment can be had; house rule

/// Whom to ring: prescriber and service's duty line, in brackets behind the words; empty when nobody has a number.
QString treatmentRing(const PersonTreatment &treatment)
{
    QStringList numbers{treatment.confirmWith()};
    if (!treatment.dutyLine.isEmpty() && !numbers.first().contains(treatment.dutyLine)) // often one and the same
        numbers.append(treatment.dutyLine);
    numbers.removeAll(QString());
    return numbers.isEmpty() ? QString() : u" ("_s + numbers.join(u" · "_s) + u')';
}

using TreatmentFact = std::function<std::optional<WatchItem>(const PersonTreatment &treatment)>;

/// The lines of a rule about somebody's substitute medicine.
Result<QList<WatchItem>> ofTreatments(const WatchFacts &facts, const TreatmentFact &fact)
{
    if (!facts.treatment())
        return facts.treatment().error();
    return facts.ofResidents(facts.here(), [&](const ResidentLine &line) -> std::optional<WatchItem> {
        const auto treatment = facts.treatment()->constFind(line.person.id.value);
        if (treatment == facts.treatment()->constEnd() || !treatment->substitute())
            return {};
        std::optional<WatchItem> item = fact(*treatment);
        if (item) {
            item->places.insert(u"ring"_s, treatmentRing(*treatment));
            item->places.insert(u"medicine"_s, treatment->substitute()->medicine);
        }
        return item;
    });
}

std::optional<WatchItem> missedItem(const WatchFacts &facts, const PersonTreatment &treatment, bool isCertain)
{
    const MissedDoses &missed = treatment.missed;
    if (!missed.isAlarm() || (missed.certain == missed.perhaps) != isCertain)
        return {};
    return WatchItem{.day = missed.first,
        .places = {{u"days"_s, QString::number(missed.certain)}, {u"perhaps"_s, QString::number(missed.perhaps)}},
        .since = facts.clock().startOf(missed.first)};
}

Result<QList<WatchItem>> dosesMissedDue(const WatchFacts &facts)
{
    return ofTreatments(facts, [&facts](const PersonTreatment &treatment) { return missedItem(facts, treatment, true); });
}

Result<QList<WatchItem>> dosesMissedPerhapsDue(const WatchFacts &facts)
{
    return ofTreatments(facts, [&facts](const PersonTreatment &treatment) { return missedItem(facts, treatment, false); });
}

Result<QList<WatchItem>> dosesNotKnownDue(const WatchFacts &facts)
{
    return ofTreatments(facts, [&facts](const PersonTreatment &treatment) -> std::optional<WatchItem> {
        const auto since = treatment.notKnownSince;
        if (!since || since->daysTo(facts.today()) < kNotKnownDays || treatment.missed.isAlarm())
            return {};
        return WatchItem{.day = *since};
    });
}

/// An injection that is due has its own line, once one was given.
bool isOfInjection(const PersonTreatment &treatment, const CoverDay &day)
{
    return std::any_of(treatment.injections.cbegin(), treatment.injections.cend(),
        [&day](const Kept<Injection> &one) { return one.value.prescriptionId.value == day.script; });
}

Result<QList<WatchItem>> treatmentGapDue(const WatchFacts &facts)
{
    return ofTreatments(facts, [&facts](const PersonTreatment &treatment) -> std::optional<WatchItem> {
        if (!treatment.gap || facts.today() < treatment.gap->warnedFrom || isOfInjection(treatment, treatment.gap->gap.days.first()))
            return {};
        return WatchItem{.day = treatment.gap->gap.from};
    });
}

/// The latest injection of the prescription that is shown today.
const Injection *latestInjection(const PersonTreatment &treatment)
{
    const Kept<Prescription> *script = treatment.script();
    if (!script || !script->value.isInjection() || (script->value.stoppedOn && *script->value.stoppedOn < treatment.today))
        return nullptr;
    for (const Kept<Injection> &one : treatment.injections) // the latest first
        if (one.value.prescriptionId == script->id)
            return &one.value;
    return nullptr;
}

/// Its day is behind and so are the days within which it may be given: from then on no dose is certain.
bool isOverdue(const Injection &injection, QDate today)
{
    return today > injection.nextDueOn() && today >= injection.nextDueOn().addDays(injection.windowDays.value_or(0));
}

Result<QList<WatchItem>> injectionDueDue(const WatchFacts &facts)
{
    return ofTreatments(facts, [&facts](const PersonTreatment &treatment) -> std::optional<WatchItem> {
        const Injection *latest = latestInjection(treatment);
        if (!latest || isOverdue(*latest, facts.today()) || facts.today() < latest->nextDueOn().addDays(-kInjectionAheadDays))
            return {};
        return WatchItem{.day = latest->nextDueOn()};
    });
}

Result<QList<WatchItem>> injectionOverdueDue(const WatchFacts &facts)
{
    return ofTreatments(facts, [&facts](const PersonTreatment &treatment) -> std::optional<WatchItem> {
        const Injection *latest = latestInjection(treatment);
        return latest && isOverdue(*latest, facts.today()) ? std::optional(WatchItem{.day = latest->nextDueOn()}) : std::nullopt;
    });
}

} // namespace

/// Days, not collections (additions.md, "Treatment"); the sentence is domain.md's. Never put off.
extern const WatchRule dosesMissed{
    .code = "doses_missed",
    .category = Category::Treatment,
    .pressing = Pressing::Emergency,
    .title = QT_TRANSLATE_NOOP("watch", "Doses missed"),
    .sentence = QT_TRANSLATE_NOOP("watch",
        "{days} dose days in a row without a dose held. Ring the drug service now{ring}: the prescriber must reassess. Don't encourage "
        "collecting the usual dose."),
    .opensTab = "treatment",
    .due = dosesMissedDue,
};

/// The same where days in between are not known: these neither add nor break.
extern const WatchRule dosesMissedPerhaps{
    .code = "doses_missed_perhaps",
    .category = Category::Treatment,
    .pressing = Pressing::Emergency,
    .title = QT_TRANSLATE_NOOP("watch", "Doses missed"),
    .sentence = QT_TRANSLATE_NOOP("watch",
        "At least {days}, perhaps {perhaps} dose days in a row without a dose held. Ring the drug service now{ring}: the prescriber must "
        "reassess. Don't encourage collecting the usual dose."),
    .opensTab = "treatment",
    .due = dosesMissedPerhapsDue,
};

extern const WatchRule dosesNotKnown{
    .code = "doses_not_known",
    .category = Category::Treatment,
    .pressing = Pressing::Now,
    .title = QT_TRANSLATE_NOOP("watch", "Doses not known"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Not known since {day} whether a dose was held. Ring and ask{ring}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n residents whose doses are not known"),
    .opensTab = "treatment",
    .due = dosesNotKnownDue,
};

extern const WatchRule treatmentGapComing{
    .code = "treatment_gap",
    .category = Category::Treatment,
    .pressing = Pressing::Now,
    .title = QT_TRANSLATE_NOOP("watch", "Gap in medicine"),
    .sentence = QT_TRANSLATE_NOOP(
        "watch", "{medicine}: from {day} no prescription covers it for certain. Confirm the next one with the service{ring}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n gaps in medicine ahead"),
    .opensTab = "treatment",
    .due = treatmentGapDue,
};

extern const WatchRule injectionOverdue{
    .code = "injection_overdue",
    .category = Category::Treatment,
    .pressing = Pressing::Now,
    .title = QT_TRANSLATE_NOOP("watch", "Injection not given"),
    .sentence = QT_TRANSLATE_NOOP(
        "watch", "The long-acting injection was due {day}, and none is written down since. Ring and ask the drug service{ring}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n injections not given"),
    .opensTab = "treatment",
    .due = injectionOverdueDue,
};

extern const WatchRule injectionDue{
    .code = "injection_due",
    .category = Category::Treatment,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Injection due"),
    .sentence = QT_TRANSLATE_NOOP("watch", "The long-acting injection is due {day}. A professional gives it{ring}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n injections due"),
    .opensTab = "treatment",
    .due = injectionDueDue,
};

} // namespace keywork
