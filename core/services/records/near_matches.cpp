// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/name_spelling.h"
#include "core/base/text.h"
#include "core/domain/kinds.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/storage/name_keys.h"
#include "core/storage/name_lookup.h"
#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kLeastScore = 4; // one word the same, or two alike
constexpr int kBirthScore = 4;
constexpr int kMostOffered = 6;
constexpr int kMostCompared = 60; // the index gives the likeliest first

/// What was typed as first name or family name: each way to say it is a list of words, each word with its spellings.
using Said = QList<QStringList>;
struct TypedName {
    QList<Said> ways;
    qsizetype words = 0; ///< of the first way
};

Said wordsOf(const QString &typed)
{
    const QList<QStringList> spellings = nameSpellings(typed);
    Said words;
    for (qsizetype at = 0; !spellings.isEmpty() && at < spellings.first().size(); ++at) {
        QStringList forms;
        for (const QStringList &spelling : spellings)
            if (const QString form = spelling.value(at); !form.isEmpty() && !forms.contains(form))
                forms.append(form);
        words.append(forms);
    }
    return words;
}

/// Every way in which one of these may be meant: as its words, and as all of them without blanks.
TypedName typedName(const QStringList &texts)
{
    TypedName typed;
    for (const QString &text : texts) {
        const Said words = wordsOf(text);
        if (words.isEmpty())
            continue;
        typed.words = typed.ways.isEmpty() ? words.size() : typed.words;
        typed.ways.append(words);
        if (words.size() > 1) {
            QStringList joined;
            for (const QStringList &spelling : nameSpellings(text))
                joined.append(spelling.join(QString()));
            typed.ways.append(Said{joined});
        }
    }
    return typed;
}

struct Comparison {
    int score = 0;
    NameLikeness likeness = NameLikeness::None;
};

int bestOf(const QStringList &forms, const QStringList &keys)
{
    int best = 0;
    for (const QString &form : forms)
        for (const QString &key : keys)
            best = std::max(best, wordLikeness(form, key));
    return best;
}

/// What was typed, held against the names of one record.
Comparison compared(const QList<TypedName> &typed, const QStringList &known)
{
    const QStringList keys = nameKeys(known);
    Comparison result;
    int same = 0;
    int alike = 0;
    qsizetype words = 0;
    for (const TypedName &name : typed) {
        words += name.words;
        int best = 0;
        bool isSame = false;
        bool isAlike = false;
        for (const Said &way : name.ways) {
            int sum = 0;
            int least = 4;
            for (const QStringList &forms : way) {
                const int one = bestOf(forms, keys);
                sum += one;
                least = std::min(least, one);
            }
            best = std::max(best, sum);
            isSame = isSame || least == 4;
            isAlike = isAlike || least >= 1;
        }
        result.score += best;
        same += isSame;
        alike += isAlike;
    }
    qsizetype knownWords = 0;
    for (const QString &name : known)
        knownWords += wordsOf(name).size();
    const bool isWhole = typed.size() > 1 || words >= knownWords; // a first name alone is no more than a part
    if (result.score >= 2)
        result.likeness = NameLikeness::Part;
    if (result.score >= kLeastScore && isWhole && alike == typed.size())
        result.likeness = same == typed.size() ? NameLikeness::Same : NameLikeness::Alike;
    return result;
}

QList<AskedKey> keysFor(const QList<TypedName> &typed, const std::optional<PartialDate> &born)
{
    QList<AskedKey> asked;
    int slot = 0;
    for (const TypedName &name : typed)
        for (const Said &way : name.ways)
            for (const QStringList &forms : way) {
                for (const QString &form : forms) {
                    asked.append({slot, KeyForm::Word, form, 4});
                    for (const QString &slip : slipKeys(form))
                        asked.append({slot, KeyForm::Slip, slip, 3});
                    if (const QString sound = soundKey(form); !sound.isEmpty())
                        asked.append({slot, KeyForm::Sound, sound, 2});
                    if (const QString start = startOf(form); !start.isEmpty())
                        asked.append({slot, KeyForm::Start, start, 1});
                }
                ++slot;
            }
    if (born && born->isExact())
        asked.append({slot, KeyForm::Born, born->text(), kBirthScore});
    return asked;
}

bool mayBeSameDay(const std::optional<PartialDate> &typed, const Person &known)
{
    if (!typed || !known.bornOn || known.bornOnEstimated)
        return true;
    return typed->earliest() <= known.bornOn->latest() && known.bornOn->earliest() <= typed->latest();
}

/// Whoever is meant first stands first; a birth date alone comes last, however few names are alike.
bool isNearer(const NearMatch &a, const NearMatch &b)
{
    const bool byName = a.name != NameLikeness::None;
    if (byName != (b.name != NameLikeness::None))
        return byName;
    return a.score != b.score ? a.score > b.score : a.person.id < b.person.id;
}

} // namespace

Result<QList<NearMatch>> People::nearMatches(
    const QString &given, const QString &family, const QString &bornText, const QString &preferred) const
{
    if (!m_records.mayRead(recordType<Person>()))
        return Error{m_records.session().refusal(), {}, {}};
    const auto born = PartialDate::fromText(bornText);
    QList<TypedName> typed{typedName({given, preferred}), typedName({family})};
    typed.removeIf([](const TypedName &name) { return name.ways.isEmpty(); });
    const ClosedRecords &closed = m_records.closed();
    NameReader reader{{}, closed.people()};
    for (const Category category : allOf<Category>())
        if (!m_records.session().may(Act::Read, category))
            reader.denied.append(category);
    const auto people = peopleLike(m_records.database(), keysFor(typed, born), reader, kMostCompared);
    if (!people)
        return people.error();

    QHash<qint64, NearMatch> found;
    for (const RecordType *type : kindsThatMakeKnown()) { // their own record first
        const auto rows = Table(m_records.database(), *type)
                              .list({.filters = {{{}, Filter::Comparison::OfPeople, idList(*people)}}, .orderBy = u"id"_s});
        if (!rows)
            return rows.error();
        const bool isOwn = type == &recordType<Person>();
        for (const KeptRow &row : *rows) {
            const qint64 person = personOf(row);
            const bool isClosed = closed.isClosed(person);
            if (!m_records.mayRead(*type) || (isClosed && !isOwn))
                continue;
            const auto own = isOwn ? recordType<Person>().fromRow(row.row) : std::nullopt;
            // Of a closed record what everybody sees is compared: the name that lists show.
            const Comparison names = compared(typed, isClosed && own ? QStringList{own->displayName()} : namesIn(row.row));
            NearMatch &match = found[person];
            match.person.id.value = person;
            match.isClosed = isClosed;
            if (own && !isClosed)
                match.sameBirth = born && born->isExact() && own->bornOn == born;
            if (names.score <= match.nameScore)
                continue;
            match.nameScore = names.score;
            match.name = names.likeness;
            match.alias = isOwn ? QString() : namesIn(row.row).join(u' ');
        }
    }
    QList<NearMatch> matches;
    for (NearMatch match : std::as_const(found)) {
        match.score = match.nameScore + (match.sameBirth ? kBirthScore : 0);
        if (match.score >= kLeastScore)
            matches.append(match);
    }
    std::sort(matches.begin(), matches.end(), isNearer);
    matches = matches.mid(0, kMostOffered);
    for (NearMatch &match : matches) {
        const auto person = m_records.one(match.person.id);
        if (!person)
            return person.error();
        match.person = *person;
        match.isLikelyDouble = (match.name == NameLikeness::Same && mayBeSameDay(born, person->value))
            || (match.sameBirth && match.name != NameLikeness::None);
    }
    return matches;
}

} // namespace keywork
