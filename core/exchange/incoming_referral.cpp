// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/incoming_referral.h"

#include "core/base/text.h"
#include "core/domain/person.h"
#include "core/exchange/fhir_rules.h"
#include "core/exchange/fhir_unread.h"
#include "core/exchange/json_keys.h"
#include "core/exchange/protected_pdf.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kLongestName = 1000; // nobody's is; the longest on record have some hundred letters

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

QString shown(const QJsonValue &text) { return atMost(text.toString(), 20'000); }

QString joined(const QJsonArray &texts)
{
    QStringList words;
    for (const QJsonValue &text : texts)
        words.append(shown(text).trimmed());
    words.removeAll(QString());
    return words.join(u' ');
}

/// The name to go by: the official one, else one whose use is not said, else any.
int rankOf(const QJsonObject &name)
{
    static const QStringList ranks{u"official"_s, QString(), u"usual"_s, u"nickname"_s, u"old"_s};
    return int(ranks.indexOf(name.value(u"use"_s).toString()));
}

bool isTooLong(const QJsonObject &name)
{
    const QJsonArray given = name.value(u"given"_s).toArray();
    return joined(given).size() > kLongestName || name.value(u"family"_s).toString().size() > kLongestName
        || name.value(u"text"_s).toString().size() > kLongestName;
}

void readName(const QJsonObject &name, IncomingReferral &read)
{
    read.givenName = joined(name.value(u"given"_s).toArray());
    read.familyName = shown(name.value(u"family"_s)).trimmed();
    read.writtenName = shown(name.value(u"text"_s)).trimmed();
}

void readNames(const QJsonArray &names, IncomingReferral &read)
{
    QList<QJsonObject> all;
    for (const QJsonValue &name : names)
        all.append(name.toObject());
    std::stable_sort(all.begin(), all.end(), [](const QJsonObject &a, const QJsonObject &b) { return rankOf(a) < rankOf(b); });
    for (const QJsonObject &name : std::as_const(all)) {
        IncomingReferral one;
        readName(name, one);
        if (read.personName().isEmpty())
            readName(name, read);
        else if (const QString other = one.personName(); !other.isEmpty() && other != read.personName() && !read.otherNames.contains(other))
            read.otherNames.append(other);
    }
}

/// A number that is written in other groups is the same number.
QString compared(const QString &contact)
{
    QString same = contact.toCaseFolded();
    same.removeIf([](QChar c) { return c.isSpace() || c == u'-' || c == u'(' || c == u')'; });
    return same;
}

void readContacts(const QJsonArray &contacts, IncomingReferral &read)
{
    QSet<QString> known;
    for (const QJsonValue &contact : contacts) {
        const QString text = shown(contact.toObject().value(u"value"_s)).trimmed();
        if (text.isEmpty() || known.contains(compared(text)))
            continue;
        known.insert(compared(text));
        (contact.toObject().value(u"system"_s) == u"email"_s ? read.emails : read.telephones).append(text);
    }
}

/// What the data says of the person and none of the texts does, so that somebody reads it.
void addUntold(IncomingReferral &read)
{
    QString told = read.reason;
    for (const auto &[title, text] : read.sections)
        told += u'\n' + text;
    QStringList lines;
    const auto add = [&](const char *label, const QStringList &texts) {
        for (const QString &text : texts)
            if (!told.contains(text))
                lines.append(QString::fromUtf8(label) + u": "_s + text);
    };
    add(recordType<PersonName>().title, read.otherNames);
    add(recordType<Person>().fieldNamed(u"telephone"_s)->label, read.telephones);
    add(recordType<Person>().fieldNamed(u"email"_s)->label, read.emails);
    if (!lines.isEmpty())
        read.sections.prepend({QString::fromUtf8(recordType<Person>().title), lines.join(u'\n')});
}

/// What another program wrote and this one does not read, so that whoever takes it in looks at the document itself.
void addUnread(const QStringList &unread, IncomingReferral &read)
{
    constexpr qsizetype kShown = 60;
    QStringList lines;
    for (const QString &line : unread.mid(0, kShown))
        lines.append(u"not read: "_s + line);
    if (unread.size() > kShown)
        lines.append(u"not read: %1 more"_s.arg(unread.size() - kShown));
    lines.removeDuplicates();
    if (!lines.isEmpty())
        read.sections.append({QString::fromUtf8(QT_TRANSLATE_NOOP("record", "Not read")), lines.join(u'\n')});
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

QString IncomingReferral::personName() const
{
    const QString parts = QString(givenName + u' ' + familyName).trimmed();
    return parts.isEmpty() ? writtenName : parts;
}

Result<IncomingReferral> readReferral(const QByteArray &file, const QString &passphrase)
{
    auto bundle = bundleIn(file, passphrase);
    if (!bundle)
        return bundle.error();
    QJsonParseError error;
    const QJsonDocument parsed = QJsonDocument::fromJson(*bundle, &error);
    if (error.error != QJsonParseError::NoError || !parsed.isObject())
        return refused(u"no JSON"_s);
    if (holdsKeyTwice(*bundle))
        return refused(kSaidTwice);
    QStringList unread;
    const QJsonObject document = fhir::withoutUnread(parsed.object(), unread);
    if (const QStringList problems = fhir::documentProblems(document); !problems.isEmpty())
        return refused(problems.first());
    const QJsonArray entries = document.value(u"entry"_s).toArray();
    const QJsonObject composition = entries.at(0).toObject().value(u"resource"_s).toObject();
    IncomingReferral read;
    read.document = *bundle;
    read.fingerprint = QString::fromLatin1(QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex());
    read.reference = shown(composition.value(u"title"_s));
    read.preparedAt = QDateTime::fromString(composition.value(u"date"_s).toString(), Qt::ISODate);
    read.fromWhom = shown(referred(entries, composition.value(u"custodian"_s)).value(u"name"_s));
    const QJsonObject author = referred(entries, composition.value(u"author"_s).toArray().at(0));
    read.preparedBy = shown(author.value(u"name"_s).toArray().at(0).toObject().value(u"text"_s));
    const QJsonObject identifier = document.value(u"identifier"_s).toObject();
    read.documentId = identifier.value(u"system"_s).toString() + u'|' + identifier.value(u"value"_s).toString();
    const QJsonObject patient = referred(entries, composition.value(u"subject"_s));
    const QJsonArray names = patient.value(u"name"_s).toArray();
    if (std::any_of(names.cbegin(), names.cend(), [](const QJsonValue &name) { return isTooLong(name.toObject()); }))
        return refused(kNameTooLong);
    readNames(names, read);
    if (read.personName().isEmpty())
        return refused(kNobodyNamed);
    read.born = shown(patient.value(u"birthDate"_s));
    readContacts(patient.value(u"telecom"_s).toArray(), read);
    readSections(composition, read);
    addUntold(read);
    addUnread(unread, read);
    return read;
}

} // namespace keywork
