// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/services.h"

#include <QDir>
#include <QFile>

using namespace keywork;
using namespace keywork::test;
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
    Sharing &sharing = hostel.services().sharing;
    const auto refer = [&](std::set<Category> sections) {
        return sharing.handOver(ben.id, agency.id, u"breathless on stairs"_s, sections, TextRenderer(), hostel.folder.path());
    };
    CHECK(kindOfError(refer({Category::Identity})) == ErrorKind::NotAgreed);
    const auto held = need(sharing.record(agreement(ben.id, agency.id), {Category::Identity, Category::Health}));
    CHECK(kindOfError(refer({Category::Identity, Category::Treatment})) == ErrorKind::NotAgreed);
    CHECK(kindOfError(refer({})) == ErrorKind::Invalid);
    CHECK(kindOfError(sharing.handOver(ben.id, agency.id, u" "_s, {Category::Identity}, TextRenderer(), hostel.folder.path()))
        == ErrorKind::Invalid);
    const auto sent = need(refer({Category::Identity, Category::Health}));
    CHECK(sent.referral.value.number == u"R-0001"_s);
    CHECK(sent.bytes.contains("COPDcanary"));
    CHECK_FALSE(sent.bytes.contains("METHADONEcanary"));
    CHECK_FALSE(sent.bytes.contains("HEPCcanary"));
    CHECK(sent.disclosure.value.left);
    CHECK(QFile::exists(hostel.folder.filePath(u"referral-R-0001.pdf"_s)));

    hostel.clock.set(QDateTime(QDate(2027, 3, 3), QTime(9, 0), Qt::UTC));
    CHECK(kindOfError(refer({Category::Identity})) == ErrorKind::NotAgreed);
    hostel.clock.set(kNow);
    need(sharing.withdraw(held, u"changed my mind"_s));
    CHECK(kindOfError(refer({Category::Identity})) == ErrorKind::NotAgreed);
}

TEST_CASE("A refusal after an agreement is the word that holds")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto agency = anAgency(hostel);
    need(hostel.services().sharing.record(agreement(ben.id, agency.id), {Category::Identity}));
    SharingAgreement refusal = agreement(ben.id, agency.id);
    refusal.state = AgreementState::Refused;
    need(hostel.services().sharing.record(refusal, {}));
    CHECK(need(hostel.services().sharing.scope(ben.id, agency.id, QDate(2026, 9, 14))).categories.empty());
}

TEST_CASE("When the file can't be written, the ledger says that nothing left")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto agency = anAgency(hostel);
    need(hostel.services().sharing.record(agreement(ben.id, agency.id), {Category::Identity}));
    QDir(hostel.folder.path()).mkpath(u"out/referral-R-0001.pdf"_s); // a folder stands where the file would go
    const auto failed = hostel.services().sharing.handOver(
        ben.id, agency.id, u"why"_s, {Category::Identity}, TextRenderer(), hostel.folder.filePath(u"out"_s));
    CHECK_FALSE(bool(failed));
    const auto ledger = need(hostel.services().records.all<Disclosure>());
    REQUIRE(ledger.size() == 1);
    CHECK_FALSE(ledger.first().value.left);
    CHECK(need(hostel.services().records.all<Referral>()).first().value.state == ReferralState::NotSent);
}

TEST_CASE("Nothing that leaves is ever written over the hostel's own file")
{
    TestHostel hostel;
    aPerson().in(hostel);
    QFile::link(hostel.path, hostel.folder.filePath(u"link.keywork"_s));
    for (const QString &target : {hostel.path, hostel.path + u"-wal"_s, hostel.path + u".lock"_s, hostel.folder.filePath(u"link.keywork"_s),
             hostel.folder.path() + u"/./cairn.keywork"_s}) {
        INFO(target.toStdString());
        CHECK(kindOfError(writeDurably(target, "%PDF")) == ErrorKind::NotAllowedNow);
    }
    need(writeDurably(hostel.folder.filePath(u"plan.pdf"_s), "%PDF"));
    hostel.reopen();
    CHECK(need(hostel.services().records.all<Person>()).size() == 1);
}
