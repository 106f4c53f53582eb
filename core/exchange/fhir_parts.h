// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/referral_facts.h"

#include <QJsonArray>
#include <QJsonObject>

/// The small pieces that FHIR R4 (4.0.1) resources are made of.
namespace keywork::fhir {

inline const QString kLoinc = QStringLiteral("http://loinc.org");
inline const QString kSnomed = QStringLiteral("http://snomed.info/sct");
inline const QString kNhsNumber = QStringLiteral("https://fhir.nhs.uk/Id/nhs-number");

/// The address of a code system that resources/fhir describes.
QString localSystem(const char *name);

/// UUIDv5 of the vault, the kind and the row, as lower-case text: the same record always has the same.
QString uuid(const ReferralFacts &facts, const QString &kind, qint64 id);
inline QString urn(const QString &uuid) { return QStringLiteral("urn:uuid:") + uuid; }
QJsonObject reference(const QString &uuid);

QJsonObject coding(const QString &system, const QString &code, const QString &display = {});
QJsonObject codeable(const QJsonObject &coding, const QString &text = {});
QJsonObject textOnly(const QString &text);
/// Why there is no answer, in HL7's own words.
QJsonObject absentReason(NotSaidReason reason);
/// An instant with its offset, to the second.
QString instant(const QDateTime &moment);
/// Takes what FHIR's strings forbid out of a text: control characters and blanks around it. Never empty in a resource:
/// callers leave the element out then.
QString plain(const QString &text);
/// Adds the element unless it is empty: FHIR allows neither empty texts nor empty arrays.
void put(QJsonObject &object, const QString &name, const QString &text);
void put(QJsonObject &object, const QString &name, const QJsonArray &values);
void put(QJsonObject &object, const QString &name, const QJsonObject &value);

/// Of days or moments in their stored form; either may be empty.
QJsonObject period(const QString &from, const QString &until);

/// XHTML of one section, from plain text only.
class Narrative {
public:
    void line(const QString &label, const QString &text);
    void paragraph(const QString &text);
    void row(const QStringList &cells);
    QJsonObject toJson() const;

private:
    void endTable();
    QString m_body;
    bool m_inTable = false;
};

} // namespace keywork::fhir
