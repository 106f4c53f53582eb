// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "core/domain/money.h"
#include "core/services/records/people.h"
#include "tests/core/services/watch/watching.h"

namespace keywork::test::money_rules_test {

namespace {

const QDate kArrived(2026, 8, 3); // a Monday

struct Charged {
    TestHostel hostel;
    Kept<Person> ben = aPerson().arrived(kArrived).in(hostel);
    Kept<RentCharge> charge = need(records().add(RentCharge{ben.id, kArrived, {}, Pence{14'00}, {}}));

    Records &records() { return hostel.services().records; }
    void pays(QDate on, qint64 pence) { need(records().add(RentPayment{ben.id, on, Pence{pence}, {u"cash"_s}, {}, {}, {}})); }
    Kept<ArrearsArrangement> agrees(QDate from, std::optional<QDate> until = {})
    {
        return need(records().add(ArrearsArrangement{ben.id, from, Pence{5'00}, {u"written"_s}, {}, until, {}}));
    }
};

} // namespace

TEST_CASE("An arrangement shows after two whole weeks in a row that were not kept, until one is")
{
    Charged here;
    const QDate from(2026, 8, 24); // £42 are owed then; £70 two weeks later, of which £32 were to be left
    here.agrees(from);
    checkEdges(here.hostel, u"arrangement_missed"_s, from, {{0, false}, {7, false}, {13, false}, {14, true}, {20, true}});
    const WatchItem line = lineOf(here.hostel, u"arrangement_missed"_s, from.addDays(14));
    CHECK(line.places.value(u"short"_s) == u"£38.00");
    CHECK(line.day == from.addDays(7));
    CHECK(line.name == u"Ben Barker");
    here.pays(from.addDays(8), 38'00); // every fortnight
    checkEdges(here.hostel, u"arrangement_missed"_s, from, {{14, false}, {21, false}, {28, true}});
}

TEST_CASE("An arrangement that ended or of who left gives no line; of two the one that began last does")
{
    Charged here;
    const QDate from(2026, 8, 24);
    SECTION("it ended")
    {
        here.agrees(from, from.addDays(6));
        checkEdges(here.hostel, u"arrangement_missed"_s, from, {{7, false}, {14, false}, {21, false}});
    }
    SECTION("they left")
    {
        here.agrees(from);
        auto stay = *need(here.hostel.services().people.line(here.ben.id)).stay;
        stay.value.leftOn = QDate(2026, 9, 10);
        stay.value.destination = {u"friends"_s};
        need(here.hostel.services().people.saveStay(stay, stay.value));
        checkEdges(here.hostel, u"arrangement_missed"_s, QDate(2026, 9, 10), {{0, false}, {5, false}});
    }
    SECTION("another one followed")
    {
        here.agrees(from);
        const auto later = here.agrees(from.addDays(7));
        checkEdges(here.hostel, u"arrangement_missed"_s, from, {{7, false}, {14, false}, {21, true}});
        CHECK(lineOf(here.hostel, u"arrangement_missed"_s, from.addDays(21)).subject.record == later.id.value);
    }
    SECTION("who may not read about money is not told")
    {
        here.agrees(from);
        signInAs(here.hostel, u"Sam Support"_s, Role::SupportWorker);
        checkEdges(here.hostel, u"arrangement_missed"_s, from, {{21, false}});
        checkEdges(here.hostel, u"benefit_unknown"_s, from, {{30, false}});
    }
}

TEST_CASE("Who is charged and of whom nothing is known about Housing Benefit shows from the 28th day on, once")
{
    Charged here;
    need(here.records().add(RentCharge{here.ben.id, QDate(2026, 8, 20), {}, Pence{15'00}, {}}));
    checkEdges(here.hostel, u"benefit_unknown"_s, kArrived, {{26, false}, {27, true}, {60, true}});
    const WatchItem line = lineOf(here.hostel, u"benefit_unknown"_s);
    CHECK(line.day == QDate(2026, 8, 20));
    HousingBenefit claim;
    claim.personId = here.ben.id;
    claim.asOf = QDate(2026, 9, 1);
    claim.state = BenefitState::NotClaimed; // an answer, too
    const auto kept = need(here.records().add(claim));
    checkEdges(here.hostel, u"benefit_unknown"_s, kArrived, {{27, false}, {60, false}});
    need(here.records().withdraw(recordType<HousingBenefit>(), kept.id.value, kept.version, u"of somebody else"_s));
    checkEdges(here.hostel, u"benefit_unknown"_s, kArrived, {{27, true}});
    need(here.records().withdraw(recordType<RentCharge>(), here.charge.id.value, here.charge.version, u"typed twice"_s));
    checkEdges(here.hostel, u"benefit_unknown"_s, kArrived, {{27, true}});
}

} // namespace keywork::test::money_rules_test
