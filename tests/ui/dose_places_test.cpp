// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_bundle.h"
#include "core/services/records/history_reader.h"
#include "core/services/records/names.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/referrals.h"
#include "tests/support/desk.h"
#include "tests/support/pdf_text.h"
#include "tests/support/treatment.h"
#include "ui/forms/record_table_model.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/treatment/treatment_page.h"
#include "ui/print/emergency_sheet.h"
#include "ui/print/prescription_documents.h"
#include "ui/print/record_document.h"
#include "ui/print/referral_document.h"
#include "ui/text/record_lines.h"
#include "ui/text/words.h"
#include "ui/text/words_history.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace keywork::test::dose_places_test {

using namespace Qt::StringLiterals;

namespace {

const QString kTold
    = u"Prescribed: Methadone 35 mg (35 ml of 1 mg/ml), daily, supervised on collection days. Not collected: 11 Sep 2026, 12 Sep "
      u"2026, 13 Sep 2026. Last known dose: 10 Sep 2026, supervised, told by High St Pharmacy. Confirm with Dr Hale, 020 7946 "
      u"0101, before giving any dose."_s;

/// The words of a PDF, blanks as one.
QString wordsOf(const print::Document &document) { return pdfText(document.toPdf(), {u"-raw"_s}).simplified(); }

struct Told {
    TestHostel hostel;
    TreatedPerson treated{hostel};
    Services &services() { return hostel.services(); }
    ReferralFacts facts(const std::set<Category> &sections)
    {
        std::set<Category> everything(Agreements::offered().begin(), Agreements::offered().end());
        need(services().agreements.record(agreement(treated.ben.id, treated.dispensing.service.id), everything));
        return need(services().referrals.facts(wishFor(treated.ben.id, treated.dispensing.service.id, sections)));
    }
};

QStringList dosagesIn(const QByteArray &bundle)
{
    QStringList all;
    for (const QJsonValue &entry : QJsonDocument::fromJson(bundle).object().value(u"entry"_s).toArray()) {
        const QJsonObject resource = entry.toObject().value(u"resource"_s).toObject();
        if (resource.value(u"resourceType"_s).toString() == u"MedicationStatement")
            all.append(resource.value(u"dosage"_s).toArray().first().toObject().value(u"text"_s).toString());
    }
    return all;
}

} // namespace

TEST_CASE("On the emergency sheet the dose stands with the days not collected, the last one known, and whom to confirm with")
{
    Told at;
    const auto facts = need(print::emergencyFacts(at.services(), at.treated.ben.id));
    const print::Document sheet = print::emergencySheet(facts, at.services().records.choices());
    CHECK(sheet.pageCount() == 1);
    CHECK(wordsOf(sheet).contains(kTold));
}

TEST_CASE("In a referral the dose stands so on paper and in the data, and nowhere when treatment stays")
{
    Told at;
    const ReferralFacts whole = at.facts({Category::Identity, Category::Treatment});
    CHECK(wordsOf(print::referralDocument(whole)).contains(kTold));
    CHECK(wordsOf(print::ownCopy(whole, {})).contains(kTold));
    const QByteArray bundle = fhirBundle(whole);
    CHECK(dosagesIn(bundle) == QStringList{kTold});
    CHECK(QString::fromUtf8(bundle).count(kTold) == 2); // the statement, and the section for whoever reads it
    const ReferralFacts without = need(at.services().referrals.facts(
        wishFor(at.treated.ben.id, at.treated.dispensing.service.id, {Category::Identity, Category::Housing})));
    CHECK(without.doses.prescriptions.isEmpty());
    CHECK_FALSE(wordsOf(print::referralDocument(without)).contains(u"Methadone"_s, Qt::CaseInsensitive));
    CHECK_FALSE(QString::fromUtf8(fhirBundle(without)).contains(u"methadone"_s, Qt::CaseInsensitive));
}

TEST_CASE("A dose that changed since a referral was looked at is told anew")
{
    Told at;
    const ReferralFacts before = at.facts({Category::Identity, Category::Treatment});
    collected(at.hostel, at.treated.now, QDate(2026, 9, 14));
    const ReferralFacts after = need(at.services().referrals.facts(
        wishFor(at.treated.ben.id, at.treated.dispensing.service.id, {Category::Identity, Category::Treatment})));
    CHECK_FALSE(before.saysTheSameAs(after));
}

TEST_CASE("Every record that tells of a dose is printed with what goes with it")
{
    Told at;
    const auto &ben = at.treated.ben;
    auto known = need(at.services().records.one(ben.id));
    known.value.medicines = u"methadone"_s;
    need(at.services().records.amend(known));
    const auto step = need(at.services().records.all<TitrationStep>()).first();
    const auto collection = need(at.services().records.all<Collection>()).first();
    for (const auto &[type, id] : {std::pair<const RecordType *, qint64>(&recordType<Prescription>(), at.treated.now.id.value),
             {&recordType<TitrationStep>(), step.id.value}, {&recordType<Collection>(), collection.id.value},
             {&recordType<Person>(), ben.id.value}}) {
        INFO(type->table);
        CHECK(wordsOf(need(print::recordDocument(at.services(), *type, id))).contains(kTold));
    }
    CHECK(wordsOf(need(print::treatmentPaper(at.services(), ben.id))).contains(kTold));
}

TEST_CASE("On the screen the dose stands with what goes with it")
{
    Desk desk;
    const TreatedPerson treated(desk.made);
    desk.window.resize(1366, 768);
    desk.window.show();
    desk.window.enter(shared(desk.made));
    Screen::settle();
    desk.window.workspace()->visit(residentVisit(treated.ben.id.value, u"treatment"_s));
    Screen::settle();
    QString said = desk.screen.find<QLabel>(u"doseTold-%1"_s.arg(treated.now.id.value))->text();
    said.remove(QChar(0x200b)); // where a long word may be broken
    CHECK(said == kTold);
}

TEST_CASE("The list of collections for the pocket says who, where and who goes along, and names no medicine")
{
    Told at;
    auto script = need(at.services().records.one(at.treated.now.id));
    script.value.accompaniedUntil = QDate(2026, 9, 30);
    script.value.goesAlongId = at.services().records.session().staff();
    need(at.services().records.amend(script));
    const auto paper = need(print::collectionsPaper(at.services(), QDate(2026, 9, 14)));
    const QString words = wordsOf(paper.document);
    CHECK(words.contains(u"11:15"_s));
    CHECK(words.contains(u"Ben"_s));
    CHECK_FALSE(words.contains(u"Barker"_s));
    CHECK(words.contains(u"High St Pharmacy"_s));
    CHECK(words.contains(QString(kManager)));
    for (const QString &secret : {u"methadone"_s, u"mg"_s, u"Wellbeing"_s, u"Hale"_s})
        CHECK_FALSE(words.contains(secret, Qt::CaseInsensitive));
    CHECK(paper.people == QList<Id<Person>>{at.treated.ben.id});
    CHECK(wordsOf(need(print::collectionsPaper(at.services(), QDate(2026, 9, 13))).document).contains(u"Nobody collects on this day."_s));
}

TEST_CASE("The renewal sheet has a line for each resident of the service, with the day it covers and room for the answer")
{
    Told at;
    const auto sheets = need(at.services().treatment.renewals(QDate(2026, 9, 14)));
    REQUIRE(sheets.size() == 1);
    const QString words = wordsOf(need(print::renewalPaper(at.services(), sheets.first())).document);
    CHECK(words.contains(u"Wellbeing 020 7946 0100"_s));
    CHECK(words.contains(u"Ben Barker"_s));
    CHECK(words.contains(u"Wed 16 Sep"_s));
    CHECK(words.contains(u"________"_s));
    CHECK_FALSE(words.contains(u"35 mg"_s)); // a dose would not stand there without what goes with it
}

TEST_CASE("A list, its CSV, a record and the history tell a dose with its strength, and a part of a row nothing that is not known")
{
    Told at;
    Records &records = at.services().records;
    const RecordType &type = recordType<Prescription>();
    const QString dose = u"35 mg (35 ml of 1 mg/ml)"_s;
    RecordTableModel list(type, at.services());
    list.setRequest({.filters = {{u"id"_s, Filter::Comparison::Equals, at.treated.now.id.value}}});
    REQUIRE(list.rowCount() == 1);
    CHECK(list.index(0, list.columnOf(u"dose"_s)).data().toString() == dose);
    for (const ListReader reader : {ListReader::People, ListReader::Spreadsheet})
        CHECK(need(list.allCells(reader)).first().contains(dose));
    QStringList lines;
    Names names(records);
    for (const words::RecordLine &line : words::recordLines(toRow(at.treated.now.value), names))
        lines.append(line.label + u": "_s + line.value);
    CHECK(lines.contains(u"Dose: "_s + dose));
    auto raised = at.treated.now;
    raised.value.dose = raised.value.amount = number(u"40"_s);
    need(records.withConfirmed({{u"prescription"_s, u"dose"_s, u"40"_s}}, [&]() -> Done {
        const auto kept = records.amend(raised);
        return kept ? Done() : Done(kept.error());
    }));
    QStringList told;
    for (const HistoryLine &line : need(at.services().history.ofRecord(type, at.treated.now.id.value)))
        told.append(words::historySentence(line, records.choices(), records.clock()));
    const QString all = told.join(u'\n');
    INFO(all.toStdString());
    CHECK(all.contains(u"Dose: "_s + dose));
    CHECK(all.contains(u"Dose: 35 mg → 40 mg"_s)); // the strength is not of this entry
    CHECK_FALSE(all.contains(u"strength not known"_s));
}

TEST_CASE("The emergency sheet names the duty line of the drug service once, with a prescription and without")
{
    TestHostel hostel;
    auto house = need(hostel.services().records.all<House>()).first();
    house.value.drugServiceLine = u"020 7946 0199"_s;
    need(hostel.services().records.amend(house));
    const TreatedPerson treated(hostel);
    const auto lena = aPerson().called(u"Lena"_s, u"Fox"_s).arrived(QDate(2026, 8, 3)).in(hostel);
    for (const Id<Person> person : {treated.ben.id, lena.id}) {
        INFO(person.value);
        const auto facts = need(print::emergencyFacts(hostel.services(), person));
        CHECK(wordsOf(print::emergencySheet(facts, hostel.services().records.choices())).count(u"020 7946 0199"_s) == 1);
    }
}

} // namespace keywork::test::dose_places_test
