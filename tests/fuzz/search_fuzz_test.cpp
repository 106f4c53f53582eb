// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/finding.h"
#include "core/services/records/records.h"
#include "core/storage/search.h"
#include "tests/fuzz/mutator.h"
#include "tests/support/campaign.h"
#include "tests/support/services.h"

namespace keywork::test::search_fuzz_test {

using namespace Qt::StringLiterals;

namespace {

/// Every category has a text with the same words in it, so that a match of one is a match of all.
struct Searched {
    TestHostel hostel;
    Kept<Person> ben = aPerson().in(hostel);

    Searched()
    {
        Database &database = hostel.services().records.database();
        qint64 record = 1000;
        for (const Category category : allOf<Category>())
            need(writeSearchText(database, {QString::fromLatin1(codeOf(category)), ++record, ben.id.value, category, {}},
                u"ben barker methadone asthma %1"_s.arg(QString::fromLatin1(codeOf(category)))));
    }
    Database &database() { return hostel.services().records.database(); }
};

QList<Category> someCategories(Mutator &mutator)
{
    QList<Category> some;
    for (const Category category : allOf<Category>())
        if (mutator.oneIn(2))
            some.append(category);
    return some;
}

} // namespace

TEST_CASE("Whatever is typed into the search finds or finds nothing, and never what may not be read")
{
    Searched at;
    const int everything = int(allOf<Category>().size());
    REQUIRE(need(searchFor(at.database(), u"methadone"_s, {}, 100)).size() == everything);
    Campaign campaign(u"search"_s, {3'000, 200'000});
    campaign.run([&](quint32 seed) {
        Mutator mutator(seed);
        const QString typed = mutator.typed();
        const QList<Category> denied = someCategories(mutator);
        const int limit = 1 + mutator.below(30);
        const auto hits = searchFor(at.database(), typed, denied, limit);
        campaign.expect(bool(hits), u"an error for “%1”: %2"_s.arg(typed, hits ? QString() : hits.error().detail));
        campaign.expect(bool(at.hostel.services().finding.find(typed)), u"an error of the find box for “%1”"_s.arg(typed));
        if (!hits)
            return;
        campaign.expect(hits->size() <= limit, u"more than asked for"_s);
        for (const SearchHit &hit : *hits)
            campaign.expect(!denied.contains(hit.category), u"found in a denied category: "_s + typed);
        const auto known = searchFor(at.database(), u"barker asth"_s, denied, everything);
        campaign.expect(known && known->size() == everything - denied.size(), u"not found any more after “%1”"_s.arg(typed));
    });
    CHECK(need(at.hostel.hostel->problems()).isEmpty());
}

TEST_CASE("A role finds nothing in what it may not read, whatever it types")
{
    TestHostel hostel;
    auto builder = aPerson();
    builder.person.conditions = u"pneumothorax"_s;
    builder.person.medicines = u"buprenorphine"_s;
    builder.in(hostel);
    REQUIRE_FALSE(need(hostel.services().finding.find(u"pneumothorax"_s)).isEmpty());
    signInAs(hostel, u"Vera Volunteer"_s, Role::Volunteer);
    REQUIRE_FALSE(hostel.services().records.session().may(Act::Read, Category::Health));
    Campaign campaign(u"search as volunteer"_s, {1'000, 50'000});
    campaign.run([&](quint32 seed) {
        Mutator mutator(seed);
        const QString typed = mutator.oneIn(2) ? u"pneumo "_s + mutator.typed() : mutator.typed() + u" buprenorphine"_s;
        const auto found = hostel.services().finding.find(typed, 50);
        campaign.expect(bool(found), u"an error for “%1”"_s.arg(typed));
        for (const Found &hit : found ? *found : QList<Found>()) {
            campaign.expect(!hit.excerpt.contains(u"pneumothorax"_s), u"health found by “%1”"_s.arg(typed));
            campaign.expect(!hit.excerpt.contains(u"buprenorphine"_s), u"treatment found by “%1”"_s.arg(typed));
        }
    });
}

} // namespace keywork::test::search_fuzz_test
