// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMap>
#include <QStringList>
#include <functional>

namespace keywork::test {

/// A resident whose save was acknowledged.
struct Saved {
    QString number;
    QString word; ///< stands in this record and in no other
    qint64 version = 0;
    bool withdrawn = false;
    QMap<QString, QString> fields; ///< column → text at that version
};

/// How acknowledgements are told, one line each, parts apart by tabs. Children say them over a pipe.
using Say = std::function<void(const QString &line)>;

/// What was acknowledged, and so has to be in the file whatever happened.
class Ledger {
public:
    QHash<QString, Saved> saves; ///< by word
    QMap<QString, QString> drafts; ///< place → content
    QStringList discarded; ///< places
    QMap<QString, QString> keys; ///< names and passwords that open the file
    QStringList complaints; ///< what the work itself found wrong

    /// Takes in one line; false for one that acknowledges nothing.
    ///   saved      number word version        draft      place content
    ///   withdrawn  number word version        discarding place         (said before: from here on it may be or not)
    ///   key        name password              discarded  place
    ///   wrong      what
    bool note(const QString &line);
    int size() const { return int(saves.size() + drafts.size() + discarded.size() + keys.size()); }
};

/// What a version of the record of `word` holds: the same in every process, so that it needs no telling.
QMap<QString, QString> fieldsOf(const QString &word, qint64 version);
/// What the first stay of that person says of who referred them.
QString referrerOf(const QString &word);

} // namespace keywork::test
