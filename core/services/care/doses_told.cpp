// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/doses_told.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Those that supply today; without any the one that is shown, unless it ended long ago.
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
    if (!all.isEmpty())
        return all;
    const Kept<Prescription> *shown = course.shownOn(treatment.today);
    if (!shown)
        return {};
    const std::optional<QDate> end = shown->value.stoppedOn ? shown->value.stoppedOn : shown->value.untilOn;
    if (end && end->daysTo(treatment.today) > kToldAfterEndDays)
        return {};
    return {shown};
}

int daysNotKnown(const PersonTreatment &treatment, QDate from)
{
    return int(std::count_if(treatment.doses.cbegin(), treatment.doses.cend(), [&](const DoseDay &dose) {
        return dose.held == DoseHeld::NotKnown && dose.day >= from && dose.day < treatment.today; // today is not over
    }));
}

DoseTold toldOf(const PersonTreatment &treatment, const Kept<Prescription> &script, const ChoiceSource &choices)
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
    if (const auto end = one.stoppedOn ? one.stoppedOn : one.untilOn; end && *end < treatment.today)
        told.endedOn = *end;
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
            all.prescriptions.append(toldOf(treatment, *script, choices));
    return all;
}

} // namespace keywork
