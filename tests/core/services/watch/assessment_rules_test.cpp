// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/assessments.h"
#include "tests/core/services/watch/watching.h"

namespace keywork::test::assessment_rules_test {

namespace {

struct HalfDone {
    TestHostel hostel;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);

    Kept<Assessment> begun(const QDateTime &at)
    {
        Assessment begun;
        begun.personId = ben.id;
        begun.begunAt = at;
        begun.means = {u"here"_s};
        return need(hostel.services().assessments.begin(u"review"_s, begun));
    }
};

} // namespace

TEST_CASE("An assessment that is half done shows after seven days, until it is finished or taken back")
{
    HalfDone talk;
    const auto kept = talk.begun(kNow);
    checkEdges(talk.hostel, u"assessment_half_done"_s, kToday, {{0, false}, {6, false}, {7, true}, {60, true}});
    const WatchItem line = lineOf(talk.hostel, u"assessment_half_done"_s, kToday.addDays(7));
    CHECK(line.subject == WatchSubject{u"assessment"_s, kept.id.value, talk.ben.id});
    CHECK(line.day == kToday);
    CHECK(line.places.value(u"number"_s) == u"AS-0001");
    need(talk.hostel.services().assessments.withdraw(kept.id, u"begun twice"_s));
    checkEdges(talk.hostel, u"assessment_half_done"_s, kToday, {{7, false}});
}

TEST_CASE("The day on which an assessment was begun is the house's, also late in the evening of another zone")
{
    HalfDone talk;
    talk.begun(QDateTime(QDate(2026, 9, 10), QTime(23, 30), Qt::UTC)); // 00:30 on the 11th in the house
    checkEdges(talk.hostel, u"assessment_half_done"_s, QDate(2026, 9, 11), {{6, false}, {7, true}});
}

TEST_CASE("A finished assessment shows no more, and one of whoever left four weeks ago neither")
{
    HalfDone talk;
    const auto kept = talk.begun(kNow.addDays(-20));
    CHECK(dueOn(talk.hostel, kToday).contains(u"assessment_half_done"_s));
    Services &services = talk.hostel.services();
    auto stay = *need(services.people.line(talk.ben.id)).stay;
    stay.value.leftOn = kToday;
    stay.value.destination = {u"friends"_s};
    need(services.people.saveStay(stay, stay.value));
    checkEdges(talk.hostel, u"assessment_half_done"_s, kToday, {{27, true}, {28, false}});
    FilledForm now = need(services.assessments.read(kept.id));
    NotSaid reasons;
    for (const Violation &missing : unanswered(*now.asked, now.answers, {}))
        reasons.reasons.insert(missing.column, NotSaidReason::PrefersNot);
    now.answers.set(u"not_said"_s, reasons.toJson());
    need(services.assessments.save(kept.id, now.answers));
    need(services.assessments.finish(kept.id));
    CHECK_FALSE(dueOn(talk.hostel, kToday).contains(u"assessment_half_done"_s));
}

TEST_CASE("Who may not read care plans is not told of a half-done assessment")
{
    HalfDone talk;
    talk.begun(kNow.addDays(-20));
    signInAs(talk.hostel, u"Una Door"_s, Role::Volunteer);
    CHECK_FALSE(dueOn(talk.hostel, kToday).contains(u"assessment_half_done"_s));
}

} // namespace keywork::test::assessment_rules_test
