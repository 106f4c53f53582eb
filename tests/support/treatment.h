// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/house.h"
#include "core/domain/prescription.h"
#include "core/services/care/treatment_cover.h"
#include "core/services/records/records.h"
#include "tests/support/services.h"

namespace keywork::test {

inline Decimal number(const QString &text) { return *Decimal::fromText(text); }

/// A drug service with a prescriber and a pharmacy that is open from Monday to Saturday, bank holidays included.
struct Dispensing {
    Kept<Agency> service;
    Kept<Agency> pharmacy;

    explicit Dispensing(TestHostel &hostel)
        : service(withTelephone(hostel, u"Wellbeing"_s, u"drug_alcohol_treatment"_s, u"020 7946 0100"_s))
        , pharmacy(withTelephone(hostel, u"High St Pharmacy"_s, u"pharmacy"_s, u"020 7946 0150"_s))
    {
        DispensingHours hours;
        hours.agencyId = pharmacy.id;
        hours.fromOn = QDate(2026, 1, 5);
        const QTime opens(9, 0), closes(18, 0);
        hours.mondayFrom = hours.tuesdayFrom = hours.wednesdayFrom = hours.thursdayFrom = hours.fridayFrom = hours.saturdayFrom = opens;
        hours.mondayUntil = hours.tuesdayUntil = hours.wednesdayUntil = hours.thursdayUntil = hours.fridayUntil = hours.saturdayUntil
            = closes;
        hours.bankHolidays = BankHolidayOpen::Open; // 31 August 2026 is one
        hours.bankHolidayFrom = opens;
        hours.bankHolidayUntil = closes;
        need(hostel.services().records.add(hours));
    }

    /// 35 mg of methadone 1 mg/ml, supervised, collected Monday to Saturday at 11:15.
    Prescription methadone(Id<Person> person, QDate from, QDate until) const
    {
        Prescription script;
        script.personId = person;
        script.medicine = {u"methadone"_s};
        script.form = MedicineForm::Liquid;
        script.dose = number(u"35"_s);
        script.strength = number(u"1"_s);
        script.amount = number(u"35"_s);
        script.supervised = Supervised::Yes;
        script.fromOn = from;
        script.untilOn = until;
        script.pickupDays = u"1_mon,2_tue,3_wed,4_thu,5_fri,6_sat"_s;
        script.dispensedAtId = pharmacy.id;
        script.collectsAt = QTime(11, 15);
        script.prescriber = u"Dr Hale"_s;
        script.prescriberTelephone = u"020 7946 0101"_s;
        script.serviceId = service.id;
        return script;
    }

private:
    static Kept<Agency> withTelephone(TestHostel &hostel, const QString &name, const QString &category, const QString &telephone)
    {
        Agency agency;
        agency.name = name;
        agency.category = {category};
        agency.telephone = telephone;
        return need(hostel.services().records.add(agency));
    }
};

inline Kept<Collection> collected(
    TestHostel &hostel, const Kept<Prescription> &script, QDate dueOn, CollectionOutcome outcome = CollectionOutcome::Collected)
{
    Collection one;
    one.personId = script.value.personId;
    one.prescriptionId = script.id;
    one.dueOn = dueOn;
    one.outcome = outcome;
    if (one.isHeld()) {
        one.knownFrom = script.value.supervised == Supervised::Yes ? DoseKnownFrom::Supervised : DoseKnownFrom::CollectedOnly;
        one.toldBy = u"High St Pharmacy"_s;
    }
    return need(hostel.services().records.add(one));
}

/// As the treatment page's picture has it, on Monday 14 September 2026: a titration since 3 August, collected until Thursday
/// the 10th, not on the 11th and the 12th; the script ends on the 16th, the next one begins on the 21st.
struct TreatedPerson {
    Dispensing dispensing;
    Kept<Person> ben;
    Kept<Prescription> first;
    Kept<Prescription> now;
    Kept<Prescription> next;

    explicit TreatedPerson(TestHostel &hostel)
        : dispensing(hostel)
        , ben(aPerson().born(u"1981-02-03"_s).arrived(QDate(2026, 8, 3)).in(hostel))
    {
        Records &records = hostel.services().records;
        Prescription begun = dispensing.methadone(ben.id, QDate(2026, 8, 3), QDate(2026, 8, 30));
        begun.dose = number(u"20"_s);
        begun.amount = number(u"20"_s);
        first = need(records.add(begun));
        for (const auto &[on, dose] :
            {std::pair(QDate(2026, 8, 10), u"26"_s), {QDate(2026, 8, 17), u"32"_s}, {QDate(2026, 8, 24), u"35"_s}}) {
            TitrationStep step;
            step.prescriptionId = first.id;
            step.personId = ben.id;
            step.fromOn = on;
            step.dose = number(dose);
            step.amount = number(dose);
            need(records.add(step));
        }
        Prescription carriedOn = dispensing.methadone(ben.id, QDate(2026, 8, 31), QDate(2026, 9, 16));
        carriedOn.followsId = first.id;
        now = need(records.add(carriedOn));
        Prescription later = dispensing.methadone(ben.id, QDate(2026, 9, 21), QDate(2026, 10, 4));
        later.followsId = now.id;
        next = need(records.add(later));
        for (QDate day(2026, 8, 3); day <= QDate(2026, 9, 10); day = day.addDays(1))
            if (day.dayOfWeek() != Qt::Sunday)
                collected(hostel, day < now.value.fromOn ? first : now, day);
        collected(hostel, now, QDate(2026, 9, 11), CollectionOutcome::NotCollected);
        collected(hostel, now, QDate(2026, 9, 12), CollectionOutcome::NotCollected);
    }
};

} // namespace keywork::test
