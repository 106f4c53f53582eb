// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_unread.h"

#include "core/base/text.h"
#include "core/exchange/fhir_shapes.h"

#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace keywork::fhir {

namespace {

constexpr qsizetype kLongestSaid = 200;

struct Safe {
    const char *kind;
    const char *elements; ///< "name", or "name=a|b": with these values only
};

// Elements of FHIR R4 (4.0.1), by its resource and data type pages, that add something and take nothing back: none is
// marked "is modifier" there. What is not named is not safe. Of Bundle, Consent and what is inside them nothing is.
constexpr std::array kSafe{
    Safe{"Composition", "identifier encounter event attester"},
    Safe{"Section", "orderedBy"},
    Safe{"Patient", "maritalStatus communication photo multipleBirthBoolean multipleBirthInteger managingOrganization address"},
    Safe{"PatientContact", "gender organization address"},
    Safe{"Practitioner", "identifier telecom address gender birthDate photo qualification communication"},
    Safe{"Organization", "identifier type alias contact"},
    Safe{"ServiceRequest", "category priority encounter requisition supportingInfo note patientInstruction performerType"},
    Safe{"EpisodeOfCare", "identifier type diagnosis team referralRequest statusHistory"},
    Safe{"Observation", "identifier issued performer note method interpretation encounter bodySite device"},
    Safe{"Flag", "identifier encounter author"},
    Safe{"RiskAssessment", "identifier parent method encounter performer basis"},
    Safe{"Annotation", "authorString time"},
    Safe{"Appointment",
        "identifier serviceCategory serviceType specialty appointmentType reasonCode priority comment created patientInstruction "
        "minutesDuration"},
    Safe{"Participant", "type required"},
    Safe{"MedicationStatement", "identifier category note reasonCode"},
    Safe{"Dosage", "sequence timing route doseAndRate patientInstruction additionalInstruction"},
    Safe{"CarePlan", "title description author contributor careTeam note encounter addresses"},
    Safe{"Detail", "code location performer"},
    Safe{"Goal", "identifier priority note startDate statusDate addresses"},
    Safe{"Identifier", "use=usual|official|temp|secondary type assigner"},
    Safe{"Coding", "version userSelected"},
    Safe{"Reference", "display type identifier"},
    Safe{"HumanName", "prefix suffix"},
    Safe{"ContactPoint", "use=home|work|mobile|temp rank"},
    Safe{"Address", "use=home|work|temp|billing type line city district state postalCode country"},
};
const QStringList kNothingSafe{u"Bundle"_s, u"Entry"_s, u"Consent"_s, u"Provision"_s, u"Actor"_s};
const QStringList kSafeInResources{u"meta"_s, u"language"_s, u"text"_s};

const QHash<QString, QHash<QString, QStringList>> &safeElements()
{
    static const QHash<QString, QHash<QString, QStringList>> all = [] {
        QHash<QString, QHash<QString, QStringList>> made;
        for (const Safe &safe : kSafe)
            for (const QString &word : QString::fromLatin1(safe.elements).split(u' ', Qt::SkipEmptyParts))
                made[QString::fromLatin1(safe.kind)].insert(
                    word.section(u'=', 0, 0), word.section(u'=', 1).split(u'|', Qt::SkipEmptyParts));
        return made;
    }();
    return all;
}

bool isSafe(const QString &kind, const QString &name, const QJsonValue &value, bool isResource)
{
    if (kNothingSafe.contains(kind))
        return false;
    // An extension may not change the meaning of what it stands in (FHIR R4, "Extensibility"); one that may has another name.
    if (name == u"extension" || (isResource && kSafeInResources.contains(name)))
        return true;
    const auto elements = safeElements().value(kind);
    const auto found = elements.constFind(name);
    return found != elements.constEnd() && (found->isEmpty() || found->contains(value.toString()));
}

/// The texts of a value, for people; addresses and codes of programs say nothing to them.
void collectTexts(const QString &name, const QJsonValue &value, QStringList &texts)
{
    static const QStringList ofPrograms{u"system"_s, u"url"_s, u"reference"_s, u"id"_s, u"status"_s, u"div"_s, u"data"_s, u"profile"_s};
    if (ofPrograms.contains(name))
        return;
    if (value.isString() && !value.toString().trimmed().isEmpty())
        texts.append(atMost(value.toString(), kLongestSaid).simplified());
    else if (value.isBool() || value.isDouble())
        texts.append(value.toVariant().toString());
    for (const QJsonValue &one : value.toArray())
        collectTexts(name, one, texts);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        collectTexts(it.key(), it.value(), texts);
}

QString lineOf(const QString &place, const QString &name, const QJsonValue &value)
{
    QStringList texts;
    collectTexts(name, value, texts);
    texts.removeDuplicates();
    const QString said = atMost(texts.join(u", "_s), kLongestSaid);
    return place + u'.' + name + (said.isEmpty() ? QString() : u": "_s + said);
}

QJsonObject readPart(const QString &kind, const QString &place, const QJsonObject &object, QStringList &unread);

QJsonValue readValue(const ElementForm &form, const QString &place, const QJsonValue &value, QStringList &unread)
{
    if (value.isArray()) {
        QJsonArray kept;
        for (const QJsonValue &one : value.toArray())
            kept.append(one.isObject() ? readValue(form, place, one, unread) : one);
        return kept;
    }
    if (!value.isObject() || form.isPrimitive)
        return value;
    if (form.kind != u"Resource")
        return readPart(form.kind, place, value.toObject(), unread);
    const QString type = value.toObject().value(u"resourceType"_s).toString();
    return readPart(type, type, value.toObject(), unread);
}

QJsonObject readPart(const QString &kind, const QString &place, const QJsonObject &object, QStringList &unread)
{
    QJsonObject kept;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (const auto form = elementForm(kind, it.key()))
            kept.insert(it.key(), readValue(*form, place + u'.' + it.key(), it.value(), unread));
        else if (isSafe(kind, it.key(), it.value(), kind == place))
            unread.append(lineOf(place, it.key(), it.value()));
        else
            kept.insert(it.key(), it.value());
    }
    return kept;
}

} // namespace

QJsonObject withoutUnread(const QJsonObject &bundle, QStringList &unread) { return readPart(u"Bundle"_s, u"Bundle"_s, bundle, unread); }

} // namespace keywork::fhir
