// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/violation.h"

#include <QString>
#include <QStringList>
#include <optional>

namespace keywork {

/// How hard a password is to guess.
struct PasswordStrength {
    int score = 0; ///< 0 to 4
    bool longEnough = false;
    bool acceptable() const { return longEnough && score >= 3; }
};

/// zxcvbn, with the hostel's and the person's name counted as known words. At least 8 characters (trust.md, "The vault").
PasswordStrength passwordStrength(const QString &password, const QStringList &knownWords);
/// The same as a violation of the column `password`; none when it is good enough.
std::optional<Violation> passwordViolation(const QString &password, const QStringList &knownWords);
/// Four words from resources/words/passphrase.txt, drawn by the system's random source: about 40 bits.
QString makePassphrase(int words = 4);

} // namespace keywork
