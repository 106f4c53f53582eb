// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/care_plans.h"
#include "core/services/records/earlier_versions.h"
#include "core/services/records/records.h"
#include "core/services/records/undo.h"
#include "core/services/services.h"
#include "tests/support/filled_rows.h"
#include "tests/support/services.h"

namespace keywork::test::likely_days_test {

using namespace Qt::StringLiterals;

namespace {

Confirmed bornIn(const QString &day) { return {u"person"_s, u"born_on"_s, day}; }

Person somebodyBorn(const QString &day)
{
    Person person;
    person.givenName = u"Ben"_s;
    person.bornOn = PartialDate::fromText(day);
    return person;
}

} // namespace

TEST_CASE("An unlikely day is refused with its field unless whoever saves confirmed just this value")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const int before = historyRows(hostel);
    const auto refused = records.add(somebodyBorn(u"1850-01-01"_s));
    REQUIRE_FALSE(bool(refused));
    CHECK(refused.error().violations == Violations{{u"born_on"_s, Rule::Unlikely, u"1850-01-01"_s}});
    CHECK(historyRows(hostel) == before);
    const auto save = [&](const QString &born, const QList<Confirmed> &confirmed) {
        return records.withConfirmed(confirmed, [&]() -> Done {
            const auto kept = records.add(somebodyBorn(born));
            return kept ? Done() : Done(kept.error());
        });
    };
    CHECK_FALSE(bool(save(u"1850-01-01"_s, {bornIn(u"1851-01-01"_s)})));
    CHECK_FALSE(bool(save(u"1850-01-01"_s, {{u"child"_s, u"born_on"_s, u"1850-01-01"_s}})));
    CHECK_FALSE(bool(save(u"2027-01-01"_s, {bornIn(u"2027-01-01"_s)}))); // what can't be is not confirmed away
    need(save(u"1850-01-01"_s, {bornIn(u"1850-01-01"_s)}));
    CHECK_FALSE(bool(records.add(somebodyBorn(u"1850-01-01"_s)))); // said once, for one save
}

TEST_CASE("What is on file already is not asked about again, and comes back as it was")
{
    TestHostel hostel;
    Services &services = hostel.services();
    Records &records = services.records;
    auto ben = need(records.add(somebodyBorn(u"1981-02-03"_s)));
    ben.value.bornOn = PartialDate::fromText(u"1850"_s);
    CHECK(kindOfError(records.amend(ben)) == ErrorKind::Invalid);
    need(records.withConfirmed({bornIn(u"1850"_s)}, [&]() -> Done {
        const auto kept = records.amend(ben);
        return kept ? Done() : Done(kept.error());
    }));
    ben = need(records.one(ben.id));
    ben.value.telephone = u"07700 900001"_s;
    ben = need(records.amend(ben));
    ben.value.bornOn = PartialDate::fromText(u"1851"_s);
    CHECK(kindOfError(records.amend(ben)) == ErrorKind::Invalid);
    ben.value.bornOn = PartialDate::fromText(u"1981"_s);
    ben = need(records.amend(ben));
    need(services.undo.last(u"undone"_s));
    CHECK(need(records.one(ben.id)).value.bornOn == PartialDate::fromText(u"1850"_s));
    ben = need(records.one(ben.id));
    need(records.withdraw(recordType<Person>(), ben.id.value, ben.version, u"entered twice"_s));
    need(records.reinstate(recordType<Person>(), ben.id.value));
    ben = need(records.one(ben.id));
    ben.value.bornOn = PartialDate::fromText(u"1981"_s);
    need(records.amend(ben));
    for (const EarlierVersion &version : need(services.earlierVersions.of(recordType<Person>(), ben.id.value)))
        if (version.row.row.text(u"born_on"_s) == u"1850") {
            need(services.earlierVersions.bringBack(recordType<Person>(), ben.id.value, version.entry.sequence));
            break;
        }
    CHECK(need(records.one(ben.id)).value.bornOn == PartialDate::fromText(u"1850"_s));
}

TEST_CASE("A plan is carried on with a step that should have been done years ago")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    CarePlans &plans = hostel.services().plans;
    Goal goal;
    goal.statement = u"See a dentist"_s;
    const QString thread = need(plans.saveGoal(ben.id, goal));
    const auto step = [](QDate due) { return Step{{}, {}, {}, {}, u"Ring the surgery"_s, due, 0}; };
    CHECK(kindOfError(plans.saveStep(ben.id, thread, step({1995, 1, 1}), {{StepActor::Resident, u"Ben"_s}})) == ErrorKind::Invalid);
    CHECK(kindOfError(plans.saveStep(ben.id, thread, step({2399, 1, 1}), {{StepActor::Resident, u"Ben"_s}})) == ErrorKind::Invalid);
    need(plans.saveStep(ben.id, thread, step({2026, 9, 18}), {{StepActor::Resident, u"Ben"_s}}));
    need(plans.issue(ben.id));
    hostel.clock.set(kNow.addDays(800));
    const auto next = need(plans.startDraft(ben.id));
    REQUIRE(next.current.areas[size_t(Area::Health)].goals.size() == 1);
    CHECK(next.current.areas[size_t(Area::Health)].goals.first().steps.first().step.value.dueOn == QDate(2026, 9, 18));
}

TEST_CASE("Line breaks in what is typed on one line become blanks in every kind, and stay where several lines are typed")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    aPerson().in(hostel);
    anAgency(hostel);
    int seen = 0;
    for (const RecordType *type : allKinds()) {
        if (type->place == Place::Nowhere && type != &recordType<Person>())
            continue; // kept by services of their own
        const auto kept = records.add(filledRow(records, *type, u"one\ntwo"_s));
        if (!kept)
            continue; // needs more than a text
        const auto back = need(records.one(*type, kept->id)).row;
        for (const Field &field : type->fields) {
            const QString text = back.text(QString::fromLatin1(field.column));
            if (!isTyped(field) || !text.contains(u"two"_s))
                continue;
            INFO(type->table << '.' << field.column);
            CHECK(text == (field.multiline ? u"one\ntwo"_s : u"one two"_s));
            ++seen;
        }
        Q_UNUSED(bool(records.withdraw(*type, kept->id, kept->version, u"a test"_s)));
    }
    CHECK(seen > 30);
    auto ben = need(records.add(somebodyBorn(u"1981"_s)));
    ben.value.givenName = u"Ben\r\nBarker\u2028junior"_s;
    CHECK(need(records.amend(ben)).value.givenName == u"Ben Barker junior");
}

} // namespace keywork::test::likely_days_test
