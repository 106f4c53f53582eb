// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/court.h"
#include "core/domain/incident.h"
#include "core/domain/leaving_plan.h"
#include "core/domain/substance_use.h"
#include "core/rules/serious_illness.h"
#include "core/services/care/overdose_reading.h"
#include "core/services/care/risks.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/services.h"

namespace keywork::test::risks_test {

namespace {

const QDate kFirstDay(2026, 9, 14); // of the hostel's clock

Risk aRisk(Id<Person> person)
{
    Risk risk;
    risk.personId = person;
    risk.kind = {u"overdose"_s};
    risk.whatMayHappen = u"Goes over at night"_s;
    risk.plan = u"Naloxone in the room"_s;
    risk.likelihood = 4;
    risk.impact = 5;
    risk.reviewedOn = kFirstDay;
    risk.reviewOn = kFirstDay.addDays(28);
    return risk;
}

OverdoseLevel aLevel(Id<Person> person)
{
    OverdoseLevel level;
    level.personId = person;
    level.level = OverdoseLevelKind::High;
    level.reason = u"went through the facts together"_s;
    level.reviewOn = kFirstDay.addDays(28);
    return level;
}

void anOverdose(TestHostel &hostel, Id<Person> person, const QDateTime &at)
{
    Incident incident;
    incident.kind = {u"overdose"_s};
    incident.happenedAt = at;
    incident.whatHappened = u"found blue"_s;
    const auto kept = need(hostel.services().records.add(incident));
    IncidentPerson part;
    part.incidentId = kept.id;
    part.personId = person;
    part.role = {u"affected"_s};
    need(hostel.services().records.add(part));
}

QList<Violation> problemsOf(const auto &result)
{
    REQUIRE_FALSE(bool(result));
    return result.error().violations;
}

} // namespace

TEST_CASE("Each wrong value of a risk has its sentence beside its field")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    struct Case {
        const char *column;
        Rule rule;
        std::function<void(Risk &)> spoil;
    };
    const QList<Case> cases{
        {"likelihood", Rule::TooSmall, [](Risk &risk) { risk.likelihood = 0; }},
        {"likelihood", Rule::TooLarge, [](Risk &risk) { risk.likelihood = 6; }},
        {"impact", Rule::TooSmall, [](Risk &risk) { risk.impact = 0; }},
        {"impact", Rule::TooLarge, [](Risk &risk) { risk.impact = 6; }},
        {"impact", Rule::Required, [](Risk &risk) { risk.impact = {}; }},
        {"what_may_happen", Rule::Required, [](Risk &risk) { risk.whatMayHappen.clear(); }},
        {"kind", Rule::Required, [](Risk &risk) { risk.kind = {}; }},
        {"reviewed_on", Rule::InTheFuture, [](Risk &risk) { risk.reviewedOn = kFirstDay.addDays(1); }},
    };
    for (const Case &one : cases) {
        INFO(one.column << " rule " << int(one.rule));
        Risk risk = aRisk(ben.id);
        one.spoil(risk);
        const auto problems = problemsOf(records.add(risk));
        REQUIRE(problems.size() == 1);
        CHECK(problems.first().column == QLatin1String(one.column));
        CHECK(problems.first().rule == one.rule);
    }
    Risk over = aRisk(ben.id);
    over.reviewedOn = kFirstDay.addDays(-9);
    over.reviewOn = kFirstDay.addDays(-1);
    const auto past = problemsOf(records.add(over));
    REQUIRE(past.size() == 1);
    CHECK(past.first() == Violation{u"review_on"_s, Rule::NotToCome, {}});
    CHECK(need(records.of<Risk>("person_id", ben.id)).isEmpty());
}

TEST_CASE("A review day that is over by now keeps nobody from writing on")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    auto risk = need(records.add(aRisk(ben.id)));
    hostel.clock.set(kNow.addDays(60));
    risk.value.triggers = u"pay day"_s;
    CHECK(need(records.amend(risk)).value.triggers == u"pay day");
}

TEST_CASE("A level needs a reason, a day to look again, and since when it is not known; it can't be low")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    auto level = aLevel(ben.id);
    level.reason.clear();
    CHECK(problemsOf(records.add(level)).first().column == u"reason");
    level.reason = u"x"_s;
    CHECK(problemsOf(records.add(level)).first() == Violation{u"reason"_s, Rule::SaysTooLittle, {}});
    level = aLevel(ben.id);
    level.reviewOn = kFirstDay.addDays(-1);
    CHECK(problemsOf(records.add(level)).first() == Violation{u"review_on"_s, Rule::NotToCome, {}});
    level = aLevel(ben.id);
    level.level = OverdoseLevelKind::NotKnown;
    CHECK(problemsOf(records.add(level)).first() == Violation{u"not_known_since"_s, Rule::Required, {}});
    Row low = toRow(aLevel(ben.id));
    low.set(u"level"_s, u"low"_s);
    CHECK(problemsOf(records.add(low)).first() == Violation{u"level"_s, Rule::UnknownChoice, {}});
    CHECK(need(records.of<OverdoseLevel>("person_id", ben.id)).isEmpty());
}

TEST_CASE("A level keeps the facts that held when it was recorded, whatever comes later")
{
    TestHostel hostel;
    Services &on = hostel.services();
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto first = need(on.records.add(aLevel(ben.id)));
    CHECK(first.value.facts == u"Nothing recorded. This does not mean no risk.");
    CHECK(first.value.marks.isEmpty());
    anOverdose(hostel, ben.id, kNow.addDays(-2));
    CHECK(need(on.risks.overdose(ben.id)).newlyHigh().size() == 1);
    auto second = need(on.records.add(aLevel(ben.id)));
    CHECK(second.value.facts == u"Overdose on 2026-09-12 (counts alone)");
    CHECK(need(on.risks.overdose(ben.id)).newlyHigh().isEmpty());
    CHECK(need(on.risks.overdose(ben.id)).level->id == second.id);
    anOverdose(hostel, ben.id, kNow.addDays(-1));
    second.value.checks = u"hourly at night"_s;
    CHECK(need(on.records.amend(second)).value.facts == second.value.facts);
    CHECK(need(on.risks.overdose(ben.id)).newlyHigh().size() == 1);
}

TEST_CASE("The day of an overdose is the house's, also at midnight and when the clocks change")
{
    struct Case {
        QDateTime at;
        QDate day;
    };
    const QList<Case> cases{
        {QDateTime(QDate(2026, 8, 1), QTime(22, 59), Qt::UTC), QDate(2026, 8, 1)},
        {QDateTime(QDate(2026, 8, 1), QTime(23, 0), Qt::UTC), QDate(2026, 8, 2)}, // summer time
        {QDateTime(QDate(2026, 3, 29), QTime(0, 30), Qt::UTC), QDate(2026, 3, 29)}, // half an hour before the clocks go forward
        {QDateTime(QDate(2026, 3, 29), QTime(23, 30), Qt::UTC), QDate(2026, 3, 30)},
        {QDateTime(QDate(2025, 10, 26), QTime(23, 30), Qt::UTC), QDate(2025, 10, 26)}, // they went back that morning
        {QDateTime(QDate(2025, 10, 25), QTime(23, 30), Qt::UTC), QDate(2025, 10, 26)},
    };
    for (const Case &one : cases) {
        TestHostel hostel;
        const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
        anOverdose(hostel, ben.id, one.at);
        const auto facts = need(hostel.services().risks.overdose(ben.id)).reading.facts;
        REQUIRE(facts.size() == 1);
        INFO(one.at.toString(Qt::ISODate).toStdString());
        CHECK(facts.first().on == KnownDays::on(one.day));
    }
}

TEST_CASE("A high risk waits for a manager, and waits again when what it says was changed")
{
    TestHostel hostel;
    Services &on = hostel.services();
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    auto made = aRisk(ben.id);
    made.approvedBy = on.records.session().staff(); // nobody approves by typing
    auto risk = need(on.records.add(made));
    CHECK(risk.value.waitsForManager());
    risk = need(on.risks.approve(risk.id));
    CHECK_FALSE(risk.value.waitsForManager());
    CHECK(risk.value.approvedOn == kFirstDay);
    CHECK(kindOfError(on.risks.approve(risk.id)) == ErrorKind::NotAllowedNow);
    risk.value.reviewOn = kFirstDay.addDays(40);
    risk = need(on.records.amend(risk)); // another day is no other risk
    CHECK_FALSE(risk.value.waitsForManager());
    risk.value.plan = u"Something else"_s;
    risk = need(on.records.amend(risk));
    CHECK(risk.value.waitsForManager());
    signInAs(hostel, u"Kim Lowe"_s, Role::Keyworker);
    CHECK(kindOfError(hostel.services().risks.approve(risk.id)) == ErrorKind::NotPermitted);
    auto smaller = aRisk(ben.id);
    smaller.likelihood = 2;
    CHECK_FALSE(need(hostel.services().records.add(smaller)).value.waitsForManager());
}

TEST_CASE("Facts come from what is on file, and whoever may not read all of it is told so")
{
    TestHostel hostel;
    Services &on = hostel.services();
    auto builder = aPerson().arrived(QDate(2026, 8, 3));
    builder.person.conditions = u"COPD, flat feet; cirrhosis"_s;
    const auto ben = builder.in(hostel);
    const auto heroin
        = need(on.records.add(Substance{.code = u"test_heroin"_s, .name = u"Heroin (test)"_s, .substanceClass = SubstanceClass::Opioid}));
    SubstanceReview review;
    review.personId = ben.id;
    review.asOn = kFirstDay.addDays(-1);
    review.knownFrom = {on.records.choices().options(u"use_known_from"_s).first().code};
    const auto talked = need(on.records.add(review));
    SubstanceUse use;
    use.reviewId = talked.id;
    use.personId = ben.id;
    use.substanceId = heroin.id;
    use.days = 12;
    use.route = UseRoute::Inject;
    use.alone = UseOften::Sometimes;
    use.lastUsed = PartialDate::fromDate(kFirstDay.addDays(-2));
    need(on.records.add(use));
    const auto picture = need(on.risks.overdose(ben.id));
    QStringList kinds;
    for (const OverdoseFact &fact : picture.reading.facts)
        kinds.append(QString::fromLatin1(codeOf(fact.kind)));
    CHECK(kinds == QStringList{u"opioid_use"_s, u"injects"_s, u"uses_alone"_s, u"serious_illness"_s});
    CHECK(picture.reading.facts.last().what == QStringList{u"COPD, cirrhosis"_s});
    CHECK_FALSE(picture.isPartial);
    signInAs(hostel, u"Rita Night"_s, Role::Relief);
    const auto atNight = need(hostel.services().risks.overdose(ben.id));
    CHECK(atNight.isPartial);
    CHECK(atNight.reading.facts.size() == 1); // health, no substance use
    hostel.reopen();
    signInAs(hostel, u"Una Door"_s, Role::Volunteer);
    CHECK(kindOfError(hostel.services().risks.overdose(ben.id)) == ErrorKind::NotPermitted);
    SeemedIntoxicated seen;
    seen.personId = ben.id;
    seen.seenAt = kNow;
    CHECK(problemsOf(hostel.services().records.add(seen)).first() == Violation{u"other_signs"_s, Rule::Required, {}});
    seen.signs = u"drowsy"_s;
    CHECK(bool(hostel.services().records.add(seen))); // whoever sees it may say so
}

TEST_CASE("A fact that rests on what a role may not read is told as one that stands on file, and as nothing more")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto ada = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    CustodySpell spell;
    spell.personId = ben.id;
    spell.fromOn = kFirstDay.addDays(-40);
    spell.untilOn = kFirstDay.addDays(-2);
    spell.place = u"HMP Canary"_s;
    need(hostel.services().records.add(spell));
    const auto byDay = need(hostel.services().risks.overdose(ben.id));
    CHECK(byDay.unread == OverdosePicture::Unread::None); // a manager reads all of it
    REQUIRE(byDay.reading.facts.size() == 1);
    CHECK(byDay.reading.facts.first().kind == OverdoseFactKind::LeftCustody);
    CHECK(byDay.reading.facts.first().suggestsHigh);
    signInAs(hostel, u"Rita Night"_s, Role::Relief);
    const auto atNight = need(hostel.services().risks.overdose(ben.id));
    CHECK(atNight.reading.facts.isEmpty());
    CHECK(atNight.unread == OverdosePicture::Unread::CountsAlone);
    CHECK(need(hostel.services().risks.overdose(ada.id)).unread == OverdosePicture::Unread::None);
    OverdoseLevel level;
    level.personId = ben.id;
    level.level = OverdoseLevelKind::High;
    level.reason = u"said at handover"_s;
    level.reviewOn = kFirstDay.addDays(3);
    const auto kept = need(hostel.services().records.add(level));
    CHECK(kept.value.marks.isEmpty()); // they did not look at it
    CHECK_FALSE(kept.value.facts.contains(u"custody"_s, Qt::CaseInsensitive));
    CHECK_FALSE(kept.value.facts.contains(u"Canary"_s));
}

TEST_CASE("What was said about coming out of custody counts whoever asks, and no level says where it was")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    need(hostel.services().records.add(LeavingPlan{.personId = ben.id, .from = LeavingFrom::Custody, .onDay = kFirstDay.addDays(-2)}));
    const OverdoseLevel level{.personId = ben.id, .reason = u"came back"_s, .reviewOn = kFirstDay.addDays(3)};
    const auto byDay = need(hostel.services().records.add(level)); // a manager reads about the court; whoever reads the level need not
    CHECK(byDay.value.facts.contains(u"Tolerance may be lower since"_s));
    CHECK_FALSE(byDay.value.facts.contains(u"custody"_s, Qt::CaseInsensitive));
    signInAs(hostel, u"Rita Night"_s, Role::Relief);
    const auto atNight = need(hostel.services().risks.overdose(ben.id));
    CHECK(atNight.reading.facts.isEmpty());
    CHECK(atNight.unread == OverdosePicture::Unread::CountsAlone);
}

TEST_CASE("Whether somebody reads every source of the facts follows from their rights, and agrees with what is read")
{
    for (const Role role : {Role::Manager, Role::Keyworker, Role::SupportWorker, Role::Relief}) {
        TestHostel hostel;
        const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
        if (role != Role::Manager)
            signInAs(hostel, u"Somebody Else"_s, role);
        INFO(codeOf(role));
        const auto picture = hostel.services().risks.overdose(ben.id);
        if (picture)
            CHECK(picture->isPartial == !readsEveryFact(hostel.services().records.session()));
    }
}

TEST_CASE("A manager's rule has a reason, stays within limits, and is told when it is looser than ours")
{
    TestHostel hostel;
    Services &on = hostel.services();
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const QString why = u"agreed with the drug service"_s;
    CHECK(problemsOf(on.records.add(OverdoseRule{OverdoseFactKind::OpioidUse, 20, false, {}})).first().column == u"why");
    CHECK(problemsOf(on.records.add(OverdoseRule{OverdoseFactKind::OverdoseRecent, {}, true, why})).first()
        == Violation{u"off"_s, Rule::CountsAlone, {}});
    CHECK(problemsOf(on.records.add(OverdoseRule{OverdoseFactKind::OverdoseRecent, 3, false, why})).first()
        == Violation{u"days"_s, Rule::TooSmall, u"28"_s});
    CHECK(problemsOf(on.records.add(OverdoseRule{OverdoseFactKind::OverdoseRecent, 900, false, why})).first()
        == Violation{u"days"_s, Rule::TooLarge, u"730"_s});
    need(on.records.add(OverdoseRule{OverdoseFactKind::OpioidUse, 40, false, why}));
    CHECK(need(on.risks.overdose(ben.id)).looser.isEmpty());
    need(on.records.add(OverdoseRule{OverdoseFactKind::OpioidUse, 20, false, why}));
    const auto looser = need(on.risks.overdose(ben.id)).looser;
    REQUIRE(looser.size() == 1);
    CHECK(looser.first().rule.days == 20);
    CHECK(looser.first().rule.why == why);
    CHECK(looser.first().setBy == kManager);
    CHECK(looser.first().setOn == kFirstDay);
    signInAs(hostel, u"Kim Lowe"_s, Role::Keyworker);
    CHECK_FALSE(bool(hostel.services().records.add(OverdoseRule{OverdoseFactKind::OpioidUse, 10, false, why})));
}

TEST_CASE("The safety plan that counts is the latest one")
{
    const auto planOf = [](qint64 id, QDate day) {
        Kept<SafetyPlan> plan;
        plan.id = {id};
        plan.value.madeOn = day;
        return plan;
    };
    CHECK_FALSE(latestPlan({}));
    CHECK(latestPlan({planOf(1, kFirstDay), planOf(2, kFirstDay.addDays(-3))})->id.value == 1);
    CHECK(latestPlan({planOf(2, kFirstDay), planOf(1, kFirstDay)})->id.value == 2);
}

TEST_CASE("Illnesses that count are found in a note, as it names them")
{
    CHECK(seriousIllnesses(u"COPD, flat feet; Cirrhosis since 2019\nhay fever"_s) == QStringList{u"COPD"_s, u"Cirrhosis since 2019"_s});
    CHECK(seriousIllnesses(u"delivery driver, sportbike"_s).isEmpty());
    CHECK(seriousIllnesses({}).isEmpty());
}

} // namespace keywork::test::risks_test
