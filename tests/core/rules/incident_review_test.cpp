// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/incident_review.h"
#include "tests/support/catch.h"

namespace keywork::test::incident_review_test {

using namespace Qt::StringLiterals;

namespace {

Incident ofKind(const QString &kind)
{
    Incident incident;
    incident.kind = {kind};
    incident.place = u"yard"_s;
    incident.whatWasDone = u"Sat with them"_s;
    return incident;
}

IncidentPerson member(qint64 id, const QString &role)
{
    IncidentPerson one;
    one.who = InvolvedWho::Staff;
    one.staffId = {id};
    one.role = {role};
    return one;
}

} // namespace

TEST_CASE("What was left open at night is said: what was done, where, and what the kind asks for")
{
    using enum IncidentGap;
    struct Case {
        const char *kind;
        qsizetype people;
        QList<IncidentGap> gaps;
    };
    const QList<Case> cases{{"near_miss", 0, {}}, {"found", 0, {}}, {"damage", 0, {}}, {"missing", 0, {People, Safeguarding}},
        {"missing", 1, {Safeguarding}}, {"medical", 0, {People}}, {"medical", 1, {}}, {"overdose", 1, {Intent, Safeguarding}},
        {"self_harm", 2, {Intent, Safeguarding}}, {"needle_stick", 1, {Intent}}, {"fire", 0, {Intent}}, {"death", 1, {Intent}},
        {"violence", 2, {Safeguarding}}};
    for (const Case &one : cases) {
        INFO(one.kind << " with " << one.people);
        CHECK(incidentGaps(ofKind(QString::fromLatin1(one.kind)), one.people) == one.gaps);
    }
    Incident bare = ofKind(u"near_miss"_s);
    bare.place = u" "_s;
    bare.whatWasDone.clear();
    CHECK(incidentGaps(bare, 0) == QList<IncidentGap>{WhatWasDone, Place});
    Incident said = ofKind(u"overdose"_s);
    said.intent = IncidentIntent::NotKnown;
    said.safeguarding = IncidentSafeguarding::ToBeDecided;
    CHECK(incidentGaps(said, 1) == QList<IncidentGap>{Safeguarding}); // not yet is no answer
    said.safeguarding = IncidentSafeguarding::Declined;
    CHECK(incidentGaps(said, 1).isEmpty());
}

TEST_CASE("Nothing is closed without a finished review, and a question comes before what was left open")
{
    using enum IncidentState;
    const QList<IncidentGap> some{IncidentGap::Place};
    CHECK(incidentStateOf(false, false, {}) == WaitingForReview);
    CHECK(incidentStateOf(false, false, some) == Open);
    CHECK(incidentStateOf(false, true, {}) == DetailAsked);
    CHECK(incidentStateOf(false, true, some) == DetailAsked);
    for (const bool asked : {false, true})
        for (const QList<IncidentGap> &gaps : {QList<IncidentGap>(), some})
            CHECK(incidentStateOf(true, asked, gaps) == Reviewed);
}

TEST_CASE("A manager does not review alone what they were part of, when another manager is there")
{
    const Id<Staff> me{1}, other{2};
    struct Case {
        const char *what;
        QList<IncidentPerson> people;
        Id<Staff> with;
        bool another;
        Violations problems;
    };
    const Violations alone{{u"with_id"_s, Rule::AnotherPerson, {}}};
    const QList<Case> cases{{"not part of it", {member(3, u"found_it"_s)}, {}, true, {}},
        {"part of it", {member(1, u"found_it"_s)}, {}, true, alone},
        {"part of it as a witness", {member(1, u"witness"_s)}, {}, true, alone},
        {"was told, no more", {member(1, u"told"_s)}, {}, true, {}}, {"nobody else is there", {member(1, u"helped"_s)}, {}, false, {}},
        {"with another one", {member(1, u"helped"_s)}, other, true, {}},
        {"with oneself", {member(1, u"helped"_s)}, me, true, {{u"with_id"_s, Rule::SameSignature, {}}}},
        {"with oneself, not part of it", {}, me, false, {{u"with_id"_s, Rule::SameSignature, {}}}}};
    for (const Case &one : cases) {
        INFO(one.what);
        CHECK(reviewerProblems(me, one.with, one.people, one.another) == one.problems);
    }
    IncidentPerson resident; // whoever has the same number among the residents is somebody else
    resident.personId = {1};
    resident.role = {u"affected"_s};
    CHECK_FALSE(wasPartOf(me, {resident}));
}

TEST_CASE("A found item waits for two names, and for where it goes")
{
    FoundItem item;
    item.second = BagSecond::Nobody;
    CHECK(waitsFor(item) == FoundWaits::Both);
    item.second = BagSecond::Staff;
    CHECK(waitsFor(item) == FoundWaits::WhereItGoes);
    item.ended = FoundEnded::Destroyed;
    CHECK(waitsFor(item) == FoundWaits::Nothing);
    item.second = BagSecond::Nobody;
    CHECK(waitsFor(item) == FoundWaits::SecondName);
    item.second = BagSecond::NoBag;
    item.ended.reset();
    CHECK(waitsFor(item) == FoundWaits::Nothing); // a needle in the sharps box
}

TEST_CASE("The hours of a found item are elapsed ones, also over the night on which the clocks go back")
{
    FoundItem item;
    item.foundAt = QDateTime(QDate(2026, 10, 24), QTime(20, 30), Qt::UTC); // 21:30 in summer time
    CHECK(hoursHere(item, item.foundAt) == 0);
    CHECK(hoursHere(item, item.foundAt.addSecs(3599)) == 0);
    CHECK(hoursHere(item, QDateTime(QDate(2026, 10, 25), QTime(20, 30), Qt::UTC)) == 24); // 20:30 in winter time
    item.endedAt = item.foundAt.addSecs(5 * 3600);
    CHECK(hoursHere(item, item.foundAt.addDays(9)) == 5);
    item.endedAt.reset();
    CHECK(hoursHere(item, item.foundAt.addYears(-1)) == 0); // a clock that was set back
}

TEST_CASE("A month is to be looked at from the seventh of the next one on")
{
    CHECK_FALSE(monthToReview(QDate(2026, 9, 6)));
    CHECK(monthToReview(QDate(2026, 9, 7)) == QDate(2026, 8, 1));
    CHECK(monthToReview(QDate(2026, 9, 30)) == QDate(2026, 8, 1));
    CHECK(monthToReview(QDate(2027, 1, 8)) == QDate(2026, 12, 1));
}

} // namespace keywork::test::incident_review_test
