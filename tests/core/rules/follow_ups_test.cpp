// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/follow_ups.h"
#include "tests/support/catch.h"

#include <random>

namespace keywork::test::follow_ups_test {

using namespace Qt::StringLiterals;

namespace {

PostMoveContact agreed(QDate on) { return {.onDay = on, .agreed = ContactAgreed::Yes, .how = u"07700 900123"_s}; }

FollowUpFacts leaver(QDate left) { return {.leftOn = left, .contacts = {agreed(left.addDays(-10))}}; }

FollowUpTry tried(QDate on, FollowUpAfter after, FollowUpResult result)
{
    FollowUp one{.after = after};
    one.result = result;
    return {one, on};
}

const QDate kLeft(2026, 3, 14);
constexpr FollowUpAfter kThree = FollowUpAfter::Three;

FollowUpLine threeMonths(const FollowUpFacts &facts, QDate today) { return followUpLines(facts, today).first(); }

} // namespace

TEST_CASE("Follow-ups fall due 3, 6 and 12 months after leaving, on the last day of a month that is too short")
{
    struct Case {
        QDate left, three, six, twelve;
    };
    for (const Case &one : {Case{{2026, 3, 14}, {2026, 6, 14}, {2026, 9, 14}, {2027, 3, 14}},
             Case{{2026, 8, 31}, {2026, 11, 30}, {2027, 2, 28}, {2027, 8, 31}},
             Case{{2027, 11, 30}, {2028, 2, 29}, {2028, 5, 30}, {2028, 11, 30}},
             Case{{2028, 2, 29}, {2028, 5, 29}, {2028, 8, 29}, {2029, 2, 28}}}) {
        const auto lines = followUpLines(leaver(one.left), one.left);
        REQUIRE(lines.size() == 3);
        CHECK(lines.at(0).dueOn == one.three);
        CHECK(lines.at(1).dueOn == one.six);
        CHECK(lines.at(2).dueOn == one.twelve);
        for (const FollowUpLine &line : lines)
            CHECK(line.state == FollowUpState::NotYet);
    }
}

TEST_CASE("A follow-up is asked for from its day on, again a week after a try, and not for ever")
{
    FollowUpFacts facts = leaver(kLeft);
    const QDate due(2026, 6, 14);
    CHECK_FALSE(threeMonths(facts, due.addDays(-1)).isAsked);
    CHECK(threeMonths(facts, due).isAsked);
    CHECK(threeMonths(facts, due).state == FollowUpState::NotTried);
    CHECK(threeMonths(facts, due.addDays(kFollowUpAskedDays - 1)).isAsked);
    CHECK_FALSE(threeMonths(facts, due.addDays(kFollowUpAskedDays)).isAsked);
    CHECK(threeMonths(facts, due.addDays(400)).state == FollowUpState::NotTried); // and stays counted as that
    facts.tries = {tried(due, kThree, FollowUpResult::NotReached)};
    CHECK_FALSE(threeMonths(facts, due.addDays(6)).isAsked);
    CHECK(threeMonths(facts, due.addDays(7)).isAsked);
    CHECK(threeMonths(facts, due.addDays(7)).state == FollowUpState::NotReached);
    facts.tries.append(tried(due.addDays(7), kThree, FollowUpResult::NotReached));
    facts.tries.append(tried(due.addDays(14), kThree, FollowUpResult::NotReached));
    const FollowUpLine thrice = threeMonths(facts, due.addDays(30));
    CHECK(thrice.tries == 3);
    CHECK(thrice.lastTry == due.addDays(14));
    CHECK_FALSE(thrice.isAsked);
    facts.tries.append(tried(due.addDays(20), kThree, FollowUpResult::Reached));
    CHECK(threeMonths(facts, due.addDays(30)).state == FollowUpState::Reached);
    CHECK(threeMonths(facts, due.addDays(30)).tries == 3);
    // The next one is another one.
    CHECK(followUpLines(facts, QDate(2026, 9, 14)).at(1).state == FollowUpState::NotTried);
    CHECK(followUpLines(facts, QDate(2026, 9, 14)).at(1).isAsked);
}

TEST_CASE("Nobody is asked after who did not agree, took it back, died, or is here again")
{
    const QDate due(2026, 6, 14);
    struct Case {
        const char *what;
        FollowUpFacts facts;
        FollowUpState state;
    };
    const auto with = [](auto change) {
        FollowUpFacts facts = leaver(kLeft);
        change(facts);
        return facts;
    };
    const Case cases[] = {
        {"nobody asked", with([](FollowUpFacts &f) { f.contacts.clear(); }), FollowUpState::NotAgreed},
        {"said no", with([](FollowUpFacts &f) { f.contacts.first().agreed = ContactAgreed::No; }), FollowUpState::NotAgreed},
        {"ask again", with([](FollowUpFacts &f) { f.contacts.first().agreed = ContactAgreed::AskLater; }), FollowUpState::NotAgreed},
        {"ended before", with([](FollowUpFacts &f) { f.contacts.first().untilOn = QDate(2026, 6, 13); }), FollowUpState::NotAgreed},
        {"ends on its day", with([](FollowUpFacts &f) { f.contacts.first().untilOn = QDate(2026, 6, 14); }), FollowUpState::NotTried},
        {"taken back before", with([](FollowUpFacts &f) { f.contacts.first().withdrawnOn = QDate(2026, 6, 14); }),
            FollowUpState::NotAgreed},
        {"a later no", with([](FollowUpFacts &f) { f.contacts.append({.onDay = QDate(2026, 5, 1), .agreed = ContactAgreed::No}); }),
            FollowUpState::NotAgreed},
        {"a later yes", with([](FollowUpFacts &f) {
             f.contacts.first().agreed = ContactAgreed::No;
             f.contacts.append(agreed(QDate(2026, 5, 1)));
         }),
            FollowUpState::NotTried},
        {"died", with([](FollowUpFacts &f) { f.died = true; }), FollowUpState::NotNeeded},
        {"died since", with([](FollowUpFacts &f) {
             f.tries = {tried({2026, 6, 1}, kThree, FollowUpResult::Died)};
         }),
            FollowUpState::NotNeeded},
        {"back here", with([](FollowUpFacts &f) { f.backOn = QDate(2026, 6, 1); }), FollowUpState::NotNeeded},
    };
    for (const Case &one : cases) {
        INFO(one.what);
        CHECK(threeMonths(one.facts, due).state == one.state);
        CHECK(threeMonths(one.facts, due).isAsked == (one.state == FollowUpState::NotTried));
    }
    // Reached, and wants no more: that one is reached, the next ones are not agreed.
    FollowUpFacts facts = leaver(kLeft);
    facts.tries = {tried(due, kThree, FollowUpResult::NoMoreContact)};
    const auto lines = followUpLines(facts, QDate(2027, 4, 1));
    CHECK(lines.at(0).state == FollowUpState::Reached);
    CHECK(lines.at(1).state == FollowUpState::NotAgreed);
    CHECK(lines.at(2).state == FollowUpState::NotAgreed);
}

TEST_CASE("Tried and not reached is counted apart from not tried and from reached")
{
    FollowUpCounts counts;
    const QDate today(2026, 12, 1); // three and six months are over
    FollowUpFacts one = leaver(kLeft);
    one.tries = {tried({2026, 6, 15}, kThree, FollowUpResult::NotReached), tried({2026, 6, 25}, kThree, FollowUpResult::NotReached)};
    addFollowUps(counts, followUpLines(one, today));
    one.tries = {tried({2026, 6, 15}, kThree, FollowUpResult::NotReached), tried({2026, 6, 25}, kThree, FollowUpResult::Reached)};
    addFollowUps(counts, followUpLines(one, today));
    one.died = true;
    one.tries.clear();
    addFollowUps(counts, followUpLines(one, today));
    one.died = false;
    one.contacts.clear();
    addFollowUps(counts, followUpLines(one, today));
    CHECK(counts[0] == FollowUpCount{.reached = 1, .notReached = 1, .notTried = 0, .notAgreed = 1});
    CHECK(counts[0].due() == 2);
    CHECK(counts[1] == FollowUpCount{.reached = 0, .notReached = 0, .notTried = 2, .notAgreed = 1});
    CHECK(counts[2] == FollowUpCount{.notAgreed = 1}); // not due yet
}

TEST_CASE("Of seeded leavers each line has one state, and what is asked for is due, agreed and not reached")
{
    std::mt19937 chance(7);
    const auto upTo = [&chance](int most) { return int(chance() % unsigned(most)); };
    for (int i = 0; i < 2000; ++i) {
        FollowUpFacts facts = leaver(QDate(2026, 1, 1).addDays(upTo(365)));
        for (int k = upTo(3); k > 0; --k)
            facts.contacts.append({.onDay = facts.leftOn.addDays(upTo(300)), .agreed = ContactAgreed(upTo(3))});
        for (int k = upTo(5); k > 0; --k)
            facts.tries.append(tried(facts.leftOn.addDays(upTo(400)), FollowUpAfter(upTo(3)), FollowUpResult(upTo(4))));
        if (upTo(6) == 0)
            facts.backOn = facts.leftOn.addDays(1 + upTo(300));
        const QDate today = facts.leftOn.addDays(upTo(500));
        FollowUpCounts counts;
        const auto lines = followUpLines(facts, today);
        addFollowUps(counts, lines);
        for (const FollowUpLine &line : lines) {
            const FollowUpCount &count = counts[size_t(line.after)];
            REQUIRE(count.due() + count.notAgreed <= 1);
            if (!line.isAsked)
                continue;
            REQUIRE(line.dueOn <= today);
            REQUIRE(line.state != FollowUpState::Reached);
            const PostMoveContact *word = contactOn(facts.contacts, today);
            REQUIRE(word);
            REQUIRE(word->holdsOn(today));
            REQUIRE(line.tries < kFollowUpTries);
        }
    }
}

} // namespace keywork::test::follow_ups_test
