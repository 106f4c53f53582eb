// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/doses_told.h"

#include "core/rules/treatment_spells.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

std::optional<QDate> lastDayTold(const TreatmentCourse &course, const Kept<Prescription> &script)
{
    for (const ScriptSpan &span : course.input.scripts)
        if (span.id == script.id.value)
            return lastDaySupplied(span);
    return {};
}

/// Those that supply today; without any the one that is shown. None that ended long ago.
QList<const Kept<Prescription> *> toldScripts(const PersonTreatment &treatment, const TreatmentCourse &course)
{
    const CoverDay now = coverOn(course.input, treatment.today);
    QList<qint64> ids = now.alsoBy;
    if (now.script)
        ids.prepend(now.script);
    QList<const Kept<Prescription> *> all;
    for (const Kept<Prescription> &script : course.scripts)
        if (ids.contains(script.id.value))
            all.append(&script);
    if (const Kept<Prescription> *shown = course.shownOn(treatment.today); all.isEmpty() && shown)
        all.append(shown);
    all.removeIf([&](const Kept<Prescription> *script) {
        const std::optional<QDate> end = lastDayTold(course, *script);
        return end && end->daysTo(treatment.today) > kToldAfterEndDays;
    });
    return all;
}

int daysNotKnown(const PersonTreatment &treatment, QDate from)
{
    return int(std::count_if(treatment.doses.cbegin(), treatment.doses.cend(), [&](const DoseDay &dose) {
        return dose.held == DoseHeld::NotKnown && dose.day >= from && dose.day < treatment.today; // today is not over
    }));
}

DoseTold toldOf(
    const PersonTreatment &treatment, const TreatmentCourse &course, const Kept<Prescription> &script, const ChoiceSource &choices)
{
    const Prescription &one = script.value;
    DoseTold told;
    told.id = script.id.value;
    const QList<TitrationStep> steps = treatment.steps.value(script.id.value);
    const QString dose = doseWithStrength(one, stepOn(steps, std::max(treatment.today, one.fromOn)));
    told.prescribed = (medicineOf(one, choices) + u' ' + (dose.isEmpty() ? one.doseInWords : dose)).trimmed();
    told.isDaily = !one.isInjection();
    told.supervised = one.supervised;
    if (one.fromOn > treatment.today)
        told.startsOn = one.fromOn;
    if (const auto end = lastDayTold(course, script); end && *end < treatment.today)
        told.endedOn = *end;
    if (!treatment.doses.isEmpty()) // else nobody looked at any day
        told.lookedBackTo = treatment.today.addDays(1 - kToldBackDays);
    told.notCollected = treatment.notCollected;
    std::sort(told.notCollected.begin(), told.notCollected.end());
    told.notKnown = daysNotKnown(treatment, told.lookedBackTo);
    if (treatment.lastDose) {
        told.lastDoseOn = treatment.lastDose->on;
        told.how = treatment.lastDose->from;
        told.toldBy = treatment.lastDose->toldBy;
    }
    told.prescriber = one.prescriber;
    told.telephone = one.prescriberTelephone.isEmpty() ? treatment.agencyTelephones.value(one.serviceId.value) : one.prescriberTelephone;
    return told;
}

} // namespace

QString medicineOf(const Prescription &script, const ChoiceSource &choices)
{
    return script.otherMedicine.isEmpty() ? choices.label(u"medicine"_s, script.medicine.code) : script.otherMedicine;
}

DosesTold dosesTold(const PersonTreatment &treatment, const QString &drugServiceLine, const ChoiceSource &choices)
{
    DosesTold all{{}, drugServiceLine};
    if (const TreatmentCourse *course = treatment.substitute())
        for (const Kept<Prescription> *script : toldScripts(treatment, *course))
            all.prescriptions.append(toldOf(treatment, *course, *script, choices));
    return all;
}

} // namespace keywork
