// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/substance_changes.h"
#include "tests/support/catch.h"

#include <QRandomGenerator>
#include <algorithm>
#include <random>

namespace keywork::test::substance_changes_test {

using namespace Qt::StringLiterals;

namespace {

const Id<Substance> kHeroin{1};
const Id<Substance> kCrack{2};
const Id<Substance> kTablets{3};
const QDate kBefore(2026, 8, 1);
const QDate kNow(2026, 9, 14);

SubstanceClass classOf(Id<Substance> id)
{
    return id == kHeroin ? SubstanceClass::Opioid : id == kTablets ? SubstanceClass::Sedative : SubstanceClass::Stimulant;
}

SubstanceUse use(Id<Substance> substance, std::optional<qint64> days = 12)
{
    SubstanceUse one;
    one.substanceId = substance;
    one.days = days;
    one.route = UseRoute::Smoke;
    one.amount = Decimal::fromText(u"0.2"_s);
    one.unit = {u"g"_s};
    one.alone = UseOften::No;
    one.shares = UseOften::No;
    return one;
}

UseComparison compare(const SubstanceUse &before, const SubstanceUse &now, QDate on = kNow)
{
    return useChanges({kBefore, {before}}, {on, {now}}, classOf);
}

QList<UseChangeKind> kindsOf(const UseComparison &comparison)
{
    QList<UseChangeKind> kinds;
    for (const UseChange &change : comparison.changes)
        kinds.append(change.kind);
    return kinds;
}

using Kinds = QList<UseChangeKind>;
using Offers = QList<UseOffer>;

struct Case {
    const char *sentence;
    void (*change)(SubstanceUse &before, SubstanceUse &now);
    Kinds kinds;
    bool isFlagged = false;
    Offers offers = {};
};

const Case kCases[] = {
    {"Nothing is different", [](SubstanceUse &, SubstanceUse &) {}, {}},
    {"More days", [](SubstanceUse &, SubstanceUse &now) { now.days = 20; }, {UseChangeKind::MoreDays}},
    {"Fewer days", [](SubstanceUse &, SubstanceUse &now) { now.days = 4; }, {UseChangeKind::FewerDays}},
    {"No day at all is stopped", [](SubstanceUse &, SubstanceUse &now) { now.days = 0; }, {UseChangeKind::Stopped}},
    {"Days after none are a return, with what may help", [](SubstanceUse &before, SubstanceUse &) { before.days = 0; },
        {UseChangeKind::Returned}, true, {UseOffer::Naloxone, UseOffer::NotAlone, UseOffer::WhereToGetHelp}},
    {"Days that nobody knows are another answer, no trend", [](SubstanceUse &, SubstanceUse &now) { now.days.reset(); },
        {UseChangeKind::Answer}},
    {"Smoked, now injected: flagged, with the needle exchange first",
        [](SubstanceUse &, SubstanceUse &now) { now.route = UseRoute::Inject; }, {UseChangeKind::NowInjected}, true,
        {UseOffer::NeedleExchange, UseOffer::Naloxone, UseOffer::WhereToGetHelp}},
    {"How it was taken was not known, and it is injected: flagged, too",
        [](SubstanceUse &before, SubstanceUse &now) {
            before.route.reset();
            now.route = UseRoute::Inject;
        },
        {UseChangeKind::NowInjected}, true, {UseOffer::NeedleExchange, UseOffer::Naloxone, UseOffer::WhereToGetHelp}},
    {"Injected, now smoked: told, not flagged", [](SubstanceUse &before, SubstanceUse &) { before.route = UseRoute::Inject; },
        {UseChangeKind::NoLongerInjected}},
    {"Another route", [](SubstanceUse &, SubstanceUse &now) { now.route = UseRoute::Snort; }, {UseChangeKind::RouteChanged}},
    {"Now alone", [](SubstanceUse &, SubstanceUse &now) { now.alone = UseOften::Sometimes; }, {UseChangeKind::NowAlone}, false,
        {UseOffer::Naloxone, UseOffer::NotAlone, UseOffer::WhereToGetHelp}},
    {"Now with others", [](SubstanceUse &before, SubstanceUse &) { before.alone = UseOften::Always; }, {UseChangeKind::NowWithOthers}},
    {"More often alone is another answer",
        [](SubstanceUse &before, SubstanceUse &now) {
            before.alone = UseOften::Sometimes;
            now.alone = UseOften::Always;
        },
        {UseChangeKind::Answer}},
    {"Now sharing", [](SubstanceUse &, SubstanceUse &now) { now.shares = UseOften::Sometimes; }, {UseChangeKind::NowShared}, false,
        {UseOffer::NeedleExchange, UseOffer::Naloxone, UseOffer::WhereToGetHelp}},
    {"No longer sharing", [](SubstanceUse &before, SubstanceUse &) { before.shares = UseOften::Mostly; }, {UseChangeKind::NoLongerShared}},
    {"More on a day", [](SubstanceUse &, SubstanceUse &now) { now.amount = Decimal::fromText(u"0.25"_s); }, {UseChangeKind::MoreAmount}},
    {"Less on a day", [](SubstanceUse &, SubstanceUse &now) { now.amount = Decimal::fromText(u"0.1"_s); }, {UseChangeKind::LessAmount}},
    {"Another unit is no more and no less",
        [](SubstanceUse &, SubstanceUse &now) {
            now.amount = Decimal::fromText(u"3"_s);
            now.unit = {u"bags"_s};
        },
        {UseChangeKind::Answer}},
    {"The unit alone is an answer of its own", [](SubstanceUse &, SubstanceUse &now) { now.unit = {u"bags"_s}; }, {UseChangeKind::Answer}},
    {"Where they inject goes with how it is taken, and is not told twice",
        [](SubstanceUse &before, SubstanceUse &) {
            before.route = UseRoute::Inject;
            before.sites = u"arms"_s;
        },
        {UseChangeKind::NoLongerInjected}},
    {"Another place on the body is an answer",
        [](SubstanceUse &before, SubstanceUse &now) {
            before.route = now.route = UseRoute::Inject;
            before.sites = u"arms"_s;
        },
        {UseChangeKind::Answer}},
    {"The reason goes with the answer that it stood for",
        [](SubstanceUse &before, SubstanceUse &) {
            before.days.reset();
            before.notSaid.reasons.insert(u"days"_s, NotSaidReason{});
        },
        {UseChangeKind::Answer}},
    {"A reason alone is told",
        [](SubstanceUse &before, SubstanceUse &now) {
            before.spend.reset();
            now.notSaid.reasons.insert(u"spend"_s, NotSaidReason{});
        },
        {UseChangeKind::Answer}},
    {"What it does for them, in other words", [](SubstanceUse &, SubstanceUse &now) { now.whatFor = u"sleep"_s; }, {UseChangeKind::Answer}},
    {"Since when it is the same is no answer",
        [](SubstanceUse &before, SubstanceUse &now) {
            before.sameAs = QDate(2026, 7, 1);
            now.reviewId = {9};
        },
        {}},
};

} // namespace

TEST_CASE("Each difference between two reviews has its name, and what may help where it is flagged")
{
    for (const Case &one : kCases) {
        INFO(one.sentence);
        SubstanceUse before = use(kHeroin);
        SubstanceUse now = use(kHeroin);
        one.change(before, now);
        const UseComparison comparison = compare(before, now);
        CHECK(kindsOf(comparison) == one.kinds);
        CHECK(comparison.sharedDays == 0);
        if (comparison.changes.size() != 1)
            continue;
        CHECK(comparison.changes.first().isFlagged() == one.isFlagged);
        CHECK(comparison.changes.first().offers == one.offers);
    }
}

TEST_CASE("A new substance is new; one of earlier reviews is a return; one that is left out is a gap and never counted as stopped")
{
    const UseReview before{kBefore, {use(kHeroin)}};
    CHECK(kindsOf(useChanges(before, {kNow, {use(kHeroin), use(kCrack)}}, classOf)) == Kinds{UseChangeKind::New});
    CHECK(kindsOf(useChanges(before, {kNow, {use(kHeroin), use(kCrack)}}, classOf, {kCrack.value})) == Kinds{UseChangeKind::Returned});
    CHECK(kindsOf(useChanges(before, {kNow, {use(kHeroin), use(kCrack, 0)}}, classOf, {kCrack.value})) == Kinds{UseChangeKind::Stopped});
    CHECK(kindsOf(useChanges(before, {kNow, {}}, classOf)) == Kinds{UseChangeKind::NotInReview});
    SubstanceUse injected = use(kCrack);
    injected.route = UseRoute::Inject;
    injected.shares = UseOften::Sometimes;
    CHECK(kindsOf(useChanges(before, {kNow, {use(kHeroin), injected}}, classOf))
        == Kinds{UseChangeKind::New, UseChangeKind::NowInjected, UseChangeKind::NowShared});
}

TEST_CASE("Naloxone is offered where there may be an opioid, bought tablets included, and not for a stimulant")
{
    SubstanceUse crack = use(kCrack);
    crack.alone = UseOften::Always;
    CHECK(compare(use(kCrack), crack).changes.first().offers == Offers{UseOffer::NotAlone, UseOffer::WhereToGetHelp});
    SubstanceUse tablets = use(kTablets);
    tablets.alone = UseOften::Always;
    CHECK_FALSE(compare(use(kTablets), tablets).changes.first().offers.contains(UseOffer::Naloxone));
    SubstanceUse bought = tablets;
    bought.source = UseSource::Bought;
    SubstanceUse withOthers = bought;
    withOthers.alone = UseOften::No;
    CHECK(compare(withOthers, bought).changes.first().offers.contains(UseOffer::Naloxone));
}

TEST_CASE("Days of two counts that overlap are two numbers and no trend, to the day")
{
    struct Overlap {
        int apart;
        int shared;
        UseChangeKind kind;
    };
    for (const Overlap &one : {Overlap{0, 28, UseChangeKind::DaysDiffer}, {12, 16, UseChangeKind::DaysDiffer},
             {27, 1, UseChangeKind::DaysDiffer}, {28, 0, UseChangeKind::FewerDays}, {29, 0, UseChangeKind::FewerDays}}) {
        INFO(one.apart);
        const UseComparison comparison = compare(use(kHeroin, 20), use(kHeroin, 12), kBefore.addDays(one.apart));
        CHECK(comparison.sharedDays == one.shared);
        CHECK(kindsOf(comparison) == Kinds{one.kind});
    }
    CHECK(sharedDays(QDate(2028, 2, 1), QDate(2028, 2, 29)) == 0); // a leap year: 28 days later
    CHECK(sharedDays(QDate(2027, 2, 1), QDate(2027, 2, 28)) == 1);
    // Danger is told all the same.
    CHECK(kindsOf(compare(use(kHeroin, 0), use(kHeroin, 2), kBefore.addDays(3))) == Kinds{UseChangeKind::Returned});
}

TEST_CASE("What was neither changed nor confirmed is the same as on the day when it was last said")
{
    SubstanceUse untouched = use(kHeroin);
    SubstanceUse confirmed = use(kCrack);
    SubstanceUse changed = use(kTablets);
    untouched.sameAs = QDate(2026, 6, 2);
    const UseReview before{kBefore, {untouched, confirmed, changed}};
    QList<SubstanceUse> now = carriedOn(before);
    CHECK(now.at(0).sameAs == QDate(2026, 6, 2));
    CHECK(now.at(1).sameAs == kBefore);
    now[2].days = 1;
    now = withSameAs(before, now, {kCrack.value});
    CHECK(now.at(0).sameAs == QDate(2026, 6, 2)); // not the review in between, in which nobody asked either
    CHECK_FALSE(now.at(1).sameAs);
    CHECK_FALSE(now.at(2).sameAs);
    CHECK_FALSE(withSameAs({}, {use(kHeroin)}, {}).first().sameAs); // a first review says everything itself
}

TEST_CASE("In the history a review that says nothing is a gap, what nobody knows is not known, and none is none")
{
    SubstanceUse unknown = use(kHeroin, {});
    SubstanceUse none = use(kHeroin, 0);
    none.sameAs = QDate(2026, 5, 1);
    const QList<UseReview> reviews{{QDate(2026, 7, 1), {use(kCrack)}}, {QDate(2026, 4, 1), {use(kHeroin, 20)}},
        {QDate(2026, 1, 1), {use(kCrack)}}, {QDate(2026, 8, 1), {none}}, {QDate(2026, 4, 10), {unknown}}};
    const QList<UsePoint> points = useHistory(reviews, kHeroin);
    REQUIRE(points.size() == 4); // nothing was known of it in January
    CHECK(points.at(0) == UsePoint{QDate(2026, 4, 1), UsePoint::Known::Days, 20, {}, false});
    CHECK(points.at(1) == UsePoint{QDate(2026, 4, 10), UsePoint::Known::NotKnown, 0, {}, true});
    CHECK(points.at(2) == UsePoint{QDate(2026, 7, 1), UsePoint::Known::Nothing, 0, {}, false});
    CHECK(points.at(3) == UsePoint{QDate(2026, 8, 1), UsePoint::Known::Days, 0, QDate(2026, 5, 1), false});
    CHECK(useHistory(reviews, kTablets).isEmpty());
}

namespace {

SubstanceUse randomUse(Id<Substance> substance, QRandomGenerator &random)
{
    SubstanceUse one = use(substance, random.bounded(4) ? std::optional<qint64>(random.bounded(29)) : std::nullopt);
    one.route = random.bounded(5) ? std::optional(static_cast<UseRoute>(random.bounded(6))) : std::nullopt;
    one.alone = random.bounded(5) ? std::optional(static_cast<UseOften>(random.bounded(4))) : std::nullopt;
    one.shares = random.bounded(5) ? std::optional(static_cast<UseOften>(random.bounded(4))) : std::nullopt;
    one.spend = random.bounded(2) ? std::optional(Pence{random.bounded(3) * 100}) : std::nullopt;
    one.pattern = random.bounded(2) ? std::optional(UsePattern::Dependent) : std::nullopt;
    return one;
}

UseReview randomReview(QDate on, QRandomGenerator &random)
{
    UseReview review{on, {}};
    for (qint64 substance = 1; substance <= 6; ++substance)
        if (random.bounded(4))
            review.uses.append(randomUse({substance}, random));
    return review;
}

/// Whether both say the same, found without the rule's own comparison.
bool saysTheSame(const UseReview &a, const UseReview &b)
{
    const auto plain = [](const UseReview &review) {
        std::map<qint64, SubstanceUse> uses;
        for (SubstanceUse one : review.uses) {
            one.sameAs.reset();
            uses.emplace(one.substanceId.value, one);
        }
        return uses;
    };
    return plain(a) == plain(b);
}

QStringList told(const UseComparison &comparison)
{
    QStringList lines;
    for (const UseChange &change : comparison.changes)
        lines.append(QString::number(int(change.kind)) + u' ' + QString::number(change.substance.value) + u' ' + change.column);
    return lines;
}

} // namespace

TEST_CASE("No change exactly when nothing changed, and the order of entry never matters")
{
    QRandomGenerator random(20260914);
    std::mt19937 shuffler(7);
    int same = 0;
    for (int round = 0; round < 2000; ++round) {
        UseReview before = randomReview(kBefore, random);
        UseReview now = randomReview(kBefore.addDays(random.bounded(60)), random);
        if (random.bounded(3) == 0) { // as it was, but for one answer now and then
            now.uses = before.uses;
            if (!now.uses.isEmpty() && random.bounded(2))
                now.uses.first().days = random.bounded(29);
        }
        const UseComparison comparison = useChanges(before, now, classOf);
        const bool isSame = saysTheSame(before, now);
        same += isSame;
        REQUIRE(comparison.changes.isEmpty() == isSame);
        std::shuffle(before.uses.begin(), before.uses.end(), shuffler);
        std::shuffle(now.uses.begin(), now.uses.end(), shuffler);
        REQUIRE(told(useChanges(before, now, classOf)) == told(comparison));
        REQUIRE(useChanges(now, now, classOf).changes.isEmpty());
    }
    CHECK(same > 100);
}

} // namespace keywork::test::substance_changes_test
