// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/overdose_source.h"

#include "core/domain/prescription.h"
#include "core/rules/treatment_spells.h"
#include "core/services/care/treatment_reading.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

class OverdoseTreatments : public OverdoseSource {
public:
    explicit OverdoseTreatments(const OverdoseSource &source)
        : OverdoseSource(source)
    {
    }

    Done read()
    {
        if (!m_records.mayRead(recordType<Prescription>())) {
            m_onFile.isPartial = true;
            return {};
        }
        const QDate today = m_onFile.of.isEmpty() ? QDate() : m_onFile.of.cbegin()->today;
        const auto all = readTreatment(m_records, m_people, today);
        if (!all)
            return all.error();
        for (auto it = all->cbegin(); it != all->cend(); ++it)
            if (const TreatmentCourse *course = it->substitute()) {
                OverdoseInput &input = m_onFile.of[it.key()];
                input.doses = it->doses;
                // Parts were read before: of one treatment both tell.
                input.treatments = treatmentsTold(treatmentSpells(course->input, it->doses, today), course->medicine, input.treatments);
                addStableDose(input, *it, *course);
            }
        return {};
    }

private:
    static void addStableDose(OverdoseInput &input, const PersonTreatment &treatment, const TreatmentCourse &course)
    {
        QSet<qint64> seenTaken;
        for (const CollectionSaid &said : course.said)
            if (said.knownFrom == DoseKnownFrom::Supervised)
                seenTaken.insert(said.id);
        const auto doseOn = [&](QDate day) {
            const Kept<Prescription> *script = course.shownOn(day);
            return script
                ? script->value.medicine.code + u' ' + doseWithStrength(script->value, stepOn(treatment.steps.value(script->id.value), day))
                : QString();
        };
        const auto since = stableDoseSince(treatment.doses, seenTaken, doseOn, input.today);
        for (TreatmentOnFile &one : input.treatments)
            if (since && !one.stopped && one.from.kind == u"prescription")
                one.stableSince = since;
    }
};

} // namespace

Done readTreatments(const OverdoseSource &source) { return OverdoseTreatments(source).read(); }

} // namespace keywork
