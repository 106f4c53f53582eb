// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/search.h"

#include "core/base/name_spelling.h"
#include "core/base/text.h"
#include "core/domain/kinds.h"
#include "core/storage/database.h"
#include "core/storage/derived.h"
#include "core/storage/query.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kMostRead = 20'000; // a word that stands everywhere is not read to the end of the file

bool isSearchable(char32_t c) // half a character would eat the quote behind the word
{
    const bool counts = QChar::isLetterOrNumber(c) || QChar::isMark(c) || (c > 0xFFFF && !QChar::isSurrogate(c));
    return counts && c != 0xFFFD;
}

QString phrase(const QString &word) { return u'"' + word + u"\"*"_s; }

/// What else may stand there for a typed word: straße for strasse, O'Connor for oconnor.
QStringList otherSpellings(const QString &typed, const QStringList &parts)
{
    constexpr qsizetype kMostParts = 3;
    constexpr qsizetype kLongest = 38; // spellings of longer words are cut
    QStringList others;
    if (parts.size() > kMostParts || typed.size() > kLongest)
        return others;
    for (const QStringList &words : nameSpellings(typed)) {
        const QString word = words.join(QString());
        const auto letters = word.toUcs4();
        const bool isNew = (parts.size() > 1 || word != parts.first().toLower()) && !others.contains(word);
        if (isNew && !word.isEmpty() && std::all_of(letters.cbegin(), letters.cend(), isSearchable))
            others.append(word);
    }
    return others;
}

/// Two words that stand there as one: McDonald for mc donald, Smith-Jones for smith jones.
QStringList joinedReadings(const QString &typed, qsizetype words)
{
    constexpr qsizetype kMostWords = 4; // of a whole sentence no word is joined
    QStringList readings;
    if (words < 2 || words > kMostWords)
        return readings;
    for (const QStringList &reading : nameReadings(typed)) {
        QStringList phrases;
        for (const QString &word : reading) {
            const auto letters = word.toUcs4();
            if (std::all_of(letters.cbegin(), letters.cend(), isSearchable))
                phrases.append(phrase(word));
        }
        if (phrases.size() == reading.size() && reading.size() < words)
            readings.append(u'(' + phrases.join(u" AND "_s) + u')');
    }
    return readings;
}

/// Each word quoted, so that nothing typed is read as FTS5 syntax.
QString matchExpression(const QString &typed)
{
    QStringList all;
    for (const QString &word : typed.simplified().split(u' ', Qt::SkipEmptyParts)) {
        QString plain;
        for (const char32_t c : word.toUcs4())
            plain.append(isSearchable(c) ? QString::fromUcs4(&c, 1) : u" "_s);
        const QStringList parts = plain.split(u' ', Qt::SkipEmptyParts);
        if (parts.isEmpty())
            continue;
        QStringList phrases;
        for (const QString &part : parts)
            phrases.append(phrase(part));
        QString expression = phrases.join(u" AND "_s);
        for (const QString &other : otherSpellings(word, parts))
            expression = u'(' + expression + u") OR "_s + phrase(other);
        all.append(u'(' + expression + u')');
    }
    const QString asTyped = all.join(u" AND "_s);
    const QStringList joined = joinedReadings(typed, all.size());
    return joined.isEmpty() ? asTyped : u'(' + asTyped + u") OR "_s + joined.join(u" OR "_s);
}

/// Stands beside the words of whoever has a name of their own, so that the index itself tells them from notes.
const QString kHasName = u"kwhasname"_s;

/// How the words of a place are typed. Empty, not null, which would be bound as NULL.
QString typedWords(const QString &kind, const QString &text)
{
    static const QStringList named = tableNames(kindsWithNames());
    const QString words = wordsAsTyped(text);
    if (named.contains(kind.section(u':', 0, 0)))
        return kHasName + u' ' + words;
    return words.isEmpty() ? emptyText() : words;
}

/// Counted up when words are folded differently.
QString wordRules() { return u"1 "_s + QString::number(int(QChar::currentUnicodeVersion())); }

Done writeAllAsTyped(Database &database)
{
    QList<std::pair<qint64, QString>> changed;
    Query query(database, u"SELECT rowid, body, plain, kind FROM search_text"_s);
    if (Done done = query.run(); !done)
        return done;
    while (query.next())
        if (const QString typed = typedWords(query.text(3), query.text(1)); typed != query.text(2))
            changed.append({query.number(0), typed});
    if (Done done = query.finished(); !done)
        return done;
    for (const auto &[place, typed] : std::as_const(changed))
        if (Done done = run(database, u"UPDATE search_text SET plain = ? WHERE rowid = ?"_s, {typed, place}); !done)
            return done;
    return {};
}

} // namespace

Done writeSearchText(Database &database, const SearchHit &place, const QString &text)
{
    const auto known = valueOf(database, u"SELECT id FROM search_entry WHERE kind = ? AND record = ?"_s, {place.kind, place.record});
    if (!known)
        return known.error();
    qint64 id = known->toLongLong();
    if (id > 0)
        if (Done done = run(database, u"DELETE FROM search_text WHERE rowid = ?"_s, {id}); !done)
            return done;
    if (text.isEmpty())
        return id > 0 ? run(database, u"DELETE FROM search_entry WHERE id = ?"_s, {id}) : Done();
    if (id == 0) {
        Query entry(database, u"INSERT INTO search_entry (kind, record) VALUES (?, ?)"_s);
        if (Done done = entry.bind(place.kind).bind(place.record).run(); !done)
            return done;
        id = entry.lastId();
    }
    return run(database, u"INSERT INTO search_text (rowid, body, plain, kind, record, person, category) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {id, text, typedWords(place.kind, text), place.kind, place.record, place.person, QString::fromLatin1(codeOf(place.category))});
}

Done writeSearchWords(Database &database, const RecordType &type, qint64 record, qint64 person, const QMap<Category, QString> &words,
    const QMap<Category, QString> &before)
{
    const QString kind = QString::fromLatin1(type.table);
    for (const Category category : allOf<Category>()) {
        if (words.value(category) == before.value(category))
            continue;
        // "person" holds who it is; "person:health" what only some may read.
        const QString place = category == type.category ? kind : kind + u':' + QLatin1String(codeOf(category));
        if (Done done = writeSearchText(database, {place, record, person, category, {}}, words.value(category)); !done)
            return done;
    }
    return {};
}

Done changeSearchText(Database &database, qint64 place, const QString &kind, const QString &text)
{
    return run(database, u"UPDATE search_text SET body = ?, plain = ? WHERE rowid = ?"_s, {text, typedWords(kind, text), place});
}

Done bringSearchWordsUpToDate(Database &database)
{
    return bringDerivedUpToDate(database, u"search_text"_s, wordRules(), [&] { return writeAllAsTyped(database); });
}

Result<QList<SearchHit>> searchFor(Database &database, const QString &typed, const QList<Category> &deniedCategories, int limit,
    const std::function<bool(const SearchHit &)> &isWanted, const SearchedKinds &kinds)
{
    QList<SearchHit> hits;
    const QString expression = matchExpression(typed);
    if (expression.isEmpty())
        return hits;
    QString condition;
    QList<QVariant> values{kinds.onlyWithNames ? u"(%1) AND plain : %2"_s.arg(expression, kHasName) : expression};
    for (const auto &[kept, operation] : {std::pair(kinds.only, u" AND kind IN ("_s), std::pair(kinds.without, u" AND kind NOT IN ("_s)}) {
        if (kept.isEmpty())
            continue;
        condition += operation + QStringList(kept.size(), u"?"_s).join(u',') + u')';
        for (const QString &kind : kept)
            values.append(kind);
    }
    // By rowid, not by rank: ranking a common word reads every match.
    Query query(database,
        u"SELECT kind, record, person, category, snippet(search_text, 0, char(2), char(3), '…', 12) "
        "FROM search_text WHERE search_text MATCH ?"_s
            + condition + u" ORDER BY rowid DESC"_s);
    if (Done done = query.bind(values).run(); !done)
        return done.error();
    for (int read = 0; hits.size() < limit && read < kMostRead && query.next(); ++read) {
        const Category category = fromCode<Category>(query.text(3)).value_or(Category::House);
        SearchHit hit{query.text(0), query.number(1), query.number(2), category, {}};
        if (deniedCategories.contains(category) || (isWanted && !isWanted(hit)))
            continue;
        hit.excerpt = query.text(4);
        hits.append(hit);
    }
    if (Done done = query.finished(); !done)
        return done.error();
    return hits;
}

} // namespace keywork
