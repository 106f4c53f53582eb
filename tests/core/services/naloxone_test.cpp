// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/restriction.h"
#include "core/services/care/risks.h"
#include "core/services/house/naloxone.h"
#include "core/services/records/families.h"
#include "core/services/records/undo.h"
#include "core/storage/erasing.h"
#include "tests/support/kits.h"
#include "tests/support/trust.h"

namespace keywork::test::naloxone_test {

using namespace Qt::StringLiterals;

namespace {

const QDate kDay(2026, 9, 14);

QString wrongOf(const Done &done)
{
    QStringList said;
    if (!done)
        for (const Violation &one : done.error().violations)
            said.append(one.column + u' ' + QString::number(int(one.rule)));
    return said.join(u',');
}
QString said(const QString &column, Rule rule) { return column + u' ' + QString::number(int(rule)); }

template <class T> Done tryAdd(TestHostel &hostel, const T &record)
{
    const auto added = hostel.services().records.add(record);
    return added ? Done() : Done(added.error());
}

TakeHomeNaloxone oneFrom(TakeHomeFrom from, Id<Person> person, TakeHomeState state = TakeHomeState::Has)
{
    TakeHomeNaloxone one;
    one.personId = person;
    one.from = from;
    one.onDay = kDay;
    one.state = state;
    return one;
}

} // namespace

TEST_CASE("A kit is kept with what is wrong with it said beside its field: a number twice, doses below one, a partial syringe")
{
    TestHostel hostel;
    const auto place = aPlace(hostel, u"Reception"_s, 1);
    const auto first = aKit(hostel, place.id, u"7"_s);
    NaloxoneKit kit = first.value;
    CHECK(wrongOf(tryAdd(hostel, kit)) == said(u"number"_s, Rule::AlreadyUsed));
    kit.number = u"8"_s;
    kit.dosesLeft = -1;
    CHECK(wrongOf(tryAdd(hostel, kit)) == said(u"doses_left"_s, Rule::TooSmall));
    kit.dosesLeft = 4;
    kit.kind = NaloxoneKind::Syringe;
    kit.state = KitState::Partial;
    CHECK(wrongOf(tryAdd(hostel, kit)) == said(u"state"_s, Rule::OpenedSyringe));
    kit.state = KitState::Used;
    kit.usedAt = kNow;
    CHECK(bool(tryAdd(hostel, kit)));
    const auto used = need(hostel.services().records.all<NaloxoneKit>()).last();
    CHECK_FALSE(used.value.dosesLeft.has_value()); // of one that is used up nobody asks
    CHECK(need(hostel.services().naloxone.kits()).last().doubt == KitDoubt::Gone);
}

TEST_CASE("The house hands naloxone out under an authority that holds on that day alone; the kit then leaves the stock")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto place = aPlace(hostel, u"Reception"_s, 1);
    const auto kit = aKit(hostel, place.id, u"7"_s, u"2028-01"_s, u"B77"_s);
    TakeHomeNaloxone ours = oneFrom(TakeHomeFrom::Us, ben.id);
    ours.kitId = kit.id;
    CHECK(wrongOf(tryAdd(hostel, ours)) == said(u"source"_s, Rule::NoAuthorityThen));
    CHECK(need(records.one(kit.id)).value.state == KitState::Ready); // nothing half kept
    SupplyAuthority authority{
        .what = AuthorityFor::NeedleExchange, .paper = u"Agreement in the blue folder"_s, .fromOn = QDate(2026, 1, 1)};
    need(records.add(authority)); // for something else
    CHECK(wrongOf(tryAdd(hostel, ours)) == said(u"source"_s, Rule::NoAuthorityThen));
    authority.what = AuthorityFor::TakeHomeNaloxone;
    authority.untilOn = QDate(2026, 9, 13);
    auto kept = need(records.add(authority));
    CHECK(wrongOf(tryAdd(hostel, ours)) == said(u"source"_s, Rule::NoAuthorityThen));
    kept.value.untilOn = kDay; // its last day counts
    kept = need(records.amend(kept));
    auto handedOut = need(records.add(ours));
    CHECK(handedOut.value.batch == u"B77"_s); // as it stands on the kit
    CHECK(handedOut.value.expiresOn->text() == u"2028-01"_s);
    const auto out = need(records.one(kit.id));
    CHECK(out.value.state == KitState::GivenOut);
    CHECK_FALSE(out.value.dosesLeft.has_value());
    CHECK(need(hostel.services().naloxone.places()).first().missing() == 1);
    // What was handed out under it stays right when it ends.
    kept.value.untilOn = QDate(2026, 9, 1);
    need(records.amend(kept));
    handedOut.value.state = TakeHomeState::Used;
    handedOut.value.endedOn = kDay;
    CHECK(bool(records.amend(handedOut)));
}

TEST_CASE("What was entered in error puts its kit back as it was, and another kit in its place the one before; what happened since stays")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto cass = aPerson().called(u"Cass"_s, u"Doyle"_s).arrived(QDate(2026, 8, 3)).in(hostel);
    const auto place = aPlace(hostel, u"Reception"_s, 2);
    const auto seven = aKit(hostel, place.id, u"7"_s);
    auto eight = aKit(hostel, place.id, u"8"_s);
    eight.value.dosesLeft = 1;
    eight.value.state = KitState::Partial;
    eight = need(records.amend(eight));
    need(records.add(SupplyAuthority{.paper = u"Letter of the service"_s, .fromOn = QDate(2026, 1, 1)}));
    const auto now = [&records](Id<NaloxoneKit> id) { return need(records.one(id)).value; };
    const auto mistake = [&](const Kept<TakeHomeNaloxone> &one) {
        return records.withdraw(recordType<TakeHomeNaloxone>(), one.id.value, one.version, u"the wrong resident"_s);
    };
    TakeHomeNaloxone ours = oneFrom(TakeHomeFrom::Us, ben.id);
    ours.kitId = seven.id;
    auto handedOut = need(records.add(ours));
    CHECK(now(seven.id).state == KitState::GivenOut);
    // The wrong kit was chosen: the right one has left, and the other one never did.
    handedOut.value.kitId = eight.id;
    Done amended;
    CHECK(bool(records.withConfirmed({{u"take_home_naloxone"_s, u"kit_id"_s, eight.id.value}}, [&]() -> Done {
        const auto kept = records.amend(handedOut);
        return kept ? Done() : Done(kept.error());
    })));
    handedOut = need(records.one(handedOut.id));
    CHECK(now(seven.id) == seven.value);
    CHECK(now(eight.id).state == KitState::GivenOut);
    need(mistake(handedOut));
    CHECK(now(eight.id) == eight.value);
    CHECK(need(hostel.services().naloxone.places()).first().stock.size() == 1);
    // Brought back to the record it leaves again.
    need(records.reinstate(recordType<TakeHomeNaloxone>(), handedOut.id.value));
    CHECK(now(eight.id).state == KitState::GivenOut);
    // What somebody said of the kit since is theirs.
    auto lost = need(records.one(eight.id));
    lost.value.state = KitState::Missing;
    need(records.amend(lost));
    need(mistake(need(records.one(handedOut.id))));
    CHECK(now(eight.id).state == KitState::Missing);
    // By what is on file another resident has it.
    const auto bens = need(records.add(ours));
    TakeHomeNaloxone hers = ours;
    hers.personId = cass.id;
    CHECK(bool(records.withConfirmed({{u"take_home_naloxone"_s, u"kit_id"_s, seven.id.value}}, [&] { return tryAdd(hostel, hers); })));
    need(mistake(bens));
    CHECK(now(seven.id).state == KitState::GivenOut);
    need(mistake(need(records.all<TakeHomeNaloxone>()).first()));
    CHECK(now(seven.id) == seven.value);
}

TEST_CASE("However often the kit of one that went home is changed, undone and changed again, only the last one is out")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto place = aPlace(hostel, u"Reception"_s, 2);
    const QList<Kept<NaloxoneKit>> kits{aKit(hostel, place.id, u"7"_s), aKit(hostel, place.id, u"8"_s), aKit(hostel, place.id, u"9"_s)};
    need(records.add(SupplyAuthority{.paper = u"Letter of the service"_s, .fromOn = QDate(2026, 1, 1)}));
    const auto isOut = [&](int which) {
        for (int i = 0; i < kits.size(); ++i)
            CHECK((need(records.one(kits.at(i).id)).value.state == KitState::GivenOut) == (i == which));
    };
    TakeHomeNaloxone ours = oneFrom(TakeHomeFrom::Us, ben.id);
    ours.kitId = kits.first().id;
    const auto id = need(records.add(ours)).id;
    int before = 0;
    for (const int which : {1, 0, 2, 0, 1, 2}) {
        INFO(which);
        auto handedOut = need(records.one(id));
        handedOut.value.kitId = kits.at(which).id;
        need(records.amend(handedOut));
        isOut(which);
        need(hostel.services().undo.last(u"undone"_s));
        isOut(before);
        need(hostel.services().undo.last(u"undone"_s)); // and brought back
        isOut(which);
        before = which;
    }
}

TEST_CASE("Whoever is trained by what holds on the day is known once, whoever is signed in first; nobody who left")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const Id<Staff> self = records.session().staff();
    const auto member = [&](const QString &name) {
        Staff staff;
        staff.name = name;
        staff.role = Role::SupportWorker;
        return need(records.add(staff));
    };
    const auto zoe = member(u"Zoe Adams"_s);
    auto ana = member(u"Ana Zeller"_s);
    const auto namesThen = [&](QDate day) {
        QStringList names;
        for (const Kept<Staff> &one : need(hostel.services().naloxone.trained(day)))
            names.append(one.value.name);
        return names;
    };
    CHECK(namesThen(kDay).isEmpty());
    for (const auto &[who, until] : {std::pair{zoe.id, QDate(2026, 9, 13)}, {ana.id, QDate(2026, 9, 14)}, {ana.id, QDate(2027, 9, 14)}})
        need(records.add(NaloxoneTraining{.staffId = who, .onDay = QDate(2025, 9, 1), .untilOn = until}));
    CHECK(namesThen(kDay) == QStringList{u"Ana Zeller"_s});
    CHECK(namesThen(QDate(2026, 9, 13)) == QStringList{u"Ana Zeller"_s, u"Zoe Adams"_s});
    need(records.add(NaloxoneTraining{.staffId = self, .onDay = QDate(2026, 9, 1)}));
    CHECK(namesThen(kDay).size() == 2);
    CHECK(namesThen(kDay).last() == u"Ana Zeller"_s);
    ana.value.leftOn = QDate(2026, 9, 12);
    need(records.amend(ana));
    CHECK(namesThen(kDay).size() == 1);
}

TEST_CASE("What is only arranged leaves the stock when it is handed over")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto kit = aKit(hostel, aPlace(hostel, u"Reception"_s, 1).id, u"7"_s);
    need(records.add(SupplyAuthority{.paper = u"Letter of the service"_s, .fromOn = QDate(2026, 1, 1)}));
    TakeHomeNaloxone ours = oneFrom(TakeHomeFrom::Us, ben.id, TakeHomeState::Expected);
    ours.kitId = kit.id;
    auto planned = need(records.add(ours));
    CHECK(need(records.one(kit.id)).value.state == KitState::Ready);
    planned.value.state = TakeHomeState::Has;
    need(records.amend(planned));
    CHECK(need(records.one(kit.id)).value.state == KitState::GivenOut);
    ours = oneFrom(TakeHomeFrom::Us, ben.id);
    ours.whyAnother = u"lost the first one"_s;
    CHECK(wrongOf(tryAdd(hostel, ours)) == said(u"kit_id"_s, Rule::Required));
    TakeHomeNaloxone arranged = oneFrom(TakeHomeFrom::Arranged, ben.id);
    arranged.supplierId = anAgency(hostel).id;
    arranged.whyAnother = u"lost the first one"_s;
    CHECK(wrongOf(tryAdd(hostel, arranged)) == said(u"state"_s, Rule::ArrangedOnly));
}

TEST_CASE("Another one for the same person says why; a kit that is doubtful is asked about and never forbidden")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto place = aPlace(hostel, u"Reception"_s, 1);
    need(records.add(SupplyAuthority{.paper = u"Letter of the service"_s, .fromOn = QDate(2026, 1, 1)}));
    TakeHomeNaloxone one = oneFrom(TakeHomeFrom::TheirOwn, ben.id);
    need(records.add(one));
    CHECK(wrongOf(tryAdd(hostel, one)) == said(u"why_another"_s, Rule::ReasonNeeded));
    one.whyAnother = u"x"_s;
    CHECK(wrongOf(tryAdd(hostel, one)) == said(u"why_another"_s, Rule::SaysTooLittle));
    one.whyAnother = u"used on a friend"_s;
    need(records.add(one));
    one.from = TakeHomeFrom::Us;
    for (const auto &[number, expires] : {std::pair(u"7"_s, u"2026-08"_s), {u"8"_s, u"2028-01"_s}}) {
        auto kit = aKit(hostel, place.id, number, expires);
        if (number == u"8"_s) {
            kit.value.state = KitState::Used;
            kit.value.usedAt = kNow;
            need(records.amend(kit));
        }
        one.kitId = kit.id;
        CHECK(wrongOf(tryAdd(hostel, one)) == said(u"kit_id"_s, Rule::Unlikely));
        const QList<Confirmed> confirmed{{u"take_home_naloxone"_s, u"kit_id"_s, one.kitId.value}};
        Done kept;
        CHECK(bool(records.withConfirmed(confirmed, [&] { return kept = tryAdd(hostel, one); })));
        CHECK(bool(kept));
    }
}

TEST_CASE("At night a relief worker says that a kit was used, and changes nothing else of it")
{
    TestHostel hostel;
    const auto kit = aKit(hostel, aPlace(hostel, u"Reception"_s, 1).id, u"7"_s);
    signInAs(hostel, u"Nia Night"_s, Role::Relief);
    Records &records = hostel.services().records;
    auto now = need(records.one(kit.id));
    now.value = afterDoses(now.value, 1, kNow, {});
    now = need(records.amend(now));
    CHECK(now.value.state == KitState::Partial);
    CHECK(now.value.dosesLeft == 1);
    now.value.batch = u"Z"_s;
    CHECK_FALSE(bool(records.amend(now)));
}

TEST_CASE("A recall finds every kit of its batch, those at home, those that nobody can read, and tells of those one may not see")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto place = aPlace(hostel, u"Reception"_s, 1);
    aKit(hostel, place.id, u"1"_s, u"2028-01"_s, u"LOT B-77"_s);
    aKit(hostel, place.id, u"2"_s, u"2028-01"_s, u"A12"_s);
    aKit(hostel, place.id, u"3"_s, u"2028-01"_s, QString());
    auto used = aKit(hostel, place.id, u"4"_s, u"2028-01"_s, u"B77"_s);
    used.value.state = KitState::Used;
    used.value.usedAt = kNow;
    need(records.amend(used));
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto cass = aPerson().called(u"Cass"_s, u"Doyle"_s).arrived(QDate(2026, 8, 3)).in(hostel);
    for (const Id<Person> who : {ben.id, cass.id}) {
        TakeHomeNaloxone own = oneFrom(TakeHomeFrom::TheirOwn, who);
        own.batch = u"b77"_s;
        need(records.add(own));
    }
    const auto found = need(hostel.services().naloxone.findRecalled(u"B77"_s));
    REQUIRE(found.inHouse.size() == 2);
    CHECK(found.inHouse.at(0).kit.value.number == u"1"_s);
    CHECK(found.inHouse.at(0).match == RecallMatch::Yes);
    CHECK(found.inHouse.at(1).kit.value.number == u"3"_s);
    CHECK(found.inHouse.at(1).match == RecallMatch::NotReadable);
    CHECK(found.atHome.size() == 2);
    CHECK(found.hidden == 0);
    // Once the recall is on file, its kits are no stock.
    CHECK(need(hostel.services().naloxone.places()).first().stock.size() == 3);
    need(records.add(NaloxoneRecall{.batch = u"B77"_s, .onDay = kDay, .issuedBy = u"the maker"_s}));
    CHECK(need(hostel.services().naloxone.places()).first().stock.size() == 2);
    need(records.add(Restriction{cass.id, u"a colleague's sister"_s, QDate(2026, 9, 1), {}}));
    signInAs(hostel, u"Marlon Otis"_s, Role::Manager);
    const auto less = need(hostel.services().naloxone.findRecalled(u"B77"_s));
    CHECK(less.atHome.size() == 1);
    CHECK(less.hidden == 1);
    signInAs(hostel, u"Vera Volunteer"_s, Role::Volunteer);
    const auto least = need(hostel.services().naloxone.findRecalled(u"B77"_s));
    CHECK(least.inHouse.size() == 2);
    CHECK(least.atHome.isEmpty());
    CHECK(least.hidden == 2);
}

TEST_CASE("What a resident has of their own is a fact of an overdose: to hand, used, or out of date")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto isFact = [&] {
        const auto facts = need(hostel.services().risks.overdose(ben.id)).reading.facts;
        return std::any_of(facts.cbegin(), facts.cend(), [](const OverdoseFact &one) { return one.kind == OverdoseFactKind::NoNaloxone; });
    };
    CHECK_FALSE(isFact()); // nothing on file says nothing
    TakeHomeNaloxone one = oneFrom(TakeHomeFrom::TheirOwn, ben.id);
    one.onDay = QDate(2026, 9, 1);
    auto kept = need(records.add(one));
    CHECK_FALSE(isFact());
    kept.value.expiresOn = PartialDate::fromText(u"2026-08"_s);
    kept = need(records.amend(kept));
    CHECK(isFact());
    kept.value.expiresOn.reset();
    kept.value.state = TakeHomeState::Used;
    kept.value.endedOn = kDay;
    kept = need(records.amend(kept));
    CHECK(isFact());
    one.onDay = kDay;
    one.whyAnother = u"used on a friend"_s;
    need(records.add(one));
    CHECK_FALSE(isFact());
}

TEST_CASE("Naloxone of their own that is called back is a fact of an overdose as if there were none")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    TakeHomeNaloxone one = oneFrom(TakeHomeFrom::TheirOwn, ben.id);
    one.onDay = QDate(2026, 9, 1);
    one.batch = u"b 77"_s;
    need(records.add(one));
    const auto missing = [&]() -> std::optional<QDate> {
        for (const OverdoseFact &fact : need(hostel.services().risks.overdose(ben.id)).reading.facts)
            if (fact.kind == OverdoseFactKind::NoNaloxone)
                return fact.on.latest;
        return {};
    };
    CHECK_FALSE(missing());
    need(records.add(NaloxoneRecall{.batch = u"LOT B-77"_s, .onDay = QDate(2026, 9, 10), .issuedBy = u"the maker"_s}));
    CHECK(missing() == QDate(2026, 9, 10));
}

TEST_CASE("Erasing somebody leaves the kit that was used for them, and nothing on it that leads to them; visits stay without a name")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto place = aPlace(hostel, u"Reception"_s, 1);
    auto kit = aKit(hostel, place.id, u"7"_s);
    Family incident;
    Incident overdose;
    overdose.kind = {u"overdose"_s};
    overdose.happenedAt = kNow;
    overdose.whatHappened = u"found on the floor"_s;
    incident.head.row = toRow(overdose);
    IncidentPerson part;
    part.personId = ben.id;
    part.role = {u"affected"_s};
    incident.parts.append(KeptRow());
    incident.parts.last().row = toRow(part);
    const auto kept = need(hostel.services().families.save(incident, {}));
    kit.value = afterDoses(kit.value, 2, kNow, Id<Incident>{kept.head.id});
    need(records.amend(kit));
    TakeHomeNaloxone own = oneFrom(TakeHomeFrom::TheirOwn, ben.id);
    need(records.add(own));
    const auto item = anItem(hostel, u"1 ml syringe"_s);
    give(hostel, item.id, 10, 4, ben.id);
    need(eraseAgain(records.database(), {{u"person"_s, ben.id.value}}, 1, kNow));
    const auto after = need(records.one(kit.id));
    CHECK(after.value.state == KitState::Used);
    CHECK_FALSE(bool(after.value.incidentId));
    CHECK(need(records.all<TakeHomeNaloxone>()).isEmpty());
    const auto visits = need(records.all<SupplyVisit>());
    REQUIRE(visits.size() == 1);
    CHECK_FALSE(bool(visits.first().value.personId));
    CHECK(need(records.all<SupplyLine>()).first().value.given == 10); // the week's totals stay what they were
}

} // namespace keywork::test::naloxone_test
