// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/search.h"

#include "core/storage/query.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kMostRead = 20'000; // a word that stands everywhere is not read to the end of the file

/// Each word quoted, so that nothing typed is read as FTS5 syntax.
QString matchExpression(const QString &typed)
{
    QString plain;
    for (const char32_t c : typed.toUcs4()) { // half a character would eat the quote behind the word
        const bool counts = QChar::isLetterOrNumber(c) || QChar::isMark(c) || (c > 0xFFFF && !QChar::isSurrogate(c));
        plain.append(counts && c != 0xFFFD ? QString::fromUcs4(&c, 1) : u" "_s);
    }
    QStringList words;
    for (const QString &word : plain.simplified().split(u' ', Qt::SkipEmptyParts))
        words.append(u'"' + word + u"\"*"_s);
    return words.join(u' ');
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
    return run(database, u"INSERT INTO search_text (rowid, body, kind, record, person, category) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {id, text, place.kind, place.record, place.person, QString::fromLatin1(codeOf(place.category))});
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

Result<QList<SearchHit>> searchFor(Database &database, const QString &typed, const QList<Category> &deniedCategories, int limit,
    const std::function<bool(const SearchHit &)> &isWanted, const SearchedKinds &kinds)
{
    QList<SearchHit> hits;
    const QString expression = matchExpression(typed);
    if (expression.isEmpty())
        return hits;
    QString condition;
    QList<QVariant> values{expression};
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
