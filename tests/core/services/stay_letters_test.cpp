// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/loss.h"
#include "core/domain/money.h"
#include "core/services/care/leaving_reading.h"
#include "core/services/care/overdose_reading.h"
#include "core/services/care/stay_letters.h"
#include "tests/support/notices.h"
#include "tests/support/trust.h"

namespace keywork::test::stay_letters_test {

using namespace Qt::StringLiterals;

namespace {

struct LetterProblem {
    QString column;
    Rule rule;
    bool operator==(const LetterProblem &) const = default;
};
using LetterProblems = QList<LetterProblem>;

template <class T> LetterProblems wrongIn(TestHostel &hostel, const T &record)
{
    LetterProblems problems;
    const auto kept = hostel.services().records.add(record);
    if (kept) // tried only
        need(hostel.services().records.withdraw(recordType<T>(), kept->id.value, kept->version, u"only a trial of it"_s));
    else
        for (const Violation &violation : kept.error().violations)
            problems.append({violation.column, violation.rule});
    return problems;
}

QStringList factsOf(TestHostel &hostel, Id<Person> person, OverdoseFactKind kind)
{
    Records &records = hostel.services().records;
    const auto onFile = need(readOverdose(records, {person.value}, records.today()));
    QStringList found;
    for (const OverdoseFact &fact : overdoseFacts(onFile.of.value(person.value)).facts)
        if (fact.kind == kind)
            found += fact.what;
    return found;
}

} // namespace

TEST_CASE("A notice without kind of occupancy, safety plan, or on a day when they did not live here is refused where it is typed")
{
    TestHostel hostel;
    NoticedPerson at{hostel};
    CHECK(wrongIn(hostel, at.notice()) == LetterProblems{{u"given_on"_s, Rule::OccupancyUnknown}, {u"given_on"_s, Rule::SafetyPlanFirst}});
    at.livesBy(OccupancyKind::ExcludedLicence);
    const auto other = aPerson().called(u"Zoë"_s, u"Obi"_s).arrived(QDate(2026, 8, 3)).in(hostel);
    LeavingSafetyPlan theirs = at.plan();
    theirs.personId = other.id;
    need(at.records().add(theirs)); // is nothing for Ben
    CHECK(wrongIn(hostel, at.notice()) == LetterProblems{{u"given_on"_s, Rule::SafetyPlanFirst}});
    const auto gone = need(at.records().add(at.plan()));
    need(at.records().withdraw(recordType<LeavingSafetyPlan>(), gone.id.value, gone.version, u"the wrong resident"_s));
    CHECK(wrongIn(hostel, at.notice()) == LetterProblems{{u"given_on"_s, Rule::SafetyPlanFirst}});
    LeavingSafetyPlan before = at.plan();
    before.madeOn = QDate(2026, 8, 2); // of an earlier stay
    need(at.records().add(before));
    CHECK(wrongIn(hostel, at.notice()) == LetterProblems{{u"given_on"_s, Rule::SafetyPlanFirst}});
    const auto plan = need(at.records().add(at.plan()));
    CHECK(need(at.records().add(at.notice())).value.planId == plan.id);

    StayNotice early = at.notice();
    early.givenOn = QDate(2026, 7, 20); // before they arrived, and before the plan was written
    const auto refused = at.records().add(early);
    REQUIRE_FALSE(bool(refused));
    CHECK(refused.error().violations
        == Violations{{u"given_on"_s, Rule::NotHereThen, {}}, {u"given_on"_s, Rule::OccupancyUnknown, {}},
            {u"given_on"_s, Rule::SafetyPlanFirst, u"later"_s}});
    StayNotice turned = at.notice();
    turned.endsOn = QDate(2026, 9, 13);
    CHECK(wrongIn(hostel, turned) == LetterProblems{{u"ends_on"_s, Rule::EndsBeforeStart}});
    StayNotice bare = at.notice();
    bare.tried.clear();
    bare.appealHow.clear();
    CHECK(wrongIn(hostel, bare) == LetterProblems{{u"appeal_how"_s, Rule::Required}, {u"tried"_s, Rule::Required}});
}

TEST_CASE("What follows from giving a notice stands in it, and a prepared one needs none of it")
{
    TestHostel hostel;
    NoticedPerson at{hostel};
    StayNotice prepared = at.notice();
    prepared.givenOn.reset();
    prepared.endsOn.reset();
    auto kept = need(at.records().add(prepared));
    CHECK_FALSE(kept.value.decidedById);
    CHECK_FALSE(kept.value.occupancy);
    at.livesBy(OccupancyKind::ExcludedLicence);
    need(at.records().add(at.plan()));
    kept.value.givenOn = QDate(2026, 9, 14);
    kept.value.endsOn = QDate(2026, 10, 12);
    kept = need(at.records().amend(kept));
    CHECK(kept.value.decidedById == at.records().session().staff());
    CHECK(kept.value.occupancy == OccupancyKind::ExcludedLicence);
    CHECK(kept.value.earliestOn == QDate(2026, 10, 12));
    CHECK(kept.value.appealUntil == QDate(2026, 9, 28));
    kept.value.givenOn = QDate(2026, 9, 11); // another day of giving, another day of the appeal
    kept.value.endsOn = QDate(2026, 10, 12);
    kept = need(at.records().amend(kept));
    CHECK(kept.value.appealUntil == QDate(2026, 9, 24));
    at.livesBy(OccupancyKind::Licence); // since: what was known then stays
    kept.value.ownWords = u"I was afraid"_s;
    kept = need(at.records().amend(kept));
    CHECK(kept.value.occupancy == OccupancyKind::ExcludedLicence);
}

TEST_CASE("Days by the rule are asked about, and where the program knows none somebody who knows housing law has looked at it")
{
    TestHostel hostel;
    NoticedPerson at{hostel};
    need(at.records().add(at.plan()));
    at.livesBy(OccupancyKind::Licence);
    StayNotice soon = at.notice();
    soon.endsOn = QDate(2026, 10, 11);
    CHECK(wrongIn(hostel, soon) == LetterProblems{{u"ends_on"_s, Rule::Unlikely}});
    need(at.records().add(RentCharge{at.ben.id, QDate(2026, 8, 3), {}, Pence{800'00}, {}, RentPer::Month}));
    CHECK(wrongIn(hostel, at.notice()) == LetterProblems{{u"ends_on"_s, Rule::Unlikely}}); // a month now
    CHECK(need(noticeGroundOf(at.records(), at.ben.id, QDate(2026, 9, 14))).earliest == QDate(2026, 10, 14));
    at.livesBy(OccupancyKind::AssuredTenancy);
    StayNotice tenancy = at.notice();
    CHECK(wrongIn(hostel, tenancy) == LetterProblems{{u"advice"_s, Rule::AdviceFirst}});
    tenancy.advice = u"The law centre, on 11 September"_s;
    CHECK(wrongIn(hostel, tenancy) == LetterProblems{});
}

TEST_CASE("A warning or notice about drugs or alcohol is asked about, and an appeal after its day is asked about and kept")
{
    TestHostel hostel;
    NoticedPerson at{hostel};
    StayWarning use = at.warning();
    use.happened = u"They were seen smoking heroin in their own room."_s;
    CHECK(wrongIn(hostel, use) == LetterProblems{{u"happened"_s, Rule::Unlikely}});
    use.givenOn.reset(); // what is only prepared asks nothing yet
    CHECK(wrongIn(hostel, use) == LetterProblems{});

    auto warning = need(at.records().add(at.warning()));
    CHECK(warning.value.appealUntil == QDate(2026, 9, 28));
    hostel.clock.set(QDateTime(QDate(2026, 10, 2), QTime(9, 0), Qt::UTC));
    warning.value.appealOn = QDate(2026, 10, 1);
    const auto late = at.records().amend(warning);
    REQUIRE_FALSE(bool(late));
    CHECK(late.error().violations == Violations{{u"appeal_on"_s, Rule::Unlikely, kAppealLate}});
    need(at.records().withConfirmed({{u"stay_warning"_s, u"appeal_on"_s, u"2026-10-01"_s}}, [&]() -> Done {
        const auto kept = at.records().amend(warning);
        return kept ? Done() : Done(kept.error());
    }));
    warning = need(at.records().one(warning.id));
    CHECK(warning.value.appealWaits());
    warning.value.heardOn = QDate(2026, 10, 2);
    warning.value.heardById = warning.value.decidedById;
    warning.value.outcome = AppealOutcome::Stands;
    warning.value.answer = u"It stands, and ends in December."_s;
    const auto same = at.records().amend(warning);
    REQUIRE_FALSE(bool(same));
    CHECK(same.error().violations == Violations{{u"heard_by_id"_s, Rule::AnotherPerson, {}}});
    warning.value.heardById = {};
    warning.value.heardByOther = u"Helen Marsh, trustee"_s;
    CHECK_FALSE(need(at.records().amend(warning)).value.appealWaits());
}

TEST_CASE("Support workers prepare a warning and a manager gives it; a notice is a manager's, and the door reads neither")
{
    TestHostel hostel;
    NoticedPerson at{hostel};
    StayWarning prepared = at.warning();
    signInAs(hostel, u"Sam Support"_s, Role::SupportWorker);
    const auto refused = at.records().add(prepared);
    REQUIRE_FALSE(bool(refused));
    CHECK(refused.error().violations == Violations{{u"given_on"_s, Rule::ManagerGives, {}}});
    prepared.givenOn.reset();
    need(at.records().add(prepared));
    CHECK_FALSE(at.records().mayAdd(recordType<StayNotice>()));
    int others = 0;
    for (const Role role : {Role::Relief, Role::Volunteer, Role::PeerSupporter, Role::Auditor}) {
        hostel.reopen(); // as the manager
        signInAs(hostel, u"Lee Other %1"_s.arg(++others), role);
        CHECK_FALSE(at.records().mayRead(recordType<StayWarning>()));
        CHECK_FALSE(at.records().mayRead(recordType<StayNotice>()));
    }
}

TEST_CASE("An open notice and a loss are facts of overdose risk; taken back it is none")
{
    TestHostel hostel;
    NoticedPerson at{hostel};
    at.livesBy(OccupancyKind::ExcludedLicence);
    auto plan = need(at.records().add(at.plan()));
    CHECK(factsOf(hostel, at.ben.id, OverdoseFactKind::Notice).isEmpty());
    auto notice = need(at.records().add(at.notice()));
    CHECK(factsOf(hostel, at.ben.id, OverdoseFactKind::Notice) == QStringList{u"Noise at night"_s});
    Loss loss{.personId = at.ben.id, .what = {u"person_died"_s}, .onDay = PartialDate::fromText(u"2026-09"_s)};
    need(at.records().add(loss));
    CHECK(factsOf(hostel, at.ben.id, OverdoseFactKind::Loss) == QStringList{u"Somebody died"_s});

    // Within 28 days of the end a plan for housing is asked for, which the safety plan answers.
    CHECK(need(leavingsDueOf(at.records(), at.ben.id, QDate(2026, 9, 14))).isEmpty()); // the 29th day before
    const auto due = need(leavingsDueOf(at.records(), at.ben.id, QDate(2026, 9, 15)));
    REQUIRE(due.size() == 1);
    CHECK(due.first().need == LeavingNeed::Housing);
    CHECK(due.first().about.from == LeavingFrom::House);
    plan.value.housing = HousingNext::Agreed;
    plan.value.whereTo = u"a flat in Mill Lane"_s;
    need(at.records().amend(plan));
    CHECK(need(leavingsDueOf(at.records(), at.ben.id, QDate(2026, 9, 15))).isEmpty());

    notice.value.takenBackOn = QDate(2026, 9, 14);
    notice.value.takenBackWhy = u"another way was found"_s;
    need(at.records().amend(notice));
    CHECK(factsOf(hostel, at.ben.id, OverdoseFactKind::Notice).isEmpty());
}

} // namespace keywork::test::stay_letters_test
