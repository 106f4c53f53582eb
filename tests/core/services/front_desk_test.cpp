// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/front_desk.h"

#include "core/domain/house.h"
#include "core/domain/restriction.h"
#include "core/domain/room.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/trust.h"

namespace keywork::test::front_desk_test {

using namespace Qt::StringLiterals;

namespace {

Visitor visitorOf(Id<Person> host, const QString &name) { return {.name = name, .personId = host, .cameAt = kNow}; }

Violations refusalOf(const auto &result)
{
    REQUIRE_FALSE(bool(result));
    REQUIRE(result.error().kind == ErrorKind::Invalid);
    return result.error().violations;
}

Barring barringOf(const QString &name, Id<Staff> by)
{
    return {.name = name,
        .fromOn = QDate(2026, 9, 1),
        .untilOn = QDate(2026, 10, 1),
        .reviewOn = QDate(2026, 9, 20),
        .reason = u"Threatened somebody at the door"_s,
        .decidedById = by};
}

} // namespace

TEST_CASE("A visit has one host, and one more than the house's limit is asked about, not forbidden")
{
    TestHostel hostel;
    Services &on = hostel.services();
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(hostel);
    const auto mia = aPerson().called(u"Mia"_s, u"Moss"_s).arrived(QDate(2026, 9, 1)).in(hostel);
    const auto carol = need(on.records.add(visitorOf(ben.id, u"Carol Webb"_s)));
    CHECK(refusalOf(on.records.add(visitorOf(mia.id, u"carol  webb"_s)))
        == Violations{{u"name"_s, Rule::VisitsAnother, u"2026-09-14T09:42"_s}});
    CHECK(refusalOf(on.records.add(visitorOf(ben.id, u"Carol Webb"_s))).first().rule == Rule::InAlready);
    need(on.records.add(visitorOf(ben.id, u"Dean Fisk"_s)));
    const Violations third = refusalOf(on.records.add(visitorOf(ben.id, u"Luke Harker"_s)));
    CHECK(third == Violations{{u"person_id"_s, Rule::Unlikely, kVisitorLimit}});
    need(on.records.withConfirmed({{u"visitor"_s, u"person_id"_s, ben.id.value}}, [&]() -> Done {
        const auto kept = on.records.add(visitorOf(ben.id, u"Luke Harker"_s));
        return kept ? Done() : Done(kept.error());
    }));
    CHECK(need(on.frontDesk.visitorsIn()).size() == 3);
    need(on.frontDesk.visitorLeft(carol.id));
    CHECK(kindOfError(on.frontDesk.visitorLeft(carol.id)) == ErrorKind::Conflict);
    need(on.records.add(visitorOf(mia.id, u"Carol Webb"_s))); // she left the first host
    const auto gone = aPerson().called(u"Gone"_s, u"Away"_s).in(hostel);
    CHECK(refusalOf(on.records.add(visitorOf(gone.id, u"Amina Noor"_s))) == Violations{{u"person_id"_s, Rule::HostNotHere, {}}});
}

TEST_CASE("Somebody who is not to be let in is asked about by any name on file; the desk knows the fact, not the reason")
{
    TestHostel hostel;
    Services &on = hostel.services();
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(hostel);
    const auto former = aPerson().called(u"Wayne"_s, u"Rudd"_s).in(hostel);
    const Id<Staff> self = on.records.session().staff();
    need(on.records.add(barringOf(u"Mick Stone"_s, self)));
    Barring byRecord = barringOf({}, self);
    byRecord.personId = former.id;
    need(on.records.add(byRecord));
    Barring over = barringOf(u"Kofi Mensah"_s, self);
    over.endedOn = QDate(2026, 9, 10);
    over.endedWhy = u"Talked it through with them"_s;
    const auto ended = need(on.records.add(over));
    for (const QString &name : {u"MICK stone"_s, u"Wayne Rudd"_s})
        CHECK(refusalOf(on.records.add(visitorOf(ben.id, name))) == Violations{{u"name"_s, Rule::Unlikely, kNotLetIn}});
    need(on.records.add(visitorOf(ben.id, u"Kofi Mensah"_s)));
    makeMember(hostel, u"Vik Volunteer"_s, Role::Volunteer);
    signInWith(hostel, u"Vik Volunteer"_s, kTheirs);
    CHECK(need(hostel.services().records.one(ended.id)).value.endedWhy.isEmpty()); // it tells why they were barred
    const auto told = need(hostel.services().frontDesk.notLetIn());
    REQUIRE(told.size() == 2);
    for (const NotLetIn &one : told) {
        CHECK_FALSE(one.mayReadReason);
        CHECK(one.untilOn == QDate(2026, 10, 1));
    }
    for (const Kept<Barring> &one : need(hostel.services().records.all<Barring>()))
        CHECK(one.value.reason.isEmpty());
}

TEST_CASE("A barring has an end, a review within it, somebody it is about, and a reason that says something")
{
    TestHostel hostel;
    Services &on = hostel.services();
    const Id<Staff> self = on.records.session().staff();
    const auto broken = [&](auto change) {
        Barring barring = barringOf(u"Mick Stone"_s, self);
        change(barring);
        return refusalOf(on.records.add(barring)).first();
    };
    CHECK(broken([](Barring &one) { one.name.clear(); }) == Violation{u"name"_s, Rule::Required, {}});
    CHECK(broken([](Barring &one) { one.untilOn = QDate(2026, 8, 1); }).rule == Rule::EndsBeforeStart);
    CHECK(broken([](Barring &one) { one.reviewOn = QDate(2026, 11, 1); }) == Violation{u"review_on"_s, Rule::TooFarAhead, u"2026-10-01"_s});
    CHECK(broken([](Barring &one) { one.reason = u"x"_s; }).rule == Rule::SaysTooLittle);
    CHECK(broken([](Barring &one) { one.endedOn = QDate(2026, 9, 10); }).column == u"ended_why");
}

TEST_CASE("Contractors, deliveries and staff are said to have left or to have it once")
{
    TestHostel hostel;
    Services &on = hostel.services();
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(hostel);
    const auto lift = need(on.records.add(Contractor{.firm = u"City Lifts"_s, .whatFor = u"Door"_s, .cameAt = kNow}));
    const auto parcel = need(on.records.add(Delivery{.personId = ben.id, .what = u"A parcel"_s, .cameAt = kNow}));
    CHECK(refusalOf(on.records.add(Delivery{.what = u"A parcel"_s, .cameAt = kNow})) == Violations{{u"person_id"_s, Rule::Required, {}}});
    const auto self = need(on.frontDesk.staffCame(on.records.session().staff()));
    CHECK(refusalOf(on.frontDesk.staffCame(on.records.session().staff())).first().rule == Rule::InAlready);
    CHECK(need(on.frontDesk.contractorsIn()).size() == 1);
    CHECK(need(on.frontDesk.deliveriesWaiting()).first().whom == u"Ben Barker");
    CHECK(need(on.frontDesk.staffIn()).first().name == kManager);
    need(on.frontDesk.contractorLeft(lift.id));
    need(on.frontDesk.handedOver(parcel.id));
    need(on.frontDesk.staffLeft(self.id));
    CHECK(need(on.frontDesk.contractorsIn()).isEmpty());
    CHECK(need(on.frontDesk.deliveriesWaiting()).isEmpty());
    CHECK(need(on.frontDesk.staffIn()).isEmpty());
    need(on.frontDesk.staffCame(on.records.session().staff())); // again on the next shift
}

TEST_CASE("Whose guest a visitor is, of a closed record too, is no reason to miss them; they are said to have left all the same")
{
    TestHostel hostel;
    const auto room = need(hostel.services().records.add(Room{.name = u"7"_s}));
    const auto ben = aPerson().arrived(QDate(2026, 9, 1), room.id).in(hostel);
    const auto carol = need(hostel.services().records.add(visitorOf(ben.id, u"Carol Webb"_s)));
    need(hostel.services().records.add(Delivery{.personId = ben.id, .what = u"A parcel"_s, .cameAt = kNow}));
    need(hostel.services().records.add(Restriction{ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    makeMember(hostel, u"Tomi Okoro"_s, Role::Relief);
    signInWith(hostel, u"Tomi Okoro"_s, kTheirs);
    const auto inside = need(hostel.services().frontDesk.visitorsIn());
    REQUIRE(inside.size() == 1);
    CHECK(inside.first().room == u"7");
    CHECK(need(hostel.services().frontDesk.deliveriesWaiting()).isEmpty()); // that can wait for somebody who knows them
    need(hostel.services().frontDesk.visitorLeft(carol.id));
    CHECK(need(hostel.services().frontDesk.visitorsIn()).isEmpty());
}

} // namespace keywork::test::front_desk_test
