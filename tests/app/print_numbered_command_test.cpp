// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/domain/drug_alert.h"
#include "core/domain/incident.h"
#include "core/services/sharing/disclosures.h"
#include "tests/support/command_bench.h"
#include "tests/support/pdf_text.h"
#include "tests/support/trust.h"

namespace keywork::test::app_print_numbered_command_test {

using namespace Qt::StringLiterals;

namespace {

/// A house with one incident, in which Bendigo Barker was, and one drug alert; and the command line on it.
struct PrintBench : CommandBench {
    TestHostel hostel;
    PrintBench()
    {
        write(u"manager"_s, kPassword.toUtf8() + '\n');
        Records &records = hostel.services().records;
        const auto ben = aPerson().called(u"Bendigo"_s, u"Barker"_s).in(hostel);
        Incident incident;
        incident.kind = {u"near_miss"_s};
        incident.happenedAt = kNow.addDays(-1);
        incident.place = u"yard"_s;
        incident.whatHappened = u"Bendigo slipped on the steps"_s;
        const auto kept = need(records.add(incident));
        IncidentPerson part;
        part.incidentId = kept.id;
        part.personId = ben.id;
        part.role = {u"affected"_s};
        need(records.add(part));
        DrugAlert alert;
        alert.soldAs = u"blue Valium"_s;
        alert.contains = u"a nitazene"_s;
        alert.issuer = u"Drug service"_s;
        alert.fromOn = kNow.date();
        alert.untilOn = kNow.date().addDays(27);
        need(records.add(alert));
    }
    int print(const QStringList &what)
    {
        if (hostel.hostel) { // the command opens the file itself
            hostel.hostel.reset();
            hostel.file.reset();
        }
        return run(QStringList{u"print"_s} + what
            + QStringList{
                u"--out"_s, inFolder(u"x.pdf"_s), u"--overwrite"_s, u"--user"_s, kManager, u"--password-file"_s, inFolder(u"manager"_s)});
    }
    QString text() const { return pdfText(inFolder(u"x.pdf"_s)); }
};

} // namespace

TEST_CASE("An incident is printed by its number, with names and without")
{
    PrintBench bench;
    REQUIRE(bench.print({u"incident"_s, bench.hostel.path, u"--number"_s, u"i-0001"_s}) == Finished);
    CHECK(bench.text().contains(u"Incident report I-0001"_s));
    CHECK(bench.text().contains(u"Bendigo slipped on the steps"_s));
    REQUIRE(bench.print({u"incident"_s, bench.hostel.path, u"--number"_s, u"I-0001"_s, u"--without-names"_s}) == Finished);
    CHECK_FALSE(bench.text().contains(u"Bendigo"_s));
    CHECK_FALSE(bench.text().contains(u"Barker"_s));
    CHECK(bench.text().contains(u"Resident A slipped on the steps"_s));
    bench.hostel.reopen();
    CHECK(need(bench.hostel.services().records.all<Disclosure>()).size() == 2); // both left the house
}

TEST_CASE("A drug alert is printed by its number, with details and without, and stands in no ledger")
{
    PrintBench bench;
    REQUIRE(bench.print({u"drug-alert"_s, bench.hostel.path, u"--number"_s, u"DA-0001"_s}) == Finished);
    CHECK(bench.text().contains(u"a nitazene"_s));
    REQUIRE(bench.print({u"drug-alert"_s, bench.hostel.path, u"--number"_s, u"DA-0001"_s, u"--without-details"_s}) == Finished);
    CHECK(bench.text().contains(u"blue Valium"_s));
    CHECK_FALSE(bench.text().contains(u"nitazene"_s));
    bench.hostel.reopen();
    CHECK(need(bench.hostel.services().records.all<Disclosure>()).isEmpty());
}

TEST_CASE("What does not fit together is told before anybody signs in, and leaves no file")
{
    PrintBench bench;
    const QString file = bench.hostel.path;
    for (const QStringList &wrong : {QStringList{u"incident"_s, file}, {u"incident"_s, file, u"--number"_s, u"I-0001"_s, u"--discreet"_s},
             {u"incident"_s, file, u"--number"_s, u"I-0001"_s, u"--without-details"_s},
             {u"drug-alert"_s, file, u"--number"_s, u"DA-0001"_s, u"--without-names"_s},
             {u"incident"_s, file, u"--number"_s, u"I-0001"_s, u"--person"_s, u"P-0001"_s}, {u"care-plan"_s, file},
             {u"care-plan"_s, file, u"--person"_s, u"P-0001"_s, u"--without-names"_s}}) {
        INFO(wrong.join(u' ').toStdString());
        CHECK(bench.print(wrong) == WrongUsage);
        CHECK_FALSE(bench.err.isEmpty());
    }
    CHECK(bench.print({u"incident"_s, file, u"--number"_s, u"I-0099"_s}) == Failed);
    CHECK_FALSE(QFile::exists(bench.inFolder(u"x.pdf"_s)));
}

} // namespace keywork::test::app_print_numbered_command_test
