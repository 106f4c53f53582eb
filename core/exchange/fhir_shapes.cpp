// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_shapes.h"

#include "core/base/partial_date.h"
#include "core/base/text.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace keywork::fhir {

namespace {

/// An element: "name:kind", "!" when it has to be there, "*" when it is a list, "=a|b" for the only values.
struct Element {
    QString name;
    QString kind;
    bool needed = false;
    bool many = false;
    QStringList values;
};

struct Shape {
    const char *kind;
    const char *elements;
};

// The elements of FHIR R4 (4.0.1) that a referral of ours can hold, by its resource and data type pages.
constexpr std::array kShapes{
    Shape{"Bundle", "resourceType:code! type:code!=document identifier:Identifier! timestamp:instant! entry:Entry!*"},
    Shape{"Entry", "fullUrl:urn! resource:Resource!"},
    Shape{"Composition",
        "resourceType:code! id:id! language:code status:code!=preliminary|final type:CodeableConcept! subject:Reference! date:dateTime! "
        "author:Reference!* title:string! confidentiality:code!=R custodian:Reference! section:Section!*"},
    Shape{"Section", "title:string! code:CodeableConcept! text:Narrative! entry:Reference*"},
    Shape{"Patient",
        "resourceType:code! id:id! identifier:Identifier!* name:HumanName!* telecom:ContactPoint* gender:code=male|female|other|unknown "
        "birthDate:date contact:PatientContact* generalPractitioner:Reference*"},
    Shape{"PatientContact", "relationship:CodeableConcept* name:HumanName! telecom:ContactPoint*"},
    Shape{"Practitioner", "resourceType:code! id:id! name:HumanName!*"},
    Shape{"Organization", "resourceType:code! id:id! name:string! telecom:ContactPoint* address:Address*"},
    Shape{"ServiceRequest",
        "resourceType:code! id:id! identifier:Identifier!* status:code!=active intent:code!=order code:CodeableConcept! "
        "subject:Reference! authoredOn:dateTime! requester:Reference! performer:Reference!* reasonCode:CodeableConcept!*"},
    Shape{"Consent",
        "resourceType:code! id:id! status:code!=active scope:CodeableConcept! category:CodeableConcept!* patient:Reference! "
        "dateTime:dateTime! organization:Reference!* policyRule:CodeableConcept! provision:Provision!"},
    Shape{"Provision", "type:code!=permit period:Period! actor:Actor!* purpose:Coding!* code:CodeableConcept*"},
    Shape{"Actor", "role:CodeableConcept! reference:Reference!"},
    Shape{"EpisodeOfCare",
        "resourceType:code! id:id! status:code!=planned|waitlist|active|onhold|finished|cancelled patient:Reference! "
        "managingOrganization:Reference! period:Period careManager:Reference"},
    Shape{"Observation",
        "resourceType:code! id:id! status:code!=final category:CodeableConcept!* code:CodeableConcept! subject:Reference! "
        "effectiveDateTime:dateTime! valueString:string valueCodeableConcept:CodeableConcept dataAbsentReason:CodeableConcept "
        "component:Component*"},
    Shape{"Component", "code:CodeableConcept! valueCodeableConcept:CodeableConcept dataAbsentReason:CodeableConcept"},
    Shape{"Flag",
        "resourceType:code! id:id! status:code!=active|inactive category:CodeableConcept* code:CodeableConcept! subject:Reference! "
        "period:Period"},
    Shape{"RiskAssessment",
        "resourceType:code! id:id! status:code!=final code:CodeableConcept subject:Reference! occurrenceDateTime:dateTime "
        "prediction:Prediction!* mitigation:string note:Annotation*"},
    Shape{"Prediction", "outcome:CodeableConcept! qualitativeRisk:CodeableConcept"},
    Shape{"Annotation", "text:string!"},
    Shape{"Appointment",
        "resourceType:code! id:id! status:code!=booked|fulfilled|noshow|cancelled description:string start:instant! end:instant! "
        "participant:Participant!*"},
    Shape{"Participant", "actor:Reference! status:code!=accepted|needs-action"},
    Shape{"MedicationStatement",
        "resourceType:code! id:id! status:code!=unknown medicationCodeableConcept:CodeableConcept! subject:Reference! "
        "dateAsserted:dateTime! informationSource:Reference! dosage:Dosage!*"},
    Shape{"Dosage", "text:string!"},
    Shape{"CarePlan",
        "resourceType:code! id:id! identifier:Identifier!* status:code!=active intent:code!=plan category:CodeableConcept!* "
        "subject:Reference! created:dateTime goal:Reference* activity:Activity*"},
    Shape{"Activity", "detail:Detail!"},
    Shape{"Detail", "status:code!=not-started|in-progress|completed description:string! scheduledPeriod:Period"},
    Shape{"Goal",
        "resourceType:code! id:id! lifecycleStatus:code!=planned|active|completed|cancelled category:CodeableConcept!* "
        "description:CodeableConcept! subject:Reference! expressedBy:Reference target:Target*"},
    Shape{"Target", "dueDate:date!"},
    Shape{"QuestionnaireResponse",
        "resourceType:code! id:id! questionnaire:uri! status:code!=completed subject:Reference! authored:dateTime! item:AskedSection!*"},
    Shape{"AskedSection", "linkId:string! text:string! item:AskedQuestion!*"},
    Shape{"AskedQuestion", "linkId:string! text:string! answer:Answered!*"},
    Shape{"Answered", "valueString:string!"},
    Shape{"Identifier", "system:uri! value:string!"},
    Shape{"CodeableConcept", "coding:Coding* text:string"},
    Shape{"Coding", "system:uri! code:code! display:string"},
    Shape{"Reference", "reference:urn!"},
    Shape{"Period", "start:dateTime end:dateTime"},
    Shape{"HumanName", "use:code=official|usual|nickname|old family:string given:string* text:string"},
    Shape{"ContactPoint", "system:code!=phone|email value:string!"},
    Shape{"Address", "text:string!"},
    Shape{"Narrative", "status:code!=generated div:xhtml!"},
};

QList<Element> parsed(const char *text)
{
    QList<Element> elements;
    for (const QString &word : QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts)) {
        Element element;
        QString rest = word.section(u':', 1);
        element.name = word.section(u':', 0, 0);
        if (const qsizetype at = rest.indexOf(u'='); at >= 0) {
            element.values = rest.mid(at + 1).split(u'|');
            rest.truncate(at);
        }
        element.many = rest.endsWith(u'*');
        rest.remove(u'*');
        element.needed = rest.endsWith(u'!');
        rest.remove(u'!');
        element.kind = rest;
        elements.append(element);
    }
    return elements;
}

const QHash<QString, QList<Element>> &shapes()
{
    static const QHash<QString, QList<Element>> all = [] {
        QHash<QString, QList<Element>> made;
        for (const Shape &shape : kShapes)
            made.insert(QString::fromLatin1(shape.kind), parsed(shape.elements));
        return made;
    }();
    return all;
}

bool matches(const QString &text, const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern))).match(text).hasMatch();
}

bool isInstant(const QString &text)
{
    return matches(text, "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})")
        && QDateTime::fromString(text, Qt::ISODateWithMs).isValid();
}

bool isOfKind(const QString &kind, const QString &text)
{
    if (kind == u"instant")
        return isInstant(text);
    if (kind == u"date")
        return PartialDate::fromText(text).has_value();
    if (kind == u"dateTime")
        return PartialDate::fromText(text).has_value() || isInstant(text);
    if (kind == u"code")
        return matches(text, "[^\\s]+( [^\\s]+)*");
    if (kind == u"id")
        return matches(text, "[A-Za-z0-9.-]{1,64}");
    if (kind == u"uri")
        return matches(text, "[a-z][a-z0-9+.-]*:[^\\s]+");
    if (kind == u"urn")
        return text.startsWith(u"urn:uuid:") && text == text.toLower() && !QUuid::fromString(text.mid(9)).isNull() && text.size() == 45;
    return !text.trimmed().isEmpty(); // string, xhtml
}

bool isPrimitive(const QString &kind) { return kind.at(0).isLower(); }

void checkObject(const QString &kind, const QString &place, const QJsonObject &object, QStringList &problems);

void checkValue(const Element &element, const QString &place, const QJsonValue &value, QStringList &problems)
{
    if (isPrimitive(element.kind)) {
        if (!value.isString())
            problems.append(place + u": not a text"_s);
        else if (!isOfKind(element.kind, value.toString()))
            problems.append(place + u": not a valid "_s + element.kind);
        else if (!element.values.isEmpty() && !element.values.contains(value.toString()))
            problems.append(place + u": not one of its codes"_s);
        return;
    }
    if (!value.isObject()) {
        problems.append(place + u": not an object"_s);
        return;
    }
    const QJsonObject object = value.toObject();
    if (element.kind != u"Resource") {
        checkObject(element.kind, place, object, problems);
        return;
    }
    static const QStringList resources{u"Composition"_s, u"Patient"_s, u"Practitioner"_s, u"Organization"_s, u"ServiceRequest"_s,
        u"Consent"_s, u"EpisodeOfCare"_s, u"Observation"_s, u"Flag"_s, u"MedicationStatement"_s, u"CarePlan"_s, u"Goal"_s, u"Appointment"_s,
        u"QuestionnaireResponse"_s, u"RiskAssessment"_s};
    const QString type = object.value(u"resourceType"_s).toString();
    if (resources.contains(type))
        checkObject(type, type, object, problems);
    else
        problems.append(place + u": a kind of resource that does not belong into a referral"_s);
}

void checkObject(const QString &kind, const QString &place, const QJsonObject &object, QStringList &problems)
{
    const QList<Element> elements = shapes().value(kind);
    if (object.isEmpty())
        problems.append(place + u": empty"_s);
    QStringList known;
    for (const Element &element : elements) {
        known.append(element.name);
        const QString inside = place + u'.' + element.name;
        const QJsonValue value = object.value(element.name);
        if (value.isUndefined()) {
            if (element.needed)
                problems.append(inside + u": missing"_s);
            continue;
        }
        if (!element.many) {
            checkValue(element, inside, value, problems);
            continue;
        }
        const QJsonArray list = value.toArray();
        if (!value.isArray() || list.isEmpty())
            problems.append(inside + u": not a list with something in it"_s);
        for (const QJsonValue &one : list)
            checkValue(element, inside, one, problems);
    }
    for (auto it = object.begin(); it != object.end(); ++it)
        if (!known.contains(it.key()))
            problems.append(place + u'.' + atMost(it.key(), 40) + u": unknown"_s);
}

} // namespace

std::optional<ElementForm> elementForm(const QString &kind, const QString &name)
{
    for (const Element &element : shapes().value(kind))
        if (element.name == name)
            return ElementForm{element.kind, isPrimitive(element.kind)};
    return {};
}

QStringList shapeProblems(const QJsonObject &bundle)
{
    QStringList problems;
    checkObject(u"Bundle"_s, u"Bundle"_s, bundle, problems);
    return problems;
}

} // namespace keywork::fhir
