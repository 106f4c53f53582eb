// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable.h"
#include "core/services/care/intake.h"
#include "core/services/care/stages.h"
#include "core/services/house/watch/watch_rule.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/disclosures.h"
#include "core/services/sharing/durable_file.h"
#include "core/services/sharing/referrals.h"
#include "tests/support/services.h"

#include <QDir>
#include <QFile>

namespace keywork::test::files_that_leave_test {

using namespace Qt::StringLiterals;

TEST_CASE("When one of the files can't be written, none is, and nothing is said to have left")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto agency = anAgency(hostel);
    need(hostel.services().agreements.record(agreement(ben.id, agency.id), {Category::Identity}));
    // The second file's name leads to a place that is not there: the first may not stay either.
    QDir(hostel.folder.path()).mkpath(u"out"_s);
    REQUIRE(QFile::link(u"/nowhere/at/all"_s, hostel.folder.filePath(u"out/referral-R-0001.fhir.json"_s)));
    const auto failed = hostel.services().referrals.send(wishFor(ben.id, agency.id, {Category::Identity}), {.plainPdf = true, .data = true},
        TextRenderer(), hostel.folder.filePath(u"out"_s));
    CHECK_FALSE(bool(failed));
    CHECK_FALSE(QFile::exists(hostel.folder.filePath(u"out/referral-R-0001.pdf"_s)));
    CHECK(need(hostel.services().records.all<Disclosure>()).isEmpty()); // found out before anything was kept
    for (const auto &referral : need(hostel.services().records.all<Referral>())) {
        CHECK(referral.value.state != ReferralState::Sent);
        CHECK_FALSE(referral.value.chaseOn.has_value());
    }
}

TEST_CASE("A referral that could not be written is sent with a new number, and its lawful reason waits for nobody")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto agency = anAgency(hostel);
    Services &services = hostel.services();
    auto wish = wishFor(ben.id, agency.id, {Category::Identity});
    wish.lawful = LawfulReason{.because = u"at risk tonight"_s};
    const auto prepared = need(services.referrals.prepare(wish, TextRenderer()));
    CHECK_FALSE(bool(services.referrals.handOver(prepared, {}, u"/proc"_s))); // nothing can be written there
    CHECK(need(services.referrals.unreviewed()).isEmpty());
    wish.draft = prepared.referral.id; // as the screen still has it
    const auto again = need(services.referrals.prepare(wish, TextRenderer()));
    CHECK(again.referral.value.number == u"R-0002");
    need(services.referrals.handOver(again, {}, hostel.folder.path()));
    CHECK(need(services.referrals.unreviewed()).size() == 1);
}

TEST_CASE("A file that is there already is never written over: it may be another house's")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto agency = anAgency(hostel);
    need(hostel.services().agreements.record(agreement(ben.id, agency.id), {Category::Identity}));
    need(writeDurably(hostel.folder.filePath(u"referral-R-0001.pdf"_s), "another house's"));
    CHECK(kindOfError(sendTo(hostel, wishFor(ben.id, agency.id, {Category::Identity}))) == ErrorKind::AlreadyExists);
    CHECK(contentOf(hostel.folder.filePath(u"referral-R-0001.pdf"_s)) == "another house's");
    CHECK(need(hostel.services().records.all<Disclosure>()).isEmpty());
}

TEST_CASE("What leaves becomes a new file, or takes the place of its own kind after a question, and never anything else's")
{
    TestHostel hostel;
    const auto in = [&](const QString &name) { return hostel.folder.filePath(name); };
    need(writeDurably(in(u"plan.pdf"_s), "%PDF one"));
    CHECK(kindOfError(writeDurably(in(u"plan.pdf"_s), "%PDF two")) == ErrorKind::AlreadyExists);
    need(writeDurably(in(u"plan.pdf"_s), "%PDF two", IfThere::Replace));
    CHECK(contentOf(in(u"plan.pdf"_s)) == "%PDF two");
    CHECK(kindOfError(writeDurably(in(u"plan.pdf"_s), "No.,Name\r\n", IfThere::Replace)) == ErrorKind::AlreadyExists);
    CHECK(contentOf(in(u"plan.pdf"_s)) == "%PDF two");
    need(writeDurably(in(u"list.csv"_s), "No.,Name\r\n"));
    need(writeDurably(in(u"list.csv"_s), "No.\r\n", IfThere::Replace));
    // A hostel's file that nobody has open, what lies beside it, a device, a link to a file and another name of one.
    hostel.hostel.reset();
    hostel.file.reset();
    const QByteArray file = contentOf(hostel.path);
    REQUIRE(QFile::copy(hostel.path, in(u"other.pdf"_s)));
    REQUIRE(QFile::link(in(u"plan.pdf"_s), in(u"link.pdf"_s)));
    REQUIRE(bool(keepAside(in(u"list.csv"_s), in(u"second name.csv"_s))));
    for (const QString &path : {hostel.path, in(u"other.pdf"_s), hostel.path + u"-wal"_s, hostel.path + u".sealed"_s, u"/dev/full"_s,
             hostel.folder.path(), in(u"link.pdf"_s), in(u"second name.csv"_s)})
        for (const IfThere ifThere : {IfThere::Refuse, IfThere::Replace}) {
            INFO(path.toStdString());
            const ErrorKind kind = kindOfError(writeDurably(path, "%PDF", ifThere));
            CHECK((kind == ErrorKind::NotAllowedNow || kind == ErrorKind::NotAFile));
        }
    CHECK(contentOf(hostel.path) == file);
    CHECK(contentOf(in(u"other.pdf"_s)) == file);
    CHECK(contentOf(in(u"plan.pdf"_s)) == "%PDF two");
    CHECK_FALSE(QFile::exists(hostel.path + u"-wal"_s));
}

TEST_CASE("What may not be written leaves no entry behind, and the file that is there stays")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const QString path = hostel.folder.filePath(u"people.csv"_s);
    need(writeDurably(path, "another house's"));
    CHECK(kindOfError(hostel.services().disclosures.leaveList(u"person"_s, {ben.id}, {path, "list"})) == ErrorKind::AlreadyExists);
    CHECK(contentOf(path) == "another house's");
    CHECK(need(hostel.services().records.all<Disclosure>()).isEmpty());
    need(hostel.services().disclosures.leaveList(u"person"_s, {ben.id}, {path, "list", IfThere::Replace}));
    CHECK(contentOf(path) == "list");
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

} // namespace keywork::test::files_that_leave_test
