// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace keywork {

/// What a referral from another house says, in plain text. Nothing in it is trusted: it is shown, never acted on.
struct IncomingReferral {
    QString reference;
    QString fromWhom;
    QString preparedBy;
    QDateTime preparedAt;
    QString givenName;
    QString familyName;
    QString born; ///< YYYY, YYYY-MM or YYYY-MM-DD
    QString reason;
    QList<std::pair<QString, QString>> sections; ///< title, text
    QByteArray document; ///< the JSON as it came
    QString fingerprint; ///< SHA-256 of the file that was opened, hexadecimal

    QString personName() const { return familyName.isEmpty() ? givenName : givenName + u' ' + familyName; }
};

/// 4 MB: a referral of ours is a hundredth of that.
inline constexpr qsizetype kLargestReferral = 4'000'000;

/// Reads a bundle of ours, or a PDF of ours with the bundle inside. WrongPassword when the PDF asks for one or for
/// another; Damaged, with what is wrong as detail, for everything else that is not exactly one good referral.
Result<IncomingReferral> readReferral(const QByteArray &file, const QString &passphrase = {});

} // namespace keywork
