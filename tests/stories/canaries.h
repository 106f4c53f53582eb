// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/finding.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace keywork::test {

/// Words that stand nowhere else: what is typed in place of names, notes and secrets, to be looked for afterwards.
class Canaries {
public:
    /// A new one: one word of letters and digits.
    QString next();
    /// Something else that must stand in no file: a password, a recovery key, a passphrase.
    QString secret(const QString &text);
    const QStringList &all() const { return m_all; }

private:
    QStringList m_all;
};

/// Where a canary stands that should not.
struct Finding {
    QString file;
    QString canary;
};

/// Every file below the folder, its name and its bytes: UTF-8, UTF-16 both ways, upper and lower case, and once more
/// after everything in it that can be unpacked is unpacked.
QList<Finding> sweep(const QString &folder, const QStringList &canaries);
/// The same in these bytes alone.
QStringList canariesIn(const QByteArray &bytes, const QStringList &canaries);

} // namespace keywork::test
