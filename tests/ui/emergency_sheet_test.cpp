// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/records.h"
#include "tests/support/pdf_text.h"
#include "tests/support/test_hostel.h"
#include "ui/print/emergency_sheet.h"

namespace keywork::test::emergency_sheet_test {

using namespace Qt::StringLiterals;

namespace {

/// What a house knows of somebody after a month.
print::EmergencyFacts ordinary()
{
    print::EmergencyFacts facts{};
    facts.printedAt = kNow;
    facts.printedBy = kManager;
    facts.house.name = u"Cairn Street Hostel"_s;
    facts.house.address = u"12 Cairn Street, London N1 0AA"_s;
    facts.house.telephone = u"020 7946 0123"_s;
    facts.house.doors = u"Front: ring, staff open at any hour\nBack yard: code from the on-call manager"_s;
    facts.house.drugServiceLine = u"020 7946 0100"_s;
    facts.line.room = u"7"_s;
    facts.line.keyworker = u"Tomi Okoro"_s;
    Person &person = facts.line.person.value;
    person.givenName = u"Ben"_s;
    person.familyName = u"Barker"_s;
    person.allergies = u"Penicillin: rash and swollen lips, 2019"_s;
    person.conditions = u"Asthma; chronic obstructive pulmonary disease; hepatitis C treated in 2024; old fracture of the left ankle"_s;
    person.medicines = u"Methadone 60 ml daily, supervised; salbutamol inhaler when needed; mirtazapine 30 mg at night"_s;
    person.gpPractice = u"Northfield Surgery"_s;
    person.gpTelephone = u"020 7946 0140"_s;
    person.languages = u"English"_s;
    facts.line.alerts.append(Alert{{}, {u"health"_s}, u"Carries an inhaler; breathless on stairs"_s, {u"urgent"_s}, kNow.date(), {}});
    facts.line.alerts.append(Alert{{}, {u"other"_s}, u"Hard of hearing on the left side"_s, {u"know"_s}, kNow.date(), {}});
    for (const QString &name : {u"Ruth Barker"_s, u"Sam Barker"_s}) {
        Kept<Contact> contact{};
        contact.value.name = name;
        contact.value.nextOfKin = true;
        contact.value.telephone = u"07700 900123"_s;
        facts.contacts.append(contact);
    }
    return facts;
}

} // namespace

TEST_CASE("The emergency sheet of an ordinary resident is one page in the large type that a crew reads")
{
    TestHostel hostel;
    const print::Document sheet = print::emergencySheet(ordinary(), hostel.services().records.choices());
    CHECK(sheet.pageCount() == 1);
    CHECK(sheet.textScale == 1);
}

TEST_CASE("Who has much to be known about gets a smaller type before a second page")
{
    TestHostel hostel;
    print::EmergencyFacts facts = ordinary();
    facts.line.person.value.conditions = u"a long condition, "_s.repeated(40);
    facts.line.person.value.medicines = u"a long medicine, "_s.repeated(40);
    facts.line.alerts.first().text = u"does not open the door when called; "_s.repeated(5);
    while (facts.line.alerts.size() < 6)
        facts.line.alerts.append(facts.line.alerts.first());
    const print::Document sheet = print::emergencySheet(facts, hostel.services().records.choices());
    CHECK(sheet.textScale < 1);
}

TEST_CASE("None known, not asked, does not know and prefers not to say are four things on the sheet, and blank a fifth")
{
    TestHostel hostel;
    print::EmergencyFacts facts = ordinary();
    Person &person = facts.line.person.value;
    const auto said = [&] { return pdfPages(print::emergencySheet(facts, hostel.services().records.choices())).join(u' '); };
    struct Line {
        const char *label;
        QStringList columns; ///< each of them alone says why
        std::function<void()> blank;
    };
    for (const Line &line : {Line{"Allergies", {u"allergies_known"_s, u"allergies"_s}, [&] { person.allergies.clear(); }},
             Line{"Health conditions", {u"conditions"_s}, [&] { person.conditions.clear(); }},
             Line{"Medicines", {u"medicines"_s}, [&] { person.medicines.clear(); }},
             Line{"Languages, communication", {u"languages"_s, u"communication_needs"_s}, [&] { person.languages.clear(); }},
             Line{"NHS number", {u"nhs_number"_s}, [] {}},
             Line{"GP", {u"gp_practice"_s}, [&] { person.gpPractice = person.gpTelephone = QString(); }},
             Line{"Blood-borne viruses", {u"blood_borne_viruses"_s}, [] {}}}) {
        const QString label = QString::fromLatin1(line.label);
        INFO(line.label);
        line.blank();
        for (const QString &column : line.columns) {
            CHECK(recordType<Person>().fieldNamed(column));
            for (const auto &[reason, words] : {std::pair{NotSaidReason::NotAsked, u" Not asked yet"_s},
                     {NotSaidReason::DoesNotKnow, u" Does not know"_s}, {NotSaidReason::PrefersNot, u" Prefers not to say"_s}}) {
                person.notSaid.reasons = {{column, reason}};
                CHECK(said().contains(label + words));
            }
        }
        person.notSaid.reasons.clear();
        CHECK(said().contains(label + u" not known to us"_s) == (label != u"Blood-borne viruses")); // asked of few, and left out
    }
    person.notSaid.reasons = {{u"allergies_known"_s, NotSaidReason::PrefersNot}};
    person.allergiesKnown = {u"none_known"_s};
    CHECK(said().contains(u"Allergies None known"_s));
    person.allergies = u"Latex"_s; // what is written down outweighs all of it
    CHECK(said().contains(u"Allergies Latex"_s));
}

TEST_CASE("The sheet says first which conditions a crew has to know, none that is over, and what nobody asked about")
{
    TestHostel hostel;
    print::EmergencyFacts facts = ordinary();
    Person &person = facts.line.person.value;
    person.conditions.clear();
    person.allergies.clear();
    const auto said = [&] { return pdfPages(print::emergencySheet(facts, hostel.services().records.choices())).join(u' '); };
    CHECK(said().contains(u"Allergies not known to us"_s));
    person.allergiesKnown = {u"none_known"_s};
    CHECK(said().contains(u"Allergies None known"_s));
    for (const auto &[what, matters, state] :
        {std::tuple{u"Epilepsy"_s, true, u"treated"_s}, {u"Eczema"_s, false, u"treated"_s}, {u"Pneumonia"_s, true, u"over"_s}}) {
        Kept<HealthCondition> condition{};
        condition.value.what = what;
        condition.value.mattersInEmergency = matters;
        condition.value.state = {state};
        facts.conditions.append(condition);
    }
    person.conditions = u"old fracture"_s;
    CHECK(said().contains(u"Health conditions Epilepsy; old fracture"_s));
    CHECK_FALSE(said().contains(u"Eczema"_s));
    CHECK_FALSE(said().contains(u"Pneumonia"_s));
}

} // namespace keywork::test::emergency_sheet_test
