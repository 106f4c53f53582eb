// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/move_on.h"

#include "core/base/anniversary.h"
#include "core/domain/front_desk.h"
#include "core/domain/house.h"
#include "core/services/care/appointments.h"
#include "core/services/care/custody.h"
#include "core/services/care/move_on_reading.h"
#include "core/services/care/treatment_cover.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kMoveCoverBack = 1; // days about the moving day that a prescription has to cover; house rule
constexpr int kMoveCoverAhead = 7;
constexpr int kAppointmentsAheadDays = 366;

template <class T> QList<T> moveOnValues(const QList<Kept<T>> &kept)
{
    QList<T> values;
    for (const Kept<T> &one : kept)
        values.append(one.value);
    return values;
}

/// The stay that goes on, or the one that ended last; -1: they never arrived.
qsizetype moveOnStay(const QList<Kept<Stay>> &stays)
{
    qsizetype found = -1;
    for (qsizetype i = 0; i < stays.size(); ++i) {
        const Stay &stay = stays.at(i).value;
        if (stay.arrivedOn && (found < 0 || *stays.at(found).value.arrivedOn <= *stay.arrivedOn))
            found = i;
    }
    return found;
}

Result<QList<MoveOnApplication>> applicationsOnFile(Database &database, Id<Person> person)
{
    const auto rows = Table(database, recordType<MoveOnApplication>())
                          .list({.filters = {{u"person_id"_s, Filter::Comparison::Equals, person.value}}, .orderBy = u"id"_s});
    if (!rows)
        return rows.error();
    QList<MoveOnApplication> found;
    for (const KeptRow &row : *rows) {
        const auto one = asKind<MoveOnApplication>(row);
        if (!one)
            return one.error();
        found.append(one->value);
    }
    return found;
}

/// Who came to see them and is still in.
Result<qint64> visitorsOf(const Records &records, Id<Person> person)
{
    if (!records.mayRead(recordType<Visitor>()))
        return qint64(0);
    return records.count(recordType<Visitor>(),
        {.filters = {{u"person_id"_s, Filter::Comparison::Equals, person.value}, {u"left_at"_s, Filter::Comparison::IsAbsent}}});
}

} // namespace

MoveOn::MoveOn(Records &records, People &people, Custody &custody, Appointments &appointments, TreatmentCover &treatment)
    : m_records(records)
    , m_people(people)
    , m_custody(custody)
    , m_appointments(appointments)
    , m_treatment(treatment)
{
    records.addCompleting(recordType<FollowUp>(), [this](Row &row, const std::optional<Row> &before) {
        if (!before)
            completeFollowUp(row);
    });
    records.addLookup(recordType<FollowUp>(), [this](const Row &row, qint64) { return followUpProblems(row); });
}

Result<House> MoveOn::house() const
{
    const auto houses = m_records.all<House>();
    if (!houses)
        return houses.error();
    return houses->isEmpty() ? House() : houses->first().value;
}

Result<QList<Kept<Stay>>> MoveOn::staysOf(Id<Person> person) const
{
    return m_records.all<Stay>({.filters = {{u"person_id"_s, Filter::Comparison::Equals, person.value}}, .orderBy = u"id"_s});
}

Result<std::optional<MoveOnPicture>> MoveOn::of(Id<Person> person) const
{
    if (m_records.closed().isClosed(person.value))
        return Error{ErrorKind::NeedToKnow, {}, {}};
    const auto stays = staysOf(person);
    const auto plans = readableOf<MoveOnPlan>(m_records, person);
    // Past what may be read: how far it is, rooms say as well.
    const auto applications = applicationsOnFile(m_records.database(), person);
    const auto rules = house();
    if (!stays || !plans || !applications || !rules)
        return !stays ? stays.error() : !plans ? plans.error() : !applications ? applications.error() : rules.error();
    const qsizetype telling = moveOnStay(*stays);
    if (telling < 0)
        return std::optional<MoveOnPicture>();
    MoveOnPicture picture{.stay = stays->at(telling)};
    const Stay &stay = picture.stay.value;
    const QDate today = m_records.today();
    picture.state = moveOnStateOf(stay, moveOnValues(*plans), *applications, today, int(rules->moveOnMonths));
    picture.promptFrom = moveOnPromptFrom(*stay.arrivedOn, int(rules->moveOnMonths));
    picture.meantUntil = moveOnPromptFrom(*stay.arrivedOn, int(rules->stayMonths));
    if (const qsizetype plan = planOfStay(moveOnValues(*plans), stay); plan >= 0)
        picture.plan = plans->at(plan);
    const QList<Stay> all = moveOnValues(*stays); // what is found among them points into them
    if (const Stay *before = stayReturnedFrom(all, stay))
        picture.returnedFrom = *before;
    for (const auto read : {&MoveOn::readPlan, &MoveOn::readMovingDay, &MoveOn::readAfter})
        if (Done done = (this->*read)(picture); !done)
            return done.error();
    return std::optional(picture);
}

Done MoveOn::readPlan(MoveOnPicture &picture) const
{
    const Id<Person> person = picture.stay.value.personId;
    const auto views = readableOf<ReadinessView>(m_records, person);
    auto support = readableOf<SupportStep>(m_records, person);
    if (!views || !support)
        return views ? support.error() : views.error();
    std::stable_sort(support->begin(), support->end(),
        [](const Kept<SupportStep> &a, const Kept<SupportStep> &b) { return a.value.fromOn > b.value.fromOn; });
    picture.readiness = readinessOf(moveOnValues(*views));
    picture.support = *support;
    if (!picture.plan || !m_records.mayRead(recordType<MoveStep>()))
        return {};
    const auto steps = m_records.all<MoveStep>(
        {.filters = {{u"plan_id"_s, Filter::Comparison::Equals, picture.plan->id.value}}, .orderBy = u"position"_s});
    if (!steps)
        return steps.error();
    picture.steps = *steps;
    return {};
}

/// A prescription that ends with the move is found from the days, whatever was ticked.
Done MoveOn::readMovingDay(MoveOnPicture &picture) const
{
    const bool isAhead = picture.plan && picture.plan->value.movesOn && picture.state == MoveOnState::DaySet;
    if (!isAhead || !m_records.mayRead(recordType<MoveStep>()))
        return {};
    const Id<Person> person = picture.stay.value.personId;
    const QDate moves = *picture.plan->value.movesOn;
    MoveNeeds needs;
    const auto held = medicinesHeld(person);
    const auto treatment = m_treatment.of(person, m_records.today());
    if (!held || !treatment)
        return held ? treatment.error() : held.error();
    needs.medicine = *held > 0;
    if (const TreatmentCourse *course = treatment->substitute()) {
        for (const CoverDay &day : coverage(course->input, moves.addDays(-kMoveCoverBack), moves.addDays(kMoveCoverAhead))) {
            needs.prescription = needs.prescription || day.state != CoverState::None;
            if (day.state != CoverState::Covered)
                picture.uncovered.append(day.day);
        }
        const bool isTreatedNow = coverOn(course->input, m_records.today()).state != CoverState::None;
        needs.prescription = needs.prescription || isTreatedNow;
        if (!needs.prescription)
            picture.uncovered.clear();
    }
    picture.gaps = moveGaps(moveOnValues(picture.steps), needs);
    return {};
}

Result<qsizetype> MoveOn::medicinesHeld(Id<Person> person) const
{
    if (!m_records.mayRead(recordType<HeldMedicine>()))
        return qsizetype(0);
    const auto pages = m_custody.pagesOf(person);
    if (!pages)
        return pages.error();
    return qsizetype(std::count_if(pages->cbegin(), pages->cend(), [](const HeldPage &page) { return page.state.isHeld(); }));
}

Result<QList<LeavingLine>> MoveOn::atLeaving(Id<Person> person) const
{
    const auto held = medicinesHeld(person);
    const auto belongings = readableOf<Belonging>(m_records, person);
    const auto keys = readableOf<RoomKey>(m_records, person);
    const auto visitors = visitorsOf(m_records, person);
    const auto picture = of(person);
    if (!held || !belongings || !keys || !visitors)
        return !held ? held.error() : !belongings ? belongings.error() : !keys ? keys.error() : visitors.error();
    if (!picture)
        return picture.error();
    LeavingFacts facts{.medicinesHeld = *held, .belongings = moveOnValues(*belongings), .keys = moveOnValues(*keys)};
    facts.visitors = *visitors;
    facts.keysKnown = m_records.mayRead(recordType<MoveStep>());
    facts.contactAsked = !m_records.mayRead(recordType<PostMoveContact>());
    if (!*picture)
        return QList<LeavingLine>(); // who never came leaves nothing
    facts.steps = moveOnValues((*picture)->steps);
    const auto &contact = (*picture)->contact;
    facts.contactAsked = facts.contactAsked || (contact && contact->agreed != ContactAgreed::AskLater);
    if (m_records.mayRead(recordType<Appointment>())) {
        const QDate today = m_records.today();
        const auto ahead = m_appointments.between(today, today.addDays(kAppointmentsAheadDays), person);
        if (!ahead)
            return ahead.error();
        facts.appointments = std::count_if(ahead->cbegin(), ahead->cend(), [this](const Kept<Appointment> &one) {
            return one.value.outcome == AppointmentOutcome::Booked && one.value.startsAt > m_records.clock().now();
        });
    }
    return leavingLines(facts);
}

Result<Kept<Stay>> MoveOn::leave(const Kept<Stay> &stay, const Stay &said)
{
    Stay leaving = stay.value;
    leaving.leftOn = said.leftOn;
    leaving.leavingReason = said.leavingReason;
    leaving.destination = said.destination;
    leaving.leavingNotes = said.leavingNotes;
    Violations missing;
    if (!leaving.leftOn)
        missing.append({u"left_on"_s, Rule::Required, {}});
    if (leaving.leavingReason.isEmpty())
        missing.append({u"leaving_reason"_s, Rule::Required, {}});
    if (leaving.destination.isEmpty())
        missing.append({u"destination"_s, Rule::Required, {}});
    return missing.isEmpty() ? m_people.saveStay(stay, leaving) : invalid(missing);
}

Done MoveOn::stepDone(Id<MoveStep> step)
{
    auto known = m_records.one(step);
    if (!known)
        return known.error();
    known->value.doneAt = m_records.clock().now();
    const auto saved = m_records.amend(*known);
    return saved ? Done() : Done(saved.error());
}

Result<std::optional<Stay>> MoveOn::returnedFrom(const Kept<Stay> &stay) const
{
    const auto stays = staysOf(stay.value.personId);
    if (!stays)
        return stays.error();
    const QList<Stay> all = moveOnValues(*stays);
    const Stay *before = stayReturnedFrom(all, stay.value);
    return before ? std::optional(*before) : std::nullopt;
}

bool MoveOn::isReturn(const Kept<Stay> &stay) const
{
    const auto before = returnedFrom(stay);
    return before && before->has_value();
}

} // namespace keywork
