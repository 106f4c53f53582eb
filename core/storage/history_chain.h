// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/secret_key.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace keywork {

// The sums that hold the history together; storage/history writes them, storage/history_check reads them.

inline constexpr qsizetype kHistorySaltBytes = 16;
inline constexpr qsizetype kHistoryMacBytes = 32;

inline QString hex(const QByteArray &bytes) { return QString::fromLatin1(bytes.toHex()); }
/// Of what an entry says. Salted, so that short words can't be guessed back once they are erased.
QByteArray historyCommitment(const QByteArray &salt, const QByteArray &content);
/// Of an entry and, through `previous`, of all before it. The parts: at, by, action, kind, record, person, salt, commitment.
QByteArray historyMac(const SecretKey &key, const QString &previous, const QStringList &parts);

} // namespace keywork
