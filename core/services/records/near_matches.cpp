// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/storage/name_lookup.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Higher is nearer; 0: not alike.
int likeness(const QString &typed, const QString &known)
{
    if (typed.isEmpty() || known.isEmpty())
        return 0;
    if (typed == known)
        return 4;
    const int allowed = typed.size() > 5 ? 2 : 1;
    if (spellingDistance(typed, known, allowed) <= allowed)
        return 3;
    if (typed.size() >= 3 && known.startsWith(typed))
        return 2;
    if (known.size() >= 3 && typed.startsWith(known)) // Ben, typed as Benjamin
        return 2;
    return soundKey(typed) == soundKey(known) && !soundKey(typed).isEmpty() ? 2 : 0;
}

/// "Mary Jane" is two names: the best of them counts.
int bestLikeness(const QString &typed, const QString &known)
{
    int best = 0;
    for (const QString &word : typed.split(u' ', Qt::SkipEmptyParts))
        best = std::max(best, likeness(word, known));
    return best;
}

bool containsAny(const QStringList &words, const QString &typed)
{
    const QStringList parts = typed.split(u' ', Qt::SkipEmptyParts);
    return std::any_of(parts.cbegin(), parts.cend(), [&](const QString &part) { return words.contains(part); });
}

} // namespace

Result<QList<NearMatch>> People::nearMatches(const QString &given, const QString &family, const QString &born) const
{
    const QString typedGiven = folded(given);
    const QString typedFamily = folded(family);
    QHash<qint64, NearMatch> found;
    const auto consider = [&](qint64 id, const QString &name, const QString &knownBorn, bool isAlias) {
        QStringList words = folded(name).split(u' ', Qt::SkipEmptyParts);
        int score = 0;
        for (const QString &word : words)
            score += bestLikeness(typedGiven, word) + bestLikeness(typedFamily, word);
        const bool sameBirth = !born.isEmpty() && knownBorn == born;
        if (sameBirth)
            score += 4;
        if (score < 4 || score <= found.value(id).score)
            return;
        NearMatch match;
        match.person.id.value = id;
        match.score = score;
        match.sameBirth = sameBirth;
        match.sameSpelling = containsAny(words, typedGiven) && (typedFamily.isEmpty() || containsAny(words, typedFamily));
        match.alias = isAlias ? name : QString();
        found[id] = match;
    };
    const auto names = knownNames(m_records.database());
    if (!names)
        return names.error();
    for (const KnownName &known : *names) {
        const bool isClosed = m_records.closed().isClosed(known.person); // by their name, and nothing else
        if (!isClosed || !known.isAlias)
            consider(known.person, known.name, isClosed ? QString() : known.bornOn, known.isAlias);
    }

    QList<NearMatch> matches = found.values();
    std::sort(matches.begin(), matches.end(),
        [](const NearMatch &a, const NearMatch &b) { return a.score != b.score ? a.score > b.score : a.person.id < b.person.id; });
    matches = matches.mid(0, 6);
    for (NearMatch &match : matches) {
        const auto person = m_records.one(match.person.id);
        if (!person)
            return person.error();
        match.person = *person;
    }
    return matches;
}

} // namespace keywork
