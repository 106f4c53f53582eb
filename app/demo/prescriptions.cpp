// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "core/domain/prescription.h"
#include "core/services/records/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

constexpr int kScriptDays = 14;
constexpr int kDailyDays = 28; // at first, supervised
constexpr int kInjectionDays = 28;
const QString kSixDays = u"1_mon,2_tue,3_wed,4_thu,5_fri,6_sat"_s;

/// Twice a week, on the weekday on which each script begins and half a week on: so none begins with days that it does not cover.
QString twiceAWeekFrom(QDate began)
{
    const int first = began.dayOfWeek();
    const int second = first == Qt::Thursday ? Qt::Monday : (first + 2) % 7 + 1; // never a Sunday
    const QStringList codes{u"1_mon"_s, u"2_tue"_s, u"3_wed"_s, u"4_thu"_s, u"5_fri"_s, u"6_sat"_s, u"7_sun"_s};
    return codes.at(std::min(first, second) - 1) + u',' + codes.at(std::max(first, second) - 1);
}

/// One resident's substitute treatment, as its scripts follow each other.
struct DemoCourse {
    DemoResidentPtr resident;
    QDate began;
    int number = 0; ///< of the courses: the first ones show what can go wrong
    int milligrams = 0;
    Id<Agency> pharmacy;
    QJsonArray prescriber;
    QList<std::pair<QDate, Id<Prescription>>> scripts; ///< by their first day; the next one is there before its day

    Id<Prescription> on(QDate day) const
    {
        Id<Prescription> found;
        for (const auto &[from, script] : scripts)
            if (from <= day)
                found = script;
        return found;
    }
};
using DemoCoursePtr = std::shared_ptr<DemoCourse>;

Result<QList<Kept<Agency>>> pharmaciesOf(const DemoHouse &house)
{
    auto all = house.services.records.all<Agency>({.orderBy = u"id"_s});
    if (all)
        all->removeIf([](const Kept<Agency> &one) { return one.value.category.code != u"pharmacy"; });
    return all;
}

Done addPharmacies(DemoHouse &house)
{
    for (const QJsonValue &value : house.list(u"pharmacies")) {
        const QJsonArray words = value.toArray();
        Agency agency;
        agency.name = words.at(0).toString();
        agency.category = {u"pharmacy"_s};
        agency.telephone = words.at(1).toString();
        const auto added = house.services.records.add(agency);
        if (!added)
            return added.error();
        DispensingHours hours;
        hours.agencyId = added->id;
        hours.fromOn = house.today();
        const QTime opens(9, 0);
        const QTime closes(18, 30);
        hours.mondayFrom = hours.tuesdayFrom = hours.wednesdayFrom = hours.thursdayFrom = hours.fridayFrom = hours.saturdayFrom = opens;
        hours.mondayUntil = hours.tuesdayUntil = hours.wednesdayUntil = hours.thursdayUntil = hours.fridayUntil = closes;
        hours.saturdayUntil = QTime(13, 0);
        hours.bankHolidays = words.at(2).toBool() ? BankHolidayOpen::Closed : BankHolidayOpen::NotKnown;
        if (const auto kept = house.services.records.add(hours); !kept)
            return kept.error();
    }
    return {};
}

/// The last day of a script: nobody's goes on after they left, and the second course shows a gap that is coming.
QDate lastDayOfScript(const DemoHouse &house, const DemoCourse &course, QDate from)
{
    QDate last = from.addDays(kScriptDays - 1);
    if (const QDate leaves = course.resident->stay.leavesOn; leaves.isValid())
        last = std::min(last, leaves);
    const QDate end = house.wish.end;
    return course.number == 2 && last > end ? std::max(from, end.addDays(1)) : last;
}

Prescription paperOf(const DemoHouse &house, const DemoCourse &course, QDate from)
{
    Prescription paper{.personId = course.resident->id, .medicine = {u"methadone"_s}, .form = MedicineForm::Liquid};
    paper.dose = paper.amount = Decimal::fromWhole(course.milligrams);
    paper.strength = Decimal::fromWhole(1);
    const bool isNew = course.began.daysTo(from) < kDailyDays;
    paper.supervised = isNew ? Supervised::Yes : Supervised::No;
    paper.followsId = course.on(from);
    paper.fromOn = from;
    paper.untilOn = lastDayOfScript(house, course, from);
    paper.writtenOn = std::min(house.today(), from);
    paper.instalments = true;
    paper.arrangements = u"closed_days_prior,consult_after_three"_s + (isNew ? u",supervised"_s : u",rest_of_missed"_s);
    paper.pickupDays = isNew ? kSixDays : twiceAWeekFrom(course.began);
    paper.dispensedAtId = course.pharmacy;
    paper.collectsAt = QTime(9 + course.number % 3, 15);
    if (isNew)
        paper.accompaniedUntil = course.began.addDays(kDailyDays - 1);
    paper.prescriber = course.prescriber.at(0).toString();
    paper.prescriberTelephone = course.prescriber.at(1).toString();
    paper.serviceId = house.agencies.first().id;
    return paper;
}

Done writeScript(DemoHouse &house, DemoCourse &course, QDate from)
{
    Records &records = house.services.records;
    const bool isFirst = course.scripts.isEmpty();
    const auto kept = records.add(paperOf(house, course, from));
    if (!kept)
        return kept.error();
    course.scripts.append({from, kept->id});
    if (!isFirst)
        return {};
    for (int step = 1; step <= 3; ++step) { // begun carefully, drawn as steps
        const Decimal dose = Decimal::fromWhole(course.milligrams - 15 + 5 * step);
        if (const auto added = records.add(TitrationStep{kept->id, course.resident->id, from.addDays(3 * (step - 1)), dose, dose, {}});
            !added)
            return added.error();
    }
    return {};
}

Done sayCollected(DemoHouse &house, DemoRandom &random, const DemoCourse &course, QDate end)
{
    const Id<Prescription> script = course.on(house.today());
    const bool missesNow = course.number == 1 && house.today().daysTo(end) < 6;
    if (!script || (!missesNow && random.oneIn(16))) // a day that nobody says anything about
        return {};
    Collection said;
    said.personId = course.resident->id;
    said.prescriptionId = script;
    said.dueOn = house.today();
    said.outcome = missesNow || random.oneIn(30) ? CollectionOutcome::NotCollected : CollectionOutcome::Collected;
    if (said.outcome == CollectionOutcome::Collected) {
        const bool isNew = course.began.daysTo(house.today()) < kDailyDays;
        said.knownFrom = isNew ? DoseKnownFrom::Supervised : DoseKnownFrom::CollectedOnly;
        if (isNew)
            said.withWhom = house.someone(random).value.name;
    }
    said.toldBy = random.pick(house.list(u"whoTold")).toString();
    return onlyDone(house.services.records.add(said));
}

Done confirmNext(DemoHouse &house, DemoRandom &random, const DemoCourse &course, QDate until)
{
    const Id<Prescription> script = course.on(house.today());
    if (!script)
        return {};
    return onlyDone(house.services.records.add(
        ScriptConfirmation{course.resident->id, script, house.today(), until, random.pick(house.list(u"confirmedBy")).toString(), {}}));
}

/// Scripts of 14 days that follow each other, and what became of each collection.
void planScripts(DemoDay &day, const DemoCoursePtr &course)
{
    auto &house = day.house;
    auto &random = day.random;
    const QDate end = house.wish.end;
    // Who stays has the next script before the last day of the demonstration, too.
    const QDate until = course->resident->stay.leavesOn.isValid() ? course->resident->until : end.addDays(4);
    for (QDate from = course->began; from < until; from = from.addDays(kScriptDays)) {
        const bool isFirst = from == course->began;
        if (course->number == 2 && from > end)
            return; // nobody has written down the next one
        day.on(isFirst ? from : from.addDays(-3), 13, [&house, course, from] { return writeScript(house, *course, from); });
        const QDate calls = from.addDays(kScriptDays - 5);
        if (random.oneIn(3) && course->number != 2 && calls < until)
            day.on(calls, 11,
                [&house, &random, course, next = from.addDays(2 * kScriptDays - 1)] { return confirmNext(house, random, *course, next); });
    }
}

bool collectsOn(const DemoCourse &course, QDate day)
{
    const QDate began = course.began.addDays(course.began.daysTo(day) / kScriptDays * kScriptDays); // of the script of that day
    const bool isNew = course.began.daysTo(began) < kDailyDays;
    return weekdaysOf(isNew ? kSixDays : twiceAWeekFrom(course.began)).contains(day.dayOfWeek());
}

void planCollections(DemoDay &day, const DemoCoursePtr &course)
{
    auto &house = day.house;
    auto &random = day.random;
    for (QDate on = course->began; on < course->resident->until; on = on.addDays(1))
        if (collectsOn(*course, on))
            day.on(on, 16, [&house, &random, course] { return sayCollected(house, random, *course, house.wish.end); });
}

Done inject(DemoHouse &house, DemoCourse &course)
{
    Records &records = house.services.records;
    if (course.scripts.isEmpty()) {
        Prescription paper{.personId = course.resident->id, .medicine = {u"buprenorphine_injection"_s}, .form = MedicineForm::Injection};
        paper.dose = Decimal::fromWhole(course.milligrams < 60 ? 64 : 96);
        paper.supervised = Supervised::Yes;
        paper.fromOn = house.today();
        paper.prescriber = course.prescriber.at(0).toString();
        paper.prescriberTelephone = course.prescriber.at(1).toString();
        paper.serviceId = house.agencies.first().id;
        const auto kept = records.add(paper);
        if (!kept)
            return kept.error();
        course.scripts.append({house.today(), kept->id});
    }
    return onlyDone(records.add(Injection{course.resident->id, course.on(house.today()), house.today(), InjectionEvery::FourWeeks,
        house.today().addDays(kInjectionDays), 3, u"Nurse of the drug service"_s}));
}

/// Who leaves goes on with it elsewhere; who comes back may get another medicine.
Done endInjections(DemoHouse &house, const DemoCourse &course)
{
    Records &records = house.services.records;
    auto script = records.one<Prescription>(course.on(house.today()));
    if (!script)
        return script.error();
    script->value.stoppedOn = house.today();
    return onlyDone(records.amend(*script));
}

void planInjections(DemoDay &day, const DemoCoursePtr &course)
{
    auto &house = day.house;
    for (QDate on = course->began; on < course->resident->until; on = on.addDays(kInjectionDays))
        day.on(on, 11, [&house, course] { return inject(house, *course); });
    if (const QDate leaves = course->resident->stay.leavesOn; leaves.isValid())
        day.on(leaves, 12, [&house, course] { return endInjections(house, *course); });
}

} // namespace

/// Half of the house has substitute treatment: most of it by scripts of two weeks, some of it by injection.
Done prescriptions(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    if (day.isFirst())
        if (Done done = addPharmacies(house); !done)
            return done;
    for (const DemoResidentPtr &resident : day.arriving) {
        const bool isKnown = resident->number() >= 0 && resident->number() < 4; // theirs are shown
        const bool treated = random.oneIn(2);
        const bool injected = isKnown ? resident->number() == 3 : random.oneIn(8);
        if ((!treated && !isKnown) || day.date.daysTo(resident->until) < kScriptDays)
            continue;
        const auto pharmacies = pharmaciesOf(house);
        if (!pharmacies)
            return pharmacies.error();
        auto course = std::make_shared<DemoCourse>();
        course->resident = resident;
        course->began = day.date.addDays(day.date.dayOfWeek() == Qt::Saturday ? 2 : 1); // no pharmacy opens on a Sunday
        course->number = resident->number();
        course->milligrams = 35 + 5 * random.upTo(9);
        course->pharmacy = random.pick(*pharmacies).id;
        course->prescriber = random.pick(house.list(u"prescribers")).toArray();
        if (injected) {
            planInjections(day, course);
            continue;
        }
        planScripts(day, course);
        planCollections(day, course);
    }
    return {};
}

} // namespace keywork::demo
