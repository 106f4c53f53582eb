// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_bundle.h"
#include "core/services/care/substance_reviews.h"
#include "core/services/care/substances.h"
#include "core/services/sharing/agreements.h"
#include "tests/support/services.h"

namespace keywork::test::substance_reviews_test {

namespace {

const QDate kToday(2026, 9, 14);

/// A house with its catalogue, and Ben, born on 3 February 1981.
struct Using {
    TestHostel hostel;
    Kept<Person> ben = aPerson().born(u"1981-02-03"_s).in(hostel);
    Using() { need(substances().takeInShipped()); }

    Substances &substances() { return hostel.services().substances; }
    SubstanceReviews &reviews() { return hostel.services().substanceReviews; }
    Id<Substance> substance(const QString &code)
    {
        for (const Kept<Substance> &one : need(substances().all()))
            if (one.value.code == code)
                return one.id;
        REQUIRE(false);
        return {};
    }
    SubstanceUse use(const QString &code, std::optional<qint64> days = {})
    {
        SubstanceUse one;
        one.substanceId = substance(code);
        one.days = days;
        return one;
    }
    SubstanceReview head(QDate asOn = kToday) const
    {
        SubstanceReview review;
        review.personId = ben.id;
        review.asOn = asOn;
        review.knownFrom = {u"themselves"_s};
        return review;
    }
    static Family familyOf(const SubstanceReview &head, const QList<SubstanceUse> &uses)
    {
        Family family;
        family.head.row = toRow(head);
        for (const SubstanceUse &use : uses) {
            KeptRow part;
            part.row = toRow(use);
            family.parts.append(part);
        }
        return family;
    }
    Result<Family> save(const SubstanceReview &head, const QList<SubstanceUse> &uses, const std::set<qint64> &confirmed = {})
    {
        return reviews().save(familyOf(head, uses), confirmed, u"taken out again"_s);
    }
    ReviewOnFile kept(QDate asOn, const QList<SubstanceUse> &uses)
    {
        const auto family = need(save(head(asOn), uses));
        return need(reviews().one({family.head.id}));
    }
    QStringList namesFor(const QString &typed)
    {
        QStringList names;
        for (const Kept<Substance> &one : need(substances().matching(typed)))
            names.append(one.value.name);
        return names;
    }
};

} // namespace

TEST_CASE("The catalogue comes with the program once, each code and name once, every class of the rules among them")
{
    Using at;
    const auto all = need(at.substances().all());
    CHECK(all.size() == shippedSubstances().size());
    CHECK(all.size() >= 30);
    std::set<QString> codes;
    std::set<SubstanceClass> classes;
    for (const Kept<Substance> &one : all) {
        CHECK_FALSE(one.value.code.startsWith(u"own_"_s));
        codes.insert(one.value.code);
        classes.insert(one.value.substanceClass);
    }
    CHECK(codes.size() == size_t(all.size()));
    CHECK(classes.size() == Codes<SubstanceClass>::options.size());
    need(at.substances().takeInShipped());
    at.hostel.reopen();
    need(at.substances().takeInShipped());
    CHECK(need(at.substances().all()).size() == all.size());
}

TEST_CASE("A substance is found by any name that people say, its own name first")
{
    Using at;
    CHECK(at.namesFor(u"gear"_s) == QStringList{u"Heroin"_s});
    CHECK(at.namesFor(u" ROCK "_s).first() == u"Crack cocaine");
    CHECK(at.namesFor(u"her"_s).first() == u"Heroin");
    CHECK(at.namesFor(u"valli"_s) == QStringList{u"Diazepam"_s});
    CHECK(at.namesFor(u"no such thing"_s).isEmpty());
    CHECK(at.namesFor({}).size() == shippedSubstances().size());
}

TEST_CASE("What a manager renamed, retired or added stays so, and others add nothing of their own")
{
    Using at;
    Records &records = at.hostel.services().records;
    auto diazepam = need(records.one(at.substance(u"diazepam"_s)));
    diazepam.value.name = u"Diazepam, street"_s;
    diazepam.value.retired = true;
    need(records.amend(diazepam));
    const auto own = need(records.add(Substance{.name = u"Monkey dust"_s, .substanceClass = SubstanceClass::Stimulant}));
    CHECK(own.value.code == u"own_monkey_dust");
    const auto same = records.add(Substance{.name = u"monkey dust"_s});
    REQUIRE_FALSE(bool(same));
    CHECK(same.error().violations.first().column == u"name");
    need(at.substances().takeInShipped());
    CHECK(need(records.one(diazepam.id)).value.name == u"Diazepam, street");
    CHECK_FALSE(at.namesFor(u"vallies"_s).contains(u"Diazepam, street"_s));
    CHECK(at.namesFor(u"monkey"_s).first() == u"Monkey dust");
    signInAs(at.hostel, u"Tomi Okoro"_s, Role::Keyworker);
    CHECK(kindOfError(at.hostel.services().records.add(Substance{.name = u"Blue dust"_s})) == ErrorKind::NotPermitted);
}

TEST_CASE("Whoever writes the first review of a house brings our catalogue in")
{
    TestHostel hostel;
    aPerson().in(hostel);
    signInAs(hostel, u"Tomi Okoro"_s, Role::SupportWorker);
    need(hostel.services().substances.takeInShipped());
    CHECK(need(hostel.services().substances.all()).size() == shippedSubstances().size());
}

TEST_CASE("A review begins with the last answers, and what nobody asked about stays as of the day when it was said")
{
    Using at;
    const auto first = need(at.reviews().begin(at.ben.id));
    CHECK(first.uses.isEmpty());
    CHECK_FALSE(first.before);
    CHECK(first.head.asOn == kToday);
    at.kept(QDate(2026, 7, 1), {at.use(u"heroin"_s, 20), at.use(u"alcohol"_s, 6), at.use(u"crack"_s, 4)});
    auto begun = need(at.reviews().begin(at.ben.id));
    REQUIRE(begun.uses.size() == 3);
    begun.uses[0].days = 12;
    need(at.save(begun.head, begun.uses, {begun.uses.at(1).substanceId.value}));
    const auto all = need(at.reviews().reviews(at.ben.id));
    REQUIRE(all.size() == 2);
    const QList<Kept<SubstanceUse>> &uses = all.last().uses;
    CHECK_FALSE(uses.at(0).value.sameAs); // changed
    CHECK_FALSE(uses.at(1).value.sameAs); // confirmed
    CHECK(uses.at(2).value.sameAs == QDate(2026, 7, 1));
    CHECK(uses.at(2).value.personId == at.ben.id);
    // Correcting the words of a review makes nothing "same as" that was said in it.
    Family again = need(at.hostel.services().families.one(recordType<SubstanceReview>(), all.last().head.id.value));
    again.head.row.set(u"words"_s, u"Smoking since the abscess."_s);
    need(at.reviews().save(again, {}, u"taken out again"_s));
    CHECK(need(at.reviews().one(all.last().head.id)).uses.at(1).value == uses.at(1).value);
    // Carried on again and again it is still as of July.
    at.hostel.clock.set(kNow.addDays(40));
    begun = need(at.reviews().begin(at.ben.id));
    need(at.save(begun.head, begun.uses));
    CHECK(need(at.reviews().reviews(at.ben.id)).last().uses.at(2).value.sameAs == QDate(2026, 7, 1));
    CHECK(need(at.reviews().reviews(at.ben.id)).last().uses.at(1).value.sameAs == kToday);
}

TEST_CASE("Wrong answers are said beside their fields, all at once, and nothing half is kept")
{
    Using at;
    const auto heroin = at.use(u"heroin"_s);
    struct Wrong {
        const char *sentence;
        std::function<void(SubstanceReview &, QList<SubstanceUse> &)> change;
        Violations violations;
    };
    const QString dash = u"0/"_s;
    const auto day = [](const char *text) { return PartialDate::fromText(QString::fromLatin1(text)); };
    const std::vector<Wrong> wrongs{
        {"29 days in the last 28", [](auto &, auto &uses) { uses[0].days = 29; }, {{dash + u"days"_s, Rule::TooLarge, u"28"_s}}},
        {"fewer days than none", [](auto &, auto &uses) { uses[0].days = -1; }, {{dash + u"days"_s, Rule::TooSmall, u"0"_s}}},
        {"first used before birth", [](auto &, auto &uses) { uses[0].firstAge = -1; }, {{dash + u"first_age"_s, Rule::TooSmall, u"0"_s}}},
        {"first used at an age to come", [](auto &, auto &uses) { uses[0].firstAge = 46; },
            {{dash + u"first_age"_s, Rule::NotThatOld, u"45"_s}}},
        {"last used tomorrow", [&](auto &, auto &uses) { uses[0].lastUsed = day("2026-09-15"); },
            {{dash + u"last_used"_s, Rule::InTheFuture, {}}}},
        {"last used after the day of the review",
            [&](auto &head, auto &uses) {
                head.asOn = QDate(2026, 9, 1);
                uses[0].lastUsed = day("2026-09-05");
            },
            {{dash + u"last_used"_s, Rule::AfterTheReview, {}}}},
        {"last used before birth", [&](auto &, auto &uses) { uses[0].lastUsed = day("1980"); },
            {{dash + u"last_used"_s, Rule::NotAfterBirth, {}}}},
        {"last used before it was first used",
            [&](auto &, auto &uses) {
                uses[0].firstAge = 20;
                uses[0].lastUsed = day("1995");
            },
            {{dash + u"last_used"_s, Rule::EndsBeforeStart, {}}}},
        {"days lately, and last used long ago",
            [&](auto &, auto &uses) {
                uses[0].days = 12;
                uses[0].lastUsed = day("2026-08-17");
            },
            {{dash + u"last_used"_s, Rule::DaysDoNotFit, {}}}},
        {"no day lately, and last used yesterday",
            [&](auto &, auto &uses) {
                uses[0].days = 0;
                uses[0].lastUsed = day("2026-09-13");
            },
            {{dash + u"last_used"_s, Rule::DaysDoNotFit, {}}}},
        {"less than nothing",
            [](auto &, auto &uses) {
                uses[0].amount = Decimal::fromWhole(-1);
                uses[0].unit = {u"g"_s};
            },
            {{dash + u"amount"_s, Rule::TooSmall, u"0"_s}}},
        {"an amount of nobody knows what", [](auto &, auto &uses) { uses[0].amount = Decimal::fromWhole(2); },
            {{dash + u"unit"_s, Rule::Required, {}}}},
        {"less than no money", [](auto &, auto &uses) { uses[0].spend = Pence{-100}; }, {{dash + u"spend"_s, Rule::TooSmall, u"£0.00"_s}}},
        {"no substance", [](auto &, auto &uses) { uses[0].substanceId = {}; }, {{dash + u"substance_id"_s, Rule::Required, {}}}},
        {"60,000 characters in the notes", [](auto &head, auto &) { head.notes = QString(60'000, u'x'); },
            {{u"notes"_s, Rule::TooLong, u"10000"_s}}},
        {"a novel about what it does for them", [](auto &, auto &uses) { uses[0].whatFor = QString(60'000, u'x'); },
            {{dash + u"what_for"_s, Rule::TooLong, u"2000"_s}}},
        {"a review of tomorrow", [](auto &head, auto &) { head.asOn = QDate(2026, 9, 15); }, {{u"as_on"_s, Rule::InTheFuture, {}}}},
        {"a second main substance",
            [&](auto &, auto &uses) {
                uses[0].rank = UseRank::Main;
                uses.append(at.use(u"crack"_s));
                uses[1].rank = UseRank::Main;
            },
            {{u"1/rank"_s, Rule::SaidTwice, {}}}},
        {"one substance twice", [&](auto &, auto &uses) { uses.append(uses.first()); }, {{u"1/substance_id"_s, Rule::SaidTwice, {}}}},
        {"two at once",
            [](auto &, auto &uses) {
                uses[0].days = 29;
                uses[0].firstAge = 46;
            },
            {{dash + u"days"_s, Rule::TooLarge, u"28"_s}, {dash + u"first_age"_s, Rule::NotThatOld, u"45"_s}}},
    };
    for (const Wrong &wrong : wrongs) {
        INFO(wrong.sentence);
        SubstanceReview head = at.head();
        QList<SubstanceUse> uses{heroin};
        wrong.change(head, uses);
        const auto saved = at.save(head, uses);
        REQUIRE_FALSE(bool(saved));
        CHECK(saved.error().kind == ErrorKind::Invalid);
        CHECK(saved.error().violations == wrong.violations);
        CHECK(need(at.reviews().reviews(at.ben.id)).isEmpty());
    }
    need(at.save(at.head(), {heroin}));
}

TEST_CASE("The 28 days end with the day of the review: the 28th day back is one of them, the 29th is not")
{
    Using at;
    SubstanceUse heroin = at.use(u"heroin"_s, 1);
    heroin.lastUsed = PartialDate::fromDate(kToday.addDays(-27));
    need(at.save(at.head(), {heroin}));
    heroin.lastUsed = PartialDate::fromDate(kToday.addDays(-28));
    CHECK(kindOfError(at.save(at.head(), {heroin})) == ErrorKind::Invalid);
    heroin.days = 0;
    need(at.save(at.head(), {heroin}));
}

TEST_CASE("What changed since a day is read against the last review up to it, and earlier ones tell a return from something new")
{
    Using at;
    CHECK(need(at.reviews().changesSince(at.ben.id, kToday)).changes.isEmpty());
    at.kept(QDate(2026, 5, 1), {at.use(u"heroin"_s, 10), at.use(u"crack"_s, 3)});
    at.kept(QDate(2026, 7, 1), {at.use(u"heroin"_s, 20)});
    const ReviewOnFile last = at.kept(QDate(2026, 9, 1), {at.use(u"heroin"_s, 12), at.use(u"crack"_s, 2)});
    const auto since = need(at.reviews().changesSince(at.ben.id, QDate(2026, 8, 1)));
    REQUIRE(since.changes.size() == 2);
    CHECK(since.changes.at(0).kind == UseChangeKind::Returned);
    CHECK(since.changes.at(1).kind == UseChangeKind::FewerDays);
    CHECK(need(at.reviews().changesOf(last))->changes.size() == 2);
    const auto sinceMay = need(at.reviews().changesSince(at.ben.id, QDate(2026, 6, 30)));
    REQUIRE(sinceMay.changes.size() == 2);
    CHECK(sinceMay.changes.at(0).kind == UseChangeKind::MoreDays);
    CHECK(sinceMay.changes.at(0).now->days == 12);
    CHECK_FALSE(need(at.reviews().changesOf(need(at.reviews().reviews(at.ben.id)).first())));
    const auto crack = need(at.reviews().history(at.ben.id, at.substance(u"crack"_s)));
    REQUIRE(crack.size() == 3);
    CHECK(crack.at(1).known == UsePoint::Known::Nothing);
}

TEST_CASE("Of reviews the latest leaves with substance use, one observation a substance; what is prescribed only with treatment")
{
    Using at;
    Services &services = at.hostel.services();
    const auto agency = anAgency(at.hostel);
    at.kept(QDate(2026, 7, 1), {at.use(u"ketamine"_s, 2)});
    SubstanceUse heroin = at.use(u"heroin"_s, 12);
    heroin.withWhom = u"with Kev"_s;
    SubstanceUse methadone = at.use(u"methadone"_s, 28);
    methadone.source = UseSource::Prescribed;
    at.kept(QDate(2026, 9, 10), {heroin, methadone});
    need(services.agreements.record(agreement(at.ben.id, agency.id), {Category::Identity, Category::SubstanceUse, Category::Treatment}));
    const auto substances = [&](const std::set<Category> &wanted) {
        QStringList names;
        for (const SharedSection &section : need(services.referrals.facts(wishFor(at.ben.id, agency.id, wanted))).sections)
            for (const SharedRecord &record : section.records)
                if (record.type == &recordType<SubstanceUse>()) {
                    names.append(record.text("substance_id"));
                    CHECK(record.text("as_on") == u"2026-09-10");
                    CHECK(record.text("with_whom").isEmpty());
                }
        return names;
    };
    CHECK(substances({Category::Identity}).isEmpty());
    CHECK(substances({Category::Identity, Category::SubstanceUse}) == QStringList{u"Heroin"_s});
    CHECK(substances({Category::Identity, Category::SubstanceUse, Category::Treatment}) == QStringList{u"Heroin"_s, u"Methadone"_s});
    const QByteArray bundle
        = fhirBundle(need(services.referrals.facts(wishFor(at.ben.id, agency.id, {Category::Identity, Category::SubstanceUse}))));
    CHECK(bundle.contains("substance_use.days"));
    CHECK(bundle.contains("Heroin"));
    CHECK_FALSE(bundle.contains("Ketamine"));
    CHECK_FALSE(bundle.contains("Methadone"));
    CHECK_FALSE(bundle.contains("Kev"));
}

} // namespace keywork::test::substance_reviews_test
