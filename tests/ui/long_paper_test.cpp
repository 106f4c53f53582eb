// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/care_plans.h"
#include "core/services/records/records.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/referrals.h"
#include "tests/support/pdf_text.h"
#include "tests/support/services.h"
#include "ui/print/care_plan_document.h"
#include "ui/print/emergency_sheet.h"
#include "ui/print/referral_document.h"

#include <QRegularExpression>

namespace keywork::test::long_paper_test {

using namespace Qt::StringLiterals;

namespace {

/// The letters of each page of a PDF, without any blank: a long word goes on in the next line. What lies off the page is
/// not among them.
QStringList lettersOf(const print::Document &document)
{
    QStringList pages = pdfText(document.toPdf(), {u"-raw"_s}).split(u'\f', Qt::SkipEmptyParts);
    for (QString &page : pages)
        page.remove(QRegularExpression(u"\\s"_s));
    return pages;
}

qsizetype arabicIn(const QString &text)
{
    return std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.script() == QChar::Script_Arabic; });
}

/// Somebody with the longest names that a record takes, thirty medicines and many contacts, and the papers about them.
struct Papers {
    TestHostel hostel;
    Kept<Person> person;
    QStringList medicines;

    Papers(const QString &given, const QString &family, int contacts)
    {
        auto builder = aPerson().called(given, family).born(u"1981-02-03"_s);
        for (int i = 1; i <= 30; ++i)
            medicines.append(u"Medicine%1 25 mg at night"_s.arg(i, 2, 10, QChar(u'0')));
        builder.person.medicines = medicines.join(u'\n');
        person = builder.arrived(QDate(2026, 8, 3)).in(hostel);
        for (int i = 1; i <= contacts; ++i)
            need(hostel.services().records.add(Contact{person.id, u"Relative%1 Barker"_s.arg(i, 2, 10, QChar(u'0')), {u"sibling"_s},
                u"07700 9001%1"_s.arg(i, 2, 10, QChar(u'0')), {}, true, u"that all is well, and nothing else of it"_s, {}}));
        Goal goal;
        goal.area = Area::Health;
        goal.statement = u"Sleep through the night"_s;
        need(hostel.services().plans.saveGoal(person.id, goal));
        need(hostel.services().plans.issue(person.id));
    }
    print::Document referral()
    {
        const auto agency = anAgency(hostel);
        const std::set<Category> all(Agreements::offered().begin(), Agreements::offered().end());
        need(hostel.services().agreements.record(agreement(person.id, agency.id), all));
        return print::referralDocument(need(hostel.services().referrals.facts(wishFor(person.id, agency.id, all))), u"7f3a-91c2"_s);
    }
    print::Document sheet()
    {
        return print::emergencySheet(need(print::emergencyFacts(hostel.services(), person.id)), hostel.services().records.choices());
    }
    print::Document plan()
    {
        const auto view = *need(hostel.services().plans.planOf(person.id));
        return print::carePlanDocument(
            need(hostel.services().plans.snapshotOf(view.current.version.id)), u"7f3a-91c2-e04d"_s, print::CopyKind::Full);
    }
};

} // namespace

TEST_CASE("Names of a hundred letters without a blank, thirty medicines and many contacts, nothing runs off the paper")
{
    const QString given = u"Wolfeschlegel"_s.repeated(8).left(100);
    const QString family = u"Mmasteinhausen"_s.repeated(8).left(100);
    Papers papers(given, family, 60);
    const print::Document paper = papers.referral();
    const std::pair<const char *, print::Document> documents[]
        = {{"referral", paper}, {"emergency sheet", papers.sheet()}, {"care plan", papers.plan()}};
    for (const auto &[name, document] : documents) {
        INFO(name);
        const QStringList pages = lettersOf(document);
        REQUIRE(pages.size() == document.pageCount());
        CHECK(pages.join(QString()).contains(given + family));
        for (const QString &page : pages) // whose it is, as far as it fits
            CHECK(page.contains(given.left(20)));
    }
    const QStringList referral = lettersOf(paper);
    const QString all = referral.join(QString());
    for (const QString &medicine : papers.medicines)
        CHECK(all.contains(QString(medicine).remove(u' ')));
    int pagesWithContacts = 0;
    for (const QString &page : referral) {
        if (!page.contains(QRegularExpression(u"Relative\\d\\dBarker"_s)))
            continue;
        ++pagesWithContacts;
        CHECK(page.indexOf(u"Telephone"_s) < page.indexOf(u"Relative"_s)); // what the columns are, above the first of the page
        CHECK(page.contains(u"Telephone"_s));
    }
    CHECK(pagesWithContacts > 1);
    for (int i = 1; i <= 60; ++i)
        CHECK(all.contains(u"Relative%1Barker"_s.arg(i, 2, 10, QChar(u'0'))));
    // The sheet has room for some: the rest is said to be in the record.
    const QString sheet = lettersOf(papers.sheet()).join(QString());
    CHECK(sheet.contains(u"Medicine01"_s));
    CHECK(sheet.contains(u"(moreintherecord)"_s));
    CHECK(sheet.contains(u"57morenextofkinintherecord"_s));
}

TEST_CASE("An Arabic name stands on every paper, in letters that a reader finds again")
{
    const QString given = u"عبدالرحمن"_s;
    const QString family = u"الخوارزمي"_s;
    Papers papers(given, family, 2);
    for (const print::Document &document : {papers.referral(), papers.sheet(), papers.plan()}) {
        INFO(document.title.toStdString());
        for (const QString &page : lettersOf(document))
            CHECK(arabicIn(page) > 0);
        CHECK(arabicIn(lettersOf(document).join(QString())) >= given.size());
    }
}

} // namespace keywork::test::long_paper_test
