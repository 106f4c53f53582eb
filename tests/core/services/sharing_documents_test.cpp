// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/protected_pdf.h"
#include "core/services/care/care_plans.h"
#include "core/services/house/passwords.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/disclosures.h"
#include "core/services/sharing/referrals.h"
#include "tests/support/services.h"

#include <QDir>

namespace keywork::test::sharing_documents_test {

using namespace Qt::StringLiterals;

TEST_CASE("A passphrase that is easy to guess protects nothing: it is refused and nothing leaves")
{
    TestHostel hostel;
    const auto ben = aPerson().in(hostel);
    const auto agency = anAgency(hostel);
    Services &services = hostel.services();
    need(services.agreements.record(agreement(ben.id, agency.id), {Category::Identity}));
    const auto wish = wishFor(ben.id, agency.id, {Category::Identity});
    QDir(hostel.folder.path()).mkpath(u"out"_s);
    const QString out = hostel.folder.filePath(u"out"_s);
    for (const QString &weak : {QString(), u"password"_s, u"ben"_s, u"Barker1981"_s, u"12345678"_s}) {
        INFO(weak.toStdString());
        const auto refused
            = services.referrals.send(wish, {.plainPdf = false, .protectedPdf = true, .passphrase = weak}, PdfStandIn(), out);
        REQUIRE(kindOfError(refused) == ErrorKind::Invalid);
        CHECK(refused.error().violations.first().column == u"passphrase");
    }
    CHECK(QDir(out).isEmpty());
    CHECK(need(services.records.all<Disclosure>()).isEmpty());
    const QString phrase = makePassphrase();
    const auto sent = need(
        services.referrals.send(wish, {.plainPdf = false, .protectedPdf = true, .data = true, .passphrase = phrase}, PdfStandIn(), out));
    REQUIRE(sent.paths.size() == 2);
    const auto inside = need(attachmentsOf(contentOf(sent.paths.at(0)), phrase, 1'000'000));
    REQUIRE(inside.size() == 1);
    CHECK(inside.first().bytes == contentOf(sent.paths.at(1)));
    CHECK_FALSE(contentOf(sent.paths.at(0)).contains("Barker"));
    // Both files are found again, and the data inside.
    for (const QString &path : sent.paths)
        CHECK(need(services.disclosures.withFingerprint(fileFingerprint(contentOf(path)))).size() == 1);
}

TEST_CASE("Another resident's name is in no referral, however many are sent")
{
    TestHostel hostel;
    Services &services = hostel.services();
    hostel.hostel->notifier().setEnabled(false);
    const auto agency = anAgency(hostel);
    QList<Kept<Person>> people;
    for (int i = 0; i < 20; ++i) {
        auto builder = aPerson().called(u"Given%1y"_s.arg(i), u"Family%1y"_s.arg(i)).arrived(QDate(2026, 8, 3));
        const auto person = builder.in(hostel);
        Goal goal;
        goal.statement = u"see the dentist"_s;
        const QString thread = need(services.plans.saveGoal(person.id, goal));
        Step step;
        step.what = u"ring them"_s;
        // Steps are carried by others, too: their names stay in the house.
        need(services.plans.saveStep(person.id, thread, step, {{StepActor::Other, u"Given%1y Family%1y"_s.arg((i + 1) % 20)}}));
        need(services.plans.issue(person.id));
        need(services.agreements.record(
            agreement(person.id, agency.id), {Category::Identity, Category::Housing, Category::Health, Category::CarePlan}));
        people.append(person);
    }
    int documents = 0;
    for (int round = 0; round < 5; ++round)
        for (int i = 0; i < 20; ++i) {
            std::set<Category> sections{Category::Identity, Category::CarePlan};
            if (round % 2)
                sections.insert({Category::Housing, Category::Health});
            const auto sent = need(services.referrals.send(
                wishFor(people.at(i).id, agency.id, sections), {.plainPdf = true, .data = true}, TextRenderer(), hostel.folder.path()));
            for (const QString &path : sent.paths) {
                ++documents;
                const QByteArray content = contentOf(path);
                for (int other = 0; other < 20; ++other)
                    REQUIRE(content.contains("Family" + QByteArray::number(other) + 'y') == (other == i));
            }
        }
    CHECK(documents == 200);
}

} // namespace keywork::test::sharing_documents_test
