// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/treatment_reading.h"

#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/domain/house.h"
#include "core/domain/stay.h"
#include "core/rules/dose_there.h"
#include "core/services/care/doses_told.h"
#include "core/services/records/record_reader.h"
#include "core/storage/watching.h"

#include <QSet>
#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kDaysToldBack = 28; // of days without a dose

/// Reads a source at a time, then makes each person's courses of it.
class TreatmentSources {
public:
    TreatmentSources(const RecordReader &records, const QList<qint64> &people, QDate today)
        : m_records(records)
        , m_people(people)
        , m_today(today)
    {
    }

    Result<QHash<qint64, PersonTreatment>> read()
    {
        if (!m_records.mayRead(recordType<Prescription>()))
            return Error{m_records.session().refusal(), QString::fromLatin1(recordType<Prescription>().table), {}};
        using Source = Done (TreatmentSources::*)();
        for (const Source source : {&TreatmentSources::house, &TreatmentSources::scripts, &TreatmentSources::parts,
                 &TreatmentSources::places, &TreatmentSources::changes, &TreatmentSources::elsewhere})
            if (Done done = (this->*source)(); !done)
                return done.error();
        QHash<qint64, PersonTreatment> all;
        for (const qint64 person : m_people)
            all.insert(person, treatmentOf(person));
        return all;
    }

private:
    template <class T> using ByPerson = QHash<qint64, QList<Kept<T>>>;

    template <class T> Done each(ByPerson<T> &into, const QString &further = {})
    {
        return m_records.mayRead(recordType<T>()) ? whoeverAsks(into, further) : Done();
    }

    template <class T> Done whoeverAsks(ByPerson<T> &into, const QString &further = {})
    {
        const auto rows = rowsOfPeople(m_records.database(), recordType<T>(), m_people, further);
        if (!rows)
            return rows.error();
        for (const KeptRow &row : *rows) {
            const auto record = asKind<T>(row);
            if (!record)
                return record.error();
            into[record->value.personId.value].append(*record);
        }
        return {};
    }

    Done house()
    {
        const auto houses = m_records.all<House>();
        if (!houses)
            return houses.error();
        if (!houses->isEmpty())
            m_house = houses->first().value;
        return {};
    }

    Done scripts() { return each(m_scripts); }

    Done parts()
    {
        const QString since = u"due_on >= '%1'"_s.arg(m_today.addDays(-kTreatmentLooksBackDays).toString(Qt::ISODate));
        if (Done done = each(m_collections, since); !done)
            return done;
        if (Done done = each(m_steps); !done)
            return done;
        if (Done done = each(m_confirmations); !done)
            return done;
        return each(m_injections);
    }

    Done places()
    {
        if (m_scripts.isEmpty())
            return {};
        const auto agencies = m_records.all<Agency>({.withWithdrawn = true});
        if (!agencies)
            return agencies.error();
        for (const Kept<Agency> &agency : *agencies) {
            m_agencies.insert(agency.id.value, agency.value.name);
            m_telephones.insert(agency.id.value, agency.value.telephone);
        }
        const auto hours = m_records.all<DispensingHours>();
        if (!hours)
            return hours.error();
        for (const Kept<DispensingHours> &one : *hours)
            m_hours[one.value.agencyId.value].append(OpeningDays::of(one.value));
        return {};
    }

    /// Days of arrivals, discharges and releases: what changes where a dose comes from.
    Done changes()
    {
        if (m_scripts.isEmpty())
            return {};
        ByPerson<Stay> stays;
        if (Done done = each(stays); !done)
            return done;
        for (const QList<Kept<Stay>> &theirs : stays)
            for (const Kept<Stay> &stay : theirs) {
                if (stay.value.notComing)
                    continue;
                addChange(stay.value.personId, stay.value.arrivedOn ? stay.value.arrivedOn : stay.value.expectedOn);
                addChange(stay.value.personId, stay.value.leftOn);
            }
        return {};
    }

    void addChange(Id<Person> person, const std::optional<QDate> &day)
    {
        if (day)
            m_changes[person.value].append(*day);
    }

    void addElsewhere(Id<Person> person, QDate from, const std::optional<QDate> &until, DoseThere dose)
    {
        m_elsewhere[person.value].append({from, until.value_or(QDate()), dose});
        addChange(person, until);
    }

    /// What stands on file counts, whoever asks: a night worker counts the same days without a dose. Where they were is not told.
    Done elsewhere()
    {
        if (m_scripts.isEmpty())
            return {};
        ByPerson<HospitalStay> stays;
        if (Done done = whoeverAsks(stays); !done)
            return done;
        for (const QList<Kept<HospitalStay>> &theirs : stays)
            for (const Kept<HospitalStay> &stay : theirs)
                addElsewhere(stay.value.personId, stay.value.admittedOn, stay.value.dischargedOn, doseThere(stay.value));
        ByPerson<CustodySpell> spells;
        if (Done done = whoeverAsks(spells); !done)
            return done;
        for (const QList<Kept<CustodySpell>> &theirs : spells)
            for (const Kept<CustodySpell> &spell : theirs)
                addElsewhere(spell.value.personId, spell.value.fromOn, spell.value.untilOn, doseThere(spell.value));
        return {};
    }

    template <class T, class Day> static QList<Kept<T>> latestFirst(QList<Kept<T>> records, Day T::*day)
    {
        std::sort(records.begin(), records.end(), [day](const Kept<T> &a, const Kept<T> &b) {
            return std::pair(a.value.*day, a.id.value) > std::pair(b.value.*day, b.id.value);
        });
        return records;
    }

    PersonTreatment treatmentOf(qint64 person) const
    {
        PersonTreatment treatment;
        treatment.today = m_today;
        treatment.dutyLine = m_house.drugServiceLine;
        treatment.collections = latestFirst(m_collections.value(person), &Collection::dueOn);
        treatment.confirmations = latestFirst(m_confirmations.value(person), &ScriptConfirmation::confirmedOn);
        treatment.injections = latestFirst(m_injections.value(person), &Injection::givenOn);
        QList<Kept<TitrationStep>> steps = m_steps.value(person);
        std::stable_sort(steps.begin(), steps.end(),
            [](const Kept<TitrationStep> &a, const Kept<TitrationStep> &b) { return a.value.fromOn < b.value.fromOn; });
        for (const Kept<TitrationStep> &step : steps)
            treatment.steps[step.value.prescriptionId.value].append(step.value);
        for (const Kept<Prescription> &script : latestFirst(m_scripts.value(person), &Prescription::fromOn))
            addScript(script, treatment);
        judge(person, treatment);
        return treatment;
    }

    bool isOver(const Prescription &paper) const
    {
        return (paper.untilOn && *paper.untilOn < m_today) || (paper.stoppedOn && *paper.stoppedOn < m_today);
    }

    bool isAnyHourKnown(Id<Agency> place) const
    {
        const QList<OpeningDays> hours = m_hours.value(place.value);
        return std::any_of(hours.cbegin(), hours.cend(), [this](const OpeningDays &one) { return one.from <= m_today; });
    }

    void addScript(const Kept<Prescription> &script, PersonTreatment &treatment) const
    {
        const Prescription &paper = script.value;
        for (const Id<Agency> agency : {paper.dispensedAtId, paper.serviceId})
            if (agency) {
                treatment.agencies.insert(agency.value, m_agencies.value(agency.value));
                treatment.agencyTelephones.insert(agency.value, m_telephones.value(agency.value));
            }
        if (paper.dispensedAtId && !isOver(paper) && !isAnyHourKnown(paper.dispensedAtId))
            treatment.withoutHours.insert(paper.dispensedAtId.value);
        const bool substitute = isSubstitute(paper);
        const QString medicine = medicineOf(paper, m_records.choices());
        auto course = std::find_if(treatment.courses.begin(), treatment.courses.end(),
            [&](const TreatmentCourse &one) { return substitute ? one.isSubstitute : !one.isSubstitute && one.medicine == medicine; });
        if (course == treatment.courses.end()) {
            const auto at = substitute ? treatment.courses.begin() : treatment.courses.end();
            course = treatment.courses.insert(at, TreatmentCourse{.isSubstitute = substitute, .medicine = medicine});
            course->input.holidays = &BankHolidays::of(m_house.nation);
        } else if (!course->medicine.split(u", "_s).contains(medicine)) {
            course->medicine += u", "_s + medicine;
        }
        course->scripts.append(script);
        course->input.scripts.append(spanOf(script, treatment));
        QSet<QDate> isSaid;
        for (const Kept<Collection> &one : treatment.collections) // the latest word of each first, and only that one counts
            if (one.value.prescriptionId == script.id && !isSaid.contains(one.value.dueOn)) {
                isSaid.insert(one.value.dueOn);
                course->said.append({one.id.value, script.id.value, one.value.dueOn, one.value.outcome, one.value.heldFrom(),
                    one.value.knownFrom.value_or(DoseKnownFrom::CollectedOnly), one.value.toldBy});
            }
    }

    ScriptSpan spanOf(const Kept<Prescription> &script, const PersonTreatment &treatment) const
    {
        const Prescription &paper = script.value;
        ScriptSpan span{.id = script.id.value, .from = paper.fromOn, .until = paper.untilOn};
        for (const Kept<ScriptConfirmation> &one : treatment.confirmations)
            if (one.value.prescriptionId == script.id && !span.confirmedUntil)
                span.confirmedUntil = one.value.untilOn; // the latest word, also when it is an earlier day
        span.stoppedOn = paper.stoppedOn;
        span.lostOn = paper.lostOn;
        span.replacedOn = paper.replacedOn;
        span.lastDoseBefore = paper.lastDoseBeforeOn;
        span.lastDoseToldBy = paper.lastDoseToldBy;
        span.follows = paper.followsId.value;
        for (const int weekday : weekdaysOf(paper.pickupDays))
            span.pickup.at(size_t(weekday)) = true;
        span.everyWeeks = int(std::max<qint64>(1, paper.everyWeeks));
        span.closedDaysPrior = paper.carries(kClosedDaysPrior);
        span.restOfMissed = paper.carries(kRestOfMissed);
        span.open = m_hours.value(paper.dispensedAtId.value);
        span.isInjection = paper.isInjection();
        for (const Kept<Injection> &one : treatment.injections)
            if (one.value.prescriptionId == script.id)
                span.injections.append(
                    {one.value.givenOn, one.value.nextDueOn(), int(one.value.windowDays.value_or(0)), one.value.givenBy});
        return span;
    }

    /// Whether the last prescription ran out long ago and nothing came after it: told elsewhere, and no gap for ever.
    bool ranOutLongAgo(const CoverageInput &input) const
    {
        const QList<CoverDay> days = coverage(input, m_today.addDays(-kEndedCourseDays), m_today);
        return std::all_of(
            days.cbegin(), days.cend(), [](const CoverDay &day) { return day.state == CoverState::Gap || day.state == CoverState::None; });
    }

    void judge(qint64 person, PersonTreatment &treatment) const
    {
        const TreatmentCourse *course = treatment.substitute();
        if (!course)
            return;
        treatment.lastDose = lastKnownDose(course->input, course->said, m_today);
        QDate begins = m_today.addDays(-kTreatmentLooksBackDays);
        if (ranOutLongAgo(course->input)) {
            const auto gap = nextGap(course->input, m_today, kDaysToldBack);
            if (!gap || gap->from == m_today)
                return;
        }
        treatment.doses = doseDays(course->input, course->said, m_elsewhere.value(person), begins, m_today);
        treatment.missed = missedDoses(treatment.doses, m_today);
        treatment.notKnownSince = notKnownSince(treatment.doses, m_today);
        for (auto day = treatment.doses.crbegin(); day != treatment.doses.crend() && day->day > m_today.addDays(-kDaysToldBack); ++day)
            if (day->held == DoseHeld::NotHeld)
                treatment.notCollected.append(day->day);
        treatment.gap = gapOf(course->input, person);
    }

    /// The first day of the gap that today lies in, as far back as is told; today when it is in none.
    QDate gapBeganBy(const CoverageInput &input) const
    {
        const auto liesInGap = [&input](QDate day) { return nextGap(input, day, 1).has_value(); };
        QDate began = m_today;
        while (liesInGap(began) && began > m_today.addDays(-kDaysToldBack) && liesInGap(began.addDays(-1)))
            began = began.addDays(-1);
        return began;
    }

    /// The first gap that is spoken of today, though an earlier one is not yet; else the first that is coming.
    std::optional<TreatmentGap> gapOf(const CoverageInput &input, qint64 person) const
    {
        const GapRule rule{int(m_house.gapDays), int(m_house.gapDaysAcross)};
        std::optional<TreatmentGap> first;
        const QDate horizon = m_today.addDays(kDaysToldBack); // no warning comes earlier
        for (QDate from = gapBeganBy(input); from <= horizon;) {
            const auto gap = nextGap(input, from);
            if (!gap)
                break;
            const TreatmentGap one{*gap, gapWarnedFrom(gap->from, input, m_changes.value(person), rule), rule};
            if (one.warnedFrom <= m_today)
                return one;
            if (!first)
                first = one;
            from = gap->until.addDays(1);
        }
        return first;
    }

    const RecordReader &m_records;
    const QList<qint64> m_people;
    const QDate m_today;
    House m_house;
    ByPerson<Prescription> m_scripts;
    ByPerson<Collection> m_collections;
    ByPerson<TitrationStep> m_steps;
    ByPerson<ScriptConfirmation> m_confirmations;
    ByPerson<Injection> m_injections;
    QHash<qint64, QList<OpeningDays>> m_hours; ///< by agency
    QHash<qint64, QString> m_agencies;
    QHash<qint64, QString> m_telephones;
    QHash<qint64, QList<QDate>> m_changes;
    QHash<qint64, QList<ElsewhereSpan>> m_elsewhere;
};

} // namespace

Result<QHash<qint64, PersonTreatment>> readTreatment(const RecordReader &records, const QList<qint64> &people, QDate today)
{
    return TreatmentSources(records, people, today).read();
}

const Kept<Prescription> *TreatmentCourse::shownOn(QDate day) const
{
    const CoverDay cover = coverOn(input, day);
    const Kept<Prescription> *next = nullptr;
    for (const Kept<Prescription> &script : scripts) { // the latest first
        if (cover.script == script.id.value)
            return &script;
        if (script.value.fromOn > day)
            next = &script; // the earliest of those to come
    }
    return next ? next : scripts.isEmpty() ? nullptr : &scripts.first();
}

QList<CollectionWord> PersonTreatment::wordsOn(Id<Prescription> script, QDate dueOn) const
{
    QList<CollectionWord> found;
    for (const Kept<Collection> &one : collections) // the latest first
        if (one.value.prescriptionId == script && one.value.dueOn == dueOn)
            found.append({one.value.outcome, one.createdAt, Id<Staff>{one.createdBy}});
    return found;
}

const TreatmentCourse *PersonTreatment::substitute() const
{
    return !courses.isEmpty() && courses.first().isSubstitute ? &courses.first() : nullptr;
}

const Kept<Prescription> *PersonTreatment::script() const
{
    const TreatmentCourse *course = substitute();
    return course ? course->shownOn(today) : nullptr;
}

QString PersonTreatment::doseToday() const
{
    const Kept<Prescription> *shown = script();
    return shown ? doseWithStrength(shown->value, stepOn(steps.value(shown->id.value), today)) : QString();
}

QString PersonTreatment::confirmWith() const
{
    const Kept<Prescription> *shown = script();
    if (!shown)
        return {};
    const Prescription &paper = shown->value;
    QStringList who{paper.prescriber.isEmpty() ? agencies.value(paper.serviceId.value) : paper.prescriber,
        paper.prescriberTelephone.isEmpty() ? agencyTelephones.value(paper.serviceId.value) : paper.prescriberTelephone};
    who.removeAll(QString());
    return who.join(u", "_s);
}

} // namespace keywork
