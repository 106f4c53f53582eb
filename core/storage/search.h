// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

#include <QList>
#include <QMap>
#include <QString>
#include <functional>

namespace keywork {

class Database;

/// A place where the words were found.
struct SearchHit {
    QString kind;
    qint64 record = 0;
    qint64 person = 0;
    Category category = Category::House;
    QString excerpt; ///< plain text; the matching words stand between U+0002 and U+0003
};

/// Writes, replaces or (empty text) removes the words of one record, in the caller's transaction.
Done writeSearchText(Database &database, const SearchHit &place, const QString &text);

/// The same for all the words of a record, category by category; what stays as in `before` is not written again.
Done writeSearchWords(Database &database, const RecordType &type, qint64 record, qint64 person, const QMap<Category, QString> &words,
    const QMap<Category, QString> &before = {});

/// Other words of a place that is on file already, as after a name was taken out; in the caller's transaction.
Done changeSearchText(Database &database, qint64 place, const QString &kind, const QString &text);

/// Writes anew how words are typed where that was made by other rules; also for an older file.
Done bringSearchWordsUpToDate(Database &database);

/// Which kinds of places are read; both empty: all.
struct SearchedKinds {
    QStringList only = {};
    QStringList without = {};
    bool onlyWithNames = false; ///< kindsWithNames: found at once, however many notes hold the word
};

/// Newest first; every word has to occur, or what people type for it (wordsAsTyped); each may be unfinished. Nothing for a blank query.
/// `deniedCategories` never show up, nor does what `isWanted` (asked without the excerpt) turns down; neither counts.
Result<QList<SearchHit>> searchFor(Database &database, const QString &typed, const QList<Category> &deniedCategories, int limit = 20,
    const std::function<bool(const SearchHit &)> &isWanted = {}, const SearchedKinds &kinds = {});

} // namespace keywork
