// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/arrival_gaps.h"
#include "tests/support/catch.h"

namespace keywork::test::arrival_gaps_test {

using namespace Qt::StringLiterals;

namespace {

struct Whole {
    Stay stay;
    Person person;
    QList<ArrivalStep> steps;
    const QStringList toShow{u"room"_s, u"fire"_s};

    Whole()
    {
        stay.arrivedOn = QDate(2026, 8, 6);
        stay.arrivedTime = QTime(2, 10);
        stay.roomId = {7};
        stay.belongingsSeen = {u"with_them"_s};
        stay.escapePlan = u"alone"_s;
        stay.licenceSignedOn = QDate(2026, 8, 6);
        stay.induction = u"fire,room,more"_s;
        person.maySayLivesHere = {u"no"_s};
        person.gpPractice = u"Northside"_s;
        steps = {ArrivalStep{.what = u"ward"_s, .doneAt = QDateTime(QDate(2026, 8, 6), QTime(9, 0), Qt::UTC)}};
    }
    QList<ArrivalGap> gaps(const QList<Category> &unreadable = {}) const
    {
        return arrivalGaps(stay, steps, person, toShow, [&](Category category) { return !unreadable.contains(category); });
    }
};

} // namespace

TEST_CASE("An arrival with everything done has nothing open, and each thing that is missing is named by itself")
{
    CHECK(Whole().gaps().isEmpty());
    const std::pair<ArrivalGap, void (*)(Whole &)> missing[] = {{ArrivalGap::Room, [](Whole &whole) { whole.stay.roomId = {}; }},
        {ArrivalGap::Time, [](Whole &whole) { whole.stay.arrivedTime = {}; }},
        {ArrivalGap::SafeContact, [](Whole &whole) { whole.person.maySayLivesHere = {}; }},
        {ArrivalGap::Belongings, [](Whole &whole) { whole.stay.belongingsSeen = {}; }},
        {ArrivalGap::EscapePlan, [](Whole &whole) { whole.stay.escapePlan = u"  "_s; }},
        {ArrivalGap::Licence, [](Whole &whole) { whole.stay.licenceSignedOn = {}; }},
        {ArrivalGap::Induction, [](Whole &whole) { whole.stay.induction = u"fire"_s; }},
        {ArrivalGap::Steps, [](Whole &whole) { whole.steps.append(ArrivalStep{.what = u"pharmacy"_s}); }},
        {ArrivalGap::GpPractice, [](Whole &whole) { whole.person.gpPractice.clear(); }}};
    for (const auto &[gap, take] : missing) {
        Whole whole;
        take(whole);
        INFO(codeOf(gap));
        CHECK(whole.gaps() == QList<ArrivalGap>{gap});
    }
}

TEST_CASE("Whoever does not know or prefers not to say has been asked; what nobody asked about is open")
{
    const std::pair<NotSaidReason, QList<ArrivalGap>> reasons[]
        = {{NotSaidReason::PrefersNot, {}}, {NotSaidReason::DoesNotKnow, {}}, {NotSaidReason::NotAsked, {ArrivalGap::GpPractice}}};
    for (const auto &[reason, open] : reasons) {
        INFO(codeOf(reason));
        Whole whole;
        whole.person.gpPractice.clear();
        whole.person.notSaid.reasons.insert(u"gp_practice"_s, reason);
        CHECK(whole.gaps() == open);
    }
}

TEST_CASE("A blank that may not be read is not called open")
{
    Whole whole;
    whole.person.gpPractice.clear();
    whole.person.maySayLivesHere = {};
    whole.stay.licenceSignedOn = {};
    whole.stay.induction.clear();
    CHECK(whole.gaps() == QList<ArrivalGap>{ArrivalGap::SafeContact, ArrivalGap::Licence, ArrivalGap::Induction, ArrivalGap::GpPractice});
    CHECK(whole.gaps({Category::Health}) == QList<ArrivalGap>{ArrivalGap::SafeContact, ArrivalGap::Licence, ArrivalGap::Induction});
    CHECK(whole.gaps({Category::Housing}) == QList<ArrivalGap>{ArrivalGap::SafeContact, ArrivalGap::GpPractice});
}

TEST_CASE("A condition needs a review from the day after its grace, until it is met or was talked about since")
{
    StayCondition condition{.what = u"sees the drug service"_s, .dueOn = QDate(2026, 9, 1), .graceDays = 7};
    CHECK_FALSE(condition.needsReview(QDate(2026, 9, 8)));
    CHECK(condition.needsReview(QDate(2026, 9, 9)));
    condition.reviewedOn = QDate(2026, 9, 8); // before the grace was over: of something else
    CHECK(condition.needsReview(QDate(2026, 9, 9)));
    condition.reviewedOn = QDate(2026, 9, 9);
    CHECK_FALSE(condition.needsReview(QDate(2026, 9, 30)));
    condition.reviewedOn = {};
    condition.metOn = QDate(2026, 9, 20); // late is met
    CHECK_FALSE(condition.needsReview(QDate(2026, 9, 30)));
    condition.metOn = {};
    condition.graceDays = {};
    CHECK(condition.needsReview(QDate(2026, 9, 2)));
    condition.dueOn = {};
    CHECK_FALSE(condition.needsReview(QDate(2027, 9, 2)));
}

} // namespace keywork::test::arrival_gaps_test
