// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_rules.h"

#include "core/exchange/fhir_shapes.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QSet>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace keywork::fhir {

namespace {

/// Every reference inside a value, however deep.
void collectReferences(const QJsonValue &value, QStringList &found)
{
    if (value.isArray()) {
        for (const QJsonValue &one : value.toArray())
            collectReferences(one, found);
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == u"reference" && it.value().isString())
            found.append(it.value().toString());
        else
            collectReferences(it.value(), found);
    }
}

QSet<QString> reachedFrom(const QString &start, const QHash<QString, QJsonObject> &resources)
{
    QSet<QString> reached{start};
    QStringList open{start};
    while (!open.isEmpty()) {
        QStringList next;
        collectReferences(resources.value(open.takeFirst()), next);
        for (const QString &one : std::as_const(next))
            if (!reached.contains(one)) {
                reached.insert(one);
                open.append(one);
            }
    }
    return reached;
}

/// A value, or why there is none (R4, Observation, obs-6).
bool saysOneThing(const QJsonObject &observed)
{
    int said = 0;
    for (const QString &element : {u"valueString"_s, u"valueCodeableConcept"_s, u"dataAbsentReason"_s})
        said += observed.contains(element) ? 1 : 0;
    return said == 1;
}

/// References that have to lead to a certain kind of resource.
void checkTargets(const QJsonObject &resource, const QHash<QString, QJsonObject> &resources, QStringList &problems)
{
    static const QHash<QString, QStringList> targets{{u"subject"_s, {u"Patient"_s}}, {u"patient"_s, {u"Patient"_s}},
        {u"custodian"_s, {u"Organization"_s}}, {u"managingOrganization"_s, {u"Organization"_s}}, {u"careManager"_s, {u"Practitioner"_s}},
        {u"requester"_s, {u"Practitioner"_s}}, {u"informationSource"_s, {u"Patient"_s, u"Organization"_s}},
        {u"expressedBy"_s, {u"Patient"_s}}};
    const QString type = resource.value(u"resourceType"_s).toString();
    for (auto it = targets.begin(); it != targets.end(); ++it) {
        const QString to = resource.value(it.key()).toObject().value(u"reference"_s).toString();
        if (!to.isEmpty() && resources.contains(to) && !it.value().contains(resources.value(to).value(u"resourceType"_s).toString()))
            problems.append(type + u'.' + it.key() + u": leads to something else"_s);
    }
}

/// Nobody else's appointment, and none that ends before it starts.
void checkAppointment(const QJsonObject &appointment, const QHash<QString, QJsonObject> &resources, QStringList &problems)
{
    for (const QJsonValue &one : appointment.value(u"participant"_s).toArray()) {
        const QString who = one.toObject().value(u"actor"_s).toObject().value(u"reference"_s).toString();
        if (resources.contains(who) && resources.value(who).value(u"resourceType"_s) != u"Patient"_s)
            problems.append(u"Appointment.participant.actor: leads to something else"_s);
    }
    const auto at = [&](const QString &name) { return QDateTime::fromString(appointment.value(name).toString(), Qt::ISODateWithMs); };
    if (at(u"end"_s) < at(u"start"_s))
        problems.append(u"Appointment.end: before it starts"_s);
}

void checkNarratives(const QJsonObject &composition, QStringList &problems)
{
    for (const QJsonValue &section : composition.value(u"section"_s).toArray())
        if (narrativeText(section.toObject().value(u"text"_s).toObject().value(u"div"_s).toString()).isEmpty())
            problems.append(u"Composition.section.text: not readable"_s);
}

void checkIds(const QString &address, const QJsonObject &resource, QStringList &problems)
{
    if (address != u"urn:uuid:"_s + resource.value(u"id"_s).toString())
        problems.append(u"Bundle.entry.fullUrl: not the resource's own"_s);
}

} // namespace

QString narrativeText(const QString &xhtml)
{
    static const QSet<QString> allowed{u"div"_s, u"p"_s, u"b"_s, u"table"_s, u"tr"_s, u"td"_s};
    QXmlStreamReader reader(xhtml);
    QString text;
    bool first = true;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference
            || token == QXmlStreamReader::ProcessingInstruction)
            return {};
        if (token == QXmlStreamReader::StartElement) {
            const bool opens = first;
            first = false;
            const bool inSpace = reader.namespaceUri() == u"http://www.w3.org/1999/xhtml";
            if (!inSpace || !allowed.contains(reader.name().toString()) || !reader.attributes().isEmpty()
                || opens != (reader.name() == u"div"))
                return {};
        }
        if (token == QXmlStreamReader::EndElement && (reader.name() == u"p" || reader.name() == u"tr"))
            text += u'\n';
        if (token == QXmlStreamReader::EndElement && (reader.name() == u"td" || reader.name() == u"b"))
            text += u"  "_s;
        if (token == QXmlStreamReader::Characters)
            text += reader.text();
    }
    return reader.hasError() ? QString() : text.trimmed();
}

QStringList documentProblems(const QJsonObject &bundle)
{
    QStringList problems = shapeProblems(bundle);
    const QJsonArray entries = bundle.value(u"entry"_s).toArray();
    QHash<QString, QJsonObject> resources;
    int patients = 0;
    for (const QJsonValue &entry : entries) {
        const QString address = entry.toObject().value(u"fullUrl"_s).toString();
        const QJsonObject resource = entry.toObject().value(u"resource"_s).toObject();
        if (resources.contains(address))
            problems.append(u"Bundle.entry.fullUrl: there twice"_s);
        resources.insert(address, resource);
        patients += resource.value(u"resourceType"_s) == u"Patient"_s ? 1 : 0;
        checkIds(address, resource, problems);
    }
    const QString first = entries.at(0).toObject().value(u"fullUrl"_s).toString();
    const QJsonObject composition = resources.value(first);
    if (composition.value(u"resourceType"_s) != u"Composition"_s)
        problems.append(u"Bundle.entry: does not begin with the Composition"_s);
    if (patients != 1)
        problems.append(u"Bundle: not about exactly one person"_s);
    checkNarratives(composition, problems);
    for (const QJsonObject &resource : std::as_const(resources)) {
        QStringList references;
        collectReferences(resource, references);
        for (const QString &reference : std::as_const(references))
            if (!resources.contains(reference))
                problems.append(resource.value(u"resourceType"_s).toString() + u": refers to what is not there"_s);
        checkTargets(resource, resources, problems);
        if (resource.value(u"resourceType"_s) == u"Appointment"_s)
            checkAppointment(resource, resources, problems);
        if (resource.value(u"resourceType"_s) == u"Observation"_s) {
            if (!saysOneThing(resource))
                problems.append(u"Observation: not exactly one value"_s);
            for (const QJsonValue &component : resource.value(u"component"_s).toArray())
                if (!saysOneThing(component.toObject()))
                    problems.append(u"Observation: not exactly one value in a part"_s);
        }
    }
    const QSet<QString> reached = reachedFrom(first, resources);
    for (auto it = resources.keyBegin(); it != resources.keyEnd(); ++it)
        if (!reached.contains(*it))
            problems.append(u"Bundle: a resource that nothing in the document leads to"_s);
    return problems;
}

} // namespace keywork::fhir
