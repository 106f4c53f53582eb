// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/child.h"
#include "core/domain/court.h"
#include "core/services/care/appointments.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"
#include "tests/support/services.h"

namespace keywork::test::court_test {

using namespace Qt::StringLiterals;

namespace {

CourtOrder twoYears(Id<Person> person)
{
    CourtOrder order;
    order.personId = person;
    order.kind = {u"drr"_s};
    order.court = u"Westgate Magistrates' Court"_s;
    order.fromOn = QDate(2026, 7, 1);
    order.untilOn = QDate(2028, 6, 30);
    return order;
}

OrderRequirement treatment(Id<Person> person, Id<CourtOrder> order)
{
    OrderRequirement requirement;
    requirement.courtOrderId = order;
    requirement.personId = person;
    requirement.kind = {u"drug_treatment"_s};
    requirement.fromOn = QDate(2026, 7, 1);
    return requirement;
}

Hearing morning(Id<Person> person, QDate day)
{
    Hearing hearing;
    hearing.personId = person;
    hearing.startsAt = QDateTime(day, QTime(9, 0), Qt::UTC);
    hearing.court = u"Westgate Magistrates' Court"_s;
    hearing.why = u"review of the order"_s;
    return hearing;
}

ElectronicTag nights(Id<Person> person, std::optional<QTime> from, std::optional<QTime> until)
{
    ElectronicTag tag;
    tag.personId = person;
    tag.kind = {u"curfew"_s};
    tag.fromOn = QDate(2026, 9, 1);
    tag.inFrom = from;
    tag.inUntil = until;
    return tag;
}

/// "column: rule" of what is wrong with the record; empty when it was kept.
template <class T> QString wrongWith(Records &records, const T &record)
{
    const auto kept = records.add(record);
    if (kept)
        return {};
    CHECK(kept.error().kind == ErrorKind::Invalid);
    QStringList said;
    for (const Violation &violation : kept.error().violations)
        said.append(violation.column + u' ' + QString::number(int(violation.rule)));
    return said.join(u", "_s);
}

QString just(const char *column, Rule rule) { return QLatin1String(column) + u' ' + QString::number(int(rule)); }

} // namespace

TEST_CASE("What a court's papers can't say is refused beside its field")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    Records &records = hostel.services().records;
    CHECK(wrongWith(records, twoYears(ben.id)) == QString());
    CourtOrder order = twoYears(ben.id);
    order.untilOn = QDate(2026, 6, 30);
    CHECK(wrongWith(records, order) == just("until_on", Rule::EndsBeforeStart));
    order = twoYears(ben.id);
    order.court.clear();
    CHECK(wrongWith(records, order) == just("court", Rule::Required));
    order = twoYears(ben.id);
    order.kind = {u"invented"_s};
    CHECK(wrongWith(records, order) == just("kind", Rule::UnknownChoice));

    CHECK(wrongWith(records, morning(ben.id, QDate(2026, 10, 6))) == QString());
    CHECK(wrongWith(records, morning(ben.id, QDate(1826, 10, 6))) == just("starts_at", Rule::Unlikely));
    Hearing putOff = morning(ben.id, QDate(2026, 9, 7));
    putOff.nextOn = QDate(2026, 9, 7);
    CHECK(wrongWith(records, putOff) == just("next_on", Rule::EndsBeforeStart));
    putOff.nextOn = QDate(2026, 9, 8);
    CHECK(wrongWith(records, putOff) == QString());

    const auto kept = need(records.all<CourtOrder>()).first();
    OrderRequirement requirement = treatment(ben.id, kept.id);
    requirement.contactsKept = 3;
    CHECK(wrongWith(records, requirement) == just("contacts_wanted", Rule::Required));
    requirement.contactsWanted = 2;
    CHECK(wrongWith(records, requirement) == just("contacts_kept", Rule::TooLarge));
    requirement.contactsWanted = 3;
    CHECK(wrongWith(records, requirement) == QString());
    requirement.untilOn = QDate(2026, 6, 1);
    CHECK(wrongWith(records, requirement) == just("until_on", Rule::EndsBeforeStart));

    CHECK(wrongWith(records, nights(ben.id, QTime(19, 0), QTime(7, 0))) == QString()); // over midnight
    CHECK(wrongWith(records, nights(ben.id, {}, {})) == QString());
    CHECK(wrongWith(records, nights(ben.id, QTime(19, 0), {})) == just("in_until", Rule::Required));
    CHECK(wrongWith(records, nights(ben.id, {}, QTime(7, 0))) == just("in_from", Rule::Required));

    CustodySpell spell;
    spell.personId = ben.id;
    spell.fromOn = QDate(2026, 5, 2);
    spell.untilOn = QDate(2026, 5, 1);
    spell.place = u"HMP Northmoor"_s;
    CHECK(wrongWith(records, spell) == just("until_on", Rule::EndsBeforeStart));
    spell.untilOn = QDate(2026, 5, 2);
    spell.doseGiven = {u"not_known"_s};
    CHECK(wrongWith(records, spell) == QString());

    PastOffence offence;
    offence.personId = ben.id;
    offence.what = u"Arson"_s;
    offence.whyItMatters = u"x"_s;
    CHECK(wrongWith(records, offence) == just("why_it_matters", Rule::SaysTooLittle));
    offence.whyItMatters.clear();
    CHECK(wrongWith(records, offence) == just("why_it_matters", Rule::Required));
    CHECK(recordType<PastOffence>().sharedAs == SharedAs::Nothing);
}

TEST_CASE("An order and what it asks for are kept as one, and what is wrong in a part keeps nothing")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    Services &services = hostel.services();
    Family family;
    family.head.row = toRow(twoYears(ben.id));
    KeptRow part;
    part.row = toRow(treatment({}, {}));
    part.row.set(u"until_on"_s, u"2026-06-01"_s);
    family.parts.append(part);
    CHECK(kindOfError(services.families.save(family, {})) == ErrorKind::Invalid);
    CHECK(need(services.records.count(recordType<CourtOrder>())) == 0);
    family.parts.first().row.set(u"until_on"_s, u"2028-06-30"_s);
    const auto kept = need(services.families.save(family, {}));
    const auto required = need(services.records.all<OrderRequirement>()).first();
    CHECK(required.value.courtOrderId.value == kept.head.id);
    CHECK(required.value.personId == ben.id);
}

TEST_CASE("Attendance is counted apart for each kind of agency, and probation only for whoever may read of courts")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto service = anAgency(hostel);
    Agency office;
    office.name = u"Mill Lane probation office"_s;
    office.category = {kProbation};
    const auto probation = need(hostel.services().records.add(office));
    const auto went = [&](Id<Agency> agency, QDate day, AppointmentOutcome outcome) {
        Appointment one;
        one.personId = ben.id;
        one.agencyId = agency;
        one.purpose = u"Review"_s;
        one.startsAt = QDateTime(day, QTime(9, 0), Qt::UTC);
        one.outcome = outcome;
        need(hostel.services().records.add(one));
    };
    using enum AppointmentOutcome;
    went(probation.id, QDate(2026, 7, 1), Missed);
    went(probation.id, QDate(2026, 7, 15), Kept);
    went(probation.id, QDate(2026, 8, 12), Kept);
    went(probation.id, QDate(2026, 8, 26), Late);
    went(service.id, QDate(2026, 8, 20), Missed);
    went(service.id, QDate(2026, 8, 27), CancelledByAgency);
    went({}, QDate(2026, 8, 28), Kept); // with nobody on file
    auto counted = need(hostel.services().appointments.attendanceByAgency(ben.id));
    CHECK(counted.keys() == QStringList{u"drug_alcohol_treatment"_s, kProbation});
    CHECK(counted.value(kProbation).before.percent() == 50);
    CHECK(counted.value(kProbation).since.percent() == 100);
    CHECK(counted.value(u"drug_alcohol_treatment"_s).since == Attendance{0, 1});
    CHECK(need(hostel.services().appointments.attendance(ben.id)).since == Attendance{3, 1});
    signInAs(hostel, u"Sam Shift"_s, Role::SupportWorker);
    counted = need(hostel.services().appointments.attendanceByAgency(ben.id));
    CHECK(counted.keys() == QStringList{u"drug_alcohol_treatment"_s});
}

TEST_CASE("A child's age is kept with the day on which it was told, or not at all")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    Records &records = hostel.services().records;
    Child child;
    child.personId = ben.id;
    child.name = u"Kit"_s;
    child.age = 7;
    CHECK(wrongWith(records, child) == just("age_on", Rule::Required));
    child.ageOn = QDate(2026, 9, 14);
    CHECK(wrongWith(records, child) == QString());
    child.age.reset();
    CHECK(wrongWith(records, child) == just("age", Rule::Required));
    child.age = 71;
    CHECK(wrongWith(records, child) == just("age", Rule::TooLarge));
    child.age = 7;
    child.ageOn = QDate(2026, 9, 15);
    CHECK(wrongWith(records, child) == just("age_on", Rule::InTheFuture));
}

TEST_CASE("An order to be treated leaves only with treatment, too, and a time in custody with whether the dose was given there")
{
    const auto tells = [](const Row &row) { return row.type->alsoTells(row); };
    CourtOrder order;
    for (const auto &[kind, category] : {std::pair<const char *, std::optional<Category>>{"drr", Category::Treatment},
             {"atr", Category::Treatment}, {"mhtr", Category::Health}, {"community_order", {}}, {"licence", {}}}) {
        INFO(kind);
        order.kind = {QString::fromLatin1(kind)};
        CHECK(tells(toRow(order)) == category);
    }
    OrderRequirement requirement;
    requirement.kind = {u"testing"_s};
    CHECK(tells(toRow(requirement)) == Category::Treatment);
    requirement.kind = {u"unpaid_work"_s};
    CHECK_FALSE(tells(toRow(requirement)));
    CustodySpell spell;
    CHECK_FALSE(tells(toRow(spell)));
    spell.doseGiven = {u"no"_s};
    CHECK(tells(toRow(spell)) == Category::Treatment);
}

} // namespace keywork::test::court_test
