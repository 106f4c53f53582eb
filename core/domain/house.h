// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bank_holidays.h"
#include "core/record/record_type.h"

namespace keywork {

/// The first day of a week of the service charge.
enum class RentWeekday { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };

template <> struct Codes<RentWeekday> {
    static constexpr const char *list = "rent_weekday";
    static constexpr std::array options{
        FixedOption{"mon", QT_TRANSLATE_NOOP("record", "Monday")},
        FixedOption{"tue", QT_TRANSLATE_NOOP("record", "Tuesday")},
        FixedOption{"wed", QT_TRANSLATE_NOOP("record", "Wednesday")},
        FixedOption{"thu", QT_TRANSLATE_NOOP("record", "Thursday")},
        FixedOption{"fri", QT_TRANSLATE_NOOP("record", "Friday")},
        FixedOption{"sat", QT_TRANSLATE_NOOP("record", "Saturday")},
        FixedOption{"sun", QT_TRANSLATE_NOOP("record", "Sunday")},
    };
};

template <> struct Codes<Nation> {
    static constexpr const char *list = "nation";
    static constexpr std::array options{
        FixedOption{"england_and_wales", QT_TRANSLATE_NOOP("record", "England and Wales")},
        FixedOption{"scotland", QT_TRANSLATE_NOOP("record", "Scotland")},
        FixedOption{"northern_ireland", QT_TRANSLATE_NOOP("record", "Northern Ireland")},
    };
};

/// What the house says about itself on screens and prints; one row in each file.
struct House {
    QString name;
    QString address;
    QString telephone;
    QString doors; ///< the building's doors, one a line, for handing over to an ambulance crew
    QString nightEntry; ///< how a crew gets in at night; shown without sign-in, as are the next two and the words' check
    QString defibrillatorPlace;
    QString defibrillatorCode; ///< of its cabinet
    QString wordsCheckedBy; ///< who at the local drug service checked the words of "Overdose - act now"; empty: not yet checked
    std::optional<QDate> wordsCheckedOn; ///< once a year
    QString naloxonePlace; ///< where the kits hang, as a crew or a colleague is told; empty: nobody has said
    QString timeZone = QStringLiteral("Europe/London");
    QString onCall; ///< on-call manager: name and number
    QString drugServiceLine; ///< duty line of the local drug service
    QString doorLine; ///< the number of the door or the reception, as staff ring it
    QString complaints; ///< whom a resident can tell when unhappy with a plan
    qint64 reviewWeeks = 4; ///< weeks from issuing a care plan to its review; house rule, editable
    qint64 agreementMonths = 6; ///< months that an agreement to share is offered for; house rule, editable
    qint64 referralDays = 3; ///< working days after which a referral without a next step is asked about; house rule, editable
    Nation nation = Nation::EnglandAndWales; ///< whose bank holidays count
    qint64 gapDays = 2; ///< working days before a gap in medicine that Today speaks of it; house rule, editable
    qint64 gapDaysAcross = 5; ///< the same when a closed day, arrival, discharge or release lies between; house rule, editable
    qint64 moveOnMonths = 18; ///< from arrival, after which moving on is talked about; house rule, editable (case study 1: 18 of 24)
    qint64 stayMonths = 24; ///< how long a stay is meant to last at most; house rule, editable
    qint64 keyworkDays = 14; ///< without keywork, after which Today says so; house rule, editable
    qint64 voidDays = 14; ///< a room stands empty until Today says so; house rule, editable
    qint64 notSeenHours = 24; ///< without being seen, after which Today asks after them; house rule, editable
    qint64 missingPoliceHours = 4; ///< an open search without the police told, after which Today says so; house rule, editable
    qint64 incidentReviewDays = 7; ///< an incident waits for review until Today says so; house rule, editable
    qint64 presenceHours = 24; ///< so long what the desk said last counts, 1 to 168; then it is not known. House rule, editable
    qint64 visitorLimit = 2; ///< visitors of one resident at a time before it is asked about, 1 to 20; house rule, editable
    std::optional<QTime> visitorsOutBy = QTime(22, 0); ///< whoever does not live here is out by then; none: nobody asks. House rule
    qint64 deliveryDays = 7; ///< a delivery lies at the desk until Today says so, 1 to 60; house rule, editable
    qint64 posterDays = 90; ///< a poster hangs without anybody looking at it until Today says so; house rule, editable
    qint64 noticeDays = 28; ///< of an excluded licence, at least; house rule, editable
    qint64 appealDays = 14; ///< after a warning or notice, to appeal; house rule, editable
    qint64 noticeAheadDays = 14; ///< before a notice ends, until Today says so; house rule, editable
    RentWeekday rentWeekday = RentWeekday::Monday; ///< on which a week of the service charge begins; house rule, editable
    qint64 lockMinutes = 3; ///< without a key or a click the file locks itself; 1 to 15 (trust.md, "People")
    qint64 hideSeconds = 60; ///< without a key or a click names are covered; 0: only with F11
    /// The same while a resident's record is open, which is talked about in front of the screen; 0: only with F11.
    qint64 hideRecordSeconds = 150;
    QString backupFolder; ///< the second place; empty: a folder beside the file
    qint64 backupHours = 4; ///< while the program is in use; 1 to 24

    bool operator==(const House &) const = default;
};

} // namespace keywork
