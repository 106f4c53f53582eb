// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/domain/incident.h"
#include "core/domain/risk.h"
#include "core/domain/substance.h"
#include "core/domain/substance_use.h"
#include "core/services/care/risks.h"
#include "core/services/care/substances.h"
#include "core/services/records/records.h"
#include "tests/core/services/watch/watching.h"

namespace keywork::test::risk_rules_test {

namespace {

void overdoseOn(TestHostel &hostel, Id<Person> person, QDate day)
{
    Incident incident;
    incident.kind = {u"overdose"_s};
    incident.happenedAt = QDateTime(day, QTime(3, 0), Qt::UTC);
    incident.whatHappened = u"found blue"_s;
    const auto kept = need(hostel.services().records.add(incident));
    IncidentPerson part;
    part.incidentId = kept.id;
    part.personId = person;
    part.role = {u"affected"_s};
    need(hostel.services().records.add(part));
}

OverdoseLevel highLevel(Id<Person> person)
{
    OverdoseLevel level;
    level.personId = person;
    level.reason = u"two facts that count alone"_s;
    level.reviewOn = kToday.addDays(14);
    return level;
}

Risk riskOf(Id<Person> person)
{
    Risk risk;
    risk.personId = person;
    risk.kind = {u"overdose"_s};
    risk.whatMayHappen = u"Goes over at night"_s;
    risk.plan = u"Naloxone in the room"_s;
    risk.likelihood = 2;
    risk.impact = 5;
    risk.reviewedOn = kToday;
    risk.reviewOn = kToday.addDays(20);
    return risk;
}

} // namespace

TEST_CASE("An overdose is newly high until somebody records a level, and the next one is new again")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const QString code = u"overdose_newly_high"_s;
    checkEdges(hostel, code, kToday, {{0, false}});
    overdoseOn(hostel, ben.id, kToday.addDays(-2));
    CHECK(lineOf(hostel, code).day == kToday.addDays(-2));
    checkEdges(hostel, code, kToday, {{0, true}, {87, true}, {88, false}}); // 90 days with the first
    need(hostel.services().records.add(highLevel(ben.id)));
    checkEdges(hostel, code, kToday, {{0, false}, {30, false}});
    overdoseOn(hostel, ben.id, kToday.addDays(-1)); // also one of before the level that was logged after it
    CHECK(lineOf(hostel, code).day == kToday.addDays(-1));
}

TEST_CASE("A night worker is told of a fact that they may not read, until somebody who reads it has recorded a level")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const QString code = u"overdose_unread"_s;
    CustodySpell spell;
    spell.personId = ben.id;
    spell.fromOn = kToday.addDays(-40);
    spell.untilOn = kToday.addDays(-2);
    spell.place = u"HMP"_s;
    need(hostel.services().records.add(spell));
    checkEdges(hostel, code, kToday, {{0, false}}); // the manager has the fact itself
    CHECK(dueOn(hostel, kToday).contains(u"overdose_newly_high"_s));
    signInAs(hostel, u"Rita Night"_s, Role::Relief);
    CHECK(lineOf(hostel, code).day == kToday); // not the day of the fact
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"overdose_newly_high"_s));
    CHECK(kindOfError(snoozeUntil(hostel, lineOf(hostel, code), kToday.addDays(2))) == ErrorKind::NotAllowedNow);
    need(hostel.services().records.add(highLevel(ben.id)));
    CHECK(dueOn(hostel, kToday).contains(code)); // whoever may not read it did not look at it
    hostel.reopen();
    need(hostel.services().records.add(highLevel(ben.id)));
    signInAs(hostel, u"Nia Night"_s, Role::Relief);
    CHECK_FALSE(dueOn(hostel, kToday).contains(code));
}

TEST_CASE("What a night worker may not read has ended a lowered tolerance: it is not said to them that it is lowered")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    auto builder = aPerson().arrived(QDate(2026, 1, 5));
    builder.stay.referredOn = QDate(2026, 1, 2);
    const auto ben = builder.in(hostel);
    const QString code = u"overdose_newly_high"_s;
    need(records.add(HospitalStay{
        .personId = ben.id, .admittedOn = kToday.addDays(-80), .dischargedOn = kToday.addDays(-70), .hospital = u"Kingston General"_s}));
    const auto saidAtNight = [&hostel, &code] {
        signInAs(hostel, u"Rita Night"_s, Role::Relief);
        const bool isSaid = dueOn(hostel, kToday).contains(code);
        hostel.reopen();
        return isSaid;
    };
    CHECK(saidAtNight());
    need(hostel.services().substances.takeInShipped());
    const auto heroin = need(hostel.services().records.all<Substance>());
    const auto one = std::find_if(heroin.cbegin(), heroin.cend(), [](const Kept<Substance> &each) { return each.value.name == u"Heroin"; });
    REQUIRE(one != heroin.cend());
    SubstanceReview review{.personId = ben.id, .asOn = kToday.addDays(-40)};
    review.knownFrom = {hostel.services().records.choices().options(u"use_known_from"_s).first().code};
    const auto talked = need(hostel.services().records.add(review));
    SubstanceUse use;
    use.reviewId = talked.id;
    use.personId = ben.id;
    use.substanceId = one->id;
    use.days = 12;
    use.lastUsed = PartialDate::fromDate(kToday.addDays(-41));
    need(hostel.services().records.add(use));
    checkEdges(hostel, code, kToday, {{0, false}}); // whoever reads all of it knows of no such fact
    signInAs(hostel, u"Nia Night"_s, Role::Relief);
    CHECK_FALSE(dueOn(hostel, kToday).contains(code));
    const auto picture = need(hostel.services().risks.overdose(ben.id));
    CHECK(picture.isPartial);
    CHECK_FALSE(picture.reading.suggestsHigh());
}

TEST_CASE("High stays on Today until a plan was looked at since, naloxone offered and checks set, and no longer")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const QString code = u"overdose_no_plan"_s;
    auto old = riskOf(ben.id);
    old.reviewedOn = kToday.addDays(-30);
    auto risk = need(hostel.services().records.add(old));
    auto level = need(hostel.services().records.add(highLevel(ben.id)));
    const auto missing = [&] { return lineOf(hostel, code).places.value(u"fields"_s); };
    CHECK(missing() == u"risk.plan overdose_level.naloxone_offered overdose_level.checks");
    level.value.naloxoneOffered = {u"yes"_s};
    level = need(hostel.services().records.amend(level));
    CHECK(missing() == u"risk.plan overdose_level.checks");
    level.value.checks = u"hourly at night"_s;
    level = need(hostel.services().records.amend(level));
    CHECK(missing() == u"risk.plan");
    risk.value.reviewedOn = kToday;
    need(hostel.services().records.amend(risk));
    checkEdges(hostel, code, kToday, {{0, false}, {200, false}}); // not red for ever
    auto raised = highLevel(ben.id);
    raised.level = OverdoseLevelKind::Raised;
    need(hostel.services().records.add(raised));
    checkEdges(hostel, code, kToday, {{0, false}});
}

TEST_CASE("The level and a risk show from the day after they were to be looked at, until they are or it ended")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    need(hostel.services().records.add(highLevel(ben.id)));
    checkEdges(hostel, u"overdose_review_overdue"_s, kToday.addDays(14), {{0, false}, {1, true}});
    auto risk = need(hostel.services().records.add(riskOf(ben.id)));
    checkEdges(hostel, u"risk_review_overdue"_s, kToday.addDays(20), {{0, false}, {1, true}});
    CHECK(lineOf(hostel, u"risk_review_overdue"_s, kToday.addDays(21)).places.value(u"what"_s) == u"Overdose");
    risk.value.endedOn = kToday;
    need(hostel.services().records.amend(risk));
    checkEdges(hostel, u"risk_review_overdue"_s, kToday.addDays(20), {{1, false}});
}

TEST_CASE("A high risk waits for a manager, and only managers are told")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    auto high = riskOf(ben.id);
    high.likelihood = 3;
    const auto risk = need(hostel.services().records.add(high));
    CHECK(dueOn(hostel, kToday).contains(u"risk_unapproved"_s));
    need(hostel.services().risks.approve(risk.id));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"risk_unapproved"_s));
    need(hostel.services().records.add(high));
    signInAs(hostel, u"Kim Lowe"_s, Role::Keyworker);
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"risk_unapproved"_s));
}

TEST_CASE("Having seemed intoxicated asks for a talk within 72 hours, for seven days or until it was talked about")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const QString code = u"intoxicated_talk"_s;
    SeemedIntoxicated seen;
    seen.personId = ben.id;
    seen.seenAt = kNow;
    seen.signs = u"drowsy"_s;
    auto kept = need(hostel.services().records.add(seen));
    CHECK(lineOf(hostel, code).day == kToday.addDays(3));
    checkEdges(hostel, code, kToday, {{-1, false}, {0, true}, {6, true}, {7, false}});
    kept.value.talkedOn = kToday;
    need(hostel.services().records.amend(kept));
    checkEdges(hostel, code, kToday, {{0, false}, {1, false}});
}

} // namespace keywork::test::risk_rules_test
