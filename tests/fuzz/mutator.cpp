// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/mutator.h"

#include "tests/support/hostile_texts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::test {

namespace {

const QList<QByteArray> kNumbers{"0", "-1", "2147483648", "18446744073709551616", "1e400", "-0.0", "99999999999999999999"};
const QList<QByteArray> kTokens{"null", "true", "{}", "[]", "\"\"", "\"x\"", "-1", "1e99", "[[[[]]]]", "\"urn:uuid:x\"", "\"\\ud800\"",
    "\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\"><script/></div>\"", "\"9999-99-99\""};
const QByteArray kWords("\x00\xff\x7f\x80\xfe\x20", 6);

/// One token of JSON and where it stands.
struct Token {
    qsizetype from = 0;
    qsizetype length = 0;
    bool isValue = false;
};

qsizetype endOfString(const QByteArray &json, qsizetype from)
{
    qsizetype end = from + 1;
    while (end < json.size() && json.at(end) != '"')
        end += json.at(end) == '\\' ? 2 : 1;
    return std::min(end + 1, json.size());
}

QList<Token> tokensOf(const QByteArray &json)
{
    static const QByteArray signs("{}[]:,");
    QList<Token> tokens;
    for (qsizetype at = 0; at < json.size();) {
        const char c = json.at(at);
        if (c == ' ' || c == '\n') {
            ++at;
        } else if (signs.contains(c)) {
            tokens.append({at++, 1, false});
        } else if (c == '"') {
            const qsizetype end = endOfString(json, at);
            tokens.append({at, end - at, true});
            at = end;
        } else {
            const qsizetype from = at;
            while (at < json.size() && !signs.contains(json.at(at)) && json.at(at) != '"')
                ++at;
            tokens.append({from, at - from, true});
        }
    }
    return tokens;
}

} // namespace

void Mutator::spoil(QByteArray &bytes)
{
    if (bytes.isEmpty()) {
        bytes.append(char(below(256)));
        return;
    }
    const int where = at(bytes.size());
    const int length = 1 + below(oneIn(4) ? 4096 : 16);
    switch (below(8)) {
    case 0:
        bytes[where] = char(bytes.at(where) ^ (1 << below(8)));
        break;
    case 1:
        bytes[where] = kWords.at(below(int(kWords.size())));
        break;
    case 2:
        bytes.remove(where, length);
        break;
    case 3:
        bytes.insert(where, QByteArray(length, char(below(256))));
        break;
    case 4:
        bytes.insert(where, bytes.mid(at(bytes.size()), length));
        break;
    case 5: { // a part laid over another one
        const QByteArray part = bytes.mid(at(bytes.size()), length);
        bytes.replace(where, part.size(), part);
        break;
    }
    case 6:
        bytes.insert(where, pick(kNumbers));
        break;
    default:
        if (oneIn(3))
            bytes.truncate(where);
        else
            for (int i = 0; i < 4 && where + i < bytes.size(); ++i)
                bytes[where + i] = char(0xff);
    }
}

QByteArray Mutator::bytes(const QByteArray &input)
{
    QByteArray spoiled = input;
    for (int changes = 1 + below(oneIn(3) ? 12 : 2); changes > 0 || spoiled == input; --changes)
        spoil(spoiled);
    return spoiled;
}

void Mutator::spoil(QString &text)
{
    const int where = at(text.size() + 1);
    switch (below(5)) {
    case 0:
        text.insert(where, QChar(char16_t(below(0x10000))));
        break;
    case 1:
        text.insert(where, pick(hostileTexts()).left(40));
        break;
    case 2:
        text.remove(where, 1 + below(4));
        break;
    case 3:
        text.insert(where, text.mid(at(text.size() + 1), 1 + below(8)));
        break;
    default:
        if (where < text.size())
            text[where] = QChar(char16_t(text.at(where).unicode() ^ (1 << below(8))));
    }
}

QString Mutator::text(const QString &input)
{
    QString spoiled = input;
    for (int changes = 1 + below(3), tries = 20; (changes > 0 || spoiled == input) && tries > 0; --changes, --tries)
        spoil(spoiled);
    return spoiled;
}

QByteArray Mutator::json(const QByteArray &input)
{
    QByteArray spoiled = input;
    for (int changes = 1 + below(3); changes > 0; --changes) {
        const QList<Token> tokens = tokensOf(spoiled);
        if (tokens.isEmpty())
            return bytes(spoiled);
        const Token one = pick(tokens);
        const Token other = pick(tokens);
        const QByteArray otherText = spoiled.mid(other.from, other.length);
        if (one.isValue && !oneIn(8)) // a value in place of a value is still JSON
            spoiled.replace(one.from, one.length, oneIn(2) || !other.isValue ? pick(kTokens) : otherText);
        else if (oneIn(2))
            spoiled.remove(one.from, one.length);
        else
            spoiled.insert(one.from, otherText);
    }
    return spoiled;
}

QString Mutator::typed()
{
    static const QList<QString> parts{u"ben"_s, u"Barker"_s, u"meth"_s, u"\""_s, u"*"_s, u" AND "_s, u" OR "_s, u" NOT "_s, u"NEAR("_s,
        u")"_s, u"body:"_s, u"^"_s, u"-"_s, u"+"_s, u"{"_s, u":"_s, u"'"_s, u";"_s, u"\u0301"_s, u"É"_s, u"ﬁ"_s, u"🙂"_s, u" "_s, u"\t"_s,
        u"2026-09-14"_s, u"%"_s, u"_"_s, u"\\"_s};
    QString made;
    for (int count = below(oneIn(10) ? 200 : 6); count >= 0; --count)
        made += oneIn(6) ? pick(hostileTexts()).left(oneIn(20) ? 10'000 : 30)
            : oneIn(6)   ? QString(QChar(char16_t(below(0x10000))))
                         : pick(parts);
    return made;
}

} // namespace keywork::test
