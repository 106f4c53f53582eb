// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_resources.h"

#include "core/exchange/kinds.h"

#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::fhir {

namespace {

/// Answers that a Patient or a MedicationStatement carries; every other answer is an Observation.
bool hasPlaceOfItsOwn(const RecordType &type, const char *column)
{
    static const std::array<const char *, 11> places{"given_name", "family_name", "preferred_name", "gender", "born_on", "nhs_number",
        "telephone", "email", "gp_practice", "gp_telephone", "medicines"};
    return &type == &recordType<Person>()
        && std::any_of(places.cbegin(), places.cend(), [column](const char *place) { return qstrcmp(place, column) == 0; });
}

/// How FHIR names the kinds of name.
QString nameUse(const QString &kind)
{
    if (kind == u"legal")
        return u"official"_s;
    if (kind == u"preferred")
        return u"usual"_s;
    return kind == u"earlier" ? u"old"_s : u"nickname"_s;
}

QString administrativeGender(const QString &code)
{
    if (code == u"woman")
        return u"female"_s;
    if (code == u"man")
        return u"male"_s;
    return code.isEmpty() ? QString() : u"other"_s;
}

QJsonArray telecom(const QString &telephone, const QString &email)
{
    QJsonArray ways;
    if (const QString number = plain(telephone); !number.isEmpty())
        ways.append(QJsonObject{{u"system"_s, u"phone"_s}, {u"value"_s, number}});
    if (const QString address = plain(email); !address.isEmpty())
        ways.append(QJsonObject{{u"system"_s, u"email"_s}, {u"value"_s, address}});
    return ways;
}

QJsonObject category(const char *code)
{
    return codeable(coding(u"http://terminology.hl7.org/CodeSystem/observation-category"_s, QString::fromLatin1(code)));
}

QString asMarked(const char *marked) { return QString::fromUtf8(marked); }
/// As on paper, in the language of the data.
/// As on paper: the locale of the UK would write "Sept".
QString writtenDay(QDate day) { return QLocale::c().toString(day, u"d MMM yyyy"); }

} // namespace

QStringList doseSentences(const ReferralFacts &facts) { return keywork::doseSentences(facts.doses, asMarked, writtenDay); }

QJsonObject Resources::begin(const QString &type, const QString &id, bool aboutPatient) const
{
    QJsonObject object{{u"resourceType"_s, type}, {u"id"_s, id}};
    if (aboutPatient)
        object.insert(u"subject"_s, reference(patientId()));
    return object;
}

Resource Resources::practitioner(const Party &party) const
{
    const QString id = uuid(m_facts, u"staff"_s, party.id);
    QJsonObject object = begin(u"Practitioner"_s, id, false);
    object.insert(u"name"_s, QJsonArray{textOnly(party.name)});
    return {id, object};
}

Resource Resources::organization(const QString &kind, const Party &party) const
{
    const QString id = uuid(m_facts, kind, party.id);
    QJsonObject object = begin(u"Organization"_s, id, false);
    put(object, u"name"_s, party.name);
    put(object, u"telecom"_s, telecom(party.telephone, party.email));
    if (const QString address = plain(party.address); !address.isEmpty())
        object.insert(u"address"_s, QJsonArray{textOnly(address)});
    return {id, object};
}

QJsonArray Resources::names(const SharedRecord &person) const
{
    QJsonObject official{{u"use"_s, u"official"_s}};
    put(official, u"family"_s, person.text("family_name"));
    if (const QString given = plain(person.text("given_name")); !given.isEmpty())
        official.insert(u"given"_s, QJsonArray{given});
    QJsonArray all{official};
    if (const QString usual = plain(person.text("preferred_name")); !usual.isEmpty())
        all.append(QJsonObject{{u"use"_s, u"usual"_s}, {u"text"_s, usual}});
    for (const SharedSection &section : m_facts.sections)
        for (const SharedRecord &record : section.records)
            if (record.type == &recordType<PersonName>())
                all.append(QJsonObject{{u"use"_s, nameUse(record.code("kind"))}, {u"text"_s, plain(record.text("name"))}});
    return all;
}

QJsonArray Resources::contacts() const
{
    QJsonArray all;
    for (const SharedSection &section : m_facts.sections)
        for (const SharedRecord &record : section.records) {
            if (record.type != &recordType<Contact>())
                continue;
            QJsonObject contact{{u"name"_s, textOnly(record.text("name"))}};
            if (const QString relation = record.text("relation"); !relation.isEmpty())
                contact.insert(u"relationship"_s, QJsonArray{textOnly(relation)});
            put(contact, u"telecom"_s, telecom(record.text("telephone"), {}));
            all.append(contact);
        }
    return all;
}

Resource Resources::patient() const
{
    QJsonObject object = begin(u"Patient"_s, patientId(), false);
    QJsonArray identifiers{QJsonObject{{u"system"_s, urn(uuid(m_facts, u"number-series"_s, 0))}, {u"value"_s, m_facts.personNumber}}};
    for (const SharedSection &section : m_facts.sections)
        for (const SharedRecord &record : section.records) {
            if (record.type != &recordType<Person>() || section.category != Category::Identity)
                continue;
            object.insert(u"name"_s, names(record));
            put(object, u"telecom"_s, telecom(record.text("telephone"), record.text("email")));
            put(object, u"gender"_s, administrativeGender(record.code("gender")));
            // An estimate is told as the year it stands for, so that nobody matches on the day.
            const QString born = record.code("born_on");
            put(object, u"birthDate"_s, record.code("born_on_estimated").isEmpty() ? born : born.left(4));
            if (const QString number = record.text("nhs_number").remove(u' '); number.size() == 10)
                identifiers.append(QJsonObject{{u"system"_s, kNhsNumber}, {u"value"_s, number}});
        }
    object.insert(u"identifier"_s, identifiers);
    put(object, u"contact"_s, contacts());
    if (const auto practice = generalPractice())
        object.insert(u"generalPractitioner"_s, QJsonArray{reference(practice->uuid)});
    return {patientId(), object};
}

std::optional<Resource> Resources::generalPractice() const
{
    for (const SharedSection &section : m_facts.sections)
        for (const SharedRecord &record : section.records)
            if (record.type == &recordType<Person>() && !(record.text("gp_practice") + record.text("gp_telephone")).isEmpty())
                return organization(u"general-practice"_s,
                    {m_facts.personId, record.text("gp_practice").isEmpty() ? u"GP practice"_s : record.text("gp_practice"), {},
                        record.text("gp_telephone"), {}});
    return {};
}

Resource Resources::serviceRequest() const
{
    const QString id = uuid(m_facts, u"referral"_s, m_facts.referralId);
    QJsonObject object = begin(u"ServiceRequest"_s, id);
    object.insert(u"identifier"_s,
        QJsonArray{QJsonObject{{u"system"_s, urn(uuid(m_facts, u"number-series"_s, 1))},
            {u"value"_s, m_facts.number.isEmpty() ? u"preview"_s : m_facts.number}}});
    object.insert(u"status"_s, u"active"_s);
    object.insert(u"intent"_s, u"order"_s);
    object.insert(u"code"_s, codeable(coding(kSnomed, u"3457005"_s), u"Patient referral"_s));
    object.insert(u"authoredOn"_s, instant(m_facts.preparedAt));
    object.insert(u"requester"_s, reference(authorId()));
    object.insert(u"performer"_s, QJsonArray{reference(agencyId())});
    object.insert(u"reasonCode"_s, QJsonArray{textOnly(m_facts.reason)});
    return {id, object};
}

Resource Resources::consent() const
{
    const QString id = uuid(m_facts, u"sharing_agreement"_s, m_facts.agreement->id);
    QJsonObject object = begin(u"Consent"_s, id, false);
    object.insert(u"patient"_s, reference(patientId()));
    object.insert(u"status"_s, u"active"_s);
    object.insert(u"scope"_s, codeable(coding(u"http://terminology.hl7.org/CodeSystem/consentscope"_s, u"patient-privacy"_s)));
    object.insert(u"category"_s, QJsonArray{codeable(coding(kLoinc, u"59284-0"_s))});
    object.insert(u"dateTime"_s, m_facts.agreement->fromOn.toString(Qt::ISODate));
    object.insert(u"organization"_s, QJsonArray{reference(hostelId())});
    object.insert(u"policyRule"_s, textOnly(u"Agreement to share, kept by the hostel"_s));
    QJsonArray categories;
    for (const SharedSection &section : m_facts.sections)
        if (section.agreed)
            categories.append(codeable(coding(localSystem("category"), QString::fromLatin1(codeOf(section.category)))));
    QJsonObject provision{{u"type"_s, u"permit"_s},
        {u"period"_s, period(m_facts.agreement->fromOn.toString(Qt::ISODate), m_facts.agreement->untilOn.toString(Qt::ISODate))},
        {u"actor"_s,
            QJsonArray{
                QJsonObject{{u"role"_s, codeable(coding(u"http://terminology.hl7.org/CodeSystem/v3-ParticipationType"_s, u"IRCP"_s))},
                    {u"reference"_s, reference(agencyId())}}}},
        {u"purpose"_s, QJsonArray{coding(u"http://terminology.hl7.org/CodeSystem/v3-ActReason"_s, u"CAREMGT"_s)}}};
    put(provision, u"code"_s, categories);
    object.insert(u"provision"_s, provision);
    return {id, object};
}

Resource Resources::observation(const SharedRecord &record, const Field &field) const
{
    const QString table = QString::fromLatin1(record.type->table);
    const QString column = QString::fromLatin1(field.column);
    const QString id = uuid(m_facts, table + u'.' + column, record.id);
    QJsonObject object = begin(u"Observation"_s, id);
    object.insert(u"status"_s, u"final"_s);
    object.insert(u"category"_s, QJsonArray{category("social-history")});
    object.insert(u"code"_s, codeable(coding(localSystem("record-field"), table + u'.' + column), QString::fromUtf8(field.label)));
    object.insert(u"effectiveDateTime"_s, instant(m_facts.preparedAt));
    return {id, object};
}

Resource Resources::answer(const SharedRecord &record, const SharedValue &value) const
{
    Resource made = observation(record, *value.field);
    made.body.insert(u"valueString"_s, plain(value.text));
    return made;
}

Resource Resources::noAnswer(const SharedRecord &record, const SharedUnanswered &question) const
{
    Resource made = observation(record, *question.field);
    made.body.insert(u"dataAbsentReason"_s, absentReason(question.reason));
    return made;
}

QList<Resource> Resources::answers(const SharedRecord &record) const
{
    QList<Resource> all;
    for (const SharedValue &value : record.values)
        if (!hasPlaceOfItsOwn(*record.type, value.field->column) && !plain(value.text).isEmpty())
            all.append(answer(record, value));
    for (const SharedUnanswered &question : record.unanswered)
        all.append(noAnswer(record, question));
    return all;
}

QList<Resource> Resources::medicines(const SharedRecord &person) const
{
    QList<Resource> all;
    const QStringList lines = person.text("medicines").split(u'\n', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString medicine = plain(lines.at(i));
        if (medicine.isEmpty())
            continue;
        const QString id = uuid(m_facts, u"person.medicines."_s + medicine, person.id);
        QJsonObject object = begin(u"MedicationStatement"_s, id);
        object.insert(u"status"_s, u"unknown"_s);
        object.insert(u"medicationCodeableConcept"_s, textOnly(medicine));
        object.insert(u"dateAsserted"_s, instant(m_facts.preparedAt));
        object.insert(u"informationSource"_s, reference(patientId()));
        object.insert(u"dosage"_s, QJsonArray{textOnly(medicine + u". "_s + doseAsTheyTell(m_facts.doses, asMarked))});
        all.append({id, object});
    }
    return all;
}

QList<Resource> Resources::doses() const
{
    QList<Resource> all;
    for (const DoseTold &told : m_facts.doses.prescriptions) {
        const QString id = uuid(m_facts, u"dose_told"_s, told.id);
        QJsonObject object = begin(u"MedicationStatement"_s, id);
        object.insert(u"status"_s, u"unknown"_s); // that it is prescribed, and collected, does not say that it is taken
        object.insert(u"medicationCodeableConcept"_s, textOnly(plain(told.prescribed)));
        object.insert(u"dateAsserted"_s, instant(m_facts.preparedAt));
        object.insert(u"informationSource"_s, reference(hostelId()));
        object.insert(u"dosage"_s, QJsonArray{textOnly(plain(keywork::doseSentence(told, asMarked, writtenDay)))});
        all.append({id, object});
    }
    return all;
}

Resource Resources::stage(const Kept<StageEntry> &entry, bool withHousing) const
{
    const QString id = uuid(m_facts, u"stage_entry"_s, entry.id.value);
    QJsonObject object = begin(u"Observation"_s, id);
    object.insert(u"status"_s, u"final"_s);
    object.insert(u"category"_s, QJsonArray{category("survey")});
    object.insert(u"code"_s, codeable(coding(localSystem("record-field"), u"stage_entry.stage"_s), u"Spectrum of need"_s));
    object.insert(u"effectiveDateTime"_s, entry.value.fromOn.toString(Qt::ISODate));
    object.insert(u"valueCodeableConcept"_s,
        codeable(coding(localSystem("spectrum-of-need"), QString::fromLatin1(codeOf(entry.value.stage))),
            QString::fromUtf8(labelOf(entry.value.stage))));
    if (withHousing)
        object.insert(u"component"_s,
            QJsonArray{
                QJsonObject{{u"code"_s, codeable(coding(localSystem("record-field"), u"stage_entry.housing"_s), u"Housing position"_s)},
                    {u"valueCodeableConcept"_s,
                        codeable(coding(localSystem("housing-position"), QString::fromLatin1(codeOf(entry.value.housing))),
                            QString::fromUtf8(labelOf(entry.value.housing)))}}});
    return {id, object};
}

QList<Resource> Resources::of(const SharedSection &section) const
{
    QList<Resource> all;
    for (const SharedRecord &record : section.records) {
        const ExchangeKind *kind = exchangeKind(*record.type);
        all.append(kind ? kind->make(*this, record) : answers(record));
        if (record.type == &recordType<Person>() && section.category == Category::Treatment)
            all.append(medicines(record));
    }
    for (const Kept<StageEntry> &entry : section.stages)
        all.append(stage(entry, section.withHousing));
    for (const SharedAssessment &assessment : section.assessments)
        all.append(questionnaire(assessment, section.category));
    if (section.plan)
        all.append(plan(*section.plan));
    if (section.category == Category::Treatment)
        all.append(doses());
    return all;
}

} // namespace keywork::fhir
