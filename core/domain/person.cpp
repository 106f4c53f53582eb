// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/person.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Violations allergiesAgree(const Row &row, QDate)
{
    if (row.text(u"allergies_known"_s) == u"none_known" && !row.text(u"allergies"_s).trimmed().isEmpty())
        return {{u"allergies_known"_s, Rule::SaysNoneBesideSome, {}}};
    return {};
}

} // namespace

template <> const Described<Person> &recordType<Person>()
{
    static const Described<Person> type
        = Described<Person>({.table = "person",
                                .title = QT_TRANSLATE_NOOP("record", "Resident"),
                                .titleMany = QT_TRANSLATE_NOOP("record", "Residents"),
                                .category = Category::Identity,
                                .sharedAs = SharedAs::Fields,
                                .numberSeries = "P",
                                .orderBy = "given_name",
                                .called = "{preferred_name|given_name} {family_name}",
                                .together = allergiesAgree})
              .field(&Person::number,
                  {.column = "number",
                      .label = QT_TRANSLATE_NOOP("record", "Number"),
                      .searched = true,
                      .listed = true,
                      .kept = true,
                      .knownBy = KnownBy::Number})
              .field(&Person::givenName,
                  {.column = "given_name",
                      .label = QT_TRANSLATE_NOOP("record", "First name"),
                      .heading = QT_TRANSLATE_NOOP("record", "Who they are"),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .knownBy = KnownBy::Name,
                      .maxLength = 100})
              .field(&Person::familyName,
                  {.column = "family_name",
                      .label = QT_TRANSLATE_NOOP("record", "Family name"),
                      .searched = true,
                      .listed = true,
                      .personal = true,
                      .knownBy = KnownBy::Name,
                      .maxLength = 100})
              .field(&Person::preferredName,
                  {.column = "preferred_name",
                      .label = QT_TRANSLATE_NOOP("record", "Likes to be called"),
                      .searched = true,
                      .knownBy = KnownBy::Name,
                      .maxLength = 100})
              .field(&Person::pronouns,
                  {.column = "pronouns", .label = QT_TRANSLATE_NOOP("record", "Pronouns"), .list = "pronouns", .personal = true})
              .field(
                  &Person::gender, {.column = "gender", .label = QT_TRANSLATE_NOOP("record", "Gender"), .list = "gender", .personal = true})
              .field(&Person::bornOn,
                  {.column = "born_on",
                      .label = QT_TRANSLATE_NOOP("record", "Date of birth"),
                      .help = QT_TRANSLATE_NOOP("record", "The year alone, or month and year, will do."),
                      .listed = true,
                      .personal = true,
                      .knownBy = KnownBy::Born,
                      .days = kResidentBorn})
              .field(&Person::bornOnEstimated,
                  {.column = "born_on_estimated", .label = QT_TRANSLATE_NOOP("record", "Date of birth is an estimate")})
              .field(&Person::keyworkerId,
                  {.column = "keyworker_id", .label = QT_TRANSLATE_NOOP("record", "Keyworker"), .refers = "staff", .listed = true})
              .field(&Person::nhsNumber,
                  {.column = "nhs_number",
                      .label = QT_TRANSLATE_NOOP("record", "NHS number"),
                      .searched = true,
                      .personal = true,
                      .knownBy = KnownBy::Identifier,
                      .rule = Rule::NotAnNhsNumber,
                      .maxLength = 20})
              .field(&Person::nationalInsuranceNumber,
                  {.column = "national_insurance_number",
                      .label = QT_TRANSLATE_NOOP("record", "National Insurance number"),
                      .personal = true,
                      .keptInHouse = true,
                      .knownBy = KnownBy::Identifier,
                      .rule = Rule::NotANationalInsuranceNumber,
                      .maxLength = 20})
              .field(&Person::telephone,
                  {.column = "telephone",
                      .label = QT_TRANSLATE_NOOP("record", "Telephone"),
                      .heading = QT_TRANSLATE_NOOP("record", "How to reach them"),
                      .searched = true,
                      .personal = true,
                      .maxLength = 60})
              .field(&Person::email,
                  {.column = "email", .label = QT_TRANSLATE_NOOP("record", "E-mail"), .personal = true, .rule = Rule::NotAnEmailAddress})
              .field(&Person::mayRing,
                  {.column = "may_ring", .label = QT_TRANSLATE_NOOP("record", "May we ring them"), .list = "yes_no", .keptInHouse = true})
              .field(&Person::mayLeaveMessage,
                  {.column = "may_leave_message",
                      .label = QT_TRANSLATE_NOOP("record", "May we leave a message"),
                      .list = "yes_no",
                      .keptInHouse = true})
              .field(&Person::maySayLivesHere,
                  {.column = "may_say_lives_here",
                      .label = QT_TRANSLATE_NOOP("record", "May we say that they live here"),
                      .list = "yes_no",
                      .help = QT_TRANSLATE_NOOP("record", "Unless it says yes, reception says: I can't say who stays here."),
                      .keptInHouse = true})
              .field(&Person::safeContact,
                  {.column = "safe_contact",
                      .label = QT_TRANSLATE_NOOP("record", "Safe contact"),
                      .help = QT_TRANSLATE_NOOP("record", "Who may ring, who must not be told, at what times."),
                      .multiline = true,
                      .maxLength = 1000})
              .field(&Person::languages,
                  {.column = "languages",
                      .label = QT_TRANSLATE_NOOP("record", "Languages"),
                      .heading = QT_TRANSLATE_NOOP("record", "Understanding each other"),
                      .personal = true})
              .field(&Person::interpreter,
                  {.column = "interpreter", .label = QT_TRANSLATE_NOOP("record", "Interpreter needed"), .list = "yes_no", .personal = true})
              .field(&Person::communicationNeeds,
                  {.column = "communication_needs",
                      .label = QT_TRANSLATE_NOOP("record", "Reading and communication needs"),
                      .multiline = true,
                      .personal = true,
                      .maxLength = 1000})
              .field(&Person::ethnicity,
                  {.column = "ethnicity",
                      .label = QT_TRANSLATE_NOOP("record", "Ethnicity"),
                      .list = "ethnicity",
                      .personal = true,
                      .keptInHouse = true})
              .field(&Person::nationality,
                  {.column = "nationality", .label = QT_TRANSLATE_NOOP("record", "Nationality"), .personal = true, .keptInHouse = true})
              .field(&Person::entitlement,
                  {.column = "entitlement",
                      .label = QT_TRANSLATE_NOOP("record", "Entitlement to housing and benefits"),
                      .list = "entitlement",
                      .personal = true,
                      .category = Category::Money})
              .field(&Person::benefits,
                  {.column = "benefits",
                      .label = QT_TRANSLATE_NOOP("record", "Benefits, and where each claim stands"),
                      .multiline = true,
                      .personal = true,
                      .category = Category::Money,
                      .maxLength = 1000})
              .field(&Person::veteran,
                  {.column = "veteran",
                      .label = QT_TRANSLATE_NOOP("record", "Served in the armed forces"),
                      .list = "yes_no",
                      .personal = true,
                      .keptInHouse = true})
              .field(&Person::careLeaver,
                  {.column = "care_leaver",
                      .label = QT_TRANSLATE_NOOP("record", "Was in care"),
                      .list = "yes_no",
                      .personal = true,
                      .keptInHouse = true})
              .field(&Person::orientation,
                  {.column = "orientation",
                      .label = QT_TRANSLATE_NOOP("record", "Sexual orientation"),
                      .list = "orientation",
                      .help = QT_TRANSLATE_NOOP("record", "Only if they wish."),
                      .personal = true,
                      .keptInHouse = true})
              .field(&Person::religion,
                  {.column = "religion",
                      .label = QT_TRANSLATE_NOOP("record", "Religion or belief"),
                      .help = QT_TRANSLATE_NOOP("record", "Only if they wish; food, days and rites that matter to them."),
                      .personal = true,
                      .keptInHouse = true})
              .field(&Person::allergiesKnown,
                  {.column = "allergies_known",
                      .label = QT_TRANSLATE_NOOP("record", "Allergies"),
                      .list = "allergies_known",
                      .heading = QT_TRANSLATE_NOOP("record", "Health"),
                      .personal = true,
                      .category = Category::Health})
              .field(&Person::allergies,
                  {.column = "allergies",
                      .label = QT_TRANSLATE_NOOP("record", "Which allergies, and what happens"),
                      .searched = true,
                      .multiline = true,
                      .category = Category::Health,
                      .maxLength = 1000})
              .field(&Person::conditions,
                  {.column = "conditions",
                      .label = QT_TRANSLATE_NOOP("record", "Health conditions"),
                      .help = QT_TRANSLATE_NOOP("record", "Without blood-borne viruses: they have a field of their own."),
                      .searched = true,
                      .multiline = true,
                      .personal = true,
                      .category = Category::Health,
                      .maxLength = 2000})
              .field(&Person::disabilities,
                  {.column = "disabilities",
                      .label = QT_TRANSLATE_NOOP("record", "Disabilities, and what helps"),
                      .searched = true,
                      .multiline = true,
                      .personal = true,
                      .category = Category::Health,
                      .maxLength = 1000})
              .field(&Person::pregnant,
                  {.column = "pregnant",
                      .label = QT_TRANSLATE_NOOP("record", "Pregnant"),
                      .list = "yes_no",
                      .personal = true,
                      .category = Category::Health})
              .field(&Person::sexAtBirth,
                  {.column = "sex_at_birth",
                      .label = QT_TRANSLATE_NOOP("record", "Sex registered at birth"),
                      .list = "sex_at_birth",
                      .help = QT_TRANSLATE_NOOP("record", "Only where their health care asks for it."),
                      .personal = true,
                      .category = Category::Health})
              .field(&Person::seriousIllnessTold,
                  {.column = "serious_illness_told",
                      .label = QT_TRANSLATE_NOOP("record", "Serious illness: what they have been told"),
                      .multiline = true,
                      .personal = true,
                      .category = Category::Health,
                      .maxLength = 1000})
              .field(&Person::seriousIllnessWishes,
                  {.column = "serious_illness_wishes",
                      .label = QT_TRANSLATE_NOOP("record", "Serious illness: what they wish for"),
                      .multiline = true,
                      .personal = true,
                      .category = Category::Health,
                      .maxLength = 1000})
              .field(&Person::bloodBorneViruses,
                  {.column = "blood_borne_viruses",
                      .label = QT_TRANSLATE_NOOP("record", "Blood-borne viruses"),
                      .help = QT_TRANSLATE_NOOP(
                          "record", "Hepatitis B and C, HIV: here and not among the conditions. Shared only when agreed by name."),
                      .searched = true,
                      .multiline = true,
                      .personal = true,
                      .category = Category::BloodBorneViruses,
                      .maxLength = 1000})
              .field(&Person::medicines,
                  {.column = "medicines",
                      .label = QT_TRANSLATE_NOOP("record", "Medicines, as the person tells them"),
                      .help = QT_TRANSLATE_NOOP("record", "A dose always with its strength, never millilitres alone."),
                      .searched = true,
                      .multiline = true,
                      .personal = true,
                      .category = Category::Treatment,
                      .maxLength = 2000})
              .field(&Person::gpRegistered,
                  {.column = "gp_registered",
                      .label = QT_TRANSLATE_NOOP("record", "Registered with a local GP"),
                      .list = "yes_no",
                      .help = QT_TRANSLATE_NOOP("record", "Specialist drug treatment asks for a local GP (Homeless Link 2019)."),
                      .personal = true,
                      .category = Category::Health})
              .field(&Person::gpPractice,
                  {.column = "gp_practice",
                      .label = QT_TRANSLATE_NOOP("record", "GP practice"),
                      .searched = true,
                      .personal = true,
                      .category = Category::Health})
              .field(&Person::gpTelephone,
                  {.column = "gp_telephone",
                      .label = QT_TRANSLATE_NOOP("record", "GP telephone"),
                      .category = Category::Health,
                      .maxLength = 60})
              .field(&Person::notSaid, {.column = "not_said", .label = QT_TRANSLATE_NOOP("record", "Not said"), .kept = true});
    return type;
}

} // namespace keywork
