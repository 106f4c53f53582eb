// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/treatment_cover.h"

#include "core/services/care/doses_told.h"
#include "core/services/care/treatment_reading.h"
#include "core/services/records/records.h"
#include "core/storage/people_here.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kLongestInstalment = 14; // days; a closed day moves a collection by no more

/// The collections of a course on the day, each once.
void addCollections(
    const TreatmentCourse &course, const PersonTreatment &treatment, const ChoiceSource &choices, QDate day, QList<CollectionDue> &all)
{
    std::map<std::pair<qint64, QDate>, CollectionDue> due;
    for (const CoverDay &cover : coverage(course.input, day, day.addDays(2 * kLongestInstalment))) {
        if (cover.pickupOn != day)
            continue;
        const auto script = std::find_if(course.scripts.cbegin(), course.scripts.cend(),
            [&cover](const Kept<Prescription> &one) { return one.id.value == cover.script; });
        if (script == course.scripts.cend())
            continue;
        CollectionDue &one = due[{cover.script, cover.dueOn}];
        if (!one.script.id) {
            const Prescription &paper = script->value;
            one.script = *script;
            one.medicine = medicineOf(paper, choices); // of a course of several only this one is collected
            one.dose = doseWithStrength(paper, stepOn(treatment.steps.value(script->id.value), day));
            one.place = treatment.agencies.value(paper.dispensedAtId.value);
            one.dueOn = cover.dueOn;
            one.pickupOn = day;
            one.isAccompanied = paper.accompaniedUntil && *paper.accompaniedUntil >= day;
            const auto said = std::find_if(treatment.collections.cbegin(), treatment.collections.cend(),
                [&](const Kept<Collection> &word) { return word.value.prescriptionId == script->id && word.value.dueOn == cover.dueOn; });
            if (said != treatment.collections.cend()) // the latest first
                one.said = *said;
            one.words = treatment.wordsOn(script->id, cover.dueOn);
        }
        one.coversUntil = cover.day;
    }
    for (const auto &[key, one] : due)
        all.append(one);
}

/// The last day before a gap that was covered; the day before the prescription began when none of it was.
QDate lastCoveredBefore(const CoverageInput &input, const Kept<Prescription> &script, QDate gapFrom)
{
    QDate day = gapFrom.addDays(-1);
    while (day >= script.value.fromOn && nextGap(input, day, 1))
        day = day.addDays(-1);
    return day;
}

/// The last day of the prescription that is its own.
QDate lastDayOf(const Prescription &paper)
{
    QDate last = paper.untilOn.value_or(QDate(9999, 12, 31));
    return paper.stoppedOn ? std::min(last, *paper.stoppedOn) : last;
}

QDate dayIn(const Row &row, const QString &column) { return QDate::fromString(row.text(column), Qt::ISODate); }

/// What hangs on a prescription is of the same person, and of a day that it has.
Violations fitsPrescription(const Row &row, const Kept<Prescription> &script, const QString &dayColumn)
{
    if (row.value(u"person_id"_s).toLongLong() != script.value.personId.value)
        return {{u"prescription_id"_s, Rule::AnotherOnes, {}}};
    const QDate day = dayIn(row, dayColumn);
    return day.isValid() && day < script.value.fromOn ? Violations{{dayColumn, Rule::OutsideThePrescription, {}}} : Violations();
}

Violations stepFits(const Row &row, const Kept<Prescription> &script)
{
    Violations found = fitsPrescription(row, script, u"from_on"_s);
    const auto step = recordType<TitrationStep>().fromRow(row);
    if (!step)
        return found;
    if (step->fromOn > lastDayOf(script.value))
        found.append({u"from_on"_s, Rule::OutsideThePrescription, {}});
    if (!dosesAgree(script.value, &*step))
        found.append({u"dose"_s, Rule::Unlikely, kDoseAndStrength});
    return found;
}

Violations collectionOfScriptFits(const Row &row, const Kept<Prescription> &script)
{
    Violations found = fitsPrescription(row, script, u"due_on"_s);
    if (script.value.supervised == Supervised::Yes && fromCode<CollectionOutcome>(row.text(u"outcome"_s)) == CollectionOutcome::ByStaff)
        found.append({u"outcome"_s, Rule::NeverSupervised, {}});
    return found;
}

/// One collection has one record: two would tell of it what does not go together. Whoever may only add puts it right, their own
/// or a colleague's, with a word of their own: both stand, with who said so, and the later one counts.
Result<Violations> saidOnce(const Records &records, const Row &row, qint64 self)
{
    if (!records.mayChange(recordType<Collection>()))
        return Violations();
    const auto said = records.all<Collection>(
        {.filters = {{u"prescription_id"_s, Filter::Comparison::Equals, row.value(u"prescription_id"_s).toLongLong()},
             {u"due_on"_s, Filter::Comparison::Equals, row.text(u"due_on"_s)}}});
    if (!said)
        return said.error();
    const bool isKept = std::any_of(said->cbegin(), said->cend(), [self](const Kept<Collection> &one) { return one.id.value == self; });
    if (said->isEmpty() || isKept) // beside another word it stands already: what it says of the collection may change
        return Violations();
    const RecordType &type = recordType<Collection>();
    return Violations{{u"due_on"_s, Rule::AlreadyUsed, alreadyUsed(type, *type.fieldNamed(u"due_on"_s), row.text(u"due_on"_s))}};
}

/// Of a prescription that began: what is asked about, since a change is a new one that follows.
Violations writtenOver(const Records &records, const QList<Kept<Prescription>> &theirs, const Row &row, qint64 self)
{
    const auto before
        = std::find_if(theirs.cbegin(), theirs.cend(), [self](const Kept<Prescription> &one) { return one.id.value == self; });
    if (before == theirs.cend() || before->value.fromOn >= records.today())
        return {};
    const Row kept = toRow(before->value);
    Violations found;
    for (const QString &column : {u"medicine"_s, u"dose"_s, u"strength"_s, u"pickup_days"_s})
        if (kept.value(column) != row.value(column))
            found.append({column, Rule::Unlikely, kScriptBegan});
    return found;
}

/// Against what else is on file: the one it follows, another substitute at the same time, the hours of the place.
Result<Violations> checkPrescription(const Records &records, const Row &row, qint64 self)
{
    const auto script = recordType<Prescription>().fromRow(row);
    if (!script || !records.mayRead(recordType<Prescription>()))
        return Violations();
    const auto theirs = records.of<Prescription>("person_id", script->personId);
    if (!theirs)
        return theirs.error();
    Violations found = writtenOver(records, *theirs, row, self);
    bool followsTheirs = !script->followsId;
    for (const Kept<Prescription> &other : *theirs) {
        if (other.id.value == self)
            continue;
        if (other.id == script->followsId) {
            followsTheirs = true;
            if (other.value.fromOn >= script->fromOn)
                found.append({u"from_on"_s, Rule::EndsBeforeStart, {}});
            continue;
        }
        QDate last = lastDayOf(other.value);
        for (const Kept<Prescription> &next : *theirs)
            if (next.value.followsId == other.id)
                last = std::min(last, next.value.fromOn.addDays(-1));
        const bool isNext = self != 0 && other.value.followsId.value == self;
        const bool atOnce = other.value.fromOn <= lastDayOf(*script) && script->fromOn <= last;
        if (atOnce && !isNext && isSubstitute(*script) && isSubstitute(other.value))
            found.append({u"medicine"_s, Rule::Unlikely, kSecondSubstitute});
    }
    if (!followsTheirs)
        found.append({u"follows_id"_s, Rule::AnotherOnes, {}});
    if (!script->dispensedAtId)
        return found;
    const auto hours = records.of<DispensingHours>("agency_id", script->dispensedAtId);
    if (!hours)
        return hours.error();
    const Kept<DispensingHours> *latest = nullptr;
    for (const Kept<DispensingHours> &one : *hours)
        if (one.value.fromOn <= script->fromOn && (!latest || one.value.fromOn >= latest->value.fromOn))
            latest = &one;
    const QList<int> days = weekdaysOf(script->pickupDays);
    if (latest && std::any_of(days.cbegin(), days.cend(), [latest](int day) { return !latest->value.opensOn(day); }))
        found.append({u"pickup_days"_s, Rule::Unlikely, kClosedThatDay});
    return found;
}

} // namespace

TreatmentCover::TreatmentCover(Records &records)
    : m_records(records)
{
    records.addLookup(
        recordType<Prescription>(), [&records](const Row &row, qint64 self) { return checkPrescription(records, row, self); });
    using Fits = Violations (*)(const Row &row, const Kept<Prescription> &script);
    const auto addFits = [&records](const RecordType &type, Fits fits) {
        const bool isSaidOnce = &type == &recordType<Collection>();
        records.addLookup(type, [&records, fits, isSaidOnce](const Row &row, qint64 self) -> Result<Violations> {
            const auto script = records.one(Id<Prescription>{row.value(u"prescription_id"_s).toLongLong()});
            if (!script)
                return script.error().kind == ErrorKind::NotFound || script.error().kind == ErrorKind::NotPermitted
                    ? Result<Violations>(Violations())
                    : script.error(); // who may only add does not read it
            Violations found = fits(row, *script);
            if (!isSaidOnce)
                return found;
            const auto twice = saidOnce(records, row, self);
            return twice ? Result<Violations>(found + *twice) : twice.error();
        });
    };
    addFits(recordType<TitrationStep>(), stepFits);
    addFits(recordType<Collection>(), collectionOfScriptFits);
    addFits(recordType<Injection>(),
        [](const Row &row, const Kept<Prescription> &script) { return fitsPrescription(row, script, {}); }); // given before it, too
    addFits(recordType<ScriptConfirmation>(),
        [](const Row &row, const Kept<Prescription> &script) { return fitsPrescription(row, script, u"until_on"_s); });
}

Result<PersonTreatment> TreatmentCover::of(Id<Person> person, QDate today) const
{
    if (Done open = m_records.checkOpen(person.value); !open)
        return open.error();
    const auto all = readTreatment(m_records, {person.value}, today);
    return all ? Result<PersonTreatment>(all->value(person.value)) : all.error();
}

Result<QHash<qint64, PersonTreatment>> TreatmentCover::ofAll(const QList<qint64> &people, QDate today) const
{
    QList<qint64> open = people;
    open.removeIf([this](qint64 person) { return m_records.closed().isClosed(person); });
    return readTreatment(m_records, open, today);
}

Result<QList<CollectionDue>> TreatmentCover::collectionsOn(QDate day) const
{
    const auto people = peopleHereOn(m_records.database(), day);
    if (!people)
        return people.error();
    const auto all = ofAll(*people, day);
    if (!all)
        return all.error();
    QList<CollectionDue> due;
    for (const PersonTreatment &treatment : *all)
        for (const TreatmentCourse &course : treatment.courses)
            addCollections(course, treatment, m_records.choices(), day, due);
    std::sort(due.begin(), due.end(), [](const CollectionDue &a, const CollectionDue &b) {
        const auto key = [](const CollectionDue &one) {
            return std::tuple(one.script.value.collectsAt.value_or(QTime(23, 59)), one.place, one.script.value.personId.value,
                one.script.id.value, one.dueOn);
        };
        return key(a) < key(b);
    });
    return due;
}

Result<QList<RenewalSheet>> TreatmentCover::renewals(QDate today) const
{
    const auto people = peopleHereOn(m_records.database(), today);
    if (!people)
        return people.error();
    const auto all = ofAll(*people, today);
    if (!all)
        return all.error();
    std::map<std::pair<QString, qint64>, RenewalSheet> sheets;
    for (const qint64 person : *people) {
        const PersonTreatment treatment = all->value(person);
        for (const TreatmentCourse &course : treatment.courses) {
            const Kept<Prescription> *script = course.shownOn(today);
            const bool isOver = !script || coverOn(course.input, today).state == CoverState::None;
            if (!script || (isOver && script->value.fromOn < today))
                continue;
            const Id<Agency> service = script->value.serviceId;
            const QString name = treatment.agencies.value(service.value);
            RenewalSheet &sheet = sheets[{name, service.value}];
            sheet.service = service;
            sheet.name = name;
            sheet.telephone = treatment.agencyTelephones.value(service.value);
            RenewalLine line{.person = Id<Person>{person},
                .script = *script,
                .medicine = medicineOf(script->value, m_records.choices()),
                .dose = {},
                .coveredUntil = {},
                .confirmed = {}};
            line.dose = doseWithStrength(script->value, stepOn(treatment.steps.value(script->id.value), today));
            if (const auto gap = nextGap(course.input, today))
                line.coveredUntil = lastCoveredBefore(course.input, *script, gap->from);
            if (line.coveredUntil && line.coveredUntil->daysTo(today) > kEndedCourseDays
                && coverOn(course.input, today).state == CoverState::Gap)
                continue; // ran out long ago: Today does not speak of it either
            for (const Kept<ScriptConfirmation> &word : treatment.confirmations)
                if (word.value.prescriptionId == script->id && !line.confirmed)
                    line.confirmed = word;
            sheet.lines.append(line);
        }
    }
    QList<RenewalSheet> found;
    for (auto &[key, sheet] : sheets) { // what ends first is asked about first
        std::stable_sort(sheet.lines.begin(), sheet.lines.end(), [](const RenewalLine &one, const RenewalLine &other) {
            return one.coveredUntil.value_or(QDate(9999, 12, 31)) < other.coveredUntil.value_or(QDate(9999, 12, 31));
        });
        found.append(sheet);
    }
    return found;
}

Result<Kept<Collection>> TreatmentCover::say(Id<Prescription> script, QDate dueOn, CollectionOutcome outcome, QDate collectedOn)
{
    const auto paper = m_records.one(script);
    if (!paper)
        return paper.error();
    const auto said = m_records.all<Collection>({.filters = {{u"prescription_id"_s, Filter::Comparison::Equals, script.value},
                                                     {u"due_on"_s, Filter::Comparison::Equals, dueOn.toString(Qt::ISODate)}}});
    if (!said)
        return said.error();
    Kept<Collection> one;
    for (const Kept<Collection> &word : *said) // of several that were written down the latest counts
        if (word.id.value > one.id.value)
            one = word;
    one.value.personId = paper->value.personId;
    one.value.prescriptionId = script;
    one.value.dueOn = dueOn;
    one.value.outcome = outcome;
    one.value.collectedOn = collectedOn.isValid() && collectedOn != dueOn ? std::optional(collectedOn) : std::nullopt;
    if (!one.value.isHeld()) {
        one.value.collectedOn = {};
        one.value.knownFrom = {};
    }
    if (outcome == CollectionOutcome::ByStaff && !one.value.staffId)
        one.value.staffId = m_records.session().staff();
    return one.id && m_records.mayChange(recordType<Collection>()) ? m_records.amend(one) : m_records.add(one.value);
}

Result<Kept<ScriptConfirmation>> TreatmentCover::confirm(Id<Prescription> script, QDate until, const QString &byWhom)
{
    const auto paper = m_records.one(script);
    if (!paper)
        return paper.error();
    return m_records.add(ScriptConfirmation{paper->value.personId, script, m_records.today(), until, byWhom, {}});
}

} // namespace keywork
