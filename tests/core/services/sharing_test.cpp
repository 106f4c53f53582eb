// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_bundle.h"
#include "core/services/care/intake.h"
#include "core/services/care/stages.h"
#include "core/services/house/attention.h"
#include "core/services/house/watch/watch_rule.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/disclosures.h"
#include "core/services/sharing/referrals.h"
#include "tests/support/services.h"

#include <QDir>
#include <QFile>

namespace keywork::test::services_sharing_test {

using namespace Qt::StringLiterals;

TEST_CASE("Nothing of a category that was not agreed leaves")
{
    TestHostel hostel;
    auto builder = aPerson();
    builder.person.conditions = u"COPDcanary"_s;
    builder.person.medicines = u"METHADONEcanary"_s;
    builder.person.bloodBorneViruses = u"HEPCcanary"_s;
    const auto ben = builder.in(hostel);
    const auto agency = anAgency(hostel);
    Agreements &agreements = hostel.services().agreements;
    const auto refer = [&](const std::set<Category> &sections) { return sendTo(hostel, wishFor(ben.id, agency.id, sections)); };
    CHECK(kindOfError(refer({Category::Identity})) == ErrorKind::NotAgreed);
    const auto held = need(agreements.record(agreement(ben.id, agency.id), {Category::Identity, Category::Health}));
    CHECK(kindOfError(refer({Category::Identity, Category::Treatment})) == ErrorKind::NotAgreed);
    CHECK(kindOfError(refer({})) == ErrorKind::Invalid);
    CHECK(kindOfError(refer({Category::Health})) == ErrorKind::Invalid); // says nobody
    CHECK(kindOfError(sendTo(hostel, wishFor(ben.id, agency.id, {Category::Identity}, u" "_s))) == ErrorKind::Invalid);
    CHECK(need(hostel.services().records.all<Referral>()).isEmpty());
    const auto sent = need(refer({Category::Identity, Category::Health}));
    CHECK(sent.referral.value.number == u"R-0001"_s);
    CHECK(sent.referral.value.state == ReferralState::Sent);
    CHECK(sent.referral.value.chaseOn == QDate(2026, 9, 28));
    const QByteArray bytes = contentOf(hostel.folder.filePath(u"referral-R-0001.pdf"_s));
    CHECK(bytes.contains("COPDcanary"));
    CHECK_FALSE(bytes.contains("METHADONEcanary"));
    CHECK_FALSE(bytes.contains("HEPCcanary"));
    CHECK(sent.disclosure.value.left);
    CHECK(sent.disclosure.value.fileFingerprint.split(u',').first() == fileFingerprint(bytes));

    hostel.clock.set(QDateTime(QDate(2027, 3, 3), QTime(9, 0), Qt::UTC));
    CHECK(kindOfError(refer({Category::Identity})) == ErrorKind::NotAgreed);
    hostel.clock.set(kNow);
    need(agreements.withdraw(held, u"changed my mind"_s));
    CHECK(kindOfError(refer({Category::Identity})) == ErrorKind::NotAgreed);
    CHECK(need(agreements.heldBy(ben.id, agency.id)).size() == 1);
}

TEST_CASE("A refusal after an agreement is the word that holds")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto agency = anAgency(hostel);
    need(hostel.services().agreements.record(agreement(ben.id, agency.id), {Category::Identity}));
    SharingAgreement refusal = agreement(ben.id, agency.id);
    refusal.state = AgreementState::Refused;
    need(hostel.services().agreements.record(refusal, {}));
    CHECK(need(hostel.services().agreements.scope(ben.id, agency.id, QDate(2026, 9, 14))).categories.empty());
}

TEST_CASE("An older paper that is typed in late does not undo a refusal")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto agency = anAgency(hostel);
    Agreements &agreements = hostel.services().agreements;
    SharingAgreement refusal = agreement(ben.id, agency.id);
    refusal.state = AgreementState::Refused;
    refusal.fromOn = QDate(2026, 9, 10);
    need(agreements.record(refusal, {}));
    const auto late = agreements.record(agreement(ben.id, agency.id), {Category::Identity}); // of 2 September
    REQUIRE(kindOfError(late) == ErrorKind::Invalid);
    CHECK(late.error().violations.first() == Violation{u"from_on"_s, Rule::LaterWordOnFile, u"2026-09-10"_s});
    SharingAgreement now = agreement(ben.id, agency.id);
    now.fromOn = QDate(2026, 9, 14);
    const auto held = need(agreements.record(now, {Category::Identity}));
    need(agreements.withdraw(held, {}));
    hostel.clock.set(QDateTime(QDate(2026, 9, 20), QTime(9, 0), Qt::UTC));
    now.fromOn = QDate(2026, 9, 13);
    CHECK(kindOfError(agreements.record(now, {Category::Identity})) == ErrorKind::Invalid);
}

TEST_CASE("What somebody was referred by, and a court's word about their children, stay in the house")
{
    TestHostel hostel;
    auto builder = aPerson().arrived(QDate(2026, 8, 3));
    const auto ben = builder.in(hostel);
    ReferralIn referral;
    referral.receivedOn = QDate(2026, 7, 1);
    referral.source = {u"prison"_s};
    need(hostel.services().intake.refer(ben.id, referral));
    const auto agency = anAgency(hostel);
    Services &services = hostel.services();
    StageEntry entry;
    entry.personId = ben.id;
    entry.fromOn = QDate(2026, 8, 5);
    entry.evidence = u"x"_s;
    entry.assessedBy = services.records.session().staff();
    need(services.stages.record(entry));
    need(services.agreements.record(agreement(ben.id, agency.id), {Category::Identity, Category::Housing, Category::SubstanceUse}));
    const auto textOf = [&](const std::set<Category> &sections) {
        return fhirBundle(need(services.referrals.facts(wishFor(ben.id, agency.id, sections))));
    };
    CHECK_FALSE(textOf({Category::Identity, Category::Housing}).toLower().contains("prison"));
    CHECK_FALSE(textOf({Category::Identity, Category::SubstanceUse}).contains("Supported housing"));
    CHECK(textOf({Category::Identity, Category::SubstanceUse, Category::Housing}).contains("Supported housing"));
}

TEST_CASE("What was looked at is what leaves: a change in between stops it")
{
    TestHostel hostel;
    auto builder = aPerson();
    builder.person.conditions = u"COPD"_s;
    const auto ben = builder.in(hostel);
    const auto agency = anAgency(hostel);
    Services &services = hostel.services();
    const auto held = need(services.agreements.record(agreement(ben.id, agency.id), {Category::Identity, Category::Health}));
    const auto wish = wishFor(ben.id, agency.id, {Category::Identity, Category::Health});
    const auto prepared = need(services.referrals.prepare(wish, TextRenderer()));
    CHECK(prepared.referral.value.state == ReferralState::Draft);
    SECTION("the bytes are those that were shown")
    {
        need(services.referrals.handOver(prepared, {.plainPdf = true, .data = true}, hostel.folder.path()));
        CHECK(contentOf(hostel.folder.filePath(u"referral-R-0001.pdf"_s)) == prepared.pdf);
        CHECK(contentOf(hostel.folder.filePath(u"referral-R-0001.fhir.json"_s)) == prepared.data);
        // A draft goes out once.
        QDir(hostel.folder.path()).mkpath(u"elsewhere"_s);
        CHECK(kindOfError(services.referrals.handOver(prepared, {}, hostel.folder.filePath(u"elsewhere"_s))) == ErrorKind::NotAllowedNow);
    }
    SECTION("the record changed")
    {
        auto changed = need(services.records.one(ben.id));
        changed.value.conditions = u"COPD, asthma"_s;
        need(services.records.amend(changed));
        CHECK(kindOfError(services.referrals.handOver(prepared, {}, hostel.folder.path())) == ErrorKind::Conflict);
    }
    SECTION("the agreement was withdrawn")
    {
        need(services.agreements.withdraw(held, {}));
        CHECK(kindOfError(services.referrals.handOver(prepared, {}, hostel.folder.path())) == ErrorKind::NotAgreed);
    }
    if (!QFile::exists(hostel.folder.filePath(u"referral-R-0001.pdf"_s)))
        CHECK(need(services.records.all<Disclosure>()).isEmpty());
}

TEST_CASE("Without agreement it leaves only with a lawful reason, and a manager looks at it")
{
    TestHostel hostel;
    auto builder = aPerson();
    builder.person.medicines = u"methadone 35 mg"_s;
    const auto ben = builder.in(hostel);
    const auto agency = anAgency(hostel);
    Services &services = hostel.services();
    need(services.agreements.record(agreement(ben.id, agency.id), {Category::Identity}));
    auto wish = wishFor(ben.id, agency.id, {Category::Identity, Category::Treatment});
    CHECK(kindOfError(services.referrals.facts(wish)) == ErrorKind::NotAgreed);
    wish.lawful = LawfulReason{};
    CHECK(kindOfError(services.referrals.facts(wish)) == ErrorKind::Invalid); // without saying why
    wish.lawful->because = u"unconscious, taken to hospital"_s;
    const auto sent = need(sendTo(hostel, wish));
    CHECK(sent.disclosure.value.basis == DisclosureBasis::Lawful);
    CHECK(sent.disclosure.value.agreementId);
    const auto reason = need(services.records.one(sent.disclosure.value.lawfulId));
    CHECK(reason.value.sections == u"treatment"_s); // who they are was agreed
    CHECK_FALSE(reason.value.isComplete());
    REQUIRE(need(services.referrals.unreviewed()).size() == 1);
    const auto items = need(services.attention.today());
    REQUIRE(items.size() >= 2);
    CHECK(items.at(0).code() == u"lawful_reason_unreviewed"_s);
    CHECK(items.at(1).code() == u"lawful_reason_incomplete"_s);

    CHECK(kindOfError(services.referrals.review(reason, LawfulReview::NotRight, u" "_s)) == ErrorKind::Invalid);
    const auto reviewed = need(services.referrals.review(reason, LawfulReview::Right, u"right, and quick"_s));
    CHECK(need(services.referrals.unreviewed()).isEmpty());
    CHECK(kindOfError(services.referrals.review(reviewed, LawfulReview::NotRight, u"on second thoughts"_s)) == ErrorKind::Invalid);
    // What is missing is completed afterwards; the words on which it left stay.
    auto completed = reviewed;
    completed.value.told = PersonTold::Told;
    completed = need(services.records.amend(completed));
    completed.value.because = u"something else"_s;
    const auto rewritten = services.records.amend(completed);
    REQUIRE(kindOfError(rewritten) == ErrorKind::Invalid);
    CHECK(rewritten.error().violations.first().rule == Rule::StaysAsItWas);

    signInAs(hostel, u"Sam Reed"_s, Role::SupportWorker);
    auto second = wish;
    second.lawful = LawfulReason{.because = u"at risk again"_s};
    const auto again = need(sendTo(hostel, second));
    const auto waiting = need(hostel.services().records.one(again.disclosure.value.lawfulId));
    CHECK(kindOfError(hostel.services().referrals.review(waiting, LawfulReview::Right, {})) == ErrorKind::NotPermitted);
    // Within what they may read, and never lists.
    CHECK(kindOfError(sendTo(hostel, wishFor(ben.id, agency.id, {Category::Identity, Category::Money}))) == ErrorKind::NotPermitted);
    CHECK(kindOfError(hostel.services().disclosures.leaveList(u"person"_s, {ben.id}, {hostel.folder.filePath(u"x.csv"_s), "list"}))
        == ErrorKind::NotPermitted);
}

TEST_CASE("Today still opens when a record that something was shared of was entered in error")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto agency = anAgency(hostel);
    Services &services = hostel.services();
    auto wish = wishFor(ben.id, agency.id, {Category::Identity});
    wish.lawful = LawfulReason{.because = u"at risk tonight"_s};
    need(sendTo(hostel, wish));
    CHECK(need(services.attention.today()).size() >= 2);
    need(services.records.withdraw(recordType<Person>(), ben.id.value, ben.version, u"typed twice"_s));
    hostel.clock.set(hostel.clock.now().addDays(30)); // the referral was to be asked after by now
    CHECK(need(services.attention.today()).isEmpty());
}

TEST_CASE("Nobody reviews what they shared themselves while there is another manager")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto agency = anAgency(hostel);
    signInAs(hostel, u"Marlon Otis"_s, Role::Manager); // beside Priya
    auto wish = wishFor(ben.id, agency.id, {Category::Identity});
    wish.lawful = LawfulReason{.because = u"at risk tonight"_s};
    const auto sent = need(sendTo(hostel, wish));
    const auto id = sent.disclosure.value.lawfulId;
    CHECK(kindOfError(hostel.services().referrals.review(need(hostel.services().records.one(id)), LawfulReview::Right, {}))
        == ErrorKind::NotPermitted);
    hostel.reopen();
    need(hostel.services().referrals.review(need(hostel.services().records.one(id)), LawfulReview::Right, {}));
}

TEST_CASE("A referral is followed until the person is seen")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto agency = anAgency(hostel);
    Services &services = hostel.services();
    need(services.agreements.record(agreement(ben.id, agency.id), {Category::Identity}));
    const auto sent = need(sendTo(hostel, wishFor(ben.id, agency.id, {Category::Identity})));
    const auto say = [&](ReferralState state, const QString &note = {}) {
        return services.referrals.follow(sent.referral.id,
            {.state = state, .onDay = services.records.today(), .note = note, .askAgainOn = services.records.today().addDays(7)});
    };
    const auto unanswered = [&] {
        int count = 0;
        for (const WatchItem &item : need(services.attention.today()))
            count += item.code() == u"referral_unanswered"_s ? 1 : 0;
        return count;
    };
    CHECK(unanswered() == 0);
    hostel.clock.set(QDateTime(QDate(2026, 9, 28), QTime(9, 0), Qt::UTC));
    CHECK(unanswered() == 1);
    CHECK(need(say(ReferralState::Accepted)).value.chaseOn == QDate(2026, 10, 5));
    CHECK(unanswered() == 0);
    CHECK(kindOfError(say(ReferralState::DeclinedByThem)) == ErrorKind::Invalid);
    CHECK(kindOfError(say(ReferralState::Draft)) == ErrorKind::NotAllowedNow);
    hostel.clock.set(QDateTime(QDate(2026, 10, 4), QTime(9, 0), Qt::UTC));
    CHECK_FALSE(need(say(ReferralState::FirstSeen)).value.chaseOn.has_value());
    const WaitingTime time = need(services.referrals.waitingTime(agency.id));
    CHECK(time.referrals == 1);
    CHECK(time.seen == 1);
    CHECK(time.meanDaysToFirstSeen == 20.0);
    CHECK(need(services.referrals.stepsOf(sent.referral.id)).size() == 3);
}

TEST_CASE("An alert about the court does not leave with risk alone")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto agency = anAgency(hostel);
    Services &services = hostel.services();
    const auto alert = [&](const QString &kind, const QString &text) {
        need(services.records.add(Alert{ben.id, {kind}, text, {u"watch"_s}, QDate(2026, 9, 1), {}}));
    };
    alert(u"court"_s, u"COURTcanary"_s);
    alert(u"health"_s, u"HEALTHcanary"_s);
    alert(u"from_others"_s, u"dealers"_s);
    need(services.agreements.record(agreement(ben.id, agency.id), {Category::Identity, Category::Risk, Category::Health}));
    const auto textOf = [&](const std::set<Category> &sections) {
        return TextRenderer().referralPdf(need(services.referrals.facts(wishFor(ben.id, agency.id, sections))), {});
    };
    const QByteArray risk = textOf({Category::Identity, Category::Risk});
    CHECK(risk.contains("dealers"));
    CHECK_FALSE(risk.contains("COURTcanary"));
    CHECK_FALSE(risk.contains("HEALTHcanary"));
    CHECK(textOf({Category::Identity, Category::Risk, Category::Health}).contains("HEALTHcanary"));
}

TEST_CASE("A lost paper is found by its fingerprint, a list by who is in it")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto ada = aPerson().called(u"Ada"_s, u"Quill"_s).in(hostel);
    const auto agency = anAgency(hostel);
    Services &services = hostel.services();
    need(services.agreements.record(agreement(ben.id, agency.id), {Category::Identity}));
    const auto prepared = need(services.referrals.prepare(wishFor(ben.id, agency.id, {Category::Identity}), TextRenderer()));
    need(services.referrals.handOver(prepared, {}, hostel.folder.path()));
    // The short one that is printed on each page, as somebody would type it.
    CHECK(need(services.disclosures.withFingerprint(prepared.fingerprint.toUpper())).size() == 1);
    CHECK(need(services.disclosures.withFingerprint(fileFingerprint(prepared.pdf))).size() == 1);
    CHECK(need(services.disclosures.withFingerprint(u"0123"_s)).isEmpty());
    CHECK(need(services.disclosures.withFingerprint(fileFingerprint("foreign"))).isEmpty());
    need(services.disclosures.leaveList(u"person"_s, {ben.id, ada.id}, {hostel.folder.filePath(u"people.csv"_s), "list"}));
    CHECK(need(services.disclosures.about(ben.id)).size() == 2);
    REQUIRE(need(services.disclosures.about(ada.id)).size() == 1);
    CHECK(need(services.disclosures.about(ada.id)).first().value.kind == DisclosureKind::ListExport);
    signInAs(hostel, u"Vi Volunteer"_s, Role::Volunteer);
    CHECK(kindOfError(hostel.services().disclosures.leaveList(u"person"_s, {ben.id}, {hostel.folder.filePath(u"x.csv"_s), "list"}))
        == ErrorKind::NotPermitted);
    CHECK_FALSE(QFile::exists(hostel.folder.filePath(u"x.csv"_s)));
}

TEST_CASE("Each wording stays as it was agreed to")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto agency = anAgency(hostel);
    Agreements &agreements = hostel.services().agreements;
    CHECK(need(agreements.wording()).versionNumber == 0);
    SharingAgreement first = agreement(ben.id, agency.id);
    first.wording = need(agreements.wording()).text;
    const auto kept = need(agreements.record(first, {Category::Identity}));
    CHECK(need(agreements.saveWording(u"In plain words: we tell them what is ticked."_s)).value.versionNumber == 1);
    const auto second = need(agreements.saveWording(u"Shorter."_s));
    CHECK(second.value.versionNumber == 2);
    CHECK(kindOfError(hostel.services().records.amend(second)) == ErrorKind::NotAllowedNow);
    CHECK(need(hostel.services().records.one(kept.id)).value.wording == first.wording);
    signInAs(hostel, u"Sam Reed"_s, Role::SupportWorker);
    CHECK(kindOfError(hostel.services().agreements.saveWording(u"mine"_s)) == ErrorKind::NotPermitted);
}

TEST_CASE("An agreement whose day was typed too late is put right by one with the true day; behind a refusal it is not")
{
    TestHostel hostel;
    Services &services = hostel.services();
    const auto ben = aPerson().in(hostel);
    const auto agency = anAgency(hostel);
    const auto from = [&](QDate day, AgreementState state = AgreementState::InPart) {
        SharingAgreement given = agreement(ben.id, agency.id);
        given.fromOn = day;
        given.state = state;
        given.askAgainOn = QDate(2026, 10, 1);
        return services.agreements.record(
            given, state == AgreementState::InPart ? std::set<Category>{Category::Identity} : std::set<Category>());
    };
    const auto inError = [&](const Kept<SharingAgreement> &one) {
        need(services.records.withdraw(recordType<SharingAgreement>(), one.id.value, one.version, u"the day was wrong"_s));
    };
    const auto late = need(from(QDate(2026, 9, 12)));
    CHECK(kindOfError(from(QDate(2026, 9, 2))) == ErrorKind::Invalid); // while it stands
    inError(late);
    CHECK(need(services.agreements.scope(ben.id, agency.id, QDate(2026, 9, 14))).categories.empty());
    const auto right = need(from(QDate(2026, 9, 2)));
    const auto scope = need(services.agreements.scope(ben.id, agency.id, QDate(2026, 9, 14)));
    CHECK(scope.agreement->id == right.id);
    CHECK(scope.categories == std::set<Category>{Category::Identity});
    const auto refusal = need(from(QDate(2026, 9, 10), AgreementState::Refused));
    inError(refusal);
    CHECK(kindOfError(from(QDate(2026, 9, 9))) == ErrorKind::Invalid);
    CHECK(bool(from(QDate(2026, 9, 10))));
}

} // namespace keywork::test::services_sharing_test
