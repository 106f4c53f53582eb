// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sharing/referrals_in.h"

#include "core/domain/stay.h"
#include "core/record/draft_place.h"
#include "core/record/row_text.h"
#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "core/services/sharing/durable_file.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const DraftPlace kNewResident{u"person"_s}; ///< where the new resident's form keeps its draft

/// What a foreign text may bring into a field: no characters that turn or hide others.
QString harmless(const QString &text)
{
    QString kept;
    for (const QChar c : text)
        if (c == u'\n' || (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format))
            kept.append(c);
    return kept.trimmed();
}

QString contentOf(const IncomingReferral &incoming)
{
    QStringList parts;
    for (const auto &[title, text] : incoming.sections)
        parts.append(title + u'\n' + text);
    return harmless(parts.join(u"\n\n"_s)).left(100'000);
}

} // namespace

Result<IncomingReferral> ReferralsIn::open(const QString &path, const QString &passphrase) const
{
    if (!m_records.session().may(Act::Export, Category::Identity))
        return Error{m_records.session().refusal(), {}, {}};
    QFile file(path);
    if (belongsToOpenHostel(path) || !file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, {}, {}};
    auto read = readReferral(file.read(kLargestReferral + 1), passphrase);
    if (!read)
        return read;
    const auto before
        = m_records.count(recordType<ReferralIn>(), {.filters = {{u"fingerprint"_s, Filter::Comparison::Equals, read->fingerprint}}});
    if (!before)
        return before.error();
    return *before > 0 ? Result<IncomingReferral>(Error{ErrorKind::AlreadyExists, {}, {}}) : read;
}

Result<Kept<ReferralIn>> ReferralsIn::keep(const IncomingReferral &incoming)
{
    ReferralIn kept;
    kept.receivedOn = m_records.today();
    kept.fromWhom = harmless(incoming.fromWhom).left(200);
    kept.theirReference = harmless(incoming.reference).left(200);
    kept.personName = harmless(incoming.personName()).left(200);
    kept.born = incoming.born;
    kept.reason = harmless(incoming.reason).left(4000);
    kept.content = contentOf(incoming);
    kept.document = QString::fromUtf8(QJsonDocument::fromJson(incoming.document).toJson(QJsonDocument::Compact));
    kept.fingerprint = incoming.fingerprint;
    return m_records.add(kept);
}

Done ReferralsIn::startResident(const Kept<ReferralIn> &referral)
{
    if (!Drafts(m_records).at(kNewResident).isEmpty())
        return Error{ErrorKind::AlreadyExists, {}, {}};
    Row person = emptyRow(recordType<Person>());
    person.set(u"given_name"_s, referral.value.personName.section(u' ', 0, 0).left(100));
    person.set(u"family_name"_s, referral.value.personName.section(u' ', 1).left(100));
    if (!referral.value.born.isEmpty())
        person.set(u"born_on"_s, referral.value.born);
    Row stay = emptyRow(recordType<Stay>());
    stay.set(u"referred_on"_s, referral.value.receivedOn.toString(Qt::ISODate));
    stay.set(u"decision"_s, QString::fromLatin1(codeOf(ReferralDecision::Waiting)));
    stay.set(u"referred_by"_s, referral.value.fromWhom);
    stay.set(u"referral_reason"_s, referral.value.reason);
    return Drafts(m_records).keep(
        kNewResident, {{u"row"_s, toJson(person)}, {u"base"_s, toJson(emptyRow(recordType<Person>()))}, {u"extra"_s, toJson(stay)}});
}

} // namespace keywork
