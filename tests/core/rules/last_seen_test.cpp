// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/last_seen.h"

#include "core/base/clock.h"
#include "tests/support/catch.h"

#include <QRandomGenerator>

namespace keywork::test::rules_last_seen_test {

using namespace Qt::StringLiterals;

namespace {

const SetClock kHouse{QDateTime(QDate(2026, 9, 14), QTime(8, 0), Qt::UTC)}; // Europe/London

QDateTime at(int year, int month, int day, int hour, int minute = 0)
{
    return kHouse.resolve(QDate(year, month, day), QTime(hour, minute)).later;
}

SeenFacts seenAt(const QDateTime &last, qint64 hours = 24)
{
    SeenFacts facts;
    facts.lastSeen = last;
    facts.since = last.addDays(-30);
    facts.hours = hours;
    return facts;
}

QDateTime dueOf(const SeenFacts &facts) { return notSeenFrom(facts).value_or(QDateTime()); }

/// The same by counting every minute.
std::optional<QDateTime> countedDue(const SeenFacts &facts, const QDateTime &until)
{
    QDateTime minute = std::max(*facts.lastSeen, facts.since);
    qint64 left = facts.hours * 60;
    while (minute <= until) {
        if (left == 0)
            return minute;
        if (!isAwayAt(minute, facts.away))
            --left;
        minute = minute.addSecs(60);
    }
    return {};
}

} // namespace

TEST_CASE("Twenty-four hours are elapsed ones, across both clock changes and a leap day")
{
    struct {
        QDateTime seen;
        QDateTime due;
    } const cases[] = {
        {at(2026, 9, 14, 9, 30), at(2026, 9, 15, 9, 30)},
        {at(2026, 10, 24, 20), at(2026, 10, 25, 19)}, // the clocks go back that night: 25 hours on the wall are 24
        {at(2027, 3, 27, 20), at(2027, 3, 28, 21)}, // and forward: 23
        {at(2028, 2, 28, 12), at(2028, 2, 29, 12)},
        {at(2028, 2, 29, 12), at(2028, 3, 1, 12)},
        {at(2026, 12, 31, 23, 40), at(2027, 1, 1, 23, 40)},
    };
    for (const auto &one : cases) {
        INFO(one.seen.toString(Qt::ISODate).toStdString());
        const SeenFacts facts = seenAt(one.seen);
        CHECK(dueOf(facts) == one.due);
        CHECK_FALSE(isNotSeen(facts, one.due.addSecs(-1)));
        CHECK(isNotSeen(facts, one.due));
        CHECK(hoursUnseen(facts, one.due) == 24);
        CHECK(hoursUnseen(facts, one.due.addSecs(-1)) == 23);
    }
}

TEST_CASE("Somebody's own number counts in place of the house's, the latest that holds")
{
    CHECK(dueOf(seenAt(at(2026, 9, 14, 9), 8)) == at(2026, 9, 14, 17));
    const auto own = [](qint64 id, qint64 hours, QDate from, std::optional<QDate> until = {}) {
        Kept<SeenWithin> kept;
        kept.id = {id};
        kept.value = {.hours = hours, .fromOn = from, .untilOn = until};
        return kept;
    };
    const QDate day(2026, 9, 14);
    CHECK(hoursFor({}, day, 24) == 24);
    CHECK(hoursFor({own(1, 8, day)}, day, 24) == 8);
    CHECK(hoursFor({own(1, 8, day.addDays(1))}, day, 24) == 24); // not yet
    CHECK(hoursFor({own(1, 8, day.addDays(-9), day.addDays(-1))}, day, 24) == 24); // no more
    CHECK(hoursFor({own(1, 8, day.addDays(-9)), own(2, 48, day.addDays(-2))}, day, 24) == 48);
    auto inError = own(3, 2, day);
    inError.withdrawn = true;
    CHECK(hoursFor({inError, own(1, 8, day)}, day, 24) == 8);
}

TEST_CASE("Time away is not counted, and nobody is asked after meanwhile")
{
    SeenFacts facts = seenAt(at(2026, 9, 14, 10));
    facts.away = {{at(2026, 9, 14, 20), at(2026, 9, 16, 0)}}; // ten hours here, then away
    CHECK(dueOf(facts) == at(2026, 9, 16, 14));
    CHECK(hoursUnseen(facts, at(2026, 9, 15, 12)) == 10);
    CHECK(hoursUnseen(facts, at(2026, 9, 16, 14)) == 24);
    CHECK_FALSE(isNotSeen(facts, at(2026, 9, 15, 23)));
    CHECK(isNotSeen(facts, at(2026, 9, 16, 14)));
    facts.away = {{at(2026, 9, 14, 20), {}}}; // no day of return
    CHECK_FALSE(notSeenFrom(facts));
    facts.away = {{at(2026, 9, 15, 12), {}}}; // due before they went, and not asked after since
    CHECK(dueOf(facts) == at(2026, 9, 15, 10));
    CHECK(isNotSeen(facts, at(2026, 9, 15, 11)));
    CHECK_FALSE(isNotSeen(facts, at(2026, 9, 15, 13)));
    facts.away = {{at(2026, 9, 10, 0), at(2026, 9, 12, 0)}, {at(2026, 9, 16, 0), at(2026, 9, 16, 0)}}; // before, and none
    CHECK(dueOf(facts) == at(2026, 9, 15, 10));
    facts.away = {{at(2026, 9, 14, 9), at(2026, 9, 15, 9)}, {at(2026, 9, 14, 22), at(2026, 9, 16, 9)}}; // one over another
    CHECK(dueOf(facts) == at(2026, 9, 17, 9));
}

TEST_CASE("Nothing is due before they came, nor of whoever is not here")
{
    SeenFacts facts = seenAt(at(2026, 9, 1, 10));
    facts.since = at(2026, 9, 14, 23, 40);
    CHECK(dueOf(facts) == at(2026, 9, 15, 23, 40));
    facts.lastSeen.reset();
    CHECK(dueOf(facts) == at(2026, 9, 15, 23, 40));
    facts.since = {};
    CHECK_FALSE(notSeenFrom(facts));
    CHECK_FALSE(isNotSeen(facts, at(2026, 12, 1, 0)));
    CHECK(hoursUnseen(facts, at(2026, 12, 1, 0)) == 0);
}

TEST_CASE("Whatever time they were away, the moment is the one that counting each minute gives")
{
    QRandomGenerator chance(20);
    for (int round = 0; round < 200; ++round) {
        const QDateTime start = at(2026, 10, 20, 0).addSecs(60 * chance.bounded(7 * 24 * 60));
        SeenFacts facts = seenAt(start, 1 + chance.bounded(48));
        facts.since = start.addSecs(60 * (chance.bounded(2000) - 1000));
        for (int i = chance.bounded(4); i > 0; --i) {
            const QDateTime from = start.addSecs(60 * (chance.bounded(6000) - 1500));
            facts.away.append({from, from.addSecs(60 * chance.bounded(3000))});
        }
        INFO("round " << round);
        const QDateTime until = start.addDays(20);
        CHECK(notSeenFrom(facts) == countedDue(facts, until));
        const QDateTime asked = start.addSecs(60 * chance.bounded(9000));
        qint64 minutes = 0;
        for (QDateTime one = std::max(*facts.lastSeen, facts.since); one < asked; one = one.addSecs(60))
            minutes += isAwayAt(one, facts.away) ? 0 : 1;
        CHECK(hoursUnseen(facts, asked) == minutes / 60);
    }
}

TEST_CASE("What is done next goes from the door outwards, and ends when they answered")
{
    const auto step = [](MissingAct act, MissingAnswer answer = MissingAnswer::NoReply) {
        MissingStep one;
        one.act = act;
        one.answer = answer;
        return one;
    };
    QList<MissingStep> done;
    for (const MissingAct act : {MissingAct::Knocked, MissingAct::Rang, MissingAct::Entered, MissingAct::SafeContact,
             MissingAct::OthersAsked, MissingAct::Hospital, MissingAct::Custody, MissingAct::Police}) {
        CHECK(nextMissingAct(done) == act);
        done.append(step(act));
    }
    CHECK_FALSE(nextMissingAct(done));
    CHECK_FALSE(nextMissingAct({step(MissingAct::Knocked, MissingAnswer::Seen)}));
    CHECK(nextMissingAct({step(MissingAct::Rang)}) == MissingAct::Knocked);
    CHECK(opensEpisode(MissingAct::Entered, MissingAnswer::NotThere));
    CHECK(opensEpisode(MissingAct::Police, MissingAnswer::Told));
    CHECK_FALSE(opensEpisode(MissingAct::Knocked, MissingAnswer::NoReply));
    CHECK_FALSE(opensEpisode(MissingAct::Entered, MissingAnswer::Seen));
}

} // namespace keywork::test::rules_last_seen_test
