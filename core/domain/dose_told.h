// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/prescription.h"

#include <QList>
#include <functional>

namespace keywork {

/// What somebody who may give a substitute dose has to know of one prescription: told whole wherever a dose is shown or
/// leaves (domain.md, "Treatment and medicine").
struct DoseTold {
    qint64 id = 0; ///< of the prescription
    QString prescribed = {}; ///< medicine and dose with its strength: Methadone 35 mg (35 ml of 1 mg/ml)
    bool isDaily = true; ///< false: an injection
    Supervised supervised = Supervised::NotKnown;
    QDate startsOn = {}; ///< only where it is still to come
    QDate endedOn = {}; ///< only where it is over: its last day
    QDate lookedBackTo = {}; ///< the days below are told from here on; not valid: nothing is known of any day
    QList<QDate> notCollected = {}; ///< dose days without a dose, ascending
    int notKnown = 0; ///< dose days that nobody said anything about: never counted as taken
    QDate lastDoseOn = {}; ///< not valid: not known
    DoseKnownFrom how = DoseKnownFrom::CollectedOnly; ///< of the last dose: collected is not taken
    QString toldBy = {}; ///< who told us of it
    QString prescriber = {};
    QString telephone = {}; ///< of the prescriber
    bool operator==(const DoseTold &) const = default;
};

/// All that is said wherever a dose of one resident is shown or leaves.
struct DosesTold {
    QList<DoseTold> prescriptions = {}; ///< none on file: whatever is told of a dose is the resident's word
    QString drugServiceLine = {}; ///< duty line of the local drug service
    bool operator==(const DosesTold &) const = default;
};

using SayMarked = std::function<QString(const char *)>;
using SayDay = std::function<QString(QDate)>;

/// Prescribed dose, days not collected, last known dose with how it is known, and with whom to confirm before giving.
/// `say` gives a sentence marked for translation ("dose") in the reader's language, `day` writes a day.
QString doseSentence(const DoseTold &told, const SayMarked &say, const SayDay &day);
/// What stands beside a medicine that the resident told of in their own words, with the duty line.
QString doseAsTheyTell(const DosesTold &told, const SayMarked &say);
/// A sentence for each prescription, or that nothing is known here but what the resident tells; then the duty line.
QStringList doseSentences(const DosesTold &told, const SayMarked &say, const SayDay &day);

} // namespace keywork
