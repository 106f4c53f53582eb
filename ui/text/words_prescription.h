// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/treatment_cover.h"
#include "ui/text/treatment_days.h"

namespace keywork {
struct Services;
}

/// Sentences of treatment: prescriptions, the days they cover, collections.
namespace keywork::words {

/// "Methadone 35 mg (35 ml of 1 mg/ml) daily, supervised"; the dose as it holds on the day.
QString prescription(const Prescription &script, const QList<TitrationStep> &steps, QDate day, const ChoiceSource &choices);
/// "Mon–Sat", "Mon, Wed, Fri", "every day"; with "every second week" where it is one. Empty without any day.
QString pickupDays(const Prescription &script);
/// "High St Pharmacy · Mon–Sat 11:15 · accompanied until 30 Sep"
QString dispensing(const Prescription &script, const PersonTreatment &treatment, const Services &services);
/// "10 to 30 Sep", "from 10 Sep, open-ended, confirmed to 2 Oct"
QString validity(const Prescription &script, const std::optional<QDate> &confirmedUntil, QDate today);

/// "A gap is coming: methadone, Thu 17 Sep to Sun 20 Sep"
QString gapTitle(const CoverGap &gap, const QString &medicine, QDate today);
/// "4 days with no prescription", "2 days closed, not arranged": each state with its number.
QString gapDays(const CoverGap &gap);
/// What ends and what follows, the last known dose, from when Today speaks of it.
QString gapSentence(const TreatmentGap &gap, const PersonTreatment &treatment);
/// "Last known dose Thu 10 Sep, supervised, told by High St Pharmacy"; that none is known.
QString lastDose(const std::optional<LastDose> &dose, QDate today);
/// "At least 2, perhaps 4 dose days in a row without a dose held"; empty when there is none.
QString missedDoses(const MissedDoses &missed);

/// "Sam Reed, 14 Sep 2026 08:10: Not collected", a line for each word where there are several; empty: one or none.
QString collectionWords(const QList<CollectionWord> &words, const Services &services);

/// What is known of each day of a course, between the days.
QList<StripDay> stripDays(const PersonTreatment &treatment, const TreatmentCourse &course, QDate from, QDate until);
/// The doses of the medicine that is shown today, through all its prescriptions; in mg.
QList<DoseStep> doseSteps(const PersonTreatment &treatment, const TreatmentCourse &course);

} // namespace keywork::words
