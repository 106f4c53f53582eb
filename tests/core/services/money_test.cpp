// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "core/domain/money.h"
#include "core/services/care/rent_account.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/referrals.h"
#include "tests/support/full_referral.h"
#include "tests/support/trust.h"

namespace keywork::test::money_test {

using namespace Qt::StringLiterals;

namespace {

const QDate kArrived(2026, 8, 3); // a Monday

struct Paying {
    TestHostel hostel;
    Kept<Person> ben = aPerson().arrived(kArrived).in(hostel);
    Records &records() { return hostel.services().records; }
    RentCharge charge(QDate from, qint64 pence, std::optional<QDate> until = {}) const { return {ben.id, from, until, Pence{pence}, {}}; }
    RentPayment payment(QDate on, qint64 pence) const { return {ben.id, on, Pence{pence}, {u"cash"_s}, {}, {}, {}}; }
    HousingBenefit claim(BenefitState state) const
    {
        HousingBenefit claim;
        claim.personId = ben.id;
        claim.state = state;
        claim.asOf = QDate(2026, 9, 1);
        return claim;
    }
    RentAccount account(QDate on) { return rentAccountOf(need(rentFactsOf(records(), ben.id)), on); }
};

/// The rule at the column, None when the record was kept or nothing is said there.
template <class T> Rule saidAt(Paying &at, const T &value, const QString &column)
{
    const auto kept = at.records().add(value);
    if (kept)
        return Rule::None;
    for (const Violation &violation : kept.error().violations)
        if (violation.column == column)
            return violation.rule;
    return Rule::None;
}

} // namespace

TEST_CASE("What can't be an amount, or ends before it begins, is said beside its field, and nothing of it is kept")
{
    Paying at;
    CHECK(saidAt(at, at.payment(kArrived, 0), u"amount"_s) == Rule::TooSmall);
    CHECK(saidAt(at, at.payment(kArrived, -5'00), u"amount"_s) == Rule::TooSmall);
    CHECK(saidAt(at, at.payment(kArrived, 20'000'01), u"amount"_s) == Rule::TooLarge);
    CHECK(saidAt(at, at.payment(QDate(2026, 9, 15), 5'00), u"paid_on"_s) == Rule::InTheFuture);
    auto meant = at.payment(kArrived, 5'00);
    meant.untilOn = kArrived;
    CHECK(saidAt(at, meant, u"from_on"_s) == Rule::Required);
    meant.fromOn = kArrived.addDays(1);
    CHECK(saidAt(at, meant, u"until_on"_s) == Rule::EndsBeforeStart);
    CHECK(saidAt(at, at.charge(kArrived, 0), u"weekly"_s) == Rule::TooSmall);
    CHECK(saidAt(at, at.charge(kArrived, 2'000'01), u"weekly"_s) == Rule::TooLarge);
    CHECK(saidAt(at, at.charge(kArrived, 190'00, kArrived.addDays(-1)), u"until_on"_s) == Rule::EndsBeforeStart);
    ArrearsArrangement agreed{at.ben.id, kArrived, Pence{0}, {u"written"_s}, {}, kArrived.addDays(-1), {}};
    CHECK(saidAt(at, agreed, u"weekly"_s) == Rule::TooSmall);
    CHECK(saidAt(at, agreed, u"until_on"_s) == Rule::EndsBeforeStart);
    Debt debt{at.ben.id, {u"other"_s}, {}, Pence{-1}, {u"as_told"_s}, {}, {}, {}, {}, {}};
    CHECK(saidAt(at, debt, u"amount"_s) == Rule::TooSmall);
    for (const RecordType *type :
        {static_cast<const RecordType *>(&recordType<RentCharge>()), static_cast<const RecordType *>(&recordType<RentPayment>()),
            static_cast<const RecordType *>(&recordType<ArrearsArrangement>()), static_cast<const RecordType *>(&recordType<Debt>())})
        CHECK(need(at.records().list(*type)).isEmpty());
}

TEST_CASE("Two charges never count on the same days by their own words, and the sentence names the other one")
{
    Paying at;
    const auto september = QDate(2026, 9, 1);
    need(at.records().add(at.charge(kArrived, 190'00, QDate(2026, 8, 31))));
    const auto open = need(at.records().add(at.charge(september, 200'00)));
    struct Case {
        const char *what;
        QDate from;
        std::optional<QDate> until;
        QString at;
        QDate named;
    };
    for (const Case &one : {Case{"from one day", september, {}, u"from_on"_s, september},
             Case{"within one that says its end", QDate(2026, 8, 31), {}, u"from_on"_s, kArrived},
             Case{"behind the beginning of another", QDate(2026, 8, 1), kArrived, u"until_on"_s, kArrived}}) {
        INFO(one.what);
        const auto kept = at.records().add(at.charge(one.from, 10'00, one.until));
        REQUIRE_FALSE(bool(kept));
        CHECK(kept.error().violations == Violations{{one.at, Rule::ChargedAlready, one.named.toString(Qt::ISODate)}});
    }
    CHECK(saidAt(at, at.charge(QDate(2026, 7, 1), 10'00, kArrived.addDays(-1)), u"until_on"_s) == Rule::None);
    CHECK(saidAt(at, at.charge(QDate(2026, 10, 1), 210'00), u"from_on"_s) == Rule::None); // the next ends the one without an end
    const auto ada = aPerson().arrived(kArrived).in(at.hostel);
    RentCharge theirs = at.charge(september, 200'00);
    theirs.personId = ada.id;
    need(at.records().add(theirs)); // somebody else's days
    auto changed = open;
    changed.value.note = u"as before"_s;
    changed = need(at.records().amend(changed)); // it does not stand in its own way
    need(at.records().withdraw(recordType<RentCharge>(), changed.id.value, changed.version, u"typed twice"_s));
    need(at.records().add(at.charge(september, 205'00))); // what was entered in error counts on no day
}

TEST_CASE("A charge may be by the calendar month, within its own limits")
{
    Paying at;
    RentCharge monthly = at.charge(kArrived, 2'000'01);
    monthly.per = RentPer::Month;
    const auto kept = need(at.records().add(monthly));
    CHECK(need(at.records().one(kept.id)).value.per == RentPer::Month);
    CHECK_FALSE(at.account(QDate(2026, 9, 14)).ownAWeek()); // a month's nights differ
    monthly.amount = Pence{8'700'01};
    monthly.fromOn = QDate(2026, 10, 1);
    CHECK(saidAt(at, monthly, u"weekly"_s) == Rule::TooLarge);
    const RentAccount account = at.account(QDate(2026, 9, 14));
    CHECK(account.entries.last().balance == account.arrears);
}

TEST_CASE("A claim says what belongs to where it stands, and nothing else stays of it")
{
    Paying at;
    CHECK(saidAt(at, at.claim(BenefitState::Awarded), u"weekly"_s) == Rule::Required);
    CHECK(saidAt(at, at.claim(BenefitState::Awarded), u"awarded_from"_s) == Rule::Required);
    auto claim = at.claim(BenefitState::Suspended);
    claim.weekly = Pence{170'00};
    claim.awardedFrom = kArrived;
    CHECK(saidAt(at, claim, u"suspended_on"_s) == Rule::Required);
    claim.suspendedOn = kArrived.addDays(-1);
    CHECK(saidAt(at, claim, u"suspended_on"_s) == Rule::EndsBeforeStart);
    claim.suspendedOn = kArrived.addDays(7);
    auto kept = need(at.records().add(claim));
    kept.value.state = BenefitState::Awarded;
    kept = need(at.records().amend(kept));
    CHECK_FALSE(kept.value.suspendedOn); // it was lifted
    auto refused = at.claim(BenefitState::Ended);
    refused.endedOn = QDate(2026, 9, 10);
    need(at.records().add(refused)); // never granted: there is no amount to say
    refused.weekly = Pence{170'00};
    CHECK(saidAt(at, refused, u"awarded_from"_s) == Rule::Required);
    need(at.records().add(at.claim(BenefitState::NotClaimed)));
}

TEST_CASE("An account follows from what is on file, by the house's weekday, without what was entered in error")
{
    Paying at;
    need(at.records().add(at.charge(kArrived, 190'00)));
    auto claim = at.claim(BenefitState::Awarded);
    claim.weekly = Pence{176'00};
    claim.awardedFrom = kArrived;
    need(at.records().add(claim));
    need(at.records().add(at.payment(QDate(2026, 8, 17), 28'00)));
    const auto wrong = need(at.records().add(at.payment(QDate(2026, 8, 18), 500'00)));
    need(at.records().withdraw(recordType<RentPayment>(), wrong.id.value, wrong.version, u"somebody else's money"_s));
    need(at.records().add(ArrearsArrangement{at.ben.id, QDate(2026, 8, 31), Pence{5'00}, {u"spoken"_s}, {}, {}, {}}));
    auto account = at.account(QDate(2026, 9, 14)); // six weeks
    CHECK(account.arrears == Pence{6 * 14'00 - 28'00});
    CHECK(account.ownAWeek() == Pence{14'00});
    REQUIRE(account.weeks.size() == 7);
    CHECK(account.weeks.first().begins == kArrived);
    REQUIRE(account.arrangement);
    CHECK(account.arranged.size() == 2);
    CHECK(account.keptWeeks() == 0);
    auto house = need(at.records().all<House>()).first();
    house.value.rentWeekday = RentWeekday::Friday;
    need(at.records().amend(house));
    CHECK(at.account(QDate(2026, 9, 14)).weeks.first().begins == QDate(2026, 7, 31));
    CHECK(at.account(kArrived).arrears == Pence());
    CHECK_FALSE(at.account(kArrived.addDays(-1)).ownAWeek());
}

TEST_CASE("Who may not read about money reads no ledger, and keeps no payment")
{
    Paying at;
    need(at.records().add(at.charge(kArrived, 190'00)));
    makeMember(at.hostel, u"Kay Keyworker"_s, Role::Keyworker);
    makeMember(at.hostel, u"Sam Support"_s, Role::SupportWorker);
    signInWith(at.hostel, u"Kay Keyworker"_s, kTheirs);
    CHECK(at.account(QDate(2026, 9, 14)).arrears == Pence{6 * 190'00});
    signInWith(at.hostel, u"Sam Support"_s, kTheirs);
    CHECK(kindOfError(rentFactsOf(at.records(), at.ben.id)) == ErrorKind::NotPermitted);
    CHECK(kindOfError(at.records().add(at.payment(kArrived, 5'00))) == ErrorKind::NotPermitted);
}

TEST_CASE("A debt for drugs or a fine leaves only with what else it tells of, and never says to whom")
{
    FullReferral full;
    Records &records = full.hostel.services().records;
    for (const QString &kind : {u"drug_debt"_s, u"court_fine"_s, u"child_maintenance"_s})
        need(records.add(Debt{full.ben.id, {kind}, u"The tall one"_s, Pence{80'00}, {u"as_told"_s}, {}, {}, {}, {}, {}}));
    const auto leaving = [&](std::set<Category> wanted) {
        wanted.insert(Category::Identity);
        QStringList kinds;
        for (const SharedSection &section :
            need(full.hostel.services().referrals.facts(wishFor(full.ben.id, full.agency.id, wanted))).sections)
            for (const SharedRecord &record : section.records)
                if (record.type == &recordType<Debt>()) {
                    kinds.append(record.text("creditor_kind"));
                    CHECK(record.text("creditor").isEmpty());
                }
        kinds.sort();
        return kinds;
    };
    CHECK(leaving({Category::SubstanceUse}).isEmpty());
    CHECK(leaving({Category::Money}) == QStringList{u"Council tax"_s});
    CHECK(leaving({Category::Money, Category::SubstanceUse}) == QStringList{u"Council tax"_s, u"For drugs"_s});
    CHECK(leaving({Category::Money, Category::Offending}) == QStringList{u"Council tax"_s, u"Fine or court costs"_s});
    CHECK(leaving({Category::Money, Category::Family}) == QStringList{u"Child maintenance"_s, u"Council tax"_s});
}

TEST_CASE("Charge, claim and arrangement leave with money alone; payments stay in the house")
{
    FullReferral full;
    need(full.hostel.services().records.add(RentPayment{full.ben.id, QDate(2026, 9, 1), Pence{14'00}, {u"cash"_s}, {}, {}, {}}));
    const SharedSection *money = full.prepared.facts.section(Category::Money);
    REQUIRE(money);
    QStringList said;
    for (const SharedRecord &record : money->records)
        said.append(QString::fromLatin1(record.type->table) + u' ' + record.text("weekly"));
    CHECK(said.contains(u"rent_charge £190.00"_s));
    CHECK(said.contains(u"housing_benefit £170.00"_s));
    CHECK(said.contains(u"arrears_arrangement £5.00"_s));
    CHECK(full.data().contains("190.00"));
    CHECK_FALSE(full.data().contains("HB-4471"));
    const auto facts
        = need(full.hostel.services().referrals.facts(wishFor(full.ben.id, full.agency.id, {Category::Identity, Category::Money})));
    for (const SharedRecord &record : facts.section(Category::Money)->records)
        CHECK(record.type != &recordType<RentPayment>());
}

} // namespace keywork::test::money_test
