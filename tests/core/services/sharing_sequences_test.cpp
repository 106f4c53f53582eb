// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/court.h"
#include "core/domain/safeguarding.h"
#include "core/domain/substance_use.h"
#include "core/exchange/fhir_bundle.h"
#include "core/services/care/care_plans.h"
#include "core/services/care/stages.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/referrals.h"
#include "tests/support/campaign.h"
#include "tests/support/services.h"

#include <QRandomGenerator>
#include <algorithm>
#include <map>
#include <vector>

namespace keywork::test::sharing_sequences_test {

using namespace Qt::StringLiterals;

namespace {

constexpr Size kSequences{600, 100'000}; // each of up to 8 steps

/// Words that stand in one category of one person's record and nowhere else.
const std::map<Category, QByteArray> kCanaries{{Category::Health, "canaryHealth"}, {Category::Treatment, "canaryTreatment"},
    {Category::BloodBorneViruses, "canaryVirus"}, {Category::Money, "canaryMoney"}, {Category::Family, "canaryFamily"},
    {Category::Risk, "canaryRisk"}, {Category::SubstanceUse, "chaotic_engaging"}, {Category::Offending, "canaryOffending"}};
/// Words that never leave, whatever is agreed.
constexpr const char *kNeverLeaving[] = {"canaryConcern", "canaryOffence"};

/// A goal's words in each place of the plan, and all the categories with which they may leave. Written down here by hand:
/// the oracle asks nothing of the product.
struct PlanCanary {
    Area area;
    const char *words;
    std::set<Category> with;
};
const std::vector<PlanCanary> kPlanCanaries{
    {Area::Health, "canaryAreaHealth", {Category::CarePlan, Category::Health}},
    {Area::Debt, "canaryAreaDebt", {Category::CarePlan, Category::Money}},
    {Area::EducationEmployability, "canaryAreaLearning", {Category::CarePlan}},
    {Area::SocialRelationships, "canaryAreaSocial", {Category::CarePlan}},
    {Area::SubstanceUse, "canaryAreaSubstance", {Category::CarePlan, Category::SubstanceUse}},
    {Area::HousingResilience, "canaryAreaHousing", {Category::CarePlan}},
    {Area::MeaningfulTime, "canaryAreaTime", {Category::CarePlan}},
};
/// Every second person's rights speak of a court, in a step; then the whole area is the court's.
constexpr auto kRightsCanary = "canaryAreaRights";
bool speaksOfCourtHere(int person) { return person % 2 == 1; }

void planWithCanaries(Services &services, Id<Person> person, int number)
{
    for (const PlanCanary &canary : kPlanCanaries) {
        Goal goal;
        goal.area = canary.area;
        goal.statement = QString::fromLatin1(canary.words);
        need(services.plans.saveGoal(person, goal));
    }
    Goal rights;
    rights.area = Area::RightsResponsibilities;
    rights.statement = QString::fromLatin1(kRightsCanary);
    const QString thread = need(services.plans.saveGoal(person, rights));
    Step step;
    step.what = speaksOfCourtHere(number) ? u"Go to the Magistrates' Court"_s : u"Register to vote"_s;
    need(services.plans.saveStep(person, thread, step, {{StepActor::Resident, u"Them"_s}}));
    need(services.plans.issue(person));
}

/// A review in the person's words, and something prescribed that tells of treatment, too.
constexpr auto kReviewCanary = "canaryReview";
constexpr auto kPrescribedCanary = "canaryPrescribed";
void useWithCanaries(Services &services, Id<Person> person)
{
    const auto known = need(services.records.all<Substance>());
    const Id<Substance> methadone = known.isEmpty() ? need(services.records.add(Substance{.name = u"Methadone"_s})).id : known.first().id;
    SubstanceReview review;
    review.personId = person;
    review.asOn = QDate(2026, 9, 1);
    review.knownFrom = {u"themselves"_s};
    review.words = QString::fromLatin1(kReviewCanary);
    SubstanceUse use;
    use.reviewId = need(services.records.add(review)).id;
    use.personId = person;
    use.substanceId = methadone;
    use.source = UseSource::Prescribed;
    use.route = UseRoute::Inject;
    use.sites = QString::fromLatin1(kPrescribedCanary);
    need(services.records.add(use));
}

bool isWithin(const std::set<Category> &needed, const std::set<Category> &wanted)
{
    return std::includes(wanted.begin(), wanted.end(), needed.begin(), needed.end());
}

Kept<Person> someoneWithCanaries(TestHostel &hostel, int number)
{
    Services &services = hostel.services();
    auto builder = aPerson().called(u"Person%1"_s.arg(number), u"Surname%1x"_s.arg(number)).arrived(QDate(2026, 8, 3));
    builder.person.conditions = u"canaryHealth"_s;
    builder.person.medicines = u"canaryTreatment"_s;
    builder.person.bloodBorneViruses = u"canaryVirus"_s;
    builder.person.benefits = u"canaryMoney"_s;
    const auto person = builder.in(hostel);
    need(services.records.add(Contact{person.id, u"canaryFamily"_s, {}, {}, {}, false, {}, {}}));
    need(services.records.add(Alert{person.id, {u"from_others"_s}, u"canaryRisk"_s, {u"watch"_s}, QDate(2026, 9, 1), {}}));
    CourtOrder order;
    order.personId = person.id;
    order.kind = {u"community_order"_s};
    order.court = u"Westgate"_s;
    order.officer = u"canaryOffending"_s;
    order.fromOn = QDate(2026, 7, 1);
    need(services.records.add(order));
    PastOffence offence;
    offence.personId = person.id;
    offence.what = u"canaryOffence"_s;
    offence.whyItMatters = u"canaryOffence, for the safety of others"_s;
    need(services.records.add(offence));
    SafeguardingConcern concern;
    concern.personId = person.id;
    concern.kind = {u"physical"_s};
    concern.seenAt = QDateTime(QDate(2026, 9, 1), QTime(9, 0), Qt::UTC);
    concern.whatWasSeen = u"canaryConcern"_s;
    need(services.records.add(concern));
    StageEntry entry;
    entry.personId = person.id;
    entry.fromOn = QDate(2026, 8, 5);
    entry.stage = Stage::ChaoticEngaging;
    entry.evidence = u"x"_s;
    entry.assessedBy = services.records.session().staff();
    need(services.stages.record(entry));
    planWithCanaries(services, person.id, number);
    useWithCanaries(services, person.id);
    return person;
}

/// What holds between one person and one agency, kept beside the product and not by it.
struct Word {
    std::set<Category> categories;
    QDate from, until;
    bool ended = true;
    bool inError = false; ///< the latest word was marked as entered in error
    bool covers(const std::set<Category> &wanted, QDate day) const
    {
        if (ended || day < from || day > until)
            return false;
        return std::includes(categories.begin(), categories.end(), wanted.begin(), wanted.end());
    }
};

/// One thing that was said, for the day before which nothing may be agreed any more.
struct Said {
    QDate from;
    bool agrees = false;
    bool inError = false;
    QDate withdrawnOn = {};
};

class Play {
public:
    explicit Play(quint32 seed)
        : m_random(seed)
    {
        m_hostel.hostel->notifier().setEnabled(false);
        for (int i = 0; i < 4; ++i)
            m_people.append(someoneWithCanaries(m_hostel, i));
        for (int i = 0; i < 3; ++i)
            m_agencies.append(anAgency(m_hostel, u"Agency %1"_s.arg(i)));
    }

    void sequence()
    {
        m_person = m_random.bounded(int(m_people.size()));
        m_agency = m_random.bounded(int(m_agencies.size()));
        need(m_hostel.services().records.together([this]() -> Done {
            const int steps = 2 + m_random.bounded(7);
            for (int i = 0; i < steps; ++i)
                step();
            return {};
        }));
    }
    int shared = 0;
    int refused = 0;
    int inError = 0; ///< latest words that were marked as entered in error
    int refusedAfter = 0; ///< of those refused, while the latest word was one of these

private:
    QDate today() { return m_hostel.services().records.today(); }
    QList<Id<SharingAgreement>> &spoken() { return m_spoken[m_person * 10 + m_agency]; }
    QList<Said> &said() { return m_said[m_person * 10 + m_agency]; }
    /// The latest day of any word counts, whatever is typed in after it; not that of an agreement that was typed in error.
    QDate lastDay()
    {
        QDate last(2000, 1, 1);
        for (const Said &one : said())
            if (!(one.inError && one.agrees))
                last = std::max({last, one.from, one.withdrawnOn});
        return last;
    }
    Word &word() { return m_words[m_person * 10 + m_agency]; }
    std::set<Category> some()
    {
        std::set<Category> chosen;
        for (const Category category : Agreements::offered())
            if (m_random.bounded(2) == 0)
                chosen.insert(category);
        return chosen;
    }

    void step()
    {
        switch (m_random.bounded(10)) {
        case 0:
            return give(some(), AgreementState::Given);
        case 1: // narrowed: some of what was agreed
        {
            std::set<Category> less = some();
            std::erase_if(less, [this](Category category) { return !word().categories.contains(category); });
            return give(less, AgreementState::InPart);
        }
        case 2:
            return give({}, m_random.bounded(2) ? AgreementState::Refused : AgreementState::CouldNotDecide);
        case 3:
            return withdraw();
        case 8:
            return enterInError();
        case 9:
            return tryToRevive();
        case 4: // time goes by, and things lapse
            m_hostel.clock.set(m_hostel.clock.now().addDays(m_random.bounded(3)));
            return;
        default:
            return share();
        }
    }

    void give(const std::set<Category> &categories, AgreementState state)
    {
        SharingAgreement given = agreement(m_people.at(m_person).id, m_agencies.at(m_agency).id);
        given.state = state;
        given.fromOn = today().addDays(-m_random.bounded(3));
        given.untilOn = given.fromOn.addDays(m_random.bounded(25));
        given.askAgainOn = today();
        const auto kept = m_hostel.services().agreements.record(given, categories);
        // An older paper typed in late does not undo a later word.
        REQUIRE(bool(kept) == (!given.agrees() || (!categories.empty() && given.fromOn >= lastDay())));
        if (!kept)
            return;
        word() = {given.agrees() ? categories : std::set<Category>(), given.fromOn, *given.untilOn, !given.agrees()};
        said().append({given.fromOn, given.agrees()});
        spoken().append(kept->id);
    }

    void withdraw()
    {
        const auto scope = need(m_hostel.services().agreements.scope(m_people.at(m_person).id, m_agencies.at(m_agency).id, today()));
        if (!scope.agreement)
            return;
        if (scope.agreement->withdrawn) { // in error: it is over, and nothing is saved over it
            REQUIRE_FALSE(bool(m_hostel.services().agreements.withdraw(*scope.agreement, u"changed my mind"_s)));
            return;
        }
        need(m_hostel.services().agreements.withdraw(*scope.agreement, u"changed my mind"_s));
        word().ended = true;
        said().last().agrees = false;
        said().last().withdrawnOn = today();
    }

    /// Whatever is marked so, nothing that was said before it opens again: only a new word does.
    void enterInError()
    {
        if (spoken().isEmpty())
            return;
        const bool latest = m_random.bounded(3) > 0;
        const auto one = latest ? spoken().last() : spoken().at(m_random.bounded(int(spoken().size())));
        Records &records = m_hostel.services().records;
        const auto kept = need(records.one(one));
        need(records.withdraw(recordType<SharingAgreement>(), kept.id.value, kept.version, u"typed for somebody else"_s));
        said()[spoken().indexOf(one)].inError = true;
        if (one != spoken().last())
            return;
        word().ended = true;
        word().inError = true;
        ++inError;
    }

    /// Bringing back, changing what was said and adding to what it covers: all refused, and nothing is open by it.
    void tryToRevive()
    {
        if (spoken().isEmpty())
            return;
        Services &services = m_hostel.services();
        const auto one = spoken().at(m_random.bounded(int(spoken().size())));
        REQUIRE_FALSE(bool(services.records.reinstate(recordType<SharingAgreement>(), one.value)));
        auto kept = need(services.records.one(one));
        for (const Category category : Agreements::offered())
            REQUIRE_FALSE(bool(services.records.add(AgreementCategory{one, kept.value.personId, category})));
        kept.value.state = AgreementState::Given;
        kept.value.fromOn = today();
        kept.value.untilOn = today().addDays(300);
        kept.value.withdrawnOn.reset();
        kept.value.withdrawnReason.clear();
        REQUIRE_FALSE(bool(services.records.amend(kept)));
    }

    void share()
    {
        auto wanted = some();
        if (m_random.bounded(4) > 0)
            wanted.insert(Category::Identity);
        if (m_random.bounded(2) > 0)
            std::erase_if(wanted, [this](Category category) { return !word().categories.contains(category); });
        ReferralWish wish = wishFor(m_people.at(m_person).id, m_agencies.at(m_agency).id, wanted);
        const bool lawfully = m_random.bounded(5) == 0;
        if (lawfully)
            wish.lawful = LawfulReason{.because = u"somebody is at risk"_s};
        const bool may = wanted.contains(Category::Identity) && (lawfully || word().covers(wanted, today()));
        const auto facts = m_hostel.services().referrals.facts(wish);
        REQUIRE(bool(facts) == may);
        ++(may ? shared : refused);
        refusedAfter += !may && word().inError ? 1 : 0;
        if (!facts)
            return;
        for (const SharedSection &section : facts->sections)
            REQUIRE(section.agreed == word().covers({section.category}, today()));
        check(*facts, wanted);
    }

    void check(const ReferralFacts &facts, const std::set<Category> &wanted)
    {
        const QByteArray out = TextRenderer().referralPdf(facts, {}) + fhirBundle(facts);
        for (const auto &[category, canary] : kCanaries)
            REQUIRE(out.contains(canary) == wanted.contains(category));
        for (const char *never : kNeverLeaving)
            REQUIRE_FALSE(out.contains(never));
        for (const PlanCanary &canary : kPlanCanaries)
            REQUIRE(out.contains(canary.words) == isWithin(canary.with, wanted));
        REQUIRE(out.contains(kReviewCanary) == wanted.contains(Category::SubstanceUse));
        REQUIRE(out.contains(kPrescribedCanary) == isWithin({Category::SubstanceUse, Category::Treatment}, wanted));
        const bool rights = wanted.contains(Category::CarePlan) && (!speaksOfCourtHere(m_person) || wanted.contains(Category::Offending));
        REQUIRE(out.contains(kRightsCanary) == rights);
        const bool whole = isWithin({Category::Health, Category::Money, Category::SubstanceUse, Category::Offending}, wanted);
        REQUIRE(out.contains("are left out.") == (wanted.contains(Category::CarePlan) && !whole));
        for (int other = 0; other < m_people.size(); ++other)
            REQUIRE(out.contains("Surname" + QByteArray::number(other) + 'x') == (other == m_person));
    }

    TestHostel m_hostel;
    QRandomGenerator m_random;
    QList<Kept<Person>> m_people;
    QList<Kept<Agency>> m_agencies;
    std::map<int, Word> m_words;
    std::map<int, QList<Id<SharingAgreement>>> m_spoken;
    std::map<int, QList<Said>> m_said; ///< the same, in the same order
    int m_person = 0;
    int m_agency = 0;
};

} // namespace

TEST_CASE("No byte of what was not agreed leaves, whatever is given, narrowed, refused, withdrawn, entered in error and lapses")
{
    Campaign campaign(u"sequences of sharing"_s, kSequences);
    INFO("KEYWORK_CAMPAIGN_SEED=" << campaign.seed());
    Play play(campaign.seed());
    for (int i = 0; i < kSequences.now(); ++i) {
        play.sequence();
        campaign.point(u"sequence %1"_s.arg(i), {}); // what goes wrong ends the test where it does
    }
    Campaign::say(u"%1 shared, %2 refused, %3 of them behind one of %4 entered in error"_s.arg(play.shared)
                      .arg(play.refused)
                      .arg(play.refusedAfter)
                      .arg(play.inError));
    CHECK(play.inError > kSequences.now() / 20);
    CHECK(play.refusedAfter > kSequences.now() / 50);
    CHECK(play.shared > kSequences.now() / 20);
    CHECK(play.refused > kSequences.now() / 20);
}

} // namespace keywork::test::sharing_sequences_test
