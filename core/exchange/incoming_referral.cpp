// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/incoming_referral.h"

#include "core/exchange/fhir_rules.h"
#include "core/exchange/protected_pdf.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Error refused(const QString &why) { return {ErrorKind::Damaged, why, {}}; }

Result<QByteArray> bundleIn(const QByteArray &file, const QString &passphrase)
{
    if (file.size() > kLargestReferral)
        return refused(u"too large"_s);
    if (!file.startsWith("%PDF"))
        return file;
    const auto attachments = attachmentsOf(file, passphrase, kLargestReferral);
    if (!attachments)
        return attachments.error();
    for (const Attachment &attachment : *attachments)
        if (attachment.name.endsWith(u".fhir.json"))
            return attachment.bytes;
    return refused(u"no data inside"_s);
}

QJsonObject resourceAt(const QJsonArray &entries, const QString &address)
{
    for (const QJsonValue &entry : entries)
        if (entry.toObject().value(u"fullUrl"_s).toString() == address)
            return entry.toObject().value(u"resource"_s).toObject();
    return {};
}

QJsonObject referred(const QJsonArray &entries, const QJsonValue &reference)
{
    return resourceAt(entries, reference.toObject().value(u"reference"_s).toString());
}

QString shown(const QJsonValue &text) { return text.toString().left(20'000); }

void readPerson(const QJsonObject &patient, IncomingReferral &read)
{
    for (const QJsonValue &name : patient.value(u"name"_s).toArray()) {
        const QJsonObject object = name.toObject();
        if (object.value(u"use"_s) != u"official"_s || (!object.contains(u"given"_s) && !object.contains(u"family"_s)))
            continue;
        read.familyName = shown(object.value(u"family"_s));
        read.givenName = shown(object.value(u"given"_s).toArray().at(0));
    }
    read.born = shown(patient.value(u"birthDate"_s));
}

void readSections(const QJsonObject &composition, IncomingReferral &read)
{
    for (const QJsonValue &value : composition.value(u"section"_s).toArray()) {
        const QJsonObject section = value.toObject();
        const QString text = fhir::narrativeText(section.value(u"text"_s).toObject().value(u"div"_s).toString());
        const QString code = section.value(u"code"_s).toObject().value(u"coding"_s).toArray().at(0).toObject().value(u"code"_s).toString();
        if (code == u"why")
            read.reason = text;
        else
            read.sections.append({shown(section.value(u"title"_s)), text});
    }
}

} // namespace

Result<IncomingReferral> readReferral(const QByteArray &file, const QString &passphrase)
{
    auto bundle = bundleIn(file, passphrase);
    if (!bundle)
        return bundle.error();
    QJsonParseError error;
    const QJsonDocument parsed = QJsonDocument::fromJson(*bundle, &error);
    if (error.error != QJsonParseError::NoError || !parsed.isObject())
        return refused(u"no JSON"_s);
    if (const QStringList problems = fhir::documentProblems(parsed.object()); !problems.isEmpty())
        return refused(problems.first());
    const QJsonArray entries = parsed.object().value(u"entry"_s).toArray();
    const QJsonObject composition = entries.at(0).toObject().value(u"resource"_s).toObject();
    IncomingReferral read;
    read.document = *bundle;
    read.fingerprint = QString::fromLatin1(QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex());
    read.reference = shown(composition.value(u"title"_s));
    read.preparedAt = QDateTime::fromString(composition.value(u"date"_s).toString(), Qt::ISODate);
    read.fromWhom = shown(referred(entries, composition.value(u"custodian"_s)).value(u"name"_s));
    const QJsonObject author = referred(entries, composition.value(u"author"_s).toArray().at(0));
    read.preparedBy = shown(author.value(u"name"_s).toArray().at(0).toObject().value(u"text"_s));
    readPerson(referred(entries, composition.value(u"subject"_s)), read);
    readSections(composition, read);
    if (read.personName().trimmed().isEmpty())
        return refused(u"no name"_s);
    return read;
}

} // namespace keywork
