// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/calendar.h"
#include "core/domain/agreement.h"
#include "core/domain/assessment.h"
#include "core/domain/care_plan.h"
#include "core/domain/incident.h"
#include "core/domain/keywork.h"
#include "core/domain/kinds.h"
#include "core/domain/photo.h"
#include "core/domain/referral.h"
#include "core/services/house/attention.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "tests/app/opened_demonstration.h"
#include "tests/support/command_bench.h"

#include <QSet>
#include <algorithm>
#include <map>
#include <set>

namespace keywork::test::demo_hostel_test {

using namespace Qt::StringLiterals;

TEST_CASE("The demonstration shows every kind of record, in numbers that a house could have")
{
    // Nobody's data is closed, kept longer or erased in a house that holds nobody's data; a reader tries these for themselves.
    const std::set<QString> notShown{u"restriction"_s, u"need_to_know"_s, u"restricted_opening"_s, u"retention_rule"_s, u"retention_hold"_s,
        u"erasure"_s, u"watch_snooze"_s, u"watch_call"_s}; // what is put off or rung about depends on the day that somebody opens it
    const Opened opened(usual());
    const qint64 people = opened.count(recordType<Person>());
    CHECK(people == 40);
    for (const RecordType *type : allKinds()) {
        INFO(type->table);
        const qint64 count = opened.count(*type);
        if (notShown.contains(QString::fromLatin1(type->table))) {
            CHECK(count == 0);
            continue;
        }
        CHECK(count >= 1);
        CHECK(count <= 100 * people);
    }
}

TEST_CASE("Keywork of the demonstration is held more often than it is missed, and the next sessions are planned")
{
    const Opened opened(usual());
    std::map<KeyworkOutcome, int> outcomes;
    for (const Kept<KeyworkSession> &session : opened.all<KeyworkSession>())
        ++outcomes[session.value.outcome];
    const int held = outcomes[KeyworkOutcome::Held] + outcomes[KeyworkOutcome::Late];
    CHECK(held > 4 * outcomes[KeyworkOutcome::Missed]);
    CHECK(outcomes[KeyworkOutcome::Missed] > 0);
    CHECK(outcomes[KeyworkOutcome::Planned] > 0);
    CHECK(outcomes[KeyworkOutcome::Planned] <= 40);
    CHECK(opened.count(recordType<KeyworkNote>()) >= held); // each session that was held has a note
}

TEST_CASE("Residents of the demonstration have what residents have: stages both ways, plans in versions, agreements, alerts")
{
    const Opened opened(usual());
    std::map<qint64, QList<int>> stages;
    for (const Kept<StageEntry> &entry : opened.all<StageEntry>())
        if (!entry.value.correctsId)
            stages[entry.value.personId.value].append(int(entry.value.stage));
    const auto moves = [&](const auto &isMove) {
        return std::any_of(stages.cbegin(), stages.cend(),
            [&](const auto &one) { return std::adjacent_find(one.second.cbegin(), one.second.cend(), isMove) != one.second.cend(); });
    };
    CHECK(moves(std::less<int>()));
    CHECK(moves(std::greater<int>()));
    const auto between = [&](const RecordType &type, double least, double most) {
        const double each = double(opened.count(type)) / double(opened.count(recordType<CarePlan>()));
        INFO(type.table << ' ' << each);
        CHECK(each >= least);
        CHECK(each <= most);
    };
    between(recordType<CarePlanVersion>(), 2, 9);
    between(recordType<SignOff>(), 1, 9);
    between(recordType<StageEntry>(), 2, 10);
    between(recordType<Contact>(), 0.9, 2);
    between(recordType<Alert>(), 0.3, 3);
    between(recordType<SharingAgreement>(), 0.4, 1);
    between(recordType<Referral>(), 0.3, 1);
    between(recordType<Photo>(), 0.4, 1.2);
}

TEST_CASE("Residents of the demonstration were talked with: first, in full and again, and every finished one has answers")
{
    const Opened opened(usual());
    std::set<AssessmentLevel> levels;
    std::set<qint64> finished;
    for (const Kept<Assessment> &assessment : opened.all<Assessment>()) {
        levels.insert(assessment.value.level);
        if (assessment.value.state == AssessmentState::Finished)
            finished.insert(assessment.id.value);
        CHECK((assessment.value.state == AssessmentState::Finished) == assessment.value.finishedAt.has_value());
    }
    CHECK(levels.size() == 3);
    std::set<qint64> answered;
    std::set<Category> categories;
    for (const Kept<AssessmentAnswer> &answer : opened.all<AssessmentAnswer>()) {
        answered.insert(answer.value.assessmentId.value);
        categories.insert(answer.value.category);
    }
    CHECK(std::includes(answered.cbegin(), answered.cend(), finished.cbegin(), finished.cend()));
    CHECK(categories.size() >= 10);
    const double each = double(opened.count(recordType<Assessment>())) / double(opened.count(recordType<CarePlan>()));
    CHECK(each >= 1.2);
    CHECK(each <= 8);
}

TEST_CASE("The usual demonstration has 22 residents, three who are expected, and Ben Barker with a plan")
{
    const Opened opened(usual());
    People &people = opened.hostel->services().people;
    const auto sizes = people.groupSizes();
    REQUIRE(bool(sizes));
    CHECK((*sizes)[size_t(ResidentGroup::HereNow)] == 22);
    CHECK((*sizes)[size_t(ResidentGroup::Expected)] >= 3);
    CHECK((*sizes)[size_t(ResidentGroup::Left)] >= 12);
    const auto here = people.residents(ResidentGroup::HereNow);
    REQUIRE(bool(here));
    const auto ben = std::find_if(
        here->cbegin(), here->cend(), [](const ResidentLine &line) { return line.person.value.displayName() == u"Ben Barker"; });
    REQUIRE(ben != here->cend());
    CHECK(ben->plan.issuedVersion >= 1);
    CHECK(ben->stage);
    CHECK_FALSE(ben->room.isEmpty());
}

TEST_CASE("Its Today speaks of doses missed and of a gap that is coming, and most who are treated are regular")
{
    const Opened opened(usual());
    const auto today = opened.hostel->services().attention.today(wishFor(40, 2).end);
    REQUIRE(bool(today));
    const auto linesOf = [&today](QStringView code) {
        return std::count_if(today->cbegin(), today->cend(), [code](const WatchItem &item) { return item.code().startsWith(code); });
    };
    CHECK(linesOf(u"doses_missed") >= 1);
    CHECK(linesOf(u"doses_missed") <= 4);
    CHECK(linesOf(u"treatment_gap") >= 1);
    CHECK(linesOf(u"treatment_gap") <= 8);
}

TEST_CASE("A small house with many people on file is never fuller than its beds, and most of them never got one")
{
    const Opened opened(wishFor(300, 3, 9));
    CHECK(opened.count(recordType<Person>()) == 300);
    CHECK(opened.count(recordType<Room>()) == 9);
    const QList<Stay> stays = staysOf(opened);
    CHECK(mostAtATime(stays) <= 9);
    CHECK(mostAtATime(stays) >= 8);
    QSet<qint64> lived;
    int stayed = 0;
    for (const Stay &stay : stays) {
        stayed += stay.arrivedOn ? 1 : 0;
        if (stay.arrivedOn)
            lived.insert(stay.personId.value);
        CHECK(stay.leftOn.has_value() == !stay.leavingReason.code.isEmpty());
        CHECK(stay.leftOn.has_value() == !stay.destination.code.isEmpty());
    }
    CHECK(lived.size() >= 30);
    CHECK(lived.size() <= 120);
    CHECK(stayed > lived.size()); // some came back
}

TEST_CASE("Ten thousand people over ten years are a house of 60 beds: weeks to two years, half within some months")
{
    const DemoWish wish = wishFor(10'000, 10);
    REQUIRE(bedsOf(wish) == 60);
    const DemoCalendar calendar(wish, 8);
    QList<Stay> stays;
    QList<qint64> days;
    int returning = 0;
    std::map<int, QDate> freeFrom;
    for (const DemoStay &planned : calendar.stays()) {
        Stay stay;
        stay.arrivedOn = planned.arrivesOn;
        returning += planned.returnsFrom >= 0 ? 1 : 0;
        CHECK(planned.referredOn <= planned.arrivesOn);
        if (planned.leavesOn.isValid()) {
            stay.leftOn = planned.leavesOn;
            days.append(planned.arrivesOn.daysTo(planned.leavesOn));
        }
        if (planned.bed >= 0)
            stays.append(stay);
    }
    CHECK(mostAtATime(stays) <= 60);
    CHECK(mostAtATime(stays) >= 55);
    std::sort(days.begin(), days.end());
    REQUIRE(days.size() > 600);
    CHECK(days.first() >= 14);
    CHECK(days.last() <= 731);
    CHECK(days.at(days.size() / 2) >= 80);
    CHECK(days.at(days.size() / 2) <= 180);
    CHECK(returning >= 20);
    int people = int(calendar.stays().size()) - returning;
    for (QDate day = calendar.start(); day <= wish.end; day = day.addDays(1))
        people += calendar.notOffered(day);
    CHECK(people == 10'000);
}

TEST_CASE("No bed of the demonstration has two residents on one day, whatever the wish")
{
    for (const int people : {1, 2, 3, 7, 11, 40, 97, 400})
        for (const int years : {1, 2, 6})
            for (const int beds : {0, 1, 5, 60}) {
                INFO(people << " people, " << years << " years, " << beds << " beds");
                const DemoCalendar calendar(wishFor(people, years, beds), 8);
                std::map<int, QList<std::pair<QDate, QDate>>> taken;
                std::set<int> who;
                for (const DemoStay &stay : calendar.stays()) {
                    if (stay.bed >= 0)
                        taken[stay.bed].append({stay.arrivesOn, stay.leavesOn.isValid() ? stay.leavesOn : QDate(9999, 1, 1)});
                    who.insert(stay.returnsFrom >= 0 ? -1 - stay.number : stay.number);
                }
                CHECK(taken.size() <= size_t(bedsOf(wishFor(people, years, beds))));
                bool apart = true;
                for (auto &[bed, times] : taken) {
                    std::sort(times.begin(), times.end());
                    for (qsizetype i = 1; i < times.size(); ++i)
                        apart = apart && times.at(i - 1).second < times.at(i).first;
                }
                CHECK(apart);
                const auto newcomers = std::count_if(who.cbegin(), who.cend(), [](int number) { return number >= 0; });
                CHECK(newcomers >= 1);
                CHECK(newcomers <= people);
            }
}

TEST_CASE("No incident of the demonstration names somebody twice")
{
    const Opened opened(usual());
    std::set<std::pair<qint64, qint64>> residents;
    std::set<std::pair<qint64, qint64>> team;
    const auto parts = opened.all<IncidentPerson>();
    REQUIRE(parts.size() > 20);
    for (const Kept<IncidentPerson> &part : parts) {
        INFO("incident " << part.value.incidentId.value);
        if (part.value.personId)
            CHECK(residents.emplace(part.value.incidentId.value, part.value.personId.value).second);
        if (part.value.staffId)
            CHECK(team.emplace(part.value.incidentId.value, part.value.staffId.value).second);
    }
}

} // namespace keywork::test::demo_hostel_test
