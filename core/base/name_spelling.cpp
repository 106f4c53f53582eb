// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/name_spelling.h"

#include "core/base/text.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

// A damaged or hostile file may hold longer ones: what is derived from them must stay small.
constexpr qsizetype kLongestText = 400;
constexpr qsizetype kLongestWord = 40;
constexpr qsizetype kMostWords = 8;
constexpr qsizetype kLongestSlip = 14;

enum class Letters { Plain, WrittenOut };

struct Letter {
    char32_t letter;
    const char *plain;
    const char *writtenOut;
};

// Small letters; what is written out is so in German, the Nordic languages, Serbo-Croatian, Icelandic and Azerbaijani.
constexpr Letter kLetters[] = {
    {U'ł', "l", "l"},
    {U'ø', "o", "oe"},
    {U'đ', "d", "dj"},
    {U'ð', "d", "th"},
    {U'þ', "th", "th"},
    {U'ß', "ss", "ss"},
    {U'æ', "ae", "ae"},
    {U'œ', "oe", "oe"},
    {U'ı', "i", "i"},
    {U'ħ', "h", "h"},
    {U'ŋ', "n", "ng"},
    {U'ĸ', "k", "k"},
    {U'ŧ', "t", "t"},
    {U'ə', "e", "a"},
    {U'ǝ', "e", "e"},
    {U'ɛ', "e", "e"},
    {U'ɔ', "o", "o"},
    {U'ɓ', "b", "b"},
    {U'ɗ', "d", "d"},
    {U'ɖ', "d", "d"},
    {U'ƙ', "k", "k"},
    {U'ƴ', "y", "y"},
    {U'ɲ', "n", "ny"},
    {U'ɣ', "g", "gh"},
    {U'ƒ', "f", "f"},
    {U'ɨ', "i", "i"},
    {U'ʉ', "u", "u"},
    {U'ǥ', "g", "g"},
    {U'ʒ', "z", "z"},
    {U'ƶ', "z", "z"},
    {U'ƀ', "b", "b"},
    {U'ɵ', "o", "o"},
    // Taken apart by Unicode, and written out by some.
    {U'ä', "a", "ae"},
    {U'ö', "o", "oe"},
    {U'ü', "u", "ue"},
    {U'å', "a", "aa"},
    {U'ǿ', "o", "oe"},
    {U'ǽ', "ae", "ae"},
};

const Letter *letterOf(char32_t c)
{
    const auto *found = std::find_if(std::begin(kLetters), std::end(kLetters), [c](const Letter &letter) { return letter.letter == c; });
    return found == std::end(kLetters) ? nullptr : found;
}

/// Arabic letters that keyboards of other languages have in other forms.
char32_t arabicLetter(char32_t c)
{
    switch (c) {
    case 0x06A9: // keheh
        return 0x0643;
    case 0x06CC: // Farsi yeh
    case 0x0649: // alef maksura
        return 0x064A;
    case 0x0629: // teh marbuta
    case 0x06C1: // heh goal
    case 0x06D5: // ae
        return 0x0647;
    default:
        return c;
    }
}

bool isApostrophe(char32_t c)
{
    constexpr char32_t kAll[] = {0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x2032, 0x2035, 0x2B9, 0x2BB, 0x2BC, 0x2BD, 0x2BE, 0x2BF, 0x2C8,
        0x2CA, 0x2CB, 0x55A, 0x5F3, 0xA78B, 0xA78C, 0xFF07};
    return std::find(std::begin(kAll), std::end(kAll), c) != std::end(kAll);
}

bool isHyphen(char32_t c) { return c == U'-' || c == 0x2010 || c == 0x2011; }

/// An accent, which people leave out; the vowel signs of other scripts are letters to those who read them.
bool isAccent(char32_t c)
{
    if (QChar::category(c) != QChar::Mark_NonSpacing)
        return false;
    switch (QChar::script(c)) {
    case QChar::Script_Inherited:
    case QChar::Script_Common:
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
    case QChar::Script_Hebrew:
    case QChar::Script_Arabic:
        return true;
    default:
        return false;
    }
}

void appendFolded(QString &text, char32_t c)
{
    constexpr char32_t kTatweel = 0x0640; // makes a word longer on paper, no more
    if (c == kTatweel || isAccent(c) || QChar::category(c) == QChar::Other_Format)
        return;
    c = arabicLetter(c);
    const bool counts = QChar::isLetterOrNumber(c) || QChar::isMark(c);
    text += counts ? QString::fromUcs4(&c, 1) : u" "_s;
}

/// Words with blanks between them; apostrophes still stand.
QString spelled(const QString &name, Letters letters)
{
    QString text;
    for (const char32_t c : atMost(name, kLongestText).toUcs4()) // before Unicode makes a blank with an accent of some
        text += isApostrophe(c) ? u"'"_s : QString::fromUcs4(&c, 1);
    QString result;
    for (const char32_t c : text.normalized(QString::NormalizationForm_KC).toCaseFolded().toUcs4()) {
        if (c == U'\'')
            result += u'\'';
        else if (const Letter *letter = letterOf(c))
            result += QLatin1String(letters == Letters::Plain ? letter->plain : letter->writtenOut);
        else if (c < 0x80)
            appendFolded(result, c);
        else
            for (const char32_t part : QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_KD).toUcs4())
                appendFolded(result, part);
    }
    return result;
}

QString cut(const QString &word) { return atMost(word, kLongestWord); }

QString withMac(const QString &word) { return word.startsWith("mc"_L1) ? u"mac"_s + word.mid(2) : word; }

/// Each word with the apostrophes still in it.
QStringList rawWords(const QString &name, Letters letters)
{
    return spelled(name, letters).split(u' ', Qt::SkipEmptyParts).mid(0, kMostWords);
}

QStringList wordsOf(const QStringList &raw)
{
    QStringList words;
    for (QString word : raw)
        if (!word.remove(u'\'').isEmpty())
            words.append(cut(withMac(word)));
    return words;
}

void addKeys(QStringList &keys, const QStringList &raw)
{
    const QStringList words = wordsOf(raw);
    keys += words;
    for (qsizetype from = 0; from + 1 < words.size(); ++from)
        keys.append(cut(words.mid(from).join(QString())));
    for (const QString &word : raw)
        for (const QString &part : word.split(u'\'', Qt::SkipEmptyParts).mid(1))
            if (part.size() > 1) // "connor" of O'Connor, not the s of James's
                keys.append(cut(withMac(part)));
}

bool isWrittenWithoutBlanks(const QString &name)
{
    const auto letters = name.toUcs4();
    return !letters.isEmpty() && std::all_of(letters.cbegin(), letters.cend(), [](char32_t c) {
        const QChar::Script script = QChar::script(c);
        return script == QChar::Script_Han || script == QChar::Script_Hangul || script == QChar::Script_Hiragana
            || script == QChar::Script_Katakana;
    });
}

QString firstLetters(const QStringList &words)
{
    QString letters;
    for (const QString &word : words)
        letters += word.left(word.at(0).isHighSurrogate() ? 2 : 1);
    return letters;
}

/// The word, if people type it in another way than it stands there, and the parts of it that they do.
void addAsTyped(QStringList &found, const QString &word)
{
    const auto letters = word.toUcs4();
    const bool isMac = word.size() > 2 && word.startsWith("mc"_L1, Qt::CaseInsensitive);
    const bool isOther = isMac || word.contains(u'\'') || word.contains(u'-')
        || std::any_of(letters.cbegin(), letters.cend(), [](char32_t c) { return letterOf(QChar::toCaseFolded(c)); });
    const bool hasLetter = std::any_of(letters.cbegin(), letters.cend(), [](char32_t c) { return QChar::isLetter(c); }); // no day
    if (!isOther || !hasLetter)
        return;
    for (const QStringList &words : nameSpellings(word))
        found.append(words.join(QString()));
    if (word.contains(u'-'))
        for (const QString &part : word.split(u'-', Qt::SkipEmptyParts))
            addAsTyped(found, part);
}

} // namespace

QString withPlainLetters(const QString &text)
{
    QString plain;
    for (const char32_t c : text.toUcs4()) {
        const Letter *letter = letterOf(c);
        plain += letter ? QString::fromLatin1(letter->plain) : QString::fromUcs4(&c, 1);
    }
    return plain;
}

QList<QStringList> nameSpellings(const QString &name)
{
    const QStringList plain = wordsOf(rawWords(name, Letters::Plain));
    const QStringList writtenOut = wordsOf(rawWords(name, Letters::WrittenOut));
    if (plain.isEmpty())
        return {};
    return plain == writtenOut ? QList<QStringList>{plain} : QList<QStringList>{plain, writtenOut};
}

QString wordsAsTyped(const QString &text)
{
    QStringList found;
    QString word; // with the marks inside of it
    const auto finish = [&] {
        while (word.endsWith(u'\'') || word.endsWith(u'-')) // at the end of a word they are none of it
            word.chop(1);
        addAsTyped(found, word);
        word.clear();
    };
    for (const char32_t c : text.normalized(QString::NormalizationForm_C).toUcs4()) {
        if (!word.isEmpty() && isApostrophe(c))
            word += u'\'';
        else if (!word.isEmpty() && isHyphen(c))
            word += u'-';
        else if (QChar::isLetterOrNumber(c) || QChar::isMark(c))
            word += QString::fromUcs4(&c, 1);
        else
            finish();
    }
    finish();
    found.removeDuplicates();
    return found.join(u' ');
}

QStringList nameKeys(const QString &name)
{
    QStringList keys;
    addKeys(keys, rawWords(name, Letters::Plain));
    addKeys(keys, rawWords(name, Letters::WrittenOut));
    keys.removeDuplicates();
    return keys;
}

QStringList nameKeys(const QStringList &names)
{
    QStringList keys;
    for (const QString &name : names)
        keys += nameKeys(name);
    for (const QString &one : names)
        for (const QString &other : names)
            if (&one != &other && isWrittenWithoutBlanks(one) && isWrittenWithoutBlanks(other))
                keys += nameKeys(one + other);
    keys.removeDuplicates();
    return keys;
}

QStringList nameInitials(const QStringList &names)
{
    QList<QStringList> words;
    for (const QString &name : names)
        if (const QList<QStringList> spellings = nameSpellings(name); !spellings.isEmpty())
            words.append(spellings.first());
    QStringList keys;
    if (words.size() == 1 && words.first().size() > 1)
        keys.append(firstLetters(words.first()));
    for (qsizetype one = 0; one < words.size(); ++one)
        for (qsizetype other = 0; other < words.size(); ++other) {
            if (one == other)
                continue;
            keys.append(firstLetters(words.at(one)) + firstLetters(words.at(other)));
            keys.append(firstLetters(words.at(one).mid(0, 1)) + firstLetters(words.at(other).mid(0, 1)));
        }
    keys.removeDuplicates();
    return keys;
}

QList<QStringList> nameReadings(const QString &typed)
{
    constexpr qsizetype kMostJoined = 5; // of a whole sentence no word is joined
    QList<QStringList> readings;
    const auto add = [&readings](const QStringList &words) {
        if (!readings.contains(words))
            readings.append(words);
    };
    for (const QStringList &words : nameSpellings(typed)) {
        add(words);
        if (words.size() > kMostJoined)
            continue;
        for (qsizetype at = 0; at + 1 < words.size(); ++at)
            add(words.mid(0, at) + QStringList{cut(words.at(at) + words.at(at + 1))} + words.mid(at + 2));
        if (words.size() > 1)
            add({cut(words.join(QString()))});
    }
    return readings;
}

QString typedInitials(const QString &typed)
{
    constexpr qsizetype kMost = 4;
    const QStringList raw = rawWords(typed, Letters::Plain); // before Mc becomes Mac
    const bool isLetters = std::all_of(raw.cbegin(), raw.cend(), [](const QString &word) { return word.size() == 1; });
    if (raw.isEmpty() || (raw.size() > 1 && !isLetters))
        return {};
    const QString letters = raw.join(QString());
    const bool onlyLetters = std::all_of(letters.cbegin(), letters.cend(), [](QChar c) { return c.isLetter(); });
    return onlyLetters && letters.size() > 1 && letters.size() <= kMost ? letters : QString();
}

QStringList numberKeys(const QString &number)
{
    static const QRegularExpression form(u"^\\s*([A-Za-z]{0,2})[\\s-]*0*([0-9]{1,9})\\s*\\z"_s);
    const auto match = form.match(number);
    if (!match.hasMatch())
        return {};
    const QString digits = match.captured(2);
    const QString prefix = match.captured(1).toLower();
    return prefix.isEmpty() ? QStringList{digits} : QStringList{prefix + digits, digits};
}

bool fitsName(const QStringList &keys, const QList<QStringList> &readings)
{
    return std::any_of(readings.cbegin(), readings.cend(), [&](const QStringList &words) {
        return std::all_of(words.cbegin(), words.cend(), [&](const QString &word) {
            return std::any_of(keys.cbegin(), keys.cend(), [&](const QString &key) { return key.startsWith(word); });
        });
    });
}

QStringList slipKeys(const QString &word)
{
    constexpr qsizetype kShortest = 3; // of two letters every slip makes another name
    const QString kept = atMost(word, kLongestSlip);
    QStringList keys{kept};
    const bool isPlain = std::none_of(kept.cbegin(), kept.cend(), [](QChar c) { return c.isSurrogate(); });
    if (kept.size() < kShortest || !isPlain)
        return keys;
    for (qsizetype at = 0; at < kept.size(); ++at)
        keys.append(kept.left(at) + kept.mid(at + 1));
    keys.removeDuplicates();
    return keys;
}

int wordLikeness(const QString &typed, const QString &known)
{
    if (typed.isEmpty() || known.isEmpty())
        return 0;
    if (typed == known)
        return 4;
    const int allowed = typed.size() > 5 ? 2 : 1;
    const bool mayBeSlip = std::min(typed.size(), known.size()) > 1 && std::max(typed.size(), known.size()) > 2;
    if (mayBeSlip && spellingDistance(typed, known, allowed) <= allowed)
        return 3;
    if (typed.size() >= 3 && known.startsWith(typed))
        return 2;
    if (known.size() >= 3 && typed.startsWith(known)) // Ben, typed as Benjamin
        return 2;
    const bool isInitial = typed.size() == 1 || known.size() == 1;
    if (isInitial)
        return typed.at(0) == known.at(0) ? 1 : 0; // fits, and says little
    const QString sound = soundKey(typed);
    return !sound.isEmpty() && sound == soundKey(known) ? 2 : 0;
}

} // namespace keywork
