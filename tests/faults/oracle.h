// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/ledger.h"
#include "tests/faults/raw_vault.h"

#include <QJsonObject>

namespace keywork::test {

/// The one judge of all faults (trust.md, "Nothing lost: what is tested"). It asks nothing of the product but the keys:
/// what was acknowledged is there byte for byte with its stay, history, search entry and number; everything else is wholly
/// there or wholly absent; integrity, foreign keys, full-text index and audit chain hold. Each line is a violation.
/// Looks at a copy, so that judging changes nothing.
QStringList judge(const QString &path, const Ledger &ledger);
/// The same on the file itself, which nobody needs any more.
QStringList judgeInPlace(const QString &path, const Ledger &ledger);

/// What the history tells of one record.
struct RecordHistory {
    int added = 0;
    bool withdrawn = false;
    QList<QJsonObject> states; ///< column → value after the first, second … version, as far as ever told
};
/// All histories by "kind id", and what is wrong with the chain from first to last.
struct ReadHistory {
    QHash<QString, RecordHistory> records;
    QStringList violations;
};
ReadHistory readWholeHistory(RawVault &vault);

} // namespace keywork::test
