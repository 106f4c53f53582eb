// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_parts.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace keywork::fhir {

QString localSystem(const char *name) { return u"https://keywork.example/fhir/CodeSystem/"_s + QString::fromLatin1(name); }

QString uuid(const ReferralFacts &facts, const QString &kind, qint64 id)
{
    const QUuid space = QUuid::fromRfc4122(facts.vaultId);
    return QUuid::createUuidV5(space, u"%1/%2"_s.arg(kind, QString::number(id))).toString(QUuid::WithoutBraces);
}

QJsonObject reference(const QString &id) { return {{u"reference"_s, urn(id)}}; }

QJsonObject coding(const QString &system, const QString &code, const QString &display)
{
    QJsonObject object{{u"system"_s, system}, {u"code"_s, code}};
    put(object, u"display"_s, display);
    return object;
}

QJsonObject codeable(const QJsonObject &code, const QString &text)
{
    QJsonObject object{{u"coding"_s, QJsonArray{code}}};
    put(object, u"text"_s, text);
    return object;
}

QJsonObject absentReason(NotSaidReason reason)
{
    const auto said = [](const char *code, const char *display) {
        return codeable(
            coding(u"http://terminology.hl7.org/CodeSystem/data-absent-reason"_s, QString::fromLatin1(code), QString::fromLatin1(display)));
    };
    switch (reason) {
    case NotSaidReason::NotAsked:
        return said("not-asked", "Not Asked");
    case NotSaidReason::DoesNotKnow:
        return said("asked-unknown", "Asked But Unknown");
    case NotSaidReason::PrefersNot:
        return said("asked-declined", "Asked But Declined");
    }
    return {};
}

QJsonObject textOnly(const QString &text) { return {{u"text"_s, plain(text)}}; }

QString instant(const QDateTime &moment) { return moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODate); }

QString plain(const QString &text)
{
    QString kept;
    for (const QChar c : text)
        if (c == u'\n' || c == u'\t' || c.category() != QChar::Other_Control)
            kept.append(c);
    return kept.trimmed();
}

void put(QJsonObject &object, const QString &name, const QString &text)
{
    if (const QString kept = plain(text); !kept.isEmpty())
        object.insert(name, kept);
}

void put(QJsonObject &object, const QString &name, const QJsonArray &values)
{
    if (!values.isEmpty())
        object.insert(name, values);
}

void put(QJsonObject &object, const QString &name, const QJsonObject &value)
{
    if (!value.isEmpty())
        object.insert(name, value);
}

QJsonObject period(const QString &from, const QString &until)
{
    QJsonObject span;
    put(span, u"start"_s, from);
    put(span, u"end"_s, until);
    return span;
}

void Narrative::line(const QString &label, const QString &text)
{
    endTable();
    m_body += u"<p><b>"_s + plain(label).toHtmlEscaped() + u"</b> "_s + plain(text).toHtmlEscaped() + u"</p>"_s;
}

void Narrative::paragraph(const QString &text)
{
    endTable();
    m_body += u"<p>"_s + plain(text).toHtmlEscaped() + u"</p>"_s;
}

void Narrative::row(const QStringList &cells)
{
    if (!m_inTable)
        m_body += u"<table>"_s;
    m_inTable = true;
    m_body += u"<tr>"_s;
    for (const QString &cell : cells)
        m_body += u"<td>"_s + plain(cell).toHtmlEscaped() + u"</td>"_s;
    m_body += u"</tr>"_s;
}

void Narrative::endTable()
{
    if (m_inTable)
        m_body += u"</table>"_s;
    m_inTable = false;
}

QJsonObject Narrative::toJson() const
{
    const QString end = m_inTable ? u"</table>"_s : QString();
    return {{u"status"_s, u"generated"_s}, {u"div"_s, u"<div xmlns=\"http://www.w3.org/1999/xhtml\">"_s + m_body + end + u"</div>"_s}};
}

} // namespace keywork::fhir
