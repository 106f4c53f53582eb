// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sharing/referrals_in.h"

#include "core/base/plain_file.h"
#include "core/base/text.h"
#include "core/services/records/records.h"
#include "core/services/sharing/durable_file.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// What a foreign text may bring into a field: no characters that turn or hide others.
QString harmless(const QString &text)
{
    QString kept;
    for (const QChar c : text) // a tab parts words; joiners are letters' own in Persian, Indic scripts and emoji
        if (c == u'\t')
            kept.append(u' ');
        else if (c == u'\n' || c == QChar(0x200C) || c == QChar(0x200D)
            || (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format))
            kept.append(c);
    return kept.trimmed();
}

QString contentOf(const IncomingReferral &incoming)
{
    QStringList parts;
    if (incoming.personName().size() > 200) // the list holds its beginning only
        parts.append(incoming.personName());
    for (const auto &[title, text] : incoming.sections)
        parts.append(title + u'\n' + text);
    return atMost(harmless(parts.join(u"\n\n"_s)), 100'000);
}

/// As it is kept: the same from whatever file it came.
QString compact(const QByteArray &document)
{
    return cleaned(QString::fromUtf8(QJsonDocument::fromJson(document).toJson(QJsonDocument::Compact)));
}

QString idOf(const IncomingReferral &incoming) { return cleaned(atMost(incoming.documentId, 500)); }

/// The number under which this very document is here; empty: it is not.
QString sameAs(const QList<Kept<ReferralIn>> &alike, const IncomingReferral &incoming)
{
    const QString document = alike.isEmpty() ? QString() : compact(incoming.document);
    for (const Kept<ReferralIn> &known : alike)
        if (known.value.fingerprint == incoming.fingerprint || known.value.document == document)
            return known.value.number;
    return {};
}

bool isToCome(const QString &born, QDate today)
{
    const auto date = PartialDate::fromText(born);
    return date && date->earliest() > today;
}

/// Given and family name as the document tells them; where it gives one text, the last word is taken for the family's.
std::pair<QString, QString> nameParts(const std::optional<IncomingReferral> &read, const QString &whole)
{
    if (read && !(read->givenName + read->familyName).isEmpty())
        return {harmless(read->givenName), harmless(read->familyName)};
    const qsizetype last = whole.lastIndexOf(u' ');
    return last < 0 ? std::pair(whole, emptyText()) : std::pair(whole.left(last), whole.mid(last + 1));
}

} // namespace

Result<QList<Kept<ReferralIn>>> ReferralsIn::alike(const IncomingReferral &incoming) const
{
    QList<Filter> same{{u"fingerprint"_s, Filter::Comparison::Equals, incoming.fingerprint}};
    if (const QString id = idOf(incoming); !id.isEmpty()) // what came by telephone has none
        same.append({u"document_id"_s, Filter::Comparison::Equals, id});
    return m_records.all<ReferralIn>({.orderBy = u"id"_s, .anyOf = same});
}

Result<IncomingReferral> ReferralsIn::open(const QString &path, const QString &passphrase) const
{
    if (!m_records.session().may(Act::Export, Category::Identity))
        return Error{m_records.session().refusal(), {}, {}};
    QFile file(path);
    if (belongsToOpenHostel(path))
        return Error{ErrorKind::NotFound, {}, {}};
    if (Done opened = openPlainFile(file); !opened)
        return opened.error();
    auto read = readReferral(file.read(kLargestReferral + 1), passphrase);
    if (!read)
        return read;
    if (isToCome(read->born, m_records.today()))
        return Error{ErrorKind::Damaged, kBirthToCome, {}};
    const auto known = alike(*read);
    if (!known)
        return known.error();
    if (const QString number = sameAs(*known, *read); !number.isEmpty())
        return Error{ErrorKind::AlreadyExists, number, {}};
    if (!known->isEmpty())
        read->earlierAs = known->first().value.number;
    return read;
}

Result<Kept<ReferralIn>> ReferralsIn::keep(const IncomingReferral &incoming)
{
    const auto known = alike(incoming);
    if (!known)
        return known.error();
    if (const QString number = sameAs(*known, incoming); !number.isEmpty())
        return Error{ErrorKind::AlreadyExists, number, {}};
    ReferralIn kept;
    kept.receivedOn = m_records.today();
    kept.how = ReferralInHow::File;
    kept.source = {u"other_hostel"_s};
    kept.fromWhom = atMost(harmless(incoming.fromWhom), 200);
    kept.theirReference = atMost(harmless(incoming.reference), 200);
    kept.personName = atMost(harmless(incoming.personName()), 200);
    kept.born = incoming.born;
    kept.reason = atMost(harmless(incoming.reason), 4000);
    kept.content = contentOf(incoming);
    kept.document = compact(incoming.document);
    kept.documentId = idOf(incoming);
    kept.fingerprint = incoming.fingerprint;
    return m_records.add(kept);
}

Row ReferralsIn::startOf(const Kept<ReferralIn> &referral) const
{
    Row person = emptyRow(recordType<Person>());
    const auto document = readReferral(referral.value.document.toUtf8());
    const auto read = document ? std::optional(*document) : std::nullopt;
    const auto [given, family] = nameParts(read, referral.value.personName);
    person.set(u"given_name"_s, atMost(given, 100));
    person.set(u"family_name"_s, atMost(family, 100));
    if (read && !read->telephones.isEmpty())
        person.set(u"telephone"_s, atMost(harmless(read->telephones.first()), 60));
    if (!referral.value.born.isEmpty())
        person.set(u"born_on"_s, referral.value.born);
    return person;
}

} // namespace keywork
