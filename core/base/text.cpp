// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include "core/base/name_spelling.h"

#include <QRegularExpression>
#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Control characters, and what no file gives back as it was typed: byte order marks, places without a character, halves
/// of a character.
bool isForbidden(const QString &text, qsizetype at)
{
    const QChar c = text.at(at);
    if (c.isHighSurrogate())
        return at + 1 >= text.size() || !text.at(at + 1).isLowSurrogate();
    if (c.isLowSurrogate())
        return at == 0 || !text.at(at - 1).isHighSurrogate();
    if (c == QChar(0xFEFF) || c.isNonCharacter())
        return true;
    return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t';
}

QChar soundClass(QChar c)
{
    static const QString classes[] = {u"BFPV"_s, u"CGJKQSXZ"_s, u"DT"_s, u"L"_s, u"MN"_s, u"R"_s};
    for (int i = 0; i < 6; ++i)
        if (classes[i].contains(c))
            return QChar(u'1' + i);
    return u'0';
}

/// A number as it is typed in groups.
QString digitsOf(const QString &typed)
{
    QString digits = typed;
    return digits.remove(u' ').remove(u'-');
}

} // namespace

bool holdsControlCharacters(const QString &text)
{
    for (qsizetype at = 0; at < text.size(); ++at)
        if (isForbidden(text, at))
            return true;
    return false;
}

bool saysWhy(const QString &text)
{
    constexpr qsizetype kTogether = 5;
    constexpr qsizetype kAlone = 8;
    qsizetype letters = 0;
    int words = 0;
    for (const QString &word : text.simplified().split(u' ')) {
        const qsizetype inWord = std::count_if(word.cbegin(), word.cend(), [](QChar c) { return c.isLetter(); });
        letters += inWord;
        words += inWord > 0 ? 1 : 0;
    }
    return letters >= kAlone || (words >= 2 && letters >= kTogether);
}

QString onOneLine(const QString &text)
{
    QString line = text;
    line.replace(u"\r\n"_s, u" "_s);
    static const QString breaks = u"\n\r\t\v\f\u0085\u2028\u2029"_s;
    for (QChar &c : line)
        if (breaks.contains(c))
            c = u' ';
    return line;
}

QString cleaned(const QString &typed)
{
    QString text = typed;
    text.replace(u"\r\n"_s, u"\n"_s);
    QString kept;
    kept.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at)
        if (!isForbidden(text, at))
            kept.append(text.at(at));
    text = kept;
    text = text.normalized(QString::NormalizationForm_C);
    qsizetype end = text.size();
    while (end > 0 && text.at(end - 1).isSpace())
        --end;
    qsizetype start = 0;
    while (start < end && text.at(start).isSpace())
        ++start;
    return text.mid(start, end - start);
}

QString withPlacesFilled(const QString &pattern, const std::function<QString(const QString &name)> &value)
{
    QString text;
    qsizetype at = 0;
    for (qsizetype open = pattern.indexOf(u'{'); open >= 0; open = pattern.indexOf(u'{', at)) {
        const qsizetype close = pattern.indexOf(u'}', open);
        if (close < 0)
            break;
        text += pattern.mid(at, open - at) + value(pattern.mid(open + 1, close - open - 1));
        at = close + 1;
    }
    return text + pattern.mid(at);
}

QString folded(const QString &text)
{
    QString plain;
    const QString apart = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const QChar c : apart)
        if (c.category() != QChar::Mark_NonSpacing)
            plain.append(c);
    return withPlainLetters(plain).simplified();
}

QString atMost(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    return text.left(most > 0 && text.at(most - 1).isHighSurrogate() ? most - 1 : most);
}

QString orderKey(const QString &text)
{
    constexpr qsizetype kCompared = 200; // of a long text nobody sees the order of the rest
    constexpr ushort kLongestNumber = 40; // its length is one letter, still before every small one
    const QString plain = folded(atMost(text, kCompared));
    QString key;
    for (qsizetype at = 0; at < plain.size();) {
        const auto isDigit
            = [&plain](qsizetype place) { return place < plain.size() && plain.at(place) >= u'0' && plain.at(place) <= u'9'; };
        if (!isDigit(at)) {
            key.append(plain.at(at++));
            continue;
        }
        while (plain.at(at) == u'0' && isDigit(at + 1))
            ++at;
        qsizetype end = at;
        while (isDigit(end) && end - at < kLongestNumber)
            ++end;
        key.append(QChar(ushort(u'0' + (end - at)))); // the longer number is the larger
        key.append(QStringView(plain).mid(at, end - at));
        at = end;
    }
    return key;
}

bool standsBefore(const QString &one, const QString &other)
{
    const QString first = orderKey(one);
    const QString second = orderKey(other);
    return first != second ? first < second : one < other;
}

QString foldedName(const QString &name) { return name.simplified().normalized(QString::NormalizationForm_C).toCaseFolded(); }

QString initials(const QString &name)
{
    const QStringList words = name.simplified().split(u' ', Qt::SkipEmptyParts);
    QString result;
    for (const QString &word : {words.value(0), words.size() > 1 ? words.last() : QString()}) {
        if (word.isEmpty())
            continue;
        // A character outside the basic plane takes two units.
        result += word.at(0).isHighSurrogate() ? word.left(2) : word.left(1);
    }
    return result.toUpper();
}

QString soundKey(const QString &name)
{
    QString letters;
    for (const QChar c : folded(name).toUpper())
        if (c >= u'A' && c <= u'Z')
            letters.append(c);
    letters.replace(u"PH"_s, u"F"_s).replace(u"CK"_s, u"K"_s).replace(u"GH"_s, u"H"_s);
    if (letters.startsWith(u"KN"_s) || letters.startsWith(u"WR"_s))
        letters.remove(0, 1);
    if (letters.isEmpty())
        return {};
    static const QString sameStart = u"CQ"_s;
    if (sameStart.contains(letters.at(0)))
        letters[0] = u'K';
    QString key(letters.at(0));
    QChar last = soundClass(letters.at(0));
    for (const QChar c : letters.mid(1)) {
        const QChar sound = soundClass(c);
        if (sound != u'0' && sound != last)
            key.append(sound);
        if (c != u'H' && c != u'W')
            last = sound;
    }
    return key.leftJustified(4, u'0', true);
}

int spellingDistance(const QString &left, const QString &right, int most)
{
    if (std::abs(left.size() - right.size()) > most)
        return most + 1;
    std::vector<int> row(size_t(right.size()) + 1);
    for (size_t i = 0; i < row.size(); ++i)
        row[i] = int(i);
    for (qsizetype i = 0; i < left.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        for (qsizetype j = 0; j < right.size(); ++j) {
            const size_t at = size_t(j) + 1;
            const int replaced = diagonal + (left.at(i) == right.at(j) ? 0 : 1);
            diagonal = row[at];
            row[at] = std::min({replaced, row[at] + 1, row[at - 1] + 1});
        }
    }
    return std::min(row.back(), most + 1);
}

bool isNobodysNhsNumber(const QString &text)
{
    const QString digits = digitsOf(text);
    return digits.size() == 10 && (digits.count(digits.at(0)) == 10 || digits == u"0123456789");
}

bool isNhsNumber(const QString &text)
{
    const QString digits = digitsOf(text);
    if (isNobodysNhsNumber(text))
        return false;
    static const QRegularExpression tenDigits(u"^[0-9]{10}\\z"_s);
    if (!tenDigits.match(digits).hasMatch())
        return false;
    int sum = 0;
    for (int i = 0; i < 9; ++i)
        sum += digits.at(i).digitValue() * (10 - i);
    const int check = (11 - sum % 11) % 11;
    return check != 10 && check == digits.at(9).digitValue();
}

bool isNationalInsuranceNumber(const QString &text)
{
    QString plain = text.toUpper();
    plain.remove(u' ');
    static const QRegularExpression form(u"^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]\\z"_s);
    return form.match(plain).hasMatch();
}

} // namespace keywork
