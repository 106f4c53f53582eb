// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace keywork {

/// What a referral from another house says, in plain text. Nothing in it is trusted: it is shown, never acted on.
struct IncomingReferral {
    QString reference;
    QString fromWhom;
    QString preparedBy;
    QDateTime preparedAt;
    QString givenName;
    QString familyName;
    QString writtenName; ///< of a person whose name comes as one text, not in parts
    QStringList otherNames;
    QStringList telephones; ///< each once, however it is grouped
    QStringList emails;
    QString born; ///< YYYY, YYYY-MM or YYYY-MM-DD
    QString reason;
    QList<std::pair<QString, QString>> sections; ///< title, text
    QByteArray document; ///< the JSON as it came
    QString documentId; ///< the document's own identifier: its system, "|", its value
    QString fingerprint; ///< SHA-256 of the file that was opened, hexadecimal
    QString earlierAs = {}; ///< the number of a referral here that has the same identifier and says something else

    QString personName() const;
};

// Why a file is no referral, as the detail of the error, where it can be said to people.
inline const QString kSaidTwice = QStringLiteral("said twice");
inline const QString kNobodyNamed = QStringLiteral("no name");
inline const QString kNameTooLong = QStringLiteral("name too long");
inline const QString kBirthToCome = QStringLiteral("birth to come");

/// 4 MB: a referral of ours is a hundredth of that.
inline constexpr qsizetype kLargestReferral = 4'000'000;

/// Reads a bundle of ours, or a PDF of ours with the bundle inside. WrongPassword when the PDF asks for one or for
/// another; Damaged, with what is wrong as detail, for everything else that is not exactly one good referral. What another
/// program wrote beside and can be left out (fhir_unread) is told in a section of its own.
Result<IncomingReferral> readReferral(const QByteArray &file, const QString &passphrase = {});

} // namespace keywork
